"""A mission to schedule by hand: two days, four tables, six companies a side, and drafts with a tray."""

from __future__ import annotations

from dataclasses import replace
from datetime import time, timedelta

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.programme import Attendance, PlacedLevel, Programme
from karvan.mission.requests import MeetingRequest, RequestLevel
from web import factory

SLUG = "workshop"
DAYS = (factory.SECOND, factory.THIRD)
PAIRS = tuple((f"V0{n}", f"H0{n}") for n in range(1, 5))
TRAY = (("V05", "H06", RequestLevel.MUST), ("V03", "H01", RequestLevel.WANT))


def make_mission():
    """Give the mission: V01 to V04 want to meet H01 to H04; H06 needs an interpreter, of whom there is one."""
    mission = factory.make_mission(6)
    blocks = tuple(
        ProgrammeBlock(date=day, start=time(10), end=time(12), kind=BlockKind.MEETINGS, venue="hall") for day in DAYS
    )
    speakers = (replace(c, languages=("fa",) if c.code == "H06" else ("en", "ru")) for c in mission.companies)
    wishes = (*((a, b, RequestLevel.WANT) for a, b in PAIRS), *TRAY)
    return replace(
        mission,
        companies=tuple(speakers),
        people=(),
        requests=tuple(MeetingRequest(company=a, counterpart=b, level=level) for a, b, level in wishes),
        blocks=blocks,
        tables=factory.tables(4),
        interpreters=mission.interpreters[:1],
        absences=(),
        fixed=(),
    )


def make_programme():
    """Give the programme: the n-th pair at the n-th table in the first slot of the first day."""
    start = factory.at(DAYS[0], 10)
    row = {"start": start, "end": start + timedelta(minutes=30), "interpreter": "", "level": PlacedLevel.WANT}
    meetings = tuple(replace(factory.meeting(n), **row) for n in range(1, 5))
    empty: tuple[Attendance, ...] = ()
    return Programme(status="feasible", meetings=meetings, visits=empty, blocks=empty)


def store(drafts: int = 1):
    """Store the mission with so many drafts."""
    from karvan.web.drafts.actions import create_draft
    from karvan.web.missions.enums import Phase

    mission = make_mission()
    stored = factory.store(mission, slug=SLUG, phase=Phase.SCHEDULING)
    for number in range(1, drafts + 1):
        create_draft(
            stored, mission=mission, name=f"Draft {number}", by=factory.user(), at=factory.RELEASED_AT,
            programme=make_programme(),
        )  # fmt: skip
    return stored
