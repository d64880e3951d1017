"""Who speaks how in a sentence: what is sought, what is given, what is one's own, and what is not meant at all."""

from __future__ import annotations

import enum
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from karvan.matching.text import LanguageData, Token, languages, words_of

EXCLUDED = 4
"""So many words after "without" are what a text does not mean."""

OWNED = 3
"""A possessive claims what stands at most so many words from it."""

_CLAUSE = re.compile(r"[,،:—–]\s|\s[-—–]\s")


class Voice(enum.StrEnum):
    """Whether the words around a passage ask for it, offer it, call it their own, or say neither."""

    SOUGHT = "sought"
    GIVEN = "given"
    OWN = "own"
    PLAIN = "plain"


class CueKind(enum.Enum):
    """What a cue does."""

    SEEKS = "seeks"
    GIVES = "gives"
    DISCLAIMS = "disclaims"
    WITHOUT = "without"


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue found in a sentence: its first token and the one behind its last."""

    kind: CueKind
    first: int
    last: int
    is_verb_last: bool


_END = re.compile(r"[,،.;؛:—–()!?؟\n]")


@lru_cache(maxsize=1)
def _purposes() -> frozenset[str]:
    return frozenset(word for language in languages() for word in language.purposes)


def purposes(text: str, tokens: Sequence[Token]) -> tuple[tuple[int, int], ...]:
    """Give the spans of a text, half-open, that say what a thing is for: from "for" to the end of its clause."""
    spans: list[tuple[int, int]] = []
    for token in tokens:
        if token.word.text in _purposes():
            end = _END.search(text, token.end)
            spans.append((token.start, end.start() if end else len(text)))
    return tuple(spans)


Cues = Mapping[str, Sequence[tuple[tuple[str, ...], CueKind, bool]]]


@lru_cache(maxsize=1)
def _cues() -> Cues:
    """Give the cues of all languages by their first word, the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], CueKind, bool]]] = defaultdict(list)
    for language in languages():
        for kind in CueKind:
            for cue in _phrases(language, kind):
                words = words_of(cue)
                found[words[0]].append((words, kind, language.is_verb_last))
    return {word: sorted(rows, key=lambda row: -len(row[0])) for word, rows in found.items()}


def _phrases(language: LanguageData, kind: CueKind) -> tuple[str, ...]:
    return {
        CueKind.SEEKS: language.seeks,
        CueKind.GIVES: language.gives,
        CueKind.DISCLAIMS: language.disclaims,
        CueKind.WITHOUT: language.without,
    }[kind]


@dataclass(frozen=True, slots=True)
class Reading:
    """How a sentence is meant.

    Attributes
    ----------
    barred : tuple of (int, int)
        Spans of the text, half-open, that say what is not meant.
    """

    tokens: Sequence[Token]
    cues: tuple[Cue, ...]
    barred: tuple[tuple[int, int], ...]
    place: Mapping[int, int]
    has_owners: bool

    @classmethod
    def of(cls, sentence: str, start: int, tokens: Sequence[Token]) -> Reading:
        """Read a sentence that starts at a place of its text."""
        found = list(_found(tokens))
        voices = tuple(cue for cue in found if cue.kind in {CueKind.SEEKS, CueKind.GIVES})
        denials = [cue for cue in found if cue.kind in {CueKind.DISCLAIMS, CueKind.WITHOUT}]
        barred = tuple(_barred(sentence, start, tokens, denials)) if denials else ()
        place = {token.start: k for k, token in enumerate(tokens)}
        return cls(tokens, voices, barred, place, any(token.word.owns for token in tokens))

    def is_meant(self, first: Token) -> bool:
        """Whether what begins at a token is meant, not disclaimed or excluded."""
        return not any(low <= first.start < high for low, high in self.barred)

    def voice(self, first: Token, last: Token) -> Voice:
        """Give the voice of a passage: one's own, or that of the cue which governs it."""
        if self.has_owners and self._is_owned(self.place[first.start], self.place[last.start]):
            return Voice.OWN
        if not self.cues:
            return Voice.PLAIN
        cue = self._governing(self.place[first.start])
        return Voice.PLAIN if cue is None else Voice.SOUGHT if cue.kind is CueKind.SEEKS else Voice.GIVEN

    def _governing(self, place: int) -> Cue | None:
        """Give the cue before a place or, where the verb closes the sentence, the one behind it."""
        if self.cues[0].is_verb_last:
            return next((cue for cue in self.cues if cue.last > place), self.cues[-1])
        return next((cue for cue in reversed(self.cues) if cue.first <= place), None)

    def _is_owned(self, first: int, last: int) -> bool:
        before = self.tokens[max(0, first - OWNED) : first]
        behind = self.tokens[last + 1 : last + OWNED]
        return any(t.word.owns == 1 for t in before) or any(t.word.owns == -1 for t in behind)


def _found(tokens: Sequence[Token]) -> Iterator[Cue]:
    words = [token.word.text for token in tokens]
    cues = _cues()
    for place, word in enumerate(words):
        for phrase, kind, is_verb_last in cues.get(word, ()):
            if tuple(words[place : place + len(phrase)]) == phrase:
                yield Cue(kind, place, place + len(phrase), is_verb_last)
                break


def _barred(sentence: str, start: int, tokens: Sequence[Token], denials: Sequence[Cue]) -> Iterator[tuple[int, int]]:
    cuts = [0, *(match.end() for match in _CLAUSE.finditer(sentence)), len(sentence) + 1]
    clauses = [(low + start, high + start) for low, high in pairwise(cuts)]
    for cue in denials:
        at = tokens[cue.first].start
        low, high = next(clause for clause in clauses if clause[0] <= at < clause[1])
        if cue.kind is CueKind.DISCLAIMS:
            yield low, high
        elif following := tokens[cue.last : cue.last + EXCLUDED]:
            yield at, min(following[-1].end, high)
