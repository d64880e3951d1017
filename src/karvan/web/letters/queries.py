"""Reads of letters' texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from karvan.languages import say
from karvan.languages.bidi import strip_isolates
from karvan.web.letters.enums import LetterName, placeholders
from karvan.web.letters.models import LetterText
from karvan.web.missions.models import Mission

BRACES = re.compile(r"\{\s*(\w+)\s*\}")
"""A placeholder in a text."""


@dataclass(frozen=True, slots=True)
class Wording:
    """The words of a letter.

    Attributes
    ----------
    revision : int
        Of the organiser's own text; 0: it is ours.
    """

    subject: str
    text: str
    revision: int = 0

    def filled(self, values: Mapping[str, str]) -> Wording:
        """Give it with its placeholders filled in; one that is not known stays as it is written."""

        def fill(text: str) -> str:
            return BRACES.sub(lambda match: values.get(match[1], match[0]), text)

        return Wording(fill(self.subject), fill(self.text), self.revision)


def default_wording(name: LetterName, lang: str) -> Wording:
    """Our own words for a letter."""
    values = {each: f"{{{each}}}" for each in placeholders(name)}
    subject, text = (say(lang, f"letter-{name.value}{end}", **values) for end in ("-subject", ""))
    return Wording(strip_isolates(subject), strip_isolates(text))


def wording(mission: Mission, name: LetterName, lang: str) -> Wording:
    """The words of a letter in a mission: the organiser's, else ours; one query."""
    own = LetterText.objects.filter(mission=mission, name=name, lang=lang).first()
    return Wording(own.subject, own.text, own.revision) if own else default_wording(name, lang)


def own_texts(mission: Mission) -> set[tuple[str, str]]:
    """Names and languages of the letters for which an organiser has words of their own; one query."""
    return set(LetterText.objects.filter(mission=mission).values_list("name", "lang"))
