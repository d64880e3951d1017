"""Choices of the requests' tables."""

from __future__ import annotations

from django.db import models


class Expiry(models.TextChoices):
    """Until when a request waits for an answer."""

    DAYS = "days"
    PHASE = "phase"


class Disclosure(models.TextChoices):
    """When one company sees a part of another's profile."""

    ALWAYS = "always"
    ACCEPTED = "accepted"
    NEVER = "never"
