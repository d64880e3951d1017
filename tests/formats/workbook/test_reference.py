"""The organisers' documentation says what the schema says."""

from pathlib import Path

from karvan.formats.workbook.cells import LONGEST_TEXT
from karvan.formats.workbook.package import MEBIBYTE, MOST_BYTES, MOST_TAGS, MOST_UNPACKED
from karvan.formats.workbook.reference import reference
from karvan.formats.workbook.schema import SHEETS

PAGE = (Path(__file__).parents[3] / "docs" / "organisers" / "workbook.md").read_text(encoding="utf-8")


def test_the_columns_are_those_of_the_schema():
    # Written by: python -c "from karvan.formats.workbook.reference import reference; print(reference())"
    assert reference().strip() in PAGE


def test_the_limits_are_those_of_the_code():
    assert f"{MOST_BYTES // MEBIBYTE} MiB; {MOST_UNPACKED // MEBIBYTE} MiB unpacked" in PAGE
    assert f"{MOST_TAGS / 4_000_000} million; blank formatted ones: {MOST_TAGS // 1_000_000} million" in PAGE
    assert f"{LONGEST_TEXT:,}" in PAGE
    rows = {sheet.name: sheet.max_rows for sheet in SHEETS}
    assert rows.pop("Companies") == 20_000
    assert rows.pop("Programme") == rows.pop("Mission") == 1_000
    assert rows.pop("Venues") == rows.pop("Interpreters") == rows.pop("Concepts") == 10_000
    assert set(rows.values()) == {100_000}
    for number in (20_000, 1_000, 10_000, 100_000):
        assert f"{number:,}" in PAGE
