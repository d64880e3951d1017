"""The table of reminders."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from karvan.web.companies.models import Company


class Reminder(models.Model):
    """That somebody had a company reminded of what it owes.

    Attributes
    ----------
    sent_at : datetime or None
        When its letters went out; None: they wait for a worker, or no server took them.
    """

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="reminders")
    reminded_at = models.DateTimeField()
    reminded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Latest first."""

        ordering = ("-reminded_at", "-pk")

    def __str__(self) -> str:
        """Give the number of the company's row: no name is written to a log."""
        return str(self.company_id)
