"""Which pairs may meet at all, and how much each is wanted."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from karvan.mission.companies import Side
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import PlacedLevel
from karvan.mission.requests import FixedMeeting, MeetingRequest, RequestLevel
from karvan.scheduling.from_mission import Candidate

LEVEL_OF_REQUEST = {
    RequestLevel.MUST: PlacedLevel.MUST,
    RequestLevel.WANT: PlacedLevel.WANT,
}
"""What an accepted request makes of a meeting."""


def choose_candidates(mission: Mission, scores: Mapping[Pair, float]) -> tuple[Candidate, ...]:
    """Give the pairs to schedule: fixed, asked for and accepted, then suggested.

    AVOID: a pair with an `avoid` is never among them. PAIR_ONCE: each pair is among them once.
    SAME_SIDE: two companies of one side are, only where a request or a fixed row asks for it.
    Nor is a suggestion for a pair with a request that is pending, declined or expired: acceptance
    comes before placement.

    Parameters
    ----------
    scores : mapping of pair to float
        The matcher's score 0..1 for every pair that it suggests, and, for information, for others.
    """
    return tuple(
        Candidate(*oriented(mission, pair), level_of(mission, pair), scores.get(pair))
        for pair in (*asked_for(mission), *_suggested(mission, scores))
        if pair not in mission.avoided
    )


def asked_for(mission: Mission) -> tuple[Pair, ...]:
    """Give the pairs whose meeting was fixed, or asked for and accepted."""
    return tuple(dict.fromkeys((*(row.pair for row in mission.fixed), *mission.requested)))


def _suggested(mission: Mission, scores: Iterable[Pair]) -> Iterator[Pair]:
    asked = mission.fixed_pairs | {request.pair for request in mission.requests}
    for pair in scores:
        if pair not in asked and len({mission.company[code].side for code in pair}) == 2:
            yield pair


def level_of(mission: Mission, pair: Pair) -> PlacedLevel:
    """Give the level at which a pair may meet, whether or not anything keeps it apart."""
    if pair in mission.fixed_pairs:
        return PlacedLevel.FIXED
    level = mission.requested.get(pair)
    return LEVEL_OF_REQUEST[level] if level else PlacedLevel.SUGGESTION


def oriented(mission: Mission, pair: Pair) -> tuple[str, str]:
    """Put the visitor first; within one side, whoever asked, else by their codes."""
    a, b = sorted(pair)
    if mission.company[a].side is not mission.company[b].side:
        return (a, b) if mission.company[a].side is Side.VISITOR else (b, a)
    rows: tuple[FixedMeeting | MeetingRequest, ...] = (*mission.fixed, *mission.requests)
    return next(((row.company, row.counterpart) for row in rows if row.pair == pair), (a, b))
