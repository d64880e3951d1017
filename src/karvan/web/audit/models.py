"""The table of the audit trail."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from karvan.web.errors import ExpectedError
from karvan.web.missions.models import Mission


class AuditTrailError(ExpectedError):
    """What has happened cannot be changed or taken out of the trail."""

    code = "audit"
    status = 409


class EventQuerySet(models.QuerySet["Event"]):
    """Events that can be added and read, and nothing else."""

    def update(self, **_: Any) -> NoReturn:
        """Refuse."""
        raise AuditTrailError

    def delete(self) -> NoReturn:
        """Refuse."""
        raise AuditTrailError


class Event(models.Model):
    """One thing that somebody did.

    Attributes
    ----------
    action : str
        A code, ``company-changed``; its words are ``audit-<action>`` in every language.
    on_behalf_of : str
        Code of the company for which somebody of the organiser's team acted; else empty.
    subject : str
        What it was done to: a code, a pair of codes, a number; never a text that somebody wrote.
    person : User or None
        To whom it was done.
    side : str
        The side whose matter it is; empty: the neutral desk's, or everybody's (see `is_private`).
    is_private : bool
        Only the neutral desk may read it.
    details : dict
        Particulars for the words of the action.
    """

    mission = models.ForeignKey(Mission, null=True, on_delete=models.PROTECT, related_name="events")
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="events")
    on_behalf_of = models.CharField(max_length=40, blank=True, default="")
    action = models.CharField(max_length=60)
    subject = models.CharField(max_length=200, blank=True, default="")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=10, blank=True, default="")
    is_private = models.BooleanField(default=False)
    details = models.JSONField(default=dict)

    objects = EventQuerySet.as_manager()

    class Meta:
        """Latest first."""

        ordering = ("-at", "-pk")
        indexes = (models.Index(fields=("mission", "-at"), name="event_of_mission"),)

    def __str__(self) -> str:
        """Give the code and what it was done to."""
        return f"{self.action} {self.subject}".strip()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add it; refuse to change it."""
        if not self._state.adding:
            raise AuditTrailError
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AuditTrailError
