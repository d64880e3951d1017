"""Rows become a mission, or a list of everything that is wrong with them, each thing once."""

from datetime import date, time
from pathlib import Path

import pytest

from formats.workbook.files import DAY, HOST, SETTINGS, VISITOR, found, mission_with, one_issue, read, settings, tables
from karvan.formats.workbook import Located, mission_from_tables, read_mission, require_mission, write_mission_csv
from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.companies import Company, Side
from karvan.mission.issues import InvalidMissionError, Severity
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Mission, Settings
from karvan.mission.opportunities import Opportunity, OpportunityKind

SAMPLE = Path(__file__).parents[3] / "src" / "karvan" / "sample" / "model_mission"


def company(code, side="host", **more):
    return {"code": code, "side": side, "name_en": code, "languages": "en", **more}


def test_the_least_mission():
    assert mission_with() == Mission(
        settings=Settings(
            title=LocalisedText.of(en="Mission"),
            start_date=date(2025, 12, 2),
            end_date=date(2025, 12, 5),
            time_zone="Europe/Moscow",
            visiting_country="IR",
            host_country="RU",
        ),
        companies=(
            Company(code="V01", side=Side.VISITOR, name=LocalisedText.of(en="Visitor"), languages=("fa",)),
            Company(code="H01", side=Side.HOST, name=LocalisedText.of(en="Host"), languages=("ru",)),
        ),
    )


def test_blank_cells_mean_the_defaults_of_the_mission():
    block = {"date": DAY, "start": "9:00", "end": "12:00", "kind": "meetings", "companies": "", "venue": None}
    (read_block,) = mission_with(Programme=[block]).blocks
    assert read_block == ProgrammeBlock(
        date=date(2025, 12, 3), start=time(9), end=time(12), kind=BlockKind.MEETINGS, companies=("*",)
    )


def test_localised_columns_take_any_language():
    mission = mission_with(company("H02", name_tr="Bulut", name_fa="ابر"), mission=settings(title_ar="بعثة"))
    assert dict(mission.company["H02"].name) == {"en": "H02", "fa": "ابر", "tr": "Bulut"}
    assert mission.settings.title.in_language("ar") == "بعثة"


def test_languages_of_texts_are_detected_where_they_are_not_given():
    rows = [
        {"company": "V01", "kind": "offer", "text": "سامانهٔ آبیاری هوشمند"},
        {"company": "H01", "kind": "need", "text": "Нужны датчики", "language": "ru"},
    ]
    mission = mission_with(Opportunities=rows)
    assert mission.text_languages == ("fa", "")
    assert mission_with(Opportunities=rows[1:]).text_languages == ()


def test_arabic_texts_stay_arabic_and_persian_ones_become_persian():
    rows = [
        {"company": "V01", "kind": "offer", "text": "شركت ما توليد مي‌كند", "title": "علي"},
        {"company": "V01", "kind": "offer", "text": "نظام الري الذكي", "title": "علي", "language": "ar"},
    ]
    persian, arabic = mission_with(Opportunities=rows).opportunities
    assert (persian.text, persian.title) == ("شرکت ما تولید می‌کند", "علی")
    assert arabic == Opportunity(
        company="V01", kind=OpportunityKind.OFFER, text="نظام الري الذكي", title="علي", language="ar"
    )


def test_the_sample_mission_can_be_read():
    result = read_mission(SAMPLE)
    assert result.errors == ()
    assert {issue.code for issue in result.warnings} <= {"avoid-wins", "bound-twice"}


def test_every_problem_is_reported_at_once_with_its_place():
    result = mission_from_tables(
        {
            "Mission": settings(start_date="2025-13-01", visiting_country="Persia"),
            "Companies": [VISITOR, HOST | {"side": "guest", "representatives": "0"}],
            "Requests": [{"company": "V01", "counterpart": "V77777", "level": "must"}],
        }
    )
    assert result.mission is None
    assert found(result) == [
        ("bad-date", "Mission", 3, "start_date", "2025-13-01"),
        ("unknown-country", "Mission", 6, "visiting_country", "Persia"),
        ("not-allowed", "Companies", 3, "side", "guest"),
        ("out-of-range", "Companies", 3, "representatives", "0"),
        ("unknown-company", "Requests", 2, "counterpart", "V77777"),
    ]


def test_each_missing_key_is_one_issue():
    result = read(mission=settings(title_en=None, end_date=None, time_zone="", host_country=" "))
    assert found(result) == [
        ("missing-key", "Mission", None, "", "title_en"),
        ("missing-key", "Mission", None, "", "end_date"),
        ("missing-value", "Mission", 3, "time_zone", ""),
        ("missing-value", "Mission", 5, "host_country", ""),
    ]


def test_keys_that_are_unknown_or_given_twice():
    rows = [
        *settings(),
        {"key": "Slot minuts", "value": "30"},
        {"key": "START DATE", "value": "2025-12-02"},
        {"value": "?"},
    ]
    result = read(mission=rows)
    assert found(result) == [
        ("unknown-key", "Mission", 8, "key", "Slot minuts"),
        ("duplicate-key", "Mission", 9, "START DATE", "START DATE"),
    ]
    assert [issue.closest for issue in result.issues] == ["slot_minutes", ""]


