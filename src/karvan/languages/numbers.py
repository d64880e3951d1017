"""Numbers as readers of a language write them."""

from __future__ import annotations

import re

from karvan.languages.language import LANGUAGES

LATIN_DIGITS = "0123456789"
ARABIC_DIGITS = "٠١٢٣٤٥٦٧٨٩"
PERSIAN_DIGITS = "۰۱۲۳۴۵۶۷۸۹"

_TO_LATIN = str.maketrans(ARABIC_DIGITS + PERSIAN_DIGITS, LATIN_DIGITS * 2)


_LATIN_WORD = re.compile(r"[A-Za-z0-9]+(?:[-_./][A-Za-z0-9]+)*")
"""A Latin word, a code (``V07``), a name of a file, or a number."""


def localise_digits(lang: str, text: str) -> str:
    """Write the Latin digits of a text in the digits of a language."""
    return text.translate(str.maketrans(LATIN_DIGITS, LANGUAGES[lang].digits))


def localise_numbers(lang: str, text: str) -> str:
    """Write the numbers of a sentence in the digits of a language; codes such as ``V07`` keep theirs."""
    if LANGUAGES[lang].digits == LATIN_DIGITS:
        return text
    return _LATIN_WORD.sub(lambda word: _localised_number(lang, word[0]), text)


def _localised_number(lang: str, word: str) -> str:
    return word if any(char.isalpha() for char in word) else localise_digits(lang, word)


def latin_digits(text: str) -> str:
    """Write Persian and Arabic digits as Latin ones."""
    return text.translate(_TO_LATIN)


def number(lang: str, value: float) -> str:
    """Write a number with the language's digits, groups and decimal mark."""
    from babel.numbers import format_decimal

    text = format_decimal(value, locale=lang, numbering_system="default")
    return localise_digits(lang, text)


def percent(lang: str, ratio: float) -> str:
    """Write a ratio 0..1 as a whole percentage."""
    from babel import Locale
    from babel.numbers import format_percent

    locale = Locale.parse(lang)
    sign = locale.number_symbols[locale.default_numbering_system]["percentSign"]
    text = format_percent(ratio, format="#,##0%", locale=locale, numbering_system="default")
    return localise_digits(lang, text.replace("%", sign))
