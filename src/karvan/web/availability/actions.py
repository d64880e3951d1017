"""Writes about companies' time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.availability.models import Availability, Away
from karvan.web.blocks.actions import touched
from karvan.web.companies.models import Company
from karvan.web.errors import StaleError


@transaction.atomic
def give_availability(
    company: Company,
    away: Mapping[int | None, Mapping[str, Any]],
    *,
    revision: int,
    by: User,
    at: datetime,
    on_behalf_of: str = "",
) -> Availability:
    """Give what a company says now of its people's time, in the place of what it said before.

    Parameters
    ----------
    away : mapping
        ``spans`` and ``reason`` (see `Away`) by the key of the person; None: of all. Empty ones are left out.
    revision : int
        Of what the writer has seen; 0: nothing.

    Raises
    ------
    StaleError
        If somebody else has said something since.
    """
    mission = touched(company.mission, by=by, at=at)
    row = Availability.objects.filter(company=company).first()
    if (row.revision if row else 0) != revision:
        raise StaleError
    given = {"revision": revision + 1, "given_at": at, "given_by": by}
    row, _ = Availability.objects.update_or_create(company=company, defaults=given)
    row.away.all().delete()
    Away.objects.bulk_create(
        Away(availability=row, person_id=person, spans=said["spans"], reason=said["reason"])
        for person, said in away.items()
        if said["spans"] or said["reason"]
    )
    _record("availability-given", mission, company, by=by, at=at, on_behalf_of=on_behalf_of)
    return row


@transaction.atomic
def forget_availability(company: Company, *, revision: int, by: User, at: datetime, on_behalf_of: str = "") -> None:
    """Take back that a company has said anything of its time.

    Raises
    ------
    StaleError
        If somebody else has said something since.
    """
    mission = touched(company.mission, by=by, at=at)
    if not Availability.objects.filter(company=company, revision=revision).delete()[0]:
        raise StaleError
    _record("availability-taken-back", mission, company, by=by, at=at, on_behalf_of=on_behalf_of)


def _record(action: str, mission: Any, company: Company, **signed: Any) -> None:
    record_event(action, mission=mission, subject=company.code, side=company.side, **signed)
