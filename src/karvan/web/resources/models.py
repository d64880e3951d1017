"""Tables of what is scarce."""

from __future__ import annotations

from django.db import models

from karvan.web.missions.models import Mission


class Table(models.Model):
    """One table of a venue, or a room that holds one meeting at a time."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="tables")
    position = models.PositiveIntegerField(default=0)
    venue = models.CharField(max_length=80)
    table = models.CharField(max_length=40)
    seats = models.PositiveSmallIntegerField(null=True, blank=True)
    titles = models.JSONField(default=dict)

    class Meta:
        """In the organiser's order; each table once."""

        ordering = ("mission", "position", "pk")
        constraints = (models.UniqueConstraint(fields=("mission", "venue", "table"), name="table_once"),)

    def __str__(self) -> str:
        """Write it as in the workbook."""
        return f"{self.venue}/{self.table}"


class TravelTime(models.Model):
    """Minutes from one venue to another; both ways unless the reverse is given too."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="travel_times")
    origin = models.CharField(max_length=80)
    destination = models.CharField(max_length=80)
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        """In the order of entry; each way once."""

        ordering = ("mission", "pk")
        constraints = (models.UniqueConstraint(fields=("mission", "origin", "destination"), name="way_once"),)

    def __str__(self) -> str:
        """Give the two venues."""
        return f"{self.origin} {self.destination}"


class Interpreter(models.Model):
    """Somebody who interprets; see `karvan.mission.resources.Interpreter` for the minutes."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="interpreters")
    position = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    languages = models.JSONField(default=list)
    max_minutes_per_day = models.PositiveSmallIntegerField(default=360)
    max_minutes_without_pause = models.PositiveSmallIntegerField(default=90)
    pause_minutes = models.PositiveSmallIntegerField(default=15)

    class Meta:
        """In the organiser's order; each code once."""

        ordering = ("mission", "position", "pk")
        constraints = (models.UniqueConstraint(fields=("mission", "code"), name="interpreter_code_once"),)

    def __str__(self) -> str:
        """Give the code."""
        return self.code


class Absence(models.Model):
    """When a company or an interpreter is away, or a table is lost; without times: all day."""

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="absences")
    who = models.CharField(max_length=120)
    date = models.DateField()
    start = models.TimeField(null=True, blank=True)
    end = models.TimeField(null=True, blank=True)
    reason = models.CharField(max_length=300, default="", blank=True)

    class Meta:
        """In the order of entry."""

        ordering = ("mission", "pk")

    def __str__(self) -> str:
        """Give who and when."""
        return f"{self.who} {self.date}"
