"""Offers and needs as sets of terms: normalised, stemmed, by language."""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

import snowballstemmer

from karvan.mission.mission import Mission
from karvan.mission.opportunities import CooperationRoute

STEMMERS = {"en": "english", "fa": "persian", "ru": "russian"}
"""The stemmer of each language; texts in another language keep their words as they are."""

_WORD = re.compile(r"[^\W_]+(?:[-\u200c][^\W_]+)*")
_FOLD = str.maketrans({"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ё": "е", "\u200c": "", "\u0640": ""})
LEAST_LETTERS = 3
"""Shorter words are kept only where they have a digit or are written in capitals (5G, AI)."""


@dataclass(frozen=True, slots=True)
class Statement:
    """One offer or need, ready to be compared.

    Attributes
    ----------
    index : int
        Into `Mission.opportunities`.
    terms : frozenset of str
        Stems of its words; Latin words in Persian or Russian texts among them.
    """

    index: int
    terms: frozenset[str]
    domains: frozenset[str]
    routes: frozenset[CooperationRoute]


def read_statements(mission: Mission) -> tuple[Statement, ...]:
    """Read every opportunity of a mission, in its order."""
    detected = mission.text_languages or ("",) * len(mission.opportunities)
    return tuple(
        Statement(
            index,
            terms(f"{row.title} {row.text}", row.language or language),
            frozenset(row.domains),
            frozenset(row.routes),
        )
        for index, (row, language) in enumerate(zip(mission.opportunities, detected, strict=True))
    )


def terms(text: str, language: str) -> frozenset[str]:
    """Give the stems of a text's words.

    Arabic yeh and kaf, yo, joiners and case are folded first, so that spelling variants agree.
    """
    words = [word for word in _WORD.findall(unicodedata.normalize("NFKC", text)) if _is_telling(word)]
    folded = [word.translate(_FOLD).casefold() for word in words]
    return frozenset(_stem(word, "en" if word.isascii() else language) for word in folded)


def _is_telling(word: str) -> bool:
    return len(word) >= LEAST_LETTERS or word.isupper() or any(char.isdigit() for char in word)


@lru_cache(maxsize=100_000)
def _stem(word: str, language: str) -> str:
    """Give the stem of a word; a mission's texts use the same words again and again."""
    if language not in STEMMERS:
        return word
    # A stemmer keeps its word while it works on it: one of its own for each call keeps threads apart.
    stem: str = snowballstemmer.stemmer(STEMMERS[language]).stemWord(word)
    return stem


def term_weights(statements: tuple[Statement, ...]) -> dict[str, float]:
    """Weigh each term by how few statements have it (inverse document frequency).

    References
    ----------
    Spärck Jones (1972), https://doi.org/10.1108/eb026526
    """
    counts = Counter(term for statement in statements for term in statement.terms)
    return {term: math.log(1 + len(statements) / count) for term, count in counts.items()}
