"""An independent judge of schedules: every hard rule checked, every figure recomputed.

Plain Python that shares nothing with any solver, only the contracts `Problem` and `Schedule`. An
empty list of violations means that a schedule can be held as it stands.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from karvan.scheduling.problem import Interpreter, Level, Problem, Slot
from karvan.scheduling.result import Schedule


@dataclass(frozen=True, slots=True)
class Violation:
    """One broken rule, and whom it concerns (indices of the problem).

    Attributes
    ----------
    rule : str
        ``shape``, ``not-placed``, ``slot``, ``capacity``, ``tables``, ``table``, ``home-table``,
        ``interpreter``, ``interpreter-clash``, ``interpreter-day``, ``interpreter-pause``,
        ``precedence``, ``day-limit`` or ``fairness``.
    """

    rule: str
    meetings: tuple[int, ...] = ()
    participants: tuple[int, ...] = ()
    slots: tuple[int, ...] = ()
    interpreters: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the judge found.

    Attributes
    ----------
    violations : tuple of Violation
    breaks : tuple of int, one per participant
    placed : int
        Number of meetings in the schedule.
    """

    violations: tuple[Violation, ...]
    breaks: tuple[int, ...]
    placed: int

    @property
    def is_valid(self) -> bool:
        """Whether no rule is broken."""
        return not self.violations

    @property
    def total_breaks(self) -> int:
        """Breaks of all participants together."""
        return sum(self.breaks)


def judge(problem: Problem, schedule: Schedule) -> Verdict:
    """Check a schedule against every hard rule of its problem, and count its breaks."""
    shape = _misshapen(problem, schedule)
    if shape:
        return Verdict(shape, (0,) * len(problem.participants), 0)
    case = _Case(problem, schedule)
    breaks = tuple(case.breaks_of(p) for p in range(len(problem.participants)))
    violations = (
        *case.slots(),
        *case.capacity(),
        *case.tables(),
        *case.interpreters(),
        *case.precedences(),
        *case.day_limits(),
        *_fairness(problem, breaks),
    )
    return Verdict(violations, breaks, sum(slot is not None for slot in schedule.slot_of))


def _misshapen(problem: Problem, schedule: Schedule) -> tuple[Violation, ...]:
    n = len(problem.meetings)
    columns = (
        (schedule.slot_of, len(problem.slots), False),
        (schedule.interpreter_of, len(problem.interpreters), True),
    )
    for column, size, may_be_missing in columns:
        if len(column) != n and not (may_be_missing and not column):
            return (Violation("shape"),)
        if any(value is not None and not 0 <= value < size for value in column):
            return (Violation("shape"),)
    return () if len(schedule.table_of) in (0, n) else (Violation("shape"),)


def _fairness(problem: Problem, breaks: Sequence[int]) -> Iterator[Violation]:
    """Two participants' numbers of breaks differ by no more than the fairness."""
    if problem.fairness is None or not breaks:
        return
    least, most = min(breaks), max(breaks)
    if most - least > problem.fairness:
        yield Violation("fairness", participants=(breaks.index(most), breaks.index(least)))


