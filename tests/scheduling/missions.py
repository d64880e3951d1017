"""Small missions, programmes made by hand, and a solver that gives the same answer everywhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.companies import Company, Side, TableRef
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission, Pair, Settings
from karvan.mission.opportunities import Opportunity, OpportunityKind
from karvan.mission.programme import Attendance, Meeting, PlacedLevel, Programme, Reason, Unplaced
from karvan.mission.requests import FixedMeeting, MeetingRequest, RequestLevel, RequestStatus
from karvan.mission.resources import Absence, Interpreter, Table, TravelTime
from karvan.mission.rules import Rule
from karvan.scheduling.draw_up import Drawn, draw_up
from karvan.scheduling.referee import check
from karvan.scheduling.stop import Limits

DAY = date(2025, 12, 3)
"""The first day of every mission; days are counted from it."""

SETTINGS = Settings(
    title=LocalisedText.of(en="Mission"),
    start_date=DAY,
    end_date=DAY + timedelta(days=2),
    time_zone="Europe/Moscow",
    visiting_country="IR",
    host_country="RU",
    languages=("en",),
)

SIDES = {"V": Side.VISITOR, "H": Side.HOST}


def day(number: int) -> date:
    return DAY + timedelta(days=number)


def clock(text: str) -> time:
    return time.fromisoformat(text)


def company(code: str, **given: Any) -> Company:
    """Give a company that speaks English; its side is its code's first letter."""
    given = {"side": SIDES[code[0]], "name": LocalisedText.of(en=code), "languages": ("en",)} | given
    if "home_table" in given:
        given["home_table"] = ref(given["home_table"])
    return Company(code=code, **given)


def ref(written: str) -> TableRef:
    venue, _, table = written.rpartition("/")
    return TableRef(venue, table)


def block(hours: str, number: int = 0, kind: str = "meetings", *, title: str = "", **given: Any) -> ProgrammeBlock:
    """Give a block at ``09:00-10:05`` on a day; meetings are in the hall unless told otherwise."""
    start, end = hours.split("-")
    given = {"venue": "hall" if kind == "meetings" else ""} | given
    return ProgrammeBlock(
        date=day(number),
        start=clock(start),
        end=clock(end),
        kind=BlockKind(kind),
        title=LocalisedText.of(en=title),
        **given,
    )


def visit(hours: str, number: int = 0, **given: Any) -> ProgrammeBlock:
    """Give a visit that companies choose."""
    return block(hours, number, "visit", **({"is_choice": True, "title": "Plant"} | given))


def tables(*written: str) -> tuple[Table, ...]:
    return tuple(Table(venue=t.venue, table=t.table) for t in map(ref, written))


def request(level: str, a: str, b: str, status: str = "accepted") -> MeetingRequest:
    return MeetingRequest(company=a, counterpart=b, level=RequestLevel(level), status=RequestStatus(status))


def must(a: str, b: str, status: str = "accepted") -> MeetingRequest:
    return request("must", a, b, status)


def want(a: str, b: str, status: str = "accepted") -> MeetingRequest:
    return request("want", a, b, status)


def avoid(a: str, b: str) -> MeetingRequest:
    return request("avoid", a, b)


def fixed(a: str, b: str, number: int | None = None, start: str = "", table: str = "", by: str = "") -> FixedMeeting:
    return FixedMeeting(
        company=a,
        counterpart=b,
        date=None if number is None else day(number),
        start=clock(start) if start else None,
        table=ref(table) if table else None,
        interpreter=by,
    )


def away(who: str, number: int = 0, hours: str = "-") -> Absence:
    start, end = (clock(text) if text else None for text in hours.split("-"))
    return Absence(who=who, date=day(number), start=start, end=end)


def interpreter(code: str = "I1", languages: str = "fa ru", **given: Any) -> Interpreter:
    return Interpreter(code=code, name=code, languages=tuple(languages.split()), **given)


def offer(code: str, *domains: str) -> Opportunity:
    return Opportunity(company=code, kind=OpportunityKind.OFFER, text="…", domains=domains)


def way(origin: str, destination: str, minutes: int) -> TravelTime:
    return TravelTime(origin=origin, destination=destination, minutes=minutes)


