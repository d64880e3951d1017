"""The side of a search that moves meetings: a first timetable, then better and better ones."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from karvan.scheduling.stop import Stop
from karvan.scheduling.timetable import construct
from karvan.scheduling.timetable.anneal import Annealer
from karvan.scheduling.timetable.smooth.annealer import SmoothAnnealer
from karvan.scheduling.timetable.smooth.team import Team, Threads
from karvan.scheduling.timetable.state import State
from karvan.scheduling.timetable.view import Timetable

EJECTION_ROUNDS = 200
"""Batches of ejections for a first timetable, at most (`construct.build`)."""


class Mover:
    """One state, and the annealer that works on it.

    Parameters
    ----------
    team : Team or None
        Workers on other machines; None: threads, as many as `workers`.
    is_smooth : bool
        Whether breaks are priced smoothly, as large timetables need it (`smooth`).
    """

    def __init__(
        self, table: Timetable, *, seed: int, stop: Stop, team: Team | None, workers: int, is_smooth: bool
    ) -> None:
        self.state = State(table, seed)
        self._threads = Threads(workers)
        helpers = team or self._threads
        self.annealer = SmoothAnnealer(self.state, stop=stop, team=helpers) if is_smooth else Annealer(self.state)

    def close(self) -> None:
        """End the threads."""
        self._threads.__exit__(None, None, None)

    def build(self, is_over: Callable[[], bool]) -> bool:
        """Place every meeting; whether that was possible in time."""
        rounds = EJECTION_ROUNDS if self.state.table.n_meetings else 0
        return construct.build(self.state, rounds=rounds, is_over=is_over)

    def take(self, slot_of: list[int]) -> tuple[int, bool]:
        """Go on from a timetable; gives what `plain.measure` says of it."""
        self.state.set_slots(np.array(slot_of, np.int16))
        return self.state.measure()
