"""A workbook that reads well in every language: styles, directions, digits, and no formulas from users."""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any, cast

from persiantools.jdatetime import JalaliDate

from karvan.languages import LANGUAGES
from karvan.languages.bidi import strip_isolates
from karvan.languages.numbers import localise_digits

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

Value = str | int | float | date | datetime | time | None
"""What a cell can hold."""

INK, SOFT, HAIR, ACCENT, TINT = "#1B2326", "#566166", "#C9D1D3", "#0B5A63", "#EAF1F2"
"""The colours of all documents: text, lesser text, lines, the accent, and a ground to write on."""

NATIVE_DIGITS = {"۰": "[$-3000429]", "٠": "[$-2000401]"}
"""By a language's zero: what makes a spreadsheet show numbers in its digits."""

DANGEROUS = ("=", "+", "-", "@", "\t", "\r")
"""What a text begins with that a spreadsheet could take for a formula."""

LINE = 13.5
"""Points from line to line."""

LONGEST_SHEET_NAME = 31
"""Characters that a sheet's name can have."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table: its heading, its width in characters, and how its cells look."""

    heading: str
    width: float
    style: tuple[tuple[str, Any], ...] = ()


def column(heading: str, width: float, **style: object) -> Column:
    """Give a column; properties are XlsxWriter's."""
    return Column(heading, width, tuple(style.items()))


def solar_hijri_number(lang: str, day: date) -> str:
    """Write a Solar Hijri date so that it sorts as it reads: ``1404/09/13``."""
    jalali = JalaliDate(day)
    return localise_digits(lang, f"{jalali.year}/{jalali.month:02}/{jalali.day:02}")


def lines_in(text: str, width: float) -> int:
    """Estimate how many lines a wrapped text takes in a column so many characters wide."""
    return sum(max(1, math.ceil(len(part) * 1.1 / width)) for part in text.split("\n"))


