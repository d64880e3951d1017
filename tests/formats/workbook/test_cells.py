"""One cell, one value: what each type of column understands, and what it says to the rest."""

from datetime import date, time

import pytest

from formats.workbook.files import moment
from karvan.formats.workbook.cells import Problem, parse_cell, text_of
from karvan.formats.workbook.raw import BadCell
from karvan.formats.workbook.schema import SHEET_OF, CellType, Column
from karvan.mission.companies import Side, TableRef
from karvan.mission.goals import GoalName
from karvan.mission.issues import Severity
from karvan.mission.opportunities import CooperationRoute, Stage


def column(record, name):
    return next(c for c in SHEET_OF[record].columns if c.name == name)


DATE = column("blocks", "date")
TIME = column("blocks", "start")
MINUTES = column("settings", "slot_minutes")
SIDE = column("companies", "side")
STAGE = column("opportunities", "stage")
ROUTES = column("opportunities", "routes")
GOALS = column("settings", "goals")
LANGUAGES = column("companies", "languages")
LANGUAGE = column("opportunities", "language")
COUNTRY = column("companies", "country")
ZONE = column("settings", "time_zone")
TRAVELS = column("people", "travels")
CODE = column("companies", "code")
WHO = column("absences", "who")
COMPANIES = column("blocks", "companies")
DOMAINS = column("blocks", "domains")
HOME = column("companies", "home_table")
EMAIL = column("people", "email")
WEBSITE = column("companies", "website")
CITY = column("companies", "city")
NAME_FA = column("companies", "name").version("fa")


def value_of(cell_column, raw):
    problems = []
    value = parse_cell(cell_column, raw, problems)
    assert problems == []
    return value


def problem_of(cell_column, raw):
    problems = []
    parse_cell(cell_column, raw, problems)
    (problem,) = problems
    return problem


THIRD = date(2025, 12, 3)


@pytest.mark.parametrize(
    "raw",
    [
        "2025-12-03", " 2025/12/3 ", "2025-12-03T00:00:00", "2025-12-03 00:00", moment(2025, 12, 3), 45994, 45994.0,
        "45994",
        "1404/09/12", "1404-9-12", "۱۴۰۴/۰۹/۱۲", "١٤٠٤/٠٩/١٢", "\u200e۱۴۰۴/۰۹/۱۲\u200f", "\ufeff2025-12-03\xa0",
        -180895, "1404-09-12",
    ],
)  # fmt: skip
def test_dates_are_understood_in_both_calendars(raw):
    assert value_of(DATE, raw) == THIRD


@pytest.mark.parametrize(
    ("raw", "closest"),
    [
        ("03.12.2025", "2025-12-03"), ("3/13/2025", ""), ("13/3/2025", "2025-03-13"), ("12/03/2025", ""),
        ("2025.12.03", "2025-12-03"), ("1404.09.12", "2025-12-03"), (20251203, "2025-12-03"),
        ("20251203", "2025-12-03"), (14040912, "2025-12-03"),
        ("2025-02-30", ""), ("1404/12/30", ""), ("soon", ""), ("3025-12-03", ""),
        (True, ""), (time(9), ""), (12.5, ""), (200_000, ""), (moment(2025, 12, 3, 9, 30), "2025-12-03"),
        (moment(3025, 12, 3, 9, 30), ""), ("2025-12/03", ""), ("31.02.2025", ""), (99999999, ""),
    ],
)  # fmt: skip
def test_other_dates_are_refused_with_a_guess_where_there_is_one(raw, closest):
    assert problem_of(DATE, raw) == Problem("bad-date", text_of(raw), "2025-12-03; 1404/09/12", closest)


@pytest.mark.parametrize(
    "raw",
    ["09:30", "9:30", "9:30:00", "۹:۳۰", "٠٩:٣٠", time(9, 30), time(9, 30, 1), moment(2025, 12, 3, 9, 30),
     0.395833333333333, "0.395833333", "9:30:00.000"],
)  # fmt: skip
def test_times_are_understood(raw):
    assert value_of(TIME, raw) == time(9, 30)


def test_midnight_is_a_time():
    assert value_of(TIME, 0) == time(0)
    assert value_of(TIME, "00:00") == time(0)


@pytest.mark.parametrize(
    ("raw", "closest"),
    [
        ("24:00", "23:59"), ("9.30", "09:30"), ("9-30", "09:30"), (9, "09:00"), ("9", "09:00"), ("25:00", ""),
        ("9:60", ""), ("noon", ""), (45994.5, ""), (True, ""), ("9:30:20", ""), (0.9999, ""), (0.3961, ""), (-1, ""),
        (time(9, 30, 20), ""), ("99", ""),
    ],
)  # fmt: skip
def test_other_times_are_refused_with_a_guess_where_there_is_one(raw, closest):
    assert problem_of(TIME, raw) == Problem("bad-time", text_of(raw), "09:00; 14:30", closest)


@pytest.mark.parametrize("raw", [30, 30.0, "30", " 30 ", "۳۰", "٣٠", "30.0", "30.", "+30", "۳۰٫۰"])
def test_whole_numbers_are_understood(raw):
    assert value_of(MINUTES, raw) == 30


