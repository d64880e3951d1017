"""Annealing of large timetables: smoothed prices, slots dealt out to workers, one long cooling."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from math import isqrt

import numpy as np
import numpy.typing as npt

from karvan.scheduling.stop import Stop
from karvan.scheduling.timetable.anneal import thresholds
from karvan.scheduling.timetable.smooth.board import Board, Prices, Rules
from karvan.scheduling.timetable.smooth.team import Task, Team, everybody
from karvan.scheduling.timetable.state import State

BREAK = 100
"""Price of a gap of one idle slot; a gap of n costs sqrt(n) times as much."""
UNFAIR = 600
"""Price of each break above the fairness."""
WORST = 700
"""A move that costs more is never made."""
STAGES = 200
"""Temperatures of one cooling."""
QUENCH, HOTTEST, COLDEST = Decimal(15), Decimal(30), Decimal(8)
"""Temperatures: of the quick first cooling, of the start and the end of the long one."""
CROWDING_FIRST, CROWDING = 3, 300
"""Price of one meeting too many at the end of a cooling; at its start it is `CROWDING_FIRST`."""
QUICK_STEPS = 400
"""Steps for each meeting of the quick first cooling: seconds where there are 100,000 meetings."""
STEPS_TO_SPREAD, WARM = 2000, Decimal(50)
"""Steps for each participant that has too many breaks, and their temperature."""
STEPS_AT_ONCE = 20
"""Steps for each meeting between two looks at the stop rule."""
STEPS_TOGETHER = 60
"""Steps of each worker, for each meeting, between two exchanges of what they have found."""
COLD = 200
"""Several workers look for moves at once where at most one step in so many is one: few then collide."""
LEAST_STEPS = 100_000
"""The same at least: some milliseconds."""
STEPS_WITHOUT_LIMIT = 4000
"""Steps for each meeting of the first long cooling where there is no limit; each further one is three times as long."""


class SmoothAnnealer:
    """Cools a large timetable, once quickly and once in all the time that is left.

    Attributes
    ----------
    best : ndarray, shape (n_meetings,), int16
        The slots of the best fair timetable met.
    best_value : int or None
        Its number of breaks.

    Notes
    -----
    The number of breaks alone gives a search no direction: a gap of five slots costs as much as one
    of one slot. Here a gap of n idle slots costs sqrt(n), so that it closes slot by slot, and a slot
    that holds more meetings than there are tables costs the square of what is too much, more and
    more as it cools, instead of being forbidden.
    """

    def __init__(self, state: State, *, stop: Stop, team: Team) -> None:
        self.state, self._stop, self._team = state, stop, team
        table = state.table
        self.best = np.zeros(table.n_meetings, np.int16)
        self.best_value: int | None = None
        self._rng = np.random.Generator(np.random.PCG64(int(state.rng[0])))
        self._gap_price = np.array([isqrt(BREAK * BREAK * n) for n in range(65)], np.int64)
        limit = table.n_slots if table.fairness is None else table.fairness
        self._count_price = UNFAIR * np.maximum(0, np.arange(65, dtype=np.int64) - limit)
        self._people = everybody(table)
        self._board = Board(state)
        self._steps = 0
        self._is_cold = False
        self._seconds = 0.0
        self._quick = QUICK_STEPS * table.n_meetings
        if stop.iterations is not None:
            self._quick = min(self._quick, stop.iterations // 4)
        self._cooling = STEPS_WITHOUT_LIMIT * table.n_meetings

    @property
    def is_quick(self) -> bool:
        """Whether the quick first cooling is still running."""
        return self._steps < self._quick

    def advance(self, _target: int, most_steps: int | None) -> int:
        """Make one round of steps; gives the number of steps."""
        table = self.state.table
        temperature, crowd = self._stage()
        rules = Rules(thresholds(temperature, WORST), self._gap_price, self._count_price, self._load_price(crowd))
        team = self._team if self._is_cold else None
        steps = max(LEAST_STEPS, (STEPS_AT_ONCE if team is None else STEPS_TOGETHER) * table.n_meetings)
        if most_steps is not None:
            steps = min(steps, most_steps)
        self._board.open(rules)
        moves = (
            self._board.anneal(rules, steps, self._people)
            if team is None
            else self._anneal_together(team, rules, steps)
        )
        self._is_cold = self._team.size > 1 and moves * COLD < steps
        self._board.close()
        self._spread(rules)
        self._steps += steps
        self._keep()
        return steps

    def _anneal_together(self, team: Team, rules: Rules, steps: int) -> int:
        """Have every worker look for moves; gives how many the first one has found."""
        seeds = self._rng.integers(2**62, size=team.size).tolist()
        tasks = [Task(self.state.slot_of.copy(), seed, steps, rules) for seed in seeds]
        answers = team.work(self.state.table, tasks)
        for moves in answers:
            self._board.repeat(rules, moves)
        return len(answers[0])

    def _spread(self, rules: Rules) -> None:
        """Move breaks away from the few that have too many, where fairness is wanted."""
        breaks, fairness = self.state.breaks, self.state.table.fairness
        if fairness is not None:
            too_many = np.flatnonzero(breaks > breaks.min() + fairness).astype(np.int32)
            if len(too_many):
                warm = replace(rules, thresholds=thresholds(WARM, WORST))
                self._board.open(warm)
                self._board.anneal(warm, STEPS_TO_SPREAD * len(too_many), too_many)
                self._board.close()

    def _stage(self) -> tuple[Decimal, int]:
        """Give the temperature, and the price of one meeting too many."""
        part = self._steps / self._quick if self.is_quick else self._part_done()
        stage = Decimal(min(int(part * STAGES), STAGES)) / STAGES
        if self.is_quick:
            return QUENCH * (COLDEST / QUENCH) ** stage, CROWDING
        return HOTTEST * (COLDEST / HOTTEST) ** stage, CROWDING_FIRST + int(CROWDING * stage**4)

    def _part_done(self) -> float:
        """How much of the limit is used up after the quick cooling; of a search without limits, of this cooling."""
        steps = self._steps - self._quick
        if self._stop.iterations is not None:
            return steps / max(1, self._stop.iterations - self._quick)
        left = self._stop.seconds_left()
        if left != float("inf"):
            self._seconds = max(self._seconds, left)
            return 1 - left / self._seconds if self._seconds else 1.0
        if steps >= self._cooling:
            self._cooling *= 3
        return steps / self._cooling

    def _load_price(self, crowding: int) -> Prices:
        table = self.state.table
        excess = np.maximum(0, np.arange(table.n_meetings + 2, dtype=np.int64) - table.n_tables)
        price: npt.NDArray[np.int64] = crowding * excess * excess
        return price

    def _keep(self) -> None:
        value, is_right = self.state.measure()
        if is_right and (self.best_value is None or value < self.best_value):
            self.best[:], self.best_value = self.state.slot_of, value
