"""The variables of the exact model, shared by its rules and goals."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import combinations

from ortools.sat.python.cp_model import CpModel, IntVar, LinearExpr

from karvan.scheduling.exact.crews import Crews, alone
from karvan.scheduling.exact.gaps import breaks_of
from karvan.scheduling.problem import Problem

Table = tuple[int, int]
"""Venue index and table index."""


@dataclass
class Model:
    """A CP-SAT model of a problem.

    Attributes
    ----------
    at : dict of (meeting, slot) to literal
        Whether a meeting is held in a slot; only pairs that its rules leave.
    is_placed : list of literal, one per meeting
    crews : dict of (interpreter, day) to members
        Who is counted together; unless given, everybody is alone.
    serving : dict of (eligible interpreters, slot) to variables by interpreter
        Whether an interpreter (or how many of the crew that he leads) serve meetings of a kind in a slot.
    """

    problem: Problem
    crews: Crews = field(default_factory=Crews)
    cp: CpModel = field(default_factory=CpModel)
    at: dict[tuple[int, int], IntVar] = field(default_factory=dict[tuple[int, int], IntVar])
    is_placed: list[IntVar] = field(default_factory=list[IntVar])
    serving: dict[tuple[frozenset[int], int], dict[int, IntVar]] = field(
        default_factory=dict[tuple[frozenset[int], int], dict[int, IntVar]]
    )

    @classmethod
    def of(cls, problem: Problem, crews: Crews | None = None) -> Model:
        """Create the variables: one literal per meeting and slot, one per meeting."""
        model = cls(problem, alone(problem) if crews is None else crews)
        for meeting in range(len(problem.meetings)):
            placed = model.cp.new_bool_var(f"placed{meeting}")
            model.is_placed.append(placed)
            slots = sorted(model.slots_of(meeting))
            for slot in slots:
                model.at[meeting, slot] = model.cp.new_bool_var(f"at{meeting},{slot}")
            model.cp.add(sum(model.at[meeting, slot] for slot in slots) == placed)
        return model

    def slots_of(self, meeting: int) -> frozenset[int]:
        """Give the slots that a meeting's rules of its own leave: allowed, table, interpreter."""
        slots = self.problem.allowed(meeting)
        tables = self.bound_tables(meeting)
        if len(tables) > 1:
            return frozenset()
        for venue, table in tables:
            here = (s for s in slots if self.problem.slots[s].venue == venue)
            slots = frozenset(s for s in here if (s, table) not in self.problem.closed)
        eligible = self.problem.meetings[meeting].interpreters
        if eligible is not None:
            slots = frozenset(s for s in slots if any(self.is_there(i, s) for i in eligible))
        return slots

    def crew_size(self, leader: int, slot: int) -> int:
        """Give how many interpreters a crew has on the day of a slot."""
        return len(self.crews[leader, self.problem.slots[slot].day])

    def is_there(self, interpreter: int, slot: int) -> bool:
        """Whether an interpreter is not away in a slot."""
        slots = self.problem.interpreters[interpreter].slots
        return slots is None or slot in slots

    def bound_tables(self, meeting: int) -> set[Table]:
        """Give the tables at which a meeting must be: its own, and its participants' home tables."""
        spec = self.problem.meetings[meeting]
        homes = (self.problem.participants[p].home_table for p in spec.participants)
        return {table for table in (spec.table, *homes) if table is not None}

    @cached_property
    def meetings_in(self) -> dict[int, list[int]]:
        """Meetings that may be held in each slot."""
        rows: dict[int, list[int]] = defaultdict(list)
        for meeting, slot in self.at:
            rows[slot].append(meeting)
        return rows

    @cached_property
    def load(self) -> dict[tuple[int, int], list[IntVar]]:
        """For (participant, slot): the literals of its meetings there; no entry: none possible."""
        rows: dict[tuple[int, int], list[IntVar]] = defaultdict(list)
        for (meeting, slot), literal in self.at.items():
            for participant in self.problem.meetings[meeting].participants:
                rows[participant, slot].append(literal)
        return dict(rows)

    @cached_property
    def busy(self) -> dict[tuple[int, int], IntVar]:
        """For (participant, slot): whether it has a meeting there."""
        rows = {}
        for (participant, slot), literals in self.load.items():
            busy = self.cp.new_bool_var(f"busy{participant},{slot}")
            if self.problem.participants[participant].capacity == 1:
                self.cp.add(sum(literals) == busy)
            else:
                self.cp.add(sum(literals) >= busy)
                for literal in literals:
                    self.cp.add_implication(literal, busy)
            rows[participant, slot] = busy
        return rows

    @cached_property
    def breaks(self) -> list[list[IntVar]]:
        """For each participant, the literals of its breaks; exact where fairness is a rule."""
        is_exact = self.problem.fairness is not None
        return [breaks_of(self, p, is_exact=is_exact) for p in range(len(self.problem.participants))]

    def slots_with(self, participant: int) -> list[int]:
        """Give the slots in which a participant may have a meeting, in order."""
        return self._slots_with.get(participant, [])

    @cached_property
    def _slots_with(self) -> dict[int, list[int]]:
        rows: dict[int, list[int]] = defaultdict(list)
        for participant, slot in sorted(self.load):
            rows[participant].append(slot)
        return dict(rows)

    @cached_property
    def instants(self) -> tuple[frozenset[int], ...]:
        """Largest sets of slots that run at one moment, at whatever venue."""
        slots = self.problem.slots
        sets = {
            frozenset(j for j, slot in enumerate(slots) if slot.start_min <= first.start_min < slot.end_min)
            for first in slots
        }
        return tuple(sorted((s for s in sets if not any(s < t for t in sets)), key=sorted))

    def travel_clashes(self, slots: Iterable[int]) -> Iterator[tuple[int, int]]:
        """Give pairs of slots that do not overlap but are too far apart for one person."""
        for a, b in combinations(sorted(slots), 2):
            if b in self.problem.clashes[a] and not self.overlaps(a, b):
                yield a, b

    def overlaps(self, a: int, b: int) -> bool:
        """Whether two slots have a moment in common."""
        first, then = self.problem.slots[a], self.problem.slots[b]
        return first.start_min < then.end_min and then.start_min < first.end_min

    def total(self, participant: int) -> LinearExpr | int:
        """Give the number of a participant's meetings."""
        return sum(self.is_placed[m] for m in self.problem.meetings_of[participant])
