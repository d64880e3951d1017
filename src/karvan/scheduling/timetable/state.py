"""The state of a search over one timetable: arrays that the kernels change in place."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from karvan.scheduling.timetable import kernels
from karvan.scheduling.timetable.view import Timetable


@dataclass
class State:
    """Where each meeting is, and what follows from it.

    Attributes
    ----------
    slot_of : ndarray, shape (n_meetings,), int16
        -1: not placed.
    at : ndarray, shape (n_participants, n_slots), int32
        The meeting of a participant in a slot, or -1.
    busy : ndarray, shape (n_participants,), uint64
    load : ndarray, shape (n_slots,), int32
    breaks : ndarray, shape (n_participants,), int16
    chain : ndarray, shape (n_meetings + 1,), int32
        Room for the kernels.
    rng : ndarray, shape (1,), uint64
        The state of the random numbers.
    """

    table: Timetable
    seed: int
    slot_of: npt.NDArray[np.int16] = field(init=False)
    at: npt.NDArray[np.int32] = field(init=False)
    busy: npt.NDArray[np.uint64] = field(init=False)
    load: npt.NDArray[np.int32] = field(init=False)
    breaks: npt.NDArray[np.int16] = field(init=False)
    chain: npt.NDArray[np.int32] = field(init=False)
    rng: npt.NDArray[np.uint64] = field(init=False)
    link_start: npt.NDArray[np.int32] = field(init=False)
    links: npt.NDArray[np.int32] = field(init=False)

    def __post_init__(self) -> None:
        """Start with nothing placed."""
        table = self.table
        self.slot_of = np.full(table.n_meetings, -1, np.int16)
        self.at = np.full((table.n_participants, table.n_slots), -1, np.int32)
        self.busy = np.zeros(table.n_participants, np.uint64)
        self.load = np.zeros(table.n_slots, np.int32)
        self.breaks = np.zeros(table.n_participants, np.int16)
        self.chain = np.empty(table.n_meetings + 1, np.int32)
        self.rng = np.array([scatter(self.seed)], np.uint64)
        self.link_start, self.links = table.before_after

    @property
    def is_complete(self) -> bool:
        """Whether every meeting is placed."""
        return bool((self.slot_of >= 0).all())

    def measure(self) -> tuple[int, bool]:
        """Give the breaks, and whether they are fairly spread and no slot holds too many meetings."""
        table = self.table
        spread = int(self.breaks.max() - self.breaks.min()) if len(self.breaks) else 0
        is_fair = table.fairness is None or spread <= table.fairness
        return int(self.breaks.sum()), is_fair and not bool((self.load > table.n_tables).any())

    def set_slots(self, slot_of: npt.NDArray[np.int16]) -> None:
        """Take over the places of all meetings."""
        self.slot_of[:] = slot_of
        self.refresh()

    def refresh(self) -> None:
        """Compute everything else from `slot_of`."""
        kernels.load_state(self.table.ends, self.slot_of, self.table.grid, self.at, self.busy, self.load, self.breaks)


def scatter(seed: int) -> int:
    """Turn a seed into a first state of the random numbers that is never zero (splitmix64)."""
    z = (seed * 0x9E3779B97F4A7C15 + 0x9E3779B97F4A7C15) % 2**64
    z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) % 2**64
    z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) % 2**64
    return (z ^ (z >> 31)) or 1
