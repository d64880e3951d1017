"""Why mandatory meetings cannot all be held: a smallest set of them that contradict each other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from ortools.sat.python import cp_model

from karvan.scheduling.exact.model import Model
from karvan.scheduling.exact.rules import add_rules
from karvan.scheduling.problem import Level, Problem
from karvan.scheduling.stop import Stop

SECONDS = 3.0
"""What settling one question may take."""


def smallest_conflict(problem: Problem, stop: Stop) -> tuple[int, ...]:
    """Give mandatory meetings that cannot be held together, though they could without any one of them.

    Parameters
    ----------
    problem : Problem
        Proved to have no schedule.
    stop : Stop
        Asked before each question; where it ends early, the set contradicts itself all the same, but
        may not be smallest.

    Returns
    -------
    tuple of int
        Indices of meetings, in order; the other meetings are taken not to be held. Empty where time
        ran out before any set was found.

    Notes
    -----
    Deletion-based minimisation (Chinneck and Dravnieks 1991, https://doi.org/10.1287/ijoc.3.2.157) of
    the assumptions with which CP-SAT explains its refusal: one question for each meeting of that set.
    """
    mandatory = [m for m, meeting in enumerate(problem.meetings) if meeting.level is Level.MANDATORY]
    conflict = _refused(problem, mandatory) or ()
    for meeting in conflict:
        if meeting in conflict and not stop.is_over():
            conflict = _refused(problem, [other for other in conflict if other != meeting]) or conflict
    return conflict


def _refused(problem: Problem, held: Iterable[int]) -> tuple[int, ...] | None:
    """Give those of some meetings that are enough for a contradiction; None: they can be held, or nobody knows."""
    chosen = frozenset(held)
    free = replace(problem, meetings=tuple(replace(meeting, level=Level.MUST) for meeting in problem.meetings))
    model = Model.of(free)
    add_rules(model)
    for meeting, placed in enumerate(model.is_placed):
        if meeting not in chosen:
            model.cp.add(placed == 0)
    model.cp.add_assumptions([model.is_placed[meeting] for meeting in sorted(chosen)])
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.parameters.max_time_in_seconds = SECONDS
    if solver.solve(model.cp) != cp_model.INFEASIBLE:
        return None
    core = frozenset(solver.sufficient_assumptions_for_infeasibility())
    return tuple(m for m in sorted(chosen) if model.is_placed[m].index in core)
