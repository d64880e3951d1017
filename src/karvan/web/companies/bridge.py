"""What the matcher makes of a text while its author writes it, and what authors can choose from."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

from babel import Locale

from karvan.languages.detect import detect_language
from karvan.languages.names import language_name
from karvan.matching.taxonomy import ROLES, THINGS, Concept, Taxonomy, load
from karvan.matching.understand import understand
from karvan.mission import validation

SHORTEST, LONGEST = 80, 900
"""A good text has so many characters: shorter ones match by chance, longer ones are not read."""

CLEAR = 0.4
"""A concept named at least so strongly, 0..1, is shown to the author; what is weaker is a hint."""

MOST_CONCEPTS = 8
"""So many are shown, the strongest first."""

Known: TypeAlias = Taxonomy
"""A taxonomy, for the signatures of forms."""

RESERVED_CODES = validation.RESERVED_CODES
"""Words of the workbook that are no company's code."""

SPOKEN = (
    "fa",
    "ru",
    "en",
    "ar",
    "az",
    "be",
    "de",
    "es",
    "fr",
    "hy",
    "it",
    "ka",
    "kk",
    "ky",
    "tg",
    "tk",
    "tr",
    "uz",
    "zh",
)
"""Languages that a company can say its people speak."""


class Length(enum.StrEnum):
    """What an author is told about the length of a text; the words are ``advice-length-<length>``."""

    EMPTY = "empty"
    SHORT = "short"
    GOOD = "good"
    LONG = "long"


@dataclass(frozen=True, slots=True)
class Field:
    """A concept, as the author reads it: its code, its name, and the domain that it belongs to."""

    code: str
    label: str
    domain: str


@dataclass(frozen=True, slots=True)
class Advice:
    """What an author is told about a text.

    Attributes
    ----------
    characters : int
        How long the text is.
    fields : tuple of Field
        What the matcher understood, the clearest first.
    language : str
        In which the text is written; empty where that cannot be told.
    """

    length: Length
    characters: int
    fields: tuple[Field, ...]
    language: str


@cache
def taxonomy() -> Taxonomy:
    """Give Karvan's own taxonomy, read once."""
    return load()


def advise(title: str, text: str, lang: str, known: Taxonomy | None = None) -> Advice:
    """Give the advice on an offer or need, in the words of a reader's language.

    Parameters
    ----------
    known : Taxonomy, optional
        That of the mission, with what its organiser added.
    """
    whole = f"{title}. {text}" if title else text
    written, known = detect_language(whole), known or taxonomy()
    found = understand(whole, written or None, known).concepts
    concepts = (known.concepts[place] for place, strength in found if strength >= CLEAR)
    clear = [each for each in concepts if (each.parent or each.id) not in {THINGS, ROLES}]
    fields = tuple(_field(concept, lang, known) for concept in clear[:MOST_CONCEPTS])
    return Advice(_length(text), len(text.strip()), fields, written)


def _length(text: str) -> Length:
    characters = len(text.strip())
    if not characters:
        return Length.EMPTY
    if characters < SHORTEST:
        return Length.SHORT
    return Length.LONG if characters > LONGEST else Length.GOOD


def _field(concept: Concept, lang: str, known: Taxonomy) -> Field:
    parent = known.concepts[known.index[concept.parent]] if concept.parent else None
    return Field(concept.id, _label(concept, lang), _label(parent, lang) if parent else "")


def _label(concept: Concept, lang: str) -> str:
    return concept.labels.get(lang, concept.labels["en"])


def field_of(code: str, lang: str, known: Taxonomy | None = None) -> Field:
    """Give a code that a company gave as its reader knows it; one that is not in the taxonomy stays as it is."""
    known = known or taxonomy()
    place = known.index.get(code)
    return Field(code, code, "") if place is None else _field(known.concepts[place], lang, known)


def with_domains(codes: list[str]) -> list[str]:
    """Give codes with the domains of those that are parts of one, each once."""
    return list(dict.fromkeys(part for code in codes for part in (code.partition(".")[0], code)))


def language_of_text(title: str, text: str) -> str:
    """Give the language in which an offer or need is written, or nothing."""
    return detect_language(f"{title} {text}")


@cache
def countries(lang: str) -> tuple[tuple[str, str], ...]:
    """Give all countries by code, in the order of their names."""
    names: dict[str, str] = dict(Locale(lang).territories)
    found = [(code, name) for code, name in names.items() if len(code) == 2 and code.isalpha() and code not in _NO_LAND]
    return tuple(sorted(found, key=lambda pair: pair[1]))


_NO_LAND = frozenset({"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"})
"""Codes of Babel's list that are no country."""


@cache
def spoken_languages(lang: str) -> tuple[tuple[str, str], ...]:
    """Give the languages to choose from, by code, with their names."""
    return tuple((code, language_name(lang, code)) for code in SPOKEN)
