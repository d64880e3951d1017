"""A company's agenda and an interpreter's roster: what happens to one, day by day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from karvan.formats.readers import Day, Item, Reader
from karvan.mission.companies import Side
from karvan.mission.programme import Attendance, Meeting, Programme
from karvan.mission.resources import Interpreter


@dataclass(frozen=True, slots=True, kw_only=True)
class Party:
    """A company that one meets."""

    code: str
    name: str
    own_name: str
    city: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Stop:
    """One thing of an agenda or roster; a meeting has parties, a visit or block has a title.

    Attributes
    ----------
    languages : str
        What can be spoken without an interpreter, as a list in the reader's language.
    """

    kind: str
    start: datetime
    end: datetime
    place: str
    title: str = ""
    parties: tuple[Party, ...] = ()
    interpreter: str = ""
    interpreter_name: str = ""
    languages: str = ""


@dataclass(frozen=True, slots=True)
class AgendaDay:
    """One day of an agenda, in order of time."""

    date: date
    stops: tuple[Stop, ...]


@dataclass(frozen=True, slots=True)
class CompanyPage:
    """A company and its agenda."""

    code: str
    name: str
    own_name: str
    side: Side
    city: str
    country: str
    languages: str
    meetings: int
    visits: int
    days: tuple[AgendaDay, ...]


def company_page(reader: Reader, programme: Programme, code: str) -> CompanyPage:
    """Give a company with everything that it does."""
    company = reader.mission.company[code]
    days = reader.itinerary(programme, code)
    return CompanyPage(
        code=code,
        name=reader.name(code),
        own_name=reader.own_name(code),
        side=company.side,
        city=company.city,
        country=reader.country(company.side),
        languages=reader.languages(reader.mission.languages_of[code]),
        meetings=len(programme.meetings_of(code)),
        visits=sum(code in visit.companies for visit in programme.visits),
        days=_agenda_days(reader, days, code),
    )


def _agenda_days(reader: Reader, days: tuple[Day, ...], code: str) -> tuple[AgendaDay, ...]:
    """Turn a company's days (or, with an empty code, an interpreter's) into what the page shows."""
    return tuple(AgendaDay(day, tuple(_stop(reader, item, code) for item in items)) for day, items in days)


def _stop(reader: Reader, item: Item, code: str) -> Stop:
    return _block(reader, item) if isinstance(item, Attendance) else _meeting(reader, item, code)


def _block(reader: Reader, block: Attendance) -> Stop:
    return Stop(
        kind=block.kind.value,
        start=reader.local(block.start),
        end=reader.local(block.end),
        place=reader.place(block.venue),
        title=reader.what(block),
    )


def _meeting(reader: Reader, meeting: Meeting, code: str) -> Stop:
    others = (meeting.other(code),) if code else (meeting.company, meeting.counterpart)
    known = reader.mission.interpreter.get(meeting.interpreter)
    return Stop(
        kind="meetings",
        start=reader.local(meeting.start),
        end=reader.local(meeting.end),
        place=reader.place(meeting.venue, meeting.table),
        parties=tuple(_party(reader, other) for other in others),
        interpreter=meeting.interpreter,
        interpreter_name=known.name if known else "",
        languages=reader.shared_languages(meeting.company, meeting.counterpart),
    )


def _party(reader: Reader, code: str) -> Party:
    return Party(code=code, name=reader.name(code), own_name=reader.own_name(code), city=reader.city(code))


@dataclass(frozen=True, slots=True)
class Load:
    """How long an interpreter works on a day."""

    date: date
    meetings: int
    minutes: int


@dataclass(frozen=True, slots=True)
class RosterPage:
    """An interpreter and all their meetings."""

    code: str
    name: str
    languages: str
    max_minutes: int
    meetings: int
    loads: tuple[Load, ...]
    days: tuple[AgendaDay, ...]

    @property
    def minutes(self) -> int:
        """Minutes of all days."""
        return sum(load.minutes for load in self.loads)


def rosters(reader: Reader, programme: Programme) -> tuple[RosterPage, ...]:
    """Give every interpreter's roster, in the organiser's order."""
    return tuple(roster(reader, programme, code) for code in reader.mission.interpreter)


def roster(reader: Reader, programme: Programme, code: str) -> RosterPage:
    """Give the roster of one interpreter."""
    interpreter: Interpreter = reader.mission.interpreter[code]
    own = tuple(m for m in programme.meetings if m.interpreter == code)
    days = reader.days(own)
    return RosterPage(
        code=code,
        name=interpreter.name,
        languages=reader.languages(interpreter.languages),
        max_minutes=interpreter.max_minutes_per_day,
        meetings=len(own),
        loads=tuple(Load(day, len(items), _minutes(items)) for day, items in days),
        days=_agenda_days(reader, days, ""),
    )


def _minutes(items: tuple[Item, ...]) -> int:
    return sum((item.end - item.start for item in items), timedelta()) // timedelta(minutes=1)
