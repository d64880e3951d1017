from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.matching.affinity import DOMAINS, WORDS
from karvan.matching.statements import terms
from karvan.matching.suggestions import LAST_RESORTS, LEAST_SCORE, Evidence, Suggestion, suggest
from karvan.mission.companies import Side
from karvan.mission.requests import RequestLevel, RequestStatus
from matching.companies import CODES, MISSIONS, SOME, many_hosts, swapped, with_texts
from mission.missions import need, offer, request


def pairs(suggestions):
    return [(s.company, s.counterpart) for s in suggestions]


def test_an_offer_that_answers_a_need_is_suggested_with_its_reason():
    (found,) = suggest(
        with_texts(offer("H01", "Laser sensor", domains=("iot",)), need("V01", "sensors", domains=("iot",)))
    )
    assert (found.company, found.counterpart, found.score) == ("V01", "H01", DOMAINS + WORDS)
    (reason,) = found.reasons
    assert (reason.offer, reason.need, reason.affinity.domains, reason.affinity.words) == (0, 1, ("iot",), ("sensor",))


def test_two_ways_add_up_like_chances_and_the_better_reason_stands_first():
    rows = (
        offer("V01", domains=("ai",)),
        need("H01", domains=("ai", "iot")),
        offer("H01", domains=("cloud",)),
        need("V01", domains=("cloud",)),
    )
    (found,) = suggest(with_texts(*rows))
    there, back = DOMAINS / 2, DOMAINS
    assert found.score == 1.0 - (1.0 - there) * (1.0 - back)
    assert [(reason.offer, reason.need, reason.affinity.score) for reason in found.reasons] == [
        (2, 3, back),
        (0, 1, there),
    ]


def test_competitors_are_not_suggested():
    same = {"text": "Laser sensors for drones", "domains": ("iot",)}
    assert suggest(with_texts(offer("V01", **same), offer("H01", **same))) == ()
    assert suggest(with_texts(need("V01", **same), need("H01", **same))) == ()


def test_companies_of_one_side_are_not_suggested():
    same = {"text": "Laser sensors for drones", "domains": ("iot",)}
    assert suggest(with_texts(offer("V01", **same), need("V02", **same))) == ()


def test_of_several_that_fit_equally_the_first_is_the_reason():
    rows = (offer("V01", domains=("ai",)), offer("V01", domains=("ai",)), need("H01", domains=("ai",)))
    (found,) = suggest(with_texts(*rows))
    assert [(reason.offer, reason.need) for reason in found.reasons] == [(0, 2)]


def test_a_company_with_nothing_better_keeps_its_best_below_the_least_score():
    weak = ("ai", "a", "b", "c", "d")  # one domain of five in common
    rows = [need(f"H{number:02}", domains=("ai",)) for number in range(1, 6)]
    made = many_hosts(offer("V01", domains=weak), *rows, hosts=5)
    found = suggest(made)
    assert DOMAINS / 5 < LEAST_SCORE
    # Each host has nobody but V01, so that all five are kept.
    assert [s.counterpart for s in found] == ["H01", "H02", "H03", "H04", "H05"]
    assert [s.score for s in found] == pytest.approx([DOMAINS / 5] * 5)


def test_a_last_resort_is_kept_for_those_alone_who_have_nothing_better():
    strong = [offer(f"H{number:02}", domains=("iot",)) for number in range(1, 6)]
    weak = [need(f"H{number:02}", domains=("ai", *"abcdefg"[:number])) for number in range(3, 6)]
    made = many_hosts(need("V01", domains=("iot",)), offer("V01", domains=("ai",)), *strong, *weak, hosts=5)
    assert [s.counterpart for s in suggest(made)] == ["H03", "H04", "H05", "H01", "H02"]
    # Two visitors: V02 has weak ties with five hosts, all of which V01 suits well; it keeps its best three.
    rows = [row for number in range(1, 3) for row in (offer(f"H{number:02}", domains=("iot",)),)]
    two = with_texts(
        need("V01", domains=("iot",)),
        *rows,
        offer("V02", domains=("ai", "a", "b", "c")),
        need("H02", domains=("ai", "x")),
    )
    assert pairs(suggest(two)) == [("V01", "H01"), ("V01", "H02"), ("V02", "H02")]


def test_at_most_so_many_last_resorts_are_kept():
    good = [offer(f"H{number:02}", domains=("iot",)) for number in range(1, 6)]
    poor = [need(f"H{number:02}", domains=("ai", *"abcdefg"[:number])) for number in range(1, 6)]
    made = many_hosts(*good, *poor, hosts=5)
    second = replace(made.companies[0], code="V02")
    made = replace(
        made,
        companies=(*made.companies, second),
        opportunities=(*made.opportunities, need("V01", domains=("iot",)), offer("V02", domains=("ai", "x", "y"))),
    )
    found = suggest(made)
    assert [s.counterpart for s in found if s.company == "V02"] == ["H01", "H02", "H03"]
    assert all(0 < s.score < LEAST_SCORE for s in found if s.company == "V02")
    assert LAST_RESORTS == 3


