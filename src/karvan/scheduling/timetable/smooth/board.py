"""The table that the kernels of large timetables work on: who meets whom, and what everybody pays."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from karvan.scheduling.timetable.smooth import kernels
from karvan.scheduling.timetable.state import State
from karvan.scheduling.timetable.view import Ints

Moves = npt.NDArray[np.uint64]
Prices = npt.NDArray[np.int64]

MOST_CHAINS = 30
"""Kempe chains of one move, at most."""
NO_RECORD: Moves = np.empty((0, 2), np.uint64)


@dataclass(frozen=True)
class Rules:
    """What moves cost, and which of them are taken; see `kernels.anneal_smoothly`."""

    thresholds: npt.NDArray[np.uint64]
    gap_price: Prices
    count_price: Prices
    load_price: Prices


class Board:
    """A state as the kernels want it.

    Attributes
    ----------
    mate : ndarray, shape (n_slots, n_participants), int16 or int32
        Whom a participant meets in a slot, or -1. Two bytes each, where they suffice, keep the table of
        10,000 people in the second cache of a core.
    prices : ndarray, shape (n_participants,), int64

    Notes
    -----
    Between `open` and `close` the board may be ahead of `State.slot_of` and `State.at`.
    """

    def __init__(self, state: State) -> None:
        self.state = state
        table = state.table
        kind = np.int16 if table.n_participants < 2**15 else np.int32
        self.mate = np.full((table.n_slots, table.n_participants), -1, kind)
        self.prices = np.zeros(table.n_participants, np.int64)
        self._own = table.available
        both = self._own[table.ends[:, 0]] & self._own[table.ends[:, 1]]
        self._is_plain = len(table.precedences) == 0 and bool((table.allowed == both).all())
        self._log = np.zeros((MOST_CHAINS, 3), np.int64)

    def open(self, rules: Rules) -> None:
        """Take over the places of the state, and price everybody."""
        state = self.state
        kernels.fill_mates(state.table.ends, state.slot_of, self.mate)
        kernels.price_all(state.busy, state.table.grid, rules.gap_price, rules.count_price, self.prices)

    def close(self) -> None:
        """Bring the state into line with the board."""
        state = self.state
        if self._is_plain:
            kernels.read_slots(state.table.ends, self.mate, state.at, state.slot_of)
        state.refresh()

    def anneal(self, rules: Rules, steps: int, people: Ints, record: Moves = NO_RECORD) -> int:
        """Anneal, beginning at some people; gives the number of moves made."""
        made: int = kernels.anneal_smoothly(steps, record, people, self.state.rng, *self._arguments(rules))
        return made

    def repeat(self, rules: Rules, moves: Moves) -> int:
        """Make moves that were found from an older state, where they are still worth it; gives their number."""
        made: int = kernels.repeat(moves, *self._arguments(rules))
        return made

    def _arguments(self, rules: Rules) -> tuple[object, ...]:
        state, table = self.state, self.state.table
        return (
            rules.thresholds, rules.gap_price, rules.count_price, rules.load_price,
            table.ends, table.allowed, self._own, table.grid, state.link_start, state.links, self._is_plain,
            self.mate, state.slot_of, state.at, state.busy, state.load, self.prices, state.chain, self._log,
        )  # fmt: skip
