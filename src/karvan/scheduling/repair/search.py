"""The least change, proved: a neighbourhood is solved exactly, and grows until the proof covers the whole.

In the model of a neighbourhood, a meeting that may not move stays where it is, or leaves at the cost of
a move that changes two agendas. Whatever a repair of the whole programme does to such a meeting costs at
least that, so the best answer of the model is a bound for the whole. Where nobody leaves in it, it is a
repair itself, and therefore the least; where somebody does, these may move too, and it is solved again.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass, field, replace
from functools import cached_property
from math import ceil

from ortools.sat.python import cp_model

from karvan.scheduling.exact.goals import evaluate
from karvan.scheduling.exact.linear import WHOLE, LinearPart, Start
from karvan.scheduling.repair.case import Case
from karvan.scheduling.repair.goals import LOST, ORDER, RepairGoal, Values, count
from karvan.scheduling.repair.model import Expression, RepairModel
from karvan.scheduling.repair.neighbourhood import Neighbourhood
from karvan.scheduling.repair.seats import schedule_of
from karvan.scheduling.result import Progress, Schedule, Watch
from karvan.scheduling.stop import Stop

POLL_S = 0.05
"""How often a running search asks whether it must end, in seconds."""

LEAST_S = 0.3
"""What the first repair may take, even when the time is over, in seconds."""

SHARE = 0.7
"""Of the time that is left, what a search for a better repair may take."""

LARGE_SHARE = 0.85
"""Of the time that is left, what a proof may take."""

DETAILS = frozenset((RepairGoal.SHIFT, RepairGoal.TABLES, RepairGoal.INTERPRETERS))
"""Goals that need not be settled to see who had better be looked at too."""

SMALL = 400
"""Of so many meetings all are looked at at once: growing a neighbourhood would take longer."""

LINEAR_S = 10.0
"""What HiGHS may take for one goal."""

MOST_WEIGHT = 200_000
"""Goals are solved together while the weight that keeps them apart stays below this."""


@dataclass(frozen=True, slots=True)
class Found:
    """A repair, and what is proved about it.

    Attributes
    ----------
    bounds : mapping of goal to int
        What no repair goes below, given the goals before; goals that nothing is known of are missing.
    looked_at : int
        Meetings that were allowed to move.
    """

    schedule: Schedule
    values: Values
    bounds: Values
    looked_at: int


@dataclass(frozen=True, slots=True)
class Run:
    """How a search is run."""

    stop: Stop
    watch: Watch
    seed: int = 0
    workers: int = 1
    order: tuple[RepairGoal, ...] = ORDER


@dataclass
class _Answer:
    """The answer of a model, goal by goal.

    Attributes
    ----------
    solution : sequence of int or None
        A value for each variable of the model.
    is_cut_short : bool
        Whether the time ended in the middle of a goal, so that who leaves in it says nothing.
    proved : dict of goal to int
        What is proved to be the least, in the order of the goals.
    bound : int or None
        What the last goal that was solved for does not go below.
    """

    solution: Sequence[int] | None = None
    is_cut_short: bool = False
    proved: dict[RepairGoal, int] = field(default_factory=dict[RepairGoal, int])
    bound: int | None = None
    is_impossible: bool = False

    def value(self, expression: Expression) -> int:
        assert self.solution is not None
        return evaluate(expression, self.solution)

    def holds(self, literal: cp_model.IntVar) -> bool:
        assert self.solution is not None
        return bool(self.solution[literal.index])


def least_change(case: Case, run: Run) -> Found | None:
    """Find the repair that changes least, goal by goal.

    Returns
    -------
    Found or None
        None where what has begun contradicts itself. Where the search is ended early, the best
        repair so far with the bounds that are proved by then.
    """
    look = _Look.at(case, case.hit)
    best = _nobody_leaves(look, replace(run, stop=_Hurried(run.stop, SHARE, LEAST_S)))
    if best is None:
        return None
    free, is_named, bounds = _first_look(case), False, _proved_at_once(case, run)
    while not run.stop.is_over():
        if free != look.free or is_named:
            look = _Look.at(case, free, is_named=is_named)
            if free != case.movable and _is_above(best, bounds, case, run, RepairGoal.COMPANIES):
                hurried = replace(run, stop=_Hurried(run.stop, SHARE))
                best = _better(case, run, best, _nobody_leaves(look, hurried) or best)
        answer = _bound(look, replace(run, stop=_Hurried(run.stop, LARGE_SHARE)), count(case, best), bounds)
        bounds = _tighter(bounds, answer.proved)
        leaving = _leaving(look.model, answer)
        if answer.solution is not None and not leaving:
            best = _better(case, run, best, schedule_of(look.model, answer.holds) or best)
        if answer.is_cut_short or (not leaving and (is_named or not _is_counted_better(look, best, bounds, run))):
            break
        is_named = not leaving
        is_far = _is_above(best, bounds, case, run, RepairGoal.WANT_LOST)
        free |= leaving | (case.rivals(leaving) if is_far else frozenset())
    return _found(case, best, bounds, free, run)


@dataclass(frozen=True)
class _Look:
    """The model of a neighbourhood, and what HiGHS reads of it."""

    model: RepairModel
    linear: LinearPart

    @classmethod
    def at(cls, case: Case, free: frozenset[int], *, is_named: bool = False) -> _Look:
        model = RepairModel.of(Neighbourhood(case, free), is_named=is_named)
        return cls(model, LinearPart(model.base.cp))

    @property
    def free(self) -> frozenset[int]:
        return self.model.near.free

    @cached_property
    def expressions(self) -> dict[RepairGoal, Expression]:
        return self.model.expressions()


def _proved_at_once(case: Case, run: Run) -> Values:
    """Give what no repair goes below, whatever it does."""
    return {goal: len(case.told_anyway) if goal is RepairGoal.COMPANIES else 0 for goal in run.order}


def _is_counted_better(look: _Look, best: Schedule, bounds: Values, run: Run) -> bool:
    """Whether all is proved but how few interpreters change, because the model only counts who is alike."""
    values = count(look.model.case, best)
    *before, last = run.order
    return (
        last is RepairGoal.INTERPRETERS
        and look.model.is_counting
        and all(values[goal] == bounds.get(goal) for goal in before)
        and values[last] != bounds.get(last)
    )


def _is_above(best: Schedule, bounds: Values, case: Case, run: Run, last: RepairGoal) -> bool:
    """Whether the best repair so far is above what is proved in some goal up to a last one."""
    values = count(case, best)
    return any(values[goal] != bounds.get(goal) for goal in run.order[: run.order.index(last) + 1])


def _first_look(case: Case) -> frozenset[int]:
    """Give the meetings that may move at first: all of a small programme, else those that something happens to."""
    if case.hit and len(case.movable) <= SMALL:
        return case.movable
    return case.hit


def _tighter(known: Values, proved: Values) -> Values:
    """Give the bounds that say more: the greater ones, where goals count in their order."""
    return proved if list(proved.values()) > list(known.values())[: len(proved)] else known


def _better(case: Case, run: Run, one: Schedule, other: Schedule) -> Schedule:
    """Give the schedule that changes less; the first where both change as much."""
    values, others = count(case, one), count(case, other)
    return other if [others[g] for g in run.order] < [values[g] for g in run.order] else one


def _leaving(model: RepairModel, answer: _Answer) -> frozenset[int]:
    if answer.solution is None:
        return frozenset()
    placed = model.base.is_placed
    return frozenset(model.near.meetings[i] for i in model.outsiders() if not answer.holds(placed[i]))


def _found(case: Case, schedule: Schedule, bounds: Values, free: frozenset[int], run: Run) -> Found:
    """Keep of the bounds those that say something: each holds for the best values of the goals before."""
    values = count(case, schedule)
    known: dict[RepairGoal, int] = {}
    for goal in run.order:
        if goal not in bounds:
            break
        known[goal] = bounds[goal]
        if values[goal] != bounds[goal]:
            break
    return Found(schedule, values, known, len(free))


def _nobody_leaves(look: _Look, run: Run) -> Schedule | None:
    """Give a good repair in which only free meetings move; there always is one."""
    placed, answer = look.model.base.is_placed, _Answer()
    worth = dict(zip(run.order, WEIGHTS, strict=True))
    goal = sum(worth[goal] * expression for goal, expression in look.expressions.items())
    held = [placed[index].index for index in look.model.outsiders()]
    _reach(look, goal, answer, run, held)
    if answer.is_impossible:
        return None
    case = look.model.case
    return case.as_it_was if answer.solution is None else schedule_of(look.model, answer.holds) or case.as_it_was


WEIGHTS = (10_000_000, 1_000_000, 100_000, 3_000, 2_000, 300, 2, 20, 20)
"""What goals are worth in their order, roughly: enough for a good repair, not for a proof."""


@dataclass(frozen=True, slots=True)
class _Hurried:
    """A stop rule that leaves time for the next step, and may have a moment even when the time is over."""

    stop: Stop
    share: float
    least_s: float = 0.0

    def seconds_left(self) -> float:
        return max(self.least_s, self.stop.seconds_left() * self.share)

    def is_over(self) -> bool:
        return self.stop.is_over()

    @property
    def iterations(self) -> int | None:
        return self.stop.iterations


def _bound(look: _Look, run: Run, best: Values, bounds: Values) -> _Answer:
    """Prove how little any repair changes, goal by goal; `best` is what one is known to reach.

    Nothing is solved for a goal of which the best is known to be as little as can be.
    """
    answer, rest = _Answer(), list(run.order)
    known = _known(look.model.case, run, best, bounds)
    while rest and not run.stop.is_over():
        is_as_good = all(answer.proved[goal] == best[goal] for goal in answer.proved)
        if is_as_good and best[rest[0]] == known[rest[0]]:
            _keep(look, rest[:1], answer, best)
            rest = rest[1:]
            continue
        group = _first_group(look.model, rest)
        if not is_as_good and DETAILS.issuperset(group) and _leaving(look.model, answer):
            break
        if not _reach(look, _together(look, group), answer, run):
            answer.is_cut_short = True
            if len(group) == 1 and answer.bound is not None:
                answer.proved[group[0]] = answer.bound
            break
        _keep(look, group, answer, {goal: answer.value(look.expressions[goal]) for goal in group})
        _tell(look.model, group[0], answer, best, run)
        rest = rest[len(group) :]
    if not rest and all(answer.proved[goal] == best[goal] for goal in run.order):
        answer.solution = None
    return answer


def _known(case: Case, run: Run, best: Values, bounds: Values) -> Values:
    """Give what is known to be the least of each goal: what is proved holds while the best is no worse."""
    known, is_held = dict(_proved_at_once(case, run)), True
    for goal in run.order:
        if is_held and goal in bounds:
            known[goal] = bounds[goal]
        is_held = is_held and best[goal] == known[goal]
    return known


def _keep(look: _Look, goals: Sequence[RepairGoal], answer: _Answer, values: Values) -> None:
    """Never give up what was reached."""
    for goal in goals:
        answer.proved[goal] = values[goal]
        expression = look.expressions[goal]
        if not isinstance(expression, int):
            look.model.base.cp.add(expression <= values[goal])


def _tell(model: RepairModel, goal: RepairGoal, answer: _Answer, best: Values, run: Run) -> None:
    total = len(model.case.problem.meetings)
    run.watch(Progress(f"repair_{goal}", best[goal], answer.proved[goal], len(model.near.free), total))


def _reach(look: _Look, goal: Expression, answer: _Answer, run: Run, held: Sequence[int] = ()) -> bool:
    """Solve for one goal, some variables being 1; says whether the answer is proved to be the least."""
    look.model.base.cp.minimize(goal)
    found = look.linear.solve(min(LINEAR_S, run.stop.seconds_left()), run.stop, held=held)
    answer.bound = found.bound
    if found.is_impossible:
        answer.is_impossible = True
        return False
    if found.is_whole and found.values is not None:
        answer.solution = found.values.tolist()
        return found.bound == answer.value(goal)
    if run.stop.seconds_left() <= 0.0:
        return False
    return _settle(look.model.base.cp, answer, found, run, held)


def _settle(whole: cp_model.CpModel, answer: _Answer, found: Start, run: Run, held: Sequence[int]) -> bool:
    """Let CP-SAT have the last word where some rules are not linear, or HiGHS found nothing in time."""
    cp = whole.clone()
    start = found.values.tolist() if answer.solution is None and found.values is not None else answer.solution
    cp.clear_hints()
    for index, value in enumerate(start or ()):
        cp.add_hint(cp.get_int_var_from_proto_index(index), value)
    for index in held:
        cp.add(cp.get_bool_var_from_proto_index(index) == 1)
    solver = _solver(run)
    status = _search(solver, cp, run)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        answer.solution = list(solver.response_proto.solution)
        answer.bound = max(ceil(solver.best_objective_bound - WHOLE), answer.bound or 0)
    answer.is_impossible = status == cp_model.INFEASIBLE
    return status == cp_model.OPTIMAL


def _first_group(model: RepairModel, order: Sequence[RepairGoal]) -> list[RepairGoal]:
    """Give the first goals whose weights together stay within what HiGHS tells apart."""
    group: list[RepairGoal] = []
    weight = 1
    for goal in order:
        most = _most(model, goal) + 1
        if group and weight * most > MOST_WEIGHT:
            break
        group.append(goal)
        weight *= most
    return group


def _most(model: RepairModel, goal: RepairGoal) -> int:
    """Give a number that a goal never exceeds."""
    near = model.near
    if goal is RepairGoal.COMPANIES:
        return len(near.case.problem.participants)
    if goal is RepairGoal.SHIFT:
        return MOST_WEIGHT
    if goal in LOST:
        levels = (near.case.problem.meetings[m].level for m in near.meetings)
        return sum(level is LOST[goal] for level in levels)
    return len(near.meetings)


def _together(look: _Look, group: Sequence[RepairGoal]) -> Expression:
    """Give some goals as one, in which each is worth more than all after it."""
    weight = 1
    total: Expression = 0
    for goal in reversed(group):
        total = total + weight * look.expressions[goal]
        weight *= _most(look.model, goal) + 1
    return total


def _solver(run: Run) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    seconds = run.stop.seconds_left()
    solver.parameters.random_seed = run.seed
    solver.parameters.num_workers = run.workers
    # Ctrl-C is the caller's business: CP-SAT would swallow it, and leave no handler behind.
    solver.parameters.catch_sigint_signal = False
    if seconds < float("inf"):
        solver.parameters.max_time_in_seconds = seconds
    if run.stop.iterations is not None:
        solver.parameters.max_deterministic_time = run.stop.iterations / 10
    return solver


def _search(solver: cp_model.CpSolver, model: cp_model.CpModel, run: Run) -> cp_model.CpSolverStatus:
    """Solve in a thread of its own, so that a wish to end is heard while CP-SAT works."""
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(solver.solve, model)
        try:
            while not wait((answer,), POLL_S).done:
                if run.stop.is_over():
                    solver.stop_search()
            return answer.result()
        finally:
            solver.stop_search()