def test_a_company_without_any_tie_is_not_suggested_to_anybody():
    assert suggest(with_texts(offer("V01", "laser"), need("H01", "робот"), need("H02", domains=("ai",)))) == ()
    assert suggest(with_texts()) == ()


@SOME
@given(MISSIONS)
def test_suggestions_are_across_the_sides_the_visitor_first_each_pair_once_best_first(made):
    found = suggest(made)
    sides = {(made.company[s.company].side, made.company[s.counterpart].side) for s in found}
    assert sides <= {(Side.VISITOR, Side.HOST)}
    assert len(set(pairs(found))) == len(found)
    assert [s.score for s in found] == sorted((s.score for s in found), reverse=True)
    assert all(0.0 < s.score <= 1.0 and 1 <= len(s.reasons) <= 2 for s in found)


@SOME
@given(MISSIONS)
def test_the_order_of_companies_changes_nothing(made):
    assert suggest(swapped(made)) == suggest(made)


@SOME
@given(MISSIONS, st.randoms(use_true_random=False))
def test_the_order_of_opportunities_changes_no_score(made, random):
    rows = list(made.opportunities)
    random.shuffle(rows)
    again = suggest(replace(made, opportunities=tuple(rows)))
    assert [(s.company, s.counterpart, s.score) for s in again] == [
        (s.company, s.counterpart, s.score) for s in suggest(made)
    ]


@SOME
@given(MISSIONS, st.sampled_from(list(product(CODES[:2], CODES[2:]))), st.booleans(), st.sampled_from(RequestStatus))
def test_a_pair_of_which_one_avoids_the_other_is_never_suggested(made, pair, is_hosts_wish, status):
    company, counterpart = pair[::-1] if is_hosts_wish else pair
    avoid = request(company, counterpart, RequestLevel.AVOID, status=status)
    found = suggest(replace(made, requests=(avoid,)))
    assert pair not in pairs(found)
    # ... and no other pair is worse off for it.
    assert set(found) >= {s for s in suggest(made) if (s.company, s.counterpart) != pair}


@SOME
@given(MISSIONS)
def test_requests_of_other_kinds_change_nothing(made):
    asked = tuple(
        request(a, b, level) for a in CODES[:2] for b in CODES[2:] for level in (RequestLevel.MUST, RequestLevel.WANT)
    )
    assert suggest(replace(made, requests=asked)) == suggest(made)


@SOME
@given(MISSIONS)
def test_reasons_are_an_offer_and_a_need_of_the_two_with_ties_that_occur_in_both(made):
    for suggestion in suggest(made):
        for reason in suggestion.reasons:
            rows = made.opportunities[reason.offer], made.opportunities[reason.need]
            assert [row.kind.value for row in rows] == ["offer", "need"]
            assert {row.company for row in rows} == {suggestion.company, suggestion.counterpart}
            assert all(set(reason.affinity.domains) <= set(row.domains) for row in rows)
            assert all(set(reason.affinity.words) <= terms(row.text, row.language) for row in rows)
            assert all(set(reason.affinity.routes) <= set(row.routes) for row in rows)


@SOME
@given(MISSIONS)
def test_nobody_who_has_any_tie_is_left_with_nothing(made):
    covered = {code for pair in pairs(suggest(made)) for code in pair}
    rows = [(row, other) for row in made.opportunities for other in made.opportunities]
    tied = {
        code
        for row, other in rows
        if (row.kind.value, other.kind.value) == ("offer", "need")
        and made.company[row.company].side is not made.company[other.company].side
        and (set(row.domains) & set(other.domains) or terms(row.text, row.language) & terms(other.text, other.language))
        for code in (row.company, other.company)
    }
    assert covered == tied


@SOME
@given(MISSIONS)
def test_one_more_domain_in_common_never_makes_a_pair_worse(made):
    rows = tuple(replace(row, domains=(*row.domains, "new")) for row in made.opportunities)
    closer = {(s.company, s.counterpart): s.score for s in suggest(replace(made, opportunities=rows))}
    for suggestion in suggest(made):
        assert closer[suggestion.company, suggestion.counterpart] >= suggestion.score - 1e-12


def test_what_is_given_back_can_be_compared():
    made = with_texts(offer("V01", domains=("ai",)), need("H01", domains=("ai",)))
    (found,) = suggest(made)
    assert found == Suggestion("V01", "H01", found.score, (Evidence(0, 1, found.reasons[0].affinity),))
