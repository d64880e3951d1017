"""What is written is read back as the same mission, whatever it says."""

from datetime import date, time

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from formats.workbook.files import example_mission, mission_with
from karvan.formats.workbook import (
    mission_from_tables,
    mission_tables,
    read_mission,
    read_mission_bytes,
    write_mission_csv,
    write_mission_xlsx,
)
from karvan.formats.workbook.cells import LONGEST_TEXT
from karvan.formats.workbook.read import detected_languages
from karvan.formats.workbook.text import clean, clean_code, with_persian_letters
from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.companies import Company, CompanyKind, CompanySize, Person, Side, TableRef
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission, Settings
from karvan.mission.opportunities import CooperationRoute, Opportunity, OpportunityKind, Stage
from karvan.mission.requests import FixedMeeting, MeetingRequest, RequestLevel, RequestStatus
from karvan.mission.resources import Absence, Interpreter, Table, TravelTime

NASTY = st.sampled_from(
    ["=1+1", "+7", "-x", "@a", "'=x", "''", "a;b", 'q"uo"te', "two\nlines", "a,b", "\tx", "_x0041_", "TRUE",
     "1404/09/12", "007", "<b>&amp;</b>", "نرم‌افزار", "كيش", "Ёлка", "\U0001f680", "sep=;", "#REF!",
     "{=1}", "a\u00a0b", "«»"]
)  # fmt: skip
TEXT = st.one_of(st.text(max_size=20), NASTY).map(clean)
FREE_TEXT = TEXT.map(with_persian_letters)
NAMES = st.dictionaries(st.sampled_from(["fa", "ru", "tr", "ar", "zh"]), TEXT, max_size=3)
LANGUAGES = st.lists(st.sampled_from(["fa", "ru", "en", "tr"]), unique=True, max_size=3).map(tuple)
CLOCKS = st.times().map(lambda t: t.replace(second=0, microsecond=0))
DAYS = st.dates(date(2025, 12, 2), date(2025, 12, 5))
LABEL = st.text("ABVабвگیک019 -_.()", min_size=1, max_size=6).map(lambda text: clean_code("x" + text))


def localised(text, versions):
    by_language = versions | {"en": text}
    return LocalisedText.from_mapping(
        {lang: with_persian_letters(version, lang) for lang, version in by_language.items()}
    )


TITLES = st.builds(localised, TEXT, NAMES)
REQUIRED_NAMES = st.builds(localised, TEXT.filter(bool), NAMES)


