"""One day of a mission on a timeline: every block, for both sides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from karvan.formats.readers import Reader
from karvan.mission.blocks import BlockKind
from karvan.mission.calendar import Calendar
from karvan.mission.programme import Attendance, Programme
from karvan.web.programmes.screens.lanes import Bar, Groups, Lane, lay_out

STEP = timedelta(minutes=5)
"""One row of the timeline."""

LAST_ROW = timedelta(days=1) // STEP
"""Rows of a whole day: `timeline.css` has a class for each."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of a day.

    Attributes
    ----------
    companies : tuple of (code, name)
        Who was assigned to it; empty for a meetings block, where `meetings` counts instead.
    row, length : int
        Its place on the timeline: rows from 0, and how many.
    """

    kind: BlockKind
    title: str
    start: datetime
    end: datetime
    venue: str
    place: str
    sides: Groups
    companies: tuple[tuple[str, str], ...]
    meetings: int
    row: int
    length: int
    lane: Lane


@dataclass(frozen=True, slots=True)
class Hour:
    """A mark on the timeline."""

    moment: datetime
    row: int


@dataclass(frozen=True, slots=True)
class Timeline:
    """The blocks and hours of a day, in order of time."""

    blocks: tuple[Block, ...]
    hours: tuple[Hour, ...]


def timeline(reader: Reader, programme: Programme, day: date) -> Timeline:
    """Give everything that happens on a day; empty where nothing does."""
    found = sorted(_on(reader, _attendances(reader, programme), day), key=lambda a: (a.start, a.end))
    if not found:
        return Timeline((), ())
    first = reader.local(found[0].start).replace(minute=0, second=0, microsecond=0)
    sides = [_sides(reader, a) for a in found]
    bars = [Bar(a.start, a.end, own) for a, own in zip(found, sides, strict=True)]
    rows = zip(found, sides, lay_out(bars), strict=True)
    blocks = tuple(_block(reader, programme, a, first, sides=own, lane=lane) for a, own, lane in rows)
    return Timeline(blocks, _hours(first, max(b.end for b in blocks)))


def _attendances(reader: Reader, programme: Programme) -> Iterable[Attendance]:
    """Give visits and blocks as in the programme; meetings blocks as the mission has them."""
    calendar = Calendar(reader.mission)
    for block in reader.mission.blocks:
        if block.kind is BlockKind.MEETINGS:
            span = calendar.span_of(block)
            codes = tuple(code for code in reader.mission.company if reader.mission.takes_part(block, code))
            yield Attendance(
                kind=block.kind,
                title=block.title,
                start=span.start,
                end=span.end,
                venue=block.venue,
                companies=codes,
            )
    yield from programme.visits
    yield from (block for block in programme.blocks if block.kind is not BlockKind.MEETINGS)


def _on(reader: Reader, rows: Iterable[Attendance], day: date) -> list[Attendance]:
    return [row for row in rows if reader.local(row.start).date() == day]


def _sides(reader: Reader, row: Attendance) -> Groups:
    """Give the sides of those who take part; both where nobody is named yet."""
    there = {reader.mission.company[code].side.value for code in row.companies}
    return tuple(side for side in ("visitor", "host") if side in there or not there)


def _block(
    reader: Reader, programme: Programme, row: Attendance, first: datetime, *, sides: Groups, lane: Lane
) -> Block:
    start, end = reader.local(row.start), reader.local(row.end)
    is_meetings = row.kind is BlockKind.MEETINGS
    return Block(
        kind=row.kind,
        title=reader.what(row),
        start=start,
        end=end,
        venue=row.venue,
        place=reader.place(row.venue),
        sides=sides,
        companies=() if is_meetings else tuple((code, reader.name(code)) for code in row.companies),
        meetings=_count(programme, row) if is_meetings else 0,
        row=(start - first) // STEP,
        length=max(1, -((start - end) // STEP)),
        lane=lane,
    )


def _count(programme: Programme, block: Attendance) -> int:
    return sum(block.start <= m.start < block.end and block.venue in ("", m.venue) for m in programme.meetings)


def _hours(first: datetime, last: datetime) -> tuple[Hour, ...]:
    """Give the full hours from the first to the one after the last block, within the day."""
    end_of_day = datetime.combine(first.date(), time.max, first.tzinfo)
    count = -((first - min(last, end_of_day)) // timedelta(hours=1))
    hour = timedelta(hours=1)
    return tuple(Hour(first + n * hour, n * (hour // STEP)) for n in range(count + 1) if n * (hour // STEP) < LAST_ROW)
