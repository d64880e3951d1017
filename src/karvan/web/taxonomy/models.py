"""The table of concepts that a mission adds to Karvan's own."""

from __future__ import annotations

from django.db import models

from karvan.web.missions.models import Mission


class Concept(models.Model):
    """One added concept; see `karvan.mission.concepts.AddedConcept` for what its columns mean.

    Attributes
    ----------
    labels, synonyms : dict of str to str
        By language code; synonyms separated by semicolons.
    revision : int
        Raised by every change, so that two people never overwrite each other unseen.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="concepts")
    position = models.PositiveIntegerField(default=0)
    code = models.CharField(max_length=80)
    parent = models.CharField(max_length=80)
    labels = models.JSONField(default=dict)
    synonyms = models.JSONField(default=dict)
    links = models.JSONField(default=list)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        """In the order of entry; each name once."""

        ordering = ("mission", "position", "pk")
        constraints = (models.UniqueConstraint(fields=("mission", "parent", "code"), name="concept_once"),)

    def __str__(self) -> str:
        """Give its full name."""
        return f"{self.parent}.{self.code}"
