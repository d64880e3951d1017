"""The figures of the matcher, worked out by hand."""

from dataclasses import dataclass
from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.matching.evaluation import GradeKind, calibration_error, dcg, evaluate, figures, main_languages, rank
from mission.missions import host, mission, need, offer, visitor


@dataclass(frozen=True)
class Row:
    company: str
    counterpart: str
    score: float


def pair(a, b):
    return frozenset((a, b))


HOSTS = tuple(f"H{n:02}" for n in range(1, 13))
GRADES = {
    pair("V", "H01"): GradeKind.EXACT,
    pair("V", "H02"): GradeKind.GOOD,
    pair("V", "H03"): GradeKind.WEAK,
    pair("V", "H04"): GradeKind.OTHER_MEANING,
    pair("V", "H05"): GradeKind.NOTHING_TO_EXCHANGE,
}


def of_v(*order, asked=HOSTS):
    """Give the figures of company V when it is suggested hosts in this order."""
    ranking = {"V": [(code, 1 - place / 100) for place, code in enumerate(order)]}
    return figures(ranking, GRADES, [("V", code) for code in asked])


def test_grades_of_kinds():
    assert [kind.grade for kind in GradeKind] == [3, 2, 1, 0, 0]


def test_the_ideal_order_scores_one():
    found = of_v("H01", "H02", "H03")
    assert (found.companies, found.pairs, found.ndcg, found.recall, found.hard) == (1, 1, 1.0, 1.0, 0.0)


def test_ndcg_by_hand():
    best = 7 + 3 / log2(3) + 1 / log2(4)
    assert of_v("H09", "H02", "H01").ndcg == pytest.approx((3 / log2(3) + 7 / log2(4)) / best)
    assert of_v(*HOSTS[5:12], "H04", "H05", "H03", "H01").ndcg == pytest.approx((1 / log2(11)) / best)


def test_recall_reads_the_first_five_of_the_whole_list():
    assert of_v(*HOSTS[5:9], "H01").recall == 1.0
    assert of_v(*HOSTS[5:10], "H01").recall == 0.0
    assert of_v(*HOSTS[5:10], "H01", asked=("H01",)).recall == 0.0
    assert of_v(*HOSTS[5:10], "H01", asked=("H01",)).ndcg == 1.0


@pytest.mark.parametrize(("order", "hard"), [(("H09", "H08", "H04"), 1.0), (("H09", "H08", "H07", "H05"), 0.0)])
def test_a_hard_negative_counts_among_the_first_three(order, hard):
    assert of_v(*order).hard == hard


def test_what_cannot_be_counted_is_not_zero():
    found = of_v("H09", asked=("H09",))
    assert (found.companies, found.ndcg, found.recall, found.hard) == (0, None, None, None)
    assert figures({}, GRADES, []).calibration is None


def test_nothing_suggested_scores_nothing():
    found = of_v()
    assert (found.ndcg, found.recall, found.hard, found.calibration) == (0.0, 0.0, 0.0, None)


def test_calibration_by_hand():
    """One span: two scores of 0.9, one true. Another: one of 0.2, not true."""
    assert calibration_error([(0.95, True), (0.93, False), (0.2, False)]) == pytest.approx((0.88 + 0.2) / 3)
    assert calibration_error([(1.0, True), (0.0, False)]) == 0.0


def test_a_pair_is_worth_a_meeting_from_good_on():
    """H02 (good) comes true, H03 (weak) does not."""
    ranking = {"V": [("H02", 1.0), ("H03", 0.0)]}
    assert figures(ranking, GRADES, [("V", "H02"), ("V", "H03")]).calibration == 0.0


@given(st.lists(st.integers(0, 3), max_size=12))
def test_no_order_is_better_than_the_descending_one(grades):
    assert dcg(grades) <= dcg(sorted(grades, reverse=True)) + 1e-12


def test_each_company_of_both_sides_is_given_a_list():
    ranking = rank([Row("V1", "H1", 0.5), Row("V1", "H2", 0.9), Row("V2", "H1", 0.5)])
    assert ranking["V1"] == [("H2", 0.9), ("H1", 0.5)]
    assert ranking["H1"] == [("V1", 0.5), ("V2", 0.5)]


MISSION = mission(
    companies=(visitor("V1"), visitor("V2"), host("H1"), host("H2")),
    opportunities=(
        offer("V1", "تجهیزات نوری GPON", language="fa"),
        offer("V2", "fibre network", language="en"),
        need("H1", "оптические сети GPON", language="ru"),
        need("H2", "оптика", language="ru"),
        need("H2", "сети доступа", language="ru"),
        offer("H2", "fibre", language="en"),
    ),
)


def test_an_evaluation_tells_language_pairs_and_pairs_without_a_common_word_apart():
    grades = {pair("V1", "H2"): GradeKind.EXACT, pair("V2", "H1"): GradeKind.EXACT}
    found = evaluate(MISSION, grades, [Row("V1", "H2", 0.9), Row("V1", "H1", 0.1)])
    assert list(found.by_languages) == [("en", "ru"), ("fa", "ru"), ("ru", "en"), ("ru", "fa")]
    assert found.overall.recall == 0.5
    assert found.by_languages["fa", "ru"].recall == 1.0
    assert found.by_languages["en", "ru"].recall == 0.0
    assert found.wordless.pairs == 2
    assert found.overall.calibration == pytest.approx(0.1)


def test_the_language_of_a_company_is_that_of_most_of_its_texts():
    assert main_languages(MISSION) == {"V1": "fa", "V2": "en", "H1": "ru", "H2": "ru"}
    assert main_languages(mission())["V01"] == ""
