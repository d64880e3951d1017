"""How good suggestions are, measured against pairs that people have graded."""

from __future__ import annotations

import enum
import math
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from karvan.mission.companies import Side
from karvan.mission.mission import Mission, Pair

DEPTH, SHORT, TOP = 10, 5, 3
"""How deep a list of suggestions is read for nDCG, for recall, and for hard negatives."""

BINS = 10
"""Calibration compares scores with what came true in so many spans of equal width."""

WORTH_MEETING = 2
"""A pair of this grade or above is what a score is the probability of."""


class GradeKind(enum.StrEnum):
    """Why a pair has its grade."""

    EXACT = "exact"
    GOOD = "good"
    WEAK = "weak"
    OTHER_MEANING = "same-words-other-meaning"
    NOTHING_TO_EXCHANGE = "same-trade-nothing-to-exchange"

    @property
    def grade(self) -> int:
        """The grade 0..3 that goes with it."""
        return {GradeKind.EXACT: 3, GradeKind.GOOD: 2, GradeKind.WEAK: 1}.get(self, 0)


HARD = frozenset((GradeKind.OTHER_MEANING, GradeKind.NOTHING_TO_EXCHANGE))
"""Pairs that look like a match and are none."""

Grades = Mapping[Pair, GradeKind]
"""What people said of pairs; of those that are not named, nobody would want a meeting."""


class Scored(Protocol):
    """A pair with a score 0..1."""

    @property
    def company(self) -> str:
        """The code of one of the two."""
        ...

    @property
    def counterpart(self) -> str:
        """The code of the other."""
        ...

    @property
    def score(self) -> float:
        """How good a match they are, 0..1."""
        ...


@dataclass(frozen=True, slots=True)
class Figures:
    """How good suggestions are; a figure that nothing could be counted for is None.

    Attributes
    ----------
    companies : int
        Those with anybody worth meeting among the pairs in question.
    pairs : int
        Exact pairs among those in question.
    ndcg : float or None
        0..1: normalised discounted cumulative gain of the first `DEPTH` suggestions, the mean over companies.
    recall : float or None
        0..1: share of a company's exact counterparts (at most `SHORT` of them) among its first `SHORT`
        suggestions, the mean over companies.
    hard : float or None
        0..1: of the companies with a hard negative, those with one among the first `TOP` suggestions.
    calibration : float or None
        0..1: expected calibration error of the scores as probabilities that a pair is worth meeting.
    """

    companies: int
    pairs: int
    ndcg: float | None
    recall: float | None
    hard: float | None
    calibration: float | None


@dataclass(frozen=True, slots=True)
class Evaluation:
    """The figures of one way of matching.

    Attributes
    ----------
    by_languages : dict of (str, str) to Figures
        By the language that a company writes in, and that of the counterparts it is suggested.
    wordless : Figures
        Over pairs that share no word in any script.
    """

    overall: Figures
    by_languages: dict[tuple[str, str], Figures]
    wordless: Figures


Ranking = Mapping[str, Sequence[tuple[str, float]]]
"""Each company's counterparts with their scores, best first."""


def evaluate(mission: Mission, grades: Grades, suggestions: Iterable[Scored]) -> Evaluation:
    """Measure suggestions, for the companies of both sides, against grades.

    Parameters
    ----------
    suggestions : iterable of Scored
        Each pair once. A pair that is not among them is suggested to nobody, and its score is 0.

    References
    ----------
    Järvelin and Kekäläinen (2002), https://doi.org/10.1145/582415.582418; the gain of a grade is
    ``2**grade - 1``. Guo et al. (2017), https://doi.org/10.48550/arXiv.1706.04599, for the calibration error.
    """
    ranking = rank(suggestions)
    across = _across(mission)
    language = main_languages(mission)
    of_languages: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for company, other in across:
        of_languages[language[company], language[other]].add((company, other))
    words = _words(mission)
    wordless = {(a, b) for a, b in across if words[a].isdisjoint(words[b])}
    return Evaluation(
        figures(ranking, grades, across),
        {languages: figures(ranking, grades, ways) for languages, ways in sorted(of_languages.items())},
        figures(ranking, grades, wordless),
    )


def rank(suggestions: Iterable[Scored]) -> Ranking:
    """Give each company's counterparts, best first; equal scores in the order of codes."""
    rows: dict[str, list[tuple[str, float]]] = defaultdict(list)
    for row in suggestions:
        rows[row.company].append((row.counterpart, row.score))
        rows[row.counterpart].append((row.company, row.score))
    return {code: sorted(found, key=lambda item: (-item[1], item[0])) for code, found in rows.items()}


