"""Choices of the applications' tables; their words are the languages' business (``outcome-…``, ``question-kind-…``)."""

from __future__ import annotations

from django.db import models


class QuestionKind(models.TextChoices):
    """What the answer to an organiser's own question looks like."""

    TEXT = "text"
    CHOICE = "choice"
    NUMBER = "number"
    YES_NO = "yes-no"


class Outcome(models.TextChoices):
    """Where an application stands."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    RESERVE = "reserve"
    DECLINED = "declined"


DECIDED = (Outcome.ACCEPTED, Outcome.RESERVE, Outcome.DECLINED)
"""What can be decided; an application only waits before the first decision."""


class CallState(models.TextChoices):
    """Whether companies can apply."""

    SOON = "soon"
    OPEN = "open"
    CLOSED = "closed"
