"""Words that mean the same in several languages, so that texts without a letter in common still meet.

It is data: tables in `lexicon_data`, a meaning a line and a language a column. ``pump*`` is every word that begins so;
``data_centre`` are two words that stand together. A word with several meanings is left out: its context decides,
in the taxonomy.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise

from karvan.matching.text import Token, Word, normalise, read_tokens

NEAR = 4
"""Words of one name stand at most so many letters apart: a space, a hyphen, a short word between them."""


@dataclass(frozen=True, eq=False, slots=True)
class Lexicon:
    """Meanings, each named by its first English word.

    Attributes
    ----------
    stems : dict of stem to meaning
    beginnings : dict of str to meaning
        Beginnings of words.
    names : dict of stem to tuple of (stems that follow, meaning)
        Names of several words by their first, the longest first.
    """

    stems: Mapping[str, str]
    beginnings: Mapping[str, str]
    names: Mapping[str, tuple[tuple[tuple[str, ...], str], ...]]

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, str]]) -> Lexicon:
        """Make a lexicon of rows: languages with their words, separated by spaces."""
        stems: dict[str, str] = {}
        beginnings: dict[str, str] = {}
        names: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for meaning, lang, word in entries(rows):
            parts = stems_of(word, lang)
            if word.endswith("*"):
                beginnings[normalise(word.removesuffix("*"))] = meaning
            elif len(parts) == 1:
                stems[parts[0]] = meaning
            else:
                names[parts[0]].append((parts[1:], meaning))
        return cls(stems, beginnings, {k: tuple(sorted(v, key=lambda row: -len(row[0]))) for k, v in names.items()})

    def meaning(self, word: Word) -> str:
        """Give the meaning of one word; where it is not known, its stem."""
        if word.stem in self.stems:
            return self.stems[word.stem]
        starts = (word.text[:size] for size in range(len(word.text), 1, -1))
        return next((self.beginnings[start] for start in starts if start in self.beginnings), word.stem)

    def read(self, text: str, lang: str | None = None) -> Iterator[Token]:
        """Read a text's words with their meanings as stems; a name of several words is one."""
        words = read_tokens(text, lang)
        telling = [k for k, token in enumerate(words) if not token.word.is_stopword]
        follows = dict(pairwise(telling))
        skip = -1
        for k, token in enumerate(words):
            if k <= skip:
                continue
            skip, named = self._name(words, k, follows) or (k, "")
            word = replace(token.word, stem=named, name=named) if named else token.word
            yield Token(word, named or _meaning(self, word), token.start, words[skip].end)

    def _name(self, words: Sequence[Token], first: int, follows: Mapping[int, int]) -> tuple[int, str] | None:
        """Give the last word of a name that begins here, and what it means."""
        for rest, meaning in self.names.get(words[first].stem, ()) if first in follows else ():
            place = first
            for stem in rest:
                behind = follows.get(place, place)
                if words[behind].stem != stem or words[behind].start - words[place].end > NEAR:
                    break
                place = behind
            else:
                return place, meaning
        return None


@lru_cache(maxsize=400_000)
def _meaning(lexicon: Lexicon, word: Word) -> str:
    return lexicon.meaning(word)


def entries(rows: Iterable[Mapping[str, str]]) -> Iterator[tuple[str, str, str]]:
    """Give every word of rows as (meaning, language, word as the table has it)."""
    for row in rows:
        meaning = row["en"].split()[0].removesuffix("*")
        for lang, words in row.items():
            for word in words.split():
                yield meaning, lang, word


def stems_of(word: str, lang: str) -> tuple[str, ...]:
    """Give the stems of a word of the table; several where it is a name of several words."""
    plain = word.removesuffix("*").replace("_", " ")
    return tuple(token.stem for token in read_tokens(plain, lang) if not token.word.is_stopword)


def rows_of_tables() -> Iterator[dict[str, str]]:
    """Give the rows of Karvan's own tables."""
    folder = resources.files("karvan.matching") / "lexicon_data"
    for file in sorted((f for f in folder.iterdir() if f.name.endswith(".csv")), key=lambda f: f.name):
        yield from csv.DictReader(file.read_text("utf-8").splitlines())


@cache
def lexicon() -> Lexicon:
    """Give Karvan's own lexicon."""
    return Lexicon.of(rows_of_tables())
