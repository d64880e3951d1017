"""Goal by goal: each is brought to its best without giving up those before it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor, wait
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from ortools.sat.python import cp_model

from karvan.scheduling.exact.goals import Expression, Goal, evaluate, hold, in_order
from karvan.scheduling.exact.linear import Start, solve_linear_part
from karvan.scheduling.exact.model import Model
from karvan.scheduling.exact.rules import add_rules
from karvan.scheduling.exact.timing import improve_times
from karvan.scheduling.exact.venues import fewest_changes, with_times_kept
from karvan.scheduling.problem import Problem
from karvan.scheduling.result import (
    GoalValue,
    Progress,
    Result,
    Schedule,
    Sense,
    Status,
    Watch,
    unwatched,
)
from karvan.scheduling.stop import Stop, Until
from karvan.scheduling.tables import assign_tables, table_changes

if TYPE_CHECKING:
    from numpy.typing import NDArray

SHARE = {"must": 0.2, "want": 0.25, "shortfall": 0.25, "suggestions": 0.5, "worst_off": 0.3}
"""Of the time that is left, what a goal may take at most; others may take all."""

LINEAR_SECONDS = 10.0
"""What HiGHS may take for one goal."""

COMFORT_SECONDS = 1.0
"""What a goal may take at most before which a programme may be called optimal."""

VENUE_SECONDS = 3.0
"""What HiGHS may take to say how few changes of venue there must be; a second on the sample mission."""

POLL_S = 0.1
"""How often a running search asks whether it must end, in seconds."""


@dataclass(frozen=True, slots=True)
class _Run:
    """How each goal's search is run."""

    stop: Stop
    seed: int
    workers: int
    watch: Watch


@dataclass(frozen=True, slots=True)
class _Aim:
    """A goal, and how it is written in the model."""

    goal: Goal
    expression: Expression


@dataclass(frozen=True, slots=True)
class _Found:
    """The best for one goal, as a value for each variable of the model; None: there is no schedule at all."""

    values: Sequence[int] | None
    value: int = 0
    bound: int | None = None


def solve(
    problem: Problem,
    *,
    stop: Stop,
    seed: int = 0,
    workers: int = 2,
    on_progress: Watch = unwatched,
    goals: Sequence[Goal] | None = None,
) -> Result:
    """Solve a problem exactly, as far as the time goes.

    Parameters
    ----------
    stop : Stop
        Its `iterations` bound the solver's deterministic time for each goal, in tenths of a
        second; with one worker and a seed the answer is then always the same.
    goals : sequence of Goal, optional
        In the order of their importance; as the problem has it unless given.

    Returns
    -------
    Result
        `OPTIMAL` where, up to the last goal that is no comfort, every goal's value equals its bound;
        `INFEASIBLE` only where mandatory meetings contradict each other; goals that were not begun
        in time are missing from it.

    Notes
    -----
    CP-SAT (OR-Tools) proves the bound of each goal over all schedules that are at least as good in
    the goals before it. The best of all is among them, so every bound holds for it too. Table changes
    are counted once the slots are settled; their bound, none, is no proof unless it is reached.
    """
    model = Model.of(problem)
    add_rules(model)
    run = _Run(stop, seed, workers, on_progress)
    wanted = in_order(problem.goals) if goals is None else goals
    values: dict[str, GoalValue] = {}
    answer: Sequence[int] | None = None
    for goal in wanted:
        if answer is not None and stop.is_over():
            break
        if goal.express is None:
            continue
        aim = _Aim(goal, goal.express(model))
        reached = [(other, values[other.name].value) for other in wanted if other.name in values]
        found = _reach(model, aim, answer, reached, run)
        if found is not None and found.values is None:
            return Result(Status.INFEASIBLE, None)
        if found is not None and found.values is not None:
            answer = found.values
            values[goal.name] = GoalValue(goal.name, goal.sense, found.value, found.bound)
            hold(model, goal.sense, aim.expression, found.value)
            _hint(model, answer)
        elif not goal.is_comfort:
            break
    if answer is None:
        return Result(Status.UNKNOWN, None)
    schedule = _schedule(model, answer)
    values |= {
        goal.name: GoalValue(goal.name, goal.sense, table_changes(problem, schedule), 0)
        for goal in wanted
        if goal.express is None
    }
    status_of_all = Status.OPTIMAL if _is_best(wanted, values) else Status.FEASIBLE
    return Result(status_of_all, schedule, tuple(values[goal.name] for goal in wanted if goal.name in values))


