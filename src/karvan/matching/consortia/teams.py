"""The smallest teams that cover what a project requires, those that fit best first."""

from __future__ import annotations

import heapq
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Mask = NDArray[np.bool_]

MOST_PARTS = 60
"""So many parts and sides can be required."""

PATIENCE = 300_000
"""The search gives up proving after so many partial teams (about ten seconds)."""


@dataclass(frozen=True, slots=True)
class Question:
    """What a team must be.

    Attributes
    ----------
    strength : ndarray, shape (n_parts, n), float64, 0..1
        How well each company can take each part; 0: not at all.
    fit : ndarray, shape (n, n), float64, 0..1
        How well two companies fit; symmetric, its diagonal 0.
    groups : tuple of ndarray of bool, shape (n,)
        Sets of companies that a team has a member of (the sides, for instance).
    apart : ndarray of bool, shape (n, n)
        Companies that are never in one team; symmetric.
    """

    strength: Floats
    fit: Floats
    groups: tuple[Mask, ...]
    apart: Mask


@dataclass(frozen=True, slots=True)
class Team:
    """One team.

    Attributes
    ----------
    members : tuple of int
        Companies, ascending.
    takes : tuple of int
        The company that takes each part.
    coverage : float
        0..1: mean strength with which the parts are taken.
    mutual_fit : float
        0..1: mean fit of two members; 0 where there is one alone.
    """

    members: tuple[int, ...]
    takes: tuple[int, ...]
    coverage: float
    mutual_fit: float

    @property
    def value(self) -> float:
        """What teams of one size are compared by, 0..2."""
        return self.coverage + self.mutual_fit


@dataclass(frozen=True, slots=True)
class Teams:
    """The best teams.

    Attributes
    ----------
    is_proved : bool
        Whether every other team was ruled out; else the search ran out of patience.
    """

    teams: tuple[Team, ...]
    is_proved: bool


def best_teams(question: Question, count: int, patience: int = PATIENCE) -> Teams:
    """Give the smallest teams that cover every part, the best first, and then some with one member more.

    A team has no member that it could do without. Of teams of one size the one with the greatest mean
    strength plus mean fit is the best.

    Returns
    -------
    Teams
        At most `count`; none where some part cannot be taken, or not together with the others.

    Notes
    -----
    Every team is looked at, except those that are ruled out: a team is built by settling the part with the
    fewest takers, and left where even the companies with the most open parts could not cover the rest.
    """
    search = _Search(question, count, patience)
    sizes = len(question.strength) + len(question.groups)
    found: list[Team] = []
    for size in range(1, sizes + 1):
        found += search.teams_of(size)
        if found and (len(found) >= count or size > len(found[0].members)):
            break
    return Teams(tuple(found[:count]), search.nodes < patience)


class _Search:
    """Depth-first search for the best teams of a size."""

    def __init__(self, question: Question, count: int, patience: int) -> None:
        rows = [*(question.strength > 0), *question.groups]
        self.question, self.count, self.patience = question, count, patience
        self.takers = np.array(rows, dtype=bool).reshape(len(rows), question.strength.shape[1])
        self.bits = np.int64(1) << np.arange(len(rows), dtype=np.int64)
        self.cover: NDArray[np.int64] = (self.takers * self.bits[:, None]).sum(axis=0)
        self.everything = int(self.bits.sum())
        self.nodes = 0
        self.best: list[tuple[float, tuple[int, ...]]] = []  # negated, so that of equals the first companies win

    def teams_of(self, size: int) -> list[Team]:
        """Give the best teams of a size, the best first."""
        self.best = []
        self._extend((), self.everything, self.cover > 0, size)
        ranked = sorted(self.best, reverse=True)
        return [self._team(tuple(-member for member in negated)) for _, negated in ranked]

    def _extend(self, team: tuple[int, ...], open_parts: int, free: Mask, more: int) -> None:
        """Look at every way to complete a team by some more members, each of which is free."""
        self.nodes += 1
        if not open_parts or self.nodes >= self.patience:
            return
        helps = np.where(free, self.cover & open_parts, 0)
        if more == 1:
            self._complete(team, np.flatnonzero(helps == open_parts))
            return
        if not self._can_cover(helps, open_parts, more):
            return
        free = free.copy()
        for company in self._fewest(open_parts, free):
            rest = open_parts & ~int(self.cover[company])
            self._extend((*team, company), rest, free & ~self.question.apart[company], more - 1)
            free[company] = False

    @staticmethod
    def _can_cover(helps: NDArray[np.int64], open_parts: int, more: int) -> bool:
        """Whether the companies with the most open parts have enough of them together."""
        numbers = np.bitwise_count(helps)
        most = numbers if len(numbers) <= more else np.partition(numbers, -more)[-more:]
        return int(most.sum()) >= open_parts.bit_count()

    def _fewest(self, open_parts: int, free: Mask) -> list[int]:
        """Give the companies that can take the open part with the fewest takers."""
        places = np.flatnonzero(self.bits & open_parts)
        takers = self.takers[places] & free
        chosen = takers[takers.sum(axis=1).argmin()]
        return [int(company) for company in np.flatnonzero(chosen)]

    def _complete(self, team: tuple[int, ...], last: NDArray[np.intp]) -> None:
        """Note the teams that one last member completes."""
        if not len(last):
            return
        for value, company in zip(self._values(team, last), last, strict=True):
            members = tuple(sorted((*team, int(company))))
            if (len(self.best) < self.count or value > self.best[0][0]) and not self._has_idle(members):
                heapq.heappush(self.best, (float(value), tuple(-member for member in members)))
                if len(self.best) > self.count:
                    heapq.heappop(self.best)

    def _values(self, team: tuple[int, ...], last: NDArray[np.intp]) -> Floats:
        """Give the value of a team with each of some last members."""
        strength, fit, known = self.question.strength, self.question.fit, list(team)
        pairs = max(1, len(team) * (len(team) + 1))
        own = strength[:, known].max(axis=1, initial=0.0)
        coverage = np.maximum(own[:, None], strength[:, last]).mean(axis=0)
        between = fit[known][:, known].sum() + 2 * fit[known][:, last].sum(axis=0)
        values: Floats = coverage + between / pairs
        return values

    def _has_idle(self, members: Iterable[int]) -> bool:
        """Whether a team could do without one of its members."""
        covers = [int(self.cover[company]) for company in members]
        return any(_union(covers[:place] + covers[place + 1 :]) == self.everything for place in range(len(covers)))

    def _team(self, members: tuple[int, ...]) -> Team:
        """Give every part to the member that takes it best; of equals, to the first."""
        own = self.question.strength[:, list(members)]
        pairs = len(members) * (len(members) - 1)
        return Team(
            members,
            tuple(members[column] for column in own.argmax(axis=1)),
            float(own.max(axis=1).mean()),
            float(self.question.fit[np.ix_(members, members)].sum() / pairs) if pairs else 0.0,
        )


def _union(covers: Iterable[int]) -> int:
    union = 0
    for cover in covers:
        union |= cover
    return union
