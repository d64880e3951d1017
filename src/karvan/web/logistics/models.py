"""The table of journeys: personal data of those who travel or receive."""

from __future__ import annotations

from django.db import models

from karvan.web.companies.models import Person
from karvan.web.logistics.enums import Visa


class Journey(models.Model):
    """What the desk needs to know of one person to bring them there and back.

    Attributes
    ----------
    arrives_at, departs_at : datetime or None
        In the mission's time zone when shown.
    revision : int
        Raised by every change.
    """

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="journey")
    passport_number = models.CharField(max_length=40, blank=True, default="")
    passport_expires_on = models.DateField(null=True, blank=True)
    visa = models.CharField(max_length=12, choices=Visa.choices, default=Visa.UNKNOWN)
    visa_until = models.DateField(null=True, blank=True)
    arrives_at = models.DateTimeField(null=True, blank=True)
    arrival_flight = models.CharField(max_length=40, blank=True, default="")
    departs_at = models.DateTimeField(null=True, blank=True)
    departure_flight = models.CharField(max_length=40, blank=True, default="")
    hotel = models.CharField(max_length=200, blank=True, default="")
    badge_name = models.CharField(max_length=200, blank=True, default="")
    emergency_name = models.CharField(max_length=200, blank=True, default="")
    emergency_phone = models.CharField(max_length=60, blank=True, default="")
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    def __str__(self) -> str:
        """Give the number of the person: no name is written to a log."""
        return str(self.person_id)
