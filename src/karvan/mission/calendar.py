"""From blocks to slots, and who is bound, away or free when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cached_property

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.mission import Mission, Pair
from karvan.mission.requests import FixedMeeting
from karvan.mission.resources import Absence


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time ``[start, end)`` at one venue; an empty venue is anywhere."""

    start: datetime
    end: datetime
    venue: str = ""

    @property
    def minutes(self) -> int:
        """Length in whole minutes of time that passes (not of the clock on the wall)."""
        return minutes_between(self.start, self.end)


def minutes_between(earlier: datetime, later: datetime) -> int:
    """Give the whole minutes that pass from one moment to another, daylight saving or not."""
    return int((later.astimezone(UTC) - earlier.astimezone(UTC)) // timedelta(minutes=1))


@dataclass(frozen=True, slots=True)
class MeetingSlot:
    """One slot of a meetings block.

    Attributes
    ----------
    index : int
        Position in the calendar's slots, which are in order of time.
    block : int or None
        Index into `Mission.blocks`; None for a fixed meeting outside the grid.
    only : pair or None
        The pair whose fixed meeting this slot was made for.
    """

    index: int
    block: int | None
    span: Span
    only: Pair | None = None


class Calendar:
    """The slots of a mission, and everybody's bound and absent times.

    Parameters
    ----------
    mission : Mission
    visits : mapping of block index to company codes, optional
        Who was assigned to each visit that is a choice.
    """

    def __init__(self, mission: Mission, visits: dict[int, tuple[str, ...]] | None = None) -> None:
        self.mission = mission
        self.visits = visits or {}
        self._apart: dict[int, frozenset[int]] = {}

    @cached_property
    def slots(self) -> tuple[MeetingSlot, ...]:
        """All slots in order of time, then of blocks; last those of fixed meetings off the grid."""
        grid = [
            (span, index)
            for index, block in enumerate(self.mission.blocks)
            if block.kind is BlockKind.MEETINGS
            for span in self._spans_of(block)
        ]
        grid.sort(key=lambda item: (item[0].start.astimezone(UTC), item[1]))
        slots = [MeetingSlot(i, block, span) for i, (span, block) in enumerate(grid)]
        for row in self.mission.fixed:
            if row.date and row.start and not any(self._suits(slot, row) for slot in slots):
                slots.append(MeetingSlot(len(slots), None, self._span_of_fixed(row), row.pair))
        return tuple(slots)

    def _suits(self, slot: MeetingSlot, row: FixedMeeting) -> bool:
        """Whether a slot is where a fixed meeting was agreed, in a block that admits its pair."""
        if slot.block is None or not row.date or not row.start:
            return False
        venue = self._venue_of_fixed(row)
        is_there = slot.span.start == self.at(row.date, row.start) and venue in ("", slot.span.venue)
        return is_there and self.mission.admits(self.mission.blocks[slot.block], row.pair)

    def _venue_of_fixed(self, row: FixedMeeting) -> str:
        """Give the venue of the table that was agreed, or at which one of the two always sits."""
        homes = [self.mission.company[code].home_table for code in sorted(row.pair)]
        tables = (self.mission.find_tables(ref) for ref in (row.table, *homes) if ref)
        return next((found[0].venue for found in tables if found), "")

    def _span_of_fixed(self, row: FixedMeeting) -> Span:
        """Give a fixed meeting off the grid the usual length, at its table's venue if it has one."""
        assert row.date
        assert row.start
        start = self.at(row.date, row.start)
        return Span(start, self._later(start, self.mission.settings.slot_minutes), self._venue_of_fixed(row))

    def _later(self, moment: datetime, minutes: int) -> datetime:
        later = moment.astimezone(UTC) + timedelta(minutes=minutes)
        return later.astimezone(self.mission.settings.zone)

    def _spans_of(self, block: ProgrammeBlock) -> Iterator[Span]:
        """Slot k starts at block start + k x (slot + changeover) and ends by the block's end."""
        settings = self.mission.settings
        whole = self.span_of(block)
        step = settings.slot_minutes + settings.changeover_minutes
        for offset in range(0, whole.minutes - settings.slot_minutes + 1, step):
            start = self._later(whole.start, offset)
            for venue in self.mission.venues_of(block):
                yield Span(start, self._later(start, settings.slot_minutes), venue)

    def span_of(self, block: ProgrammeBlock) -> Span:
        """Give the time and place of a block."""
        return Span(self.at(block.date, block.start), self.at(block.date, block.end), block.venue)

    def attended(self, code: str) -> tuple[ProgrammeBlock, ...]:
        """Give the blocks that bind a company, its assigned visits among them, in order of time."""
        blocks = (self.mission.blocks[index] for index in sorted(self._attended_by(code)))
        return tuple(sorted(blocks, key=lambda block: (block.date, block.start)))

    def _attended_by(self, code: str) -> set[int]:
        assigned = (index for index, codes in self.visits.items() if code in codes)
        return {*self.mission.binding_blocks(code), *assigned}

    def absences(self, who: str) -> tuple[Span, ...]:
        """Give the times when a company or an interpreter is away, or a table (``venue/table``) is lost."""
        return self._absences.get(who, ())

    @cached_property
    def _absences(self) -> dict[str, tuple[Span, ...]]:
        rows: dict[str, list[Span]] = defaultdict(list)
        for absence in self.mission.absences:
            rows[absence.who].append(self._absent_span(absence))
        return {who: tuple(row) for who, row in rows.items()}

    def _absent_span(self, absence: Absence) -> Span:
        midnight = self.at(absence.date + timedelta(days=1), time.min)
        return Span(
            self.at(absence.date, absence.start or time.min),
            self.at(absence.date, absence.end) if absence.end else midnight,
        )

    def at(self, day: date, clock: time) -> datetime:
        """Give a moment by its date and local time."""
        return datetime.combine(day, clock, self.mission.settings.zone)

    def are_apart(self, a: Span, b: Span) -> bool:
        """Whether one person can do both: no overlap, and time for the way between the venues."""
        first, then = (a, b) if minutes_between(a.start, b.start) >= 0 else (b, a)
        way = self.mission.way_minutes(first.venue, then.venue)
        return minutes_between(first.end, then.start) >= way

    @cached_property
    def free_slots(self) -> dict[str, frozenset[int]]:
        """For each company, the slots that it could use for a meeting, whoever with."""
        return {
            code: frozenset(
                index
                for index in self._open_slots[code]
                if all(self.are_apart(self.slots[index].span, away) for away in self.absences(code))
            )
            if code in self._absences
            else self._open_slots[code]
            for code in self.mission.company
        }

    @cached_property
    def idle_slots(self) -> dict[str, frozenset[int]]:
        """For each company, the slots in which sitting idle is a break (an absence is one too)."""
        return {
            code: frozenset(i for i in indices if self.slots[i].only is None)
            for code, indices in self._open_slots.items()
        }

    @cached_property
    def _open_slots(self) -> dict[str, frozenset[int]]:
        """For each company, the slots of its blocks, less those taken by what it attends."""
        rows: dict[str, frozenset[int]] = {}
        for code in self.mission.company:
            admitting = frozenset(i for i, block in self._meeting_blocks if self.mission.takes_part(block, code))
            apart = frozenset.intersection(self._all_slots, *map(self._apart_from, self._attended_by(code)))
            rows[code] = frozenset(i for i in apart if self._is_open_to(self.slots[i], admitting, code))
        return rows

    @cached_property
    def _all_slots(self) -> frozenset[int]:
        return frozenset(range(len(self.slots)))

    def _apart_from(self, block: int) -> frozenset[int]:
        """Give the slots that one person can use besides a block."""
        if block not in self._apart:
            span = self.span_of(self.mission.blocks[block])
            self._apart[block] = frozenset(s.index for s in self.slots if self.are_apart(s.span, span))
        return self._apart[block]

    @staticmethod
    def _is_open_to(slot: MeetingSlot, admitting: frozenset[int], code: str) -> bool:
        if slot.block is None:
            return slot.only is not None and code in slot.only
        return slot.block in admitting

    @cached_property
    def _meeting_blocks(self) -> tuple[tuple[int, ProgrammeBlock], ...]:
        return tuple(
            (index, block) for index, block in enumerate(self.mission.blocks) if block.kind is BlockKind.MEETINGS
        )

    def slots_for(self, pair: Pair) -> frozenset[int]:
        """Give the slots whose block admits a pair and in which both companies are free."""
        admitted = {i for i, block in self._meeting_blocks if self.mission.admits(block, pair)}
        shared = frozenset.intersection(*(self.free_slots[code] for code in pair))
        return frozenset(i for i in shared if self.slots[i].block in admitted or self.slots[i].only == pair)
