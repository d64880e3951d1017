"""Companies by their names, whatever script a query is in, typos forgiven."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import fuzz, process

from karvan.matching.search.names import name_words, skeleton, writes_vowels

Floats = NDArray[np.float64]

ALIKE = 0.72
"""Words less alike than this (0..1) are different names."""

BARE = 0.95
"""What likeness of the consonants alone is worth; it counts where one of the two is in a script without vowels."""

ALIKE_BARE = 0.85
"""Consonants less alike than this (0..1) are different names."""

HALF_SPACE = "\u200c"
"""Joins the parts of a Persian compound: «یاس‌نت»."""

LEAST_LETTERS, LEAST_BARE = 3, 4
"""Shorter words, and fewer consonants, are alike by chance."""


class NameIndex:
    """An index of names.

    Parameters
    ----------
    names : sequence of sequences of str
        For each company its names, in any languages.
    """

    def __init__(self, names: Sequence[Sequence[str]]) -> None:
        entries = sorted({(i, entry) for i, row in enumerate(names) for name in row for entry in _entries(name)})
        known = sorted({entry for _, entry in entries})
        self.words = [word for word, _ in known]
        self.bare = [skeleton(word) for word in self.words]
        self.has_vowels = np.array([has_vowels for _, has_vowels in known], dtype=bool)
        place = {entry: i for i, entry in enumerate(known)}
        self.word_of = np.array([place[entry] for _, entry in entries], dtype=np.int64)
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
        has_vowels = writes_vowels(query)
        each = np.mean([self._likeness(word, has_vowels=has_vowels) for word in words], axis=0)
        whole: Floats = self._likeness("".join(words), has_vowels=has_vowels) if len(words) > 1 else each
        found: Floats = np.maximum(each, whole)
        return found

    def _likeness(self, word: str, *, has_vowels: bool) -> Floats:
        """Give the likeness of one word to the likeest of each company."""
        if len(word) < LEAST_LETTERS:
            return np.zeros(self.companies)
        alike = _ratio(word, self.words, ALIKE)
        bare = skeleton(word)
        if len(bare) >= LEAST_BARE:
            is_bare = ~self.has_vowels | (not has_vowels)
            alike = np.maximum(alike, BARE * np.where(is_bare, _ratio(bare, self.bare, ALIKE_BARE), 0.0))
        best = np.zeros(self.companies)
        np.maximum.at(best, self.company_of, alike[self.word_of])
        return best


def _entries(name: str) -> set[tuple[str, bool]]:
    """Give the words of a name, their parts between half-spaces, and the name as one word.

    Each comes with whether its script writes vowels.
    """
    words = name_words(name)
    parts = name_words(name.replace(HALF_SPACE, " "))
    return {(word, writes_vowels(name)) for word in (*words, *parts, "".join(words)) if word}


def _ratio(word: str, others: Sequence[str], least: float) -> Floats:
    """Give the likeness 0..1 of a word to others: twice their common letters to all of them, 0 below `least`."""
    row = process.cdist([word], others, scorer=fuzz.ratio, score_cutoff=100 * least, dtype=np.float32)[0]
    likeness: Floats = row.astype(np.float64) / 100
    return likeness
