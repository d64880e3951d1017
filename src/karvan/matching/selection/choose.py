"""Who meets whom in a mission."""

from __future__ import annotations

import enum
from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from karvan.matching.selection.agreed import FIRM, WISHED, keep_agreed
from karvan.matching.selection.best_value import Bounds, Chosen, Values, most_valuable
from karvan.matching.selection.fairness import Fairness, fairness
from karvan.matching.selection.floors import Counts, Mask, raise_floors
from karvan.matching.selection.room import can_meet, have_a_slot, room_of
from karvan.mission.calendar import Calendar
from karvan.mission.companies import Side
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import PlacedLevel
from karvan.mission.requests import RequestLevel

FAR = 10
"""A company is far behind where another one of its side has so many times its meetings."""


class Limit(enum.StrEnum):
    """What keeps a company from more meetings."""

    ROOM = "room"
    """It has no room for more."""
    CANDIDATES = "candidates"
    """It meets everybody who fits it and may meet it."""
    COUNTERPARTS = "counterparts"
    """Those who fit it have no room left, or none that would not be taken from somebody with as few."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """One chosen meeting, the visitor first."""

    company: str
    counterpart: str
    level: PlacedLevel
    score: float


@dataclass(frozen=True, slots=True)
class Share:
    """What one company gets, and what keeps it from more.

    Attributes
    ----------
    floor : int
        Meetings that the choice assures it of.
    candidates : int
        Counterparts whom it could meet by its requests and suggestions.
    """

    meetings: int
    value: float
    floor: int
    room: int
    candidates: int
    limit: Limit


@dataclass(frozen=True, slots=True)
class Selection:
    """Who meets whom.

    Attributes
    ----------
    refused : tuple of pair
        Agreed meetings that one of the two avoids, or for which there is no room or no time.
    value, bound : float
        The scores of the suggestions among the meetings, summed up, and what no choice with the same agreed
        meetings and floors can exceed.
    """

    meetings: tuple[Meeting, ...]
    refused: tuple[Pair, ...]
    shares: dict[str, Share]
    value: float
    bound: float

    def fairness(self, mission: Mission, side: Side) -> Fairness:
        """Say how evenly the meetings of a side are shared out."""
        return fairness([self.shares[company.code].meetings for company in mission.delegation(side).companies])

    def far_behind(self, mission: Mission) -> tuple[str, ...]:
        """Give the companies of which another of their side has `FAR` times the meetings."""
        codes: list[str] = []
        for side in Side:
            own = {company.code: self.shares[company.code].meetings for company in mission.delegation(side).companies}
            most = max(own.values(), default=0)
            codes += [code for code, meetings in own.items() if most and most >= FAR * meetings]
        return tuple(codes)


def choose(mission: Mission, scores: Mapping[Pair, float], most_floor: int | None = None) -> Selection:
    """Choose the meetings of a mission.

    First what was agreed: fixed and `must`, then `want`, as many as fit. Then the company with the
    fewest meetings is raised as far as it goes, then the next, and so on. Of all choices that leave
    nobody below that, the one with the greatest sum of scores.

    Parameters
    ----------
    scores : mapping of pair to float
        The matcher's score 0..1 of each pair that it suggests.
    most_floor : int, optional
        Nobody is raised above so many meetings for the sake of evenness alone.

    Returns
    -------
    Selection
        Never with a pair that one side avoids, that a request which is not accepted is about, or
        that no meetings block admits.
    """
    calendar = Calendar(mission)
    room = room_of(mission, calendar)
    agreed = _agreed(mission)
    possible = {pair: level for pair, level in agreed.items() if can_meet(mission, calendar, pair)}
    kept = keep_agreed(possible, room)
    table = _Table.of(mission, calendar, scores, kept, room)
    chosen, floors = _suggested(table, most_floor)
    meetings = (*_kept(mission, kept, scores), *table.meetings(chosen.mask))
    return Selection(
        meetings=meetings,
        refused=tuple(pair for pair in agreed if pair not in kept),
        shares=_shares(meetings, table, floors, room),
        value=chosen.value,
        bound=chosen.bound,
    )


def _agreed(mission: Mission) -> dict[Pair, int]:
    """Give the meetings that were fixed, or asked for and accepted."""
    asked = {pair: FIRM if level is RequestLevel.MUST else WISHED for pair, level in mission.requested.items()}
    return {**asked, **dict.fromkeys((row.pair for row in mission.fixed), FIRM)}


@dataclass(frozen=True, slots=True)
class _Table:
    """Visitors by hosts, as arrays.

    Attributes
    ----------
    score : ndarray, shape (n_visitors, n_hosts), float64
    allowed : ndarray, shape (n_visitors, n_hosts), bool
        Pairs that are suggested and may meet, but have not agreed to.
    have, room : ndarray, shape (n_visitors + n_hosts,), int64
        Agreed meetings that are kept; further ones for which there is room.
    """

    visitors: tuple[str, ...]
    hosts: tuple[str, ...]
    score: Values
    allowed: Mask
    have: Counts
    room: Counts

    @classmethod
    def of(
        cls,
        mission: Mission,
        calendar: Calendar,
        scores: Mapping[Pair, float],
        kept: frozenset[Pair],
        room: Mapping[str, int],
    ) -> _Table:
        """Lay out the pairs that may be suggested."""
        visitors, hosts = (tuple(c.code for c in mission.delegation(side).companies) for side in Side)
        row, column = ({code: i for i, code in enumerate(codes)} for codes in (visitors, hosts))
        score, allowed = np.zeros((len(visitors), len(hosts))), np.zeros((len(visitors), len(hosts)), dtype=bool)
        asked = mission.avoided | mission.fixed_pairs | {request.pair for request in mission.requests}
        for pair, value in scores.items():
            a, b = sorted(pair, key=lambda code: code not in row)
            if a in row and b in column and pair not in asked:
                score[row[a], column[b]], allowed[row[a], column[b]] = value, True
        allowed &= have_a_slot(mission, calendar, visitors, hosts)
        taken = Counter(code for pair in kept for code in pair)
        have = np.array([taken[code] for code in (*visitors, *hosts)], dtype=np.int64)
        rest = np.array([room[code] for code in (*visitors, *hosts)], dtype=np.int64) - have
        return cls(visitors, hosts, score, allowed, have, rest)

    def meetings(self, mask: Mask) -> list[Meeting]:
        """Give chosen pairs as meetings, the best first."""
        rows, columns = np.nonzero(mask)
        found = [
            Meeting(self.visitors[i], self.hosts[j], PlacedLevel.SUGGESTION, float(self.score[i, j]))
            for i, j in zip(rows, columns, strict=True)
        ]
        return sorted(found, key=lambda meeting: (-meeting.score, meeting.company, meeting.counterpart))


def _suggested(table: _Table, most_floor: int | None) -> tuple[Chosen, Counts]:
    """Choose among the suggestions.

    What the one side can be assured of and what the other can be assured of, they can be assured of at the
    same time (Mendelsohn and Dulmage, 1958, https://doi.org/10.4153/CJM-1958-027-8).
    """
    n = len(table.visitors)
    of_visitors = raise_floors(table.allowed, table.room[:n], table.room[n:], table.have[:n], most_floor)
    of_hosts = raise_floors(table.allowed.T, table.room[n:], table.room[:n], table.have[n:], most_floor)
    least = np.concatenate([of_visitors.counts, of_hosts.counts])
    return most_valuable(table.score, table.allowed, Bounds(least, table.room)), least


def _kept(mission: Mission, kept: frozenset[Pair], scores: Mapping[Pair, float]) -> list[Meeting]:
    """Give the agreed meetings, those that bind most first."""
    levels = list(PlacedLevel)
    meetings = [Meeting(*_oriented(mission, pair), _level(mission, pair), scores.get(pair, 0.0)) for pair in kept]
    return sorted(meetings, key=lambda m: (levels.index(m.level), m.company, m.counterpart))


def _oriented(mission: Mission, pair: Pair) -> tuple[str, str]:
    a, b = sorted(pair, key=lambda code: (mission.company[code].side is not Side.VISITOR, code))
    return a, b


def _level(mission: Mission, pair: Pair) -> PlacedLevel:
    if pair in mission.fixed_pairs:
        return PlacedLevel.FIXED
    return PlacedLevel.MUST if mission.requested[pair] is RequestLevel.MUST else PlacedLevel.WANT


def _shares(meetings: tuple[Meeting, ...], table: _Table, floors: Counts, room: Mapping[str, int]) -> dict[str, Share]:
    own: dict[str, list[float]] = defaultdict(list)
    for meeting in meetings:
        for code in (meeting.company, meeting.counterpart):
            own[code].append(meeting.score)
    codes = (*table.visitors, *table.hosts)
    further = np.concatenate([table.allowed.sum(axis=1), table.allowed.sum(axis=0)])
    return {
        code: _share(own[code], int(table.have[i]), int(floors[i]), room[code], int(further[i]))
        for i, code in enumerate(codes)
    }


def _share(own: list[float], have: int, floor: int, room: int, further: int) -> Share:
    candidates = have + further
    limit = Limit.COUNTERPARTS
    if len(own) >= room:
        limit = Limit.ROOM
    elif len(own) >= candidates:
        limit = Limit.CANDIDATES
    return Share(len(own), sum(own), have + floor, room, candidates, limit)
