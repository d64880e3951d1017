"""Smallest contradictions: fewest items that cannot hold together, whoever says which can."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from karvan.scheduling.stop import Stop

Item = TypeVar("Item")

Indices = frozenset[int]


@dataclass(frozen=True, slots=True)
class Contradiction(Generic[Item]):
    """Items that cannot hold together, in their order.

    Attributes
    ----------
    is_smallest : bool
        Whether it is proved that no fewer items contradict themselves.
    """

    items: tuple[Item, ...]
    is_smallest: bool


def smallest_contradiction(
    items: Sequence[Item],
    contradicts: Callable[[tuple[Item, ...]], bool | None],
    stop: Stop,
    *,
    core: Collection[Item] | None = None,
    largest: Callable[[tuple[Item, ...]], Collection[Item]] | None = None,
) -> Contradiction[Item]:
    """Give a smallest part of some items that contradicts itself.

    Parameters
    ----------
    items : sequence
        Known to contradict themselves.
    contradicts : callable
        Whether some items do; None: not settled. Whatever contains a contradiction is one.
    stop : Stop
        Asked before each question.
    core : collection, optional
        A contradiction that is known already, of which no item can be spared.
    largest : callable, optional
        Adds to items that do not contradict themselves as many as it can; without, one after the other is tried.

    Notes
    -----
    First items are struck off one by one while a contradiction remains (Chinneck and Dravnieks 1991,
    https://doi.org/10.1287/ijoc.3.2.157): then none can be spared. Then fewer items are tried: each
    part that does not contradict itself is made as large as it can be, and every contradiction has an
    item outside of it; fewest items that meet all these outsides are tried next (Ignatiev et al. 2015,
    https://doi.org/10.1007/978-3-319-23219-5_13). Where time runs out, or a question stays open, the set
    contradicts itself all the same, and may not be smallest.
    """
    oracle = _Oracle(items, contradicts, largest, stop)
    found = oracle.irreducible(frozenset(range(len(items)))) if core is None else oracle.places(core)
    outsides: list[Indices] = []
    is_smallest = len(found) <= 1
    while not is_smallest and not stop.is_over():
        fewer = next((met for n in range(len(found)) if (met := _meeting_all(outsides, n, stop)) is not None), None)
        if fewer is None:
            is_smallest = not stop.is_over()
            break
        answer = oracle.asks(fewer)
        if answer is None:
            break
        if answer:
            found, is_smallest = fewer, True
        else:
            outsides.append(frozenset(range(len(items))) - oracle.grown(fewer))
    return Contradiction(tuple(items[index] for index in sorted(found)), is_smallest)


class _Oracle(Generic[Item]):
    """Answers questions about items by their places."""

    def __init__(
        self,
        items: Sequence[Item],
        contradicts: Callable[[tuple[Item, ...]], bool | None],
        largest: Callable[[tuple[Item, ...]], Collection[Item]] | None,
        stop: Stop,
    ) -> None:
        self._items, self._contradicts, self._largest, self._stop = items, contradicts, largest, stop

    def _part(self, indices: Indices) -> tuple[Item, ...]:
        return tuple(self._items[index] for index in sorted(indices))

    def places(self, some: Collection[Item]) -> Indices:
        """Give the places of items."""
        return frozenset(index for index, item in enumerate(self._items) if item in some)

    def asks(self, part: Indices) -> bool | None:
        """Say whether a part contradicts itself; None where there is no time to ask."""
        return None if self._stop.is_over() else self._contradicts(self._part(part))

    def irreducible(self, core: Indices) -> Indices:
        """Strike off what is not needed for a contradiction."""
        for index in sorted(core):
            if self.asks(core - {index}):
                core -= {index}
        return core

    def grown(self, part: Indices) -> Indices:
        """Add to a part whatever leaves it without a contradiction."""
        if self._largest is not None:
            return part | self.places(self._largest(self._part(part)))
        for index in range(len(self._items)):
            if index not in part and self.asks(part | {index}) is False:
                part |= {index}
        return part


def _meeting_all(sets: Sequence[Indices], most: int, stop: Stop) -> Indices | None:
    """Give at most so many indices that have one of every set in common; None: there are none, or time is over."""
    if not sets:
        return frozenset()
    for index in sorted(sets[0]) if most and not stop.is_over() else ():
        rest = _meeting_all([other for other in sets if index not in other], most - 1, stop)
        if rest is not None:
            return rest | {index}
    return None
