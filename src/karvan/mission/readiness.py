"""How ready a company is: graded questions with weights, bands and knock-outs, all of them data."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from karvan.mission.localised import NO_TEXT, LocalisedText

TOP_GRADE = 4
"""Grades run from 0 (nothing of it) to this (all of it, with evidence)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Criterion:
    """One question of an assessment.

    Attributes
    ----------
    weight : float
        Its part in the score, beside the weights of the others; 0: asked, but not counted.
    knock_out : int or None
        A grade below this puts the company into the lowest band, whatever its score.
    """

    code: str
    question: LocalisedText
    hint: LocalisedText = NO_TEXT
    weight: float = 1.0
    knock_out: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A range of scores with a name.

    Attributes
    ----------
    from_score : float
        0..100; the band reaches to the next one.
    """

    code: str
    name: LocalisedText
    from_score: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Questionnaire:
    """What is asked, and what the scores are called.

    Attributes
    ----------
    bands : tuple of Band
        By rising `Band.from_score`; the first begins at 0.
    """

    criteria: tuple[Criterion, ...]
    bands: tuple[Band, ...]

    def __post_init__(self) -> None:
        """Refuse bands that leave scores without a name, and weights that add up to nothing."""
        starts = [band.from_score for band in self.bands]
        if not starts or starts[0] != 0 or starts != sorted(set(starts)):
            raise ValueError("bands begin at 0 and rise")
        if any(each.weight < 0 for each in self.criteria) or not sum(each.weight for each in self.criteria):
            raise ValueError("weights are not negative, and one at least counts")

    def band_of(self, score: float) -> Band:
        """Give the band of a score."""
        return [band for band in self.bands if band.from_score <= score][-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What one assessment comes to.

    Attributes
    ----------
    score : float
        0..100.
    knocked_out_by : tuple of str
        Codes of the criteria whose grade is too low; then the band is the lowest.
    ungraded : tuple of str
        Codes of the criteria that have no grade: the score is that of the others.
    """

    score: float
    band: Band
    knocked_out_by: tuple[str, ...] = ()
    ungraded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelVerdict:
    """What several assessments come to together.

    Attributes
    ----------
    score : float
        The mean of their scores, 0..100.
    spread : float
        The highest score less the lowest: where it is large, the assessors should talk.
    """

    score: float
    spread: float
    band: Band
    knocked_out_by: tuple[str, ...]
    assessors: int


def verdict(questionnaire: Questionnaire, grades: Mapping[str, int]) -> Verdict:
    """Give score and band of one assessment.

    ``score = 100 * sum(weight * grade) / (4 * sum(weight))``, over the criteria that have a grade.

    Parameters
    ----------
    grades : mapping of str to int
        0..4 by the code of the criterion; codes that the questionnaire does not have are left out.
    """
    graded = [each for each in questionnaire.criteria if each.code in grades]
    most = TOP_GRADE * sum(each.weight for each in graded)
    score = 100 * sum(each.weight * grades[each.code] for each in graded) / most if most else 0.0
    failed = tuple(each.code for each in graded if each.knock_out is not None and grades[each.code] < each.knock_out)
    ungraded = tuple(each.code for each in questionnaire.criteria if each.code not in grades)
    band = questionnaire.bands[0] if failed else questionnaire.band_of(score)
    return Verdict(score=score, band=band, knocked_out_by=failed, ungraded=ungraded)


def panel_verdict(questionnaire: Questionnaire, verdicts: Sequence[Verdict]) -> PanelVerdict | None:
    """Give what several assessments come to: one knock-out of any of them counts. None: there are none."""
    if not verdicts:
        return None
    scores = [each.score for each in verdicts]
    failed = {code for each in verdicts for code in each.knocked_out_by}
    mean = fmean(scores)
    return PanelVerdict(
        score=mean,
        spread=max(scores) - min(scores),
        band=questionnaire.bands[0] if failed else questionnaire.band_of(mean),
        knocked_out_by=tuple(each.code for each in questionnaire.criteria if each.code in failed),
        assessors=len(verdicts),
    )
