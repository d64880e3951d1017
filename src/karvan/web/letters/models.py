"""The table of letters' texts."""

from __future__ import annotations

from django.db import models

from karvan.web.letters.enums import LetterName
from karvan.web.missions.models import Mission


class LetterText(models.Model):
    """An organiser's own words for a letter, in the place of ours.

    Attributes
    ----------
    revision : int
        Raised by every change, so that two people never overwrite each other unseen.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="letter_texts")
    name = models.CharField(max_length=40, choices=LetterName.choices)
    lang = models.CharField(max_length=8)
    subject = models.CharField(max_length=300)
    text = models.TextField()
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        """Each once in a language."""

        ordering = ("mission", "name", "lang")
        constraints = (models.UniqueConstraint(fields=("mission", "name", "lang"), name="letter_text_once"),)

    def __str__(self) -> str:
        """Give the name of the letter."""
        return self.name
