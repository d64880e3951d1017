"""Writes about calls and applications: atomic, with the actor and the time passed in."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils.crypto import salted_hmac

from karvan.mission.companies import Side
from karvan.web.accounts.models import User
from karvan.web.applications.enums import CallState
from karvan.web.applications.errors import CallClosedError, TooManyApplicationsError
from karvan.web.applications.letters import send_receipt
from karvan.web.applications.models import Application, Attempt, CallForCompanies
from karvan.web.audit.actions import record_event
from karvan.web.errors import StaleError
from karvan.web.members.models import digest_of
from karvan.web.missions.models import Mission

ATTEMPTS = 20
"""How often one place may send the public form within `WITHIN`."""

WITHIN = timedelta(hours=1)
"""The time in which attempts are counted."""


@transaction.atomic
def set_call(
    mission: Mission, *, side: Side, columns: Mapping[str, Any], revision: int, by: User, at: datetime
) -> CallForCompanies:
    """Give the call of a side: opened, or changed.

    Parameters
    ----------
    columns : mapping
        ``opens_at``, ``closes_at``, ``texts``, ``consents``.
    revision : int
        Which the writer has read; 0: there was none.

    Raises
    ------
    StaleError
        If somebody else has written in between.
    """
    call = CallForCompanies.objects.select_for_update().filter(mission=mission, side=side).first()
    if (call.revision if call else 0) != revision:
        raise StaleError
    call = call or CallForCompanies(mission=mission, side=side, consents=columns["consents"])
    if call.consents != columns["consents"]:
        call.consent_version += 1
    for name, value in columns.items():
        setattr(call, name, value)
    call.changed_at, call.revision = at, revision + 1
    call.save()
    record_event("call-changed", mission=mission, by=by, at=at, subject=str(side), side=side)
    return call


@transaction.atomic
def change_call(
    call: CallForCompanies, *, column: str, value: Any, revision: int, by: User, at: datetime
) -> CallForCompanies:
    """Give the call with other questions, or another questionnaire of the assessment.

    Raises
    ------
    StaleError
        If somebody else has written in between.
    """
    columns = {column: value, "revision": revision + 1, "changed_at": at}
    if CallForCompanies.objects.filter(pk=call.pk, revision=revision).update(**columns) != 1:
        raise StaleError
    record_event(f"{column}-changed", mission=call.mission, by=by, at=at, subject=call.side, side=call.side)
    call.refresh_from_db()
    return call


def count_attempt(address: str, *, at: datetime) -> None:
    """Count that somebody sends the public form from a network address; older counts are thrown away.

    Raises
    ------
    TooManyApplicationsError
        If it has been too often within the last hour.
    """
    digest = salted_hmac("karvan.web.applications", address, algorithm="sha256").hexdigest()
    Attempt.objects.filter(at__lte=at - WITHIN).delete()
    if Attempt.objects.filter(address=digest).count() >= ATTEMPTS:
        raise TooManyApplicationsError
    Attempt.objects.create(address=digest, at=at)


@transaction.atomic
def apply(
    call: CallForCompanies, *, columns: Mapping[str, Any], consent: str, lang: str, site: str, at: datetime
) -> tuple[Application, str]:
    """Give the new application of a company and its private link; a letter with the link goes out once it is written.

    Parameters
    ----------
    columns : mapping
        What the company wrote, by column.
    consent : str
        The words to which it agreed.
    site : str
        Where the link leads: scheme and host, without a slash at the end.

    Raises
    ------
    CallClosedError
        If the call is not open at this time.
    """
    if call.state(at) is not CallState.OPEN:
        raise CallClosedError
    mission = Mission.objects.select_for_update().get(pk=call.mission_id)
    last = mission.applications.aggregate(last=Max("number"))["last"] or 0
    secret = secrets.token_urlsafe(32)
    application = Application.objects.create(
        mission=mission,
        call=call,
        number=last + 1,
        digest=digest_of(secret),
        lang=lang,
        consent_text=consent,
        consent_version=call.consent_version,
        applied_at=at,
        changed_at=at,
        **columns,
    )
    link = f"{site}/{lang}/applications/{secret}/"
    transaction.on_commit(lambda: send_receipt(application, link=link), robust=True)
    return application, link


@transaction.atomic
def change_application(application: Application, *, columns: Mapping[str, Any], revision: int, at: datetime) -> None:
    """Write what a company has changed in its application before the deadline.

    Raises
    ------
    CallClosedError
        If the deadline has passed, or it has been decided about.
    StaleError
        If it was changed elsewhere in between.
    """
    if not is_editable(application, at=at):
        raise CallClosedError
    written = dict(columns) | {"changed_at": at, "revision": revision + 1}
    if Application.objects.filter(pk=application.pk, revision=revision).update(**written) != 1:
        raise StaleError


def is_editable(application: Application, *, at: datetime) -> bool:
    """Whether the company can still change its application."""
    return application.call.state(at) is CallState.OPEN and not application.company_id
