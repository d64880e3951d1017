"""Names, places and days as readers of a language see them."""

from dataclasses import replace
from datetime import date

import pytest

from formats.factory import COMPANIES, EVERYBODY, FIRST, MEETINGS, MISSION, PROGRAMME, SECOND, at
from karvan.formats.readers import Reader, breaks_of, date_range, dates_of, minutes_of, script_of
from karvan.languages.bidi import strip_isolates
from karvan.mission.companies import Company, Side
from karvan.mission.localised import LocalisedText
from karvan.mission.opportunities import OpportunityKind
from karvan.mission.resources import Table


def test_the_script_of_a_text_is_that_of_its_first_letter():
    assert [script_of(text) for text in ("۱۲ سلام", "«Речевик»", "T05", "", "123")] == [
        "ARABIC",
        "CYRILLIC",
        "LATIN",
        "",
        "",
    ]


@pytest.mark.parametrize(
    ("lang", "last", "expected"),
    [
        ("en", date(2025, 12, 5), ("4–5 December 2025", "13–14 Azar 1404")),
        ("ru", date(2025, 12, 5), ("4–5 декабря 2025 г.", "13–14 азара 1404")),
        ("fa", date(2025, 12, 5), ("۱۳–۱۴ آذر ۱۴۰۴", "۴–۵ دسامبر ۲۰۲۵")),
        ("en", date(2025, 12, 4), ("4 December 2025", "13 Azar 1404")),
        ("en", date(2025, 12, 22), ("4–22 December 2025", "13 Azar 1404 – 1 Dey 1404")),
    ],
)
def test_a_span_of_days_says_the_month_once(lang, last, expected):
    assert date_range(lang, FIRST, last) == expected


def test_names_are_in_the_readers_script_beside_the_companys_own():
    seen = {
        lang: (Reader(MISSION, lang).name("V01"), Reader(MISSION, lang).own_name("V01")) for lang in ("fa", "ru", "en")
    }
    assert seen == {
        "fa": ("رهپیوند موج", ""),
        "ru": ("Рахпейванд Моудж", "رهپیوند موج"),
        "en": ("Rahpeyvand Mowj", "رهپیوند موج"),
    }


def test_the_own_name_is_in_a_language_of_the_country_else_one_the_company_speaks_else_nothing():
    company = Company(
        code="X", side=Side.HOST, name=LocalisedText.of(en="Milk", ru="Молоко"), country="CH", languages=("ru",)
    )
    nameless = replace(company, code="Y", languages=())
    reader = Reader(replace(MISSION, companies=(company, nameless)), "en")
    assert (reader.own_name("X"), reader.own_name("Y")) == ("Молоко", "")


def test_only_delegates_who_are_expected_are_named():
    reader = Reader(MISSION, "fa")
    names = {code: [person.name.best("fa") for person in reader.people(code)] for code in ("V01", "V02", "H01")}
    assert names == {"V01": ["بهرنگ ستوده‌نیا"], "V02": [], "H01": ["رادیون ورخوتورتسف", "Foma Antyukhov"]}


def test_countries_and_languages_have_names():
    reader = Reader(MISSION, "ru")
    assert (reader.country(Side.VISITOR), reader.languages(("fa", "en", "xx"))) == (
        "Иран",
        "персидский, английский и xx",
    )


def test_the_languages_that_two_companies_share():
    reader = Reader(MISSION, "en")
    assert (reader.shared_languages("V01", "H01"), reader.shared_languages("V02", "H02")) == ("English", "")


def test_titles_of_opportunities_are_given_where_the_reader_can_read_them():
    offers = {lang: Reader(MISSION, lang).opportunities("H01", OpportunityKind.OFFER) for lang in ("en", "ru")}
    assert offers == {
        "en": ("Base stations for cold regions",),
        "ru": ("Base stations for cold regions", "Оптические усилители"),
    }
    assert Reader(MISSION, "en").opportunities("H01", OpportunityKind.NEED) == ("Microwave radio, 18 GHz",)


def test_a_venue_is_called_by_its_own_title_or_by_what_its_tables_share():
    reader = Reader(MISSION, "fa")
    assert [reader.venue(code) for code in ("residence", "hall", "salon", "elsewhere")] == [
        "اقامتگاه سفیر",
        "تالار",
        "salon",
        "elsewhere",
    ]


def test_a_venue_without_a_title_is_called_by_its_code():
    mission = replace(MISSION, tables=(Table(venue="yard", table=""),))
    assert Reader(mission, "en").venue("yard") == "yard"


def test_a_place_is_the_tables_title_or_its_code_and_venue_or_the_venue_or_nothing():
    reader = Reader(MISSION, "en")
    places = [reader.place("hall", "T2"), reader.place("salon", "S1"), reader.place("residence"), reader.place("")]
    assert places == ["Hall, table 2", "Table S1, salon", "Embassy residence", ""]


def test_whoever_takes_part_is_listed_and_a_whole_side_is_named_as_one():
    reception, plenary = PROGRAMME.blocks[2], replace(PROGRAMME.blocks[0], companies=(*EVERYBODY, "V03"))
    reader = Reader(MISSION, "en")
    assert [reader.participants(reception), reader.participants(plenary)] == [
        "Rahpeyvand Mowj and Vyshegrad-Svyaz",
        "Visitors (all) and Hosts (all)",
    ]


def test_a_side_without_companies_takes_part_in_nothing():
    reader = Reader(replace(MISSION, companies=COMPANIES[:3]), "en")
    assert reader.participants(replace(PROGRAMME.blocks[0], companies=("V01", "V02", "V03"))) == "Visitors (all)"


def test_an_interpreter_has_a_name_and_nobody_has_none():
    reader = Reader(MISSION, "fa")
    assert (reader.interpreter("I01"), reader.interpreter("")) == ("Anahita Varjavandnia", "")


def test_users_texts_are_wrapped_and_nothing_is_not():
    reader = Reader(MISSION, "fa")
    assert (strip_isolates(reader.text("ПАО")), len(reader.text("ПАО")), reader.text("")) == ("ПАО", 5, "")


def test_an_itinerary_joins_meetings_and_blocks_in_order_of_time():
    days = Reader(MISSION, "en").itinerary(PROGRAMME, "V01")
    seen = [(day, [item.start.hour for item in items]) for day, items in days]
    assert seen == [(FIRST, [9, 10, 10, 11, 12, 18]), (SECOND, [9, 14])]
    assert dates_of(Reader(MISSION, "en"), PROGRAMME) == (FIRST, SECOND)


def test_breaks_are_the_referees():
    from karvan.scheduling.referee import figures

    each = {code: breaks_of(MISSION, PROGRAMME, code) for code in MISSION.company}
    assert each["V02"] == 1
    assert sum(each.values()) == figures(MISSION, PROGRAMME)["breaks"].numerator


def test_minutes_are_minutes_that_pass():
    longer = replace(MEETINGS[0], end=at(FIRST, 11, 15))
    assert (minutes_of(MEETINGS[0]), minutes_of(longer)) == (25, 75)
