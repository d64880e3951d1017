"""The released programme on the changed mission: what may stay, what is hit, what is frozen."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time
from functools import cached_property

from karvan.mission.calendar import minutes_between
from karvan.mission.mission import Pair
from karvan.mission.programme import Meeting as PlacedMeeting
from karvan.scheduling.candidates import level_of, oriented
from karvan.scheduling.from_mission import Candidate, MissionProblem
from karvan.scheduling.problem import Problem
from karvan.scheduling.repair.apply import Situation, in_utc
from karvan.scheduling.repair.told import companies_told_of_blocks
from karvan.scheduling.result import Schedule


@dataclass(frozen=True, slots=True)
class Home:
    """Where a released meeting is, in the indices of the problem; None: there is no such thing any more."""

    slot: int | None
    table: int | None
    interpreter: int | None


@dataclass(frozen=True)
class Case:
    """A repair to be made.

    Attributes
    ----------
    situation : Situation
    extra : tuple of pair
        Further pairs that may be placed, besides those released and those that the changes ask for.
    suspects : frozenset of pair
        Meetings that broke a rule already when they were released.
    """

    situation: Situation
    extra: tuple[Pair, ...] = ()
    suspects: frozenset[Pair] = frozenset()

    @cached_property
    def released(self) -> dict[Pair, PlacedMeeting]:
        """Meetings of the released programme that are still wanted; those of a moved block have moved with it."""
        mission, gone = self.situation.mission, self.situation.withdrawn
        meetings = (self.situation.followed.get(m.pair, m) for m in self.situation.released.meetings)
        return {m.pair: m for m in meetings if m.pair not in gone and m.pair not in mission.avoided}

    @cached_property
    def made(self) -> MissionProblem:
        """The problem of the mission as it is now, its meetings in the order of the released programme."""
        mission = self.situation.mission
        new = dict.fromkeys((*sorted(self.situation.added, key=sorted), *self.extra))
        candidates = [
            Candidate(m.company, m.counterpart, level_of(mission, pair), m.score) for pair, m in self.released.items()
        ]
        candidates += [
            Candidate(*oriented(mission, pair), level_of(mission, pair)) for pair in new if pair not in self.released
        ]
        return MissionProblem(mission, tuple(candidates), self.situation.visits)

    @cached_property
    def problem(self) -> Problem:
        """The whole problem."""
        return self.made.problem

    @cached_property
    def homes(self) -> tuple[Home | None, ...]:
        """For each meeting where it was released; None: it is new."""
        slots = defaultdict(list)
        for slot in self.made.calendar.slots:
            slots[in_utc(slot.span.start), in_utc(slot.span.end), slot.span.venue].append(slot.index)
        codes = {code: index for index, code in enumerate(self.situation.mission.interpreter)}
        return tuple(
            self._home(index, slots[in_utc(m.start), in_utc(m.end), m.venue], codes) if m else None
            for index, m in ((index, self._was(index)) for index in range(len(self.made.candidates)))
        )

    def _was(self, meeting: int) -> PlacedMeeting | None:
        return self.released.get(self.made.candidates[meeting].pair)

    def _home(self, meeting: int, slots: Iterable[int], codes: dict[str, int]) -> Home:
        was = self.released[self.made.candidates[meeting].pair]
        allowed = self.allowed(meeting)
        tables = self.situation.mission.tables_at.get(was.venue, ())
        return Home(
            next((slot for slot in slots if slot in allowed), None),
            tables.index(was.table) if was.table in tables else None,
            codes.get(was.interpreter),
        )

    def allowed(self, meeting: int) -> frozenset[int]:
        """Give the slots that a meeting's own rules leave, those that have begun among them."""
        return self._allowed[meeting]

    @cached_property
    def _allowed(self) -> tuple[frozenset[int], ...]:
        return tuple(map(self._find_allowed, range(len(self.made.candidates))))

    def _find_allowed(self, meeting: int) -> frozenset[int]:
        """Apply the rules about one meeting and one slot.

        WITHIN_BLOCK, COMPANY_AWAY and the like; TABLE and HOME_TABLE: its table is there and not lost;
        INTERPRETER_AWAY: somebody who could interpret is not away.
        """
        spec, problem = self.problem.meetings[meeting], self.problem
        slots = problem.allowed(meeting)
        bound = self.bound_tables(meeting)
        if len(bound) > 1:
            return frozenset()
        for venue, table in bound:
            here = (s for s in slots if problem.slots[s].venue == venue)
            slots = frozenset(s for s in here if (s, table) not in problem.closed)
        if spec.interpreters is not None:
            slots = frozenset(s for s in slots if any(self.is_there(i, s) for i in spec.interpreters))
        return slots

    def bound_tables(self, meeting: int) -> set[tuple[int, int]]:
        """Give the tables at which a meeting must be: its own, and its companies' home tables."""
        spec = self.problem.meetings[meeting]
        homes = (self.problem.participants[p].home_table for p in spec.participants)
        return {table for table in (spec.table, *homes) if table is not None}

    def is_there(self, interpreter: int, slot: int) -> bool:
        """Whether an interpreter is not away in a slot."""
        slots = self.problem.interpreters[interpreter].slots
        return slots is None or slot in slots

    @cached_property
    def frozen(self) -> frozenset[int]:
        """Meetings that have begun."""
        has_begun = self.situation.changes.has_begun
        return frozenset(
            index for index in range(len(self.made.candidates)) if (m := self._was(index)) and has_begun(m.start)
        )

    @cached_property
    def apart(self) -> frozenset[tuple[int, int]]:
        """Interpreters, each with a day on which a meeting that has begun is theirs."""
        homes = (self.homes[meeting] for meeting in self.frozen)
        return frozenset(
            (home.interpreter, self.problem.slots[home.slot].day)
            for home in homes
            if home is not None and home.slot is not None and home.interpreter is not None
        )

    @cached_property
    def begun(self) -> frozenset[int]:
        """Slots that have begun, in which nothing new can be placed."""
        has_begun = self.situation.changes.has_begun
        return frozenset(slot.index for slot in self.made.calendar.slots if has_begun(slot.span.start))

    def other_slots(self, meeting: int) -> frozenset[int]:
        """Give the slots to which a meeting could move, by its own rules."""
        home = self.homes[meeting]
        return self.allowed(meeting) - self.begun - {home.slot if home else None}

    def least_shift(self, meeting: int) -> int:
        """Give the fewest minutes by which a meeting could move."""
        if meeting not in self._least_shifts:
            shifts = (self.shift(meeting, slot) for slot in self.other_slots(meeting))
            self._least_shifts[meeting] = min(shifts, default=0)
        return self._least_shifts[meeting]

    @cached_property
    def _least_shifts(self) -> dict[int, int]:
        """What was found once."""
        return {}

    def shift(self, meeting: int, slot: int) -> int:
        """Give the minutes between where a meeting was released and a slot; zero for a new one."""
        was = self._released_min[meeting]
        return 0 if was is None else abs(self.problem.slots[slot].start_min - was)

    @cached_property
    def _released_min(self) -> tuple[int | None, ...]:
        """For each meeting when it was released to start, in minutes since the problem's first midnight."""
        first = self.made.calendar.at(self.situation.mission.settings.start_date, time.min)
        rows = (self._was(m) for m in range(len(self.made.candidates)))
        return tuple(minutes_between(first, m.start) if m else None for m in rows)

    def keeps_table(self, meeting: int) -> bool:
        """Whether a meeting could stay at its table, in its slot."""
        home = self.homes[meeting]
        if home is None or home.slot is None:
            return False
        if self.tables_of(home.slot) is None:
            return True
        bound = {table for _, table in self.bound_tables(meeting)}
        is_open = home.table is not None and (home.slot, home.table) not in self.problem.closed
        return is_open and bound <= {home.table}

    def keeps_interpreter(self, meeting: int) -> bool:
        """Whether a meeting could keep its interpreter, or needs none and has none."""
        home, wanted = self.homes[meeting], self.problem.meetings[meeting].interpreters
        if home is None or home.slot is None:
            return False
        if wanted is None:
            return home.interpreter is None
        return home.interpreter in wanted and self.is_there(home.interpreter, home.slot)

    def old_interpreter(self, meeting: int) -> int | None:
        """Give who interpreted a meeting in the released programme."""
        home = self.homes[meeting]
        return home.interpreter if home else None

    def tables_of(self, slot: int) -> tuple[str, ...] | None:
        """Give the tables of a slot's venue; None where their number does not matter."""
        return self.problem.venues[self.problem.slots[slot].venue].tables

    @cached_property
    def hit(self) -> frozenset[int]:
        """Meetings that cannot stay just as they are, and new ones."""
        return frozenset(
            m
            for m in range(len(self.made.candidates))
            if m not in self.frozen and (self._is_suspect(m) or not (self.keeps_table(m) and self.keeps_interpreter(m)))
        )

    def _is_suspect(self, meeting: int) -> bool:
        return self.made.candidates[meeting].pair in self.suspects

    @cached_property
    def movable(self) -> frozenset[int]:
        """Meetings that have not begun."""
        return frozenset(range(len(self.made.candidates))) - self.frozen

    def rivals(self, meetings: Iterable[int]) -> frozenset[int]:
        """Give the meetings that use in the same slot the same interpreters as some others could.

        One is as good as another to make room there, so that they are best looked at together.
        """
        homes = (self.homes[m] for m in meetings if self.wants_interpreter(m))
        slots = {home.slot for home in homes if home} - {None}
        return frozenset(
            m
            for m, home in enumerate(self.homes)
            if home and home.slot in slots and self.wants_interpreter(m) and m not in self.frozen
        )

    def wants_interpreter(self, meeting: int) -> bool:
        """Whether a meeting needs an interpreter."""
        return self.problem.meetings[meeting].interpreters is not None

    @cached_property
    def told_anyway(self) -> frozenset[int]:
        """Companies whose agenda changes whatever is done: by a block, a withdrawn or an impossible meeting."""
        index_of = {code: index for index, code in enumerate(self.made.codes)}
        situation = self.situation
        codes = set(companies_told_of_blocks(situation.released, self.made))
        codes |= {code for pair in situation.followed for code in pair}
        codes |= {code for m in situation.released.meetings if m.pair not in self.released for code in m.pair}
        by_hit = (self.problem.meetings[m].participants for m in self.hit if self._was(m) and not self.keeps_table(m))
        return frozenset((*(index_of[code] for code in codes), *(p for row in by_hit for p in row)))

    @cached_property
    def as_it_was(self) -> Schedule:
        """What is left where it was when everything that is hit is left out: always a way to go on."""
        stays = [None if m in self.hit else home for m, home in enumerate(self.homes)]
        return Schedule(
            tuple(home.slot if home else None for home in stays),
            tuple(home.table if home else None for home in stays),
            tuple(home.interpreter if home else None for home in stays),
        )
