"""Choices of the outbox; their words are ``outbox-state-…`` and ``outbox-problem-…``."""

from __future__ import annotations

from django.db import models


class State(models.TextChoices):
    """Where a letter stands."""

    WAITING = "waiting"
    HELD = "held"
    QUEUED = "queued"
    SENDING = "sending"
    SENT = "sent"
    FAILED = "failed"
    SUPERSEDED = "superseded"


UNSENT = (State.WAITING, State.HELD, State.QUEUED, State.FAILED)
"""Letters that a later release takes the place of."""


class Problem(models.TextChoices):
    """Why a letter failed."""

    REFUSED = "refused"
    SERVER = "server"
    UNSURE = "unsure"
    """Its worker died while sending: it may have gone out."""
