"""Graded pairs from a CSV file, and everything that can be wrong with it."""

import pytest

from karvan.formats.grades import read_grades
from karvan.formats.workbook import describe
from karvan.languages.bidi import strip_isolates
from karvan.matching.evaluation import GradeKind
from karvan.mission.issues import InvalidMissionError
from mission.missions import mission

HEADER = "company,counterpart,grade,kind\n"


def read(text):
    return read_grades(text if isinstance(text, bytes) else text.encode(), "grades.csv", mission())


def problems(text):
    with pytest.raises(InvalidMissionError) as error:
        read(text)
    return [strip_isolates(describe(issue, "en")) for issue in error.value.issues]


def test_columns_may_come_in_any_order_and_blank_lines_are_passed_over():
    text = "Kind,grade,COUNTERPART,company,note\nexact,3,H01,V01,x\n\nsame-words-other-meaning,0,V02,H02,\n"
    assert read(text) == {
        frozenset(("V01", "H01")): GradeKind.EXACT,
        frozenset(("V02", "H02")): GradeKind.OTHER_MEANING,
    }


def test_all_problems_are_told_at_once_with_their_places():
    rows = ["V01,H01,3,exact", "H01,V01,2,good", "V01,V02,3,exact", "V9,,3,exact", "V02,H01,2,exact", "V02,H02,1,great"]
    kinds = "exact, good, weak, same-words-other-meaning, or same-trade-nothing-to-exchange"
    assert problems(HEADER + "\n".join(rows)) == [
        "File grades.csv, row 3, column counterpart: The pair with “V01” is already graded in an earlier row.",
        (
            "File grades.csv, row 4, column counterpart: “V02” is on the same side as the company; only pairs of the "
            "two sides are graded."
        ),
        "File grades.csv, row 5, column company: There is no company with the code “V9”.",
        "File grades.csv, row 5, column counterpart: The cell is empty; a value is required.",
        "File grades.csv, row 6, column grade: “2” is not one of the allowed values: 3.",
        f"File grades.csv, row 7, column kind: “great” is not one of the allowed values: {kinds}.",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            b"\xff\xfe",
            "File grades.csv: The file is not written in UTF-8, but apparently in UTF-16; save it as “CSV UTF-8”.",
        ),
        ("company,grade\n", "File grades.csv: The column “counterpart” is missing; it is required."),
        ("", "File grades.csv: The column “company” is missing; it is required."),
        (
            HEADER + 'V01,"H01',
            (
                "File grades.csv: The record that starts in line 1 is broken: a quotation mark is missing or stands in "
                "the wrong place."
            ),
        ),
    ],
)
def test_files_that_are_no_list_of_grades(text, told):
    assert problems(text)[0] == told
