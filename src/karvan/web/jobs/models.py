"""The table of jobs."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from karvan.web.jobs.enums import OPEN, Status
from karvan.web.missions.models import Mission


class Job(models.Model):
    """One piece of long work.

    Attributes
    ----------
    kind : str
        What is to be done: a name of `karvan.web.jobs.kinds`.
    subject : str
        What it is done to. At most one open job of a kind is about a subject.
    arguments : dict
        What the work needs to know, and nothing that may change meanwhile.
    claim : str
        A word of the worker that has it, new each time it is taken: whoever does not know it any more has lost it.
    seen_at : datetime or None
        When its worker last said that it is alive.
    attempts : int
        How often it was taken up.
    is_stop_wanted : bool
        Somebody wants it to end with what it has.
    progress, result : dict
        As its kind says.
    problem : str
        Why it failed: a code; its words are ``job-problem-<code>``.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="jobs")
    kind = models.CharField(max_length=40)
    subject = models.CharField(max_length=80, default="", blank=True)
    arguments = models.JSONField(default=dict)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.QUEUED)
    queued_at = models.DateTimeField()
    queued_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="jobs")
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    claim = models.CharField(max_length=40, default="", blank=True)
    seen_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    is_stop_wanted = models.BooleanField(default=False)
    progress = models.JSONField(default=dict)
    result = models.JSONField(default=dict)
    problem = models.CharField(max_length=40, default="", blank=True)

    class Meta:
        """Latest first; about one thing, one at a time."""

        ordering = ("-queued_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("mission", "kind", "subject"), condition=Q(status__in=OPEN), name="job_open_once"
            ),
        )
        indexes = (models.Index(fields=("status", "queued_at"), name="job_in_queue"),)

    def __str__(self) -> str:
        """Give the kind and the subject."""
        return f"{self.kind} {self.subject}".strip()

    @property
    def is_open(self) -> bool:
        """Whether it is not over."""
        return self.status in OPEN
