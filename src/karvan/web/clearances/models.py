"""The table of clearances: decisions are added, never changed."""

from __future__ import annotations

from typing import Any, NoReturn

from django.conf import settings
from django.db import models

from karvan.web.audit.models import AuditTrailError
from karvan.web.clearances.enums import ClearanceState
from karvan.web.companies.models import Company


class Clearance(models.Model):
    """One decision about a company, or about a meeting of two companies; the latest one holds.

    Attributes
    ----------
    counterpart : Company or None
        None: the company itself; else the meeting of the two, `company` being the one with the lower number.
    basis : str
        What the decision rests on: a list that was searched, a letter, a licence.
    decided_by : str
        The person who answers for it, by name.
    decided_on : date
        When they decided.
    valid_until : date or None
        None: for the whole mission.
    """

    company = models.ForeignKey(Company, on_delete=models.PROTECT, related_name="clearances")
    counterpart = models.ForeignKey(
        Company, null=True, blank=True, on_delete=models.PROTECT, related_name="clearances_with"
    )
    state = models.CharField(max_length=10, choices=ClearanceState.choices)
    basis = models.TextField(blank=True, default="")
    decided_by = models.CharField(max_length=200)
    decided_on = models.DateField()
    valid_until = models.DateField(null=True, blank=True)
    entered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField()

    class Meta:
        """Latest first."""

        ordering = ("-entered_at", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(counterpart=None) | models.Q(company__lt=models.F("counterpart")),
                name="clearance_of_a_pair_in_order",
            ),
            models.CheckConstraint(
                condition=models.Q(state=ClearanceState.OPEN) | ~models.Q(basis=""), name="clearance_with_a_basis"
            ),
        )

    def __str__(self) -> str:
        """Give the state."""
        return self.state

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Add it; refuse to change it."""
        if not self._state.adding:
            raise AuditTrailError
        super().save(*args, **kwargs)

    def delete(self, *_args: Any, **_kwargs: Any) -> NoReturn:
        """Refuse."""
        raise AuditTrailError
