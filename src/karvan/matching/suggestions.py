"""Suggestions: for each company, the counterparts that fit it, with the reasons."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from karvan.matching.affinity import Affinity, affinity_of
from karvan.matching.profiles import Profiles, Weights
from karvan.matching.scores import score_all
from karvan.matching.taxonomy import Taxonomy, load
from karvan.mission.mission import Mission
from karvan.mission.opportunities import OpportunityKind

LEAST_SCORE = 0.1
"""Below this chance of a good meeting a suggestion would be noise."""

LAST_RESORTS = 3
"""A company that would get no suggestion keeps at most so many of its best counterparts all the same."""

LEAST_REASON = 0.04
"""A direction with a lower affinity is no reason."""


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
        0..1: the chance of a good meeting.
    reasons : tuple of Evidence
        Best first, at most one for each direction.
    """

    company: str
    counterpart: str
    score: float
    reasons: tuple[Evidence, ...]


def suggest(
    mission: Mission, *, top: int | None = None, taxonomy: Taxonomy | None = None, weights: Weights | None = None
) -> tuple[Suggestion, ...]:
    """Suggest counterparts across the two sides, each pair once, the visitor first.

    Every offer of one side is held against every need of the other (`karvan.matching.scores`).
    Competitors are not suggested merely for being alike: only an offer against a need counts. A pair
    of which one avoids the other is left out, whoever of the two it is.

    Parameters
    ----------
    top : int or None
        Only what is among the best so many of either company; None: everything worth telling.
    taxonomy : Taxonomy or None
        Karvan's own where none is given.

    Returns
    -------
    tuple of Suggestion
        Those with a score of at least `LEAST_SCORE`, best first. A company that has none of these
        keeps its best `LAST_RESORTS` with a score above 0, so that everybody can be given meetings.
    """
    scores = score_all(mission, taxonomy or load(), weights=weights)
    allowed = [pair for pair in scores.pairs() if frozenset(pair[:2]) not in mission.avoided]
    ranked = sorted(allowed, key=lambda pair: (-pair[2], pair[0], pair[1]))
    rows = _statements(scores.profiles)
    found = [
        Suggestion(visitor, host, score, reasons)
        for visitor, host, score in _within(_worth_telling(ranked), top)
        if (reasons := reasons_of(visitor, host, rows, scores.profiles))
    ]
    return tuple(found)


Pair = tuple[str, str, float]


def _worth_telling(ranked: Sequence[Pair]) -> list[Pair]:
    """Leave out what is noise, but nobody with nothing; the best stand first."""
    has_any = {code for *pair, score in ranked if score >= LEAST_SCORE for code in pair}
    resorts: Counter[str] = Counter()
    kept: list[Pair] = []
    for visitor, host, score in ranked:
        lacking = {visitor, host} - has_any
        is_resort = any(resorts[code] < LAST_RESORTS for code in lacking)
        resorts.update(lacking)
        if score >= LEAST_SCORE or is_resort:
            kept.append((visitor, host, score))
    return kept


def _within(ranked: Sequence[Pair], top: int | None) -> list[Pair]:
    if top is None:
        return list(ranked)
    seen: Counter[str] = Counter()
    kept: list[Pair] = []
    for visitor, host, score in ranked:
        if min(seen[visitor], seen[host]) < top:
            kept.append((visitor, host, score))
        seen.update((visitor, host))
    return kept


Statements = dict[tuple[str, OpportunityKind], list[int]]


def _statements(profiles: Profiles) -> Statements:
    rows: Statements = defaultdict(list)
    for statement in profiles.statements:
        rows[statement.row.company, statement.row.kind].append(statement.index)
    return rows


def reasons_of(a: str, b: str, rows: Statements, profiles: Profiles) -> tuple[Evidence, ...]:
    """Give the best offer and need each way, with what ties them; the better way stands first."""
    found = [
        Evidence(offer, need, tied)
        for giver, taker in ((a, b), (b, a))
        for offer, need in _best(rows[giver, OpportunityKind.OFFER], rows[taker, OpportunityKind.NEED], profiles)
        if (tied := affinity_of(offer, need, profiles)).score > LEAST_REASON
    ]
    return tuple(sorted(found, key=lambda reason: -reason.affinity.score))


def _best(offers: Sequence[int], needs: Sequence[int], profiles: Profiles) -> list[tuple[int, int]]:
    """Give the offer and need that fit best, the first of equals; nothing where one has none."""
    if not offers or not needs:
        return []
    product = (profiles.offers[list(offers)] @ profiles.needs[list(needs)].T).toarray() - profiles.lacks[list(needs)]
    offer, need = divmod(int(product.argmax()), len(needs))
    return [(offers[offer], needs[need])]
