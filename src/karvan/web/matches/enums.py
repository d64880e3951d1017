"""Choices of the match board; their words are ``match-choice-<value>``, ``match-sort-…``, ``match-asked-…``."""

from __future__ import annotations

from django.db import models


class Choice(models.TextChoices):
    """What the neutral desk decided about a pair."""

    NONE = "none"
    PIN = "pin"
    BLOCK = "block"


class Sort(models.TextChoices):
    """The order of the board."""

    BEST = "best"
    WEAKEST = "weakest"
    VISITOR = "visitor"
    HOST = "host"


class Asked(models.TextChoices):
    """Who asked for a meeting."""

    VISITOR = "visitor"
    HOST = "host"
    NOBODY = "nobody"
