"""Writes about places on visits."""

from __future__ import annotations

from datetime import datetime
from itertools import count
from typing import Any

from django.db import IntegrityError, transaction

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.blocks.actions import touched
from karvan.web.blocks.bridge import plan_of
from karvan.web.blocks.models import ProgrammeBlock
from karvan.web.companies.models import Company
from karvan.web.errors import NotFoundError
from karvan.web.visits.bridge import clash_with, may_choose
from karvan.web.visits.errors import VisitClashError, VisitFullError
from karvan.web.visits.models import NoVisits, VisitPlace


@transaction.atomic
def take_place(
    company: Company, block: ProgrammeBlock, *, by: User, at: datetime, on_behalf_of: str = ""
) -> VisitPlace:
    """Give a company's place on a visit: first come, first served.

    Raises
    ------
    NotFoundError
        If the visit is not its to choose.
    VisitFullError
        If every place is taken.
    VisitClashError
        If the company is bound at that time, or has taken another visit then.

    Notes
    -----
    The mission is locked meanwhile; should anybody pass that by, the database still gives no place twice.
    """
    mission = touched(company.mission, by=by, at=at)
    rows = list(mission.blocks.all())
    index = next((i for i, row in enumerate(rows) if row.pk == block.pk), None)
    if index is None or not may_choose(rows[index], company):
        raise NotFoundError
    taken = set(VisitPlace.objects.filter(company=company).values_list("block", flat=True))
    if (
        clash_with(plan_of(mission), company.code, index, [i for i, row in enumerate(rows) if row.pk in taken])
        is not None
    ):
        raise VisitClashError
    place = _new_place(rows[index], company, by=by, at=at)
    NoVisits.objects.filter(company=company).delete()
    _record("visit-taken", company, rows[index], by=by, at=at, on_behalf_of=on_behalf_of)
    return place


def _new_place(block: ProgrammeBlock, company: Company, *, by: User, at: datetime) -> VisitPlace:
    """Give the free place with the lowest number, or the one that the company has already."""
    known = {place.number: place for place in VisitPlace.objects.filter(block=block)}
    own = next((place for place in known.values() if place.company_id == company.pk), None)
    number = next(n for n in count(1) if n not in known)
    if own is None and block.capacity is not None and (number > block.capacity or len(known) >= block.capacity):
        raise VisitFullError
    try:
        with transaction.atomic():
            return own or VisitPlace.objects.create(
                block=block, number=number, company=company, taken_at=at, taken_by=by
            )
    except IntegrityError as error:
        raise VisitFullError from error


@transaction.atomic
def leave_place(company: Company, block: ProgrammeBlock, *, by: User, at: datetime, on_behalf_of: str = "") -> None:
    """Give a company's place on a visit free."""
    touched(company.mission, by=by, at=at)
    if not VisitPlace.objects.filter(company=company, block=block).delete()[0]:
        raise NotFoundError
    _record("visit-left", company, block, by=by, at=at, on_behalf_of=on_behalf_of)


@transaction.atomic
def refuse_visits(company: Company, *, is_refusing: bool, by: User, at: datetime, on_behalf_of: str = "") -> None:
    """Say that a company goes on no visit, or that it may after all; places that it has stay."""
    touched(company.mission, by=by, at=at)
    if is_refusing:
        NoVisits.objects.get_or_create(company=company, defaults={"said_at": at, "said_by": by})
    else:
        NoVisits.objects.filter(company=company).delete()
    action = "visits-refused" if is_refusing else "visits-refused-no-more"
    _record(action, company, None, by=by, at=at, on_behalf_of=on_behalf_of)


def _record(action: str, company: Company, block: ProgrammeBlock | None, **signed: Any) -> None:
    subject = f"{company.code} {block.date} {block.start:%H:%M}" if block else company.code
    record_event(action, mission=company.mission, subject=subject, side=company.side, **signed)
