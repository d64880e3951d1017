"""The conductor of the timetable engine."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from karvan.scheduling.problem import Problem
from karvan.scheduling.result import (
    Explanation,
    GoalValue,
    Progress,
    Result,
    Schedule,
    Sense,
    Status,
)
from karvan.scheduling.stop import Stop
from karvan.scheduling.timetable.check import contradiction
from karvan.scheduling.timetable.search import Search
from karvan.scheduling.timetable.view import Timetable, compile_timetable

if TYPE_CHECKING:
    from karvan.scheduling.timetable.smooth.team import Team

GOAL = "breaks"
"""Name of the goal that this engine minimises."""


def solve(
    problem: Problem,
    *,
    stop: Stop,
    seed: int = 0,
    workers: int = 1,
    on_progress: Callable[[Progress], None] | None = None,
    team: Team | None = None,
) -> Result:
    """Give a timetable with the fewest breaks that could be found, and what is proved about it.

    Parameters
    ----------
    problem : Problem
        A timetable: `view.refusal` must have nothing to say against it.
    stop : Stop
        Ends the search; with a number of iterations and one worker the answer depends on the seed alone.
    workers : int
        Processes or threads that may work at once.
    team : Team, optional
        Workers on other machines, for large timetables; None: threads, as many as `workers`.
    on_progress : callable, optional
        Told whenever the number of breaks or its bound gets better.

    Raises
    ------
    ValueError
        If the problem is no timetable.

    Notes
    -----
    One side searches for timetables: insertion along Kempe chains (`construct`), then annealing
    with Kempe-chain moves (`anneal`). The other side raises the bound: a SAT solver in a process
    of its own refutes "at most k breaks" for growing k (`refute`). They end each other.
    """
    table = compile_timetable(problem)
    reason = contradiction(table)
    if reason is not None:
        return Result(Status.INFEASIBLE, None, explanation=(reason,))
    with Search(table, stop=stop, seed=seed, workers=workers, team=team, on_progress=on_progress) as search:
        search.run()
    if search.is_refuted:
        return Result(Status.INFEASIBLE, None, explanation=(_everything(table),))
    if search.best is None:
        return Result(Status.UNKNOWN, None)
    status = Status.OPTIMAL if search.value == search.bound else Status.FEASIBLE
    goal = GoalValue(GOAL, Sense.MINIMISE, search.value, search.bound)
    return Result(status, _schedule(problem, table, search.best), goals=(goal,))


def _everything(table: Timetable) -> Explanation:
    with_meetings = tuple(p for p, own in enumerate(table.meetings_of) if own)
    return Explanation("no-timetable", tuple(range(table.n_meetings)), with_meetings)


def _schedule(problem: Problem, table: Timetable, slot_of: list[int]) -> Schedule:
    """Give the places in the problem's own slots, with tables handed out in the order of meetings."""
    taken = [0] * table.n_slots
    table_of: list[int | None] = []
    for slot in slot_of:
        table_of.append(None if problem.venues[0].tables is None else taken[slot])
        taken[slot] += 1
    return Schedule(slot_of=tuple(table.slot_order[slot] for slot in slot_of), table_of=tuple(table_of))
