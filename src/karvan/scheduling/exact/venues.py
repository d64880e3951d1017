"""Changes of venue: few while every meeting keeps its time, and how few any programme has."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from karvan.scheduling.exact.goals import Goal, hold
from karvan.scheduling.exact.linear import solve_linear_part
from karvan.scheduling.exact.model import Model
from karvan.scheduling.exact.rules import add_rules
from karvan.scheduling.problem import Problem
from karvan.scheduling.stop import Stop

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel


def with_times_kept(model: Model, slot_of: Sequence[int | None]) -> CpModel:
    """Give a copy of a model in which a meeting may change its venue, and nothing else.

    Breaks and idle slots hang on times, so that little more than the rules stands in the way: on the
    sample mission CP-SAT settles in a tenth of a second which venues are best then.
    """
    kept = model.cp.clone()
    starts = [None if slot is None else model.problem.slots[slot].start_min for slot in slot_of]
    for (meeting, slot), literal in model.at.items():
        if model.problem.slots[slot].start_min != starts[meeting]:
            kept.add(kept.get_bool_var_from_proto_index(literal.index) == 0)
    return kept


def fewest_changes(
    problem: Problem, goal: Goal, reached: Iterable[tuple[Goal, int]], *, seconds: float, stop: Stop
) -> int | None:
    """Give a number below which a goal does not come, whatever programme is drawn up.

    Parameters
    ----------
    reached : iterable of goal and value
        What must not be given up. Only linear goals are minded: without the many rows for breaks HiGHS
        is thirty times as fast, and what holds for more programmes holds for these.

    Returns
    -------
    int or None
        None where HiGHS proves nothing in time.
    """
    assert goal.express is not None
    model = Model.of(problem)
    add_rules(model)
    for other, value in reached:
        if other.is_linear and other.express is not None:
            hold(model, other.sense, other.express(model), value)
    model.cp.minimize(goal.express(model))
    return solve_linear_part(model.cp, seconds, stop).bound
