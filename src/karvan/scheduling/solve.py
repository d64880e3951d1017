"""The conductor of problems: gives each to the technique that is made for it."""

from __future__ import annotations

from karvan.scheduling import exact
from karvan.scheduling.problem import Problem
from karvan.scheduling.result import Result, Watch, unwatched
from karvan.scheduling.stop import Stop
from karvan.scheduling.timetable import solve as timetable
from karvan.scheduling.timetable.view import refusal


def solve(
    problem: Problem,
    *,
    stop: Stop,
    seed: int = 0,
    workers: int = 2,
    on_progress: Watch = unwatched,
) -> Result:
    """Give the best schedule that could be found, and what is proved about it.

    A timetable (every meeting mandatory, one table like another, no interpreters) goes to Kempe
    chains and a SAT proof; everything else to the exact model, goal by goal.

    Parameters
    ----------
    stop : Stop
        Ends the search with the best answer so far.

    Returns
    -------
    Result
    """
    technique = exact.solve if refusal(problem) else timetable.solve
    return technique(problem, stop=stop, seed=seed, workers=workers, on_progress=on_progress)
