"""What is open to whoever reads the start page of a mission, and the one thing to do next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from karvan.languages import say
from karvan.web.access import Capability, Seat
from karvan.web.companies.models import Company
from karvan.web.duties.queries import Owed, owed_by_own
from karvan.web.duties.words import PLACES, say_owed
from karvan.web.missions.enums import Phase
from karvan.web.missions.phases import Activity, is_open
from karvan.web.requests.queries import wishes_of

C = Capability

DESK_STEPS: dict[Phase, tuple[str, Capability]] = {
    Phase.REGISTRATION: ("applications", C.ASSESS),
    Phase.PREFERENCES: ("matches", C.READ_MATCHES),
    Phase.SCHEDULING: ("drafts", C.READ_DRAFT),
    Phase.PROVISIONAL: ("drafts", C.READ_DRAFT),
    Phase.FINAL: ("releases", C.READ_ALL_AGENDAS),
    Phase.LIVE: ("first-day", C.READ_PROGRAMME),
    Phase.FOLLOW_UP: ("releases", C.READ_ALL_AGENDAS),
}
"""Where the organiser's team works in a phase, and who of it may go there."""

RELEASED = (Phase.PROVISIONAL, Phase.FINAL, Phase.LIVE, Phase.FOLLOW_UP)
"""Phases in which a programme is out."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that its reader can do now.

    Attributes
    ----------
    text : str
        In the reader's language.
    place : str
        The name of the address where it is done; its words are ``nav-<place>``.
    due_at : datetime or None
        Until when.
    """

    text: str
    place: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Steps:
    """The next step, and those after it.

    Attributes
    ----------
    is_owed : bool
        Whether the next one is owed; else it is only what there is to do.
    """

    next: Step | None
    then: tuple[Step, ...] = ()
    is_owed: bool = False


def steps_for(seat: Seat, at: datetime, lang: str) -> Steps:
    """Give the steps of whoever sits there; six queries at most for a company's people, none for others."""
    if seat.company is not None:
        return _of_company(seat, seat.company, at, lang)
    return Steps(next((Step(say(lang, f"step-{place}"), place) for place in _places(seat)), None))


def _of_company(seat: Seat, company: Company, at: datetime, lang: str) -> Steps:
    owes = owed_by_own(company, wishes_of(company, at), at)
    own = tuple(Step(say_owed(lang, owed), PLACES[owed.activity], owed.due_at) for owed in owes if _may_do(seat, owed))
    free = tuple(Step(say(lang, f"step-{place}"), place) for place in _places(seat))
    steps = own or free
    return Steps(steps[0] if steps else None, steps[1:], is_owed=bool(own))


def _may_do(seat: Seat, owed: Owed) -> bool:
    """Whether it is theirs to do: representatives answer requests, the rest is their manager's."""
    return seat.may(C.ASK_MEETINGS if owed.activity is Activity.REQUESTS else C.EDIT_OWN_COMPANY)


def _places(seat: Seat) -> Iterator[str]:
    """Give where somebody finds what there is to do in this phase, the best first."""
    phase = Phase(seat.mission.phase)
    if seat.company is not None:
        if is_open(seat.mission, Activity.AGENDA) and seat.may(C.READ_OWN_AGENDA):
            yield "agenda"
        if is_open(seat.mission, Activity.REQUESTS) and seat.may(C.ASK_MEETINGS):
            yield "recommended"
        yield "own-company"
    elif seat.is_organiser:
        place, capability = DESK_STEPS[phase]
        if seat.may(capability):
            yield place
    elif phase in RELEASED:
        yield "roster" if seat.may(C.READ_OWN_ROSTER) else "programme"
    yield "plan"
