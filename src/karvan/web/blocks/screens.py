"""What pages of the plan show: days with blocks on a timeline, and what a change would do."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from karvan.formats.readers import Reader
from karvan.languages.dates import clock
from karvan.mission.blocks import EVERYBODY
from karvan.mission.calendar import Calendar, Span
from karvan.mission.companies import Side
from karvan.mission.programme import Meeting
from karvan.mission.rules import Rule
from karvan.web.blocks.bridge import PureBlock, PureItem
from karvan.web.blocks.effects import Edit, Effect
from karvan.web.blocks.running_order import WITH_ORDER, TimedItem, timed
from karvan.web.frame.dates import days_between
from karvan.web.programmes.screens.lanes import Bar, Groups, Lane, lay_out
from karvan.web.programmes.screens.overview import LAST_ROW, STEP, Hour


@dataclass(frozen=True, slots=True)
class Row:
    """A block as it is stored: its number, what it is, its running order."""

    number: int
    block: PureBlock
    items: tuple[PureItem, ...]


@dataclass(frozen=True, slots=True)
class PlannedBlock:
    """A block on the timeline of its day.

    Attributes
    ----------
    names : tuple of str
        Companies that it names one by one.
    slots : int
        How many meetings one table can hold in it; 0 where there are none.
    """

    number: int
    block: PureBlock
    title: str
    place: str
    start: datetime
    end: datetime
    sides: Groups
    names: tuple[str, ...]
    slots: int
    items: tuple[TimedItem, ...]
    has_order: bool
    overrun: int
    row: int
    length: int
    lane: Lane


@dataclass(frozen=True, slots=True)
class PlannedDay:
    """A day with its blocks and hours; no blocks: nothing is planned."""

    date: date
    blocks: tuple[PlannedBlock, ...]
    hours: tuple[Hour, ...]


def planned_days(reader: Reader, rows: Sequence[Row]) -> tuple[PlannedDay, ...]:
    """Give all days of the mission, and days outside it that have a block."""
    settings = reader.mission.settings
    days = {*days_between(settings.start_date, settings.end_date), *(row.block.date for row in rows)}
    return tuple(_day(reader, day, [row for row in rows if row.block.date == day]) for day in sorted(days))


def _day(reader: Reader, day: date, rows: list[Row]) -> PlannedDay:
    if not rows:
        return PlannedDay(day, (), ())
    calendar = Calendar(reader.mission)
    rows.sort(key=lambda row: (row.block.start, row.block.end, row.number))
    spans = [calendar.span_of(row.block) for row in rows]
    sides = [_sides(reader, row.block) for row in rows]
    bars = [Bar(span.start, span.end, own) for span, own in zip(spans, sides, strict=True)]
    first = spans[0].start.replace(minute=0)
    parts = zip(rows, spans, lay_out(bars), sides, strict=True)
    blocks = tuple(_block(reader, row, span, first, lane=lane, sides=own) for row, span, lane, own in parts)
    return PlannedDay(day, blocks, _hours(first, max(span.end for span in spans)))


def _block(reader: Reader, row: Row, span: Span, first: datetime, *, lane: Lane, sides: Groups) -> PlannedBlock:
    block, company = row.block, reader.mission.company
    items = timed(row.items, span.start)
    return PlannedBlock(
        number=row.number,
        block=block,
        title=block.title.best(reader.lang),
        place=reader.place(block.venue),
        start=span.start,
        end=span.end,
        sides=sides,
        names=tuple(reader.name(code) if code in company else code for code in _named(block)),
        slots=_slots(reader, block, span.minutes),
        items=items,
        has_order=block.kind in WITH_ORDER,
        overrun=max(0, sum(item.minutes for item in row.items) - span.minutes),
        row=(span.start - first) // STEP,
        length=max(1, -((span.start - span.end) // STEP)),
        lane=lane,
    )


def _named(block: PureBlock) -> Iterable[str]:
    return (code for code in block.companies if code not in {EVERYBODY, *(side.value for side in Side)})


def _slots(reader: Reader, block: PureBlock, minutes: int) -> int:
    settings = reader.mission.settings
    step = settings.slot_minutes + settings.changeover_minutes
    return max(0, (minutes - settings.slot_minutes) // step + 1) if block.kind == "meetings" else 0


def _sides(reader: Reader, block: PureBlock) -> Groups:
    """Give the sides of those who take part; both where nobody is known."""
    mission = reader.mission
    there = {c.side.value for c in mission.companies if mission.takes_part(block, c.code)}
    there |= {side.value for side in Side if {side.value, EVERYBODY} & set(block.companies)}
    return tuple(side.value for side in Side if side.value in there or not there)


def _hours(first: datetime, last: datetime) -> tuple[Hour, ...]:
    hour = timedelta(hours=1)
    count, step = -((first - last) // hour), hour // STEP
    return tuple(Hour(first + n * hour, n * step) for n in range(count + 1) if n * step < LAST_ROW)


@dataclass(frozen=True, slots=True)
class SlotLine:
    """Slots of a day that come or go: at which times, and how many."""

    date: date
    times: str
    count: int


@dataclass(frozen=True, slots=True)
class BrokenLine:
    """A rule that would be broken, with the meetings that would break it."""

    rule: Rule
    names: tuple[str, ...]
    meetings: tuple[MeetingLine, ...]


@dataclass(frozen=True, slots=True)
class MeetingLine:
    """A meeting that a change touches."""

    start: datetime
    end: datetime
    company: str
    counterpart: str


@dataclass(frozen=True, slots=True)
class EffectPage:
    """What a change would do, in the reader's words."""

    effect: Effect
    gone: tuple[SlotLine, ...]
    added: tuple[SlotLine, ...]
    broken: tuple[BrokenLine, ...]
    unvisited: tuple[str, ...]