def figures(ranking: Ranking, grades: Grades, ways: Collection[tuple[str, str]]) -> Figures:
    """Measure a ranking over some pairs, each as (who is shown it, who is shown).

    nDCG reads the list that is left when all other counterparts are taken out; recall and hard negatives read
    the whole list, so that no counterpart is helped by leaving out its rivals.
    """
    asked: dict[str, set[str]] = defaultdict(set)
    for company, other in ways:
        asked[company].add(other)
    rows = [_row(code, asked[code], ranking.get(code, ()), grades) for code in sorted(asked)]
    return Figures(
        companies=sum(row.ndcg is not None for row in rows),
        pairs=len({frozenset(way) for way in ways if grades.get(frozenset(way)) is GradeKind.EXACT}),
        ndcg=_mean(row.ndcg for row in rows),
        recall=_mean(row.recall for row in rows),
        hard=_mean(row.hard for row in rows),
        calibration=calibration_error(_outcomes(ranking, grades, ways)),
    )


@dataclass(frozen=True, slots=True)
class _Row:
    """The figures of one company; None where nothing could be counted."""

    ndcg: float | None
    recall: float | None
    hard: float | None


def _row(code: str, asked: Collection[str], found: Sequence[tuple[str, float]], grades: Grades) -> _Row:
    kinds = {other: grades[pair] for other in asked if (pair := frozenset((code, other))) in grades}
    order = [other for other, _ in found]
    exact = {other for other, kind in kinds.items() if kind is GradeKind.EXACT}
    hard = {other for other, kind in kinds.items() if kind in HARD}
    gains = [kinds[other].grade if other in kinds else 0 for other in order if other in asked]
    best = sorted((kind.grade for kind in kinds.values()), reverse=True)
    return _Row(
        dcg(gains) / dcg(best) if any(best) else None,
        len(exact & set(order[:SHORT])) / min(SHORT, len(exact)) if exact else None,
        float(not hard.isdisjoint(order[:TOP])) if hard else None,
    )


def dcg(grades: Sequence[int]) -> float:
    """Give the discounted cumulative gain of the first `DEPTH` grades of a list."""
    return math.fsum((2.0**grade - 1.0) / math.log2(place + 2) for place, grade in enumerate(grades[:DEPTH]))


def _outcomes(ranking: Ranking, grades: Grades, ways: Collection[tuple[str, str]]) -> list[tuple[float, bool]]:
    """Give the score of every suggested pair once, and whether people found it worth a meeting."""
    scores = {
        frozenset((code, other)): score
        for code, found in ranking.items()
        for other, score in found
        if (code, other) in ways
    }
    return [(score, pair in grades and grades[pair].grade >= WORTH_MEETING) for pair, score in scores.items()]


def calibration_error(outcomes: Sequence[tuple[float, bool]]) -> float | None:
    """Give the expected calibration error of scores 0..1: how far each span's mean is from what came true.

    Parameters
    ----------
    outcomes : sequence of (float, bool)
        A score, and whether it came true.
    """
    spans: dict[int, list[tuple[float, bool]]] = defaultdict(list)
    for score, is_true in outcomes:
        spans[min(BINS - 1, int(score * BINS))].append((score, is_true))
    gaps = [abs(math.fsum(score for score, _ in span) - sum(is_true for _, is_true in span)) for span in spans.values()]
    return math.fsum(gaps) / len(outcomes) if outcomes else None


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return math.fsum(known) / len(known) if known else None


def _across(mission: Mission) -> set[tuple[str, str]]:
    """Give every pair of the two sides both ways round."""
    visitors, hosts = (tuple(c.code for c in mission.delegation(side).companies) for side in (Side.VISITOR, Side.HOST))
    return {way for a in visitors for b in hosts for way in ((a, b), (b, a))}


def main_languages(mission: Mission) -> dict[str, str]:
    """Give the language that each company writes most of its texts in; of equals, that of the first text."""
    written: dict[str, list[str]] = {code: [] for code in mission.company}
    detected = mission.text_languages or ("",) * len(mission.opportunities)
    for row, language in zip(mission.opportunities, detected, strict=True):
        written[row.company].append(row.language or language)
    return {code: max(rows, key=rows.count) if rows else "" for code, rows in written.items()}


_WORD = re.compile(r"[^\W_]{3,}")


def _words(mission: Mission) -> dict[str, frozenset[str]]:
    """Give the words of three letters or more that each company writes, as they stand, in lower case."""
    return {
        code: frozenset(_WORD.findall(" ".join(f"{row.title} {row.text}" for row in rows).casefold()))
        for code, rows in mission.opportunities_of.items()
    }
