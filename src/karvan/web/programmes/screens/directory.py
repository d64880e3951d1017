"""The list of companies: found, sorted, with how busy each is."""

from __future__ import annotations

import enum
import unicodedata
from collections import Counter
from dataclasses import dataclass

from karvan.formats.readers import Reader
from karvan.languages import say
from karvan.languages.numbers import latin_digits
from karvan.mission.companies import Company, Side
from karvan.mission.programme import Programme

SAME_LETTERS = str.maketrans({"ي": "ی", "ك": "ک", "ۀ": "ه", "ة": "ه", "أ": "ا", "إ": "ا", "ё": "е", "\u200c": " "})
"""Letters that people type for each other, and the joiner that they leave out."""


class Order(enum.StrEnum):
    """What the list is sorted by."""

    NAME = "name"
    CODE = "code"
    MEETINGS = "meetings"


@dataclass(frozen=True, slots=True)
class Entry:
    """One company of the list."""

    code: str
    name: str
    own_name: str
    side: Side
    city: str
    meetings: int
    visits: int


def entries(reader: Reader, programme: Programme, *, words: str, side: str, order: Order) -> tuple[Entry, ...]:
    """Give the companies that a search finds, in an order.

    Parameters
    ----------
    words : str
        All of them must occur in a company's code, city or any of its names, in whatever order.
    side : str
        A `Side`, or empty for both.
    """
    meetings = Counter(code for meeting in programme.meetings for code in meeting.pair)
    visits = Counter(code for visit in programme.visits for code in visit.companies)
    found = [
        Entry(c.code, reader.name(c.code), reader.own_name(c.code), c.side, c.city, meetings[c.code], visits[c.code])
        for c in reader.mission.companies
        if side in ("", c.side.value) and is_found(c, words)
    ]
    alphabet = say(reader.lang, "web-alphabet")
    by_name = {entry.code: alphabetical(entry.name, alphabet) for entry in found}
    if order is Order.CODE:
        return tuple(sorted(found, key=lambda entry: entry.code))
    most = order is Order.MEETINGS
    return tuple(sorted(found, key=lambda entry: (-entry.meetings if most else 0, by_name[entry.code])))


def is_found(company: Company, words: str) -> bool:
    """Whether a company has all words of a search in its code, city or names."""
    text = " ".join((company.code, company.city, *(name for _, name in company.name)))
    folded = fold(text)
    return all(word in folded for word in fold(words).split())


def fold(text: str) -> str:
    """Write a text so that different ways of typing it become the same."""
    return unicodedata.normalize("NFKC", latin_digits(text)).casefold().translate(SAME_LETTERS)


def alphabetical(text: str, alphabet: str) -> tuple[tuple[int, int], ...]:
    """Give a key that sorts texts by an alphabet; letters outside it come after, by their code points."""
    places = {letter: place for place, letter in enumerate(alphabet)}
    letters = (letter for letter in text.casefold() if letter.isalnum())
    return tuple((places.get(letter, len(places)), ord(letter)) for letter in letters)
