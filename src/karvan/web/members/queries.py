"""Reads of memberships and invitations."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from karvan.web.accounts.models import User
from karvan.web.members.errors import InvitationGoneError
from karvan.web.members.models import Invitation, Membership, digest_of
from karvan.web.missions.models import Mission

if TYPE_CHECKING:
    from django.db.models import QuerySet


def memberships_of(user: User) -> QuerySet[Membership]:
    """Missions of a person with what they are there, latest mission first; one query."""
    found = Membership.objects.filter(user=user).select_related("mission", "company", "interpreter")
    return found.order_by("-mission__start_date", "mission__slug")


def membership_in(slug: str, user: User) -> Membership | None:
    """What a person is in a mission, with the mission; None where they are nothing. One query."""
    return memberships_of(user).filter(mission__slug=slug).first()


def members_of(mission: Mission) -> QuerySet[Membership]:
    """Everybody who belongs to a mission, by name; one query."""
    return mission.memberships.select_related("user", "company", "interpreter").order_by("user__name", "pk")


def open_invitations(mission: Mission, *, at: datetime) -> QuerySet[Invitation]:
    """Invitations of a mission that can still be taken, latest first; one query."""
    found = mission.invitations.select_related("company", "interpreter", "invited_by")
    return found.filter(taken_at=None, withdrawn_at=None, expires_at__gt=at)


def invitation_with(secret: str, *, at: datetime) -> Invitation:
    """The invitation of a link; one query.

    Raises
    ------
    InvitationGoneError
        If there is none, or it was used, withdrawn, or is too old.
    """
    found = Invitation.objects.select_related("mission", "company", "interpreter", "invited_by")
    free = found.filter(digest=digest_of(secret), taken_at=None, withdrawn_at=None, expires_at__gt=at).first()
    if free is None:
        raise InvitationGoneError
    return free
