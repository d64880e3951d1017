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

from ortools.sat.python import cp_model

from karvan.scheduling.exact.linear import LinearAnswer, LinearPart
from karvan.scheduling.repair.case import Case
from karvan.scheduling.repair.goals import LOST, ORDER, RepairGoal, Values, count
from karvan.scheduling.repair.model import Expression, RepairModel, evaluate
from karvan.scheduling.repair.neighbourhood import Neighbourhood
from karvan.scheduling.repair.seats import schedule_of
from karvan.scheduling.result import Progress, Schedule, Watch
from karvan.scheduling.stop import Stop

POLL_S = 0.05
"""How often a running search asks whether it must end, in seconds."""

LEAST_S = 0.3
"""What each step towards a first repair may take, even when the time is over, in seconds."""

SHARE = 0.7
"""Of the time that is left, what one step may take."""

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
    """

    solution: Sequence[int] | None = None
    is_cut_short: bool = False
    proved: dict[RepairGoal, int] = field(default_factory=dict[RepairGoal, int])
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
    best = _nobody_leaves(case, case.hit, run)
    if best is None:
        return None
    bounds: Values = {}
    free = _first_look(case)
    is_settled = free in (case.hit, case.movable)
    while not run.stop.is_over():
        if not is_settled:
            best = _better(case, run, best, _nobody_leaves(case, free, run) or best)
        model = RepairModel.of(Neighbourhood(case, free))
        answer = _bound(model, replace(run, stop=_Hurried(run.stop)), count(case, best))
        bounds = _tighter(bounds, answer.proved)
        leaving = _leaving(model, answer)
        if answer.solution is not None and not leaving:
            best = _better(case, run, best, schedule_of(model, answer.holds))
        if not leaving or answer.is_cut_short:
            break
        free, is_settled = free | leaving | case.rivals(leaving), False
    return _found(case, best, bounds, free, run)


def _first_look(case: Case) -> frozenset[int]:
    """Give the meetings that may move at first: all of a small programme, else those that something happens to."""
    if case.hit and len(case.movable) <= SMALL:
        return case.movable
    return case.hit | case.rivals(m for m in case.hit if not case.keeps_interpreter(m))


def _tighter(known: Values, proved: Values) -> Values:
    """Give the bounds that say more: later ones are tighter, but where they only begin like the known ones."""
    return known if list(known.values())[: len(proved)] == list(proved.values()) else proved


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


def _nobody_leaves(case: Case, free: frozenset[int], run: Run) -> Schedule | None:
    """Give a good repair in which only free meetings move; there always is one."""
    model = RepairModel.of(Neighbourhood(case, free))
    for index in model.outsiders():
        model.base.cp.add(model.base.is_placed[index] == 1)
    expressions, answer = model.expressions(), _Answer()
    worth = dict(zip(run.order, WEIGHTS, strict=True))
    goal = sum(worth[goal] * expression for goal, expression in expressions.items())
    _reach(model, goal, answer, LinearPart(model.base.cp), replace(run, stop=_Hurried(run.stop)))
    if answer.is_impossible:
        return None
    return case.as_it_was if answer.solution is None else schedule_of(model, answer.holds)


WEIGHTS = (10_000_000, 1_000_000, 100_000, 3_000, 2_000, 300, 2, 20, 20)
"""What goals are worth in their order, roughly: enough for a good repair, not for a proof."""


@dataclass(frozen=True, slots=True)
class _Hurried:
    """A stop rule that leaves time for the next step, and has a moment even when the time is over."""

    stop: Stop

    def seconds_left(self) -> float:
        return max(LEAST_S, self.stop.seconds_left() * SHARE)

    def is_over(self) -> bool:
        return self.stop.is_over()

    @property
    def iterations(self) -> int | None:
        return self.stop.iterations


def _bound(model: RepairModel, run: Run, best: Values) -> _Answer:
    """Prove how little any repair changes, goal by goal; `best` is what one is known to reach.

    Nothing is solved for a goal of which the best is as little as can be.
    """
    expressions, answer, linear = model.expressions(), _Answer(), LinearPart(model.base.cp)
    is_as_good = True
    for group in _groups(model, run.order):
        if run.stop.is_over():
            break
        if is_as_good and all(best[goal] == _floor(model, goal) for goal in group):
            for goal in group:
                answer.proved[goal] = best[goal]
                _limit(model, expressions[goal], best[goal])
            continue
        if not is_as_good and DETAILS.issuperset(group) and _leaving(model, answer):
            break
        if not _reach(model, _together(model, group, expressions), answer, linear, run):
            answer.is_cut_short = True
            break
        _keep(model, group, expressions, answer)
        is_as_good = is_as_good and all(answer.proved[goal] == best[goal] for goal in group)
        _tell(model, group[0], answer, best, run)
    else:
        if is_as_good:
            answer.solution = None
    return answer


def _keep(
    model: RepairModel, group: Sequence[RepairGoal], expressions: dict[RepairGoal, Expression], answer: _Answer
) -> None:
    """Never give up what was reached."""
    for goal in group:
        answer.proved[goal] = answer.value(expressions[goal])
        _limit(model, expressions[goal], answer.proved[goal])


def _limit(model: RepairModel, expression: Expression, value: int) -> None:
    if not isinstance(expression, int):
        model.base.cp.add(expression <= value)


def _floor(model: RepairModel, goal: RepairGoal) -> int:
    """Give what no repair goes below, whatever it does."""
    return len(model.case.told_anyway) if goal is RepairGoal.COMPANIES else 0


def _tell(model: RepairModel, goal: RepairGoal, answer: _Answer, best: Values, run: Run) -> None:
    total = len(model.case.problem.meetings)
    run.watch(Progress(f"repair_{goal}", best[goal], answer.proved[goal], len(model.near.free), total))


def _reach(model: RepairModel, goal: Expression, answer: _Answer, linear: LinearPart, run: Run) -> bool:
    """Solve for one goal; says whether the answer is proved to be the least."""
    model.base.cp.minimize(goal)
    found = linear.solve(min(LINEAR_S, run.stop.seconds_left()))
    if found.is_impossible:
        answer.is_impossible = True
        return False
    if found.is_whole and found.values is not None:
        answer.solution = found.values.tolist()
        return found.bound == answer.value(goal)
    return _settle(model, goal, answer, found, run)


def _settle(model: RepairModel, goal: Expression, answer: _Answer, found: LinearAnswer, run: Run) -> bool:
    """Let CP-SAT have the last word where some rules are not linear, or HiGHS found nothing in time."""
    start = found.values.tolist() if answer.solution is None and found.values is not None else answer.solution
    model.base.cp.clear_hints()
    for index, value in enumerate(start or ()):
        model.base.cp.add_hint(model.base.cp.get_int_var_from_proto_index(index), value)
    if found.bound is not None and not isinstance(goal, int):
        model.base.cp.add(goal >= found.bound)
    solver = _solver(run)
    status = _search(solver, model.base.cp, run)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        answer.solution = list(solver.response_proto.solution)
    answer.is_impossible = status == cp_model.INFEASIBLE
    return status == cp_model.OPTIMAL


def _groups(model: RepairModel, order: Sequence[RepairGoal]) -> list[list[RepairGoal]]:
    """Part the goals into runs whose weights together stay within what HiGHS tells apart."""
    groups: list[list[RepairGoal]] = [[]]
    weight = 1
    for goal in order:
        most = _most(model, goal) + 1
        if groups[-1] and weight * most > MOST_WEIGHT:
            groups.append([])
            weight = 1
        groups[-1].append(goal)
        weight *= most
    return groups


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


def _together(model: RepairModel, group: Sequence[RepairGoal], expressions: dict[RepairGoal, Expression]) -> Expression:
    """Give some goals as one, in which each is worth more than all after it."""
    weight = 1
    total: Expression = 0
    for goal in reversed(group):
        total = total + weight * expressions[goal]
        weight *= _most(model, goal) + 1
    return total


def _solver(run: Run) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    seconds = run.stop.seconds_left()
    solver.parameters.random_seed = run.seed
    solver.parameters.num_workers = run.workers
    # Ctrl-C is the caller's business: CP-SAT would swallow it, and leave no handler behind.
    solver.parameters.catch_sigint_signal = False
    if seconds < float("inf"):
        solver.parameters.max_time_in_seconds = max(LEAST_S, seconds)
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
