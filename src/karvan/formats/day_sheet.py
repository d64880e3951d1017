"""One day of a programme as a sheet: as it would hang on the wall."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from karvan.formats.day_grid import Grid, Place, Times, grid_of
from karvan.formats.readers import Reader
from karvan.formats.sheets import ACCENT, HAIR, LINE, SOFT, TINT, Book
from karvan.languages import say
from karvan.languages.dates import clock, full_date, short_date, weekday
from karvan.mission.programme import Meeting, PlacedLevel, Programme

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

GROUND = {
    PlacedLevel.FIXED: "#F3D9A4",
    PlacedLevel.MUST: "#F8E9C8",
    PlacedLevel.WANT: "#D5E8EA",
    PlacedLevel.SUGGESTION: "#FFFFFF",
}
"""What a level looks like; printed in grey, stronger is darker, and the strong ones are bold."""

STRONG = frozenset((PlacedLevel.FIXED, PlacedLevel.MUST))
"""Levels set in bold."""

WIDE, NARROW = 23, 11
"""Widths in characters of a column of meetings, and of one in which something else happens."""

BORDER: dict[str, object] = {"border": 1, "border_color": HAIR}
CENTRED: dict[str, object] = BORDER | {"align": "center", "valign": "vcenter", "text_wrap": True}
"""How cells of the grid look."""

TOP = 2
"""The row of the times."""


def write_day(book: Book, reader: Reader, programme: Programme, day: date) -> None:
    """Add the sheet of a day."""
    sheet = book.sheet(f"{weekday(book.lang, day, is_short=True)} {short_date(book.lang, day)}")
    book.heading(sheet, weekday(book.lang, day), "  ·  ".join(full_date(book.lang, day)))
    sheet.set_column(0, 0, 20)
    sheet.set_row(TOP, 2 * LINE + 4)
    wall = _Wall(book, sheet, reader, grid_of(reader, programme, day))
    wall.write_places()
    for col, times in enumerate(wall.grid.times, 1):
        wall.write_column(col, times)
    sheet.freeze_panes(TOP + 1, 1)
    sheet.repeat_rows(TOP)
    sheet.repeat_columns("A:A")


@dataclass(frozen=True)
class _Wall:
    """The grid of one day on its sheet."""

    book: Book
    sheet: Worksheet
    reader: Reader
    grid: Grid

    def write_places(self) -> None:
        """Write the tables down the first column, each row as high as its meetings need, and the legend."""
        for row, place in enumerate(self.grid.places, TOP + 1):
            texts = [self._text(place, times) for times in self.grid.times]
            self.book.fit_row(self.sheet, row, ((text, WIDE) for text in texts))
            look = BORDER | {"bold": True, "text_wrap": True}
            self.book.write(self.sheet, row, 0, self.reader.place(*place), **look)
        if self.grid.places:
            self._write_legend(TOP + len(self.grid.places) + 2)
        else:
            self.sheet.set_row(TOP + 1, 6 * LINE)

    def _write_legend(self, top: int) -> None:
        for row, level in enumerate(PlacedLevel, top):
            look = BORDER | {"bold": level in STRONG, "bg_color": GROUND[level]}
            self.book.write(self.sheet, row, 0, say(self.book.lang, f"level-{level}"), **look)

    def write_column(self, col: int, times: Times) -> None:
        """Write a time and who meets then or, where nobody does, what else happens."""
        start, end = (clock(self.book.lang, self.reader.local(moment)) for moment in times)
        look = CENTRED | {"bold": True, "font_color": "#FFFFFF", "bg_color": ACCENT}
        self.book.write(self.sheet, TOP, col, f"{start}\n{end}", **look)
        if self.grid.has_meetings(times):
            self.sheet.set_column(col, col, WIDE)
            for row, place in enumerate(self.grid.places, TOP + 1):
                self._write_cell(row, col, place, times)
        else:
            self.sheet.set_column(col, col, NARROW)
            bottom = TOP + max(1, len(self.grid.places))
            titles = "\n".join(self.reader.what(block) for block in self.grid.blocks[times])
            look = CENTRED | {"font_color": SOFT, "bg_color": TINT}
            self.book.merge(self.sheet, (TOP + 1, col, bottom, col), titles, **look)

    def _write_cell(self, row: int, col: int, place: Place, times: Times) -> None:
        meetings = self.grid.meetings.get((place, times))
        look: dict[str, object] = BORDER | {"text_wrap": True, "font_size": 9}
        if meetings:
            level = meetings[0].level
            look |= {"bold": level in STRONG, "bg_color": GROUND[level]}
        self.book.write(self.sheet, row, col, self._text(place, times) or None, **look)

    def _text(self, place: Place, times: Times) -> str:
        return "\n".join(map(self._words, self.grid.meetings.get((place, times), ())))

    def _words(self, meeting: Meeting) -> str:
        lines = [self.reader.name(meeting.company), self.reader.name(meeting.counterpart)]
        if meeting.interpreter:
            name = self.reader.interpreter(meeting.interpreter)
            lines.append(say(self.book.lang, "workbook-with-interpreter", name=name))
        return "\n".join(lines)
