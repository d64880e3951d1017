"""Writes about meeting requests: atomic, with the actor and the time passed in.

What is private is written to the trail as private. Whatever a "no thanks" changes for the other company is what an
ordinary withdrawal or an ordinary decline changes, and is written to the trail as one.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F

from karvan.mission.requests import RequestLevel, RequestStatus
from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.companies.models import Company
from karvan.web.errors import ExpectedError, NotFoundError
from karvan.web.missions.models import Mission
from karvan.web.requests.enums import Disclosure, Expiry
from karvan.web.requests.models import MeetingRequest, RequestRules
from karvan.web.requests.queries import Waiting, waiting_in


class ExpiredError(ExpectedError):
    """The request has waited too long; who asked can ask again."""

    code = "expired"
    status = 409


@transaction.atomic
def ask_meeting(
    company: Company,
    *,
    counterpart: Company,
    level: RequestLevel,
    message: str,
    by: User,
    at: datetime,
    on_behalf_of: str = "",
) -> MeetingRequest:
    """Give a company's request to another; one that was made before is changed.

    Parameters
    ----------
    level : RequestLevel
        `MUST` or `WANT`; for `AVOID` see `avoid_company`.

    Notes
    -----
    A changed wish keeps its answer; one that has expired, or was declined, waits anew.
    """
    waiting = waiting_in(company.mission_id)
    found = MeetingRequest.objects.select_for_update().filter(company=company, counterpart=counterpart).first()
    row = found or MeetingRequest(company=company, counterpart=counterpart, asked_at=at, asked_by=by)
    is_kept = found is not None and _still_stands(found, waiting, at)
    if not is_kept:
        row.status, row.answer, row.answered_at, row.answered_by = RequestStatus.PENDING.value, "", None, None
        row.asked_at, row.asked_by = at, by
        row.expires_at = None if waiting.phase_ends_at else waiting.end_for(at)
    row.level, row.message = level.value, message
    row.save()
    _after("request-made", company, counterpart, by=by, at=at, on_behalf_of=on_behalf_of)
    return row


def _still_stands(row: MeetingRequest, waiting: Waiting, at: datetime) -> bool:
    """Whether a request waits or was accepted: then asking again changes the words alone."""
    is_waiting = row.status == RequestStatus.PENDING and waiting.end_of(row) > at
    return row.level != RequestLevel.AVOID and (is_waiting or row.status == RequestStatus.ACCEPTED)


@transaction.atomic
def withdraw_wish(company: Company, *, counterpart: Company, by: User, at: datetime, on_behalf_of: str = "") -> None:
    """Take back what a company said about another: a request, or that it does not want to meet it."""
    row = MeetingRequest.objects.select_for_update().filter(company=company, counterpart=counterpart).first()
    if row is None:
        raise NotFoundError
    is_private = row.level == RequestLevel.AVOID
    row.delete()
    action = "avoid-lifted" if is_private else "request-withdrawn"
    _after(action, company, counterpart, by=by, at=at, on_behalf_of=on_behalf_of, is_private=is_private)


@transaction.atomic
def avoid_company(
    company: Company, *, counterpart: Company, message: str = "", by: User, at: datetime, on_behalf_of: str = ""
) -> MeetingRequest:
    """Give the wish of a company not to meet another: absolute, and for the neutral desk's eyes alone.

    Parameters
    ----------
    message : str
        Why; likewise.

    Notes
    -----
    A request that the company itself had made is withdrawn, and one that it had accepted is declined: to the other
    company both look as they do without a "no thanks". One that still waits goes on waiting until it expires.
    """
    mine = MeetingRequest.objects.filter(company=company, counterpart=counterpart)
    signed: dict[str, Any] = {"by": by, "at": at, "on_behalf_of": on_behalf_of}
    if mine.exclude(level=RequestLevel.AVOID).exists():
        _after("request-withdrawn", company, counterpart, **signed)
    theirs = MeetingRequest.objects.filter(
        company=counterpart, counterpart=company, status=RequestStatus.ACCEPTED
    ).exclude(level=RequestLevel.AVOID)
    if theirs.update(status=RequestStatus.DECLINED, answer="", answered_at=at, answered_by=by):
        _after("request-declined", company, counterpart, **signed)
    mine.delete()
    row = MeetingRequest.objects.create(
        company=company,
        counterpart=counterpart,
        level=RequestLevel.AVOID.value,
        status=RequestStatus.ACCEPTED.value,
        message=message,
        asked_at=at,
        asked_by=by,
    )
    _after("avoid-made", company, counterpart, **signed, is_private=True)
    return row


@transaction.atomic
def answer_request(
    company: Company,
    *,
    asker: Company,
    is_accepted: bool,
    answer: str,
    by: User,
    at: datetime,
    on_behalf_of: str = "",
) -> MeetingRequest:
    """Give a request that was made to a company, accepted or declined; an answer can be changed.

    Raises
    ------
    NotFoundError
        If there is none, or the company has said that it does not want to meet who asks.
    ExpiredError
        If it has waited too long.
    """
    rows = MeetingRequest.objects.select_for_update().exclude(level=RequestLevel.AVOID)
    row = rows.filter(company=asker, counterpart=company).first()
    avoids = MeetingRequest.objects.filter(company=company, counterpart=asker, level=RequestLevel.AVOID)
    if row is None or avoids.exists():
        raise NotFoundError
    if row.status == RequestStatus.PENDING and waiting_in(company.mission_id).end_of(row) <= at:
        raise ExpiredError
    row.status = (RequestStatus.ACCEPTED if is_accepted else RequestStatus.DECLINED).value
    row.answer, row.answered_at, row.answered_by = answer, at, by
    row.save(update_fields=["status", "answer", "answered_at", "answered_by"])
    action = "request-accepted" if is_accepted else "request-declined"
    _after(action, company, asker, by=by, at=at, on_behalf_of=on_behalf_of)
    return row


@transaction.atomic
def set_request_rules(
    mission: Mission, *, ends: Expiry, days: int, shows: dict[str, Disclosure], by: User, at: datetime
) -> None:
    """Set how long requests wait, and when companies see which part of each other.

    Parameters
    ----------
    ends, days : Expiry, int
        See `RequestRules`.
    shows : dict
        `website`, `people` and `contacts`.
    """
    RequestRules.objects.update_or_create(mission=mission, defaults={"ends": ends, "days": days} | shows)
    record_event("request-rules-set", mission=mission, by=by, at=at)


@transaction.atomic
def extend_requests(mission: Mission, *, until: datetime, by: User, at: datetime) -> None:
    """Give all requests that wait for an answer more time; those that have expired stay as they are."""
    RequestRules.objects.get_or_create(mission=mission)
    rules = RequestRules.objects.select_for_update().get(mission=mission)
    rules.extensions = [*rules.extensions, {"at": at.isoformat(), "until": until.isoformat()}]
    rules.save(update_fields=["extensions"])
    record_event("requests-extended", mission=mission, by=by, at=at)


@transaction.atomic
def take_extension_back(mission: Mission, *, made_at: str, by: User, at: datetime) -> None:
    """Take back the additional time that was given at a moment, written as it is stored."""
    rules = RequestRules.objects.select_for_update().filter(mission=mission).first()
    kept = [row for row in rules.extensions if row["at"] != made_at] if rules else []
    if rules is None or kept == rules.extensions:
        raise NotFoundError
    rules.extensions = kept
    rules.save(update_fields=["extensions"])
    record_event("requests-extension-taken-back", mission=mission, by=by, at=at)


def _after(
    action: str,
    company: Company,
    counterpart: Company,
    *,
    by: User,
    at: datetime,
    on_behalf_of: str,
    is_private: bool = False,
) -> None:
    """Raise the mission's revision, and write the trail."""
    Mission.objects.filter(pk=company.mission_id).update(revision=F("revision") + 1)
    record_event(
        action,
        mission=company.mission,
        by=by,
        at=at,
        subject=f"{company.code} {counterpart.code}",
        side=company.side,
        on_behalf_of=on_behalf_of,
        is_private=is_private,
    )
