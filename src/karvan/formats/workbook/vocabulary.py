"""Codes that the world has agreed upon, and words that mean yes and no."""

from __future__ import annotations

import zoneinfo
from collections.abc import Collection, Iterable
from functools import cache

from babel import Locale
from rapidfuzz import process
from rapidfuzz.distance import OSA

from karvan.formats.workbook.text import skeleton, word_key
from karvan.languages import LANGUAGES, say

_NOT_COUNTRIES = frozenset(("AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"))
"""Two-letter codes of territories that ISO 3166-1 does not list as countries or areas."""

_NOT_PORTABLE_ZONES = frozenset(("localtime", "Factory"))
"""Names in a zone database that say nothing about a place."""


@cache
def countries() -> frozenset[str]:
    """Give the codes of ISO 3166-1 alpha-2 (and ``XK``)."""
    codes = map(str, Locale("en").territories)
    return frozenset(code for code in codes if len(code) == 2 and code.isalpha()) - _NOT_COUNTRIES


@cache
def language_codes() -> frozenset[str]:
    """Give the two-letter codes of ISO 639-1."""
    return frozenset(code for code in map(str, Locale("en").languages) if len(code) == 2)


@cache
def zones() -> dict[str, str]:
    """Give the names of time zones by their `word_key`."""
    return {word_key(name): name for name in zoneinfo.available_timezones() - _NOT_PORTABLE_ZONES}


@cache
def country_names() -> dict[str, str]:
    """Give codes of countries by their names in every language that Karvan speaks."""
    return {
        word_key(name): code
        for lang in LANGUAGES
        for code, name in Locale(lang).territories.items()
        if code in countries()
    } | {"uk": "GB", "usa": "US", "uae": "AE"}


@cache
def language_names() -> dict[str, str]:
    """Give codes of languages by their names in every language that Karvan speaks, and in their own."""
    own = {word_key(language.name): code for code, language in LANGUAGES.items()}
    return own | {
        word_key(name): code
        for lang in LANGUAGES
        for code, name in Locale(lang).languages.items()
        if code in language_codes()
    }


@cache
def yes_no_words() -> dict[str, bool]:
    """Give yes and no in every language, and as programs write them."""
    words = {"true": True, "1": True, "false": False, "0": False}
    for lang in LANGUAGES:
        for message, means in (("workbook-yes-words", True), ("workbook-no-words", False)):
            words |= {word_key(word): means for word in say(lang, message).split(";")}
    return words


def closest_word(text: str, candidates: Collection[str]) -> str:
    """Give the candidate that a word was probably meant to be, or the empty text."""
    key = word_key(text)
    found = process.extractOne(key, candidates, scorer=OSA.normalized_similarity, processor=word_key, score_cutoff=0.6)
    return str(found[0]) if found and key else ""


def closest_code(code: str, candidates: Iterable[str]) -> str:
    """Give the code that is the same but for look-alike letters, case, zeros and punctuation, or one slip away.

    One slip (a letter too many, missing, wrong, or swapped with its neighbour) counts only in
    codes of five characters or more: ``V17`` is no slip of ``V16``.
    """
    bare = skeleton(code)
    by_skeleton = {skeleton(candidate): candidate for candidate in candidates}
    if bare in by_skeleton and bare:
        return by_skeleton[bare]
    found = process.extractOne(bare, tuple(by_skeleton), scorer=OSA.normalized_similarity, score_cutoff=0.8)
    return by_skeleton[found[0]] if found else ""
