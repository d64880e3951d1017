"""Writes about memberships and invitations."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from karvan.web.accounts.actions import create_account
from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.companies.models import Company
from karvan.web.members.enums import Desk, Role
from karvan.web.members.errors import InvitationGoneError, LastOwnerError, NotOwnAccountError
from karvan.web.members.letters import send_invitation
from karvan.web.members.models import Invitation, Membership, digest_of
from karvan.web.missions.models import Mission
from karvan.web.resources.models import Interpreter

LASTS = timedelta(days=14)
"""How long an invitation can be taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """What somebody is to be in a mission.

    Attributes
    ----------
    desk, company, interpreter : Desk, Company, Interpreter, optional
        What the role needs: see `Membership`.
    """

    role: Role
    desk: Desk | None = None
    company: Company | None = None
    interpreter: Interpreter | None = None

    @property
    def columns(self) -> dict[str, object]:
        """The columns of a membership or an invitation."""
        return {
            "role": self.role,
            "desk": self.desk or "",
            "company": self.company,
            "interpreter": self.interpreter,
        }


@transaction.atomic
def add_member(mission: Mission, user: User, *, post: Post, by: User, at: datetime) -> Membership:
    """Give the membership of a person in a mission, in place of one that they had there.

    Raises
    ------
    LastOwnerError
        If it took the mission's last owner away.
    """
    before = Membership.objects.filter(mission=mission, user=user).first()
    if before is not None and post.role is not Role.OWNER:
        _require_another_owner(before)
    columns = post.columns | {"joined_at": at}
    membership, _ = Membership.objects.update_or_create(mission=mission, user=user, defaults=columns)
    record_event("member-added", mission=mission, by=by, at=at, person=user, role=post.role.value)
    return membership


@transaction.atomic
def remove_member(membership: Membership, *, by: User, at: datetime) -> None:
    """Take somebody out of a mission; their account, and what they did, stay.

    Raises
    ------
    LastOwnerError
        If they are its last owner.
    """
    _require_another_owner(membership)
    mission, user = membership.mission, membership.user
    membership.delete()
    record_event("member-removed", mission=mission, by=by, at=at, person=user, role=membership.role)


def _require_another_owner(membership: Membership) -> None:
    """Refuse to take its last owner from a mission."""
    owners = Membership.objects.select_for_update().filter(mission=membership.mission, role=Role.OWNER)
    if membership.role == Role.OWNER and not owners.exclude(pk=membership.pk).exists():
        raise LastOwnerError


@transaction.atomic
def invite(
    mission: Mission | None,
    *,
    email: str,
    name: str,
    lang: str,
    post: Post,
    site: str,
    by: User,
    at: datetime,
    on_behalf_of: str = "",
) -> tuple[Invitation, str]:
    """Give an invitation and its link; the letter goes out once everything is written.

    Parameters
    ----------
    mission : Mission or None
        None: to set up missions of this installation.
    site : str
        Where the link leads: scheme and host, without a slash at the end.
    """
    secret = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        mission=mission,
        email=email.strip().lower(),
        name=name,
        lang=lang,
        digest=digest_of(secret),
        invited_by=by,
        invited_at=at,
        expires_at=at + LASTS,
        **post.columns,
    )
    record_event(
        "member-invited",
        mission=mission,
        by=by,
        at=at,
        subject=str(invitation.pk),
        role=post.role.value,
        on_behalf_of=on_behalf_of,
    )
    link = f"{site}/{lang}/invitations/{secret}/"
    transaction.on_commit(lambda: send_invitation(invitation, link=link), robust=True)
    return invitation, link


@transaction.atomic
def withdraw_invitation(invitation: Invitation, *, by: User, at: datetime) -> None:
    """Make the link of an invitation useless."""
    if Invitation.objects.filter(pk=invitation.pk, taken_at=None, withdrawn_at=None).update(withdrawn_at=at) != 1:
        raise InvitationGoneError
    mission = invitation.mission
    record_event("invitation-withdrawn", mission=mission, by=by, at=at, subject=str(invitation.pk))


@transaction.atomic
def take_invitation(
    invitation: Invitation, *, at: datetime, user: User | None = None, name: str = "", password: str | None = None
) -> User:
    """Give the account of whoever takes an invitation, now with what it offered.

    Parameters
    ----------
    user : User, optional
        Who is signed in. None: an account is made with the name and password given.

    Raises
    ------
    InvitationGoneError
        If the link was used, withdrawn, or is too old.
    NotOwnAccountError
        If it is for another address than the user's, or for an account that must sign in first.
    """
    free = Invitation.objects.filter(pk=invitation.pk, taken_at=None, withdrawn_at=None, expires_at__gt=at)
    if free.update(taken_at=at) != 1:
        raise InvitationGoneError
    if user is None and User.objects.filter(email=invitation.email).exists():
        raise NotOwnAccountError
    taker = user or create_account(invitation.email, name=name, lang=invitation.lang, at=at, password=password)
    if taker.email != invitation.email:
        raise NotOwnAccountError
    if invitation.mission is None:
        taker.is_administrator = True
        taker.save(update_fields=["is_administrator"])
        record_event("administrator-added", by=invitation.invited_by, at=at, person=taker)
    else:
        post = _post_of(invitation)
        add_member(invitation.mission, taker, post=post, by=invitation.invited_by, at=at)
    return taker


def _post_of(invitation: Invitation) -> Post:
    return Post(
        role=Role(invitation.role),
        desk=Desk(invitation.desk) if invitation.desk else None,
        company=invitation.company,
        interpreter=invitation.interpreter,
    )
