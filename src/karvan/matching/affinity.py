"""What ties one offer to one need, in words that can be shown and checked."""

from __future__ import annotations

from dataclasses import dataclass

from karvan.matching.profiles import Profiles, Statement
from karvan.matching.taxonomy import ROLES
from karvan.mission.opportunities import CooperationRoute

TELLING_WORDS = 5
"""At most so many words in common are named as a reason."""

TELLING_CONCEPTS = 3
"""At most so many concepts in common are named as a reason."""

WORDS_ALONE = 2
"""Words in common, without any concept, are a tie from so many on."""


@dataclass(frozen=True, slots=True)
class Passage:
    """Where a statement names a concept: in its title or its text, half-open."""

    start: int
    end: int
    is_title: bool

    def of(self, title: str, text: str) -> str:
        """Give the passage itself."""
        return (title if self.is_title else text)[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Tie:
    """A concept that an offer and a need both name, with the passages that name it."""

    concept: str
    strength: float
    offer: Passage
    need: Passage


@dataclass(frozen=True, slots=True)
class Affinity:
    """A score 0..1 and the ties that make it.

    Attributes
    ----------
    words : tuple of str
        Stems in common, the rarest first.
    concepts : tuple of Tie
        The strongest first.
    missing_roles : tuple of str
        Concepts of what the need asks a partner to do, and the offer does not speak of.
    """

    score: float
    domains: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    routes: tuple[CooperationRoute, ...] = ()
    concepts: tuple[Tie, ...] = ()
    missing_roles: tuple[str, ...] = ()


def affinity_of(offer: int, need: int, profiles: Profiles) -> Affinity:
    """Give what ties two statements, named by their positions in `profiles`.

    The score is the one that `karvan.matching.scores` computes for all pairs at once.
    """
    a, b = profiles.statements[offer], profiles.statements[need]
    product = float((profiles.offers[[offer]] @ profiles.needs[[need]].T).sum()) - float(profiles.lacks[need])
    words = sorted(a.stems & b.stems, key=lambda stem: (-profiles.telling[stem], stem))
    return Affinity(
        min(1.0, max(0.0, product)),
        tuple(sorted(set(a.row.domains) & set(b.row.domains))),
        tuple(words[:TELLING_WORDS]),
        tuple(sorted(set(a.row.routes) & set(b.row.routes))),
        ties(a, b, profiles),
        _missing_roles(a, b, profiles),
    )


def ties(offer: Statement, need: Statement, profiles: Profiles) -> tuple[Tie, ...]:
    """Give the concepts that both name, with a passage of each, the strongest first."""
    ours, theirs = offer.concepts(profiles.taxonomy), need.concepts(profiles.taxonomy)
    shared = sorted(ours.keys() & theirs.keys(), key=lambda c: (-ours[c] * theirs[c], c))
    return tuple(
        Tie(profiles.taxonomy.concepts[c].id, (ours[c] * theirs[c]) ** 0.5, passage(offer, c), passage(need, c))
        for c in shared[:TELLING_CONCEPTS]
    )


def passage(statement: Statement, concept: int) -> Passage:
    """Give where a statement names a concept that it has, in the title rather than the text."""
    found = statement.title.passage(concept)
    if found is not None:
        return Passage(*found, is_title=True)
    start, end = statement.text.passage(concept) or (0, 0)
    return Passage(start, end, is_title=False)


def _missing_roles(offer: Statement, need: Statement, profiles: Profiles) -> tuple[str, ...]:
    concepts, taxonomy = profiles.taxonomy.concepts, profiles.taxonomy
    asked = [c for c in need.concepts(taxonomy) if concepts[c].parent == ROLES]
    has = offer.concepts(taxonomy)
    return tuple(concepts[c].id for c in asked if c not in has)
