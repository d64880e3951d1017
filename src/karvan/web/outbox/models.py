"""Tables of the outbox."""

from __future__ import annotations

from django.db import models

from karvan.web.letters.enums import LetterName
from karvan.web.members.models import Membership
from karvan.web.outbox.enums import Problem, State
from karvan.web.programmes.models import ProgrammeVersion

TOLD_BY = (LetterName.PROGRAMME_RELEASED, LetterName.PROGRAMME_CHANGED)
"""The letters that tell of a release."""


class Letter(models.Model):
    """What one person is told of one release, on behalf of a company or as an interpreter.

    Attributes
    ----------
    number : int
        Within the release.
    membership : Membership or None
        None: a delegate or contact without an account, or somebody who has left the mission since.
    code : str
        Of the company; with `is_roster`, of the interpreter.
    since : int or None
        The release of which they were told last; None: they are told of their programme for the first time.
    changes : int
        How much differs for them since; without `since`, how much they do.
    subject, text : str
        As it went out; empty before: until then it is put together anew whenever it is read.
    state_at : datetime
        Since when it stands where it stands.
    """

    version = models.ForeignKey(ProgrammeVersion, on_delete=models.PROTECT, related_name="letters")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=40, choices=[(each.value, each.label) for each in TOLD_BY])
    membership = models.ForeignKey(Membership, null=True, on_delete=models.SET_NULL, related_name="letters")
    to_name = models.CharField(max_length=200)
    email = models.CharField(max_length=254)
    lang = models.CharField(max_length=8)
    code = models.CharField(max_length=40)
    is_roster = models.BooleanField(default=False)
    since = models.PositiveIntegerField(null=True)
    changes = models.PositiveIntegerField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.WAITING)
    state_at = models.DateTimeField()
    problem = models.CharField(max_length=12, choices=Problem.choices, default="", blank=True)
    subject = models.CharField(max_length=500, default="", blank=True)
    text = models.TextField(default="", blank=True)

    class Meta:
        """In the order of the list; each person once for each company or roster."""

        ordering = ("version", "number")
        constraints = (
            models.UniqueConstraint(fields=("version", "number"), name="letter_number_once"),
            models.UniqueConstraint(
                fields=("version", "email", "code", "is_roster"),
                condition=~models.Q(email=""),
                name="letter_to_a_person_once",
            ),
        )

    def __str__(self) -> str:
        """Give the number and the state."""
        return f"{self.number}: {self.state}"


class Seen(models.Model):
    """That somebody has seen what a release changes for them."""

    membership = models.ForeignKey(Membership, on_delete=models.CASCADE, related_name="seen")
    version = models.ForeignKey(ProgrammeVersion, on_delete=models.PROTECT, related_name="seen")
    at = models.DateTimeField()

    class Meta:
        """Latest first; each release once."""

        ordering = ("-version__number",)
        constraints = (models.UniqueConstraint(fields=("membership", "version"), name="seen_once"),)

    def __str__(self) -> str:
        """Give when."""
        return f"{self.at:%Y-%m-%d %H:%M}"
