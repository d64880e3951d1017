"""A small mission with its programme, of as many companies as a test wants, with secrets that no page may show."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.companies import Company, Person, Side
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission, Settings
from karvan.mission.programme import Attendance, Figure, Goal, Meeting, PlacedLevel, Programme, Reason, Unplaced
from karvan.mission.requests import FixedMeeting, MeetingRequest, RequestLevel
from karvan.mission.resources import Absence, Interpreter, Table

SLUG = "kish"
FIRST, SECOND, THIRD = date(2026, 10, 5), date(2026, 10, 6), date(2026, 10, 7)
RELEASED_AT = datetime(2026, 9, 20, 8, 30, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Tehran")

SECRETS = (
    "secret-message", "secret-away", "secret@visitor.example", "Secret Contact", "secret@person.example",
    "does not wish", "تمایل", "не желает", "must-have",
)  # fmt: skip
"""What is in the mission or the programme and is between a company and the organiser."""


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), ZONE)


def text(en: str, fa: str = "", ru: str = "") -> LocalisedText:
    return LocalisedText.of(en=en, fa=fa, ru=ru)


def company(side: Side, number: int) -> Company:
    is_visitor = side is Side.VISITOR
    own, letter = ("ru", "V") if is_visitor else ("fa", "H")
    names = text(f"{letter} Company {number}", f"شرکت {letter}{number}", f"Компания {letter}{number}")
    return Company(
        code=f"{letter}{number:02}",
        side=side,
        name=names,
        country="RU" if is_visitor else "IR",
        city="Kazan" if is_visitor else "Kish",
        languages=(own,) if number % 2 else (own, "en"),
        contact_name="Secret Contact",
        contact_email="secret@visitor.example",
    )


def blocks() -> tuple[ProgrammeBlock, ...]:
    def block(
        kind: BlockKind, start: int, end: int, title: LocalisedText, venue: str, **more: object
    ) -> ProgrammeBlock:
        day = more.pop("date", SECOND)
        return ProgrammeBlock(date=day, start=time(start), end=time(end), kind=kind, title=title, venue=venue, **more)

    return (
        block(BlockKind.TRANSFER, 14, 15, text("Airport to hotel"), "", date=FIRST, companies=("visitor",)),
        block(BlockKind.PLENARY, 9, 10, text("Opening", "گشایش", "Открытие"), "council"),
        block(BlockKind.MEETINGS, 10, 12, text("Meetings in the hall", "نشست‌ها", "Встречи"), "hall"),
        block(BlockKind.BREAK, 12, 13, LocalisedText(), "council"),
        block(BlockKind.VISIT, 14, 16, text("A <b>port</b> & more", "بندر", "Порт"), "port", companies=("visitor",)),
        block(BlockKind.VISIT, 14, 16, text("Free zone", "منطقه آزاد", "Зона"), "zone", companies=("host",)),
    )


def tables(count: int) -> tuple[Table, ...]:
    return tuple(
        Table(venue="hall", table=f"T{n}", title=text(f"Hall, table {n}", f"تالار، میز {n}", f"Зал, стол {n}"))
        for n in range(1, count + 1)
    )


def make_mission(companies: int = 2) -> Mission:
    """Give a mission of as many visitors, hosts, interpreters and tables."""
    settings = Settings(
        title=text("Mission to Kish", "هیأت کیش", "Миссия на Киш"),
        start_date=FIRST,
        end_date=THIRD,
        time_zone="Asia/Tehran",
        visiting_country="RU",
        host_country="IR",
        body="Joint Group",
        session_number=3,
    )
    members = tuple(company(side, n) for side in Side for n in range(1, companies + 1))
    return Mission(
        settings=settings,
        companies=members,
        people=(Person(company="V01", name=text("Vera"), email="secret@person.example"),),
        requests=(
            MeetingRequest(company="V01", counterpart="H01", level=RequestLevel.MUST, message="secret-message"),
            MeetingRequest(company="H02", counterpart="V01", level=RequestLevel.AVOID, message="secret-message"),
        )
        if companies > 1
        else (),
        blocks=blocks(),
        tables=tables(companies),
        interpreters=tuple(
            Interpreter(code=f"I{n:02}", name=f"Interpreter {n}", languages=("fa", "ru"))
            for n in range(1, companies + 1)
        ),
        absences=(Absence(who="V01", date=FIRST, reason="secret-away"),),
        fixed=(FixedMeeting(company="V01", counterpart="H01", date=SECOND, start=time(10)),),
    )


def meeting(number: int) -> Meeting:
    """Give the meeting of the n-th visitor with the n-th host, at the n-th table; odd ones are interpreted."""
    start = at(SECOND, 10) if number % 2 else at(SECOND, 10, 35)
    return Meeting(
        company=f"V{number:02}",
        counterpart=f"H{number:02}",
        start=start,
        end=start + timedelta(minutes=30),
        venue="hall",
        table=f"T{number}",
        interpreter=f"I{number:02}" if number % 2 else "",
        level=PlacedLevel.MUST,
        score=0.5,
    )


def attendance(mission: Mission, block: ProgrammeBlock) -> Attendance:
    return Attendance(
        kind=block.kind,
        title=block.title,
        start=datetime.combine(block.date, block.start, ZONE),
        end=datetime.combine(block.date, block.end, ZONE),
        venue=block.venue,
        companies=tuple(code for code in mission.company if mission.takes_part(block, code)),
    )


def make_programme(mission: Mission) -> Programme:
    """Give a programme in which the n-th visitor meets the n-th host, and one wish was not placed."""
    count = len(mission.companies) // 2
    attended = [attendance(mission, b) for b in mission.blocks if b.kind is not BlockKind.MEETINGS]
    unplaced = (Unplaced(company="H02", counterpart="V01", level=PlacedLevel.WANT, reasons=(Reason("avoid"),)),) * (
        count > 1
    )
    return Programme(
        status="feasible",
        meetings=tuple(meeting(n) for n in range(1, count + 1)),
        visits=tuple(a for a in attended if a.kind is BlockKind.VISIT),
        blocks=tuple(a for a in attended if a.kind is not BlockKind.VISIT),
        unplaced=unplaced,
        goals=(
            Goal("must", 1, 1, is_more_better=True),
            Goal("want", 3, None, is_more_better=True),
            Goal("breaks", 4, 2, is_more_better=False),
            Goal("unheard_of", 1, 1, is_more_better=True),
        ),
        figures={
            "meetings": Figure(count),
            "coverage": Figure(count, count * 2),
            "want": Figure(0, 0),
            "avoided": Figure(7, 9),
        },
    )


def user(name: str = "alice", **more: object) -> object:
    """Give an account, made where it is missing."""
    from karvan.web.accounts.actions import create_account

    return create_account(f"{name}@test.example", name=name, lang="en", at=RELEASED_AT, **more)


def store(mission: Mission, *, slug: str = SLUG, **more: object) -> object:
    """Store a mission."""
    from karvan.web.workbooks.actions import store_mission

    return store_mission(mission, slug=slug, by=user(), at=RELEASED_AT, **more)


def member(stored: object, role: str, *, desk: str = "", company: str = "", interpreter: str = "") -> object:
    """Give the account of somebody with a role in a stored mission; organisers are of the neutral desk unless said."""
    from karvan.web.members.actions import Post, add_member
    from karvan.web.members.enums import ORGANISERS, Desk, Role

    account = user("-".join(filter(None, (role, desk, company, interpreter, stored.slug))))
    post = Post(
        role=Role(role),
        desk=Desk(desk or Desk.NEUTRAL) if role in ORGANISERS else None,
        company=stored.companies.get(code=company) if company else None,
        interpreter=stored.interpreters.get(code=interpreter) if interpreter else None,
    )
    add_member(stored, account, post=post, by=user(), at=RELEASED_AT)
    return account


def release_of(mission: Mission, programme: Programme, *, slug: str = SLUG, **more: object) -> object:
    """Store a mission and release a programme of it."""
    from karvan.web.missions.enums import Phase
    from karvan.web.programmes.actions import release_programme

    stored = store(mission, slug=slug, phase=Phase.PROVISIONAL)
    options = {"name": "One", "by": user(), "at": RELEASED_AT} | more
    return release_programme(stored, programme, mission=mission, **options)


def release(companies: int = 2, *, slug: str = SLUG, name: str = "First <release>", **settings: object) -> object:
    """Release a programme of a mission with as many companies on each side."""
    mission = make_mission(companies)
    mission = replace(mission, settings=replace(mission.settings, **settings))
    return release_of(mission, make_programme(mission), slug=slug, name=name, is_checked=True)


def draft_of(version: object, programme: Programme | None = None, mission: Mission | None = None) -> object:
    """Give a new draft of the mission of a release."""
    from karvan.web.drafts.actions import create_draft

    pure = mission or make_mission()
    given = programme or make_programme(pure)
    return create_draft(version.mission, mission=pure, name="Draft", by=user(), at=RELEASED_AT, programme=given)


def json_text(document: object) -> str:
    """Give a stored document as the text of its file."""
    return json.dumps(document)
