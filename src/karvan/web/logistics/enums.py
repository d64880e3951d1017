"""Choices of logistics; their words are ``visa-<value>``."""

from __future__ import annotations

from django.db import models


class Visa(models.TextChoices):
    """How far somebody's visa has come."""

    UNKNOWN = "unknown"
    NOT_NEEDED = "not-needed"
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
