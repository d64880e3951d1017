"""Missions and their parts for tests, each valid unless a test says otherwise."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.companies import Company, Side
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission, Settings
from karvan.mission.opportunities import Opportunity, OpportunityKind
from karvan.mission.requests import FixedMeeting, MeetingRequest, RequestLevel
from karvan.mission.resources import Absence, Interpreter, Table, TravelTime

DAY, NEXT = date(2025, 12, 3), date(2025, 12, 4)
MOSCOW = ZoneInfo("Europe/Moscow")

SETTINGS = Settings(
    title=LocalisedText.of(en="Mission"),
    start_date=DAY,
    end_date=NEXT,
    time_zone="Europe/Moscow",
    visiting_country="IR",
    host_country="RU",
)


def clock(text: str) -> time:
    return time.fromisoformat(text)


def moment(text: str, day: date = DAY, zone: ZoneInfo = MOSCOW) -> datetime:
    return datetime.combine(day, clock(text), zone)


def visitor(code: str, **given: Any) -> Company:
    return Company(code=code, side=Side.VISITOR, name=LocalisedText.of(en=code), **{"languages": ("fa",), **given})


def host(code: str, **given: Any) -> Company:
    return Company(code=code, side=Side.HOST, name=LocalisedText.of(en=code), **{"languages": ("ru",), **given})


def block(start: str, end: str, kind: BlockKind = BlockKind.MEETINGS, **given: Any) -> ProgrammeBlock:
    return ProgrammeBlock(**{"date": DAY, "start": clock(start), "end": clock(end), "kind": kind, **given})


def offer(company: str, text: str = "", **given: Any) -> Opportunity:
    return Opportunity(company=company, kind=OpportunityKind.OFFER, text=text, **given)


def need(company: str, text: str = "", **given: Any) -> Opportunity:
    return Opportunity(company=company, kind=OpportunityKind.NEED, text=text, **given)


def request(company: str, counterpart: str, level: RequestLevel = RequestLevel.WANT, **given: Any) -> MeetingRequest:
    return MeetingRequest(company=company, counterpart=counterpart, level=level, **given)


def fixed(company: str, counterpart: str, start: str = "", day: date | None = DAY, **given: Any) -> FixedMeeting:
    return FixedMeeting(
        company=company, counterpart=counterpart, date=day, start=clock(start) if start else None, **given
    )


def absence(who: str, start: str = "", end: str = "", day: date = DAY) -> Absence:
    return Absence(who=who, date=day, start=clock(start) if start else None, end=clock(end) if end else None)


def interpreter(code: str, languages: tuple[str, ...] = ("fa", "ru"), **given: Any) -> Interpreter:
    return Interpreter(code=code, name=code, languages=languages, **given)


def tables(*names: str) -> tuple[Table, ...]:
    """Give tables by their names, ``hall/1``."""
    return tuple(Table(venue=name.partition("/")[0], table=name.partition("/")[2]) for name in names)


def way(origin: str, destination: str, minutes: int) -> TravelTime:
    return TravelTime(origin=origin, destination=destination, minutes=minutes)


COMPANIES = (visitor("V01"), visitor("V02"), host("H01"), host("H02"))


def mission(*blocks: ProgrammeBlock, **given: Any) -> Mission:
    """Give a mission of two companies a side; what is given replaces its parts, or its settings' parts."""
    of_settings = {name: given.pop(name) for name in list(given) if name in Settings.__slots__}
    settings = replace(SETTINGS, **of_settings)
    return Mission(**{"settings": settings, "companies": COMPANIES, "blocks": blocks, **given})
