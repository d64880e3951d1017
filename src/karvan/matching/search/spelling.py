"""Typing errors in a query, corrected to words that are known."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rapidfuzz import fuzz, process

NEAR = 80
"""How alike (0..100) a word must be to be taken for a misspelling of another."""

LEAST_LETTERS = 4
"""Shorter words are left as they are."""

_WORD = re.compile(r"[^\W_]+")


class Spelling:
    """Words that are known, and how often they were seen."""

    def __init__(self, known: Mapping[str, int]) -> None:
        self.known = dict(known)
        self.words = sorted(word for word in known if len(word) >= LEAST_LETTERS)

    def corrected(self, text: str) -> str:
        """Replace each unknown word of a folded text by the known word that is most like it."""
        return _WORD.sub(lambda match: self._correct(match[0]), text)

    def _correct(self, word: str) -> str:
        if word in self.known or len(word) < LEAST_LETTERS:
            return word
        found = process.extract(word, self.words, scorer=fuzz.ratio, score_cutoff=NEAR, limit=5)
        best = max(found, key=lambda match: (match[1], self.known[match[0]], match[0]), default=None)
        return best[0] if best else word
