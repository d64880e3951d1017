"""Reads of meeting requests: each company's own view of them, in which nobody's "no thanks" can be told.

A request to a company that does not want to meet the asker looks to the asker like any other that nobody has answered:
it waits, and then it expires.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from karvan.mission.requests import RequestLevel, RequestStatus
from karvan.web.companies.models import Company
from karvan.web.missions.models import Mission
from karvan.web.requests.enums import Disclosure
from karvan.web.requests.models import MeetingRequest, RequestRules

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class SeenRequest:
    """A request as one of its two companies sees it.

    Attributes
    ----------
    other : Company
        The other one of the two.
    level : str
        What the asker said to the organiser; empty for the company that was asked.
    expires_at : datetime
        Until when it waits for an answer.
    answer : str
        What the company that was asked said; empty until then.
    """

    other: Company
    level: str
    status: str
    message: str
    answer: str
    asked_at: datetime
    expires_at: datetime

    @property
    def is_pending(self) -> bool:
        """Whether it waits for an answer."""
        return self.status == RequestStatus.PENDING


@dataclass(frozen=True, slots=True)
class Wishes:
    """All that one company has to do with requests.

    Attributes
    ----------
    avoided : tuple of Company
        Those that it does not want to meet: for its own people's eyes and the neutral desk's.
    """

    received: tuple[SeenRequest, ...]
    sent: tuple[SeenRequest, ...]
    avoided: tuple[Company, ...]

    @property
    def to_answer(self) -> tuple[SeenRequest, ...]:
        """Those that wait for this company's answer."""
        return tuple(request for request in self.received if request.is_pending)

    def about(self, code: str) -> Relation:
        """Give what there is between this company and another."""
        return Relation(
            sent=next((request for request in self.sent if request.other.code == code), None),
            received=next((request for request in self.received if request.other.code == code), None),
            is_avoided=any(company.code == code for company in self.avoided),
        )


@dataclass(frozen=True, slots=True)
class Relation:
    """What there is between a company and one other, as the company sees it."""

    sent: SeenRequest | None = None
    received: SeenRequest | None = None
    is_avoided: bool = False

    @property
    def is_accepted(self) -> bool:
        """Whether one has asked and the other agreed."""
        return any(seen and seen.status == RequestStatus.ACCEPTED for seen in (self.sent, self.received))

    @property
    def word(self) -> str:
        """The end of ``relation-<word>``: what a list says of the other company; empty: nothing."""
        if self.is_avoided:
            return "avoided"
        if self.is_accepted:
            return "accepted"
        if self.received and self.received.is_pending:
            return "asks-us"
        return f"sent-{self.sent.status}" if self.sent else ""


def rules_of(mission: Mission) -> RequestRules:
    """The rules of a mission, the defaults where nobody has set any; one query."""
    return RequestRules.objects.filter(mission=mission).first() or RequestRules(mission=mission)


def days_of(company: Company) -> int:
    """For how many days requests wait in a company's mission; one query."""
    rules = RequestRules.objects.filter(mission=company.mission_id).first()
    return (rules or RequestRules()).days


def expiry_of(row: MeetingRequest, days: int) -> datetime:
    """Until when a request waits."""
    return row.expires_at or row.asked_at + timedelta(days=days)


def wishes_of(company: Company, at: datetime) -> Wishes:
    """What a company's people see of requests, the latest first; two queries.

    Notes
    -----
    Only the company's own "no thanks" is ever told. Where the other company has said it, an answer that would
    bind is not shown, and a request waits until it expires.
    """
    rows = list(_rows_of(company))
    days = days_of(company)
    avoid = [row for row in rows if row.level == RequestLevel.AVOID]
    avoided = {row.counterpart_id for row in avoid if row.company_id == company.pk}
    avoiding = {row.company_id for row in avoid if row.counterpart_id == company.pk}
    ordinary = [row for row in rows if row.level != RequestLevel.AVOID]
    received = [row for row in ordinary if row.counterpart_id == company.pk and row.company_id not in avoided]
    sent = [row for row in ordinary if row.company_id == company.pk]
    return Wishes(
        received=tuple(_seen(row, row.company, at, days, is_hidden=row.company_id in avoiding) for row in received),
        sent=tuple(
            _seen(row, row.counterpart, at, days, level=row.level, is_hidden=row.counterpart_id in avoiding)
            for row in sent
        ),
        avoided=tuple(row.counterpart for row in avoid if row.company_id == company.pk),
    )


def _rows_of(company: Company) -> QuerySet[MeetingRequest]:
    rows = MeetingRequest.objects.filter(Q(company=company) | Q(counterpart=company))
    return rows.select_related("company", "counterpart").order_by("-asked_at", "pk")


def _seen(
    row: MeetingRequest, other: Company, at: datetime, days: int, *, is_hidden: bool, level: str = ""
) -> SeenRequest:
    """Give a request as somebody sees it; `is_hidden`: the other company does not want to meet them."""
    status = row.status
    if is_hidden and status == RequestStatus.ACCEPTED:
        status = RequestStatus.PENDING
    expires_at = expiry_of(row, days)
    if status == RequestStatus.PENDING and expires_at <= at:
        status = RequestStatus.EXPIRED
    answer = "" if status in {RequestStatus.PENDING, RequestStatus.EXPIRED} else row.answer
    return SeenRequest(other, level, status, row.message, answer, row.asked_at, expires_at)


def is_disclosed(disclosure: str, *, is_accepted: bool) -> bool:
    """Whether a part of another company's profile is seen."""
    return disclosure == Disclosure.ALWAYS or (disclosure == Disclosure.ACCEPTED and is_accepted)


@dataclass(frozen=True, slots=True)
class Counts:
    """How many requests a company has: of them, nobody's "no thanks" is one.

    Attributes
    ----------
    owed : int
        Received ones that wait for an answer.
    """

    sent: int = 0
    received: int = 0
    accepted: int = 0
    owed: int = 0


def request_counts(mission: Mission, companies: Iterable[Company], at: datetime) -> dict[int, Counts]:
    """Counts of requests by company, for the organiser's team; two queries.

    Notes
    -----
    Counted from what was asked and answered alone: the same numbers whether or not somebody said "no thanks".
    """
    days = rules_of(mission).days
    found = {company.pk: [0, 0, 0, 0] for company in companies}
    rows = MeetingRequest.objects.filter(company__mission=mission).exclude(level=RequestLevel.AVOID)
    for row in rows:
        is_owed = row.status == RequestStatus.PENDING and expiry_of(row, days) > at
        is_accepted = row.status == RequestStatus.ACCEPTED
        _add(found, row.company_id, (1, 0, int(is_accepted), 0))
        _add(found, row.counterpart_id, (0, 1, int(is_accepted), int(is_owed)))
    return {pk: Counts(*numbers) for pk, numbers in found.items()}


def _add(found: dict[int, list[int]], pk: int, numbers: tuple[int, ...]) -> None:
    if pk in found:
        found[pk] = [a + b for a, b in zip(found[pk], numbers, strict=True)]
