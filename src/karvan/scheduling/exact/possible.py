"""Whether some schedule exists that holds a meeting and gives up none of what was reached."""

from __future__ import annotations

from collections.abc import Mapping

from ortools.sat.python import cp_model

from karvan.scheduling.exact.linear import solve_linear_part
from karvan.scheduling.exact.model import Model
from karvan.scheduling.exact.rules import add_rules
from karvan.scheduling.problem import Level, Problem


def is_possible(
    problem: Problem, *, held: int, at_least: Mapping[Level, int], seconds: float, seed: int = 0
) -> bool | None:
    """Say whether a schedule holds one meeting and enough meetings of each level.

    Parameters
    ----------
    held : int
        Index of the meeting.
    at_least : mapping of Level to int
        How many meetings of a level must be placed, the held one among them.
    seconds : float
        Time limit.

    Returns
    -------
    bool or None
        True and False are proved (False by HiGHS or CP-SAT, True by a schedule); None: not settled in time.
    """
    model = Model.of(problem)
    add_rules(model)
    model.cp.add(model.is_placed[held] == 1)
    for level, least in at_least.items():
        own = [x for x, m in zip(model.is_placed, problem.meetings, strict=True) if m.level is level]
        model.cp.add(sum(own) >= least)
    linear = solve_linear_part(model.cp, seconds)
    if linear.is_impossible:
        return False
    if linear.is_whole and linear.values is not None:
        return True
    if linear.values is not None:
        for index, value in enumerate(linear.values.tolist()):
            model.cp.add_hint(model.cp.get_int_var_from_proto_index(index), value)
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = seconds
    solver.parameters.random_seed = seed
    solver.parameters.num_workers = 1
    status = solver.solve(model.cp)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        return True
    return False if status == cp_model.INFEASIBLE else None
