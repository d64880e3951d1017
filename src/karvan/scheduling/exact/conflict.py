"""Why mandatory meetings cannot all be held: fewest of them that contradict each other."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from functools import cached_property

from ortools.sat.python import cp_model

from karvan.scheduling.exact.model import Model
from karvan.scheduling.exact.rules import add_rules
from karvan.scheduling.problem import Level, Problem
from karvan.scheduling.smallest import Contradiction, smallest_contradiction
from karvan.scheduling.stop import Stop

SECONDS = 3.0
"""What settling one question may take."""


def smallest_conflict(problem: Problem, stop: Stop) -> Contradiction[int]:
    """Give fewest mandatory meetings that cannot be held together.

    Parameters
    ----------
    problem : Problem
        Proved to have no schedule.
    stop : Stop
        Asked before each question; where it ends early, the set contradicts itself all the same, but
        may not be smallest.

    Returns
    -------
    Contradiction of int
        Indices of meetings, in order; the other meetings are taken not to be held. Empty where time
        ran out before any set was found.

    Notes
    -----
    First the assumptions with which CP-SAT explains its refusal are struck off one by one, each refusal
    taking with it whatever it did not need. Then fewer are looked for (`smallest_contradiction`): a set
    that can be held is made as large as CP-SAT can in one go. Where fairness is a rule, one more meeting
    may end a contradiction, so that striking off is all that is done, and nothing smaller is ruled out.
    """
    rules = _Rules(problem)
    core = rules.refused(rules.mandatory) or ()
    for meeting in core:
        if meeting in core and not stop.is_over():
            core = rules.refused(other for other in core if other != meeting) or core
    if not core or problem.fairness is not None:
        return Contradiction(core, len(core) == 1)
    return smallest_contradiction(rules.mandatory, rules.contradict, stop, core=core, largest=rules.largest)


@dataclass(frozen=True)
class _Rules:
    """All rules of a problem, under which any meeting may be left out."""

    problem: Problem

    @cached_property
    def mandatory(self) -> tuple[int, ...]:
        return tuple(m for m, meeting in enumerate(self.problem.meetings) if meeting.level is Level.MANDATORY)

    @cached_property
    def _model(self) -> Model:
        free = tuple(replace(meeting, level=Level.MUST) for meeting in self.problem.meetings)
        model = Model.of(replace(self.problem, meetings=free))
        add_rules(model)
        wanted = frozenset(self.mandatory)
        for meeting, placed in enumerate(model.is_placed):
            if meeting not in wanted:
                model.cp.add(placed == 0)
        return model

    def _holding(self, held: Collection[int]) -> cp_model.CpModel:
        """Give the rules and, as assumptions, the meetings that are held."""
        cp = self._model.cp.clone()
        cp.add_assumptions([cp.get_bool_var_from_proto_index(self._index(m)) for m in sorted(held)])
        return cp

    def _index(self, meeting: int) -> int:
        return self._model.is_placed[meeting].index

    def refused(self, held: Iterable[int]) -> tuple[int, ...] | None:
        """Give those of some meetings that are enough for a contradiction; None: they can be held, or nobody knows."""
        chosen = frozenset(held)
        cp = self._holding(chosen)
        for meeting in set(self.mandatory) - chosen:
            cp.add(cp.get_bool_var_from_proto_index(self._index(meeting)) == 0)
        solver = _solver()
        if solver.solve(cp) != cp_model.INFEASIBLE:
            return None
        core = frozenset(solver.sufficient_assumptions_for_infeasibility())
        return tuple(m for m in sorted(chosen) if self._index(m) in core)

    def contradict(self, held: Collection[int]) -> bool | None:
        """Say whether some meetings cannot be held together; None: nobody knows in time."""
        status = _solver().solve(self._holding(held))
        if status == cp_model.INFEASIBLE:
            return True
        return False if status in (cp_model.OPTIMAL, cp_model.FEASIBLE) else None

    def largest(self, held: Collection[int]) -> Collection[int]:
        """Give a set of meetings that can be held, as large as may be, some among them."""
        cp = self._model.cp.clone()
        placed = {m: cp.get_bool_var_from_proto_index(self._index(m)) for m in self.mandatory}
        for meeting in held:
            cp.add(placed[meeting] == 1)
        cp.maximize(sum(placed.values()))
        solver = _solver()
        if solver.solve(cp) not in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return held
        return [m for m, literal in placed.items() if solver.boolean_value(literal)]


def _solver() -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = SECONDS
    solver.parameters.catch_sigint_signal = False
    return solver
