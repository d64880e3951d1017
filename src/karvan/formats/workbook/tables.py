"""A mission as plain tables: the form between its records and any file, and for storage as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from karvan.formats.workbook.raw import Filled, RawBook, RawRow, RawSheet
from karvan.formats.workbook.read import ReadResult, read_book
from karvan.formats.workbook.schema import SHEETS, Column, Sheet, sheet_named
from karvan.formats.workbook.settings import KEY_COLUMNS
from karvan.mission.localised import LocalisedText, distinct
from karvan.mission.mission import Mission

Cell = str | int | date | time | None
"""A value as a spreadsheet knows it; None is blank."""

StringTables = dict[str, list[dict[str, str]]]
"""Rows of text by header, by the name of the sheet."""


@dataclass(frozen=True, slots=True)
class CellTable:
    """One sheet, ready to be written.

    Attributes
    ----------
    columns : tuple of Column
        Localised ones once for each language.
    rows : list
        Cells in the order of the columns.
    keys : tuple of Column
        In the sheet Mission, the setting that each row holds; empty elsewhere.
    """

    sheet: Sheet
    columns: tuple[Column, ...]
    rows: list[list[Cell]]
    keys: tuple[Column, ...] = ()


def mission_tables(mission: Mission) -> StringTables:
    """Give a mission as rows of text; blank cells are left out.

    Notes
    -----
    ``mission_from_tables(mission_tables(m)).mission == m`` for every mission that a file can hold.
    """
    return {
        table.sheet.name: [
            {
                column.header: text_of_cell(cell)
                for column, cell in zip(table.columns, row, strict=True)
                if cell is not None
            }
            for row in table.rows
        ]
        for table in cell_tables(mission)
    }


def mission_from_tables(tables: Mapping[str, Sequence[Mapping[str, Filled | None]]], name: str = "") -> ReadResult:
    """Read a mission from rows of text (numbers and dates do as well), as a workbook is read.

    Rows are counted as if each sheet had its header in row 1.
    """
    book = RawBook(source=name)
    for sheet_name, rows in tables.items():
        if sheet_named(sheet_name):
            book.sheets.append(_raw_sheet(sheet_name, name, rows))
        else:
            book.ignore(sheet_name, name)
    return read_book(book)


def _raw_sheet(sheet_name: str, source: str, rows: Sequence[Mapping[str, Filled | None]]) -> RawSheet:
    headers = distinct(header for row in rows for header in row)
    index = {header: position for position, header in enumerate(headers, start=1)}
    raw_rows = [RawRow(1, {position: header for header, position in index.items()})] if headers else []
    for number, row in enumerate(rows, start=2):
        cells = {index[header]: cell for header, cell in row.items() if cell is not None and cell != ""}
        if cells:
            raw_rows.append(RawRow(number, cells))
    return RawSheet(name=sheet_name, source=source, rows=tuple(raw_rows), has_letters=False)


def cell_tables(mission: Mission) -> Iterator[CellTable]:
    """Give every sheet of a mission, ready to be written; also those without rows."""
    preferred = distinct(("en", *mission.settings.languages))
    for sheet in SHEETS:
        if sheet.is_keyed:
            yield _settings_table(sheet, mission)
            continue
        records: tuple[Any, ...] = getattr(mission, sheet.record)
        columns = columns_in(sheet, preferred, records)
        yield CellTable(sheet, columns, [[_cell(column, record) for column in columns] for record in records])


def columns_in(sheet: Sheet, languages: Iterable[str], records: Iterable[Any] = ()) -> tuple[Column, ...]:
    """Give the columns of a sheet, localised ones in some languages and all those that records use."""
    records = tuple(records)
    return tuple(
        version
        for column in sheet.columns
        for version in (_versions(column, languages, records) if column.is_localised else (column,))
    )


def _versions(column: Column, languages: Iterable[str], records: Sequence[Any]) -> Iterator[Column]:
    used = sorted({lang for record in records for lang, _ in getattr(record, column.field)})
    return (column.version(lang) for lang in distinct((*languages, *used)))


def _settings_table(sheet: Sheet, mission: Mission) -> CellTable:
    keys = columns_in(sheet, (), (mission.settings,))
    rows = [(key, _cell(key, mission.settings)) for key in keys]
    filled = [(key, cell) for key, cell in rows if cell is not None]
    return CellTable(sheet, KEY_COLUMNS, [[key.header, cell] for key, cell in filled], tuple(key for key, _ in filled))


def _cell(column: Column, record: Any) -> Cell:
    return cell_of(getattr(record, column.field), column.language)


def cell_of(value: Any, language: str = "") -> Cell:
    """Give a record's value as a cell: lists by semicolons, a text in its language, yes and no as words."""
    if isinstance(value, LocalisedText):
        return value.in_language(language)
    if isinstance(value, tuple):
        return ";".join(map(str, value)) or None
    if isinstance(value, bool):
        return "yes" if value else "no"
    if value is None or isinstance(value, int | date | time):
        return value
    return str(value) or None


def text_of_cell(cell: str | int | date | time) -> str:
    """Write a cell as text: dates as ISO has them, times to the minute."""
    return f"{cell:%H:%M}" if isinstance(cell, time) else str(cell)
