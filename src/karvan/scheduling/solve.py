"""The conductor of problems: gives each to the technique that is made for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from karvan.scheduling.problem import Problem
from karvan.scheduling.result import Explanation, Result, Status, Watch, unwatched
from karvan.scheduling.stop import Stop
from karvan.scheduling.timetable import solve as timetable
from karvan.scheduling.timetable.view import refusal

if TYPE_CHECKING:
    from karvan.scheduling.timetable.smooth.team import Team


def solve(
    problem: Problem,
    *,
    stop: Stop,
    seed: int = 0,
    workers: int = 2,
    on_progress: Watch = unwatched,
    team: Team | None = None,
) -> Result:
    """Give the best schedule that could be found, and what is proved about it.

    A timetable (every meeting mandatory, one table like another, no interpreters) goes to Kempe
    chains and a SAT proof; everything else to the exact model, goal by goal.

    Parameters
    ----------
    stop : Stop
        Ends the search with the best answer so far.
    team : Team, optional
        Workers elsewhere that help with a large timetable.

    Returns
    -------
    Result
    """
    # Each technique is imported when it is its turn: CP-SAT alone takes a second to load.
    if refusal(problem):
        from karvan.scheduling import exact

        result = exact.solve(problem, stop=stop, seed=seed, workers=workers, on_progress=on_progress)
    else:
        result = timetable.solve(problem, stop=stop, seed=seed, workers=workers, on_progress=on_progress, team=team)
    if result.status is Status.INFEASIBLE and not result.explanation:
        return replace(result, explanation=_contradiction(problem, stop))
    return result


def _contradiction(problem: Problem, stop: Stop) -> tuple[Explanation, ...]:
    """Say which mandatory meetings contradict each other, and who takes part in them."""
    from karvan.scheduling import exact

    found = exact.smallest_conflict(problem, stop)
    people = {person for meeting in found.items for person in problem.meetings[meeting].participants}
    return (Explanation("conflict", found.items, tuple(sorted(people)), is_smallest=found.is_smallest),)
