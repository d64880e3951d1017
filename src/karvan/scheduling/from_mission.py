"""From a mission and the pairs that may meet to a scheduling problem, and back to a programme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time
from functools import cached_property

from karvan.mission.blocks import BlockKind
from karvan.mission.calendar import Calendar, minutes_between
from karvan.mission.companies import TableRef
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Attendance, PlacedLevel
from karvan.mission.programme import Meeting as PlacedMeeting
from karvan.mission.requests import FixedMeeting
from karvan.scheduling.problem import (
    Interpreter,
    Level,
    Meeting,
    Participant,
    Problem,
    Slot,
    Venue,
)
from karvan.scheduling.result import Schedule

LEVELS = {
    PlacedLevel.FIXED: Level.MANDATORY,
    PlacedLevel.MUST: Level.MUST,
    PlacedLevel.WANT: Level.WANT,
    PlacedLevel.SUGGESTION: Level.SUGGESTION,
}
"""What each level of a programme is to a solver."""

WEIGHT_OF_FULL_SCORE = 100
"""The weight of a suggestion with score 1; weights are whole numbers so that bounds are exact."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A pair that may meet; `company` is the visitor, or whoever asked where both are of one side."""

    company: str
    counterpart: str
    level: PlacedLevel
    score: float | None = None

    @property
    def pair(self) -> Pair:
        """The two companies."""
        return frozenset((self.company, self.counterpart))


