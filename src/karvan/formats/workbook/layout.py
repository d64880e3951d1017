"""How a workbook looks: headers with comments, drop-down lists, formats, and a sheet that explains it."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any

from karvan.formats.workbook.explain import column_rules, column_text, for_cell, help_lines, sheet_text
from karvan.formats.workbook.located import letters_of
from karvan.formats.workbook.schema import HELP_SHEET, SHEET_OF, CellType, Column, Sheet
from karvan.formats.workbook.tables import Cell, CellTable
from karvan.languages import LANGUAGES, say

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_LAST_LISTED_ROW = 10_000
"""Drop-down lists reach to this row, and offer codes from as many."""

_MADE_AT = datetime(2025, 1, 1)  # noqa: DTZ001 - a property of every workbook, so that equal missions give equal bytes
_DAY_0 = date(1900, 1, 1)
_INK, _BRAND, _QUIET, _TINT, _PALE = "#1F2937", "#0F4C5C", "#5B7C88", "#CFE8EE", "#EEF2F5"
_RULE, _NOTE = "#CBD5E1", "#FFFBEB"

_OPTIONS = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
_NUMBER_FORMATS = {CellType.DATE: "yyyy-mm-dd", CellType.TIME: "hh:mm", CellType.INTEGER: "0"}
_CODES_IN = {
    "companies": ("companies", "code"),
    "interpreters": ("interpreters", "code"),
    "venues": ("tables", "venue"),
    "tables": ("tables", "table"),
}
"""The sheet and column that offer the codes of each kind."""


def book_bytes(tables: Sequence[CellTable], lang: str) -> bytes:
    """Give a workbook of some sheets, after one that explains it."""
    import xlsxwriter

    stream = io.BytesIO()
    with xlsxwriter.Workbook(stream, _OPTIONS) as book:
        book.set_properties({"created": _MADE_AT, "title": HELP_SHEET})
        layout = _Layout(book, tables, lang)
        layout.explain()
        for table in tables:
            layout.write(table)
    return stream.getvalue()


class _Layout:
    """A workbook that is being written."""

    def __init__(self, book: Workbook, tables: Sequence[CellTable], lang: str) -> None:
        self._book, self._tables, self._lang = book, tables, lang
        self._formats: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._direction = {"reading_order": 2 if LANGUAGES[lang].is_rtl else 1}

    def _style(self, **more: Any) -> Format:
        """Give a format, each made once."""
        key = tuple(sorted(more.items()))
        if key not in self._formats:
            common = {"font_name": "Arial", "font_size": 10, "valign": "top"}
            self._formats[key] = self._book.add_format(common | more)
        return self._formats[key]

    def _sheet(self, name: str) -> Worksheet:
        sheet: Worksheet = self._book.add_worksheet(name)
        if LANGUAGES[self._lang].is_rtl:
            sheet.right_to_left()
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        sheet.repeat_rows(0)
        return sheet

    def write(self, table: CellTable) -> None:
        """Write one sheet: headers, rows, comments, drop-down lists."""
        sheet = self._sheet(table.sheet.name)
        sheet.freeze_panes(1, 1)
        for index, column in enumerate(table.columns):
            sheet.set_column(index, index, column.width, self._cell_style(column))
            sheet.write_string(0, index, column.header, self._header_style(column))
        for number, row in enumerate(table.rows, start=1):
            for index, cell in enumerate(row):
                column = table.keys[number - 1] if table.keys and index else table.columns[index]
                _write_cell(sheet, number, index, cell, self._cell_style(column, cell))
        if table.sheet.is_keyed:
            sheet.activate()
            for number, key in enumerate(table.keys, start=1):
                self._help_with(sheet, table.sheet, key, (number, number, 1))
        else:
            for index, column in enumerate(table.columns):
                self._help_with(sheet, table.sheet, column, (1, _LAST_LISTED_ROW, index))

    def _help_with(self, sheet: Worksheet, schema: Sheet, column: Column, cells: tuple[int, int, int]) -> None:
        """Put a comment beside some cells of a column (first row, last row, index), and a list on them."""
        first, last, index = cells
        lines = column_text(self._lang, schema, column), *column_rules(self._lang, schema, column)
        text = for_cell("\n".join(lines))
        height = 24 + 16 * sum(1 + len(line) // 42 for line in text.split("\n"))
        look = {"width": 300, "height": height, "font_size": 9, "author": "Karvan", "color": _NOTE}
        sheet.write_comment(*((first, 0) if schema.is_keyed else (0, index)), text, look)
        if rule := self._rule(column):
            # A warning only: whoever pastes Persian digits, or a code of a later row, is right all the same.
            sheet.data_validation(first, index, last, index, rule | {"error_type": "warning"})

    def _rule(self, column: Column) -> dict[str, Any]:
        """Give what a spreadsheet is told of the cells of a column."""
        if column.type is CellType.CHOICE and column.choices:
            return {"validate": "list", "source": [choice.value for choice in column.choices]}
        if column.type is CellType.YES_NO:
            return {"validate": "list", "source": ["yes", "no"]}
        if column.type is CellType.INTEGER:
            return {"validate": "integer", "criteria": "between", "minimum": column.least, "maximum": column.most}
        if column.type in {CellType.CODE, CellType.TABLE} and column.refers_to:
            return {"validate": "list", "source": self._codes_range(column)}
        return {}

    def _codes_range(self, column: Column) -> str:
        """Name the cells that hold the codes that a column refers to."""
        record, name = _CODES_IN[column.refers_to[0]]
        table = next(table for table in self._tables if table.sheet is SHEET_OF[record])
        letters = letters_of(next(i for i, other in enumerate(table.columns, start=1) if other.name == name))
        return f"={table.sheet.name}!${letters}$2:${letters}${_LAST_LISTED_ROW}"

    def _header_style(self, column: Column) -> Format:
        colour = _BRAND if column.is_required else _QUIET
        return self._style(bold=True, font_color="white", bg_color=colour, border=1, border_color="white")

    def _cell_style(self, column: Column, cell: Cell = None) -> Format:
        """Give the format of a cell, marked as text where it begins like a formula."""
        is_prose = column.type is CellType.TEXT
        is_guarded = isinstance(cell, str) and bool(re.match(r"[=+\-@\t\r]", cell))
        return self._style(
            num_format=_NUMBER_FORMATS.get(column.type, "@"),
            text_wrap=is_prose and column.width > 30,
            font_color=_INK,
            reading_order=0 if is_prose else 1,
            quote_prefix=is_guarded,
        )

    def explain(self) -> None:
        """Write the sheet that explains the workbook."""
        sheet = self._sheet(HELP_SHEET)
        sheet.hide_gridlines(2)
        sheet.set_column(0, 0, 20)
        sheet.set_column(1, 1, 90)
        title = self._style(bold=True, font_size=16, font_color=_BRAND, **self._direction)
        sheet.write_string(0, 0, say(self._lang, "workbook-help-title"), title)
        text = self._style(text_wrap=True, font_color=_INK, **self._direction)
        row = 2
        for row, line in enumerate(help_lines(self._lang), start=2):
            sheet.merge_range(row, 0, row, 1, line, text)
            sheet.set_row(row, 15 * (1 + len(line) // 125))
        said = self._style(text_wrap=True, bottom=1, bottom_color=_RULE, **self._direction)
        for number, table in enumerate(self._tables, start=row + 2):
            colour = _TINT if table.sheet.is_required else _PALE
            name = self._style(bold=True, font_color=_BRAND, bg_color=colour, bottom=1, bottom_color=_RULE)
            sheet.write_url(number, 0, f"internal:'{table.sheet.name}'!A1", name, table.sheet.name)
            sheet.write_string(number, 1, for_cell(sheet_text(self._lang, table.sheet)), said)


def _write_cell(sheet: Worksheet, row: int, index: int, cell: Cell, style: Format) -> None:
    if cell is None:
        sheet.write_blank(row, index, None, style)
    elif isinstance(cell, str):
        if sheet.write_string(row, index, cell, style):
            raise ValueError(f"longer than a cell can hold: {cell[:40]}…")
    elif isinstance(cell, int):
        sheet.write_number(row, index, cell, style)
    elif isinstance(cell, time):
        sheet.write_number(row, index, (cell.hour * 60 + cell.minute) / (24 * 60), style)
    else:
        sheet.write_number(row, index, (cell - _DAY_0).days + 2, style)
