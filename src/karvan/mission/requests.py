"""Who wants to meet whom, who does not, and what was agreed beforehand."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import date, time

from karvan.mission.companies import TableRef


class RequestLevel(enum.StrEnum):
    """How much a company wants a meeting; `avoid` is absolute and known to the organiser alone."""

    MUST = "must"
    WANT = "want"
    AVOID = "avoid"


class RequestStatus(enum.StrEnum):
    """What the other side said; only accepted requests bind."""

    PENDING = "pending"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingRequest:
    """One wish of one company about another."""

    company: str
    counterpart: str
    level: RequestLevel
    status: RequestStatus = RequestStatus.ACCEPTED
    message: str = ""

    @property
    def pair(self) -> frozenset[str]:
        """The two companies, whoever asked."""
        return frozenset((self.company, self.counterpart))

    @property
    def is_binding(self) -> bool:
        """Whether it asks for a meeting and the other side agreed."""
        return self.level is not RequestLevel.AVOID and self.status is RequestStatus.ACCEPTED


@dataclass(frozen=True, slots=True, kw_only=True)
class FixedMeeting:
    """A meeting that is already agreed; each given part is kept as it is."""

    company: str
    counterpart: str
    date: date | None = None
    start: time | None = None
    table: TableRef | None = None
    interpreter: str = ""

    @property
    def pair(self) -> frozenset[str]:
        """The two companies."""
        return frozenset((self.company, self.counterpart))
