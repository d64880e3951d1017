"""Every issue has a sentence in every language, and the sentence says where, what, and what would be right."""

import re
from pathlib import Path

import pytest

import karvan
from formats.workbook.files import (
    COMPANY_ROWS,
    HOST,
    VISITOR,
    one_issue,
    read,
    read_xlsx,
    settings,
    sheet_xml,
    text_row,
)
from karvan.formats.workbook import Located, describe, mission_from_tables
from karvan.languages import LANGUAGES
from karvan.languages.messages import has_message
from karvan.mission.issues import Issue

SOURCE = Path(karvan.__file__).parent
CODE = re.compile(r'"([a-z]+(?:-[a-z]+)+)"')
NOT_CODES = {"yyyy-mm-dd"}


def codes_in_source():
    """Words with hyphens in quotation marks in the code that makes issues: its codes, and a few others."""
    files = [*(SOURCE / "formats" / "workbook").glob("*.py"), SOURCE / "mission" / "validation.py"]
    words = {word for path in files for word in CODE.findall(path.read_text(encoding="utf-8"))}
    return {w for w in words if not w.startswith(("issue-", "workbook-", "windows-"))} - NOT_CODES


@pytest.mark.parametrize("lang", LANGUAGES)
def test_each_code_has_a_message_in_every_language(lang):
    missing = {code for code in codes_in_source() if not has_message(lang, f"issue-{code}")}
    assert missing == set()


def test_codes_are_found_in_the_source():
    assert {"unknown-company", "bad-date", "not-a-workbook", "assumed-language", "too-full"} <= codes_in_source()


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("code", sorted(codes_in_source()))
def test_each_message_can_be_said(lang, code):
    issue = Located(code, "companies", 1, "side", "x", "a; b", source="m.xlsx", sheet="Companies", row=7, closest="y")
    assert describe(issue, lang)
    assert describe(Issue(code, "companies"), lang)


def xlsx_issue(*rows):
    (issue,) = read_xlsx(sheets={"Companies": sheet_xml(*COMPANY_ROWS[:2], *rows)}).errors
    return issue


def test_an_issue_of_a_cell():
    issue = xlsx_issue(text_row(3, "H01", "hots", "Host", "ru"))
    assert describe(issue, "en") == (
        "Sheet Companies, row 3, column side (cell B3): “hots” is not one of the allowed values: visitor or host. "
        "Did you mean “host”?"
    )
    assert describe(issue, "ru") == (
        "Лист Companies, строка 3, столбец side (ячейка B3): «hots» не входит в допустимые значения: visitor или host. "
        "Возможно, имелось в виду «host»?"
    )
    plain = re.sub("[\u2066-\u2069]", "", describe(issue, "fa"))
    assert plain == (
        "برگهٔ Companies، ردیف ۳، ستون side (خانهٔ B3): «hots» از مقدارهای مجاز نیست: visitor یا host. "
        "آیا منظور «host» بوده است؟"
    )


def test_an_issue_of_a_setting_names_its_key():
    issue = one_issue(mission=settings(slot_minutes="600"))
    assert (
        describe(issue, "en")
        == "Sheet Mission, row 8, slot_minutes: 600 is out of range; write a number from 5 to 480."
    )


def test_an_issue_of_a_row_without_a_column():
    result = mission_from_tables({"Mission": settings(), "Companies": [VISITOR, {**HOST, "code": ""}]}, "stored")
    assert (
        describe(result.issues[0], "en")
        == "Sheet Companies, row 3, column code: The cell is empty; a value is required."
    )


def test_an_issue_of_a_csv_file_names_the_file():
    issue = Located(
        "too-many-cells", "companies", value="9", expected="5", source="companies.csv", sheet="companies", row=4
    )
    assert describe(issue, "en").startswith("File companies.csv, row 4: The row has 9 cells, the header 5;")


def test_an_issue_of_a_line_names_it_once():
    issue = Located("bad-csv", "file", source="companies.csv", row=4)
    assert describe(issue, "en").startswith("File companies.csv: The record that starts in line 4 is broken")


def test_a_column_without_a_header_is_named_by_its_letter():
    issue = Located("no-header", "people", value="x", source="m.xlsx", sheet="People", row=2, letter="B")
    assert describe(issue, "en").startswith("Sheet People, row 2, column B (cell B2): “x” stands")


def test_an_issue_without_a_place_is_the_bare_sentence():
    assert (
        describe(Issue("unknown-company", "requests", 0, "company", "V9"), "en")
        == "There is no company with the code “V9”."
    )
    assert describe(Located("empty-side", "companies", value="host"), "en") == "No company is on the side “host”."


def test_codes_that_look_alike_are_told_apart():
    row = {"company": "V01", "counterpart": "Н01", "level": "must"}
    (issue,) = read(Requests=[row]).issues
    assert describe(issue, "en").endswith(
        "Did you mean “H01”? The two look alike, but some letters are of another alphabet."
    )


def test_long_values_are_cut():
    issue = one_issue({**HOST, "code": "H02", "contact_email": "x" * 500})
    assert "x" * 59 + "…" in describe(issue, "en")


def test_numbers_are_written_in_the_digits_of_the_reader():
    issue = Issue("visit-too-small", "blocks", 0, "capacity", "10", "16")
    assert "۱۰" in describe(issue, "fa")
    assert "۱۶" in describe(issue, "fa")
