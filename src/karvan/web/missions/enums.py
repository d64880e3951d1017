"""Choices of the missions' tables."""

from __future__ import annotations

from django.db import models


class Phase(models.TextChoices):
    """Where a mission stands, in order; the words are the languages' business (``web-phase-…``)."""

    REGISTRATION = "registration"
    PREFERENCES = "preferences"
    SCHEDULING = "scheduling"
    PROVISIONAL = "provisional"
    FINAL = "final"
    LIVE = "live"
    FOLLOW_UP = "follow-up"


class ClearanceRule(models.TextChoices):
    """What a release does about missing clearances; the words are ``clearance-rule-…``."""

    WARN = "warn"
    BLOCK = "block"
    IGNORE = "ignore"
