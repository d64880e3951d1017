"""The letters whose texts can be changed; their words are the languages' business (``letter-name-…``)."""

from __future__ import annotations

from django.db import models


class LetterName(models.TextChoices):
    """Which letter; the default of its text is the message ``letter-<name>``."""

    RECEIVED = "application-received"
    ACCEPTED = "application-accepted"
    RESERVE = "application-reserve"
    DECLINED = "application-declined"
    REMINDER = "reminder"


PLACEHOLDERS = ("name", "company", "mission", "link", "deadline", "owed")
"""What texts can name in braces, ``{company}``; it is filled in for each letter."""


def placeholders_of(name: LetterName) -> tuple[str, ...]:
    """Give what the text of a letter can name: what is owed only a reminder says."""
    return PLACEHOLDERS if name is LetterName.REMINDER else tuple(each for each in PLACEHOLDERS if each != "owed")