@pytest.mark.parametrize("mission", [[{"value": "x"}], [{"key": "title_en"}]])
def test_a_sheet_of_settings_needs_both_columns(mission):
    missing = {"key", "value"} - set(mission[0])
    assert [(i.code, i.value) for i in read(mission=mission).issues] == [("missing-column", *missing)]


def test_missing_sheets():
    result = mission_from_tables(
        {"Companys": [VISITOR], "Requests": [{"company": "V01", "counterpart": "H01", "level": "x"}]}
    )
    assert [(i.code, i.value, i.closest, i.severity) for i in result.issues] == [
        ("unknown-sheet", "Companys", "", Severity.WARNING),
        ("missing-sheet", "Mission", "", Severity.ERROR),
        ("missing-sheet", "Companies", "Companys", Severity.ERROR),
        ("not-allowed", "x", "", Severity.ERROR),
    ]


def test_sheets_that_are_empty():
    result = mission_from_tables({"Mission": [], "Companies": [], "Venues": []})
    assert found(result) == [
        ("empty-sheet", "Mission", None, "", "Mission"),
        ("empty-sheet", "Companies", None, "", "Companies"),
    ]


def test_names_of_sheets_and_headers_in_any_case():
    upper = [{key.upper().replace("_", " "): value for key, value in row.items()} for row in (VISITOR, HOST)]
    result = mission_from_tables({" MISSION ": settings(), "companies": upper})
    assert result.issues == ()
    assert result.mission == mission_with()


def test_two_sheets_of_one_name():
    result = mission_from_tables(tables() | {"COMPANIES": [VISITOR]})
    assert [(i.code, i.sheet, i.value) for i in result.issues] == [("duplicate-sheet", "COMPANIES", "Companies")]


def test_columns_that_are_unknown_missing_or_there_twice():
    rows = [{"code": "V01", "Side ": "visitor", "SIDE": "host", "nmae_en": "x", "name_zz": "y", "languages": "fa"}]
    result = mission_from_tables({"Mission": settings(), "Companies": rows})
    assert [(i.code, i.row, i.value, i.closest) for i in result.issues] == [
        ("duplicate-column", 1, "SIDE", ""),
        ("unknown-column", 1, "nmae_en", "name_en"),
        ("unknown-column", 1, "name_zz", "name_en"),
        ("missing-column", 1, "name_en", ""),
    ]


def test_a_missing_column_is_no_error_of_every_row():
    people = [{"company": "V01", "role": "Director"}, {"company": "nobody", "role": "x"}]
    assert found(read(People=people)) == [("missing-column", "People", 1, "", "name_en")]


def test_missing_values():
    rows = [{"company": "V01", "kind": "offer", "text": ""}, {"text": "only"}, {"text": "\u200b"}, {}]
    assert found(read(Opportunities=rows)) == [
        ("missing-value", "Opportunities", 2, "text", ""),
        ("missing-value", "Opportunities", 3, "company", ""),
        ("missing-value", "Opportunities", 3, "kind", ""),
    ]


def test_a_refused_row_causes_no_second_issue():
    bad_company = company("H02", side="hots", home_table="hall/T09")
    result = read(
        bad_company,
        Opportunities=[
            {"company": "H02", "kind": "offer", "text": "x", "domains": "AI"},
            {"company": "H01", "kind": "?"},
        ],
        Venues=[{"venue": "hall", "table": "T01", "seats": "none"}, {"venue": "dock", "table": "T05", "seats": "no"}],
        Interpreters=[{"code": "I01", "name": "N", "languages": "xx"}],
        Availability=[{"who": "I01", "date": DAY}, {"who": "H02", "date": DAY}],
        Requests=[{"company": "V01", "counterpart": "H02", "level": "must"}],
        Travel=[{"from": "hall", "to": "dock", "minutes": "5"}],
        Programme=[
            {"date": DAY, "start": "09:00", "end": "12:00", "kind": "meetings", "venue": "dock", "domains": "AI; ML"},
            {"date": DAY, "start": "09:00", "end": "09:10", "kind": "meetings", "companies": "H02"},
        ],
        Fixed=[{"company": "V01", "counterpart": "H02", "table": "T01", "interpreter": "I01", "start": "03:00"}],
    )
    assert [(i.code, i.sheet, i.value) for i in result.issues] == [
        ("not-allowed", "Companies", "hots"),
        ("not-allowed", "Opportunities", "?"),
        ("missing-value", "Opportunities", ""),
        ("not-a-number", "Venues", "none"),
        ("not-a-number", "Venues", "no"),
        ("unknown-language", "Interpreters", "xx"),
    ]