class _Case:
    """One schedule of one problem, with the placed meetings listed in useful ways."""

    def __init__(self, problem: Problem, schedule: Schedule) -> None:
        self.problem, self.slot_of = problem, schedule.slot_of
        blank = (None,) * len(problem.meetings)
        self.table_of = schedule.table_of or blank
        self.interpreter_of = schedule.interpreter_of or blank
        self.placed = [(m, s) for m, s in enumerate(schedule.slot_of) if s is not None]
        self.rows: list[list[tuple[int, int]]] = [[] for _ in problem.participants]
        for meeting, slot in self.placed:
            for participant in problem.meetings[meeting].participants:
                self.rows[participant].append((meeting, slot))
        for row in self.rows:
            row.sort(key=self._start)
        self._room_between: dict[frozenset[int] | None, _Grid] = {}

    def _start(self, item: tuple[int, int]) -> tuple[int, int]:
        return self.problem.slots[item[1]].start_min, item[0]

    def slots(self) -> Iterator[Violation]:
        """Mandatory meetings are placed; a meeting lies where it and its participants may be."""
        for meeting, slot in enumerate(self.slot_of):
            spec = self.problem.meetings[meeting]
            if slot is None:
                if spec.level is Level.MANDATORY:
                    yield Violation("not-placed", (meeting,), spec.participants)
                continue
            absent = tuple(p for p in spec.participants if not _contains(self.problem.participants[p].slots, slot))
            if absent or not _contains(spec.slots, slot):
                yield Violation("slot", (meeting,), absent, (slot,))

    def capacity(self) -> Iterator[Violation]:
        """Nobody holds more meetings at once than it can, the way between venues included."""
        for participant, row in enumerate(self.rows):
            room = self.problem.participants[participant].capacity
            yield from (
                Violation("capacity", together, (participant,), (slot,)) for together, slot in self._crowds(row, room)
            )

    def _crowds(self, row: list[tuple[int, int]], room: int) -> Iterator[tuple[tuple[int, ...], int]]:
        """Give the meetings of a row that have begun and keep somebody busy when one begins."""
        slots = self.problem.slots
        going: list[tuple[int, int]] = []
        for meeting, slot in row:
            if going and going[-1][1] != slot:
                going = [(m, s) for m, s in going if self._clash(slots[s], slots[slot])]
            going.append((meeting, slot))
            if len(going) > room:
                yield tuple(m for m, _ in going), slot

    def _clash(self, first: Slot, then: Slot) -> bool:
        """Whether one person cannot serve both; `first` starts no later than `then`."""
        way = 0
        if first.venue != then.venue:
            way = self.problem.travel_min.get((first.venue, then.venue), 0)
        return then.start_min < first.end_min + way

    def tables(self) -> Iterator[Violation]:
        """Tables suffice; a table holds one meeting at once; agreed and home tables are kept."""
        for venue, place in enumerate(self.problem.venues):
            if place.tables is None:
                continue
            here = [(m, s) for m, s in self.placed if self.problem.slots[s].venue == venue]
            here.sort(key=self._start)
            for together, slot in self._crowds(here, len(place.tables)):
                yield Violation("tables", together, slots=(slot,))
            for meeting, slot in here:
                yield from self._own_table(meeting, slot, venue, len(place.tables))
            yield from self._shared_tables(here)

    def _own_table(self, meeting: int, slot: int, venue: int, size: int) -> Iterator[Violation]:
        spec, table = self.problem.meetings[meeting], self.table_of[meeting]
        agreed = spec.table is not None and spec.table != (venue, table)
        if table is None or not 0 <= table < size or agreed or (slot, table) in self.problem.closed:
            yield Violation("table", (meeting,), slots=(slot,))
        for participant in spec.participants:
            home = self.problem.participants[participant].home_table
            if home is not None and home[0] == venue and home[1] != table:
                yield Violation("home-table", (meeting,), (participant,), (slot,))

    def _shared_tables(self, here: list[tuple[int, int]]) -> Iterator[Violation]:
        by_table: dict[int, list[tuple[int, int]]] = {}
        for meeting, slot in here:
            table = self.table_of[meeting]
            if table is not None:
                by_table.setdefault(table, []).append((meeting, slot))
        for row in by_table.values():
            for together, slot in self._crowds(row, 1):
                yield Violation("table", together, slots=(slot,))

    def interpreters(self) -> Iterator[Violation]:
        """A meeting that needs an interpreter has one who can serve it, is there, and may go on."""
        rows: list[list[tuple[int, int]]] = [[] for _ in self.problem.interpreters]
        for meeting, slot in self.placed:
            wanted, given = self.problem.meetings[meeting].interpreters, self.interpreter_of[meeting]
            if given is None:
                if wanted is not None:
                    yield Violation("interpreter", (meeting,), slots=(slot,))
                continue
            rows[given].append((meeting, slot))
            is_there = _contains(self.problem.interpreters[given].slots, slot)
            if wanted is None or given not in wanted or not is_there:
                yield Violation("interpreter", (meeting,), (), (slot,), (given,))
        for index, row in enumerate(rows):
            row.sort(key=self._start)
            yield from self._duty(index, row)

    def _duty(self, index: int, row: list[tuple[int, int]]) -> Iterator[Violation]:
        for together, slot in self._crowds(row, 1):
            yield Violation("interpreter-clash", together, (), (slot,), (index,))
        person = self.problem.interpreters[index]
        for day in {self.problem.slots[slot].day for _, slot in row}:
            own = [(m, s) for m, s in row if self.problem.slots[s].day == day]
            meetings = tuple(m for m, _ in own)
            if sum(self.problem.slots[s].duration_min for _, s in own) > person.max_minutes_per_day:
                yield Violation("interpreter-day", meetings, interpreters=(index,))
            for stretch in self._stretches(person, own):
                if self._minutes(stretch) > person.max_minutes_without_pause:
                    yield Violation("interpreter-pause", stretch, interpreters=(index,))

    def _minutes(self, meetings: Iterable[int]) -> int:
        slots = (self.slot_of[m] for m in meetings)
        return sum(self.problem.slots[s].duration_min for s in slots if s is not None)

    def _stretches(self, person: Interpreter, row: list[tuple[int, int]]) -> Iterator[tuple[int, ...]]:
        """Give the runs of meetings without a pause between; a changeover is no pause."""
        run: list[int] = []
        end = 0
        for meeting, slot in row:
            gap = self.problem.slots[slot].start_min - end
            if run and gap >= person.pause_minutes and gap > self.problem.changeover_min:
                yield tuple(run)
                run = []
            run.append(meeting)
            end = max(end, self._end(slot))
        if run:
            yield tuple(run)

    def _end(self, slot: int) -> int:
        return self.problem.slots[slot].end_min

    def precedences(self) -> Iterator[Violation]:
        """A meeting that must come first is over when the other begins (where both are held)."""
        for first, then in self.problem.precedences:
            a, b = self.slot_of[first], self.slot_of[then]
            if a is not None and b is not None and self._end(a) > self.problem.slots[b].start_min:
                yield Violation("precedence", (first, then), slots=(a, b))

    def day_limits(self) -> Iterator[Violation]:
        """Nobody has more meetings a day than it wants."""
        for participant, row in enumerate(self.rows):
            limit = self.problem.participants[participant].max_per_day
            if limit is None:
                continue
            for day in {self.problem.slots[slot].day for _, slot in row}:
                own = tuple(m for m, s in row if self.problem.slots[s].day == day)
                if len(own) > limit:
                    yield Violation("day-limit", own, (participant,))

    def breaks_of(self, participant: int) -> int:
        """Count the pairs of consecutive meetings of a day between which a grid slot fits."""
        own = self.problem.participants[participant].grid
        if own not in self._room_between:
            self._room_between[own] = _Grid(self.problem.slots, own)
        grid = self._room_between[own]
        count = 0
        over: dict[int, int] = {}
        for _, slot in self.rows[participant]:
            span = self.problem.slots[slot]
            if span.day in over:
                count += grid.fits(span.day, over[span.day], span.start_min)
            over[span.day] = max(over.get(span.day, span.end_min), span.end_min)
        return count


class _Grid:
    """The slots in which sitting idle counts, asked for room between two times."""

    def __init__(self, slots: Sequence[Slot], own: frozenset[int] | None) -> None:
        self._days: dict[int, tuple[list[int], list[int]]] = {}
        chosen = sorted(
            (slot.day, slot.start_min, slot.end_min) for index, slot in enumerate(slots) if _contains(own, index)
        )
        for day, start, end in reversed(chosen):
            starts, ends = self._days.setdefault(day, ([], []))
            starts.append(start)
            ends.append(min(end, ends[-1]) if ends else end)
        for starts, ends in self._days.values():
            starts.reverse()
            ends.reverse()

    def fits(self, day: int, begin: int, end: int) -> bool:
        """Whether a slot lies within [begin, end)."""
        starts, ends = self._days.get(day, ([], []))
        at = bisect_left(starts, begin)
        return at < len(ends) and ends[at] <= end


def _contains(members: frozenset[int] | None, index: int) -> bool:
    return members is None or index in members
