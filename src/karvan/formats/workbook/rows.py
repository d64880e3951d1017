"""From the rows of one sheet to records of the mission, each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from karvan.formats.workbook.cells import REPEATING, Problem, parse_cell, text_of
from karvan.formats.workbook.headers import Header, Place, headers_of
from karvan.formats.workbook.located import Located
from karvan.formats.workbook.raw import Filled, RawRow, RawSheet
from karvan.formats.workbook.schema import SHEETS, CellType, Column, Sheet
from karvan.formats.workbook.text import clean_code, with_persian_letters
from karvan.mission.issues import Issue, Severity
from karvan.mission.localised import LocalisedText

_MOST_REMEMBERED = 20_000
"""Distinct cells of a sheet whose values are remembered, because they often come again."""

_RANGE = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")


@dataclass(slots=True)
class ReadSheet:
    """What one sheet says.

    Attributes
    ----------
    headers : list of Header
        Columns of the file that the schema knows.
    by_index : dict of int to Header
        The same by their position in the file.
    records : list
        One for each row that is sound.
    rows : list of int
        The row of the file that each record comes from.
    values : dict
        Settings by field (sheet Mission alone).
    places : dict of str to Place
        Where each setting stands, by field (sheet Mission alone).
    refused : set of str
        Codes that rows with errors would have defined.
    is_usable : bool
        Whether it could be understood at all; if not, nothing is said of codes that it should define.
    """

    raw: RawSheet
    sheet: Sheet
    headers: list[Header] = field(default_factory=list[Header])
    by_index: dict[int, Header] = field(default_factory=dict[int, Header])
    records: list[Any] = field(default_factory=list[Any])
    rows: list[int] = field(default_factory=list[int])
    values: dict[str, Any] = field(default_factory=dict[str, Any])
    places: dict[str, Place] = field(default_factory=dict[str, Place])
    refused: set[str] = field(default_factory=set[str])
    issues: list[Located] = field(default_factory=list[Located])
    is_usable: bool = True
    _memory: dict[tuple[str, type, Filled], tuple[object, list[Problem]]] = field(
        default_factory=dict[tuple[str, type, Filled], tuple[object, list[Problem]]]
    )

    def cell_value(self, column: Column, raw: Filled | None) -> tuple[object, list[Problem]]:
        """Give the value of one cell (None: blank or wrong), and what is wrong with it."""
        if raw is None:
            return _BLANK
        if column.type not in REPEATING:
            return _parsed(column, raw)
        key = column.name, type(raw), raw
        found = self._memory.get(key)
        if found is None:
            found = _parsed(column, raw)
            if len(self._memory) < _MOST_REMEMBERED:
                self._memory[key] = found
        return found

    def place_of(self, issue: Issue) -> Place:
        """Give the place that a record and field come from."""
        if self.sheet.is_keyed:
            return self.places.get(issue.field, Place(self.raw, self.sheet))
        if issue.index is None:
            return Place(self.raw, self.sheet)
        header = next((header for header in self.headers if header.column.field == issue.field), None)
        return Place(self.raw, self.sheet, self.rows[issue.index], header)


_BLANK: tuple[object, list[Problem]] = (None, [])


def _parsed(column: Column, raw: Filled) -> tuple[object, list[Problem]]:
    problems: list[Problem] = []
    return parse_cell(column, raw, problems), problems


def open_sheet(raw: RawSheet, sheet: Sheet, columns: tuple[Column, ...]) -> ReadSheet:
    """Match the columns of a sheet, and warn of what is odd about it as a whole."""
    read = ReadSheet(raw, sheet)
    read.headers = headers_of(raw, sheet, columns, read.issues)
    has_columns = not any(issue.code == "missing-column" for issue in read.issues)
    read.by_index = {header.index: header for header in read.headers}
    read.is_usable = has_columns and len(raw.rows) > int(sheet.is_required)
    if raw.is_hidden:
        read.issues.append(Place(raw, sheet).issue("hidden-sheet", severity=Severity.WARNING))
    read.issues.extend(_merged_issues(read))
    read.issues.extend(_headless_issues(read))
    return read


def read_rows(raw: RawSheet, sheet: Sheet) -> ReadSheet:
    """Read a sheet of records: every row that is sound becomes one, every other one issues."""
    read = open_sheet(raw, sheet, sheet.columns)
    width = max(raw.rows[0].cells, default=0) if raw.rows else 0
    for row in raw.rows[1:]:
        if not raw.has_letters and max(row.cells) > width:
            place = Place(raw, sheet, row.number)
            read.issues.append(place.issue("too-many-cells", str(max(row.cells)), str(width)))
            read.refused.update(_defined_codes(read, row))
        else:
            _read_row(read, row)
    return read


def _read_row(read: ReadSheet, row: RawRow) -> None:
    issues: list[Located] = []
    values = row_values(read, row, issues)
    read.issues.extend(issues)
    if any(issue.is_error for issue in issues) or not read.is_usable:
        read.refused.update(_defined_codes(read, row))
    elif values:
        read.records.append(read.sheet.row_type(**values))
        read.rows.append(row.number)


def row_values(read: ReadSheet, row: RawRow, issues: list[Located]) -> dict[str, Any]:
    """Give the values of a row by field; what is wrong with it is added to `issues`."""
    values: dict[str, Any] = {}
    given: set[int] = set()
    for index, raw in row.cells.items():
        header = read.by_index.get(index)
        if header is None:
            continue
        column = header.column
        value, problems = read.cell_value(column, raw)
        if problems:
            place = Place(read.raw, read.sheet, row.number, header)
            issues.extend(place.report(problem) for problem in problems)
            given.add(index)
        if value is None or value == ():
            continue
        given.add(index)
        if column.is_localised:
            values.setdefault(column.field, {})[column.language] = value
        else:
            values[column.field] = value
    if given:
        issues.extend(_missing_values(read, row, given))
    return finished(read.sheet, values)


def _missing_values(read: ReadSheet, row: RawRow, given: set[int]) -> Iterator[Located]:
    for header in read.headers:
        if header.column.is_required and header.index not in given:
            yield Place(read.raw, read.sheet, row.number, header).issue("missing-value")


def finished(sheet: Sheet, values: dict[str, Any]) -> dict[str, Any]:
    """Give values as a record takes them: versions of a text as one, Persian texts in Persian letters."""
    for column in _TEXTS[sheet.record]:
        value = values.get(column.field)
        if value is None:
            continue
        if column.is_localised:
            values[column.field] = LocalisedText.from_mapping(value)
        else:
            values[column.field] = with_persian_letters(value, values.get("language", ""))
    return values


_TEXTS = {sheet.record: tuple(column for column in sheet.columns if column.type is CellType.TEXT) for sheet in SHEETS}


def _defined_codes(read: ReadSheet, row: RawRow) -> Iterator[str]:
    """Give the codes that a refused row was to define; of a table, all its names."""
    cells = {
        header.column.field: clean_code(text_of(row.cells[header.index]))
        for header in read.headers
        if header.index in row.cells
    }
    if read.sheet.record == "tables":
        venue, table = cells.get("venue", ""), cells.get("table", "")
        yield from (venue, table, f"{venue}/{table}")
    elif code := cells.get("code"):
        yield code


def _merged_issues(read: ReadSheet) -> Iterator[Located]:
    """Warn of merged cells among the data: only the first of them has the value."""
    by_letter = {header.letter: header for header in read.headers}
    filled = {row.number: row.cells for row in read.raw.rows}
    for merged in read.raw.merged:
        match = _RANGE.fullmatch(merged)
        if not match or match[1] not in by_letter or match.group(1, 2) == match.group(3, 4):
            continue
        header, row = by_letter[match[1]], int(match[2])
        if header.index in filled.get(row, {}):
            place = Place(read.raw, read.sheet, row, header)
            yield place.issue("merged-cells", merged, severity=Severity.WARNING)


def _headless_issues(read: ReadSheet) -> Iterator[Located]:
    """Warn once of each column that holds something under no header."""
    if not read.raw.has_letters or not read.raw.rows:
        return
    named = set(read.raw.rows[0].cells)
    first: dict[int, RawRow] = {}
    for row in read.raw.rows[1:]:
        for index in row.cells.keys() - named:
            first.setdefault(index, row)
    for index, row in sorted(first.items()):
        place = Place(read.raw, read.sheet, row.number, Header(Column(name="", field=""), index, ""))
        yield place.issue("no-header", text_of(row.cells[index])[:60], severity=Severity.WARNING)
