"""Choices of the drafts' tables; their words are the languages' business (``move-…``, ``scope-…``)."""

from __future__ import annotations

from django.db import models


class MoveKind(models.TextChoices):
    """What was done to a draft."""

    PLACED = "placed"
    MOVED = "moved"
    TAKEN_OUT = "taken-out"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    FILLED = "filled"
    REGENERATED = "regenerated"


class Scope(models.TextChoices):
    """What the scheduler may change: nothing that is placed, or everything that is not locked."""

    FILL = "fill"
    REGENERATE = "regenerate"
