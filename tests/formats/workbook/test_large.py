"""Files far larger than any mission: read, or refused with a clear message."""

import tracemalloc
from datetime import time

import pytest

from formats.workbook.files import row_xml, sheet_xml, text_row, xlsx
from karvan.formats.workbook import read_mission_bytes


@pytest.mark.slow
def test_a_hundred_thousand_rows_are_read():
    rows = (
        row_xml(n, *(f'<c t="str"><v>{text}</v></c>' for text in ("V01", "2025-12-03", f"09:{n % 60:02}")))
        for n in range(2, 100_002)
    )
    data = xlsx(sheets={"Availability": sheet_xml(text_row(1, "who", "date", "from"), *rows)})
    result = read_mission_bytes(data, "large.xlsx")
    assert result.issues == ()
    assert len(result.mission.absences) == 100_000
    assert result.mission.absences[-1].start == time(9, 100_001 % 60)


def test_one_row_more_is_refused():
    rows = (text_row(n, "x") for n in range(2, 20_003))
    data = xlsx(sheets={"Companies": sheet_xml(text_row(1, "code", "side", "name_en"), *rows)})
    (issue,) = read_mission_bytes(data, "large.xlsx").issues
    assert (issue.code, issue.sheet, issue.expected) == ("too-many-rows", "Companies", "20000")


def test_blank_formatted_rows_cost_no_memory():
    """A spreadsheet writes a million of them where somebody formatted whole columns."""
    blank = "".join(f'<row r="{n}"><c r="A{n}" s="1"/></row>' for n in range(4, 30_000))
    data = xlsx(sheets={"Requests": sheet_xml(text_row(1, "company", "counterpart", "level"), blank)})
    tracemalloc.start()
    result = read_mission_bytes(data, "blank.xlsx")
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert (result.issues, result.mission.requests) == ((), ())
    assert peak < 2 * len(data) + 1024 * 1024