def _is_best(goals: Sequence[Goal], values: Mapping[str, GoalValue]) -> bool:
    """Whether all goals are proved up to the last that is no comfort."""
    last = max((i for i, goal in enumerate(goals) if not goal.is_comfort), default=-1)
    return all(goal.name in values and values[goal.name].is_proved for goal in goals[: last + 1])


def _reach(
    model: Model, aim: _Aim, chosen: Sequence[int] | None, reached: Sequence[tuple[Goal, int]], run: _Run
) -> _Found | None:
    """Search for the best value of one goal; None: nothing was found in time."""
    if aim.goal.sense is Sense.MAXIMISE:
        model.cp.maximize(aim.expression)
    else:
        model.cp.minimize(aim.expression)
    start = _head_start(model, aim.goal, chosen, reached, run)
    if start.is_impossible:
        return _Found(None)
    _lead(model, aim, start)
    watcher = _Watcher(aim.goal, model, start.bound, run)
    solver = _solver(_seconds(aim.goal, run.stop), run)
    status = _search(solver, model.cp, watcher, run.stop)
    if status == cp_model.UNKNOWN and not aim.goal.is_comfort and not run.stop.is_over():
        # A busy machine: without this goal none after it could be reached.
        solver = _solver(run.stop.seconds_left(), run)
        status = _search(solver, model.cp, watcher, run.stop)
    if status == cp_model.INFEASIBLE:
        return _Found(None)
    if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        bound = _sharper(aim.goal, start.bound, solver.best_objective_bound)
        return _Found(list(solver.response_proto.solution), round(solver.objective_value), bound)
    if start.is_whole and start.values is not None:
        values = start.values.tolist()
        return _Found(values, evaluate(aim.expression, values), start.bound)
    return None


def _head_start(
    model: Model, goal: Goal, chosen: Sequence[int] | None, reached: Sequence[tuple[Goal, int]], run: _Run
) -> Start:
    """Ask the technique that is best at a goal where to start, and what cannot be beaten."""
    if goal.is_linear:
        return solve_linear_part(model.cp, min(_seconds(goal, run.stop), LINEAR_SECONDS), run.stop)
    if chosen is not None and goal.is_of_venues:
        return _settle_venues(model, goal, chosen, reached, run)
    if chosen is not None and not goal.is_comfort:
        return _improve_timing(model, chosen, run)
    return Start()


def _seconds(goal: Goal, stop: Stop) -> float:
    """Give what a goal may take of the time that is left."""
    most = COMFORT_SECONDS if goal.is_comfort and stop.iterations is None else float("inf")
    return min(most, stop.seconds_left() * SHARE.get(goal.name, 1.0))


def _solver(seconds: float, run: _Run) -> cp_model.CpSolver:
    solver = cp_model.CpSolver()
    parameters = solver.parameters
    parameters.random_seed = run.seed
    parameters.num_workers = run.workers
    # Ctrl-C is the caller's business: CP-SAT would swallow it, and leave no handler behind.
    parameters.catch_sigint_signal = False
    if seconds < float("inf"):
        parameters.max_time_in_seconds = max(0.1, seconds)
    if run.stop.iterations is not None:
        parameters.max_deterministic_time = run.stop.iterations / 10
    return solver


def _search(
    solver: cp_model.CpSolver, model: cp_model.CpModel, watcher: _Watcher | None, stop: Stop
) -> cp_model.CpSolverStatus:
    """Solve in a thread of its own, so that a wish to end is heard while CP-SAT works."""
    with ThreadPoolExecutor(1) as pool:
        answer = pool.submit(solver.solve, model, watcher)
        try:
            while not wait((answer,), POLL_S).done:
                if stop.is_over():
                    solver.stop_search()
            return answer.result()
        finally:
            solver.stop_search()


def _improve_timing(model: Model, chosen: Sequence[int], run: _Run) -> Start:
    """Keep who meets whom, search among the times alone, and start from what that finds."""
    slot_of = _slots(model, chosen)
    interpreter_of = _interpreters(model, chosen, slot_of)
    slots = improve_times(model, slot_of, interpreter_of, stop=Until.half(run.stop), seed=run.seed)
    timing = model.cp.clone()
    timing.clear_objective()
    for (meeting, slot), literal in model.at.items():
        timing.add(timing.get_bool_var_from_proto_index(literal.index) == (slots.get(meeting) == slot))
    return Start(_solved(timing, run.stop.seconds_left(), run), is_whole=True)


