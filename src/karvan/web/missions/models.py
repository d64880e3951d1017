"""Tables of missions."""

from __future__ import annotations

from django.db import models

from karvan.web.missions.enums import ClearanceRule, Phase


def default_languages() -> list[str]:
    """Give the languages of a mission whose organiser has named none."""
    return ["fa", "ru", "en"]


class Mission(models.Model):
    """One mission: its settings. What else is known of it lies in the tables that point to it.

    Attributes
    ----------
    titles : dict of str to str
        By language code.
    languages : list of str
        In which its texts are written, the visitors' first.
    goals : list of str
        Names of the scheduler's goals in the organiser's order.
    deadlines : dict of str to str
        The last day of a phase as ISO text, by phase; a phase that is not there has none.
    send_texts_to : str
        The only address to which a command may send texts, to have a model of sentences compare them.
    personal_data_days : int
        For how many days after its end the passports, journeys and contacts of people are kept.
    clearance_rule : str
        What a release does while somebody in it lacks clearance.
    revision : int
        Raised by every change to anything that a programme is made from.
    """

    slug = models.SlugField(max_length=80, unique=True)
    titles = models.JSONField(default=dict)
    start_date = models.DateField()
    end_date = models.DateField()
    phase = models.CharField(max_length=20, choices=Phase.choices, default=Phase.REGISTRATION)
    time_zone = models.CharField(max_length=64, default="UTC")
    visiting_country = models.CharField(max_length=2, default="", blank=True)
    host_country = models.CharField(max_length=2, default="", blank=True)
    slot_minutes = models.PositiveSmallIntegerField(default=30)
    changeover_minutes = models.PositiveSmallIntegerField(default=5)
    languages = models.JSONField(default=default_languages)
    max_meetings_per_company_per_day = models.PositiveSmallIntegerField(default=8)
    min_meetings_per_company = models.PositiveSmallIntegerField(default=0)
    body = models.CharField(max_length=300, default="", blank=True)
    session_number = models.PositiveIntegerField(null=True, blank=True)
    goals = models.JSONField(default=list)
    deadlines = models.JSONField(default=dict)
    send_texts_to = models.CharField(max_length=300, default="", blank=True)
    personal_data_days = models.PositiveSmallIntegerField(default=90)
    clearance_rule = models.CharField(max_length=10, choices=ClearanceRule.choices, default=ClearanceRule.WARN)
    revision = models.PositiveIntegerField(default=0)
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
