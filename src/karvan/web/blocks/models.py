"""The tables of programme blocks."""

from __future__ import annotations

from django.db import models

from karvan.mission.blocks import BlockKind
from karvan.web.missions.models import Mission


def everybody() -> list[str]:
    """Give who takes part where nobody is named."""
    return ["*"]


class ProgrammeBlock(models.Model):
    """One block of time; see `karvan.mission.blocks.ProgrammeBlock` for what its columns mean.

    Attributes
    ----------
    position : int
        Its number within the mission, in its address too; a new block gets the next one.
    items : list of dict
        The running order of a plenary or reception: see `karvan.web.blocks.running_order`.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="blocks")
    position = models.PositiveIntegerField(default=0)
    date = models.DateField()
    start = models.TimeField()
    end = models.TimeField()
    kind = models.CharField(max_length=12, choices=[(kind.value, kind.value) for kind in BlockKind])
    titles = models.JSONField(default=dict)
    venue = models.CharField(max_length=80, default="", blank=True)
    companies = models.JSONField(default=everybody)
    capacity = models.PositiveIntegerField(null=True, blank=True)
    is_choice = models.BooleanField(default=False)
    domains = models.JSONField(default=list)
    items = models.JSONField(default=list)

    class Meta:
        """In the organiser's order."""

        ordering = ("mission", "position", "pk")
        constraints = (
            models.CheckConstraint(condition=models.Q(end__gt=models.F("start")), name="block_ends_after_start"),
        )

    def __str__(self) -> str:
        """Give the day, the time and the kind."""
        return f"{self.date} {self.start:%H:%M} {self.kind}"


class RemovedBlock(models.Model):
    """A block that was taken out of the plan and can be brought back.

    Attributes
    ----------
    contents : dict
        Its columns, dates and times as ISO text.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="removed_blocks")
    contents = models.JSONField()
    removed_at = models.DateTimeField()
    removed_by = models.CharField(max_length=200)

    class Meta:
        """Latest first."""

        ordering = ("mission", "-removed_at", "-pk")

    def __str__(self) -> str:
        """Give the day, the time and the kind."""
        return f"{self.contents['date']} {self.contents['start']} {self.contents['kind']}"
