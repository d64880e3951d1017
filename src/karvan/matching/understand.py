"""What a statement is about: the concepts it names, how strongly, and in which passages."""

from __future__ import annotations

import re
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from karvan.matching.lexicon import lexicon
from karvan.matching.phrases import Hit
from karvan.matching.taxonomy import THINGS, Taxonomy
from karvan.matching.text import Token, sentences
from karvan.matching.voices import Reading, Voice, purposes

_CUT = re.compile(r"[,،:;؛—–()]")

FAINT = 0.05
"""A concept that a text names less strongly than this is not taken for one of its concepts."""

THING = 0.55
"""What a thing is worth beside a technology of the same strength."""

DOMAIN = 0.55
"""What a whole domain is worth beside one of its technologies."""


class Mention(NamedTuple):
    """A passage that names a concept.

    Attributes
    ----------
    start, end : int
        Half-open, into the text as it was written.
    is_purpose : bool
        Whether it says what a thing is for ("pumps for our boilers").
    """

    concept: int
    strength: float
    start: int
    end: int
    voice: Voice
    is_purpose: bool = False


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text is about.

    Attributes
    ----------
    concepts : tuple of (int, float)
        Positions in the taxonomy with strengths 0..1, the strongest first.
    mentions : tuple of Mention
        The passages that gave them, in the order of the text.
    written : dict of str to str
        The meanings of its telling words, or their stems where no meaning is known, each as first written.
    purposes : frozenset of str
        Of these, those that only say what a thing is for.
    """

    text: str
    concepts: tuple[tuple[int, float], ...]
    mentions: tuple[Mention, ...]
    written: Mapping[str, str]
    purposes: frozenset[str] = frozenset()

    @property
    def stems(self) -> tuple[str, ...]:
        """What its telling words mean, each once."""
        return tuple(self.written)


def understand(text: str, lang: str | None, taxonomy: Taxonomy) -> Understanding:
    """Find what a text is about.

    Each sentence is searched for the taxonomy's phrases on its own; what a clause disclaims ("has
    nothing to do with …") or excludes ("without …") does not count. Hints of single words add a little.

    Parameters
    ----------
    lang : str or None
        Of the text; None: by the script of each word.
    """
    words = tuple(lexicon().read(text, lang))
    present = frozenset(token.stem for token in words)
    mentions = [
        mention
        for start, end in sentences(text)
        for mention in _in_sentence(
            text[start:end], start, [token for token in words if start <= token.start < end], present, taxonomy
        )
    ]
    aims = purposes(text, words)
    if aims:
        mentions = [m._replace(is_purpose=_is_within(m.start, aims)) for m in mentions]
    mentions.sort(key=lambda m: (m.start, m.end, m.concept))
    telling = [token for token in reversed(words) if not token.word.is_stopword and not token.stem.isdigit()]
    written = {token.stem: text[token.start : token.end] for token in telling}
    meant = {token.stem for token in telling if not _is_within(token.start, aims)}
    concepts = gathered(((mention.concept, mention.strength) for mention in mentions), taxonomy)
    return Understanding(
        text, concepts, tuple(mentions), dict(reversed(written.items())), frozenset(written.keys() - meant)
    )


def _is_within(place: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in spans)


def gathered(named: Iterable[tuple[int, float]], taxonomy: Taxonomy) -> tuple[tuple[int, float], ...]:
    """Gather what is named into concepts, the strongest first: repeated evidence adds up like chances."""
    missed: dict[int, float] = defaultdict(lambda: 1.0)
    for concept, strength in named:
        missed[concept] *= 1.0 - strength
    found = [(concept, (1.0 - miss) * _rank(concept, taxonomy)) for concept, miss in missed.items()]
    return tuple(sorted(((c, s) for c, s in found if s >= FAINT), key=lambda pair: (-pair[1], pair[0])))


def _rank(concept: int, taxonomy: Taxonomy) -> float:
    parent = taxonomy.concepts[concept].parent
    return DOMAIN if not parent else THING if parent == THINGS else 1.0


def _in_sentence(
    sentence: str, start: int, own: Sequence[Token], present: frozenset[str], taxonomy: Taxonomy
) -> Iterator[Mention]:
    telling = [token for token in own if not token.word.is_stopword]
    if not telling:
        return
    reading = Reading.of(sentence, start, own)
    index = taxonomy.phrase_index
    hits = list(index.find(telling, _clauses(sentence, start, telling), present))
    covered = {place for hit in hits for place in range(hit.first, hit.last + 1)}
    hits += [hit for hit in index.hint(telling) if hit.first not in covered]
    for hit in _best(hits):
        first, last = telling[hit.first], telling[hit.last]
        if reading.is_meant(first):
            yield Mention(hit.concept, hit.strength, first.start, last.end, reading.voice(first, last))


def _clauses(sentence: str, start: int, own: Sequence[Token]) -> list[int]:
    """Give the clause of each token, counted from the sentence's first."""
    cuts = [start + match.start() for match in _CUT.finditer(sentence)]
    return [bisect(cuts, token.start) for token in own]


def _best(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Keep one hit of a concept at each place: the strongest."""
    best: dict[tuple[int, int], Hit] = {}
    for hit in hits:
        key = hit.concept, hit.first
        if key not in best or hit.strength > best[key].strength:
            best[key] = hit
    yield from best.values()
