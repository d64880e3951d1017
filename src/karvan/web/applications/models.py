"""Tables of calls, applications, assessments and decisions."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from karvan.mission.companies import CompanySize, Side
from karvan.web.applications.enums import DECIDED, CallState, Outcome
from karvan.web.companies.models import Company
from karvan.web.missions.models import Mission


class CallForCompanies(models.Model):
    """The invitation to one side's companies to apply, with what they are asked.

    Attributes
    ----------
    texts, consents : dict of str to str
        By language code.
    consent_version : int
        Raised whenever the consent's words change: every application says to which it agreed.
    questions : list of dict
        The organiser's own: ``code``, ``kind``, ``is_required``, ``labels`` by language, and of a choice ``choices``, a
        list of labels by language.
    readiness : dict
        The questionnaire of the assessment, as in ``readiness.toml``.
    """

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="calls")
    side = models.CharField(max_length=10, choices=[(side.value, side.value) for side in Side])
    opens_at = models.DateTimeField()
    closes_at = models.DateTimeField()
    texts = models.JSONField(default=dict)
    consents = models.JSONField(default=dict)
    consent_version = models.PositiveIntegerField(default=1)
    questions = models.JSONField(default=list)
    readiness = models.JSONField(default=dict)
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        """One of each side."""

        ordering = ("mission", "-side")
        constraints = (
            models.UniqueConstraint(fields=("mission", "side"), name="call_once_of_a_side"),
            models.CheckConstraint(condition=Q(closes_at__gt=F("opens_at")), name="call_closes_after_it_opens"),
        )

    def __str__(self) -> str:
        """Give the side."""
        return self.side

    def state(self, at: datetime) -> CallState:
        """Whether companies can apply at a time."""
        if at < self.opens_at:
            return CallState.SOON
        return CallState.OPEN if at < self.closes_at else CallState.CLOSED


class Application(models.Model):
    """What one company wrote when it applied.

    Attributes
    ----------
    number : int
        Counts within the mission.
    digest : str
        SHA-256 of the secret of its private link; the secret itself is nowhere but in the letter.
    lang : str
        In which it was written: letters about it are too.
    answers : dict of str to str
        By the code of the question.
    consent_text, consent_version : str, int
        To what it agreed.
    company : Company or None
        The company that an acceptance made of it; it stays, whatever is decided later.
    """

    mission = models.ForeignKey(Mission, on_delete=models.PROTECT, related_name="applications")
    call = models.ForeignKey(CallForCompanies, on_delete=models.PROTECT, related_name="applications")
    number = models.PositiveIntegerField()
    digest = models.CharField(max_length=64, unique=True)
    lang = models.CharField(max_length=8)
    names = models.JSONField(default=dict)
    country = models.CharField(max_length=2)
    city = models.CharField(max_length=200, default="", blank=True)
    size = models.CharField(
        max_length=10, choices=[(size.value, size.value) for size in CompanySize], default="", blank=True
    )
    website = models.CharField(max_length=300, default="", blank=True)
    contact_name = models.CharField(max_length=200)
    contact_email = models.EmailField(max_length=254)
    offer = models.TextField(default="", blank=True)
    need = models.TextField(default="", blank=True)
    answers = models.JSONField(default=dict)
    consent_text = models.TextField()
    consent_version = models.PositiveIntegerField()
    applied_at = models.DateTimeField()
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.WAITING)
    company = models.OneToOneField(Company, null=True, blank=True, on_delete=models.PROTECT, related_name="application")
    revision = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()

    class Meta:
        """In the order of coming."""

        ordering = ("mission", "number")
        constraints = (models.UniqueConstraint(fields=("mission", "number"), name="application_number_once"),)

    def __str__(self) -> str:
        """Give the number: the same in every language."""
        return str(self.number)


class Assessment(models.Model):
    """How ready one assessor finds an applicant.

    Attributes
    ----------
    grades, notes : dict
        0..4, and why, by the code of the criterion.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="assessments")
    assessor = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    grades = models.JSONField(default=dict)
    notes = models.JSONField(default=dict)
    assessed_at = models.DateTimeField()

    class Meta:
        """Everybody assesses an applicant once, and may change it."""

        ordering = ("application", "assessed_at", "pk")
        constraints = (models.UniqueConstraint(fields=("application", "assessor"), name="assessment_once"),)

    def __str__(self) -> str:
        """Give the number of the application."""
        return str(self.application_id)


class Decision(models.Model):
    """One decision about an application; a later one does not erase it.

    Attributes
    ----------
    reason : str
        For the organiser's team; what the company reads is the letter.
    letter_subject, letter_text, letter_sent_at : str, str, datetime or None
        The letter as it went out.
    """

    application = models.ForeignKey(Application, on_delete=models.CASCADE, related_name="decisions")
    outcome = models.CharField(max_length=10, choices=[(each.value, each.label) for each in DECIDED])
    reason = models.TextField(default="", blank=True)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField()
    letter_subject = models.CharField(max_length=300, default="", blank=True)
    letter_text = models.TextField(default="", blank=True)
    letter_sent_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Latest first."""

        ordering = ("application", "-decided_at", "-pk")

    def __str__(self) -> str:
        """Give the outcome."""
        return self.outcome


class Attempt(models.Model):
    """That somebody sent the public form from an address; kept for an hour.

    Attributes
    ----------
    address : str
        A keyed digest of the network address, not the address.
    """

    address = models.CharField(max_length=64)
    at = models.DateTimeField()

    class Meta:
        """In the order of coming."""

        ordering = ("at", "pk")
        indexes = (models.Index(fields=("address", "at"), name="attempt_of_an_address"),)

    def __str__(self) -> str:
        """Give when."""
        return self.at.isoformat()
