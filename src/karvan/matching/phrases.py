"""Where a text names a concept: phrases found by their stems, in any order, with gaps, whole or in part."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from karvan.matching.lexicon import lexicon
from karvan.matching.text import Token, languages

if TYPE_CHECKING:
    from karvan.matching.taxonomy import Taxonomy

GAP = 3
"""A phrase's words may stand so many words further apart than in the taxonomy."""

PARTIAL = 0.7
"""A phrase of three words or more counts in part where so much of its weight is there."""

WHOLE = 0.999
"""From so much of its weight on a phrase is there wholly, but for rounding."""

HINT = 0.5
"""What a single word of a longer phrase is worth at most."""


MOST_HINT = 0.39
"""No hint is worth more, however telling the word: it is never shown as a reason."""

LEAST_HINT = 0.1
"""A weaker hint is none."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase of a concept, as stems in its order.

    Attributes
    ----------
    weights : tuple of float
        How telling each stem is; they add up to 1.
    musts : frozenset of str
        Stems without which too little of it is there.
    wanted, unwanted : frozenset of str
        Stems of the context that it asks for, or refuses.
    doubles : tuple of (str, int)
        Stems that it has several times ("track and trace" is one meaning twice), and how often.
    """

    concept: int
    stems: tuple[str, ...]
    weights: tuple[float, ...]
    value: float
    musts: frozenset[str]
    wanted: frozenset[str]
    unwanted: frozenset[str]
    doubles: tuple[tuple[str, int], ...] = ()

    def is_near(self, places: Mapping[str, Sequence[int]]) -> bool:
        """Whether a sentence with words at these places has what the phrase cannot do without."""
        return self.musts.issubset(places) and all(len(places.get(stem, ())) >= n for stem, n in self.doubles)

    def suits(self, present: frozenset[str]) -> bool:
        """Whether the context, the stems of a whole text, is one in which the phrase means its concept."""
        return not (self.wanted and self.wanted.isdisjoint(present)) and self.unwanted.isdisjoint(present)


class Hit(NamedTuple):
    """A phrase found among tokens.

    Attributes
    ----------
    first, last : int
        Tokens, both included.
    strength : float
        0..1.
    """

    concept: int
    strength: float
    first: int
    last: int


@dataclass(frozen=True)
class PhraseIndex:
    """Phrases by their rarest stem, and what a single stem hints at.

    Attributes
    ----------
    alone : dict of stem to phrases
        Phrases of one word, by its name and not by its meaning: a word that names a technology in one language
        is a common one in another.
    by_anchor : dict of meaning to phrases
        Longer phrases are looked for where their rarest word stands.
    joined : dict of str to phrases
        Phrases of two words by both in one, as some people write them.
    hints : dict of stem to tuple of (concept, strength)
        Concepts of which a stem is a part of a phrase's name, with strengths 0..1.
    """

    alone: Mapping[str, tuple[Phrase, ...]]
    by_anchor: Mapping[str, tuple[Phrase, ...]]
    joined: Mapping[str, tuple[Phrase, ...]]
    hints: Mapping[str, tuple[tuple[int, float], ...]]

    @classmethod
    def of(cls, taxonomy: Taxonomy) -> PhraseIndex:
        """Index every phrase of a taxonomy."""
        stemmed = list(_stemmed(taxonomy))
        used: dict[str, set[int]] = defaultdict(set)
        senses: dict[tuple[str, ...], set[int]] = defaultdict(set)
        for concept, stems, _, _ in stemmed:
            senses[tuple(sorted(stems))].add(concept)
            for stem in stems:
                used[stem].add(concept)
        rarity = {stem: math.log(1 + len(taxonomy.concepts) / len(found)) for stem, found in used.items()}
        phrases = [
            _phrase(concept, stems, rarity, senses=len(senses[tuple(sorted(stems))]), wanted=wanted, unwanted=unwanted)
            for concept, stems, wanted, unwanted in stemmed
        ]
        pairs = [("".join(phrase.stems), phrase) for phrase in phrases if len(phrase.stems) == 2]
        alone = [(phrase.stems[0], phrase) for phrase in phrases if len(phrase.stems) == 1]
        longer = [phrase for phrase in phrases if len(phrase.stems) > 1]
        return cls(_grouped(alone), _by_anchor(longer, rarity), _grouped(pairs), _hints(phrases, used))

    def find(self, words: Sequence[Token], clauses: Sequence[int], present: frozenset[str]) -> Iterator[Hit]:
        """Find concepts in the tokens of one sentence.

        Parameters
        ----------
        clauses : sequence of int
            The clause of each token: a phrase that is there in part only is looked for within one.
        present : frozenset of str
            Stems of the whole text, by which ambiguous phrases are told apart.
        """
        places: dict[str, list[int]] = defaultdict(list)
        for position, token in enumerate(words):
            places[token.stem].append(position)
        for stem, found in places.items():
            for phrase in self.by_anchor.get(stem, ()):
                if phrase.is_near(places) and phrase.suits(present):
                    yield from _occurrence(phrase, found, places, clauses)
        for phrase, first, last in self._in_one(words):
            if phrase.suits(present):
                yield Hit(phrase.concept, phrase.value, first, last)

    def _in_one(self, words: Sequence[Token]) -> Iterator[tuple[Phrase, int, int]]:
        """Give phrases of one word, and of two words written as one or one written as two, with their tokens."""
        for position, token in enumerate(words):
            for phrase in (*self.alone.get(token.word.name, ()), *self.joined.get(token.word.stem, ())):
                yield phrase, position, position
        for position, (one, other) in enumerate(pairwise(words)):
            for phrase in self.alone.get(one.word.stem + other.word.stem, ()):
                yield phrase, position, position + 1

    def hint(self, words: Sequence[Token]) -> Iterator[Hit]:
        """Find concepts of which single words remind."""
        for position, token in enumerate(words):
            for concept, strength in self.hints.get(token.stem, ()):
                yield Hit(concept, strength, position, position)


