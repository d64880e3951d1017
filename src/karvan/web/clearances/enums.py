"""Choices of clearances; their words are ``clearance-<value>``."""

from __future__ import annotations

from django.db import models


class ClearanceState(models.TextChoices):
    """What somebody decided about a company or a meeting."""

    CLEARED = "cleared"
    REFUSED = "refused"
    OPEN = "open"
