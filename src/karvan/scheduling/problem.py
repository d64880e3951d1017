"""The scheduling problem: what has to be placed, where it may go, and what is scarce.

A problem knows nothing of missions, files or clocks: a mission is turned into one by
`karvan.scheduling.from_mission`, a benchmark file by `karvan.formats.b2bsop`.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property


class Level(enum.IntEnum):
    """How much a meeting is wanted; a lower number is placed first."""

    MANDATORY = 0
    """Belongs to the problem itself: without it there is no schedule (every meeting of a `.dzn`)."""
    MUST = 1
    """An accepted `must` request or a meeting fixed beforehand: placed before everything else."""
    WANT = 2
    """An accepted `want` request: placed when room allows."""
    SUGGESTION = 3
    """A pair without a request that the matcher suggests: comes last."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One span of time in which meetings can be held at one venue.

    Attributes
    ----------
    start_min, end_min : int
        Minutes since the problem's first midnight, half-open ``[start, end)``.
    day : int
        0-based; breaks and daily limits are counted within a day.
    venue : int
        Index into `Problem.venues`.
    """

    start_min: int
    end_min: int
    day: int = 0
    venue: int = 0

    @property
    def duration_min(self) -> int:
        """Length in minutes."""
        return self.end_min - self.start_min


@dataclass(frozen=True, slots=True)
class Venue:
    """A place with tables; `tables` is None where their number does not matter."""

    name: str
    tables: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Participant:
    """One company, with the slots it can use.

    Attributes
    ----------
    slots : frozenset of int or None
        Slots in which it may meet (block membership, absences, attended blocks and the way to
        them are already taken off); None: all.
    grid : frozenset of int or None
        Slots in which sitting idle counts as a break; None: all.
    capacity : int
        Meetings it can hold at once.
    max_per_day : int or None
        Most meetings a day.
    min_meetings : int
        Meetings it should have at least (a goal, not a rule).
    home_table : tuple of (venue index, table index) or None
        The table at which it always sits.
    """

    name: str
    slots: frozenset[int] | None = None
    grid: frozenset[int] | None = None
    capacity: int = 1
    max_per_day: int | None = None
    min_meetings: int = 0
    home_table: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """One meeting to place.

    Attributes
    ----------
    participants : tuple of int
        Indices into `Problem.participants`, two or more.
    weight : int
        What a suggestion is worth, 0..1000.
    slots : frozenset of int or None
        Slots it is limited to; None: all that its participants have.
    interpreters : frozenset of int or None
        Indices of the interpreters that can serve it; None: it needs none.
    table : tuple of (venue index, table index) or None
        A table agreed beforehand.
    """

    participants: tuple[int, ...]
    level: Level = Level.MANDATORY
    weight: int = 0
    slots: frozenset[int] | None = None
    interpreters: frozenset[int] | None = None
    table: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class Interpreter:
    """One interpreter; minutes are minutes of meetings, a changeover is no pause."""

    name: str
    slots: frozenset[int] | None = None
    max_minutes_per_day: int = 360
    max_minutes_without_pause: int = 90
    pause_minutes: int = 15


@dataclass(frozen=True)
class Problem:
    """Everything a scheduler needs, validated on creation.

    Attributes
    ----------
    changeover_min : int
        Minutes between two neighbouring slots; a gap no longer than this is no pause.
    travel_min : dict of (venue, venue) to int
        Minutes from one venue to another; pairs that are missing take no time.
    precedences : tuple of (first, then)
        Meeting `first` must lie strictly before meeting `then`.
    fairness : int or None
        No two participants' numbers of breaks may differ by more; None: no limit.
    goals : tuple of str
        Names of goals in their order; those that are missing come last, as usual.
    closed : frozenset of (slot, table index)
        Tables of a slot's venue at which nobody can sit in that slot.

    Raises
    ------
    ValueError
        If an index points nowhere or a slot ends before it starts.
    """

    slots: tuple[Slot, ...]
    participants: tuple[Participant, ...]
    meetings: tuple[Meeting, ...]
    venues: tuple[Venue, ...] = (Venue(""),)
    interpreters: tuple[Interpreter, ...] = ()
    travel_min: dict[tuple[int, int], int] = field(default_factory=dict[tuple[int, int], int])
    changeover_min: int = 0
    precedences: tuple[tuple[int, int], ...] = ()
    fairness: int | None = None
    goals: tuple[str, ...] = ()
    closed: frozenset[tuple[int, int]] = frozenset()

    def __post_init__(self) -> None:
        """Refuse indices that point nowhere."""
        _require(all(s.start_min < s.end_min for s in self.slots), "a slot ends before it starts")
        _require_indices((s.venue for s in self.slots), len(self.venues), "venue of a slot")
        for meeting in self.meetings:
            _require(len(set(meeting.participants)) >= 2, "a meeting has two or more participants")
            _require_indices(meeting.participants, len(self.participants), "participant of a meeting")
            _require_indices(meeting.slots or (), len(self.slots), "slot of a meeting")
            _require_indices(meeting.interpreters or (), len(self.interpreters), "interpreter")
        _require("must" not in self.goals[1:], "goals: must comes before all others")
        _require_indices((m for pair in self.precedences for m in pair), len(self.meetings), "meeting before")

    @cached_property
    def clashes(self) -> tuple[frozenset[int], ...]:
        """For each slot, the other slots that one person cannot use besides it.

        Two slots clash when they overlap or when the way between their venues takes longer than
        the gap between them.
        """
        return tuple(
            frozenset(j for j in range(len(self.slots)) if i != j and self._clash(i, j)) for i in range(len(self.slots))
        )

    def _clash(self, i: int, j: int) -> bool:
        if self.slots[i].start_min > self.slots[j].start_min:
            i, j = j, i
        first, then = self.slots[i], self.slots[j]
        way = 0 if first.venue == then.venue else self.travel_min.get((first.venue, then.venue), 0)
        return then.start_min < first.end_min + way

    def open_tables(self, slots: Iterable[int]) -> int:
        """Count the tables of a venue that are closed in none of some of its slots."""
        rows = tuple(slots)
        tables = self.venues[self.slots[rows[0]].venue].tables or ()
        return len(tables) - len({table for slot, table in self.closed if slot in rows})

    @cached_property
    def meetings_of(self) -> tuple[tuple[int, ...], ...]:
        """For each participant, its meetings in the order of the problem."""
        rows: list[list[int]] = [[] for _ in self.participants]
        for index, meeting in enumerate(self.meetings):
            for participant in meeting.participants:
                rows[participant].append(index)
        return tuple(map(tuple, rows))

    def allowed(self, meeting: int) -> frozenset[int]:
        """Give the slots in which all participants of a meeting, and the meeting itself, may be."""
        spec = self.meetings[meeting]
        result = frozenset(range(len(self.slots))) if spec.slots is None else spec.slots
        for participant in spec.participants:
            own = self.participants[participant].slots
            result = result if own is None else result & own
        return result


def _require(condition: object, message: str) -> None:
    if not condition:
        raise ValueError(message)


def _require_indices(indices: Iterable[int], size: int, what: str) -> None:
    for index in indices:
        _require(0 <= index < size, f"{what}: no index {index} among {size}")
