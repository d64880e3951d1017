"""Tables of companies, their people, their offers and needs."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from karvan.mission.companies import CompanyKind, CompanySize, Side
from karvan.mission.opportunities import OpportunityKind, Stage
from karvan.web.companies.enums import Standing
from karvan.web.missions.models import Mission


class Company(models.Model):
    """One organisation of either side; see `karvan.mission.companies.Company` for what its columns mean.

    Attributes
    ----------
    names, descriptions : dict of str to str
        By language code.
    home_table : str
        As in the workbook: ``venue/table``.
    revision : int
        Raised by every change, so that two people never overwrite each other unseen.
    """

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="companies")
    position = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=40)
    side = models.CharField(max_length=10, choices=[(side.value, side.value) for side in Side])
    names = models.JSONField(default=dict)
    descriptions = models.JSONField(default=dict)
    country = models.CharField(max_length=2, default="", blank=True)
    city = models.CharField(max_length=200, default="", blank=True)
    kind = models.CharField(
        max_length=20, choices=[(kind.value, kind.value) for kind in CompanyKind], default=CompanyKind.COMPANY.value
    )
    size = models.CharField(
        max_length=10, choices=[(size.value, size.value) for size in CompanySize], default="", blank=True
    )
    languages = models.JSONField(default=list)
    website = models.CharField(max_length=300, default="", blank=True)
    contact_name = models.CharField(max_length=200, default="", blank=True)
    contact_email = models.CharField(max_length=254, default="", blank=True)
    home_table = models.CharField(max_length=120, default="", blank=True)
    max_meetings_per_day = models.PositiveSmallIntegerField(null=True, blank=True)
    representatives = models.PositiveSmallIntegerField(default=1)
    standing = models.CharField(max_length=20, choices=Standing.choices, default=Standing.PARTICIPATING)
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        """In the organiser's order; each code once."""

        ordering = ("mission", "position", "code")
        constraints = (
            models.UniqueConstraint(fields=("mission", "code"), name="company_code_once"),
            models.CheckConstraint(condition=models.Q(representatives__gte=1), name="company_has_a_representative"),
        )

    def __str__(self) -> str:
        """Give the code: the same in every language."""
        return self.code


class Person(models.Model):
    """One delegate of a company.

    Attributes
    ----------
    user : User or None
        Their account, where they have one.
    """

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="people")
    position = models.PositiveIntegerField(default=0)
    names = models.JSONField(default=dict)
    role = models.CharField(max_length=200, default="", blank=True)
    email = models.CharField(max_length=254, default="", blank=True)
    languages = models.JSONField(default=list)
    is_travelling = models.BooleanField(default=True)
    is_reserve = models.BooleanField(default=False)
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="people"
    )
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        """In the company's order."""

        ordering = ("company", "position", "pk")

    def __str__(self) -> str:
        """Give any of the names."""
        return next(iter(self.names.values()), "")


class Opportunity(models.Model):
    """One offer or need of a company, in the words and language of its author."""

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="opportunities")
    position = models.PositiveIntegerField(default=0)
    kind = models.CharField(max_length=10, choices=[(kind.value, kind.value) for kind in OpportunityKind])
    title = models.CharField(max_length=300, default="", blank=True)
    text = models.TextField()
    language = models.CharField(max_length=8, default="", blank=True)
    domains = models.JSONField(default=list)
    routes = models.JSONField(default=list)
    stage = models.CharField(
        max_length=20, choices=[(stage.value, stage.value) for stage in Stage], default="", blank=True
    )
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        """In the company's order."""

        ordering = ("company", "position", "pk")

    def __str__(self) -> str:
        """Give the title, or the beginning of the text."""
        return self.title or self.text[:60]
