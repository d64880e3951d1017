"""Annealing with Kempe-chain moves: the arrays, the prices and the cooling."""

from __future__ import annotations

from decimal import Decimal
from functools import lru_cache

import numpy as np
import numpy.typing as npt

from karvan.scheduling.timetable import kernels
from karvan.scheduling.timetable.state import State

STEPS_AT_ONCE = 200_000
"""Steps at one temperature: about 20 ms."""
WARMEST, COLDEST = 0.20, 0.10
"""Useful temperatures: below, nothing moves; above, it wanders."""
FIRST_ROUND, GROWTH = 10, 1.6
"""Batches in the first cooling, and the factor for each further one."""
UNFAIR = 3
"""Price of each break above the fairness."""


class Annealer:
    """Cools a state again and again, each time more slowly.

    Attributes
    ----------
    best : ndarray, shape (n_meetings,), int16
        The slots of the best fair timetable met.
    best_value : int or None
        Its number of breaks.
    """

    is_quick = False

    def __init__(self, state: State) -> None:
        self.state = state
        table = state.table
        fairness = table.fairness
        self._limit = table.n_slots if fairness is None else fairness
        counts = np.arange(table.n_slots + 1, dtype=np.int64)
        self._price = counts + UNFAIR * np.maximum(0, counts - self._limit)
        self.best = np.zeros(table.n_meetings, np.int16)
        self.best_value: int | None = None
        self._found = np.zeros(table.n_meetings, np.int16)
        self._round = FIRST_ROUND
        self._batch = 0

    def advance(self, target: int, most_steps: int | None) -> int:
        """Make one batch of steps; gives the number of steps."""
        state, table = self.state, self.state.table
        steps = STEPS_AT_ONCE if most_steps is None else min(STEPS_AT_ONCE, most_steps)
        before = int(self._price[state.breaks].sum())
        _, lowest = kernels.anneal(
            steps, thresholds(self._temperature()), self._price, 1000, state.rng, target,
            table.ends, table.allowed, table.grid, state.link_start, state.links, table.n_tables,
            state.slot_of, state.at, state.busy, state.load, state.breaks, state.chain, self._found,
        )  # fmt: skip
        if lowest < before:
            self._keep()
        self._batch += 1
        if self._batch >= self._round:
            self._batch, self._round = 0, int(self._round * GROWTH)
        return steps

    def _temperature(self) -> float:
        part = self._batch / max(1, self._round - 1)
        return WARMEST + (COLDEST - WARMEST) * part

    def _keep(self) -> None:
        other = State(self.state.table, 0)
        other.set_slots(self._found)
        value, is_right = other.measure()
        if is_right and (self.best_value is None or value < self.best_value):
            self.best[:], self.best_value = self._found, value


@lru_cache(maxsize=16)
def thresholds(temperature: float | Decimal, worst: int = 11) -> npt.NDArray[np.uint64]:
    """Give the acceptance thresholds of a price that grows by 0, 1, 2, ... up to `worst` at a temperature.

    Decimal arithmetic rounds exactly, so that they are the same on every machine.
    """
    result, chance = [2**32], Decimal(2**32)
    ratio = (-1 / Decimal(temperature)).exp()
    for _ in range(worst):
        chance *= ratio
        result.append(int(chance))
    return np.array(result, np.uint64)
