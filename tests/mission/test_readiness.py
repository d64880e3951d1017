"""Readiness: scores, bands, knock-outs, and several assessors."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.mission.localised import LocalisedText
from karvan.mission.readiness import Band, Criterion, Questionnaire, Verdict, panel_verdict, verdict

LOW, HIGH = (Band(code=code, name=LocalisedText(), from_score=start) for code, start in (("low", 0.0), ("high", 50.0)))


def criterion(code, weight=1.0, knock_out=None):
    return Criterion(code=code, question=LocalisedText.of(en=code), weight=weight, knock_out=knock_out)


ASKED = Questionnaire(criteria=(criterion("a", 3.0, 2), criterion("b"), criterion("c", 0.0)), bands=(LOW, HIGH))


@pytest.mark.parametrize(
    ("grades", "expected"),
    [
        ({"a": 4, "b": 4, "c": 0}, Verdict(score=100.0, band=HIGH)),
        ({"a": 2, "b": 2, "c": 4}, Verdict(score=50.0, band=HIGH)),
        ({"a": 2, "b": 1, "c": 4}, Verdict(score=43.75, band=LOW)),
        ({"a": 1, "b": 4, "c": 4}, Verdict(score=43.75, band=LOW, knocked_out_by=("a",))),
        ({"b": 4, "x": 1}, Verdict(score=100.0, band=HIGH, ungraded=("a", "c"))),
        ({}, Verdict(score=0.0, band=LOW, ungraded=("a", "b", "c"))),
    ],
)
def test_a_score_is_the_weighted_part_of_all_points(grades, expected):
    assert verdict(ASKED, grades) == expected


def test_a_knock_out_beats_a_high_score():
    asked = Questionnaire(criteria=(criterion("a", 9.0), criterion("b", 1.0, 1)), bands=(LOW, HIGH))
    assert verdict(asked, {"a": 4, "b": 0}) == Verdict(score=90.0, band=LOW, knocked_out_by=("b",))


def test_several_assessors_have_a_mean_and_a_spread():
    both = panel_verdict(ASKED, [verdict(ASKED, {"a": 4, "b": 4}), verdict(ASKED, {"a": 2, "b": 2})])
    assert (both.score, both.spread, both.band, both.assessors) == (75.0, 50.0, HIGH, 2)
    out = panel_verdict(ASKED, [verdict(ASKED, {"a": 4, "b": 4}), verdict(ASKED, {"a": 1, "b": 4})])
    assert (out.band, out.knocked_out_by) == (LOW, ("a",))
    assert panel_verdict(ASKED, []) is None


@given(st.lists(st.integers(0, 4), min_size=2, max_size=2), st.integers(0, 1))
def test_a_better_grade_never_lowers_the_score(grades, better):
    before = verdict(ASKED, dict(zip("ab", grades, strict=True)))
    grades[better] = min(grades[better] + 1, 4)
    assert verdict(ASKED, dict(zip("ab", grades, strict=True))).score >= before.score


@pytest.mark.parametrize("starts", [(), (10.0,), (0.0, 50.0, 50.0), (0.0, 60.0, 50.0)])
def test_bands_cover_all_scores(starts):
    bands = tuple(Band(code=str(start), name=LocalisedText(), from_score=start) for start in starts)
    with pytest.raises(ValueError, match="bands begin at 0"):
        Questionnaire(criteria=(criterion("a"),), bands=bands)


@pytest.mark.parametrize("weights", [(0.0,), (), (2.0, -1.0)])
def test_weights_add_up_to_something(weights):
    criteria = tuple(criterion(str(number), weight) for number, weight in enumerate(weights))
    with pytest.raises(ValueError, match="weights are not negative"):
        Questionnaire(criteria=criteria, bands=(LOW,))
