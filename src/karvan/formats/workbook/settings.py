"""The sheet Mission: one setting in each row, as key and value."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from karvan.formats.workbook.cells import text_of
from karvan.formats.workbook.headers import Header, Place, find_column
from karvan.formats.workbook.raw import RawRow, RawSheet
from karvan.formats.workbook.rows import ReadSheet, finished, open_sheet
from karvan.formats.workbook.schema import KEY, VALUE, CellType, Column, Sheet
from karvan.formats.workbook.text import word_key
from karvan.formats.workbook.vocabulary import closest_word
from karvan.mission.issues import Severity
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Settings

KEY_COLUMNS = (
    Column(name=KEY, field=KEY, type=CellType.CODE, is_required=True, width=34),
    Column(name=VALUE, field=VALUE, is_required=True, width=60),
)
"""The columns of the sheet Mission."""

_STAND_IN: dict[str, Any] = {
    "title": LocalisedText(),
    "start_date": date.min,
    "end_date": date.max,
    "time_zone": "UTC",
    "visiting_country": "",
    "host_country": "",
}
"""Settings with which the other sheets are checked while the real ones are missing."""


def read_settings(raw: RawSheet, sheet: Sheet) -> ReadSheet:
    """Read the sheet Mission."""
    read = open_sheet(raw, sheet, KEY_COLUMNS)
    index = {header.column.name: header.index for header in read.headers}
    if len(index) < len(KEY_COLUMNS):
        return read
    seen: dict[str, int] = {}
    for row in raw.rows[1:]:
        if index[KEY] in row.cells:
            _read_setting(read, row, index, seen)
    missing = [column for column in _required(sheet) if column.header not in seen]
    for column in missing:
        read.issues.append(Place(raw, sheet).issue("missing-key", column.header))
    read.values = finished(sheet, read.values)
    return read


def _required(sheet: Sheet) -> Iterator[Column]:
    versions = (column.version("en") if column.is_localised else column for column in sheet.columns)
    return (column for column in versions if column.is_required)


def _read_setting(read: ReadSheet, row: RawRow, index: dict[str, int], seen: dict[str, int]) -> None:
    written = text_of(row.cells[index[KEY]]).strip()
    column = find_column(read.sheet.columns, word_key(written))
    if column is None:
        read.issues.append(_unknown_key(read, row, index[KEY], written))
        return
    place = Place(read.raw, read.sheet, row.number, Header(column, index[VALUE], written))
    if column.header in seen:
        read.issues.append(place.issue("duplicate-key", written, str(seen[column.header])))
        return
    seen[column.header] = row.number
    read.places.setdefault(column.field, place)
    value, problems = read.cell_value(column, row.cells.get(index[VALUE]))
    read.issues.extend(place.report(problem) for problem in problems)
    if value is None or value == ():
        if column.is_required and not problems:
            read.issues.append(place.issue("missing-value"))
    elif column.is_localised:
        read.values.setdefault(column.field, {})[column.language] = value
    else:
        read.values[column.field] = value


def _unknown_key(read: ReadSheet, row: RawRow, index: int, written: str) -> Any:
    place = Place(read.raw, read.sheet, row.number, Header(Column(name=KEY, field=""), index, KEY))
    closest = closest_word(written, [column.header for column in read.sheet.columns])
    return place.issue("unknown-key", written, closest=closest, severity=Severity.WARNING)


def settings_of(read: ReadSheet | None) -> Settings:
    """Build the settings, with stand-ins for what is missing."""
    return Settings(**(_STAND_IN | (read.values if read else {})))
