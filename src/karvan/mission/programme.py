"""A programme: who meets whom, when, where, with whose help, and what could not be placed."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import TypeVar

from karvan.mission.blocks import BlockKind
from karvan.mission.localised import LocalisedText

Item = TypeVar("Item")


class PlacedLevel(enum.StrEnum):
    """Why a meeting is in the programme."""

    FIXED = "fixed"
    MUST = "must"
    WANT = "want"
    SUGGESTION = "suggestion"


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """One B2B meeting of a programme.

    Attributes
    ----------
    table : str
        As in the workbook; empty where tables have no numbers.
    interpreter : str
        Code; empty where none is needed.
    score : float or None
        The matcher's score, 0..1, unrounded.
    """

    company: str
    counterpart: str
    start: datetime
    end: datetime
    venue: str = ""
    table: str = ""
    interpreter: str = ""
    level: PlacedLevel = PlacedLevel.SUGGESTION
    score: float | None = None

    @property
    def pair(self) -> frozenset[str]:
        """The two companies."""
        return frozenset((self.company, self.counterpart))

    def other(self, code: str) -> str:
        """Give the company that another one meets here."""
        return self.counterpart if code == self.company else self.company


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendance:
    """One visit or other block of a programme, with the companies that take part."""

    kind: BlockKind
    title: LocalisedText
    start: datetime
    end: datetime
    venue: str
    companies: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """One cause or remedy as a code with its particulars; the words are the languages' business.

    Attributes
    ----------
    parts : tuple of Reason
        What it is made of: changes that help only together.
    """

    code: str
    values: tuple[tuple[str, str | int | tuple[str, ...]], ...] = ()
    parts: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Unplaced:
    """A requested meeting that is not in the programme, and what would let it in."""

    company: str
    counterpart: str
    level: PlacedLevel
    reasons: tuple[Reason, ...] = ()
    relaxations: tuple[Reason, ...] = ()

    @property
    def pair(self) -> frozenset[str]:
        """The two companies."""
        return frozenset((self.company, self.counterpart))


@dataclass(frozen=True, slots=True)
class Figure:
    """A key figure with what it is made of; a plain count has no denominator."""

    numerator: int
    denominator: int | None = None

    @property
    def ratio(self) -> float | None:
        """Give numerator / denominator, or None where there is nothing to divide by."""
        return self.numerator / self.denominator if self.denominator else None


@dataclass(frozen=True, slots=True)
class Goal:
    """What a programme reached in one goal, and the best that is not ruled out."""

    name: str
    value: int
    bound: int | None
    is_more_better: bool

    @property
    def is_proved(self) -> bool:
        """Whether nothing better exists, given the goals before this one."""
        return self.value == self.bound


GAINS = ("must", "want", "shortfall", "suggestions")
"""The goals by which a change to the whole programme is judged, the most important first."""


@dataclass(frozen=True, slots=True)
class Relief:
    """What one more table, interpreter, slot or representative would bring, proved by solving again.

    Attributes
    ----------
    reason : Reason
        The change; ``bottleneck-<code>`` puts it into words.
    gain : tuple of int, or None
        By how much each of `GAINS` gets better (what is lacking counts where it is filled); None: not
        settled in the time that there was.
    meetings : int
        How many meetings there would be more (fewer, where they are worth more).
    """

    reason: Reason
    gain: tuple[int, ...] | None
    meetings: int = 0

    @property
    def is_any(self) -> bool:
        """Whether the change would bring anything."""
        return any(self.gain or ())


@dataclass(frozen=True, kw_only=True)
class Programme:
    """A programme of a mission, as drawn up, checked and released."""

    status: str
    meetings: tuple[Meeting, ...]
    visits: tuple[Attendance, ...] = ()
    blocks: tuple[Attendance, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    goals: tuple[Goal, ...] = ()
    figures: Mapping[str, Figure] = field(default_factory=dict[str, Figure])
    reliefs: tuple[Relief, ...] = ()

    def meetings_of(self, code: str) -> tuple[Meeting, ...]:
        """Give a company's meetings in order of time."""
        return self._meetings_of.get(code, ())

    @cached_property
    def _meetings_of(self) -> dict[str, tuple[Meeting, ...]]:
        in_order = sorted(self.meetings, key=lambda m: (m.start, m.venue, m.table))
        return _by_code((meeting, meeting.pair) for meeting in in_order)

    def interpreted_by(self, code: str) -> tuple[Meeting, ...]:
        """Give an interpreter's meetings in the order of the programme."""
        return self._interpreted_by.get(code, ())

    @cached_property
    def _interpreted_by(self) -> dict[str, tuple[Meeting, ...]]:
        return _by_code((meeting, frozenset((meeting.interpreter,))) for meeting in self.meetings)

    def attended_by(self, code: str) -> tuple[Attendance, ...]:
        """Give the visits and blocks that a company takes part in, in order of time."""
        return self._attended_by.get(code, ())

    @cached_property
    def _attended_by(self) -> dict[str, tuple[Attendance, ...]]:
        in_order = sorted((*self.visits, *self.blocks), key=lambda a: a.start)
        return _by_code((attendance, frozenset(attendance.companies)) for attendance in in_order)


def _by_code(items: Iterable[tuple[Item, frozenset[str]]]) -> dict[str, tuple[Item, ...]]:
    """Give the items of each code, in the order in which they come."""
    rows: dict[str, list[Item]] = defaultdict(list)
    for item, codes in items:
        for code in codes:
            rows[code].append(item)
    return {code: tuple(row) for code, row in rows.items()}
