"""The letters whose texts can be changed; their words are the languages' business (``letter-name-…``)."""

from __future__ import annotations

from django.db import models


class LetterName(models.TextChoices):
    """Which letter; the default of its text is the message ``letter-<name>``."""

    RECEIVED = "application-received"
    ACCEPTED = "application-accepted"
    RESERVE = "application-reserve"
    DECLINED = "application-declined"
    PROGRAMME_RELEASED = "programme-released"
    PROGRAMME_CHANGED = "programme-changed"


OF_APPLICATIONS = ("name", "company", "mission", "link", "deadline")
OF_PROGRAMMES = ("name", "whose", "mission", "release", "zone", "page")
"""What a text can name in braces, ``{company}``; it is filled in for each letter."""


def placeholders(name: LetterName) -> tuple[str, ...]:
    """Give what the text of a letter can name in braces."""
    if name is LetterName.PROGRAMME_RELEASED:
        return (*OF_PROGRAMMES, "agenda")
    return (*OF_PROGRAMMES, "changes") if name is LetterName.PROGRAMME_CHANGED else OF_APPLICATIONS
