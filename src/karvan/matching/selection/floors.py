"""How many meetings nobody need have fewer of: the worst-off company is raised first, level by level."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

Counts = NDArray[np.int64]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Floors:
    """What each company of one side can be assured of.

    Attributes
    ----------
    counts : ndarray, shape (n,), int64
        Further meetings.
    witness : ndarray, shape (n, m), bool
        Meetings that give everybody these counts within all rooms.
    """

    counts: Counts
    witness: Mask


def raise_floors(allowed: Mask, room: Counts, other_room: Counts, have: Counts, most: int | None = None) -> Floors:
    """Raise the smallest number of meetings as far as it goes, then the next smallest, and so on.

    The sorted numbers of meetings that result (smallest first) are the greatest there are, compared
    from the first on. All companies go up together until some cannot; as many of these as possible go
    one further, the others stay where they are, and the rest goes on.

    Parameters
    ----------
    allowed : ndarray, shape (n, m), bool
        Pairs that may meet.
    room : ndarray, shape (n,), int64
        Further meetings that each company of this side can hold.
    other_room : ndarray, shape (m,), int64
        The same of the other side.
    have : ndarray, shape (n,), int64
        Meetings that each company of this side has already.
    most : int, optional
        Nobody is raised above this number.

    Notes
    -----
    What the companies of one side can have together is an integral polymatroid, in which raising greedily is
    optimal whoever is raised among equals. One maximum flow per step of a bisection.

    References
    ----------
    Frank and Murota (2022), https://doi.org/10.1007/s10107-021-01711-5
    """
    limit = np.minimum(room, allowed.sum(axis=1))
    climb = _Climb(allowed, other_room, have, limit)
    top = int((have + limit).max(initial=0)) if most is None else most
    while climb.level < top:
        climb.together(top)
        if climb.level < top:
            climb.one_further()
    return Floors(climb.counts(climb.level), climb.witness)


class _Climb:
    """The state of a climb: those who are stuck, and the level that all the others have."""

    def __init__(self, allowed: Mask, other_room: Counts, have: Counts, limit: Counts) -> None:
        self.allowed, self.other_room, self.have, self.limit = allowed, other_room, have, limit
        self.level = 0
        self.stuck = np.full(len(have), -1, dtype=np.int64)
        self.witness = np.zeros_like(allowed)

    def counts(self, level: int) -> Counts:
        """Give the further meetings of each company when the free ones are at a level."""
        free = np.clip(level - self.have, 0, self.limit)
        return np.where(self.stuck >= 0, self.stuck, free)

    def together(self, top: int) -> None:
        """Go to the highest level that all free companies reach together."""
        low, high = self.level, top
        while low < high:
            middle = (low + high + 1) // 2
            found = _flow(self.allowed, self.counts(middle), self.other_room)
            if found.sum() == self.counts(middle).sum():
                low, self.witness = middle, found
            else:
                high = middle - 1
        self.level = low

    def one_further(self) -> None:
        """Raise as many free companies as possible by one; the others are stuck."""
        now, then = self.counts(self.level), self.counts(self.level + 1)
        self.witness = _augment(self.allowed, self.witness, then - now, self.other_room)
        reached = self.witness.sum(axis=1)
        self.stuck = np.where(reached < then, now, self.stuck)
        self.level += 1


def _flow(allowed: Mask, supply: Counts, demand: Counts) -> Mask:
    """Give as many meetings as possible, with each row's and column's number within bounds."""
    return _augment(allowed, np.zeros_like(allowed), supply, demand)


def _augment(allowed: Mask, chosen: Mask, supply: Counts, demand: Counts) -> Mask:
    """Add as many meetings as possible to some, at most `supply` per row; no row loses any.

    Chosen meetings may be exchanged for others of the same row on the way.
    """
    n, m = allowed.shape
    forth, back = np.nonzero(allowed & ~chosen), np.nonzero(chosen)
    rest = demand - chosen.sum(axis=0)
    source, sink = n + m, n + m + 1
    rows = np.concatenate([np.full(n, source), forth[0], back[1] + n, np.arange(n, n + m)])
    columns = np.concatenate([np.arange(n), forth[1] + n, back[0], np.full(m, sink)])
    room = np.concatenate([supply, np.ones(len(forth[0]) + len(back[0]), dtype=np.int64), rest])
    graph = csr_array((room.astype(np.int32), (rows, columns)), shape=(n + m + 2, n + m + 2))
    flow = csr_array(maximum_flow(graph, source, sink).flow)
    net = flow[:n, n : n + m].toarray()
    added: Mask = chosen.astype(np.int64) + net > 0
    return added
