"""Tables of meeting requests and of meetings agreed beforehand."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from karvan.mission.requests import RequestLevel, RequestStatus
from karvan.web.companies.models import Company
from karvan.web.missions.models import Mission
from karvan.web.requests.enums import Disclosure, Expiry


class MeetingRequest(models.Model):
    """One wish of one company about another; `avoid` is for the neutral desk's eyes alone.

    Attributes
    ----------
    message : str
        For the counterpart, in the words of the one who asks; of an `avoid`, for nobody but the neutral desk.
    answer : str
        The counterpart's words; for the one who asked.
    """

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="requests_sent")
    counterpart = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="requests_received")
    level = models.CharField(max_length=10, choices=[(level.value, level.value) for level in RequestLevel])
    status = models.CharField(
        max_length=10,
        choices=[(status.value, status.value) for status in RequestStatus],
        default=RequestStatus.PENDING.value,
    )
    message = models.TextField(default="", blank=True)
    answer = models.TextField(default="", blank=True)
    asked_at = models.DateTimeField()
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    expires_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """In the order of asking; each company says one thing of each other."""

        ordering = ("asked_at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("company", "counterpart"), name="request_once"),
            models.CheckConstraint(condition=~models.Q(company=models.F("counterpart")), name="request_to_another"),
        )

    def __str__(self) -> str:
        """Give the level and the two rows, without names."""
        return f"{self.level} {self.company_id} {self.counterpart_id}"


class RequestRules(models.Model):
    """How long requests wait in a mission, and what companies see of each other; without a row: the defaults.

    Attributes
    ----------
    ends : str
        Whether a request that nobody answered expires after so many days, or at the end of the phase of preferences;
        in a mission without a deadline for that phase, after the days.
    days : int
        See above.
    extensions : list of dict
        That the organiser gave more time: ``at`` it was done, ``until`` then requests wait that waited at that moment.
    website, people, contacts : str
        When the other side's are seen.
    """

    mission = models.OneToOneField(Mission, on_delete=models.CASCADE, related_name="request_rules")
    ends = models.CharField(max_length=10, choices=Expiry.choices, default=Expiry.DAYS)
    days = models.PositiveSmallIntegerField(default=7)
    extensions = models.JSONField(default=list)
    website = models.CharField(max_length=10, choices=Disclosure.choices, default=Disclosure.ALWAYS)
    people = models.CharField(max_length=10, choices=Disclosure.choices, default=Disclosure.ALWAYS)
    contacts = models.CharField(max_length=10, choices=Disclosure.choices, default=Disclosure.ACCEPTED)

    class Meta:
        """One row for each mission."""

        constraints = (models.CheckConstraint(condition=models.Q(days__gte=1), name="requests_wait_a_day"),)

    def __str__(self) -> str:
        """Give the days."""
        return str(self.days)


class FixedMeeting(models.Model):
    """A meeting that is already agreed; each given part is kept as it is."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="fixed_meetings")
    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    counterpart = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    date = models.DateField(null=True, blank=True)
    start = models.TimeField(null=True, blank=True)
    table = models.CharField(max_length=120, default="", blank=True)
    interpreter = models.CharField(max_length=40, default="", blank=True)

    class Meta:
        """In the order of entry; each pair once."""

        ordering = ("mission", "pk")
        constraints = (
            models.UniqueConstraint(fields=("mission", "company", "counterpart"), name="fixed_meeting_once"),
            models.CheckConstraint(condition=~models.Q(company=models.F("counterpart")), name="fixed_with_another"),
        )

    def __str__(self) -> str:
        """Give the two rows, without names."""
        return f"{self.company_id} {self.counterpart_id}"
