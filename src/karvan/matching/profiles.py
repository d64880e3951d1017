"""Statements as rows of numbers: concepts, fields, words, roles and routes, ready to be multiplied."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Mapping, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, fields, replace
from functools import cached_property
from itertools import chain, repeat
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from karvan.matching.features import (
    Features,
    Rows,
    growth,
    lengths,
    matrix,
    numbered,
    scaled,
    stacked,
    unit,
)
from karvan.matching.taxonomy import ROLES, THINGS, Taxonomy
from karvan.matching.understand import Mention, Understanding, gathered, understand
from karvan.matching.voices import Voice
from karvan.mission.mission import Mission
from karvan.mission.opportunities import Opportunity, OpportunityKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

TEXT = 0.8
"""A concept that the text names, beside one that the title names."""

VOICES: Mapping[OpportunityKind, Mapping[Voice, float]] = {
    OpportunityKind.OFFER: {Voice.GIVEN: 1.0, Voice.PLAIN: 1.0, Voice.SOUGHT: 0.4, Voice.OWN: 1.0},
    OpportunityKind.NEED: {Voice.GIVEN: 0.6, Voice.PLAIN: 0.85, Voice.SOUGHT: 1.0, Voice.OWN: 0.3},
}
"""What a passage is worth by who speaks how: a partner wanted beside an offer is not what is offered."""

OWN_PURPOSE = 0.1
"""What counts of a need's purpose that its writer offers himself: "chips for our firewall" seeks no firewall."""

COMPLEMENT = 0.35
"""What a concept is worth where the need names one that it complements."""


ROLE, DEMANDED_ROLE = 0.25, 0.6
"""What a role is worth beside a technology, as something that an offer and a need are about."""

DEMANDED = ("distribution", "investor", "association", "retail_shelf")
"""Roles that are asked for instead of a technology: whoever makes the same thing is no answer, but a competitor."""

COMMON_WORD, COMMON_SHARE = 20, 0.05
"""A word that more statements use than the first, and than this share of all, tells none apart."""

CLEAR = 0.35
"""A statement whose concepts are fainter than this together is taken to be vague, not to be about them alone."""


