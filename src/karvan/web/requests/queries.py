"""Reads of meeting requests: each company's own view of them, in which nobody's "no thanks" can be told.

A request to a company that does not want to meet the asker looks to the asker like any other that nobody has answered:
it waits, and then it expires.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.db.models import Q

from karvan.mission.requests import RequestLevel, RequestStatus
from karvan.web.companies.models import Company
from karvan.web.missions.enums import Phase
from karvan.web.missions.models import Mission
from karvan.web.missions.phases import ends_at
from karvan.web.requests.enums import Disclosure, Expiry
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


@dataclass(frozen=True, slots=True)
class Waiting:
    """How long the requests of a mission wait; that one has expired is never written, it follows from the time.

    Attributes
    ----------
    days : int
        For how many days.
    phase_ends_at : datetime or None
        Where requests wait until the phase of preferences ends: when that is.
    extensions : tuple of (datetime, datetime)
        When the organiser gave more time, and until when.
    """

    days: int
    phase_ends_at: datetime | None = None
    extensions: tuple[tuple[datetime, datetime], ...] = ()

    def end_of(self, row: MeetingRequest) -> datetime:
        """Give until when a request waits; more time helps those that still waited when it was given."""
        end = row.expires_at or self.end_for(row.asked_at)
        for made_at, until in self.extensions:
            if row.asked_at <= made_at < end < until:
                end = until
        return end

    def end_for(self, asked_at: datetime) -> datetime:
        """Give until when a request waits that is made at a time."""
        is_before = self.phase_ends_at is not None and asked_at < self.phase_ends_at
        return self.phase_ends_at if is_before and self.phase_ends_at else asked_at + timedelta(days=self.days)


def waiting_in(mission: int) -> Waiting:
    """How long requests wait in the mission of a key; one query."""
    stored = Mission.objects.select_related("request_rules").get(pk=mission)
    rules = getattr(stored, "request_rules", None) or RequestRules(mission=stored)
    return Waiting(
        rules.days,
        ends_at(stored, Phase.PREFERENCES) if rules.ends == Expiry.PHASE else None,
        tuple((datetime.fromisoformat(row["at"]), datetime.fromisoformat(row["until"])) for row in rules.extensions),
    )


def wishes_of(company: Company, at: datetime) -> Wishes:
    """What a company's people see of requests, the latest first; two queries.

    Notes
    -----
    Only the company's own "no thanks" is ever told. Where the other company has said it, an answer that would
    bind is not shown, and a request waits until it expires.
    """
    rows = list(_rows_of(company))
    waiting = waiting_in(company.mission_id)
    avoid = [row for row in rows if row.level == RequestLevel.AVOID]
    avoided = {row.counterpart_id for row in avoid if row.company_id == company.pk}
    avoiding = {row.company_id for row in avoid if row.counterpart_id == company.pk}
    ordinary = [row for row in rows if row.level != RequestLevel.AVOID]
    received = [row for row in ordinary if row.counterpart_id == company.pk and row.company_id not in avoided]
    sent = [row for row in ordinary if row.company_id == company.pk]
    return Wishes(
        received=tuple(_seen(row, row.company, at, waiting, is_hidden=row.company_id in avoiding) for row in received),
        sent=tuple(
            _seen(row, row.counterpart, at, waiting, level=row.level, is_hidden=row.counterpart_id in avoiding)
            for row in sent
        ),
        avoided=tuple(row.counterpart for row in avoid if row.company_id == company.pk),
    )


def _rows_of(company: Company) -> QuerySet[MeetingRequest]:
    rows = MeetingRequest.objects.filter(Q(company=company) | Q(counterpart=company))
    return rows.select_related("company", "counterpart").order_by("-asked_at", "pk")


def _seen(
    row: MeetingRequest, other: Company, at: datetime, waiting: Waiting, *, is_hidden: bool, level: str = ""
) -> SeenRequest:
    """Give a request as somebody sees it; `is_hidden`: the other company does not want to meet them."""
    status = row.status
    if is_hidden and status == RequestStatus.ACCEPTED:
        status = RequestStatus.PENDING
    expires_at = waiting.end_of(row)
    if status == RequestStatus.PENDING and expires_at <= at:
        status = RequestStatus.EXPIRED
    answer = "" if status in {RequestStatus.PENDING, RequestStatus.EXPIRED} else row.answer
    return SeenRequest(other, level, status, row.message, answer, row.asked_at, expires_at)


def no_thanks_in(mission: Mission) -> QuerySet[MeetingRequest]:
    """Who does not want to meet whom, the latest first, for the neutral desk alone; one query."""
    rows = MeetingRequest.objects.filter(company__mission=mission, level=RequestLevel.AVOID)
    return rows.select_related("company", "counterpart", "asked_by").order_by("-asked_at", "pk")


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
    owed_until : datetime or None
        When the first of them expires.
    """

    sent: int = 0
    received: int = 0
    accepted: int = 0
    owed: int = 0
    owed_until: datetime | None = None


def request_counts(mission: Mission, companies: Iterable[Company], at: datetime) -> dict[int, Counts]:
    """Counts of requests by company, for the organiser's team; two queries.

    Notes
    -----
    Counted from what was asked and answered alone: the same numbers whether or not somebody said "no thanks".
    """
    waiting = waiting_in(mission.pk)
    found = {company.pk: [0, 0, 0, 0] for company in companies}
    ends: dict[int, list[datetime]] = defaultdict(list)
    rows = MeetingRequest.objects.filter(company__mission=mission).exclude(level=RequestLevel.AVOID)
    for row in rows:
        end = waiting.end_of(row)
        is_owed = row.status == RequestStatus.PENDING and end > at
        if is_owed:
            ends[row.counterpart_id].append(end)
        is_accepted = row.status == RequestStatus.ACCEPTED
        _add(found, row.company_id, (1, 0, int(is_accepted), 0))
        _add(found, row.counterpart_id, (0, 1, int(is_accepted), int(is_owed)))
    return {
        pk: Counts(sent, received, accepted, owed, min(ends[pk], default=None))
        for pk, (sent, received, accepted, owed) in found.items()
    }


def _add(found: dict[int, list[int]], pk: int, numbers: tuple[int, ...]) -> None:
    if pk in found:
        found[pk] = [a + b for a, b in zip(found[pk], numbers, strict=True)]
