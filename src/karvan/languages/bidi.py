"""Keeping text of one direction whole inside text of the other (Unicode isolates, UAX #9)."""

from __future__ import annotations

import unicodedata

FIRST_STRONG, LEFT_TO_RIGHT, RIGHT_TO_LEFT, END = "\u2068", "\u2066", "\u2067", "\u2069"
"""Openers of an isolate, and what closes it."""


def has_rtl(text: str) -> bool:
    """Whether a text has a letter that is written from right to left."""
    return any(unicodedata.bidirectional(char) in {"R", "AL"} for char in text)


def isolate(text: str) -> str:
    """Wrap a user's text, so that it keeps its own direction and disturbs nothing around it."""
    return f"{FIRST_STRONG}{text}{END}"


def isolate_code(text: str) -> str:
    """Wrap a code, an address or a telephone number: always left to right."""
    return f"{LEFT_TO_RIGHT}{text}{END}"


def strip_isolates(text: str) -> str:
    """Take the isolates out again, for a place that cannot show them."""
    return text.translate({ord(char): None for char in (FIRST_STRONG, LEFT_TO_RIGHT, RIGHT_TO_LEFT, END)})
