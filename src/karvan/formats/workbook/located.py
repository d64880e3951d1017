"""A problem of a workbook with its place: file, sheet, row, column."""

from __future__ import annotations

import re
from dataclasses import dataclass

from karvan.mission.issues import Issue, Severity

FILE = "file"
"""The `record` of an issue about a file as a whole."""


@dataclass(frozen=True, slots=True)
class Located(Issue):
    """One problem of a workbook, in the words of whoever looks at the file.

    Attributes
    ----------
    source : str
        Name of the file; of a folder of CSV files the one that the sheet was read from.
    sheet : str
        Name as written; empty: the file as a whole.
    row : int or None
        As a spreadsheet counts it: from 1, header and blank rows included.
    column : str
        Header as written.
    letter : str
        The column's letters in a spreadsheet; empty in a CSV file.
    closest : str
        What was probably meant.
    """

    source: str = ""
    sheet: str = ""
    row: int | None = None
    column: str = ""
    letter: str = ""
    closest: str = ""

    @property
    def cell(self) -> str:
        """Give the reference by which a spreadsheet finds the cell: ``Companies!C7``; empty where there is none."""
        if not (self.letter and self.row):
            return ""
        is_plain = re.fullmatch(r"[^\W\d]\w*", self.sheet)
        sheet = self.sheet if is_plain else "'" + self.sheet.replace("'", "''") + "'"
        return f"{sheet}!{self.letter}{self.row}"

    @property
    def is_error(self) -> bool:
        """Whether it stops the work."""
        return self.severity is Severity.ERROR


class RefusedFileError(Exception):
    """A file cannot be read at all; `issue` says why."""

    def __init__(self, issue: Located) -> None:
        self.issue = issue
        super().__init__(f"{issue.source}: {issue.code} {issue.value}")


def refused(code: str, source: str, value: str = "", expected: str = "") -> RefusedFileError:
    """Build the refusal of a file as a whole."""
    return RefusedFileError(Located(code, FILE, value=value, expected=expected, source=source))


def letters_of(column: int) -> str:
    """Give the letters of a column counted from 1: ``A``, ``Z``, ``AA``."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
