"""Cleaning what people paste into cells: invisible characters, look-alike letters, foreign digits."""

from __future__ import annotations

import re
import unicodedata

from karvan.languages.detect import detect_language
from karvan.languages.numbers import latin_digits

_JOINERS_AND_MARKS = "\u200c\u200d\u200e\u200f"
"""Zero-width characters that mean something inside a text: joiners and direction marks."""

_REMOVED = dict.fromkeys(
    (
        *range(0x09),
        *range(0x0E, 0x20),
        *range(0x7F, 0xA0),
        0x200B,
        *range(0x202A, 0x202F),
        0x2060,
        *range(0x2066, 0x206A),
        *range(0xD800, 0xE000),
        0xFEFF,
        0xFFFE,
        0xFFFF,
    )
)
"""Control characters, byte order marks, embeddings, isolates, half characters: never part of a text."""

_WORD_BREAKS = re.compile(r"[\s\-\u2010-\u2015_]+")
_NEWLINES = re.compile(r"\r\n|[\r\v\f\u2028\u2029]")
_NON_ZERO_WIDTH = {ord(char): None for char in _JOINERS_AND_MARKS}
_EDGES = (
    _JOINERS_AND_MARKS
    + "".join(map(chr, (*range(0x21), 0x85, 0xA0, 0x1680, *range(0x2000, 0x200B))))
    + ("\u2028\u2029\u202f\u205f\u3000")
)
_PERSIAN_FORMS = str.maketrans("يىك", "ییک")
_ARABIC_FORM = re.compile("[يىك]")
_ARABIC_LETTER = re.compile("[\u0620-\u064a\u066e-\u06d3]")
_LOOKALIKES = str.maketrans("авекмнорстухіѕјԁԛԝ", "abekmhopctyxisjdqw")
"""Cyrillic letters that look like Latin ones (after case folding, by their capitals)."""


def is_blank(text: str) -> bool:
    """Whether a cell that holds this text is as good as empty."""
    return not text or text.isspace()


def clean(text: str) -> str:
    """Give a text without invisible rubbish and surrounding space, in Unicode's composed form (NFC).

    The zero-width non-joiner and joiner stay inside the text, where Persian needs them.
    """
    if text.isascii() and text.isprintable():
        return text.strip()
    text = _NEWLINES.sub("\n", text).translate(_REMOVED)
    return unicodedata.normalize("NFC", text).strip(_EDGES)


def with_persian_letters(text: str, language: str = "") -> str:
    """Write the Arabic yeh and kaf of a Persian text as Persian ones.

    Parameters
    ----------
    text : str
    language : str
        ISO 639-1 code; empty: as `detect_language` finds. Texts of other languages stay as they are.
    """
    if not _ARABIC_FORM.search(text) or (language or detect_language(text)) != "fa":
        return text
    return text.translate(_PERSIAN_FORMS)


def clean_code(text: str) -> str:
    """Give a code as it is compared: nothing invisible, Persian yeh and kaf, Latin digits among Latin letters."""
    if text.isascii() and text.isprintable():
        return text.strip()
    text = clean(text).translate(_NON_ZERO_WIDTH).translate(_PERSIAN_FORMS)
    text = " ".join(unicodedata.normalize("NFC", text).split())
    return text if _ARABIC_LETTER.search(text) else latin_digits(text)


def word_key(text: str) -> str:
    """Give a header, key or word as it is compared: in any case, spaces and hyphens as underscores."""
    return _WORD_BREAKS.sub("_", clean_code(text).casefold())


def skeleton(code: str) -> str:
    """Give what is left of a code when look-alike letters, leading zeros and punctuation do not count."""
    plain = latin_digits(clean_code(code)).casefold().translate(_LOOKALIKES)
    return re.sub(r"(?<!\d)0+(?=\d)|[\W_]+", "", plain)


def folded(text: str) -> str:
    """Give a text as two of them are compared: cleaned, Arabic yeh and kaf as Persian ones."""
    return clean(text).translate(_PERSIAN_FORMS)
