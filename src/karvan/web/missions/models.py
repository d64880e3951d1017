"""Tables of missions."""

from __future__ import annotations

from django.db import models

from karvan.web.missions.enums import Phase


class Mission(models.Model):
    """One mission, as its organiser last described it.

    Attributes
    ----------
    titles : dict of str to str
        By language code; a copy out of the document, for lists.
    document : dict
        The mission's workbook: rows by sheet (see `karvan.formats.workbook.mission_tables`).
    """

    slug = models.SlugField(max_length=80, unique=True)
    titles = models.JSONField(default=dict)
    start_date = models.DateField()
    end_date = models.DateField()
    phase = models.CharField(max_length=20, choices=Phase.choices, default=Phase.PROVISIONAL)
    document = models.JSONField()
    changed_at = models.DateTimeField()
    changed_by = models.CharField(max_length=200)

    class Meta:
        """Latest first."""

        ordering = ("-start_date", "slug")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(end_date__gte=models.F("start_date")), name="mission_ends_after_start"
            ),
        )

    def __str__(self) -> str:
        """Give the address name: the same in every language."""
        return self.slug
