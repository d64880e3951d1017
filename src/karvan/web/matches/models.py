"""Tables of suggestions and of what the neutral desk decided about pairs."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from karvan.web.companies.models import Company
from karvan.web.matches.enums import Choice
from karvan.web.missions.models import Mission


class SuggestionList(models.Model):
    """When a mission's suggestions were made, and from what.

    Attributes
    ----------
    mission_revision : int
        That of the mission which the suggestions hold for; a later one means that they may be out of date.
    """

    mission = models.OneToOneField(Mission, on_delete=models.CASCADE, related_name="suggestion_list")
    mission_revision = models.PositiveIntegerField()
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        """Give the mission's row and revision."""
        return f"{self.mission_id} {self.mission_revision}"


class Suggestion(models.Model):
    """A visitor and a host that fit each other.

    Attributes
    ----------
    company, counterpart : Company
        The visitor, and the host.
    score : float
        0..1: the chance of a good meeting.
    domains : list of str
        The domains that the reasons have in common, for the filter.
    reasons, against : list
        As in ``karvan/suggestions`` files: see `karvan.formats.suggestions_json`.
    """

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    counterpart = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    score = models.FloatField()
    domains = models.JSONField(default=list)
    reasons = models.JSONField(default=list)
    against = models.JSONField(default=list)

    class Meta:
        """Best first; each pair once."""

        ordering = ("-score", "pk")
        constraints = (models.UniqueConstraint(fields=("company", "counterpart"), name="suggestion_once"),)

    def __str__(self) -> str:
        """Give the two rows, without names."""
        return f"{self.company_id} {self.counterpart_id}"


class MatchDecision(models.Model):
    """What the neutral desk decided about a visitor and a host; for its eyes alone.

    Attributes
    ----------
    reason : str
        Why, in the words of whoever decided.
    revision : int
        Raised by every decision, so that two people never overwrite each other unseen.
    """

    company = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    counterpart = models.ForeignKey(Company, on_delete=models.CASCADE, related_name="+")
    choice = models.CharField(max_length=10, choices=Choice.choices)
    reason = models.TextField(default="", blank=True)
    decided_at = models.DateTimeField()
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        """Latest first; each pair once."""

        ordering = ("-decided_at", "-pk")
        constraints = (models.UniqueConstraint(fields=("company", "counterpart"), name="match_decision_once"),)

    def __str__(self) -> str:
        """Give the choice and the two rows, without names."""
        return f"{self.choice} {self.company_id} {self.counterpart_id}"
