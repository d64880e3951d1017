from collections import Counter
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.formats.workbook import read_mission
from karvan.matching.affinity import CLEAR_MENTION
from karvan.matching.suggestions import BEST_ANYWAY, LEAST_SCORE, Drawback, suggest
from karvan.matching.taxonomy import load
from karvan.matching.understand import understand
from karvan.mission.companies import Side
from karvan.mission.opportunities import Stage
from karvan.mission.requests import RequestLevel, RequestStatus
from karvan.sample import model_mission
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


@pytest.fixture(scope="module")
def sample():
    mission = read_mission(model_mission()).mission
    assert mission is not None
    return mission


@pytest.fixture(scope="module")
def of_sample(sample):
    return suggested(sample, top=10)


def test_passages_of_reasons_are_true_and_name_the_concept_in_both_texts(sample, of_sample):
    checked = 0
    for suggestion in of_sample:
        for reason in suggestion.reasons:
            given, asked = sample.opportunities[reason.offer], sample.opportunities[reason.need]
            assert {given.company, asked.company} == {suggestion.company, suggestion.counterpart}
            for tie in reason.affinity.concepts:
                for passage, row in ((tie.offer, given), (tie.need, asked)):
                    words = passage.of(row.title, row.text)
                    assert words
                    assert words in (row.title if passage.is_title else row.text)
                    found = understand(words, None, TAXONOMY)
                    named = {TAXONOMY.concepts[c].id for c, _ in found.concepts}
                    assert tie.concept in named or tie.concept in conditional()
                    checked += 1
    assert checked > 500


def conditional():
    """Give the concepts that some phrase names in a context only, which a passage alone may lack."""
    return {concept.id for concept in TAXONOMY.concepts if concept.conditions}


def test_the_sample_finds_what_companies_asked_for_themselves(sample):
    """Accepted wishes of the sample, with all requests taken out: most are among the first five."""
    wished = [r for r in sample.requests if r.is_binding and r.level is not RequestLevel.AVOID]
    across = [r for r in wished if sample.company[r.company].side != sample.company[r.counterpart].side]
    found = suggested(replace(sample, requests=()), top=5)
    near = {frozenset(pair) for pair in pairs(found)}
    assert sum(request.pair in near for request in across) >= 0.85 * len(across)


def test_top_gives_every_company_its_best(sample, of_sample):
    count = Counter(code for pair in pairs(of_sample) for code in pair)
    assert min(count[company.code] for company in sample.companies) >= 10


def test_without_top_noise_is_left_out_but_of_nobody_the_best_two(sample):
    found, whole = suggested(sample), suggested(sample, top=len(sample.companies))
    kept = set(pairs(found))
    best = {
        pair
        for company in sample.companies
        for pair in [pair for pair in pairs(whole) if company.code in pair][:BEST_ANYWAY]
    }
    assert kept == best | {(s.company, s.counterpart) for s in whole if s.score >= LEAST_SCORE}


def test_what_weighs_against_a_meeting_is_said():
    rows = (
        offer("V01", "Firewall", stage=Stage.CONCEPT),
        offer("H01", "Firewall"),
        need("H01", "Межсетевые экраны. Ищем также дистрибьютора"),
    )
    made = with_texts(*rows)
    speaks = {"V01": ("fa",), "H01": ("ru",)}
    companies = tuple(replace(c, languages=speaks.get(c.code, c.languages)) for c in made.companies)
    (found,) = [s for s in suggested(replace(made, companies=companies)) if s.counterpart == "H01"]
    assert set(found.against) == set(Drawback)
    assert found.reasons[0].affinity.missing_roles == ("cooperation.distribution",)


def test_words_of_one_meaning_are_told_as_each_text_has_them():
    (found,) = suggested(with_texts(offer("V01", "Насосы для Каспия"), need("H01", "پمپ برای خزر، Каспий")))
    words = found.reasons[0].affinity.words
    assert {tuple(word) for word in words} == {("Насосы", "پمپ"), ("Каспия", "خزر")}
    assert [word.is_same for word in words] == [False, False]


def test_a_hint_is_no_reason():
    (found,) = suggested(with_texts(offer("V01", "soil moisture probes"), need("H01", "a probe of wine")))
    assert [tie.concept for tie in found.reasons[0].affinity.concepts if tie.concept != "things.sensor"] == []
    assert CLEAR_MENTION > 0.39
