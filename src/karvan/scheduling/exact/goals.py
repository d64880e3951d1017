"""The goals of a programme in their usual order, as expressions of the exact model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from ortools.sat.python.cp_model import FlatIntExpr, IntVar, LinearExpr

from karvan.scheduling.exact.gaps import idle_of, venue_changes_of
from karvan.scheduling.exact.model import Model
from karvan.scheduling.problem import Level
from karvan.scheduling.result import Sense

Expression = LinearExpr | IntVar | int


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: its name, its direction, and how it is written in the model.

    Attributes
    ----------
    express : callable or None
        None where the slots do not settle it: tables are given afterwards, with as few changes as
        `karvan.scheduling.tables` finds, whatever the place of that goal in the order.
    is_linear : bool
        Whether the linear part of the model says something about it.
    is_comfort : bool
        Whether a programme may be called optimal before it is proved.
    is_of_venues : bool
        Whether it hangs on venues alone while times stay (`karvan.scheduling.exact.venues`).
    """

    name: str
    sense: Sense
    express: Callable[[Model], Expression] | None
    is_linear: bool = True
    is_comfort: bool = False
    is_of_venues: bool = False


def _placed(*levels: Level) -> Callable[[Model], Expression]:
    def express(model: Model) -> Expression:
        """Count the placed meetings of some levels."""
        pairs = zip(model.is_placed, model.problem.meetings, strict=True)
        return sum(placed for placed, meeting in pairs if meeting.level in levels)

    return express


def shortfall(model: Model) -> Expression:
    """Count the meetings that companies lack to their minimum, all together."""
    missing = []
    for index, participant in enumerate(model.problem.participants):
        if participant.min_meetings:
            lack = model.cp.new_int_var(0, participant.min_meetings, f"lack{index}")
            model.cp.add(lack >= participant.min_meetings - model.total(index))
            missing.append(lack)
    return sum(missing)


def suggestions(model: Model) -> Expression:
    """Add up the weights of the placed suggestions."""
    pairs = zip(model.is_placed, model.problem.meetings, strict=True)
    return sum(x * m.weight for x, m in pairs if m.level is Level.SUGGESTION)


def worst_off(model: Model) -> Expression:
    """Give the fewest meetings of any company that could have one."""
    most = max((len(row) for row in model.problem.meetings_of), default=0)
    fewest = model.cp.new_int_var(0, most, "fewest")
    could = [p for p, row in enumerate(model.problem.meetings_of) if row]
    for participant in could:
        model.cp.add(fewest <= model.total(participant))
    if not could:
        model.cp.add(fewest == 0)
    return fewest


def breaks(model: Model) -> Expression:
    """Count the breaks: before a meeting, the last slot that fits is idle, and an earlier one not."""
    return sum(sum(row) for row in model.breaks)


def fairness(model: Model) -> Expression:
    """Give the largest number of breaks of any company."""
    most = model.cp.new_int_var(0, max((len(row) for row in model.breaks), default=0), "most breaks")
    for row in filter(None, model.breaks):
        model.cp.add(most >= sum(row))
    return most


def idle_slots(model: Model) -> Expression:
    """Count the slots that companies sit idle in their breaks."""
    return sum(idle_of(model, participant) for participant in range(len(model.problem.participants)))


def venue_changes(model: Model) -> Expression:
    """Count the meetings that are at another venue than the company's meeting before on that day."""
    return sum(venue_changes_of(model, participant) for participant in range(len(model.problem.participants)))


def hold(model: Model, sense: Sense, expression: Expression, value: int) -> None:
    """Never give up what was reached."""
    if not isinstance(expression, int):
        model.cp.add(expression >= value if sense is Sense.MAXIMISE else expression <= value)


def evaluate(expression: Expression, solution: Sequence[int]) -> int:
    """Give the value of an expression in a solution."""
    if isinstance(expression, int):
        return expression
    flat = FlatIntExpr(expression)
    terms = zip(flat.vars, flat.coeffs, strict=True)
    return int(sum(c * solution[v.index] for v, c in terms) + flat.offset)


GOALS: tuple[Goal, ...] = (
    Goal("must", Sense.MAXIMISE, _placed(Level.MANDATORY, Level.MUST)),
    Goal("want", Sense.MAXIMISE, _placed(Level.WANT)),
    Goal("shortfall", Sense.MINIMISE, shortfall),
    Goal("suggestions", Sense.MAXIMISE, suggestions),
    Goal("worst_off", Sense.MAXIMISE, worst_off),
    Goal("breaks", Sense.MINIMISE, breaks, is_linear=False),
    Goal("fairness", Sense.MINIMISE, fairness, is_linear=False, is_comfort=True),
    Goal("idle_slots", Sense.MINIMISE, idle_slots, is_linear=False, is_comfort=True),
    Goal("table_changes", Sense.MINIMISE, None, is_linear=False, is_comfort=True),
    Goal("venue_changes", Sense.MINIMISE, venue_changes, is_linear=False, is_comfort=True, is_of_venues=True),
)
"""The goals in their usual order, each reached without giving up those before it."""


def in_order(names: Sequence[str]) -> tuple[Goal, ...]:
    """Give the goals in an order: `must`, those that are named, then the others as usual."""
    by_name = {goal.name: goal for goal in GOALS}
    return tuple(by_name[name] for name in dict.fromkeys((GOALS[0].name, *names, *by_name)))
