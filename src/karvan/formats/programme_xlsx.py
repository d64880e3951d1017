"""`programme.xlsx`: the whole programme for the organiser, to read, filter and print."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime, time
from itertools import groupby
from typing import TYPE_CHECKING

from karvan.formats.day_sheet import write_day
from karvan.formats.readers import Reader, breaks_of, date_range, dates_of, minutes_of
from karvan.formats.reasons import reason_text
from karvan.formats.sheets import ACCENT, HAIR, SOFT, TINT, Book, Column, Value, column, solar_hijri_number
from karvan.languages import LANGUAGES, say
from karvan.languages.dates import short_date, weekday
from karvan.mission.companies import Side
from karvan.mission.mission import Mission
from karvan.mission.programme import Attendance, Goal, Meeting, Programme, Reason

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet


def programme_workbook(mission: Mission, programme: Programme, lang: str, *, stamp: datetime | None = None) -> bytes:
    """Give a programme as an Excel workbook in one language.

    Parameters
    ----------
    stamp : datetime, optional
        What the file says of its making; else the mission's first day, so that the same programme
        always gives the same bytes.

    Notes
    -----
    It is the organiser's: it names levels, scores, and why a meeting was not placed. A text that
    begins like a formula stays text, also after somebody has edited its cell.
    """
    reader = Reader(mission, lang)
    made = stamp or datetime.combine(mission.settings.start_date, time.min)
    book = Book(lang, title=reader.title, stamp=made)
    _write_overview(book, reader, programme)
    for day in dates_of(reader, programme):
        write_day(book, reader, programme, day)
    _write_meetings(book, reader, programme)
    _write_companies(book, reader, programme)
    _write_interpreters(book, reader, programme)
    _write_blocks(book, reader, programme)
    _write_unplaced(book, reader, programme)
    return book.close()


def _word(book: Book, name: str, **values: str | int) -> str:
    return say(book.lang, f"workbook-{name}", **values)


# ---- overview ---------------------------------------------------------------------------------


def _write_overview(book: Book, reader: Reader, programme: Programme) -> None:
    sheet = book.sheet(_word(book, "overview"), is_landscape=False)
    for col, width in enumerate((44, 13, 13, 30)):
        sheet.set_column(col, col, width)
    row = book.heading(sheet, reader.title, _sides(reader))
    settings = reader.mission.settings
    for text in date_range(book.lang, settings.start_date, settings.end_date):
        book.write(sheet, row, 0, text, font_size=11)
        row += 1
    status = say(book.lang, f"status-{programme.status}")
    status_text = _word(book, "status", status=status)
    book.merge(sheet, (row + 1, 0, row + 1, 3), status_text, bold=True, bg_color=TINT, text_wrap=True, valign="vcenter")
    sheet.set_row(row + 1, 30)
    row = _write_figures(book, sheet, row + 3, programme)
    _write_goals(book, sheet, row + 1, programme.goals)


def _sides(reader: Reader) -> str:
    texts = [
        say(reader.lang, "agenda-side", side=say(reader.lang, f"side-{side}"), country=reader.country(side))
        for side in Side
    ]
    return "  ·  ".join(texts)


def _write_head(book: Book, sheet: Worksheet, row: int, texts: tuple[str, ...]) -> None:
    """Write the heading of a small table: the first text is its name."""
    for col, text in enumerate(texts):
        look: dict[str, object] = {"font_color": SOFT, "align": "center"}
        if col == 0:
            look = {"bold": True, "font_color": ACCENT, "font_size": 12}
        book.write(sheet, row, col, text, bottom=2, bottom_color=ACCENT, valign="bottom", text_wrap=True, **look)


def _write_figures(book: Book, sheet: Worksheet, row: int, programme: Programme) -> int:
    _write_head(book, sheet, row, tuple(_word(book, name) for name in ("figures", "number", "of", "share")))
    first = row + 1
    for line, (name, figure) in enumerate(programme.figures.items(), first):
        cells = (say(book.lang, f"figure-{name}"), figure.numerator, figure.denominator)
        for col, value in enumerate(cells):
            book.write(sheet, line, col, value, bottom=1, bottom_color=HAIR, **(CENTRED if col else {}))
        book.write(sheet, line, 3, figure.ratio, bottom=1, bottom_color=HAIR, num_format="0%")
    last = first + len(programme.figures)
    # Only what Excel 2007 knew: solid bars are an extension that other readers throw away with a warning.
    limits = {"min_type": "num", "max_type": "num", "min_value": 0, "max_value": 1}
    bar = {"type": "data_bar", "bar_color": "#9CC3C7"} | limits
    sheet.conditional_format(first, 3, max(first, last - 1), 3, bar)
    return last


def _write_goals(book: Book, sheet: Worksheet, row: int, goals: tuple[Goal, ...]) -> None:
    _write_head(book, sheet, row, tuple(_word(book, name) for name in ("goals", "reached", "bound", "certainty")))
    for line, goal in enumerate(goals, row + 1):
        verdict = _word(book, "proved" if goal.is_proved else "not-proved")
        cells = (say(book.lang, f"goal-{goal.name}"), goal.value, goal.bound, verdict)
        for col, value in enumerate(cells):
            book.write(sheet, line, col, value, bottom=1, bottom_color=HAIR, **(CENTRED if col else {}))


# ---- lists ------------------------------------------------------------------------------------


Spec = tuple[str, float] | tuple[str, float, Mapping[str, object]]
"""A column by the name of its heading, its width, and how its cells look."""


def _columns(book: Book, *specs: Spec) -> list[Column]:
    return [column(_word(book, spec[0]), spec[1], **(spec[2] if len(spec) == 3 else {})) for spec in specs]


WRAPPED: dict[str, object] = {"text_wrap": True}
BOLD: dict[str, object] = {"text_wrap": True, "bold": True}
QUIET: dict[str, object] = {"text_wrap": True, "font_color": SOFT}
CENTRED: dict[str, object] = {"align": "center"}
"""How cells of a column look."""


def _day_columns(book: Book) -> list[Column]:
    """Both calendars, the readers' own first."""
    both = _columns(book, ("gregorian", 12, CENTRED), ("solar-hijri", 12, CENTRED | {"font_color": SOFT}))
    return both[::-1] if LANGUAGES[book.lang].is_solar_hijri_first else both


