"""What each phase of a mission opens, closes and expects, and until when it lasts: all of it in this one place."""

from __future__ import annotations

import enum
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from karvan.web.missions.enums import Phase
from karvan.web.missions.models import Mission


class Activity(enum.StrEnum):
    """What somebody can do in some phases and not in others; its words are ``activity-<value>``."""

    PROFILE = "profile"
    REQUESTS = "requests"
    AVAILABILITY = "availability"
    VISITS = "visits"
    AGENDA = "agenda"
    JOURNEYS = "journeys"
    CLEARANCES = "clearances"
    DECISIONS = "decisions"


A = Activity


@dataclass(frozen=True, slots=True)
class Opening:
    """What holds in one phase.

    Attributes
    ----------
    opens : tuple of Activity
        What companies can do by themselves; on their behalf the organiser can do it in every phase.
    expects : tuple of Activity
        What is to be done by the end of the phase: whoever has not done it owes it.
    """

    opens: tuple[Activity, ...]
    expects: tuple[Activity, ...]


OPENINGS: dict[Phase, Opening] = {
    Phase.REGISTRATION: Opening((A.PROFILE,), (A.PROFILE, A.DECISIONS)),
    Phase.PREFERENCES: Opening(
        (A.PROFILE, A.REQUESTS, A.AVAILABILITY, A.VISITS),
        (A.REQUESTS, A.PROFILE, A.AVAILABILITY, A.VISITS, A.JOURNEYS, A.CLEARANCES, A.DECISIONS),
    ),
    Phase.SCHEDULING: Opening((A.PROFILE,), (A.JOURNEYS, A.CLEARANCES)),
    Phase.PROVISIONAL: Opening((A.PROFILE, A.AGENDA, A.AVAILABILITY), (A.JOURNEYS, A.CLEARANCES)),
    Phase.FINAL: Opening((A.PROFILE, A.AGENDA), (A.JOURNEYS, A.CLEARANCES)),
    Phase.LIVE: Opening((A.AGENDA,), (A.CLEARANCES,)),
    Phase.FOLLOW_UP: Opening((A.AGENDA,), ()),
}
"""By phase. The order of `Opening.expects` is the order in which somebody had best do it."""

OF_THE_DESK = frozenset({A.CLEARANCES, A.DECISIONS})
"""What the organiser owes and not the company: no letter reminds of it."""


def opening_of(mission: Mission) -> Opening:
    """Give what holds in the phase of a mission."""
    return OPENINGS[Phase(mission.phase)]


def is_open(mission: Mission, activity: Activity) -> bool:
    """Whether companies can do something by themselves now."""
    return activity in opening_of(mission).opens


def next_phase(phase: Phase) -> Phase | None:
    """Give the phase that follows another one, or None after the last."""
    phases = list(Phase)
    following = phases[phases.index(phase) + 1 :]
    return following[0] if following else None


def last_day(mission: Mission, phase: Phase) -> date | None:
    """Give the last day of a phase, where the organiser has set one."""
    written = mission.deadlines.get(phase.value)
    return date.fromisoformat(written) if written else None


def ends_at(mission: Mission, phase: Phase) -> datetime | None:
    """Give the moment at which a phase is to end: midnight after its last day, in the mission's time zone."""
    day = last_day(mission, phase)
    return midnight_after(mission, day) if day else None


def midnight_after(mission: Mission, day: date) -> datetime:
    """Give the end of a day in the time zone of a mission."""
    return datetime.combine(day + timedelta(days=1), time.min, ZoneInfo(mission.time_zone))


@dataclass(frozen=True, slots=True)
class OnLine:
    """A phase on the line of phases.

    Attributes
    ----------
    state : str
        ``done``, ``now`` or ``later``.
    """

    phase: Phase
    state: str
    last_day: date | None


def phase_line(mission: Mission) -> list[OnLine]:
    """Give all phases of a mission: done, now, and later."""
    phases = list(Phase)
    reached = phases.index(Phase(mission.phase))
    states = ["done"] * reached + ["now"] + ["later"] * (len(phases) - reached - 1)
    return [OnLine(phase, state, last_day(mission, phase)) for phase, state in zip(phases, states, strict=True)]


def revision_of(deadlines: Mapping[str, str]) -> int:
    """Give a sign of what the deadlines are: forms carry it, so that nobody overwrites what they have not seen."""
    return zlib.crc32(json.dumps(deadlines, sort_keys=True).encode())