Stemmed = tuple[int, tuple[str, ...], frozenset[str], frozenset[str]]


def _stemmed(taxonomy: Taxonomy) -> Iterator[Stemmed]:
    for position, concept in enumerate(taxonomy.concepts):
        seen: set[tuple[str, ...]] = set()
        for lang, phrases in concept.phrases.items():
            for phrase in phrases:
                stems = _telling(phrase, lang)
                if not stems or stems in seen:
                    continue
                seen.add(stems)
                condition = concept.conditions.get((lang, phrase))
                wanted, unwanted = (condition.wanted, condition.unwanted) if condition else ((), ())
                yield position, stems, _context(wanted, lang), _context(unwanted, lang)


def _telling(phrase: str, lang: str) -> tuple[str, ...]:
    """Give a phrase's stems; nothing for one of which stopwords leave a single common word."""
    words = tuple(lexicon().read(phrase, lang))
    stems = tuple(token.stem for token in words if not token.word.is_stopword)
    if len(stems) == 1 and sum(not token.word.is_affix for token in words) > 1:
        return ()
    return stems if len(stems) > 1 else tuple(token.word.name for token in words if not token.word.is_stopword)


def _context(words: Sequence[str], lang: str) -> frozenset[str]:
    return frozenset(token.stem for word in words for token in lexicon().read(word, lang))


def _phrase(
    concept: int,
    stems: tuple[str, ...],
    rarity: Mapping[str, float],
    *,
    senses: int,
    wanted: frozenset[str],
    unwanted: frozenset[str],
) -> Phrase:
    total = sum(rarity[stem] for stem in stems)
    value = (1.0 if len(stems) > 1 else 0.85) / math.sqrt(senses)
    weights = {stem: rarity[stem] / total for stem in stems}
    musts = frozenset(stem for stem, weight in weights.items() if len(stems) < 3 or weight > 1 - PARTIAL)
    doubles = tuple((stem, n) for stem, n in Counter(stems).items() if n > 1)
    return Phrase(concept, stems, tuple(weights[stem] for stem in stems), value, musts, wanted, unwanted, doubles)


def _by_anchor(phrases: Sequence[Phrase], rarity: Mapping[str, float]) -> dict[str, tuple[Phrase, ...]]:
    return _grouped([(stem, phrase) for phrase in phrases for stem in _anchors(phrase, rarity)])


