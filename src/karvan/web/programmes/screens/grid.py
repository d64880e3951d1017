"""One day's meetings as a grid: slots across, tables down."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from karvan.formats.readers import Reader
from karvan.mission.calendar import Calendar
from karvan.mission.programme import Meeting, Programme

GAP = timedelta(minutes=20)
"""From how much time between two slots on, the grid shows a gap."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What of the grid is shown; empty parts choose everything."""

    company: str = ""
    interpreter: str = ""
    venue: str = ""

    def admits(self, meeting: Meeting) -> bool:
        """Whether a meeting is shown."""
        return (
            (not self.company or self.company in meeting.pair)
            and self.interpreter in ("", meeting.interpreter)
            and self.venue in ("", meeting.venue)
        )

    def __bool__(self) -> bool:
        """Whether anything is chosen at all."""
        return self != Choice()


@dataclass(frozen=True, slots=True)
class Slot:
    """One column."""

    start: datetime
    end: datetime
    is_after_gap: bool = False


@dataclass(frozen=True, slots=True)
class Party:
    """One company of a meeting."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class PlacedMeeting:
    """One meeting in a cell."""

    parties: tuple[Party, Party]
    interpreter: str
    interpreter_name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One table in one slot: a meeting, none, or (where the referee was not asked) several."""

    meetings: tuple[PlacedMeeting, ...]
    is_after_gap: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One table; `table` is empty where a venue's tables have no numbers."""

    venue: str
    table: str
    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """The grid of a day; `shown` of its `total` meetings are in it."""

    slots: tuple[Slot, ...]
    rows: tuple[Row, ...]
    shown: int
    total: int


Cells = Mapping[tuple[str, str], Mapping[tuple[datetime, datetime], list[Meeting]]]
"""Meetings by venue and table, then by start and end."""


def grid(reader: Reader, programme: Programme, day: date, choice: Choice) -> Grid:
    """Give the grid of a day; where something is chosen, tables without any of it are left out."""
    held = [m for m in programme.meetings if reader.local(m.start).date() == day]
    chosen = [m for m in held if choice.admits(m)]
    cells = _by_table(chosen)
    slots = columns_of(spans_of(reader, held, day))
    rows = [
        Row(venue, table, reader.place(venue, table), _cells(reader, cells, (venue, table), slots))
        for venue, table in tables_of(reader, held, day)
        if (venue, table) in cells or not choice
    ]
    return Grid(slots, tuple(rows), len(chosen), len(held))


def _by_table(meetings: list[Meeting]) -> Cells:
    cells: dict[tuple[str, str], dict[tuple[datetime, datetime], list[Meeting]]] = {}
    for meeting in meetings:
        row = cells.setdefault((meeting.venue, meeting.table), defaultdict(list))
        row[meeting.start, meeting.end].append(meeting)
    return cells


def spans_of(reader: Reader, held: list[Meeting], day: date) -> list[tuple[datetime, datetime]]:
    """Give all slots of the day's blocks, and the times of meetings outside them."""
    planned = {(s.span.start, s.span.end) for s in Calendar(reader.mission).slots}
    today = {(start, end) for start, end in planned if start.date() == day}
    found = today | {(m.start, m.end) for m in held}
    return sorted((reader.local(start), reader.local(end)) for start, end in found)


def columns_of(spans: list[tuple[datetime, datetime]]) -> tuple[Slot, ...]:
    """Give the columns of some spans, those after a gap marked."""
    slots = [Slot(start, end) for start, end in spans]
    return tuple(
        replace(slot, is_after_gap=bool(index) and slot.start - slots[index - 1].end >= GAP)
        for index, slot in enumerate(slots)
    )


def tables_of(reader: Reader, held: list[Meeting], day: date) -> list[tuple[str, str]]:
    """Give the tables of the day's venues in the organiser's order, then places that only meetings name."""
    mission = reader.mission
    venues = {
        venue
        for block in mission.blocks
        if block.kind == "meetings" and block.date == day
        for venue in mission.venues_of(block)
    }
    known = [(t.venue, t.table) for t in mission.tables if t.venue in venues and t.table]
    used = sorted({(m.venue, m.table) for m in held} - set(known))
    return known + used


def _cells(reader: Reader, cells: Cells, place: tuple[str, str], slots: tuple[Slot, ...]) -> tuple[Cell, ...]:
    row = cells.get(place, {})
    found = (row.get((slot.start, slot.end), ()) for slot in slots)
    return tuple(
        Cell(tuple(_placed(reader, m) for m in meetings), slot.is_after_gap)
        for meetings, slot in zip(found, slots, strict=True)
    )


def _placed(reader: Reader, meeting: Meeting) -> PlacedMeeting:
    known = reader.mission.interpreter.get(meeting.interpreter)
    return PlacedMeeting(
        (_party(reader, meeting.company), _party(reader, meeting.counterpart)),
        meeting.interpreter,
        known.name if known else "",
    )


def _party(reader: Reader, code: str) -> Party:
    return Party(code, reader.name(code))