class Book:
    """A workbook under construction.

    Parameters
    ----------
    stamp : datetime
        What it says of its making; no clock is read.
    """

    def __init__(self, lang: str, *, title: str, stamp: datetime) -> None:
        import xlsxwriter

        self.lang = lang
        self._buffer = io.BytesIO()
        self._workbook = xlsxwriter.Workbook(
            self._buffer,
            {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False},
        )
        created = stamp.replace(tzinfo=None)
        self._workbook.set_properties({"title": strip_isolates(title), "created": created})
        self._styles: dict[tuple[tuple[str, Any], ...], Format] = {}
        self._names: set[str] = set()

    @property
    def is_rtl(self) -> bool:
        """Whether its sheets run from right to left."""
        return LANGUAGES[self.lang].is_rtl

    def close(self) -> bytes:
        """Give the finished file."""
        self._workbook.close()
        return self._buffer.getvalue()

    def style(self, **properties: object) -> Format:
        """Give a cell format, made once, on the ground of the book's own look."""
        base = {"font_name": "Tahoma" if self.is_rtl else "Calibri", "font_size": 10, "font_color": INK}
        look = base | {"valign": "top", "reading_order": 2 if self.is_rtl else 1} | properties
        key = tuple(sorted(look.items()))
        if key not in self._styles:
            self._styles[key] = self._workbook.add_format(look)
        return self._styles[key]

    def sheet(self, name: str, *, is_landscape: bool = True) -> Worksheet:
        """Add a sheet that prints on as many A4 pages as it is long, one page wide."""
        sheet = self._workbook.add_worksheet(self._free_name(name))
        if self.is_rtl:
            sheet.right_to_left()
        if is_landscape:
            sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.6)
        sheet.set_footer("&C&8&A  ·  &P / &N")
        sheet.hide_gridlines(2)
        return sheet

    def _free_name(self, name: str) -> str:
        """Make a sheet's name one that spreadsheets accept and that no other sheet has."""
        clean = strip_isolates(name).translate({ord(char): " " for char in "[]:*?/\\"}).strip("' ")
        wanted, number = clean[:LONGEST_SHEET_NAME], 1
        while wanted.casefold() in self._names:
            number += 1
            ending = f" {number}"
            wanted = clean[: LONGEST_SHEET_NAME - len(ending)] + ending
        self._names.add(wanted.casefold())
        return wanted

    def write(self, sheet: Worksheet, row: int, col: int, value: Value, /, **properties: object) -> None:
        """Write one cell, text always as text."""
        digits = NATIVE_DIGITS.get(LANGUAGES[self.lang].digits[0], "")
        if value in {None, ""}:
            sheet.write_blank(row, col, None, self.style(**properties))
        elif isinstance(value, str):
            guard = {"quote_prefix": True} if value.startswith(DANGEROUS) else {}
            sheet.write_string(row, col, strip_isolates(value), self.style(**guard, **properties))
        elif isinstance(value, int | float):
            pattern = properties.pop("num_format", "0")
            sheet.write_number(row, col, value, self.style(num_format=f"{digits}{pattern}", **properties))
        else:
            pattern = "hh:mm" if isinstance(value, time) else "yyyy-mm-dd"
            sheet.write_datetime(
                row, col, cast("datetime", value), self.style(num_format=f"{digits}{pattern}", **properties)
            )

    def fit_row(self, sheet: Worksheet, row: int, cells: Iterable[tuple[Value, float]]) -> None:
        """Make a row as high as its wrapped texts need, for programs that do not do it themselves.

        Parameters
        ----------
        cells : iterable of (value, width)
            Width in characters.
        """
        most = max((lines_in(value, width) for value, width in cells if isinstance(value, str)), default=1)
        sheet.set_row(row, LINE * most + 4)

    def merge(self, sheet: Worksheet, area: tuple[int, int, int, int], value: str, /, **properties: object) -> None:
        """Write a text over an area, which may be a single cell."""
        top, left, bottom, right = area
        if (top, left) != (bottom, right):
            sheet.merge_range(top, left, bottom, right, "", self.style(**properties))
        self.write(sheet, top, left, value, **properties)

    def heading(self, sheet: Worksheet, title: str, note: str = "") -> int:
        """Write a sheet's title, and say in which row what follows can begin."""
        sheet.set_row(0, 27)
        self.write(sheet, 0, 0, title, bold=True, font_size=16, font_color=ACCENT, valign="vcenter")
        self.write(sheet, 1, 0, note, font_color=SOFT)
        return 3

    def table(self, sheet: Worksheet, top: int, columns: Sequence[Column], rows: Sequence[Sequence[Value]]) -> int:
        """Write a table with filters and a heading that stays and repeats; say what row is free below."""
        for col, each in enumerate(columns):
            sheet.set_column(col, col, each.width)
        widths = [each.width for each in columns]
        for number, row in enumerate(rows, top + 1):
            self.fit_row(sheet, number, zip(row, widths, strict=True))
            for col, (each, value) in enumerate(zip(columns, row, strict=True)):
                self.write(sheet, number, col, value, bottom=1, bottom_color=HAIR, **dict(each.style))
        look = {"bold": True, "font_color": "#FFFFFF", "bg_color": ACCENT, "text_wrap": True, "valign": "vcenter"}
        self.fit_row(sheet, top, ((each.heading, each.width - 3) for each in columns))
        for col, each in enumerate(columns):
            self.write(sheet, top, col, each.heading, **look)
        bottom = max(top + len(rows), top + 1)
        headings = [{"header": strip_isolates(each.heading), "header_format": self.style(**look)} for each in columns]
        sheet.add_table(top, 0, bottom, len(columns) - 1, {"columns": headings, "style": None})
        return bottom + 2

    def keep_heading(self, sheet: Worksheet, top: int, columns: int = 0) -> None:
        """Keep a table's heading in sight, on screen and on every printed page."""
        sheet.freeze_panes(top + 1, columns)
        sheet.repeat_rows(top)
