"""Tables of what companies say of their time; what the organiser says is `karvan.web.resources.models.Absence`."""

from __future__ import annotations

from datetime import date, time
from typing import NamedTuple

from django.conf import settings
from django.db import models

from karvan.web.companies.models import Company, Person


class Time(NamedTuple):
    """A stretch of a day; without start or end, from its beginning or to its end."""

    date: date
    start: time | None
    end: time | None


class Availability(models.Model):
    """That a company has said when its people cannot meet; without any `Away`: they always can.

    Attributes
    ----------
    revision : int
        Raised by every change, so that two people never overwrite each other unseen.
    """

    company = models.OneToOneField(Company, on_delete=models.CASCADE, related_name="availability")
    revision = models.PositiveIntegerField(default=1)
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        """Give the number of the company's row."""
        return str(self.company_id)


class Away(models.Model):
    """When one of a company's people cannot meet.

    Attributes
    ----------
    person : Person or None
        None: nobody of the company can.
    spans : list of list of str
        Date, start and end as ISO text in the mission's time zone; start and end are empty for a whole day.
    reason : str
        For the organiser's desk alone.
    """

    availability = models.ForeignKey(Availability, on_delete=models.CASCADE, related_name="away")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.CASCADE, related_name="away")
    spans = models.JSONField(default=list)
    reason = models.CharField(max_length=300, default="", blank=True)

    class Meta:
        """In the order of entry; each person once."""

        ordering = ("availability", "pk")
        constraints = (
            models.UniqueConstraint(fields=("availability", "person"), name="away_once"),
            models.UniqueConstraint(
                fields=("availability",), condition=models.Q(person=None), name="away_as_a_whole_once"
            ),
        )

    def __str__(self) -> str:
        """Give the number of the person's row."""
        return str(self.person_id)

    @property
    def times(self) -> list[Time]:
        """The spans, read."""
        return [
            Time(date.fromisoformat(day), *(time.fromisoformat(text) if text else None for text in ends))
            for day, *ends in self.spans
        ]