@st.composite
def missions(draw):
    """Any mission without errors that a file can hold."""
    codes = draw(st.lists(LABEL, min_size=2, max_size=4, unique=True))
    tables = draw(st.lists(st.tuples(LABEL, LABEL), max_size=3, unique=True))
    interpreters = draw(st.lists(LABEL.filter(lambda code: code not in codes), max_size=2, unique=True))
    code, other = st.sampled_from(codes), st.permutations(codes).map(lambda row: row[:2])
    table = st.one_of(st.none(), *[st.just(TableRef(*names)) for names in tables])
    limit = st.one_of(st.none(), st.integers(1, 100))
    company = {
        "side": st.sampled_from(Side), "name": REQUIRED_NAMES, "country": st.sampled_from(["", "IR", "RU", "XK"]),
        "city": FREE_TEXT, "kind": st.sampled_from(CompanyKind), "size": st.none() | st.sampled_from(CompanySize),
        "languages": LANGUAGES, "website": st.sampled_from(["", "https://a.example"]), "contact_name": FREE_TEXT,
        "contact_email": st.sampled_from(["", "a@b.example"]), "home_table": table, "max_meetings_per_day": limit,
        "representatives": st.integers(1, 9),
    }  # fmt: skip
    opportunity = {
        "company": code, "kind": st.sampled_from(OpportunityKind), "text": FREE_TEXT.filter(bool), "title": FREE_TEXT,
        "language": st.sampled_from(["", "fa", "en"]), "domains": st.lists(LABEL, unique=True, max_size=2).map(tuple),
        "routes": st.lists(st.sampled_from(CooperationRoute), unique=True, max_size=2).map(tuple),
        "stage": st.none() | st.sampled_from(Stage),
    }  # fmt: skip
    person = {
        "company": code, "name": REQUIRED_NAMES, "role": FREE_TEXT, "email": st.sampled_from(["", "a@b.example"]),
        "languages": LANGUAGES, "is_travelling": st.booleans(), "is_reserve": st.booleans(),
    }  # fmt: skip
    hours = {"start": st.integers(0, 11).map(time), "end": st.integers(12, 23).map(time)}
    block = {
        "date": DAYS, **hours, "kind": st.sampled_from(BlockKind), "title": TITLES, "venue": st.just("") | LABEL,
        "companies": st.lists(code | st.sampled_from(["*", "visitor"]), unique=True, min_size=1).map(tuple),
        "capacity": st.none() | st.integers(10, 99), "is_choice": st.booleans(),
        "domains": st.lists(LABEL, unique=True, max_size=2).map(tuple),
    }  # fmt: skip
    interpreter = {
        "name": FREE_TEXT.filter(bool),
        "languages": st.just(("fa", "ru")),
        "pause_minutes": st.integers(0, 60),
    }
    opportunities = tuple(native(row) for row in draw(st.lists(st.builds(Opportunity, **opportunity), max_size=3)))
    pairs = draw(st.lists(other, max_size=2, unique_by=frozenset))
    return Mission(
        settings=Settings(
            title=draw(REQUIRED_NAMES), start_date=date(2025, 12, 2), end_date=date(2025, 12, 5),
            time_zone="Asia/Tehran", visiting_country="IR", host_country="RU", slot_minutes=draw(st.integers(5, 60)),
            changeover_minutes=draw(st.integers(0, 20)), languages=draw(LANGUAGES.filter(bool)),
            body=draw(FREE_TEXT), session_number=draw(limit),
        ),
        companies=tuple(draw(st.builds(Company, code=st.just(name), **company)) for name in codes),
        opportunities=opportunities,
        people=tuple(draw(st.lists(st.builds(Person, **person), max_size=3))),
        requests=tuple(
            MeetingRequest(company=a, counterpart=b, level=draw(st.sampled_from(RequestLevel)),
                           status=draw(st.sampled_from(RequestStatus)), message=draw(FREE_TEXT))
            for a, b in pairs
        ),
        blocks=tuple(draw(st.lists(st.builds(ProgrammeBlock, **block), max_size=3))),
        tables=tuple(
            Table(venue=venue, table=name, seats=draw(limit), title=draw(TITLES)) for venue, name in tables
        ),
        travel=tuple(TravelTime(origin=a, destination="z", minutes=draw(st.integers(0, 99))) for a, _ in tables[:1]),
        interpreters=tuple(draw(st.builds(Interpreter, code=st.just(name), **interpreter)) for name in interpreters),
        absences=tuple(draw(st.lists(st.builds(Absence, who=code, date=DAYS, **hours, reason=FREE_TEXT), max_size=2))),
        fixed=tuple(
            FixedMeeting(company=a, counterpart=b, date=draw(DAYS), start=draw(CLOCKS), table=draw(table),
                         interpreter=draw(st.sampled_from(["", *interpreters])))
            for a, b in pairs[:1]
        ),
        text_languages=detected_languages(opportunities),
    )  # fmt: skip


def native(row):
    """Write an opportunity's texts in the letters of its language."""
    texts = {name: with_persian_letters(getattr(row, name), row.language) for name in ("text", "title")}
    given = {name: getattr(row, name) for name in Opportunity.__slots__}
    return Opportunity(**given | texts)


ANY_MISSION = settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@ANY_MISSION
@given(missions())
def test_tables_are_read_back(mission):
    result = mission_from_tables(mission_tables(mission))
    assert result.errors == ()
    assert result.mission == mission


@ANY_MISSION
@given(missions(), st.sampled_from(["en", "fa", "ru"]))
def test_workbooks_are_read_back(mission, lang):
    result = read_mission_bytes(write_mission_xlsx(mission, lang), "m.xlsx")
    assert result.errors == ()
    assert result.mission == mission


@settings(ANY_MISSION, suppress_health_check=[*HealthCheck])
@given(missions())
def test_folders_are_read_back(tmp_path, mission):
    write_mission_csv(mission, tmp_path)
    result = read_mission(tmp_path)
    assert result.errors == ()
    assert result.mission == mission


def test_the_example_has_something_in_every_sheet():
    tables = mission_tables(example_mission())
    assert all(tables.values())
    assert mission_from_tables(tables).mission == example_mission()


def test_equal_missions_make_equal_bytes():
    assert write_mission_xlsx(example_mission(), "fa") == write_mission_xlsx(example_mission(), "fa")


def test_folders_are_replaced_whole(tmp_path):
    folder = tmp_path / "new" / "folder"
    write_mission_csv(example_mission(), folder)
    write_mission_csv(mission_with(), folder)
    assert read_mission(folder).mission == mission_with()
    assert not list(folder.glob("*.new"))


def test_a_text_that_no_cell_can_hold_is_not_cut_in_silence():
    row = {"company": "V01", "kind": "offer", "text": "x" * LONGEST_TEXT}
    mission = mission_with(Opportunities=[row])
    assert read_mission_bytes(write_mission_xlsx(mission, "en"), "m.xlsx").mission == mission
    longer = Mission(
        settings=mission.settings,
        companies=mission.companies,
        opportunities=(Opportunity(company="V01", kind=OpportunityKind.OFFER, text="x" * (LONGEST_TEXT + 1)),),
    )
    with pytest.raises(ValueError, match="longer than a cell can hold"):
        write_mission_xlsx(longer, "en")