def _settle_venues(
    model: Model, goal: Goal, chosen: Sequence[int], reached: Sequence[tuple[Goal, int]], run: _Run
) -> Start:
    """Start from the best venues for the times as they are, and find a bound for all programmes."""
    values = _solved(with_times_kept(model, _slots(model, chosen)), _seconds(goal, run.stop), run)
    most = VENUE_SECONDS if run.stop.iterations is None else LINEAR_SECONDS
    seconds = min(most, run.stop.seconds_left())
    bound = fewest_changes(model.problem, goal, reached, seconds=seconds, stop=run.stop)
    return Start(values, bound, is_whole=True)


def _solved(model: cp_model.CpModel, seconds: float, run: _Run) -> NDArray[np.int64] | None:
    """Give the best values of a model's variables that are found in the time; None: none were."""
    solver = _solver(seconds, run)
    is_found = _search(solver, model, None, run.stop) in (cp_model.OPTIMAL, cp_model.FEASIBLE)
    return np.array(solver.response_proto.solution, dtype=np.int64) if is_found else None


def _lead(model: Model, aim: _Aim, start: Start) -> None:
    """Tell CP-SAT the bound, and where to start."""
    if start.bound is not None:
        worst = Sense.MINIMISE if aim.goal.sense is Sense.MAXIMISE else Sense.MAXIMISE
        hold(model, worst, aim.expression, start.bound)
    if start.values is not None:
        _hint(model, start.values.tolist())


def _sharper(goal: Goal, known: int | None, found: float) -> int:
    """Give the bound that says more: CP-SAT forgets one that was given to it while it is in a hurry."""
    bound = round(found)
    if known is None:
        return bound
    return min(bound, known) if goal.sense is Sense.MAXIMISE else max(bound, known)


def _hint(model: Model, values: Iterable[int]) -> None:
    model.cp.clear_hints()
    for index, value in enumerate(values):
        model.cp.add_hint(model.cp.get_int_var_from_proto_index(index), value)


class _Watcher(cp_model.CpSolverSolutionCallback):
    """Tells of each better answer and ends the search when it is the best, or time."""

    def __init__(self, goal: Goal, model: Model, bound: int | None, run: _Run) -> None:
        super().__init__()
        self._goal, self._model, self._bound, self._run = goal, model, bound, run

    def on_solution_callback(self) -> None:
        """Report the value and the bound so far."""
        placed = sum(self.value(literal) for literal in self._model.is_placed)
        total = len(self._model.is_placed)
        value, bound = round(self.objective_value), _sharper(self._goal, self._bound, self.best_objective_bound)
        self._run.watch(Progress(self._goal.name, value, bound, placed, total))
        # CP-SAT may not see that nothing is better than a bound that HiGHS proved, and go on for its whole time.
        if value == bound or self._run.stop.is_over():
            self.stop_search()


def _slots(model: Model, values: Sequence[int]) -> list[int | None]:
    slot_of: list[int | None] = [None] * len(model.problem.meetings)
    for (meeting, slot), literal in model.at.items():
        if values[literal.index]:
            slot_of[meeting] = slot
    return slot_of


def _schedule(model: Model, values: Sequence[int]) -> Schedule:
    slot_of = _slots(model, values)
    interpreter_of = _interpreters(model, values, slot_of)
    return Schedule(tuple(slot_of), assign_tables(model.problem, slot_of), interpreter_of)


def _interpreters(model: Model, values: Sequence[int], slot_of: Sequence[int | None]) -> tuple[int | None, ...]:
    """Give each meeting of a kind in a slot one of the interpreters who serve that kind there."""
    serving = {
        key: [i for i, literal in sorted(literals.items()) if values[literal.index]]
        for key, literals in model.serving.items()
    }
    interpreter_of: list[int | None] = []
    for meeting, slot in zip(model.problem.meetings, slot_of, strict=True):
        is_served = slot is not None and meeting.interpreters is not None
        interpreter_of.append(
            serving[meeting.interpreters, slot].pop(0) if is_served else None  # type: ignore[index]
        )
    return tuple(interpreter_of)