@pytest.mark.parametrize("raw", ["thirty", 30.5, True, "30 min", "1,000", "", moment(2025, 1, 1), "3" * 400])
def test_other_numbers_are_refused(raw):
    expected = [] if raw == "" else [Problem("not-a-number", text_of(raw), "5–480")]
    problems = []
    assert parse_cell(MINUTES, raw, problems) is None
    assert problems == expected


@pytest.mark.parametrize("raw", [4, 481, "-5", 0])
def test_numbers_out_of_range_are_refused(raw):
    assert problem_of(MINUTES, raw) == Problem("out-of-range", text_of(raw), "5–480")


@pytest.mark.parametrize("raw", [5, 480])
def test_bounds_are_in_range(raw):
    assert value_of(MINUTES, raw) == raw


@pytest.mark.parametrize("raw", ["visitor", "Visitor", " VISITOR\xa0", "vis\u200bitor"])
def test_choices_come_in_any_case(raw):
    assert value_of(SIDE, raw) is Side.VISITOR


@pytest.mark.parametrize("raw", ["on_market", "On market", "on-market", "ON – MARKET", "on\xa0market"])
def test_choices_take_spaces_and_hyphens_for_underscores(raw):
    assert value_of(STAGE, raw) is Stage.ON_MARKET


def test_a_wrong_choice_is_answered_with_what_is_allowed_and_what_was_meant():
    assert problem_of(SIDE, "Visiter") == Problem("not-allowed", "Visiter", "visitor; host", "visitor")
    assert problem_of(SIDE, "xyz") == Problem("not-allowed", "xyz", "visitor; host", "")


def test_lists_of_choices_name_every_wrong_entry():
    problems = []
    value = parse_cell(ROUTES, "licensing; nonsense؛ Joint Production;licensing; other;", problems)
    assert value == (CooperationRoute.LICENSING, CooperationRoute.JOINT_PRODUCTION)
    assert [problem.value for problem in problems] == ["nonsense", "other"]


@pytest.mark.parametrize("raw", ["fa;ru", " FA ; Ru ", "fa؛ru", ";fa;;ru;fa"])
def test_languages_are_lists_of_codes(raw):
    assert value_of(LANGUAGES, raw) == ("fa", "ru")


@pytest.mark.parametrize(
    ("raw", "closest"),
    [("fa,ru", "fa; ru"), ("fa، ru", "fa; ru"), ("fa/ru", "fa; ru"), ("Persian", "fa"), ("فارسی", "fa"),
     ("русский", "ru"), ("fa-IR", "fa"), ("zz", ""), ("fas", "fa"), ("fa,zz", "fa")],
)  # fmt: skip
def test_what_is_no_language_gets_a_guess(raw, closest):
    assert problem_of(LANGUAGES, raw) == Problem("unknown-language", raw, "fa; ru; en", closest)


def test_one_language_is_read():
    assert value_of(LANGUAGE, "RU") == "ru"


@pytest.mark.parametrize(("raw", "code"), [("IR", "IR"), ("ru", "RU"), (" xk ", "XK")])
def test_countries_are_codes(raw, code):
    assert value_of(COUNTRY, raw) == code


@pytest.mark.parametrize(
    ("raw", "closest"),
    [("Iran", "IR"), ("ایران", "IR"), ("Россия", "RU"), ("UK", "GB"), ("EU", ""), ("ZZ", ""), ("Atlantis", "")],
)
def test_what_is_no_country_gets_a_guess(raw, closest):
    problem = problem_of(COUNTRY, raw)
    assert (problem.code, problem.value, problem.closest) == ("unknown-country", raw, closest)


@pytest.mark.parametrize("raw", ["Europe/Moscow", "europe/moscow", " Europe/Moscow "])
def test_time_zones_come_in_any_case(raw):
    assert value_of(ZONE, raw) == "Europe/Moscow"


@pytest.mark.parametrize(
    ("raw", "closest"),
    [("Moscow", "Europe/Moscow"), ("Europe/Mosscow", "Europe/Moscow"), ("Tehran", "Asia/Tehran"), ("+03:30", ""),
     ("localtime", "")],
)  # fmt: skip
def test_what_is_no_time_zone_gets_a_guess(raw, closest):
    problem = problem_of(ZONE, raw)
    assert (problem.code, problem.value, problem.closest) == ("unknown-zone", raw, closest)


@pytest.mark.parametrize("raw", ["yes", "YES", "y", "true", True, 1, 1.0, "1", "بله", "آری", "да", "Да", "۱"])
def test_yes_in_every_language(raw):
    assert value_of(TRAVELS, raw) is True


@pytest.mark.parametrize("raw", ["no", "N", "false", False, 0, "0", "خیر", "نه", "нет", "۰"])
def test_no_in_every_language(raw):
    assert value_of(TRAVELS, raw) is False


def test_goals_are_a_list_in_order():
    assert value_of(GOALS, "Breaks; worst off") == (GoalName.BREAKS, GoalName.WORST_OFF)
    assert value_of(GOALS, "must; venue_changes") == (GoalName.MUST, GoalName.VENUE_CHANGES)


