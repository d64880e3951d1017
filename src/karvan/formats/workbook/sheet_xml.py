"""One sheet of an .xlsx file: its XML, event by event, into rows of values."""

from __future__ import annotations

import math
import re
from datetime import datetime, timedelta

from karvan.formats.workbook.dates import as_shown
from karvan.formats.workbook.package import LocalNames
from karvan.formats.workbook.raw import BadCell, Filled, RawRow
from karvan.formats.workbook.text import is_blank

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
"""The bounds of a sheet in a spreadsheet."""

_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_TEXT_ELEMENTS = frozenset(("v", "t", "f"))


class TooManyRowsError(Exception):
    """A sheet has more rows than its schema allows; raised inside the parser to stop it."""


def unescape(text: str) -> str:
    """Read the escapes by which a spreadsheet writes characters that XML cannot hold: ``_x000D_``."""
    return _ESCAPED.sub(_unescaped, text) if "_x" in text else text


def _unescaped(match: re.Match[str]) -> str:
    code = int(match[1], 16)
    return match[0] if 0xD800 <= code < 0xE000 else chr(code)


class _ColumnNumbers(dict[str, int]):
    """Columns by their letters, each worked out once."""

    def __missing__(self, letters: str) -> int:
        number = 0
        for letter in letters:
            number = number * 26 + "ABCDEFGHIJKLMNOPQRSTUVWXYZ".index(letter) + 1
        if not 0 < number <= LAST_COLUMN:
            raise ValueError(letters)
        self[letters] = number
        return number


class SheetReader:
    """Handlers for the events of one sheet.

    Parameters
    ----------
    strings : list of str
        The workbook's shared strings.
    date_styles : frozenset of str
        Indices of cell styles that show a date or time.
    epoch : datetime
        Day 0 of the workbook.
    max_rows : int
        Rows that are not blank, the header not counted.

    Attributes
    ----------
    rows : list of RawRow
        Rows that are not blank.
    merged : list of str
    text : list of str
        Pieces of the text of the element that is open; the parser appends to it.
    """

    def __init__(self, strings: list[str], date_styles: frozenset[str], epoch: datetime, max_rows: int) -> None:
        self.rows: list[RawRow] = []
        self.merged: list[str] = []
        self.text: list[str] = []
        self._strings, self._date_styles, self._epoch, self._max_rows = strings, date_styles, epoch, max_rows
        self._columns, self._local = _ColumnNumbers(), LocalNames()
        self._row, self._column = 0, 0
        self._cells: dict[int, Filled] = {}
        self._type, self._style = "n", ""
        self._value: str | None = None
        self._formula: str | None = None
        self._inline: list[str] = []
        self._is_phonetic = False

    def start(self, tag: str, attributes: dict[str, str]) -> None:
        """Take the start of an element."""
        tag = self._local[tag]
        if tag == "c":
            self._start_cell(attributes)
        elif tag in _TEXT_ELEMENTS:
            self.text.clear()
        elif tag == "row":
            self._row = int(attributes.get("r", self._row + 1))
            self._column, self._cells = 0, {}
            if not 0 < self._row <= LAST_ROW:
                raise ValueError(self._row)
        elif tag == "rPh":
            self._is_phonetic = True
        elif tag == "mergeCell":
            self.merged.append(attributes["ref"])

    def _start_cell(self, attributes: dict[str, str]) -> None:
        reference = attributes.get("r")
        self._column = self._columns[reference.rstrip("0123456789")] if reference else self._column + 1
        self._type = attributes.get("t", "n")
        self._style = attributes.get("s", "")
        self._value = self._formula = None
        self._inline.clear()

    def end(self, tag: str) -> None:
        """Take the end of an element."""
        tag = self._local[tag]
        if tag == "v":
            self._value = "".join(self.text)
        elif tag == "c":
            self._end_cell()
        elif tag == "f":
            self._formula = "".join(self.text)
        elif tag == "t" and not self._is_phonetic:
            self._inline.append("".join(self.text))
        elif tag == "rPh":
            self._is_phonetic = False
        elif tag == "row":
            self._end_row()

    def _end_cell(self) -> None:
        if self._formula is not None and not self._value and self._type != "str":
            self._cells[self._column] = BadCell("formula-without-value", f"={self._formula[:60]}")
        elif self._value or self._type == "inlineStr":
            value = self._cell_value(self._value or "")
            if not (isinstance(value, str) and is_blank(value)):
                self._cells[self._column] = value

    def _end_row(self) -> None:
        self.text.clear()
        if self._cells:
            if len(self.rows) > self._max_rows:
                raise TooManyRowsError
            self.rows.append(RawRow(self._row, self._cells))

    def _cell_value(self, text: str) -> Filled:
        match self._type:
            case "s":
                return self._strings[int(text)]
            case "n":
                return self._number(text)
            case "b":
                return text == "1"
            case "e":
                return BadCell("error-cell", text)
            case "d":
                return datetime.fromisoformat(text)
            case "inlineStr":
                return unescape("".join(self._inline))
            case _:
                return unescape(text)

    def _number(self, text: str) -> Filled:
        number = float(text)
        if not math.isfinite(number):
            return BadCell("error-cell", text)
        if self._style in self._date_styles:
            return self._moment(number)
        return int(number) if number.is_integer() else number

    def _moment(self, number: float) -> Filled:
        """Read a number that the sheet shows as a date or time."""
        seconds = round(number * 86_400)
        if 0 <= seconds < 86_400:
            return (self._epoch + timedelta(seconds=seconds)).time()
        try:
            return as_shown(self._epoch + timedelta(seconds=seconds))
        except OverflowError:
            return BadCell("error-cell", "########")
