from dataclasses import replace
from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from karvan.matching.suggestions import suggest
from karvan.matching.taxonomy import load
from karvan.mission.companies import Side
from karvan.mission.requests import RequestLevel, RequestStatus
from matching.companies import CODES, MISSIONS, SOME, swapped, with_texts
from mission.missions import need, offer, request

TAXONOMY = load()


def suggested(made, **more):
    return suggest(made, taxonomy=TAXONOMY, **more)


def pairs(suggestions):
    return [(s.company, s.counterpart) for s in suggestions]


def test_competitors_are_not_suggested():
    same = {"text": "Laser sensors for drones", "domains": ("iot",)}
    assert suggested(with_texts(offer("V01", **same), offer("H01", **same))) == ()
    assert suggested(with_texts(need("V01", **same), need("H01", **same))) == ()


def test_companies_of_one_side_are_not_suggested():
    same = {"text": "Laser sensors for drones", "domains": ("iot",)}
    assert suggested(with_texts(offer("V01", **same), need("V02", **same))) == ()


@SOME
@given(MISSIONS)
def test_suggestions_are_across_the_sides_the_visitor_first_each_pair_once_best_first(made):
    found = suggested(made)
    sides = {(made.company[s.company].side, made.company[s.counterpart].side) for s in found}
    assert sides <= {(Side.VISITOR, Side.HOST)}
    assert len(set(pairs(found))) == len(found)
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    assert all(0.0 < s.score <= 1.0 and 1 <= len(s.reasons) <= 2 for s in found)


@SOME
@given(MISSIONS)
def test_the_order_of_companies_changes_nothing(made):
    assert suggested(swapped(made)) == suggested(made)


@SOME
@given(MISSIONS, st.sampled_from(list(product(CODES[:2], CODES[2:]))), st.booleans(), st.sampled_from(RequestStatus))
def test_a_pair_of_which_one_avoids_the_other_is_never_suggested(made, pair, is_hosts_wish, status):
    company, counterpart = pair[::-1] if is_hosts_wish else pair
    avoid = request(company, counterpart, RequestLevel.AVOID, status=status)
    found = suggested(replace(made, requests=(avoid,)))
    assert pair not in pairs(found)
    # ... and no other pair is worse off for it.
    assert set(found) >= {s for s in suggested(made) if (s.company, s.counterpart) != pair}
