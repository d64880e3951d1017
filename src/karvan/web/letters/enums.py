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
    REMINDER = "reminder"


OF_APPLICATIONS = ("name", "company", "mission", "link", "deadline")
OF_PROGRAMMES = ("name", "whose", "mission", "release", "zone", "page")
PLACEHOLDERS = {
    LetterName.PROGRAMME_RELEASED: (*OF_PROGRAMMES, "agenda"),
    LetterName.PROGRAMME_CHANGED: (*OF_PROGRAMMES, "changes"),
    LetterName.REMINDER: (*OF_APPLICATIONS, "owed"),
}
"""What the text of a letter can name in braces, ``{company}``; of letters that are not here, `OF_APPLICATIONS`."""


def placeholders(name: LetterName) -> tuple[str, ...]:
    """Give what the text of a letter can name; each letter fills it in."""
    return PLACEHOLDERS.get(name, OF_APPLICATIONS)
