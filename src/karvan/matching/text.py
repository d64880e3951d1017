"""Texts as stems: spelling folded, words cut, sentences told apart, whatever of our languages they are in."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

import snowballstemmer

_WORD = re.compile(r"[^\W_]+(?:\+\+|#)?")
_SENTENCE = re.compile(r"[^.!?؟;؛\n…]+(?:[.!?؟;؛…](?=\S)[^.!?؟;؛\n…]*)*")
_FOLD = str.maketrans(
    {"ي": "ی", "ى": "ی", "ك": "ک", "ة": "ه", "ۀ": "ه", "ё": "е", "\u0640": None}
    | {chr(base + digit): str(digit) for base in (0x6F0, 0x660) for digit in range(10)}
)
_CAPITALS = re.compile(r"([A-ZА-ЯЁ][A-ZА-ЯЁ0-9]{1,4})[a-zа-яё]{0,3}")
"""An abbreviation and its ending: IPS, GPUs, «ЦОДов»."""

_PLURAL = re.compile(r"(?<=[^su])s$")

SHORT_STEM, DERIVED = 6, 3
"""A stem of at most so many letters, of which so many or more were cut, is often another word: watering, water."""

_MARKS = re.compile(r"[\u064B-\u065F\u0670\u0301]")
"""Vowel signs of Arabic script, and the Russian stress mark."""


@dataclass(frozen=True)
class LanguageData:
    """What the matcher knows of a language; a file in `language_data` each.

    Attributes
    ----------
    script : str
        First word of the Unicode names of its letters, such as ``CYRILLIC``.
    stemmer : str
        Name of a Snowball stemmer; empty: `suffixes` are cut.
    suffixes : tuple of (str, int)
        Suffixes, longest first, each with the letters that must remain.
    spellings, endings : tuple of (pattern, str)
        What is folded before a word is stemmed, and what the stemmer leaves uneven.
    seeks, gives, disclaims, without : tuple of str
        Phrases by which a writer asks, offers, says what is not meant, and excludes what follows.
    affixes : frozenset of str
        What a joiner cuts from a word without changing what the word names.
    possessives : frozenset of str
        Words by which a writer calls something his own.
    purposes : frozenset of str
        Words after which a writer says what a thing is for.
    is_verb_last : bool
        Whether what is asked for stands before the words that ask.
    """

    code: str
    script: str
    stemmer: str
    suffixes: tuple[tuple[str, int], ...]
    spellings: tuple[tuple[re.Pattern[str], str], ...]
    endings: tuple[tuple[re.Pattern[str], str], ...]
    stopwords: frozenset[str]
    affixes: frozenset[str]
    possessives: frozenset[str]
    seeks: tuple[str, ...]
    gives: tuple[str, ...]
    disclaims: tuple[str, ...]
    without: tuple[str, ...]
    purposes: frozenset[str]
    is_verb_last: bool


@dataclass(frozen=True, slots=True)
class Word:
    """One word: as normalised, its stem, and what it does in a sentence.

    Attributes
    ----------
    name : str
        How a phrase of this word alone is found: its stem; of what stands in capitals just these letters (IPS, «ЦОДы»);
        of a derived word whose stem is another word (watering, tokenization) the word itself.
    is_affix : bool
        A stopword that a joiner cut from the word before it.
    owns : int
        Of a possessive: 1 if what is owned follows, -1 if it stands before; else 0.
    """

    text: str
    stem: str
    name: str
    is_stopword: bool
    is_affix: bool
    owns: int


class Token(NamedTuple):
    """One word of a text, and where it stands in the text as it was written, half-open."""

    word: Word
    stem: str
    start: int
    end: int


@lru_cache(maxsize=1)
def languages() -> tuple[LanguageData, ...]:
    """Give the languages that the matcher knows, by code."""
    folder = resources.files("karvan.matching") / "language_data"
    files = sorted((f for f in folder.iterdir() if f.name.endswith(".toml")), key=lambda f: f.name)
    return tuple(_language(f.name.removesuffix(".toml"), tomllib.loads(f.read_text("utf-8"))) for f in files)


def _language(code: str, data: dict[str, object]) -> LanguageData:
    given: dict[str, Any] = {name: value for name, value in data.items() if isinstance(value, list)}
    return LanguageData(
        code=code,
        script=str(data["script"]),
        stemmer=str(data.get("stemmer", "")),
        suffixes=tuple((str(suffix), int(least)) for suffix, least in given.get("suffixes", ())),
        spellings=tuple((re.compile(pattern), new) for pattern, new in given["spellings"]),
        endings=tuple((re.compile(pattern), new) for pattern, new in given.get("endings", ())),
        stopwords=frozenset(word for part in str(data["stopwords"]).split() for word in words_of(part)),
        affixes=frozenset(given.get("affixes", ())),
        possessives=frozenset(given["possessives"]),
        seeks=tuple(given["seeks"]),
        gives=tuple(given["gives"]),
        disclaims=tuple(given["disclaims"]),
        without=tuple(given["without"]),
        purposes=frozenset(given.get("purposes", ())),
        is_verb_last=bool(data.get("verb_last", False)),
    )


def normalise(text: str) -> str:
    """Fold what is written differently and means the same.

    Compatibility forms, Arabic yeh and kaf, Persian and Arabic digits, yo, vowel and stress marks
    and case are folded; joiners become spaces, so that «نرم‌افزار» and «نرم افزار» agree.

    Examples
    --------
    >>> normalise("Учёт «۵G»"), normalise("نرم\u200cافزار ويژه")
    ('учет «5g»', 'نرم افزار ویژه')
    """
    text = unicodedata.normalize("NFKC", text).replace("\u200c", " ").replace("\u200d", "")
    return _MARKS.sub("", text).casefold().translate(_FOLD)


def words_of(text: str) -> tuple[str, ...]:
    """Give the words of a text, normalised."""
    return tuple(_WORD.findall(normalise(text)))


def tokens(text: str, lang: str | None = None) -> tuple[str, ...]:
    """Give the stems of a text's words in their order, stopwords left out.

    Parameters
    ----------
    lang : str or None
        Of the text; a word in another script is stemmed by that script's language all the same.
    """
    return tuple(token.stem for token in read_tokens(text, lang) if not token.word.is_stopword)


def read_tokens(text: str, lang: str | None = None) -> tuple[Token, ...]:
    """Give every word of a text with its stem and its place in the text as written."""
    plain = _MARKS.sub(lambda match: "\u0640" * len(match[0]), text)
    return tuple(Token(word := word_of(match[0], lang), word.stem, *match.span()) for match in _WORD.finditer(plain))


def sentences(text: str) -> tuple[tuple[int, int], ...]:
    """Give the sentences of a text as half-open spans ``[start, end)``.

    A full stop inside a word or number (``12.5``, ``karvan.ir``) ends nothing.
    """
    return tuple((m.start(), m.end()) for m in _SENTENCE.finditer(text) if m[0].strip())


@lru_cache(maxsize=400_000)
def word_of(raw: str, lang: str | None = None) -> Word:
    """Read one word as written; a mission's texts use the same words again and again."""
    text = normalise(raw)
    language = _language_of(text, lang)
    if language is None or text.isdigit():
        return Word(text, text, text, is_stopword=False, is_affix=False, owns=0)
    stem = _stem(text, language)
    owns = (-1 if language.is_verb_last else 1) if text in language.possessives else 0
    return Word(
        text,
        stem,
        _name(raw, text, stem, language),
        is_stopword=text in language.stopwords and not (raw.isupper() and len(raw) > 1),  # ПО, IT
        is_affix=text in language.affixes,
        owns=owns,
    )


