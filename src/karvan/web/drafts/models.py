"""Tables of drafts.

Companies, tables and interpreters are named by their codes, as in a programme's file: importing a workbook puts new
rows in the place of tables, and must not tear meetings out of a draft.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from karvan.mission.programme import PlacedLevel
from karvan.web.drafts.enums import MoveKind
from karvan.web.missions.models import Mission


class Draft(models.Model):
    """A programme before its release.

    Attributes
    ----------
    source : Draft or None
        The draft that it was copied from, to try something out.
    cell_minutes : int
        The length of the cells in which resources are booked.
    visits : list of dict
        Who goes on each visit that is a choice: ``{"block": …, "companies": […]}``.
    goals : list of dict
        What the scheduler reached, and what it proved; empty once a hand has changed something.
    revision : int
        Raised by every change; whoever changes something says which one they saw.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="drafts")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    source = models.ForeignKey("self", null=True, blank=True, on_delete=models.SET_NULL, related_name="copies")
    cell_minutes = models.PositiveSmallIntegerField(default=5)
    visits = models.JSONField(default=list)
    goals = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    changed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="drafts")

    class Meta:
        """Latest first; each number once."""

        ordering = ("mission", "-number")
        constraints = (models.UniqueConstraint(fields=("mission", "number"), name="draft_number_once"),)

    def __str__(self) -> str:
        """Give the number and the name."""
        return f"{self.number}: {self.name}"


class Meeting(models.Model):
    """One meeting of a draft.

    Attributes
    ----------
    low, high : str
        The codes of the two companies in the order of the alphabet: a pair meets once, whoever comes first.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="meetings")
    company = models.CharField(max_length=40)
    counterpart = models.CharField(max_length=40)
    low = models.CharField(max_length=40)
    high = models.CharField(max_length=40)
    start = models.DateTimeField()
    end = models.DateTimeField()
    venue = models.CharField(max_length=80, default="", blank=True)
    table = models.CharField(max_length=40, default="", blank=True)
    interpreter = models.CharField(max_length=40, default="", blank=True)
    level = models.CharField(max_length=12, choices=[(level.value, level.value) for level in PlacedLevel])
    score = models.FloatField(null=True, blank=True)
    is_locked = models.BooleanField(default=False)

    class Meta:
        """In order of time; each pair once."""

        ordering = ("draft", "start", "venue", "table", "pk")
        constraints = (
            models.UniqueConstraint(fields=("draft", "low", "high"), name="draft_pair_once"),
            models.CheckConstraint(condition=Q(low__lt=F("high")), name="draft_pair_in_order"),
            models.CheckConstraint(condition=Q(end__gt=F("start")), name="draft_meeting_ends_after_start"),
        )

    def __str__(self) -> str:
        """Give the two companies."""
        return f"{self.company} – {self.counterpart}"


class Booking(models.Model):
    """One resource in one cell of time, for one meeting: what makes double booking impossible.

    Attributes
    ----------
    resource : str
        ``company/CODE/SEAT`` (as many seats as representatives), ``table/VENUE/CODE`` or ``interpreter/CODE``.
    cell : int
        Which of the cells of `Draft.cell_minutes` since 1970.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="bookings")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="bookings")
    resource = models.CharField(max_length=140)
    cell = models.PositiveIntegerField()

    class Meta:
        """Everything once."""

        constraints = (models.UniqueConstraint(fields=("draft", "resource", "cell"), name="draft_booked_once"),)

    def __str__(self) -> str:
        """Give the resource and the cell."""
        return f"{self.resource} {self.cell}"


class Move(models.Model):
    """One change to a draft, with all that is needed to take it back.

    Attributes
    ----------
    removed, added : list of dict
        The meetings that it took out and put in; one that was moved is in both.
    visits : list of list
        Who went on which visit before and after; empty where that did not change.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="moves")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=MoveKind.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="moves")
    removed = models.JSONField(default=list)
    added = models.JSONField(default=list)
    visits = models.JSONField(default=list)
    is_undone = models.BooleanField(default=False)

    class Meta:
        """Latest first; each number once."""

        ordering = ("draft", "-number")
        constraints = (models.UniqueConstraint(fields=("draft", "number"), name="draft_move_once"),)

    def __str__(self) -> str:
        """Give the number and the kind."""
        return f"{self.number} {self.kind}"