def test_a_sheet_without_codes_makes_no_reference_wrong():
    sheets = {
        "Mission": settings(),
        "Companies": [{"kode": "V01", "side": "visitor", "name_en": "V"}],
        "Requests": [{"company": "V01", "counterpart": "H01", "level": "must"}],
        "Venues": [{"venue": "hall"}],
        "Fixed": [{"company": "V01", "counterpart": "H01", "table": "T01", "interpreter": "I01"}],
    }
    codes = [(i.code, i.sheet) for i in mission_from_tables(sheets).issues]
    assert codes == [
        ("unknown-column", "Companies"),
        ("missing-column", "Companies"),
        ("missing-column", "Venues"),
        ("unknown-interpreter", "Fixed"),
    ]


def test_dates_are_not_compared_with_days_of_a_mission_that_are_missing():
    block = {"date": "2030-01-01", "start": "09:00", "end": "12:00", "kind": "meetings"}
    assert found(read(mission=settings(end_date="soon"), Programme=[block])) == [
        ("bad-date", "Mission", 4, "end_date", "soon")
    ]


def test_warnings_do_not_stop_the_work():
    result = read(company("H02", contact_email="nobody"))
    assert (result.mission is not None, result.errors) == (True, ())
    assert [issue.code for issue in result.warnings] == ["odd-email"]


def test_issues_between_sheets_are_at_the_row_and_column_where_they_were_made():
    fixed = [{"company": "V01", "counterpart": "H01", "date": "2026-01-01", "table": "T99"}]
    assert found(read(Fixed=[{}, *fixed])) == [
        ("outside-mission", "Fixed", 3, "date", "2026-01-01"),
        ("unknown-table", "Fixed", 3, "table", "T99"),
    ]


def test_settings_that_contradict_each_other_are_at_their_keys():
    issue = one_issue(mission=settings(end_date="2025-12-01"))
    assert (issue.code, issue.row, issue.column, issue.expected) == ("end-before-start", 4, "end_date", "2025-12-02")


def test_issues_about_a_sheet_as_a_whole():
    result = mission_from_tables({"Mission": settings(), "Companies": [VISITOR]})
    assert found(result) == [("empty-side", "Companies", None, "", "host")]


@pytest.mark.parametrize(
    ("written", "closest"), [("h01", "H01"), ("Н01", "H01"), ("V01,H01", "V01; H01"), ("V01, X", ""), ("H99", "")]
)
def test_unknown_codes_get_a_guess(written, closest):
    block = {"date": DAY, "start": "09:00", "end": "12:00", "kind": "meetings", "companies": written}
    issue = one_issue(Programme=[block])
    assert (issue.code, issue.value, issue.closest) == ("unknown-company", written, closest)


def test_guesses_are_bounded():
    rows = [{"company": f"vv{n}", "counterpart": "H01", "level": "want"} for n in range(600)]
    assert [bool(i.closest) for i in read(company("VV0"), Requests=rows).issues] == [True] + [False] * 599


def test_companies_without_any_language_are_assumed_to_speak_the_first_of_the_mission():
    issue = one_issue(company("H02", languages=""), mission=settings(languages="ru;fa"))
    assert (issue.code, issue.row, issue.column, issue.expected, issue.severity) == (
        "assumed-language", 4, "languages", "ru", Severity.WARNING,
    )  # fmt: skip


def test_a_reserved_code_in_any_case_is_refused():
    assert one_issue(company("Host")).code == "reserved-code"


def test_require_mission_gives_warnings_or_raises(tmp_path):
    mission = mission_with(company("H02", contact_email="nobody"))
    write_mission_csv(mission, tmp_path / "good")
    again, warnings = require_mission(tmp_path / "good")
    assert (again, [issue.code for issue in warnings]) == (mission, ["odd-email"])
    with pytest.raises(InvalidMissionError) as caught:
        require_mission(tmp_path / "nowhere")
    assert caught.value.issues == (Located("no-such-file", "file", source="nowhere"),)


def test_values_may_come_as_what_they_are():
    rows = [{"key": "start_date", "value": 45993}, {"key": "slot_minutes", "value": 20.0}]
    kept = [row for row in settings() if row["key"] != "start_date"]
    mission = mission_with(mission=kept + rows)
    assert (mission.settings.start_date, mission.settings.slot_minutes) == (date(2025, 12, 2), 20)


def test_true_and_one_are_not_confused_by_the_memory_of_repeated_cells():
    rows = [
        {"company": "V01", "name_en": "A", "travels": True},
        {"company": "V01", "name_en": "B", "travels": 1},
        {"company": "V01", "name_en": "C", "travels": 0.0},
    ]
    assert [person.is_travelling for person in mission_with(People=rows).people] == [True, True, False]


def test_cells_are_read_alike_whether_they_are_remembered_or_not(monkeypatch):
    remembered = read(company("H02"), company("H02"))
    monkeypatch.setattr("karvan.formats.workbook.rows._MOST_REMEMBERED", 0)
    assert read(company("H02"), company("H02")) == remembered


def test_settings_are_those_of_the_specification():
    assert set(SETTINGS) == {"title_en", "start_date", "end_date", "time_zone", "visiting_country", "host_country"}
