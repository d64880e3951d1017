"""The exact model of a neighbourhood, with the literals that say what changes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ortools.sat.python.cp_model import IntVar, LinearExpr

from karvan.scheduling.exact.crews import alike
from karvan.scheduling.exact.model import Model
from karvan.scheduling.exact.rules import add_rules
from karvan.scheduling.problem import Level
from karvan.scheduling.repair.case import Case
from karvan.scheduling.repair.goals import LOST, RepairGoal, is_moved
from karvan.scheduling.repair.neighbourhood import Neighbourhood

Expression = LinearExpr | IntVar | int


@dataclass
class RepairModel:
    """All rules on a neighbourhood; a meeting that is not free stays in its slot or leaves.

    Attributes
    ----------
    base : Model
        Of the small problem.
    seats : dict of (index, slot) to literals by table
        At which table a meeting sits, in venues where counting tables is not enough.
    keeps_table, keeps_interpreter : dict of meeting to literal
        By the index in the whole problem: whether it stays where, or with whom, it was.
    """

    near: Neighbourhood
    base: Model
    seats: dict[tuple[int, int], dict[int, IntVar]] = field(default_factory=dict[tuple[int, int], dict[int, IntVar]])
    keeps_table: dict[int, IntVar] = field(default_factory=dict[int, IntVar])
    keeps_interpreter: dict[int, IntVar] = field(default_factory=dict[int, IntVar])

    @classmethod
    def of(cls, near: Neighbourhood, *, is_named: bool = False) -> RepairModel:
        """Build the model: rules first, then what stays.

        Parameters
        ----------
        is_named : bool
            Whether every interpreter is known by name. Otherwise those who are as good as each other are
            counted, and meetings that one of them serves are taken to keep him while they stay: all
            goals are as they are but the last, changes of interpreter, of which there may be more.
        """
        problem = near.problem
        base = Model.of(problem, None if is_named else alike(problem, near.case.apart))
        add_rules(base)
        model = cls(near, base)
        model._name_tables()
        model._keep_tables()
        model._keep_interpreters()
        return model

    @property
    def case(self) -> Case:
        """The repair."""
        return self.near.case

    @property
    def is_counting(self) -> bool:
        """Whether some interpreters are counted, not known by name."""
        return any(len(members) > 1 for members in self.base.crews.values())

    def place(self, index: int) -> tuple[int, IntVar] | None:
        """Give a small problem's meeting by its index in the whole one, and the literal of its old slot."""
        meeting = self.near.meetings[index]
        slot = self.near.home_slot(meeting)
        literal = None if slot is None else self.base.at.get((index, slot))
        return None if literal is None else (meeting, literal)

    def _name_tables(self) -> None:
        """TABLE, where slots overlap without being the same: each meeting has one, each table one at a time."""
        slots = self.case.problem.slots
        for (index, slot), literal in self.base.at.items():
            if slots[slot].venue in self.near.staggered:
                self.seats[index, slot] = self._seats_of(index, slot, literal)
        for now in {slot for _, slot in self.seats}:
            running = {s for s in self.near.meanwhile(now) if slots[s].start_min <= slots[now].start_min}
            at_table: dict[int, list[IntVar]] = defaultdict(list)
            for (_, slot), seats in self.seats.items():
                for table, literal in seats.items() if slot in running else ():
                    at_table[table].append(literal)
            for literals in at_table.values():
                self.base.cp.add_at_most_one(literals)

    def _seats_of(self, index: int, slot: int, literal: IntVar) -> dict[int, IntVar]:
        bound = [table for _, table in self.case.bound_tables(self.near.meetings[index])]
        if bound:
            return {bound[0]: literal}
        tables = range(len(self.case.tables_of(slot) or ()))
        free = [table for table in tables if (slot, table) not in self.base.problem.closed]
        seats = {table: self.base.cp.new_bool_var(f"seat{index},{slot},{table}") for table in free}
        self.base.cp.add(sum(seats.values()) == literal)
        return seats

    def _keep_tables(self) -> None:
        claims = self._claims()
        for index in range(len(self.near.meetings)):
            found = self.place(index)
            if found is None or not self.case.keeps_table(found[0]):
                continue
            meeting, stays = found
            slot, table = self._seat(meeting)
            if (index, slot) in self.seats:
                self._keep_table(meeting, self.seats[index, slot][table])
                continue
            rivals = [] if self.case.bound_tables(meeting) else claims.get((slot, table), [])
            if rivals:
                kept = self.base.cp.new_bool_var(f"seat{meeting}")
                self.base.cp.add(kept <= stays)
                for rival in rivals:
                    self.base.cp.add_at_most_one([kept, rival])
                stays = kept
            self._keep_table(meeting, stays)

    def _keep_table(self, meeting: int, stays: IntVar) -> None:
        """Note what says that a meeting keeps its table; one that has begun does."""
        self.keeps_table[meeting] = stays
        if meeting in self.case.frozen:
            self.base.cp.add(stays == 1)

    def _seat(self, meeting: int) -> tuple[int, int]:
        """Give the slot and table of a released meeting; tables without numbers are all the same one."""
        home = self.case.homes[meeting]
        assert home is not None
        assert home.slot is not None
        return home.slot, home.table or 0

    def _claims(self) -> dict[tuple[int, int], list[IntVar]]:
        """For (slot, table): the literals of meetings that can sit nowhere else meanwhile."""
        rows: dict[tuple[int, int], list[IntVar]] = defaultdict(list)
        for (index, slot), literal in self.base.at.items():
            for _, table in self.case.bound_tables(self.near.meetings[index]):
                for other in self.near.meanwhile(slot):
                    rows[other, table].append(literal)
        return rows

    def _keep_interpreters(self) -> None:
        for index in range(len(self.near.meetings)):
            found = self.place(index)
            if found is None or not self.case.keeps_interpreter(found[0]):
                continue
            meeting, stays = found
            wanted = self.case.problem.meetings[meeting].interpreters
            if wanted is not None:
                stays = self._keeps(meeting, stays, wanted)
            self.keeps_interpreter[meeting] = stays

    def _keeps(self, meeting: int, stays: IntVar, wanted: frozenset[int]) -> IntVar:
        home = self.case.homes[meeting]
        assert home is not None
        assert home.slot is not None
        assert home.interpreter is not None
        if len(self.base.crews.get((home.interpreter, self.case.problem.slots[home.slot].day), ())) != 1:
            return stays
        kept = self.base.cp.new_bool_var(f"voice{meeting}")
        self.base.cp.add(kept <= stays)
        self.base.cp.add(kept <= self.base.serving[wanted, home.slot][home.interpreter])
        if meeting in self.case.frozen:
            self.base.cp.add(kept == 1)
        return kept

    # ---- goals ------------------------------------------------------------------------------------

    def expressions(self) -> dict[RepairGoal, Expression]:
        """Give every goal as an expression, to be made small."""
        lost = {goal: self._lost(level) for goal, level in LOST.items()}
        return lost | {
            RepairGoal.COMPANIES: self._companies(),
            RepairGoal.MOVED: sum(self._moved()),
            RepairGoal.SHIFT: self._shift(),
            RepairGoal.TABLES: sum(self._changed(self.keeps_table)),
            RepairGoal.INTERPRETERS: sum(self._changed(self.keeps_interpreter)),
        }

    def _lost(self, level: Level) -> Expression:
        """Count meetings that are not placed; one that leaves is lost only where it has no other slot."""
        return sum(
            1 - self.base.is_placed[index]
            for index, meeting in enumerate(self.near.meetings)
            if self.case.problem.meetings[meeting].level is level and self._would_be_lost(meeting)
        )

    def _would_be_lost(self, meeting: int) -> bool:
        if meeting in self.near.free:
            return True
        return meeting not in self.case.frozen and not self.case.other_slots(meeting)

    def _moved(self) -> Iterable[Expression]:
        for (index, slot), literal in self.base.at.items():
            if is_moved(self.case, self.near.meetings[index], slot):
                yield literal
        yield from (1 - self.base.is_placed[index] for index, _ in self._leavers())

    def outsiders(self) -> list[int]:
        """Give the meetings, by their index in the small problem, that stay or leave."""
        return [
            index
            for index, meeting in enumerate(self.near.meetings)
            if meeting not in self.near.free and meeting not in self.case.frozen
        ]

    def _leavers(self) -> Iterator[tuple[int, int]]:
        """Give the meetings that would move if they left, and the least minutes by which."""
        for index in self.outsiders():
            meeting = self.near.meetings[index]
            if self.case.other_slots(meeting):
                yield index, self.case.least_shift(meeting)

    def _shift(self) -> Expression:
        moves = ((self.near.meetings[index], slot, literal) for (index, slot), literal in self.base.at.items())
        free = sum(
            self.case.shift(meeting, slot) * literal
            for meeting, slot, literal in moves
            if is_moved(self.case, meeting, slot)
        )
        return free + sum(least * (1 - self.base.is_placed[index]) for index, least in self._leavers())

    def longest_shift(self, meeting: int) -> int:
        """Give the most minutes by which a meeting could move."""
        return max((self.case.shift(meeting, slot) for slot in self.near.slots_of(meeting)), default=0)

    def _changed(self, kept: dict[int, IntVar]) -> Iterable[Expression]:
        for index in range(len(self.near.meetings)):
            found = self.place(index)
            if found is not None:
                meeting, stays = found
                yield stays - kept[meeting] if meeting in kept else stays

    def _companies(self) -> Expression:
        """Count the companies whose agenda changes, those that are told anyway among them."""
        causes: dict[int, list[Expression]] = defaultdict(list)
        for index, meeting in enumerate(self.near.meetings):
            if meeting in self.case.frozen:
                continue
            is_new = self.case.homes[meeting] is None
            change = self.base.is_placed[index] if is_new else 1 - self.keeps_table.get(meeting, 0)
            for participant in self.case.problem.meetings[meeting].participants:
                if participant not in self.case.told_anyway:
                    causes[participant].append(change)
        told = [self._any_of(participant, row) for participant, row in causes.items()]
        return sum(told) + len(self.case.told_anyway)

    def _any_of(self, participant: int, causes: list[Expression]) -> IntVar:
        told = self.base.cp.new_bool_var(f"told{participant}")
        for cause in causes:
            self.base.cp.add(told >= cause)
        return told
