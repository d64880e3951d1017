"""What a statement is about: the concepts it names, how strongly, and in which passages."""

from __future__ import annotations

import enum
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from karvan.matching.phrases import Hit
from karvan.matching.taxonomy import THINGS, Taxonomy
from karvan.matching.text import Token, languages, normalise, read_tokens, sentences

FAINT = 0.08
"""A concept that a text names less strongly than this is not taken for one of its concepts."""

THING = 0.55
"""What a thing is worth beside a technology of the same strength."""

EXCLUDED = 4
"""So many words after "without" are what a text does not mean."""

_CLAUSE = re.compile(r"[,،:—–]\s|\s[-—–]\s")


class Voice(enum.StrEnum):
    """Whether the words around a passage ask for it, offer it, or say neither."""

    SOUGHT = "sought"
    GIVEN = "given"
    PLAIN = "plain"


@dataclass(frozen=True, slots=True)
class Mention:
    """A passage that names a concept.

    Attributes
    ----------
    start, end : int
        Half-open, into the text as it was written.
    """

    concept: int
    strength: float
    start: int
    end: int
    voice: Voice


@dataclass(frozen=True, slots=True)
class Understanding:
    """What a text is about.

    Attributes
    ----------
    concepts : tuple of (int, float)
        Positions in the taxonomy with strengths 0..1, the strongest first.
    mentions : tuple of Mention
        The passages that gave them, in the order of the text.
    stems : tuple of str
        Its telling words, each once.
    """

    text: str
    concepts: tuple[tuple[int, float], ...]
    mentions: tuple[Mention, ...]
    stems: tuple[str, ...]

    def passage(self, concept: int) -> tuple[int, int] | None:
        """Give the span of the strongest passage that names a concept, or None."""
        found = [m for m in self.mentions if m.concept == concept]
        best = max(found, key=lambda m: (m.strength, -m.start), default=None)
        return None if best is None else (best.start, best.end)


def understand(text: str, lang: str | None, taxonomy: Taxonomy) -> Understanding:
    """Find what a text is about.

    Each sentence is searched for the taxonomy's phrases on its own; what a clause disclaims ("has
    nothing to do with …") or excludes ("without …") does not count. Hints of single words add a little.

    Parameters
    ----------
    lang : str or None
        Of the text; None: by the script of each word.
    """
    words = read_tokens(text, lang)
    present = frozenset(token.stem for token in words)
    mentions = [
        mention
        for start, end in sentences(text)
        for mention in _in_sentence(
            text[start:end], start, [token for token in words if start <= token.start < end], present, taxonomy
        )
    ]
    mentions.sort(key=lambda m: (m.start, m.end, m.concept))
    stems = tuple(dict.fromkeys(token.stem for token in words if not token.is_stopword and not token.stem.isdigit()))
    return Understanding(text, gathered(mentions, taxonomy), tuple(mentions), stems)


def gathered(mentions: Iterable[Mention], taxonomy: Taxonomy) -> tuple[tuple[int, float], ...]:
    """Gather mentions into concepts, the strongest first: repeated evidence adds up like chances."""
    missed: dict[int, float] = defaultdict(lambda: 1.0)
    for mention in mentions:
        missed[mention.concept] *= 1.0 - mention.strength
    found = [(concept, (1.0 - miss) * _rank(concept, taxonomy)) for concept, miss in missed.items()]
    return tuple(sorted(((c, s) for c, s in found if s >= FAINT), key=lambda pair: (-pair[1], pair[0])))


def _rank(concept: int, taxonomy: Taxonomy) -> float:
    return THING if taxonomy.concepts[concept].id.startswith(THINGS) else 1.0


def _in_sentence(
    sentence: str, start: int, own: Sequence[Token], present: frozenset[str], taxonomy: Taxonomy
) -> Iterator[Mention]:
    telling = [token for token in own if not token.is_stopword]
    if not telling:
        return
    voices, barred = _reading(sentence, start, own)
    index = taxonomy.phrase_index
    hits = list(index.find(telling, present))
    covered = {place for hit in hits for place in range(hit.first, hit.last + 1)}
    hits += [hit for hit in index.hint(telling) if hit.first not in covered]
    for hit in _best(hits):
        first, last = telling[hit.first], telling[hit.last]
        if not any(low <= first.start < high for low, high in barred):
            yield Mention(hit.concept, hit.strength, first.start, last.end, _voice(first.start, voices))


def _best(hits: Iterable[Hit]) -> Iterator[Hit]:
    """Keep one hit of a concept at each place: the strongest."""
    best: dict[tuple[int, int], Hit] = {}
    for hit in hits:
        key = hit.concept, hit.first
        if key not in best or hit.strength > best[key].strength:
            best[key] = hit
    yield from best.values()


@dataclass(frozen=True, slots=True)
class _Cue:
    start: int
    end: int
    voice: Voice
    is_verb_last: bool


@lru_cache(maxsize=1)
def _cues() -> tuple[tuple[re.Pattern[str], Voice, bool], ...]:
    """Give the patterns of asking and offering, by language."""
    return tuple(
        (_pattern(cues), voice, language.is_verb_last)
        for language in languages()
        for cues, voice in ((language.seeks, Voice.SOUGHT), (language.gives, Voice.GIVEN))
    )


@lru_cache(maxsize=1)
def _denials() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Give the patterns of disclaiming a clause, and of excluding what follows."""
    return (
        _pattern(cue for language in languages() for cue in language.disclaims),
        _pattern(cue for language in languages() for cue in language.without),
    )


def _pattern(cues: Iterable[str]) -> re.Pattern[str]:
    return re.compile("|".join(r"(?<!\w)" + re.escape(normalise(cue)) + r"(?!\w)" for cue in cues))


Spans = list[tuple[int, int]]


def _reading(text: str, offset: int, own: Sequence[Token]) -> tuple[list[_Cue], Spans]:
    """Give where a sentence asks or offers, and the spans of what it does not mean."""
    plain = _same_length(text)
    cues = [
        _Cue(match.start() + offset, match.end() + offset, voice, is_last)
        for pattern, voice, is_last in _cues()
        for match in pattern.finditer(plain)
    ]
    return sorted(cues, key=lambda cue: cue.start), [
        (low + offset, high + offset) for low, high in _denied(plain, offset, own)
    ]


def _denied(plain: str, offset: int, own: Sequence[Token]) -> Iterator[tuple[int, int]]:
    disclaims, without = _denials()
    clauses = _clauses(plain)
    yield from ((low, high) for low, high in clauses if disclaims.search(plain, low, high))
    for match in without.finditer(plain):
        following = [token.end - offset for token in own if token.start >= match.end() + offset][:EXCLUDED]
        clause = next(high for low, high in clauses if low <= match.start() < high)
        if following:
            yield match.start(), min(following[-1], clause)


def _same_length(text: str) -> str:
    """Normalise letter by letter, so that places stay what they are."""
    if text.isascii():
        return text.casefold()
    return "".join(folded if len(folded := normalise(char)) == 1 else " " for char in text)


def _clauses(text: str) -> Spans:
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(text)), len(text) + 1]
    return list(pairwise(cuts))


def _voice(place: int, cues: Sequence[_Cue]) -> Voice:
    """Give the voice of a place: of the cue that governs it, the one before it or, verb last, after it."""
    if not cues:
        return Voice.PLAIN
    if cues[0].is_verb_last:
        return next((cue.voice for cue in cues if cue.end > place), cues[-1].voice)
    return next((cue.voice for cue in reversed(cues) if cue.start <= place), cues[0].voice)