PORTION = 4_000
"""So many texts are handed to a reader at a time: handing it the taxonomy takes as long as reading 400."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """What each tie between an offer and a need is worth; 0 switches a part off.

    Attributes
    ----------
    concepts, fields, words, domains, routes : float
        Concepts of the taxonomy, its domains, words in one script, domains and routes as the company gave them.
    complements : float
        What complements of a concept count, of their full worth.
    """

    concepts: float = 0.62
    fields: float = 0.15
    words: float = 0.5
    domains: float = 0.08
    routes: float = 0.04
    complements: float = 1.0

    def without(self, part: str) -> Weights:
        """Give the weights with one part switched off, to see what it is worth."""
        return replace(self, **{part: 0.0})

    @classmethod
    def parts(cls) -> tuple[str, ...]:
        """Name every part."""
        return tuple(field.name for field in fields(cls))


@dataclass(frozen=True)
class Statement:
    """One offer or need, understood.

    Attributes
    ----------
    index : int
        Into `Mission.opportunities`.
    """

    index: int
    row: Opportunity
    title: Understanding
    text: Understanding

    def concepts(self, taxonomy: Taxonomy, voices: Mapping[Voice, float] | None = None) -> dict[int, float]:
        """Give its concepts with strengths 0..1: the title counts fully, and who speaks how counts.

        Parameters
        ----------
        voices : dict of Voice to float or None
            What each voice is worth; None: `VOICES`.
        """
        return self._gathered(voices or VOICES[self.row.kind], taxonomy, lambda _: True)

    def _gathered(
        self, voice: Mapping[Voice, float], taxonomy: Taxonomy, counts: Callable[[Mention], bool]
    ) -> dict[int, float]:
        titled = ((m.concept, m.strength * voice[m.voice]) for m in self.title.mentions if counts(m))
        told = ((m.concept, m.strength * voice[m.voice] * TEXT) for m in self.text.mentions if counts(m))
        return dict(gathered((*titled, *told), taxonomy))

    @property
    def _mentions(self) -> tuple[Mention, ...]:
        return (*self.title.mentions, *self.text.mentions)

    def sought(self, taxonomy: Taxonomy, offered: Mapping[int, float], found: Mapping[int, float]) -> dict[int, float]:
        """Give its concepts without what is only the purpose of what it seeks and `offered` by the writer himself."""
        if self.row.kind is OpportunityKind.OFFER or not any(m.is_purpose for m in self._mentions):
            return dict(found)
        meant = self._gathered(VOICES[self.row.kind], taxonomy, lambda mention: not mention.is_purpose)
        return {
            concept: strength
            * (1 - (1 - OWN_PURPOSE) * offered.get(concept, 0.0) * (1 - min(1.0, meant.get(concept, 0.0) / strength)))
            for concept, strength in found.items()
        }

    @property
    def purposes(self) -> frozenset[str]:
        """Words of a need that only say what a thing is for."""
        if self.row.kind is OpportunityKind.OFFER:
            return frozenset()
        return (self.title.purposes | self.text.purposes) - (self.title.written.keys() - self.title.purposes)

    @property
    def has_own(self) -> bool:
        """Whether the writer of a need calls something his own, which does not count fully."""
        return self.row.kind is OpportunityKind.NEED and any(m.voice is Voice.OWN for m in self._mentions)

    def whole(self, taxonomy: Taxonomy) -> dict[int, float]:
        """Give its concepts with what the writer calls his own counted fully."""
        return self.concepts(taxonomy, {**VOICES[self.row.kind], Voice.OWN: 1.0})

    @property
    def written(self) -> Mapping[str, str]:
        """Meanings of the telling words of title and text, each as first written."""
        return {**self.text.written, **self.title.written}

    @property
    def stems(self) -> frozenset[str]:
        """What the telling words of title and text mean."""
        return frozenset((*self.title.stems, *self.text.stems))


def read_statements(mission: Mission, taxonomy: Taxonomy, executor: Executor | None = None) -> tuple[Statement, ...]:
    """Understand every opportunity of a mission, in its order; equal texts are read once.

    Parameters
    ----------
    executor : Executor or None
        Reads several portions of texts at a time, if given. Processes do; threads would wait for each other.
    """
    detected = mission.text_languages or ("",) * len(mission.opportunities)
    rows = [(row, row.language or lang) for row, lang in zip(mission.opportunities, detected, strict=True)]
    known = _understood({(text, lang) for row, lang in rows for text in (row.title, row.text)}, taxonomy, executor)
    return tuple(
        Statement(index, row, known[row.title, lang], known[row.text, lang]) for index, (row, lang) in enumerate(rows)
    )


Text = tuple[str, str]
"""A text and its language, empty where nobody knows it."""


def _understood(texts: Collection[Text], taxonomy: Taxonomy, executor: Executor | None) -> dict[Text, Understanding]:
    ordered = sorted(texts)
    portions = [ordered[at : at + PORTION] for at in range(0, len(ordered), PORTION)]
    if executor is None or len(portions) < 2:
        return dict(zip(ordered, understand_all(ordered, taxonomy), strict=True))
    _ = taxonomy.phrase_index  # made once, here, and handed over with the taxonomy
    found = chain.from_iterable(executor.map(understand_all, portions, repeat(taxonomy)))
    return dict(zip(ordered, found, strict=True))


def understand_all(texts: Sequence[Text], taxonomy: Taxonomy) -> list[Understanding]:
    """Understand some texts, each with its language."""
    return [understand(text, lang or None, taxonomy) for text, lang in texts]


@dataclass(frozen=True)
class Profiles:
    """All statements of a mission as rows of features.

    Attributes
    ----------
    concepts : csr_array, shape (n_statements, n_concepts), float32
        Concepts weighed by how telling they are; rows of length 1, or 0 where a text names none.
    offers, needs : Features
        All features of a statement as an offer and as a need: their product is the affinity.
    meanings : ndarray, shape (n_statements, n_dimensions), or None
        What a model makes of each statement, if one is used: rows of length 1.
    """

    statements: tuple[Statement, ...]
    concepts: Rows
    offers: Features
    needs: Features
    taxonomy: Taxonomy
    meanings: NDArray[np.float32] | None = None

    @cached_property
    def telling(self) -> dict[str, float]:
        """How telling each word of the mission is."""
        return word_weights(self.statements)


def profiles_of(mission: Mission, taxonomy: Taxonomy, weights: Weights, executor: Executor | None = None) -> Profiles:
    """Understand a mission's opportunities, several at a time with an executor, and lay them out as features."""
    statements = read_statements(mission, taxonomy, executor)
    found = [statement.concepts(taxonomy) for statement in statements]
    counts = Counter(concept for row in found for concept in row)
    n = len(statements)
    rarity = {c: math.log(1 + (n + 50) / (count + 1)) / math.log(51 + n) for c, count in counts.items()}
    roles = {i for i, c in enumerate(taxonomy.concepts) if c.parent == ROLES}
    demanded = {taxonomy.index[role] for name in DEMANDED if (role := f"{ROLES}.{name}") in taxonomy.index}
    share = dict.fromkeys(roles, ROLE) | dict.fromkeys(demanded, DEMANDED_ROLE)
    worth = {concept: value * share.get(concept, 1.0) for concept, value in rarity.items()}
    subject = [{c: s * worth[c] for c, s in row.items()} for row in found]
    whole = [
        {c: s * worth.get(c, 0.0) for c, s in statement.whole(taxonomy).items()} if statement.has_own else row
        for statement, row in zip(statements, subject, strict=True)
    ]
    offered = _offered(statements, found)
    sought = [
        {c: s * worth[c] for c, s in statement.sought(taxonomy, offered[statement.row.company], row).items()}
        for statement, row in zip(statements, found, strict=True)
    ]
    size = len(taxonomy.concepts)
    sizes = np.maximum(CLEAR, lengths(matrix(whole, size)))
    concepts, asked = (scaled(matrix(rows, size), sizes) for rows in (subject, sought))
    linked = complements(taxonomy, weights.complements * COMPLEMENT)
    related = scaled(sparse.csr_array(asked @ linked), growth(concepts, concepts @ linked))
    root = np.float32(math.sqrt(weights.concepts))
    given_words, asked_words = (rows * np.float32(math.sqrt(weights.words)) for rows in words_of(statements))
    common = _common(statements, taxonomy, subject, weights)
    return Profiles(
        statements,
        concepts,
        Features(stacked([concepts * root, given_words]), common),
        Features(stacked([related * root, asked_words]), common),
        taxonomy,
    )