def _name(raw: str, text: str, stem: str, language: LanguageData) -> str:
    capitals = _CAPITALS.fullmatch(raw)
    if capitals:
        return normalise(capitals[1])
    if language.stemmer and len(stem) <= SHORT_STEM and len(text) - len(stem) >= DERIVED:
        return _PLURAL.sub("", _spelt(text, language))
    return stem


def _spelt(word: str, language: LanguageData) -> str:
    for pattern, new in language.spellings:
        word = pattern.sub(new, word)
    return word


def _stem(word: str, language: LanguageData) -> str:
    word = _spelt(word, language)
    if language.stemmer:
        # A stemmer keeps its word while it works on it: one of its own for each call keeps threads apart.
        stemmer: Callable[[str], str] = snowballstemmer.stemmer(language.stemmer).stemWord
        word = stemmer(word)
    else:
        word = _cut(word, language.suffixes)
    for pattern, new in language.endings:
        word = pattern.sub(new, word)
    return word


def _cut(word: str, suffixes: tuple[tuple[str, int], ...]) -> str:
    for suffix, least in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            return word.removesuffix(suffix)
    return word


def _language_of(word: str, lang: str | None) -> LanguageData | None:
    if not word:
        return None
    script = "LATIN" if word.isascii() else unicodedata.name(word[0], "").partition(" ")[0]
    known = [language for language in languages() if language.script == script]
    return next((language for language in known if language.code == lang), known[0] if known else None)
