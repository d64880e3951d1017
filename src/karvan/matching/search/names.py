"""Names as they sound, so that one written in three scripts is the same."""

from __future__ import annotations

import re
from functools import lru_cache

from anyascii import anyascii

_SOUNDS = (
    ("shch", "sh"),
    ("sch", "sh"),
    ("kh", "h"),
    ("gh", "g"),
    ("zh", "j"),
    ("ph", "f"),
    ("th", "t"),
    ("ck", "k"),
    ("ts", "c"),
    ("tz", "c"),
    ("x", "ks"),
    ("q", "g"),
    ("w", "v"),
)
"""Spellings of one sound, in the order in which they are replaced."""

_HARD_C = re.compile(r"c(?![hieyc])|cc")
_LETTERS = re.compile(r"[^a-z0-9]+")
_ARABIC = re.compile("[\u0621-\u06d3]")
_JOINERS = re.compile("[\u200b-\u200f\u2066-\u2069]")


def name_words(name: str) -> tuple[str, ...]:
    """Give the words of a name in Latin letters, as they sound.

    Half-spaces and capitals part no words: «یاس‌نت» and "YasNet" are one word each.

    Examples
    --------
    >>> name_words("Яснет Телеком"), name_words("YasNet")
    (('iasnet', 'telekom'), ('iasnet',))
    """
    return tuple(filter(None, map(_sound, _JOINERS.sub("", name).split())))


@lru_cache(maxsize=100_000)
def _sound(word: str) -> str:
    """Give one word in Latin letters, with one spelling for each sound."""
    text = _LETTERS.sub("", anyascii(word).casefold().replace("'", ""))
    text = _HARD_C.sub("k", text)
    for spelling, sound in _SOUNDS:
        text = text.replace(spelling, sound)
    text = re.sub(r"y(?=[aeou])", "i", text).replace("y", "i")
    return re.sub(r"([^0-9])\1", r"\1", text)


def writes_vowels(text: str) -> bool:
    """Whether a text is in a script that writes all vowels: Arabic script does not."""
    return not _ARABIC.search(text)


def skeleton(word: str) -> str:
    """Give the consonants of a word that `name_words` gave, and its first letter: what Persian script writes.

    Examples
    --------
    >>> skeleton("iasnet"), skeleton(name_words("یاس‌نت")[0])
    ('asnt', 'asnt')
    """
    return re.sub(r"^[eiou]", "a", word[:1]) + re.sub(r"[aeiouv]", "", word[1:])
