"""The start page: a mission at a glance."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from karvan.formats.readers import Reader
from karvan.languages.messages import has_message
from karvan.mission.companies import Side
from karvan.mission.programme import Figure, Goal, Programme

PUBLIC_FIGURES = (
    "meetings",
    "coverage",
    "companies_without_break",
    "interpreted",
    "table_use",
)
"""Figures that everybody may see, in order: of all companies together, and nothing of what was asked for.

How many requests were placed is for the organiser: one that is missing could be told from an `avoid`.
"""


@dataclass(frozen=True, slots=True)
class SideSummary:
    """One side: its country and how many companies it sends."""

    side: Side
    country: str
    companies: int


@dataclass(frozen=True, slots=True)
class KeyFigure:
    """A figure with the name of its words."""

    name: str
    figure: Figure

    @property
    def percent(self) -> float | None:
        """The ratio, 0..1."""
        return self.figure.ratio


def sides(reader: Reader) -> tuple[SideSummary, ...]:
    """Give both sides, visitors first."""
    mission = reader.mission
    return tuple(SideSummary(side, reader.country(side), len(mission.delegation(side).companies)) for side in Side)


def key_figures(reader: Reader, programme: Programme) -> tuple[KeyFigure, ...]:
    """Give the figures that everybody may see; those that count nothing out of nothing are left out."""
    return tuple(
        KeyFigure(name, figure)
        for name, figure in _known(programme, reader.lang)
        if figure.denominator is None or figure.denominator > 0
    )


def _known(programme: Programme, lang: str) -> Iterator[tuple[str, Figure]]:
    for name in PUBLIC_FIGURES:
        if name in programme.figures and has_message(lang, f"figure-{name}"):
            yield name, programme.figures[name]


def goals(reader: Reader, programme: Programme) -> tuple[Goal, ...]:
    """Give the goals that have words, in the order in which they were reached."""
    return tuple(goal for goal in programme.goals if has_message(reader.lang, f"goal-{goal.name}"))
