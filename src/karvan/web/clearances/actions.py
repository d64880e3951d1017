"""Writes about clearances."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.clearances.enums import ClearanceState
from karvan.web.clearances.models import Clearance
from karvan.web.companies.models import Company


@transaction.atomic
def decide_clearance(
    company: Company,
    *,
    counterpart: Company | None = None,
    state: ClearanceState,
    basis: str,
    decided_by: str,
    decided_on: date,
    valid_until: date | None = None,
    by: User,
    at: datetime,
) -> Clearance:
    """Give the new decision about a company, or about a meeting of two; earlier ones stay.

    Parameters
    ----------
    decided_by, decided_on : str, date
        Who answers for it, and when they decided.
    by, at : User, datetime
        Who enters it, and when.
    """
    first, second = company, counterpart
    if counterpart is not None and counterpart.pk < company.pk:
        first, second = counterpart, company
    row = Clearance.objects.create(
        company=first,
        counterpart=second,
        state=state,
        basis=basis,
        decided_by=decided_by,
        decided_on=decided_on,
        valid_until=valid_until,
        entered_by=by,
        entered_at=at,
    )
    codes = f"{first.code} {second.code}" if second else first.code
    side = "" if counterpart else company.side
    record_event(
        "clearance-decided",
        mission=company.mission,
        by=by,
        at=at,
        subject=codes,
        side=side,
        is_private=counterpart is not None,
        state=state.value,
    )
    return row
