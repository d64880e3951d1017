"""Choices of the companies' tables."""

from __future__ import annotations

from django.db import models


class Standing(models.TextChoices):
    """Whether a company takes part."""

    PARTICIPATING = "participating"
    RESERVE = "reserve"
    WITHDRAWN = "withdrawn"