def _day_cells(book: Book, day: date) -> list[Value]:
    both: list[Value] = [day, solar_hijri_number(book.lang, day)]
    return both[::-1] if LANGUAGES[book.lang].is_solar_hijri_first else both


def _when(book: Book, reader: Reader, item: Meeting | Attendance) -> list[Value]:
    start, end = reader.local(item.start), reader.local(item.end)
    return [*_day_cells(book, start.date()), start.time(), end.time()]


def _write_meetings(book: Book, reader: Reader, programme: Programme) -> None:
    sheet = book.sheet(_word(book, "meetings"))
    top = book.heading(sheet, _word(book, "meetings"), say(book.lang, "count-meetings", n=len(programme.meetings)))
    names: tuple[Spec, ...] = (("code", 6.5), ("company", 22, BOLD), ("own-name", 20, QUIET))
    others: tuple[Spec, ...] = (
        ("counterpart-code", 7.5),
        ("counterpart", 22, BOLD),
        ("counterpart-own-name", 20, QUIET),
    )
    ends = (("place", 20, WRAPPED), ("interpreter", 20, WRAPPED), ("level", 13), ("score", 9, {"num_format": "0.00"}))
    columns = [
        *_day_columns(book),
        *_columns(book, ("start", 8, CENTRED), ("end", 8, CENTRED), *names, *others, *ends),
    ]
    ordered = sorted(programme.meetings, key=lambda m: (m.start, m.venue, m.table, m.company))
    book.table(sheet, top, columns, [_meeting_row(book, reader, meeting) for meeting in ordered])
    book.keep_heading(sheet, top)


def _meeting_row(book: Book, reader: Reader, meeting: Meeting) -> list[Value]:
    return [
        *_when(book, reader, meeting),
        *(_names(reader, meeting.company)),
        *(_names(reader, meeting.counterpart)),
        reader.place(meeting.venue, meeting.table),
        reader.interpreter(meeting.interpreter),
        say(book.lang, f"level-{meeting.level}"),
        meeting.score,
    ]


def _names(reader: Reader, code: str) -> tuple[str, str, str]:
    return code, reader.name(code), reader.own_name(code)


def _write_companies(book: Book, reader: Reader, programme: Programme) -> None:
    sheet = book.sheet(_word(book, "companies"))
    top = book.heading(sheet, _word(book, "companies"), _word(book, "companies-note"))
    days = dates_of(reader, programme)
    columns = [
        *_columns(book, ("code", 7), ("company", 30, BOLD), ("own-name", 28, QUIET), ("side", 20), ("city", 15)),
        *(
            column(f"{weekday(book.lang, day, is_short=True)} {short_date(book.lang, day)}", 10, **CENTRED)
            for day in days
        ),
        *_columns(book, ("total", 9, CENTRED | {"bold": True}), ("breaks", 9, CENTRED), ("attended", 9, CENTRED)),
    ]
    rows = [_company_row(book, reader, programme, code, days) for code in reader.mission.company]
    book.table(sheet, top, columns, rows)
    book.keep_heading(sheet, top, 2)


def _company_row(book: Book, reader: Reader, programme: Programme, code: str, days: tuple[date, ...]) -> list[Value]:
    meetings = programme.meetings_of(code)
    per_day = [sum(reader.local(m.start).date() == day for m in meetings) for day in days]
    return [
        *_names(reader, code),
        say(book.lang, f"side-{reader.mission.company[code].side}"),
        reader.city(code),
        *(count or None for count in per_day),
        len(meetings),
        breaks_of(reader.mission, programme, code),
        len(programme.attended_by(code)),
    ]


