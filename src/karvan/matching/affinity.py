"""What ties one offer to one need, in words that can be shown and checked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from karvan.matching.profiles import DEMANDED, Profiles, Statement
from karvan.matching.taxonomy import ROLES, THINGS
from karvan.matching.text import word_of
from karvan.mission.opportunities import CooperationRoute

TELLING_WORDS = 5
"""At most so many words in common are named as a reason."""

CLEAR_MENTION = 0.4
"""A concept is a reason only where both texts name it by a passage at least this strong: no hint alone is one."""

TELLING_CONCEPTS = 3
"""At most so many concepts in common are named as a reason."""


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


class SharedWord(NamedTuple):
    """A word of an offer and a word of a need that mean the same, each as its text has it."""

    offer: str
    need: str

    @property
    def is_same(self) -> bool:
        """Whether it is one word in both, but for its ending."""
        return word_of(self.offer).stem == word_of(self.need).stem


@dataclass(frozen=True, slots=True)
class Affinity:
    """A score 0..1 and the ties that make it.

    Attributes
    ----------
    words : tuple of SharedWord
        Words of one meaning, the rarest first.
    concepts : tuple of Tie
        The strongest first.
    fields : tuple of str
        Domains of the taxonomy in which both are, where no concept ties them.
    missing_roles : tuple of str
        Concepts of what the need asks a partner to do, and the offer does not speak of.
    likeness : float or None
        How alike a model of sentences finds the two, -1..1, if one is used.
    """

    score: float
    domains: tuple[str, ...] = ()
    words: tuple[SharedWord, ...] = ()
    routes: tuple[CooperationRoute, ...] = ()
    concepts: tuple[Tie, ...] = ()
    fields: tuple[str, ...] = ()
    missing_roles: tuple[str, ...] = ()
    likeness: float | None = None


def affinity_of(offer: int, need: int, profiles: Profiles) -> Affinity:
    """Give what ties two statements, named by their positions in `profiles`.

    The score is the one that `karvan.matching.scores` computes for all pairs at once.
    """
    a, b = profiles.statements[offer], profiles.statements[need]
    product = float(profiles.offers.at([offer]).times(profiles.needs.at([need])).sum())
    shared = a.stems & b.stems & profiles.telling.keys()
    rarest = sorted(shared, key=lambda stem: (-profiles.telling[stem], stem))[:TELLING_WORDS]
    ours, theirs = a.written, b.written
    found = ties(a, b, profiles)
    return Affinity(
        min(1.0, max(0.0, product)),
        tuple(sorted(set(a.row.domains) & set(b.row.domains))),
        tuple(SharedWord(ours[stem], theirs[stem]) for stem in rarest),
        tuple(sorted(set(a.row.routes) & set(b.row.routes))),
        found,
        () if found else _fields(a, b, profiles),
        _missing_roles(a, b, profiles),
        None if profiles.meanings is None else float(profiles.meanings[offer] @ profiles.meanings[need]),
    )


def ties(offer: Statement, need: Statement, profiles: Profiles) -> tuple[Tie, ...]:
    """Give the concepts that both name clearly, with a passage of each, the strongest first."""
    ours, theirs = offer.concepts(profiles.taxonomy), need.concepts(profiles.taxonomy)
    clear = passages(offer).keys() & passages(need).keys() & ours.keys() & theirs.keys()
    shared = sorted(clear, key=lambda c: (-ours[c] * theirs[c], c))[:TELLING_CONCEPTS]
    concepts, there, here = profiles.taxonomy.concepts, passages(offer), passages(need)
    return tuple(Tie(concepts[c].id, (ours[c] * theirs[c]) ** 0.5, there[c], here[c]) for c in shared)


def _fields(offer: Statement, need: Statement, profiles: Profiles) -> tuple[str, ...]:
    taxonomy = profiles.taxonomy
    ours, theirs = ({taxonomy.parent_of[c] for c in side.concepts(taxonomy)} for side in (offer, need))
    return tuple(taxonomy.concepts[c].id for c in sorted(ours & theirs) if taxonomy.concepts[c].id != THINGS)


def passages(statement: Statement) -> dict[int, Passage]:
    """Give the strongest passage for each concept that a statement names clearly; the title comes first."""
    found: dict[int, tuple[float, Passage]] = {}
    for part, is_title in ((statement.title, True), (statement.text, False)):
        for mention in part.mentions:
            best = found.get(mention.concept)
            if mention.strength >= CLEAR_MENTION and (best is None or mention.strength > best[0]):
                found[mention.concept] = mention.strength, Passage(mention.start, mention.end, is_title)
    return {concept: passage for concept, (_, passage) in found.items()}


def _missing_roles(offer: Statement, need: Statement, profiles: Profiles) -> tuple[str, ...]:
    concepts, has = profiles.taxonomy.concepts, offer.concepts(profiles.taxonomy)
    asked = sorted(
        c for c in passages(need) if concepts[c].parent == ROLES and concepts[c].id.split(".")[1] in DEMANDED
    )
    return tuple(concepts[c].id for c in asked if c not in has)
