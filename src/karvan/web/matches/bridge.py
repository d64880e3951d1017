"""Between the stored board and the matcher."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
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


def suggested(stored: Mission) -> Iterator[tuple[str, str, Columns]]:
    """Give visitor, host and the columns of every suggestion of a mission, best first for each visitor.

    Notes
    -----
    Who avoids whom plays no part: otherwise whoever reads suggestions could tell it from those that are missing.
    """
    mission = read_mission(stored)
    mission = replace(mission, requests=tuple(row for row in mission.requests if row.level is not RequestLevel.AVOID))
    taxonomy = taxonomy_of(mission)
    found = suggest(mission, taxonomy=taxonomy)
    for row in suggestions_data(mission, found, len(mission.companies), taxonomy)["suggestions"]:
        if mission.company[row["company"]].side is Side.VISITOR:
            yield row["company"], row["counterpart"], _columns(row)


def _columns(row: Columns) -> Columns:
    domains = sorted({domain for reason in row["reasons"] for domain in reason["because"]["domains"]})
    return {"score": row["score"], "domains": domains, "reasons": row["reasons"], "against": row["against"]}
