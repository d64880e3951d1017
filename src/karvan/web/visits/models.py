"""Tables of places on visits."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from karvan.web.blocks.models import ProgrammeBlock
from karvan.web.companies.models import Company


class VisitPlace(models.Model):
    """A place on a visit that a company has taken.

    Attributes
    ----------
    number : int
        From 1 to the capacity of the visit: the database gives no place twice.
    """

    block = models.ForeignKey(ProgrammeBlock, on_delete=models.CASCADE, related_name="places")
    number = models.PositiveIntegerField()
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="visit_places")
    taken_at = models.DateTimeField()
    taken_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        """In the order of taking."""

        ordering = ("block", "taken_at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("block", "number"), name="visit_place_once"),
            models.UniqueConstraint(fields=("block", "company"), name="visit_place_of_a_company_once"),
            models.CheckConstraint(condition=models.Q(number__gte=1), name="visit_places_count_from_one"),
        )

    def __str__(self) -> str:
        """Give the number of the place."""
        return str(self.number)


class NoVisits(models.Model):
    """That a company goes on no visit."""

    company = models.OneToOneField(Company, on_delete=models.CASCADE, related_name="no_visits")
    said_at = models.DateTimeField()
    said_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        """Give the number of the company's row."""
        return str(self.company_id)
