"""What a solver gives back: a schedule, the value and bound of each goal, and a status."""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass


class Status(enum.StrEnum):
    """How much is known about an answer."""

    OPTIMAL = "optimal"
    """Complete, and no better one exists: every goal's value equals its bound."""
    FEASIBLE = "feasible"
    """Complete and correct; a better one may exist."""
    INFEASIBLE = "infeasible"
    """Proved: there is no schedule."""
    UNKNOWN = "unknown"
    """No complete schedule was found within the limits, and none was ruled out."""


class Sense(enum.StrEnum):
    """Whether more or less of a goal is better."""

    MAXIMISE = "maximise"
    MINIMISE = "minimise"


@dataclass(frozen=True, slots=True)
class GoalValue:
    """One goal's value in a schedule and the best value that is not ruled out."""

    name: str
    sense: Sense
    value: int
    bound: int | None

    @property
    def is_proved(self) -> bool:
        """Whether nothing better exists (given the goals before this one)."""
        return self.value == self.bound


@dataclass(frozen=True, slots=True)
class Schedule:
    """Where each meeting is; None: it is left out, or needs none.

    Attributes
    ----------
    slot_of : tuple of int or None, one per meeting
    table_of : tuple of int or None, one per meeting
        Index into the tables of the slot's venue; None where tables have no numbers.
    interpreter_of : tuple of int or None, one per meeting
    """

    slot_of: tuple[int | None, ...]
    table_of: tuple[int | None, ...] = ()
    interpreter_of: tuple[int | None, ...] = ()


@dataclass(frozen=True, slots=True)
class Progress:
    """One step of a running search, for whoever is watching."""

    stage: str
    value: int | None
    bound: int | None
    placed: int
    total: int


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why there is no schedule: a code, and the meetings, slots or participants concerned.

    Attributes
    ----------
    is_smallest : bool
        Whether it is proved that no fewer meetings contradict each other.
    """

    code: str
    meetings: tuple[int, ...] = ()
    participants: tuple[int, ...] = ()
    slots: tuple[int, ...] = ()
    is_smallest: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """The answer of a solver."""

    status: Status
    schedule: Schedule | None
    goals: tuple[GoalValue, ...] = ()
    explanation: tuple[Explanation, ...] = ()


Watch = Callable[[Progress], None]
"""Told of each better answer of a running search."""


def unwatched(_progress: Progress) -> None:
    """Watch a search that nobody watches."""
