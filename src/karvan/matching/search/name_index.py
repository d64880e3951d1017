"""Companies by their names, whatever script a query is in, typos forgiven."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from karvan.matching.search.names import name_words, skeleton

Floats = NDArray[np.float64]

ALIKE = 0.72
"""Words less alike than this (0..1) are different names."""

BARE = 0.95
"""What likeness of the consonants alone is worth."""

LEAST_LETTERS = 3
"""Shorter words, and consonants of shorter words, are alike by chance."""


class NameIndex:
    """An index of names.

    Parameters
    ----------
    names : sequence of sequences of str
        For each company its names, in any languages.
    """

    def __init__(self, names: Sequence[Sequence[str]]) -> None:
        entries = sorted({(i, word) for i, row in enumerate(names) for name in row for word in _entries(name)})
        self.words = sorted({word for _, word in entries})
        self.bare = [skeleton(word) for word in self.words]
        place = {word: i for i, word in enumerate(self.words)}
        self.word_of = np.array([place[word] for _, word in entries], dtype=np.int64)
        self.company_of = np.array([company for company, _ in entries], dtype=np.int64)
        self.companies = len(names)

    def scores(self, query: str) -> Floats:
        """Give how much each company's name sounds like a query.

        Returns
        -------
        ndarray, shape (n,), float64, 0..1
            The mean over the query's words of the likeest word of the company's names; or the likeness of the
            whole where that is greater, so that it does not matter where a name is split.
        """
        words = name_words(query)
        if not words or not self.words:
            return np.zeros(self.companies)
        each = np.mean([self._likeness(word) for word in words], axis=0)
        whole: Floats = self._likeness("".join(words)) if len(words) > 1 else each
        found: Floats = np.maximum(each, whole)
        return found

    def _likeness(self, word: str) -> Floats:
        """Give the likeness of one word to the likeest of each company."""
        if len(word) < LEAST_LETTERS:
            return np.zeros(self.companies)
        alike = _ratio(word, self.words)
        bare = skeleton(word)
        if len(bare) >= LEAST_LETTERS:
            alike = np.maximum(alike, BARE * _ratio(bare, self.bare))
        best = np.zeros(self.companies)
        np.maximum.at(best, self.company_of, alike[self.word_of])
        return best


def _entries(name: str) -> set[str]:
    """Give the words of a name, and the name as one word."""
    words = name_words(name)
    return {*words, "".join(words)} - {""}


def _ratio(word: str, others: Sequence[str]) -> Floats:
    """Give the likeness 0..1 of a word to others: of twice their common letters to all of them, 0 below `ALIKE`."""
    row = process.cdist([word], others, scorer=fuzz.ratio, score_cutoff=100 * ALIKE, dtype=np.float32)[0]
    likeness: Floats = row.astype(np.float64) / 100
    return likeness