def effect_page(reader: Reader, edit: Edit, effect: Effect) -> EffectPage:
    """Give what the page says; a company that is not there any more keeps its code."""
    return EffectPage(
        effect=effect,
        gone=_slot_lines(reader, effect.gone),
        added=_slot_lines(Reader(edit.after, reader.lang), effect.added),
        broken=tuple(_broken(reader, rule, effect) for rule in dict.fromkeys(row.rule for row in effect.broken)),
        unvisited=tuple(_name(reader, code) for code in effect.unvisited),
    )


def _broken(reader: Reader, rule: Rule, effect: Effect) -> BrokenLine:
    """Give all that breaks one rule: its meetings in order of time, or whoever is concerned where there are none."""
    rows = [row for row in effect.broken if row.rule is rule]
    meetings = dict.fromkeys(sorted((m for row in rows for m in row.meetings), key=lambda m: (m.start, m.company)))
    codes = dict.fromkeys(code for row in rows if not row.meetings for code in row.who)
    return BrokenLine(
        rule, tuple(_name(reader, code) for code in codes), tuple(_meeting(reader, meeting) for meeting in meetings)
    )


def _slot_lines(reader: Reader, days: tuple[tuple[date, tuple[Span, ...]], ...]) -> tuple[SlotLine, ...]:
    return tuple(
        SlotLine(day, ", ".join(dict.fromkeys(clock(reader.lang, reader.local(s.start)) for s in spans)), len(spans))
        for day, spans in days
    )


def _name(reader: Reader, code: str) -> str:
    if code in reader.mission.company:
        return reader.name(code)
    return reader.mission.interpreter[code].name if code in reader.mission.interpreter else code


def _meeting(reader: Reader, meeting: Meeting) -> MeetingLine:
    return MeetingLine(
        reader.local(meeting.start),
        reader.local(meeting.end),
        _name(reader, meeting.company),
        _name(reader, meeting.counterpart),
    )
