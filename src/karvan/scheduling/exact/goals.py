"""The goals of a programme in their usual order, as expressions of the exact model."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass

from ortools.sat.python.cp_model import IntVar, LinearExpr

from karvan.scheduling.exact.model import Model
from karvan.scheduling.problem import Level
from karvan.scheduling.result import Sense

Expression = LinearExpr | IntVar | int


@dataclass(frozen=True, slots=True)
class Goal:
    """One goal: its name, its direction, and how it is written in the model.

    Attributes
    ----------
    is_linear : bool
        Whether the linear part of the model says something about it.
    """

    name: str
    sense: Sense
    express: Callable[[Model], Expression]
    is_linear: bool = True


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
    found: list[IntVar] = []
    for participant in range(len(model.problem.participants)):
        for day in _days(model, participant).values():
            found += _breaks_of_day(model, participant, day)
    return sum(found)


def _days(model: Model, participant: int) -> dict[int, list[int]]:
    """Give the slots in which a participant can meet or sit idle, by day."""
    slots = model.problem.slots
    grid = model.problem.participants[participant].grid
    idle = range(len(slots)) if grid is None else grid
    days: dict[int, list[int]] = defaultdict(list)
    for slot in sorted({*model.slots_with(participant), *idle}, key=lambda s: slots[s].start_min):
        days[slots[slot].day].append(slot)
    return days


def _breaks_of_day(model: Model, participant: int, day: list[int]) -> list[IntVar]:
    slots, busy = model.problem.slots, model.busy
    grid = model.problem.participants[participant].grid
    meets = [s for s in day if (participant, s) in busy]
    found: list[IntVar] = []
    for start in sorted({slots[s].start_min for s in meets}):
        idle = [s for s in day if (grid is None or s in grid) and slots[s].end_min <= start]
        if not idle:
            continue
        last = max(slots[s].start_min for s in idle)
        before = [busy[participant, s] for s in meets if slots[s].end_min <= last]
        if not before:
            continue
        between = [busy[participant, s] for s in meets if slots[s].start_min < start and slots[s].end_min > last]
        now = [busy[participant, s] for s in meets if slots[s].start_min == start]
        found.append(_break(model, now, between, before))
    return found


def _break(model: Model, now: list[IntVar], between: list[IntVar], before: list[IntVar]) -> IntVar:
    """Give a literal that is forced where a meeting now follows none between but some before."""
    gap = model.cp.new_bool_var("break")
    for meets in now:
        for earlier in before:
            model.cp.add_bool_or([gap, meets.negated(), earlier.negated(), *between])
    return gap


GOALS: tuple[Goal, ...] = (
    Goal("must", Sense.MAXIMISE, _placed(Level.MANDATORY, Level.MUST)),
    Goal("want", Sense.MAXIMISE, _placed(Level.WANT)),
    Goal("shortfall", Sense.MINIMISE, shortfall),
    Goal("suggestions", Sense.MAXIMISE, suggestions),
    Goal("worst_off", Sense.MAXIMISE, worst_off),
    Goal("breaks", Sense.MINIMISE, breaks, is_linear=False),
)
"""The goals in the order in which they are reached, each without giving up those before it."""