@dataclass(frozen=True)
class MissionProblem:
    """A scheduling problem with the way back to the mission that it was made from.

    Attributes
    ----------
    visits : dict of block index to company codes
        Who was assigned to each visit that is a choice.
    """

    mission: Mission
    candidates: tuple[Candidate, ...]
    visits: dict[int, tuple[str, ...]]

    @cached_property
    def calendar(self) -> Calendar:
        """The slots, and who is free when."""
        return Calendar(self.mission, self.visits)

    @cached_property
    def venues(self) -> tuple[str, ...]:
        """Every venue with a slot, in the problem's order."""
        return tuple(dict.fromkeys(slot.span.venue for slot in self.calendar.slots)) or ("",)

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """Company codes in the problem's order."""
        return tuple(self.mission.company)

    @cached_property
    def _index_of(self) -> dict[str, int]:
        return {code: index for index, code in enumerate(self.codes)}

    @cached_property
    def _fixed(self) -> dict[Pair, FixedMeeting]:
        return {row.pair: row for row in reversed(self.mission.fixed)}

    @cached_property
    def problem(self) -> Problem:
        """The problem itself."""
        settings = self.mission.settings
        return Problem(
            slots=self._slots(),
            participants=tuple(map(self._participant, self.codes)),
            meetings=tuple(map(self._meeting, self.candidates)),
            venues=tuple(Venue(venue, self.mission.tables_at.get(venue)) for venue in self.venues),
            interpreters=tuple(map(self._interpreter, self.mission.interpreter)),
            travel_min={
                (i, j): self.mission.way_minutes(a, b)
                for i, a in enumerate(self.venues)
                for j, b in enumerate(self.venues)
            },
            changeover_min=settings.changeover_minutes,
            goals=tuple(goal.value for goal in settings.goals),
            closed=frozenset(self._closed()),
        )

    def _closed(self) -> Iterator[tuple[int, int]]:
        """TABLE: a table that is lost for a while holds no meeting meanwhile."""
        for venue, tables in self.mission.tables_at.items():
            for index, table in enumerate(tables):
                for lost in self.calendar.absences(str(TableRef(venue, table))):
                    for slot in self.calendar.slots:
                        if slot.span.venue == venue and not self.calendar.are_apart(slot.span, lost):
                            yield slot.index, index

    def _slots(self) -> tuple[Slot, ...]:
        first = self.calendar.at(self.mission.settings.start_date, time.min)
        return tuple(
            Slot(
                minutes_between(first, slot.span.start),
                minutes_between(first, slot.span.end),
                (slot.span.start.date() - self.mission.settings.start_date).days,
                self.venues.index(slot.span.venue),
            )
            for slot in self.calendar.slots
        )

    def _participant(self, code: str) -> Participant:
        company = self.mission.company[code]
        return Participant(
            code,
            slots=self.calendar.free_slots[code],
            grid=self.calendar.idle_slots[code],
            capacity=company.representatives,
            max_per_day=self.mission.daily_limit(code),
            min_meetings=self.mission.settings.min_meetings_per_company,
            home_table=self._table(company.home_table),
        )

    def _table(self, ref: TableRef | None) -> tuple[int, int] | None:
        """Give the indices of a table; a venue without slots stands behind the last."""
        if ref is None:
            return None
        (full,) = self.mission.find_tables(ref)
        venue = self.venues.index(full.venue) if full.venue in self.venues else len(self.venues)
        return venue, self.mission.tables_at[full.venue].index(full.table)

    def _interpreter(self, code: str) -> Interpreter:
        """INTERPRETER_AWAY: the slots of an interpreter overlap no absence."""
        interpreter = self.mission.interpreter[code]
        away = self.calendar.absences(code)
        return Interpreter(
            code,
            frozenset(
                slot.index
                for slot in self.calendar.slots
                if all(self.calendar.are_apart(slot.span, span) for span in away)
            ),
            interpreter.max_minutes_per_day,
            interpreter.max_minutes_without_pause,
            interpreter.pause_minutes,
        )

    def _meeting(self, candidate: Candidate) -> Meeting:
        row = self._fixed.get(candidate.pair)
        return Meeting(
            participants=(
                self._index_of[candidate.company],
                self._index_of[candidate.counterpart],
            ),
            level=LEVELS[candidate.level],
            weight=round(WEIGHT_OF_FULL_SCORE * (candidate.score or 0.0)),
            slots=self._slots_of(candidate.pair, row),
            interpreters=self._interpreters_of(candidate, row),
            table=self._table(row.table) if row else None,
        )

    def _slots_of(self, pair: Pair, row: FixedMeeting | None) -> frozenset[int]:
        """Give the slots of a meeting that leave only what it shares with others to the solver.

        WITHIN_BLOCK, BLOCK_DOMAIN: a block admits both. COMPANY_AWAY, ATTENDANCE, TRAVEL: neither is
        away, takes part in another block, or is on the way from or to one. FIXED: as it was agreed.
        """
        slots = self.calendar.slots_for(pair)
        if row and row.date:
            slots = frozenset(i for i in slots if self._start(i).date() == row.date)
        if row and row.start:
            slots = frozenset(i for i in slots if self._start(i).time() == row.start)
        return slots

    def _start(self, slot: int) -> datetime:
        return self.calendar.slots[slot].span.start

    def _interpreters_of(self, candidate: Candidate, row: FixedMeeting | None) -> frozenset[int] | None:
        codes = tuple(self.mission.interpreter)
        agreed = codes.index(row.interpreter) if row and row.interpreter else None
        pair = candidate.company, candidate.counterpart
        if not self.mission.needs_interpreter(*pair):
            return None if agreed is None else frozenset((agreed,))
        return frozenset(
            index
            for index, code in enumerate(codes)
            if agreed in (None, index) and self.mission.can_interpret(self.mission.interpreter[code], *pair)
        )

    def placed_meetings(self, schedule: Schedule) -> tuple[PlacedMeeting, ...]:
        """Give the meetings of a schedule with their companies, times, tables and interpreters."""
        placed = (
            self._placed(index, slot, schedule) for index, slot in enumerate(schedule.slot_of) if slot is not None
        )
        return tuple(sorted(placed, key=lambda m: (m.start, m.venue, _natural(m.table))))

    def _placed(self, index: int, slot: int, schedule: Schedule) -> PlacedMeeting:
        candidate = self.candidates[index]
        span = self.calendar.slots[slot].span
        table, interpreter = schedule.table_of[index], schedule.interpreter_of[index]
        tables = self.mission.tables_at.get(span.venue, ())
        return PlacedMeeting(
            company=candidate.company,
            counterpart=candidate.counterpart,
            start=span.start,
            end=span.end,
            venue=span.venue,
            table="" if table is None else tables[table],
            interpreter="" if interpreter is None else tuple(self.mission.interpreter)[interpreter],
            level=candidate.level,
            score=candidate.score,
        )

    def attendances(self, *, is_visit: bool) -> tuple[Attendance, ...]:
        """BLOCKS: give the visits, or the other blocks that bind, with those who take part."""
        return tuple(
            Attendance(
                kind=block.kind,
                title=block.title,
                start=self.calendar.span_of(block).start,
                end=self.calendar.span_of(block).end,
                venue=block.venue,
                companies=self.visits.get(index, ())
                if block.is_assigned
                else tuple(c for c in self.codes if self.mission.takes_part(block, c)),
            )
            for index, block in enumerate(self.mission.blocks)
            if block.kind is not BlockKind.MEETINGS and (block.kind is BlockKind.VISIT) == is_visit
        )


def _natural(code: str) -> tuple[int, str]:
    """Order table codes as people do: 2 before 10."""
    return (int(code), "") if code.isdigit() else (10**9, code)
