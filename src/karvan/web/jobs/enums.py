"""Choices of the jobs' table; their words are the languages' business (``job-status-…``)."""

from __future__ import annotations

from django.db import models


class Status(models.TextChoices):
    """Where a job stands."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


OPEN = (Status.QUEUED, Status.RUNNING)
"""Jobs that are not over."""
