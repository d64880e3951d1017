"""How well one offer answers one need."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import fsum

from karvan.matching.statements import Statement
from karvan.mission.opportunities import CooperationRoute

DOMAINS, WORDS, ROUTES = 0.45, 0.4, 0.15
"""What each tie is worth; they add up to 1."""

TELLING_WORDS = 5
"""At most so many words in common are named as a reason."""


@dataclass(frozen=True, slots=True)
class Affinity:
    """A score 0..1 and the ties that make it.

    Attributes
    ----------
    words : tuple of str
        Stems in common, the rarest first.
    """

    score: float
    domains: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    routes: tuple[CooperationRoute, ...] = ()


def affinity(offer: Statement, need: Statement, weights: Mapping[str, float]) -> Affinity:
    """Weigh what an offer and a need have in common.

    Domains and routes count by their share of all that either names (Jaccard index), words by the
    weight of those in common: half the weight of the shorter text is worth as much as all of it.
    Routes alone tie nothing, and count only beside a domain or words in common.

    Parameters
    ----------
    weights : mapping of term to float
        How telling each term of the two is, above 0.
    """
    domains, words = offer.domains & need.domains, offer.terms & need.terms
    routes = offer.routes & need.routes
    of_domains = len(domains) / len(offer.domains | need.domains) if domains else 0.0
    smaller = min(_weight(statement.terms, weights) for statement in (offer, need))
    of_words = min(1.0, 2 * _weight(words, weights) / smaller) if words else 0.0
    base = DOMAINS * of_domains + WORDS * of_words
    if not base:
        return Affinity(0.0)
    of_routes = len(routes) / len(offer.routes | need.routes) if routes else 0.0
    rarest = sorted(words, key=lambda term: (-weights[term], term))[:TELLING_WORDS]
    return Affinity(
        base + ROUTES * of_routes,
        tuple(sorted(domains)),
        tuple(rarest),
        tuple(sorted(routes)),
    )


def _weight(terms: Iterable[str], weights: Mapping[str, float]) -> float:
    """Add up the weights of some terms; the sum is the same in whatever order a set gives them."""
    return fsum(weights[term] for term in terms)
