"""The letters whose texts can be changed; their words are the languages' business (``letter-name-…``)."""

from __future__ import annotations

from django.db import models


class LetterName(models.TextChoices):
    """Which letter; the default of its text is the message ``letter-<name>``."""

    RECEIVED = "application-received"
    ACCEPTED = "application-accepted"
    RESERVE = "application-reserve"
    DECLINED = "application-declined"


PLACEHOLDERS = ("name", "company", "mission", "link", "deadline")
"""What a text can name in braces, ``{company}``; it is filled in for each letter."""