def _grouped(pairs: Sequence[tuple[str, Phrase]]) -> dict[str, tuple[Phrase, ...]]:
    index: dict[str, list[Phrase]] = defaultdict(list)
    for stem, phrase in pairs:
        index[stem].append(phrase)
    return {stem: tuple(found) for stem, found in index.items()}


def _anchors(phrase: Phrase, rarity: Mapping[str, float]) -> list[str]:
    """Give the rarest stem; of a phrase that may be found in part the two rarest, one of which must be there."""
    ranked = sorted(set(phrase.stems), key=lambda stem: (-rarity[stem], stem))
    return ranked[: 2 if len(ranked) > 2 else 1]


def _hints(phrases: Sequence[Phrase], used: Mapping[str, set[int]]) -> dict[str, tuple[tuple[int, float], ...]]:
    """Weigh what a single stem says: its share of the phrase, less where many concepts use it."""
    best: dict[tuple[str, int], float] = defaultdict(float)
    support: Counter[tuple[str, int]] = Counter()
    for phrase in phrases:
        if len(phrase.stems) == 1 or phrase.wanted:
            continue
        for stem, weight in zip(phrase.stems, phrase.weights, strict=True):
            support[stem, phrase.concept] += 1
            best[stem, phrase.concept] = max(best[stem, phrase.concept], weight)
    asking = _asking()
    hints: dict[str, list[tuple[int, float]]] = defaultdict(list)
    for (stem, concept), weight in best.items():
        if stem.isdigit() or stem in asking:
            continue
        repeated = min(1.0, 0.6 + 0.2 * support[stem, concept])
        strength = HINT * 2 * weight * repeated / math.sqrt(len(used[stem]))
        if strength >= LEAST_HINT:
            hints[stem].append((concept, min(strength, MOST_HINT)))
    return {stem: tuple(found) for stem, found in hints.items()}


def _asking() -> frozenset[str]:
    """Give the stems by which people ask and offer, whatever it is: "looking for" reminds of no investor."""
    cues = ((cue, language.code) for language in languages() for cue in (*language.seeks, *language.gives))
    return frozenset(token.stem for cue, lang in cues for token in lexicon().read(cue, lang))


def _occurrence(
    phrase: Phrase, anchor: Sequence[int], places: Mapping[str, list[int]], clauses: Sequence[int]
) -> Iterator[Hit]:
    for at in anchor:
        hit = _around(phrase, at, places, clauses)
        if hit:
            yield hit
            return


def _apart(phrase: Phrase, at: int, places: Mapping[str, list[int]]) -> list[int | None]:
    """Give the nearest place of each stem, of a stem that the phrase has twice two places."""
    taken: set[int] = set()
    near: list[int | None] = []
    for stem in phrase.stems:
        free = (place for place in places.get(stem, ()) if place not in taken)
        near.append(min(free, key=lambda place: abs(place - at), default=None))
        taken |= {place for place in near[-1:] if place is not None}
    return near


def _around(phrase: Phrase, at: int, places: Mapping[str, list[int]], clauses: Sequence[int]) -> Hit | None:
    """Give the phrase as far as its stems stand near one of them, or None if too little of it does."""
    reach = len(phrase.stems) + GAP
    near = [min(places.get(stem, ()), key=lambda place: abs(place - at), default=None) for stem in phrase.stems]
    if phrase.doubles:
        near = _apart(phrase, at, places)
    found = [None if place is None or abs(place - at) > reach else place for place in near]
    share = sum(weight for place, weight in zip(found, phrase.weights, strict=True) if place is not None)
    there = [place for place in found if place is not None]
    if len(there) < 2 or share < PARTIAL:
        return None
    first, last = min(there), max(there)
    if share < WHOLE and clauses[first] != clauses[last]:
        return None
    looseness = (last - first + 1 - len(there)) / (reach + 1)
    order = 1.0 if there == sorted(there) else 0.9
    whole = 1.0 if share > WHOLE else 0.6 * share
    return Hit(phrase.concept, phrase.value * whole * order * (1.0 - 0.4 * max(0.0, looseness)), first, last)