# ---- interpreters -----------------------------------------------------------------------------


def _write_interpreters(book: Book, reader: Reader, programme: Programme) -> None:
    sheet = book.sheet(_word(book, "interpreters"))
    top = book.heading(sheet, _word(book, "interpreters"), _word(book, "interpreters-note"))
    columns = [
        *_columns(book, ("interpreter", 26, BOLD)),
        *_day_columns(book),
        *_columns(book, ("start", 8, CENTRED), ("end", 8, CENTRED), ("minutes", 9, CENTRED)),
        *_columns(book, ("company", 30, WRAPPED), ("counterpart", 30, WRAPPED), ("place", 26, WRAPPED)),
    ]
    rows = list(_roster(book, reader, programme))
    after = book.table(sheet, top, columns, rows)
    _write_loads(book, sheet, after, reader, programme)
    book.keep_heading(sheet, top)


def _roster(book: Book, reader: Reader, programme: Programme) -> Iterator[list[Value]]:
    for interpreter in reader.mission.interpreters:
        for meeting in _interpreted(programme, interpreter.code):
            yield [
                interpreter.name,
                *_when(book, reader, meeting),
                minutes_of(meeting),
                reader.name(meeting.company),
                reader.name(meeting.counterpart),
                reader.place(meeting.venue, meeting.table),
            ]


def _interpreted(programme: Programme, code: str) -> list[Meeting]:
    return sorted((m for m in programme.meetings if m.interpreter == code), key=lambda m: m.start)


def _write_loads(book: Book, sheet: Worksheet, row: int, reader: Reader, programme: Programme) -> None:
    """Write the minutes of each interpreter on each day, of the most that were agreed."""
    heads = ("minutes-per-day", "gregorian", "solar-hijri", "minutes", "of")
    _write_head(book, sheet, row, tuple(_word(book, name) for name in heads))
    for interpreter in reader.mission.interpreters:
        days = groupby(_interpreted(programme, interpreter.code), key=lambda m: reader.local(m.start).date())
        for day, meetings in days:
            row += 1
            minutes = sum(map(minutes_of, meetings))
            calendar: list[Value] = [day, solar_hijri_number(book.lang, day)]
            cells = (interpreter.name, *calendar, minutes, interpreter.max_minutes_per_day)
            for col, value in enumerate(cells):
                book.write(sheet, row, col, value, bottom=1, bottom_color=HAIR, **(CENTRED if col else {}))


# ---- visits, blocks, what was not placed ------------------------------------------------------


def _write_blocks(book: Book, reader: Reader, programme: Programme) -> None:
    sheet = book.sheet(_word(book, "blocks"))
    top = book.heading(sheet, _word(book, "blocks"))
    columns = [
        *_day_columns(book),
        *_columns(
            book, ("start", 8, CENTRED), ("end", 8, CENTRED), ("kind", 16), ("title", 36, BOLD), ("place", 26, WRAPPED)
        ),
        *_columns(book, ("number", 8, CENTRED), ("participants", 64, WRAPPED)),
    ]
    blocks = sorted((*programme.visits, *programme.blocks), key=lambda block: (block.start, block.end))
    book.table(sheet, top, columns, [_block_row(book, reader, block) for block in blocks])
    book.keep_heading(sheet, top)


def _block_row(book: Book, reader: Reader, block: Attendance) -> list[Value]:
    return [
        *_when(book, reader, block),
        say(book.lang, f"block-{block.kind}"),
        reader.what(block),
        reader.place(block.venue),
        len(block.companies),
        reader.participants(block),
    ]


def _write_unplaced(book: Book, reader: Reader, programme: Programme) -> None:
    sheet = book.sheet(_word(book, "unplaced"))
    note = _word(book, "unplaced-note" if programme.unplaced else "unplaced-none")
    top = book.heading(sheet, _word(book, "unplaced"), note)
    if not programme.unplaced:
        return
    columns = _columns(
        book,
        ("company", 28, BOLD),
        ("counterpart", 28, BOLD),
        ("level", 14),
        ("reasons", 60, WRAPPED),
        ("relaxations", 60, WRAPPED),
    )
    rows: list[list[Value]] = [
        [
            reader.name(row.company),
            reader.name(row.counterpart),
            say(book.lang, f"level-{row.level}"),
            _sentences(reader, "reason", row.reasons),
            _sentences(reader, "relaxation", row.relaxations),
        ]
        for row in programme.unplaced
    ]
    book.table(sheet, top, columns, rows)
    book.keep_heading(sheet, top)


def _sentences(reader: Reader, kind: str, reasons: tuple[Reason, ...]) -> str:
    return "\n".join(reason_text(reader.mission, reader.lang, kind, reason) for reason in reasons)
