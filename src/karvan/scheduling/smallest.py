"""Smallest contradictions: fewest items that cannot hold together, whoever says which can."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

from karvan.scheduling.stop import Stop

Item = TypeVar("Item")

Indices = frozenset[int]


def smallest_contradiction(
    items: Sequence[Item], contradicts: Callable[[tuple[Item, ...]], bool | None], stop: Stop
) -> tuple[Item, ...]:
    """Give a smallest part of some items that contradicts itself.

    Parameters
    ----------
    items : sequence
        Known to contradict themselves.
    contradicts : callable
        Whether some items do; None: not settled. Whatever contains a contradiction is one.
    stop : Stop
        Asked before each question.

    Returns
    -------
    tuple
        In the order of `items`. Where time runs out, or a question stays open, the set contradicts
        itself all the same, and may not be smallest.

    Notes
    -----
    First items are struck off one by one while a contradiction remains (Chinneck and Dravnieks 1991,
    https://doi.org/10.1287/ijoc.3.2.157): then none can be spared. Then fewer items are tried: each
    part that does not contradict itself is made as large as it can be, and every contradiction has an
    item outside of it; fewest items that meet all these outsides are tried next (Ignatiev et al. 2015,
    https://doi.org/10.1007/978-3-319-23219-5_13).
    """
    oracle = _Oracle(items, contradicts, stop)
    core = oracle.irreducible(frozenset(range(len(items))))
    outsides: list[Indices] = []
    while len(core) > 1 and not stop.is_over():
        fewer = next((found for n in range(len(core)) if (found := _meeting_all(outsides, n)) is not None), None)
        answer = None if fewer is None else oracle.asks(fewer)
        if fewer is None or answer is None:
            break
        if answer:
            core = fewer
            break
        outsides.append(frozenset(range(len(items))) - oracle.grown(fewer))
    return tuple(items[index] for index in sorted(core))


class _Oracle:
    """Answers questions about items by their places."""

    def __init__(
        self, items: Sequence[Item], contradicts: Callable[[tuple[Item, ...]], bool | None], stop: Stop
    ) -> None:
        self._size = len(items)
        self._stop = stop
        self._ask: Callable[[Indices], bool | None] = lambda part: contradicts(
            tuple(items[index] for index in sorted(part))
        )

    def asks(self, part: Indices) -> bool | None:
        """Say whether a part contradicts itself; None where there is no time to ask."""
        return None if self._stop.is_over() else self._ask(part)

    def irreducible(self, core: Indices) -> Indices:
        """Strike off what is not needed for a contradiction."""
        for index in sorted(core):
            if self.asks(core - {index}):
                core -= {index}
        return core

    def grown(self, part: Indices) -> Indices:
        """Add to a part whatever leaves it without a contradiction."""
        for index in range(self._size):
            if index not in part and self.asks(part | {index}) is False:
                part |= {index}
        return part


def _meeting_all(sets: Sequence[Indices], most: int) -> Indices | None:
    """Give at most so many indices that have one of every set in common; None: there are none."""
    if not sets:
        return frozenset()
    for index in sorted(sets[0]) if most else ():
        rest = _meeting_all([other for other in sets if index not in other], most - 1)
        if rest is not None:
            return rest | {index}
    return None
