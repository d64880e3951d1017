"""The empty workbook: what an organiser sees in it, and that nothing in it stands in the reader's way."""

import io

import openpyxl
import pytest

from formats.workbook.files import example_mission, mission_with
from karvan.formats.workbook import new_workbook, read_mission_bytes, write_mission_xlsx
from karvan.formats.workbook.explain import column_text
from karvan.formats.workbook.schema import HELP_SHEET, SHEET_OF, SHEETS
from karvan.languages import LANGUAGES, say
from karvan.languages.bidi import END, FIRST_STRONG, LEFT_TO_RIGHT


def opened(data):
    return openpyxl.load_workbook(io.BytesIO(data))


def headers(sheet):
    return [cell.value for cell in sheet[1]]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_language_has_its_template(lang):
    book = opened(new_workbook(lang))
    assert book.sheetnames == [HELP_SHEET, *(sheet.name for sheet in SHEETS)]
    assert book.active.title == "Mission"
    assert book[HELP_SHEET]["A1"].value == say(lang, "workbook-help-title")
    for sheet in book:
        assert bool(sheet.sheet_view.rightToLeft) is LANGUAGES[lang].is_rtl
    for sheet in book.worksheets[2:]:
        assert sheet.freeze_panes == "B2"
        assert all(cell.comment and cell.comment.text for cell in sheet[1])
    assert all(row[0].comment for row in book["Mission"].iter_rows(min_row=2))


def test_a_template_asks_for_what_is_required_and_for_nothing_else():
    issues = read_mission_bytes(new_workbook("fa"), "new.xlsx").issues
    assert [(i.code, i.sheet, i.column) for i in issues] == [
        *(
            ("missing-value", "Mission", key)
            for key in ("title_en", "start_date", "end_date", "time_zone", "visiting_country", "host_country")
        ),
        ("empty-sheet", "Companies", ""),
    ]


def test_a_template_shows_the_defaults():
    rows = dict(opened(new_workbook("ru"))["Mission"].iter_rows(min_row=2, values_only=True))
    assert rows["slot_minutes"] == 30
    assert rows["languages"] == "fa;ru;en"
    assert rows["start_date"] is None


def test_a_template_with_examples_is_a_mission():
    result = read_mission_bytes(new_workbook("ru", has_examples=True), "new.xlsx")
    assert (result.issues, result.mission) == ((), example_mission())


def test_headers_are_those_of_the_schema_in_every_language():
    assert headers(opened(new_workbook("fa"))["Companies"])[:6] == [
        "code",
        "side",
        "name_en",
        "name_fa",
        "name_ru",
        "country",
    ]
    assert headers(opened(new_workbook("ru"))["People"])[:4] == ["company", "name_en", "name_ru", "name_fa"]


def test_drop_down_lists_and_ranges():
    book = opened(new_workbook("en"))
    lists = {
        (sheet.title, sheet.cell(1, next(iter(rule.sqref.ranges)).min_col).value): rule
        for sheet in book.worksheets[2:]
        for rule in sheet.data_validations.dataValidation
    }
    assert lists["Companies", "side"].formula1 == '"visitor,host"'
    assert lists["People", "travels"].formula1 == '"yes,no"'
    assert lists["Requests", "company"].formula1 == "Companies!$A$2:$A$10000"
    assert lists["Fixed", "interpreter"].formula1 == "Interpreters!$A$2:$A$10000"
    assert lists["Fixed", "table"].formula1 == "Venues!$B$2:$B$10000"
    assert lists["Travel", "from"].formula1 == "Venues!$A$2:$A$10000"
    representatives = lists["Venues", "seats"]
    assert (representatives.type, representatives.formula1, representatives.formula2) == ("whole", "1", "10000")
    assert {rule.errorStyle for rule in lists.values()} == {"warning"}
    mission = book["Mission"].data_validations.dataValidation
    assert {str(rule.sqref) for rule in mission} >= {"B10", "B11"}


def test_values_have_their_types_and_formulas_are_texts():
    mission = mission_with(
        Programme=[{"date": "2025-12-03", "start": "09:30", "end": "12:00", "kind": "meetings"}],
        Requests=[{"company": "V01", "counterpart": "H01", "level": "must", "message": "=1+1"}],
    )
    book = opened(write_mission_xlsx(mission, "en"))
    date_cell, start_cell = book["Programme"]["A2"], book["Programme"]["B2"]
    assert (date_cell.number_format, f"{date_cell.value:%Y-%m-%d}") == ("yyyy-mm-dd", "2025-12-03")
    assert (start_cell.number_format, f"{start_cell.value:%H:%M}") == ("hh:mm", "09:30")
    message = book["Requests"]["E2"]
    assert (message.value, message.data_type, message.quotePrefix) == ("=1+1", "s", True)
    assert book["Requests"]["A2"].number_format == "@"
    code = book["Companies"]["A2"]
    assert (code.value, code.quotePrefix) == ("V01", False)


def test_columns_for_every_language_that_a_mission_uses():
    mission = mission_with({"code": "H02", "side": "host", "name_en": "Cloud", "name_tr": "Bulut", "languages": "tr"})
    book = opened(write_mission_xlsx(mission, "en"))
    assert headers(book["Companies"])[2:6] == ["name_en", "name_fa", "name_ru", "name_tr"]
    assert "(" not in book["Companies"]["F1"].comment.text


def test_comments_say_what_a_column_holds_and_its_rules():
    book = opened(new_workbook("en"))
    comments = {cell.value: cell.comment.text.replace("\u200e", "") for cell in book["Companies"][1]}
    assert comments["side"] == "Whether it visits or is visited.\nRequired.\nAllowed: visitor or host."
    assert comments["representatives"].endswith("A whole number from 1 to 1000.\nBlank means 1.")
    assert comments["name_fa"] == "The organisation’s name. In this language: فارسی."
    assert "semicolons" in comments["languages"]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_nothing_that_a_spreadsheet_shows_has_isolates(lang):
    for sheet in opened(new_workbook(lang)):
        for row in sheet.iter_rows(max_row=30):
            for cell in row:
                shown = f"{cell.value} {cell.comment.text if cell.comment else ''}"
                assert not {FIRST_STRONG, LEFT_TO_RIGHT, END} & set(shown)


def test_a_language_that_karvan_does_not_speak_is_named_by_its_code():
    name = next(column for column in SHEET_OF["companies"].columns if column.is_localised)
    assert column_text("en", SHEET_OF["companies"], name.version("tr")).endswith("In this language: tr.")