def _offered(statements: Sequence[Statement], found: Sequence[Mapping[int, float]]) -> Mapping[str, dict[int, float]]:
    """Give the concepts of all offers of each company, with their strengths 0..1."""
    offered: dict[str, dict[int, float]] = defaultdict(dict)
    for statement, row in zip(statements, found, strict=True):
        if statement.row.kind is OpportunityKind.OFFER:
            own = offered[statement.row.company]
            own |= {concept: max(strength, own.get(concept, 0.0)) for concept, strength in row.items()}
    return offered


def words_of(statements: Sequence[Statement]) -> tuple[Rows, Rows]:
    """Give the words of statements as offers and as needs have them.

    Returns
    -------
    tuple of csr_array
        Rows of length 1; a need's own purposes (`OWN_PURPOSE`) make its row shorter.
    """
    telling = word_weights(statements)
    own: dict[str, set[str]] = defaultdict(set)
    for statement in statements:
        if statement.row.kind is OpportunityKind.OFFER:
            own[statement.row.company] |= statement.stems
    given = [{stem: telling[stem] for stem in statement.stems if stem in telling} for statement in statements]
    asked = [
        {stem: weight * (OWN_PURPOSE if stem in aims else 1.0) for stem, weight in row.items()}
        for statement, row in zip(statements, given, strict=True)
        for aims in (statement.purposes & own[statement.row.company],)
    ]
    whole = matrix(*numbered(given))
    sizes = lengths(whole)
    return scaled(whole, sizes), scaled(matrix(*numbered(asked)), sizes)


def _common(
    statements: Sequence[Statement], taxonomy: Taxonomy, subject: Sequence[Mapping[int, float]], weights: Weights
) -> NDArray[np.float32]:
    """Give fields, domains and routes side by side, scaled by the roots of their weights."""
    domains = [dict.fromkeys(statement.row.domains, 1.0) for statement in statements]
    routes = [{route.value: 1.0 for route in statement.row.routes} for statement in statements]
    fields_of = numbered([_by_domain(row, taxonomy) for row in subject])
    common = [
        unit(matrix(*rows)) * np.float32(math.sqrt(weight))
        for rows, weight in (
            (fields_of, weights.fields),
            (numbered(domains), weights.domains),
            (numbered(routes), weights.routes),
        )
    ]
    return np.asarray(stacked(common).toarray(), dtype=np.float32)


def _by_domain(row: Mapping[int, float], taxonomy: Taxonomy) -> dict[str, float]:
    found: dict[str, float] = defaultdict(float)
    for concept, strength in row.items():
        domain = taxonomy.concepts[taxonomy.parent_of[concept]].id
        if domain != THINGS:
            found[domain] += strength
    return found


def word_weights(statements: Sequence[Statement]) -> dict[str, float]:
    """Weigh each word by how few statements have it (inverse document frequency); common ones are left out.

    References
    ----------
    Spärck Jones (1972), https://doi.org/10.1108/eb026526
    """
    counts = Counter(stem for statement in statements for stem in statement.stems)
    most = max(COMMON_WORD, len(statements) * COMMON_SHARE)
    return {stem: math.log(1 + len(statements) / count) for stem, count in counts.items() if count <= most}


def complements(taxonomy: Taxonomy, strength: float) -> Rows:
    """Give the identity plus `strength` wherever one concept complements another, either way."""
    size = len(taxonomy.concepts)
    links = {
        (i, taxonomy.index[other])
        for i, concept in enumerate(taxonomy.concepts)
        for other in concept.complements
        if other in taxonomy.index
    }
    both = sorted(links | {(j, i) for i, j in links})
    rows, columns = ([pair[k] for pair in both] for k in (0, 1))
    added = sparse.csr_array((np.full(len(both), strength, np.float32), (rows, columns)), shape=(size, size))
    return sparse.csr_array(sparse.eye_array(size, dtype=np.float32) + added)
