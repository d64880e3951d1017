"""Which column of a file is which column of the schema."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from karvan.formats.workbook.cells import Problem, text_of
from karvan.formats.workbook.located import Located, letters_of
from karvan.formats.workbook.raw import RawSheet
from karvan.formats.workbook.schema import Column, Sheet
from karvan.formats.workbook.text import clean, word_key
from karvan.formats.workbook.vocabulary import closest_word, language_codes
from karvan.mission.issues import Severity


@dataclass(frozen=True, slots=True)
class Header:
    """A column that was found in a file.

    Attributes
    ----------
    index : int
        Position in the file, from 1.
    written : str
        As its header is written.
    """

    column: Column
    index: int
    written: str

    @property
    def letter(self) -> str:
        """The column's letters in a spreadsheet."""
        return letters_of(self.index)


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands in one sheet of a file."""

    raw: RawSheet
    sheet: Sheet
    row: int | None = None
    header: Header | None = None

    def issue(
        self,
        code: str,
        value: str = "",
        expected: str = "",
        closest: str = "",
        severity: Severity = Severity.ERROR,
    ) -> Located:
        """Build an issue at this place."""
        return self.locate(Located(code, self.sheet.record, None, "", value, expected, severity, closest=closest))

    def report(self, problem: Problem) -> Located:
        """Build the issue of a cell's problem."""
        return self.issue(problem.code, problem.value, problem.expected, problem.closest, problem.severity)

    def locate(self, issue: Located) -> Located:
        """Give an issue this place."""
        return dataclasses.replace(
            issue,
            source=self.raw.source,
            sheet=self.raw.name,
            row=self.row,
            column=self.header.written if self.header else "",
            letter=self.header.letter if self.header and self.raw.has_letters else "",
            field=self.header.column.field if self.header else issue.field,
        )


def find_column(columns: Iterable[Column], key: str) -> Column | None:
    """Give the column that a header means, a localised one in its language."""
    stem, _, language = key.rpartition("_")
    for column in columns:
        if column.is_localised:
            if column.name == stem and language in language_codes():
                return column.version(language)
        elif column.name == key:
            return column
    return None


def headers_of(raw: RawSheet, sheet: Sheet, columns: tuple[Column, ...], issues: list[Located]) -> list[Header]:
    """Match the first row of a sheet with columns; what does not fit is added to `issues`."""
    headers: list[Header] = []
    if not raw.rows:
        return headers
    seen: set[str] = set()
    row = raw.rows[0]
    for index, cell in sorted(row.cells.items()):
        written = clean(text_of(cell))
        column = find_column(columns, word_key(written))
        name = column.header if column else ""
        header = Header(column or Column(name=written, field=""), index, written)
        place = Place(raw, sheet, row.number, header)
        if column is None:
            issues.append(_unknown_column(place, columns))
        elif name in seen:
            issues.append(place.issue("duplicate-column", written))
        else:
            headers.append(header)
        seen.add(name)
    issues.extend(_missing(Place(raw, sheet, row.number), columns, seen))
    return headers


def _unknown_column(place: Place, columns: tuple[Column, ...]) -> Located:
    assert place.header
    closest = closest_word(place.header.written, [column.header for column in columns])
    return place.issue("unknown-column", place.header.written, closest=closest, severity=Severity.WARNING)


def _missing(place: Place, columns: tuple[Column, ...], seen: set[str]) -> Iterator[Located]:
    for column in columns:
        required = column.version("en") if column.is_localised else column
        if required.is_required and required.header not in seen:
            yield place.issue("missing-column", required.header)
