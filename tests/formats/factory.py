"""A small mission with Persian, Russian and English names, and a programme of it made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.companies import Company, CompanyKind, Person, Side
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission, Settings
from karvan.mission.opportunities import Opportunity, OpportunityKind
from karvan.mission.programme import Attendance, Figure, Goal, Meeting, PlacedLevel, Programme, Reason, Unplaced
from karvan.mission.requests import MeetingRequest, RequestLevel
from karvan.mission.resources import Interpreter, Table

MOSCOW = ZoneInfo("Europe/Moscow")
FIRST, SECOND = date(2025, 12, 4), date(2025, 12, 5)

SETTINGS = Settings(
    title=LocalisedText.of(
        en="Technology mission to Moscow", fa="هیأت فناوری در مسکو", ru="Технологическая миссия в Москве"
    ),
    start_date=FIRST,
    end_date=SECOND,
    time_zone="Europe/Moscow",
    visiting_country="IR",
    host_country="RU",
)

COMPANIES = (
    Company(
        code="V01",
        side=Side.VISITOR,
        name=LocalisedText.of(en="Rahpeyvand Mowj", fa="رهپیوند موج", ru="Рахпейванд Моудж"),
        city="Tehran",
        languages=("fa", "en"),
        representatives=2,
    ),
    Company(
        code="V02",
        side=Side.VISITOR,
        name=LocalisedText.of(en="Setighdadeh", fa="ستیغ‌داده", ru="Сетиг-Даде"),
        city="Isfahan",
        languages=("fa",),
    ),
    Company(
        code="V03",
        side=Side.VISITOR,
        name=LocalisedText.of(en="=Plus Robotics", fa="پلاس رباتیک"),
        languages=("fa",),
    ),
    Company(
        code="H01",
        side=Side.HOST,
        name=LocalisedText.of(en="Vyshegrad-Svyaz", fa="ویشگراد سویاز", ru="АО «Вышеград-Связь»"),
        country="RU",
        city="Moscow",
        languages=("ru", "en"),
    ),
    Company(
        code="H02",
        side=Side.HOST,
        name=LocalisedText.of(
            en="Polynya Quantum Channels Laboratory of the Siberian Institute of Optical Communication and Photonics",
            fa="آزمایشگاه کانال‌های کوانتومی «پولینیا» وابسته به مؤسسه سیبری ارتباطات نوری و فوتونیک",
            ru="Лаборатория квантовых каналов «Полынья» Сибирского института оптической связи и фотоники",
        ),
        country="RU",
        city="Novosibirsk",
        kind=CompanyKind.RESEARCH,
        languages=("ru",),
    ),
    Company(
        code="H03",
        side=Side.HOST,
        name=LocalisedText.of(en="Halcyon Subsea Cables"),
        country="GB",
        languages=("en",),
    ),
    Company(code="H04", side=Side.HOST, name=LocalisedText.of(ru="ООО «Базостан»"), languages=("ru",)),
)

PEOPLE = (
    Person(company="V01", name=LocalisedText.of(en="Behrang Sotudehnia", fa="بهرنگ ستوده‌نیا"), role="مدیرعامل"),
    Person(company="V01", name=LocalisedText.of(en="Iraj Kamyabfar"), is_reserve=True),
    Person(company="V02", name=LocalisedText.of(en="Pedram Nazokkar"), is_travelling=False),
    Person(
        company="H01",
        name=LocalisedText.of(en="Rodion Verkhoturtsev", fa="رادیون ورخوتورتسف", ru="Родион Верхотурцев"),
        role="Technical director",
    ),
    Person(company="H01", name=LocalisedText.of(en="Foma Antyukhov", ru="Фома Антюхов"), role="Инженер"),
)

OPPORTUNITIES = (
    Opportunity(company="V01", kind=OpportunityKind.OFFER, text="…", title="رادیو مایکروویو", domains=("networks",)),
    Opportunity(company="H01", kind=OpportunityKind.OFFER, text="…", title="Base stations for cold regions"),
    Opportunity(company="H01", kind=OpportunityKind.OFFER, text="…", title="Оптические усилители"),
    Opportunity(company="H01", kind=OpportunityKind.NEED, text="…", title="Microwave radio, 18 GHz"),
    Opportunity(company="H01", kind=OpportunityKind.NEED, text="No title."),
)

TABLES = (
    Table(venue="hall", table="T1", title=LocalisedText.of(en="Hall, table 1", fa="تالار، میز ۱", ru="Зал, стол № 1")),
    Table(venue="hall", table="T2", title=LocalisedText.of(en="Hall, table 2", fa="تالار، میز ۲", ru="Зал, стол № 2")),
    Table(venue="salon", table="S1"),
    Table(
        venue="residence", table="", title=LocalisedText.of(en="Embassy residence", fa="اقامتگاه سفیر", ru="Резиденция")
    ),
)

INTERPRETERS = (
    Interpreter(code="I01", name="Anahita Varjavandnia", languages=("fa", "ru")),
    Interpreter(code="I02", name="Дмитрий Уфимкин", languages=("fa", "ru", "en")),
)

PLENARY = LocalisedText.of(en="First joint meeting", fa="نخستین نشست مشترک", ru="Первая совместная встреча")
RECEPTION = LocalisedText.of(en="Ambassador's reception", fa="ضیافت سفیر", ru="Приём у посла")
QUANTUM = LocalisedText.of(en="Quantum centre", fa="مرکز کوانتومی", ru="Квантовый центр")
MORNING = LocalisedText.of(en="Bilateral meetings", fa="نشست‌های صبح", ru="Утренние встречи")


def block(day: date, start: int, end: int, kind: BlockKind, title: LocalisedText = MORNING, venue: str = "hall"):
    return ProgrammeBlock(date=day, start=time(start), end=time(end), kind=kind, title=title, venue=venue)


BLOCKS = (
    block(FIRST, 9, 10, BlockKind.PLENARY, PLENARY, "salon"),
    block(FIRST, 10, 12, BlockKind.MEETINGS),
    block(FIRST, 12, 13, BlockKind.BREAK, LocalisedText(), ""),
    block(FIRST, 18, 20, BlockKind.RECEPTION, RECEPTION, "residence"),
    block(SECOND, 9, 11, BlockKind.MEETINGS),
    replace(block(SECOND, 9, 11, BlockKind.MEETINGS, venue="salon"), companies=("V02", "H02")),
    block(SECOND, 14, 16, BlockKind.VISIT, QUANTUM, "quantum_centre"),
)

REQUESTS = (
    MeetingRequest(company="V01", counterpart="H01", level=RequestLevel.MUST),
    MeetingRequest(company="V03", counterpart="H03", level=RequestLevel.AVOID),
)

MISSION = Mission(
    settings=SETTINGS,
    companies=COMPANIES,
    opportunities=OPPORTUNITIES,
    people=PEOPLE,
    requests=REQUESTS,
    blocks=BLOCKS,
    tables=TABLES,
    interpreters=INTERPRETERS,
)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), MOSCOW)


def meeting(
    company: str, counterpart: str, start: datetime, table: str = "T1", *, venue: str = "hall", **given
) -> Meeting:
    end = start.replace(minute=start.minute + 25)
    return Meeting(company=company, counterpart=counterpart, start=start, end=end, venue=venue, table=table, **given)


MEETINGS = (
    meeting("V01", "H01", at(FIRST, 10), level=PlacedLevel.MUST, score=0.83),
    meeting("V02", "H02", at(FIRST, 10), "T2", interpreter="I01", level=PlacedLevel.WANT),
    meeting("V01", "H02", at(FIRST, 10, 30), "T2", interpreter="I02", level=PlacedLevel.FIXED),
    meeting("V01", "H03", at(FIRST, 11), level=PlacedLevel.SUGGESTION, score=0.4),
    meeting("V02", "H01", at(FIRST, 11, 30), "T2", interpreter="I02", score=0.5),
    meeting("V01", "H04", at(SECOND, 9), interpreter="I01"),
    meeting("V02", "H03", at(SECOND, 9, 30), "S1", venue="salon", interpreter="I02"),
)

EVERYBODY = ("V01", "V02", "H01", "H02", "H03", "H04")

PROGRAMME = Programme(
    status="feasible",
    meetings=MEETINGS,
    visits=(
        Attendance(
            kind=BlockKind.VISIT,
            title=QUANTUM,
            start=at(SECOND, 14),
            end=at(SECOND, 16),
            venue="quantum_centre",
            companies=("V01", "H02"),
        ),
    ),
    blocks=(
        Attendance(
            kind=BlockKind.PLENARY,
            title=PLENARY,
            start=at(FIRST, 9),
            end=at(FIRST, 10),
            venue="salon",
            companies=EVERYBODY,
        ),
        Attendance(
            kind=BlockKind.BREAK,
            title=LocalisedText(),
            start=at(FIRST, 12),
            end=at(FIRST, 13),
            venue="",
            companies=EVERYBODY,
        ),
        Attendance(
            kind=BlockKind.RECEPTION,
            title=RECEPTION,
            start=at(FIRST, 18),
            end=at(FIRST, 20),
            venue="residence",
            companies=("V01", "H01"),
        ),
    ),
    unplaced=(Unplaced(company="V03", counterpart="H01", level=PlacedLevel.MUST),),
    goals=(Goal("must", 1, 1, is_more_better=True), Goal("breaks", 3, None, is_more_better=False)),
    figures={"meetings": Figure(7), "coverage": Figure(6, 7)},
)

REASONS = (
    Reason("company-away", (("n", 2), ("total", 5), ("times", ("2025-12-04 10:00",)), ("company", "V03"))),
    Reason("avoid"),
)
UNPLACED = Unplaced(company="V03", counterpart="H01", level=PlacedLevel.MUST, reasons=REASONS)