def test_goals_are_named_once_and_must_comes_first():
    assert problem_of(GOALS, "must; breaks; Breaks") == Problem("goal-twice", "Breaks")
    assert problem_of(GOALS, "breaks; must") == Problem("must-not-first", "must")
    assert problem_of(GOALS, "braeks").closest == "breaks"


def test_neither_yes_nor_no_is_refused():
    assert problem_of(TRAVELS, "yess") == Problem("not-allowed", "yess", "yes; no", "yes")


@pytest.mark.parametrize(
    ("raw", "code"),
    [
        ("V01", "V01"), (" V01\xa0", "V01"), ("V\u200b0\u200c1", "V01"), (101.0, "101"), (101, "101"), ("V۰۱", "V01"),
        ("۱۲", "12"), ("كيش", "کیش"), ("میز ۳", "میز ۳"), ("T\xa0 5", "T 5"), ("e\u0301", "é"), (True, "true"),
        (1.5, "1.5"), (moment(2025, 1, 2), "2025-01-02"), (moment(2025, 1, 2, 3, 4), "2025-01-02 03:04"),
        (time(9, 30), "09:30"),
    ],
)  # fmt: skip
def test_codes_are_cleaned(raw, code):
    assert value_of(CODE, raw) == code


def test_a_code_of_nothing_visible_is_blank():
    assert value_of(CODE, "\u200b\u200c\xa0") is None
    assert value_of(WHO, "\u200d") is None


@pytest.mark.parametrize(
    ("raw", "closest"), [("a/b", "a-b"), ("a;b", "a-b"), ("..", "."), (".hidden", "hidden"), ("a\\b", "a-b"), ("/", "")]
)
def test_codes_that_would_break_lists_or_file_names_are_refused(raw, closest):
    assert problem_of(CODE, raw) == Problem("bad-code", raw, closest=closest)


def test_a_code_of_another_sheet_may_be_anything():
    assert value_of(WHO, "a/b") == "a/b"


def test_lists_of_participants_know_the_sides():
    assert value_of(COMPANIES, "V01; VISITOR ;*؛V01") == ("V01", "visitor", "*")
    assert value_of(DOMAINS, "AI; Host") == ("AI", "Host")


@pytest.mark.parametrize(
    ("raw", "table"),
    [("hall/T01", TableRef("hall", "T01")), (" hall / T01 ", TableRef("hall", "T01")), ("T01", TableRef("", "T01")),
     (7, TableRef("", "7")), ("a/b/c", TableRef("a", "b/c"))],
)  # fmt: skip
def test_tables_come_with_or_without_their_venue(raw, table):
    assert value_of(HOME, raw) == table


@pytest.mark.parametrize("raw", ["a@b.example", "имя@почта.рф", "a.b+c@sub.d.example", "mailto:a@b.example"])
def test_plausible_addresses_pass(raw):
    assert value_of(EMAIL, raw) == raw.removeprefix("mailto:")


@pytest.mark.parametrize(
    "raw", ["a@b", "a b@c.example", "nobody", "a@b.example, c@d.example", "@x.example", "a@.example"]
)
def test_odd_addresses_are_kept_with_a_warning(raw):
    problems = []
    assert parse_cell(EMAIL, raw, problems) == raw
    assert problems == [Problem("odd-email", raw, "name@company.example", severity=Severity.WARNING)]


@pytest.mark.parametrize("raw", ["https://a.example", "a.example/x?y=1", "HTTP://A.Example:80", "пример.рф"])
def test_plausible_websites_pass(raw):
    assert value_of(WEBSITE, raw) == raw


def test_odd_websites_are_kept_with_a_warning():
    assert problem_of(WEBSITE, "see leaflet").severity is Severity.WARNING


@pytest.mark.parametrize("raw", ["javascript:alert(1)", "data:text/html,x", "file:C:/x", "ftp://a.example"])
def test_addresses_that_are_no_website_are_refused(raw):
    problems = []
    assert parse_cell(WEBSITE, raw, problems) is None
    assert [problem.code for problem in problems] == ["unsafe-website"]


def test_texts_keep_what_belongs_to_them():
    assert value_of(CITY, " نرم\u200cافزار \r\nخط\u200b دو\u200c ") == "نرم\u200cافزار \nخط دو"
    assert value_of(NAME_FA, "شركت علي") == "شرکت علی"
    assert value_of(CITY, 30.0) == "30"


def test_texts_longer_than_a_cell_are_refused():
    assert problem_of(CITY, "x" * 32_768) == Problem("too-long", "x" * 40 + "…", "32767")


@pytest.mark.parametrize("cell_type", CellType)
def test_cells_without_a_value_are_reported_whatever_the_column(cell_type):
    anything = Column(name="x", field="x", type=cell_type)
    assert problem_of(anything, BadCell("error-cell", "#REF!")) == Problem("error-cell", "#REF!")
    assert text_of(BadCell("error-cell", "#REF!")) == "#REF!"
