"""Between the stored board and the matcher."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from typing import Any, TypeAlias

from karvan.formats.suggestions_json import suggestions_data
from karvan.matching.added import taxonomy_of
from karvan.matching.selection.fairness import Fairness, fairness
from karvan.matching.suggestions import suggest
from karvan.mission.companies import Side
from karvan.mission.requests import RequestLevel, RequestStatus
from karvan.web.missions.models import Mission
from karvan.web.workbooks.bridge import read_mission

Columns = dict[str, Any]
Spread: TypeAlias = Fairness
"""How evenly something is shared out, for the signatures of queries."""

AVOID = RequestLevel.AVOID.value
ACCEPTED = RequestStatus.ACCEPTED.value
VISITOR, HOST = Side.VISITOR.value, Side.HOST.value

STEPS = (0.1, 0.25, 0.5, 0.75)
"""Scores at which the heat map takes its next colour."""


def spread(amounts: Sequence[float]) -> Spread:
    """Say how evenly amounts are shared out."""
    return fairness(amounts)


def step(score: float) -> int:
    """Give the colour of a score on the heat map, 0..4."""
    return sum(score >= least for least in STEPS)


Tell = Callable[[str, int, int], bool]
"""Is told of a step how much of it is done, and of how much; says whether to go on."""


class StoppedError(Exception):
    """Somebody does not want the suggestions any more."""


def go_on(_step: str, _done: int, _total: int) -> bool:
    """Listen to nothing, and go on."""
    return True


class _Told(Executor):
    """Does one thing after the other, and tells of each before it is done."""

    def __init__(self, step: str, tell: Tell) -> None:
        self._step, self._tell = step, tell

    def map(self, fn: Callable[..., Any], *iterables: Iterable[Any], **_options: Any) -> Iterator[Any]:
        """Give what a function makes of everything, in order."""
        first, *others = iterables
        parts = list(first)
        for done, each in enumerate(zip(parts, *others, strict=False)):
            tell_or_stop(self._tell, self._step, done, len(parts))
            yield fn(*each)


def tell_or_stop(tell: Tell, step: str, done: int, total: int) -> None:
    """Tell of a step.

    Raises
    ------
    StoppedError
        If it is not to go on.
    """
    if not tell(step, done, total):
        raise StoppedError


def suggested(stored: Mission, tell: Tell = go_on) -> Iterator[tuple[str, str, Columns]]:
    """Give visitor, host and the columns of every suggestion of a mission, best first for each visitor.

    Raises
    ------
    StoppedError
        If `tell` says that it is not to go on.

    Notes
    -----
    Who avoids whom plays no part: otherwise whoever reads suggestions could tell it from those that are missing.
    """
    mission = read_mission(stored)
    mission = replace(mission, requests=tuple(row for row in mission.requests if row.level is not RequestLevel.AVOID))
    taxonomy = taxonomy_of(mission)
    found = suggest(mission, taxonomy=taxonomy, readers=_Told("reading", tell), executor=_Told("holding", tell))
    tell_or_stop(tell, "telling", 0, 1)
    for row in suggestions_data(mission, found, len(mission.companies), taxonomy)["suggestions"]:
        if mission.company[row["company"]].side is Side.VISITOR:
            yield row["company"], row["counterpart"], _columns(row)


def _columns(row: Columns) -> Columns:
    domains = sorted({domain for reason in row["reasons"] for domain in reason["because"]["domains"]})
    return {"score": row["score"], "domains": domains, "reasons": row["reasons"], "against": row["against"]}