def mission(*companies: str | Company, settings: Mapping[str, Any] | None = None, **given: Any) -> Mission:
    """Give a mission of companies with one block of three slots (09:00, 09:35, 10:10) and two tables."""
    found = tuple(company(c) if isinstance(c, str) else c for c in companies or ("V1", "H1"))
    given = {"blocks": (block("09:00-10:40"),), "tables": tables("hall/1", "hall/2")} | given
    return Mission(settings=replace(SETTINGS, **(settings or {})), companies=found, **given)


def two_languages(*companies: str) -> tuple[Company, ...]:
    """Give companies of which visitors speak Persian and hosts Russian."""
    return tuple(company(code, languages=("fa",) if code[0] == "V" else ("ru",)) for code in companies)


def at(given: Mission, start: str, number: int = 0) -> datetime:
    return datetime.combine(day(number), clock(start), given.settings.zone)


def meeting(given: Mission, names: str, start: str = "09:00", number: int = 0, **more: Any) -> Meeting:
    """Give a meeting ``V1-H1`` of the usual length, in the hall at table 1 unless told otherwise."""
    a, b = names.split("-")
    begins = at(given, start, number)
    values = {"venue": "hall", "table": "1", "end": begins + timedelta(minutes=given.settings.slot_minutes)} | more
    return Meeting(company=a, counterpart=b, start=begins, **values)


def attendances(given: Mission, visits: Mapping[str, Iterable[str]]) -> list[Attendance]:
    """Give what a programme says of its blocks; visits by title name those who go."""
    return [
        Attendance(
            kind=block.kind,
            title=block.title,
            start=datetime.combine(block.date, block.start, given.settings.zone),
            end=datetime.combine(block.date, block.end, given.settings.zone),
            venue=block.venue,
            companies=tuple(visits.get(block.title.best(), ()))
            if block.is_assigned
            else tuple(code for code in given.company if given.takes_part(block, code)),
        )
        for block in given.blocks
        if block.kind is not BlockKind.MEETINGS
    ]


def programme(given: Mission, *meetings: Meeting, visits: Mapping[str, Iterable[str]] | None = None) -> Programme:
    """Give a programme of meetings that accounts for every pair that was asked for."""
    met = {m.pair for m in meetings}
    rows = attendances(given, visits or {})
    asked = dict.fromkeys((*(row.pair for row in given.fixed), *given.requested))
    return Programme(
        status="feasible",
        meetings=meetings,
        visits=tuple(a for a in rows if a.kind is BlockKind.VISIT),
        blocks=tuple(a for a in rows if a.kind is not BlockKind.VISIT),
        unplaced=tuple(unplaced(pair) for pair in asked if pair not in met),
    )


def unplaced(pair: Pair, **given: Any) -> Unplaced:
    a, b = sorted(pair)
    values = {"level": PlacedLevel.WANT, "reasons": (Reason("table"),)} | given
    return Unplaced(company=a, counterpart=b, **values)


def pair(names: str) -> Pair:
    return frozenset(names.split("-"))


def steady(iterations: int | None = 300) -> Limits:
    """Give a stop rule that knows no clock, so that answers are the same everywhere."""
    return Limits(clock=lambda: 0.0, iterations=iterations)


def draw(given: Mission, scores: Mapping[str, float] | None = None, *, seed: int = 0) -> Drawn:
    """Draw up a programme with one worker; scores are written ``{"V1-H1": 0.5}``."""
    by_pair = {pair(names): score for names, score in (scores or {}).items()}
    return draw_up(given, by_pair, stop=steady(), seed=seed, workers=1)


def placed(drawn: Drawn) -> list[str]:
    """Give the pairs that meet, after the referee has found nothing."""
    assert drawn.violations == ()
    return sorted(f"{m.company}-{m.counterpart}" for m in drawn.programme.meetings)


def status(given: Mission) -> str:
    return draw(given).programme.status


def starts(drawn: Drawn) -> list[str]:
    """Give when and whom, in order of time."""
    assert drawn.violations == ()
    return [f"{m.start:%H:%M} {m.company}-{m.counterpart}" for m in drawn.programme.meetings]


def broken(given: Mission, made: Programme) -> list[tuple[Rule, tuple[str, ...]]]:
    """Give the rules that a programme breaks, and for whom."""
    return [(violation.rule, violation.who) for violation in check(given, made)]
