"""Tables of memberships."""

from __future__ import annotations

import hashlib

from django.conf import settings
from django.db import models
from django.db.models import Q

from karvan.web.companies.models import Company
from karvan.web.members.enums import COMPANY_ROLES, ORGANISERS, Desk, Role
from karvan.web.missions.models import Mission
from karvan.web.resources.models import Interpreter


class Membership(models.Model):
    """What one person is in one mission: the only source of what they may do there.

    Attributes
    ----------
    desk : str
        For the organiser's team: the neutral desk or a side; empty for others.
    company : Company or None
        For a company's people.
    interpreter : Interpreter or None
        For an interpreter.
    """

    mission = models.ForeignKey(Mission, on_delete=models.CASCADE, related_name="memberships")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    desk = models.CharField(max_length=10, choices=Desk.choices, default="", blank=True)
    company = models.ForeignKey(Company, null=True, blank=True, on_delete=models.CASCADE, related_name="memberships")
    interpreter = models.ForeignKey(
        Interpreter, null=True, blank=True, on_delete=models.CASCADE, related_name="memberships"
    )
    joined_at = models.DateTimeField()

    class Meta:
        """In the order of joining; everybody has one role in a mission."""

        ordering = ("mission", "joined_at", "pk")
        constraints = (
            models.UniqueConstraint(fields=("mission", "user"), name="membership_once"),
            models.CheckConstraint(
                condition=Q(role__in=ORGANISERS, desk__gt="") | (~Q(role__in=ORGANISERS) & Q(desk="")),
                name="membership_desk_of_organisers",
            ),
            models.CheckConstraint(
                condition=Q(role__in=COMPANY_ROLES, company__isnull=False)
                | (~Q(role__in=COMPANY_ROLES) & Q(company__isnull=True)),
                name="membership_company_of_its_people",
            ),
            models.CheckConstraint(
                condition=Q(role=Role.INTERPRETER, interpreter__isnull=False)
                | (~Q(role=Role.INTERPRETER) & Q(interpreter__isnull=True)),
                name="membership_interpreter_themselves",
            ),
        )

    def __str__(self) -> str:
        """Give the role."""
        return self.role


class Invitation(models.Model):
    """An offer of a membership, sent by mail as a link; whoever has the link can take it once.

    Attributes
    ----------
    digest : str
        SHA-256 of the link's secret; the secret itself is nowhere but in the letter.
    mission : Mission or None
        None: to set up missions of this installation.
    """

    mission = models.ForeignKey(Mission, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations")
    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=200)
    lang = models.CharField(max_length=8)
    role = models.CharField(max_length=20, choices=Role.choices)
    desk = models.CharField(max_length=10, choices=Desk.choices, default="", blank=True)
    company = models.ForeignKey(Company, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations")
    interpreter = models.ForeignKey(
        Interpreter, null=True, blank=True, on_delete=models.CASCADE, related_name="invitations"
    )
    digest = models.CharField(max_length=64, unique=True)
    invited_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    invited_at = models.DateTimeField()
    expires_at = models.DateTimeField()
    taken_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        """Latest first."""

        ordering = ("-invited_at", "-pk")

    def __str__(self) -> str:
        """Give the role."""
        return self.role


def digest_of(secret: str) -> str:
    """Give what is kept of the secret of a link."""
    return hashlib.sha256(secret.encode()).hexdigest()
