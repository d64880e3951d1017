"""What binds a programme: how full tables, interpreters and companies are, counted from it alone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from karvan.mission.calendar import Calendar, Span, minutes_between
from karvan.mission.mission import Mission
from karvan.mission.programme import Meeting, Programme
from karvan.scheduling.room import visits_of

MOST_COMPANIES = 5
"""So many companies are told of, the busiest."""


@dataclass(frozen=True, slots=True)
class SlotLoad:
    """How many of something are taken at one time.

    Attributes
    ----------
    start : datetime
    used, of : int
        Taken, and there at that time (none that is away or lost).
    """

    start: datetime
    used: int
    of: int

    @property
    def is_full(self) -> bool:
        """Whether none is left."""
        return self.used >= self.of


@dataclass(frozen=True, slots=True)
class Load:
    """How full something is over the whole mission.

    Attributes
    ----------
    kind : str
        ``tables`` (of a venue), ``interpreters`` (all together) or ``company``.
    who : str
        The venue or the company's code; empty for interpreters.
    used, of : int
        Table times, interpreters' times, or times of a company, in which there is a meeting, and all.
    slots : tuple of SlotLoad
        Time by time, in order; none for companies.
    """

    kind: str
    who: str
    used: int
    of: int
    slots: tuple[SlotLoad, ...] = ()

    @property
    def share(self) -> float:
        """How full it is, 0..1; more where a company meets at several tables at once."""
        return self.used / self.of if self.of else 0.0

    @property
    def full_at(self) -> tuple[SlotLoad, ...]:
        """Times at which nothing was left."""
        return tuple(slot for slot in self.slots if slot.is_full)


def loads(mission: Mission, programme: Programme) -> tuple[Load, ...]:
    """Give how full each venue, the interpreters together, and each company are, companies busiest first."""
    calendar = Calendar(mission, visits_of(mission, programme))
    tables = [_tables(calendar, programme, venue) for venue in mission.tables_at]
    interpreters = [_interpreters(calendar, programme)] if mission.interpreters else []
    companies = sorted((_company(calendar, programme, code) for code in mission.company), key=_busiest_first)
    return tuple(load for load in (*tables, *interpreters, *companies) if load.of)


def binding(mission: Mission, programme: Programme) -> tuple[Load, ...]:
    """Give what is worth telling: tables where anybody sits, interpreters, and the busiest companies."""
    found = loads(mission, programme)
    companies = [load for load in found if load.kind == "company" and load.used]
    return tuple(load for load in found if load.slots and load.used) + tuple(companies[:MOST_COMPANIES])


def _busiest_first(load: Load) -> tuple[float, int]:
    return -load.share, -load.used


def _tables(calendar: Calendar, programme: Programme, venue: str) -> Load:
    held = [meeting for meeting in programme.meetings if meeting.venue == venue]
    spans = _at_different_times(slot.span for slot in calendar.slots if slot.span.venue == venue)
    names = [f"{venue}/{table}" for table in calendar.mission.tables_at[venue]]
    return _of_slots("tables", venue, [_slot(calendar, span, held, names) for span in spans])


def _interpreters(calendar: Calendar, programme: Programme) -> Load:
    held = [meeting for meeting in programme.meetings if meeting.interpreter]
    spans = _at_different_times(slot.span for slot in calendar.slots)
    names = list(calendar.mission.interpreter)
    return _of_slots("interpreters", "", [_slot(calendar, span, held, names) for span in spans])


def _company(calendar: Calendar, programme: Programme, code: str) -> Load:
    free = {calendar.slots[index].span.start for index in calendar.free_slots[code]}
    return Load("company", code, len({meeting.start for meeting in programme.meetings_of(code)}), len(free))


def _of_slots(kind: str, who: str, slots: list[SlotLoad]) -> Load:
    return Load(kind, who, sum(slot.used for slot in slots), sum(slot.of for slot in slots), tuple(slots))


def _at_different_times(spans: Iterable[Span]) -> list[Span]:
    """Give one span for each start, in order of time."""
    return sorted({span.start: span for span in spans}.values(), key=lambda span: span.start)


def _slot(calendar: Calendar, span: Span, held: list[Meeting], names: list[str]) -> SlotLoad:
    """Count the meetings that run during a span, and what is there for them."""
    used = sum(_overlap(span, Span(meeting.start, meeting.end)) for meeting in held)
    there = sum(not any(_overlap(span, away) for away in calendar.absences(name)) for name in names)
    return SlotLoad(span.start, used, there)


def _overlap(a: Span, b: Span) -> bool:
    return minutes_between(a.start, b.end) > 0 and minutes_between(b.start, a.end) > 0
