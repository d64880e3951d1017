"""Suggestions: for each company, the counterparts that fit it, with the reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from karvan.matching.affinity import Affinity, affinity
from karvan.matching.statements import Statement, read_statements, term_weights
from karvan.mission.companies import Side
from karvan.mission.mission import Mission
from karvan.mission.opportunities import OpportunityKind

LEAST_SCORE = 0.2
"""Below this, two statements have so little in common that a suggestion would be noise."""

LAST_RESORTS = 3
"""A company that would get no suggestion keeps at most so many of its best counterparts all the same."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One offer that answers one need, and what ties them.

    Attributes
    ----------
    offer, need : int
        Indices into `Mission.opportunities`.
    """

    offer: int
    need: int
    affinity: Affinity


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A counterpart for a company.

    Attributes
    ----------
    score : float
        0..1: the chance-like sum of the best match each way, ``1 - (1 - there)(1 - back)``.
    reasons : tuple of Evidence
        Best first, at most one for each direction.
    """

    company: str
    counterpart: str
    score: float
    reasons: tuple[Evidence, ...]


def suggest(mission: Mission) -> tuple[Suggestion, ...]:
    """Suggest counterparts across the two sides, each pair once, the visitor first.

    Every offer of one side is held against every need of the other by `affinity`: domains in
    common, words in common (stemmed, in the same script), routes in common. Competitors are not
    suggested merely for being alike: only an offer against a need counts. Of the requests only an
    `avoid` is read: its pair is left out, whoever of the two does not wish to meet the other.

    Returns
    -------
    tuple of Suggestion
        Those with a score of at least `LEAST_SCORE`, best first. A company that has none of these
        keeps its best `LAST_RESORTS` with a score above 0, so that everybody can be given meetings.
    """
    statements = read_statements(mission)
    weights = term_weights(statements)
    offers, needs = _by_company(statements, mission)
    found = [
        suggestion
        for visitor in mission.delegation(Side.VISITOR).companies
        for host in mission.delegation(Side.HOST).companies
        if frozenset((visitor.code, host.code)) not in mission.avoided
        for suggestion in _suggestion(visitor.code, host.code, offers, needs, weights)
    ]
    return _worth_telling(sorted(found, key=lambda s: (-s.score, s.company, s.counterpart)))


def _worth_telling(found: Sequence[Suggestion]) -> tuple[Suggestion, ...]:
    """Leave out what is noise, but nobody with nothing; the best stand first."""
    has_any = {code for s in found if s.score >= LEAST_SCORE for code in (s.company, s.counterpart)}
    resorts: Counter[str] = Counter()
    kept: list[Suggestion] = []
    for suggestion in found:
        lacking = {suggestion.company, suggestion.counterpart} - has_any
        is_resort = any(resorts[code] < LAST_RESORTS for code in lacking)
        resorts.update(lacking)
        if suggestion.score >= LEAST_SCORE or is_resort:
            kept.append(suggestion)
    return tuple(kept)


Rows = dict[str, list[Statement]]


def _by_company(statements: tuple[Statement, ...], mission: Mission) -> tuple[Rows, Rows]:
    offers: Rows = defaultdict(list)
    needs: Rows = defaultdict(list)
    for statement in statements:
        row = mission.opportunities[statement.index]
        (offers if row.kind is OpportunityKind.OFFER else needs)[row.company].append(statement)
    return offers, needs


def _suggestion(a: str, b: str, offers: Rows, needs: Rows, weights: dict[str, float]) -> Iterator[Suggestion]:
    reasons = [
        best
        for best in (
            _best(offers[a], needs[b], weights),
            _best(offers[b], needs[a], weights),
        )
        if best
    ]
    miss = 1.0
    for reason in reasons:
        miss *= 1.0 - reason.affinity.score
    if reasons:
        reasons.sort(key=lambda reason: -reason.affinity.score)
        yield Suggestion(a, b, 1.0 - miss, tuple(reasons))


def _best(offers: list[Statement], needs: list[Statement], weights: dict[str, float]) -> Evidence | None:
    """Give the offer and need that fit best, or None where nothing ties any of them."""
    found = [Evidence(offer.index, need.index, affinity(offer, need, weights)) for offer in offers for need in needs]
    tied = [e for e in found if e.affinity.score > 0]
    return max(tied, key=lambda e: (e.affinity.score, -e.offer, -e.need), default=None)
