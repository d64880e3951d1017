"""Applications as a file for spreadsheets; no text of an applicant is ever a formula there."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from datetime import datetime

from karvan.formats.sheets import DANGEROUS, Book, Value, column
from karvan.languages import say
from karvan.languages.bidi import strip_isolates
from karvan.languages.names import country_name
from karvan.web.applications.assessing import Row
from karvan.web.applications.forms import answer_in_words, best

TYPES = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}
"""The media types of the files."""

WORDS = (
    "applications-number", "applications-company", "applications-side", "apply-country", "apply-city", "apply-size",
    "apply-website", "apply-contact-name", "apply-contact-email", "apply-offer", "apply-need", "applications-when",
    "applications-assessors", "applications-score", "applications-spread", "applications-band", "decide-outcome",
    "applications-code",
)  # fmt: skip
"""The headings, in order; those of the organiser's own questions follow."""

Question = tuple[str, str]


def exported(rows: Sequence[Row], lang: str) -> tuple[list[str], list[list[Value]]]:
    """Give the headings and the lines of a list."""
    asked = {(row.application.call.side, each["code"]): each for row in rows for each in row.application.call.questions}
    headings = [strip_isolates(say(lang, word)) for word in WORDS]
    lines = [[*_cells(row, lang), *_answers(row, asked, lang)] for row in rows]
    return [*headings, *(best(each["labels"], lang) for each in asked.values())], lines


def _cells(row: Row, lang: str) -> list[Value]:
    mine, panel = row.application, row.panel
    return [
        mine.number,
        best(mine.names, lang),
        say(lang, f"side-{mine.call.side}"),
        country_name(lang, mine.country),
        mine.city,
        say(lang, f"company-size-{mine.size}") if mine.size else "",
        mine.website,
        mine.contact_name,
        mine.contact_email,
        mine.offer,
        mine.need,
        f"{mine.applied_at:%Y-%m-%d}",
        panel.assessors if panel else None,
        round(panel.score, 1) if panel else None,
        round(panel.spread, 1) if panel else None,
        panel.band.name.best(lang) if panel else "",
        say(lang, f"outcome-{mine.outcome}"),
        mine.company.code if mine.company else "",
    ]


def _answers(row: Row, asked: dict[Question, dict[str, object]], lang: str) -> list[Value]:
    mine = row.application
    return [
        answer_in_words(question, mine.answers.get(code, ""), lang) if side == mine.call.side else ""
        for (side, code), question in asked.items()
    ]


def guarded(value: Value) -> Value:
    """Give a cell of a CSV file: a text that a spreadsheet could take for a formula gets an apostrophe before it."""
    return f"'{value}" if isinstance(value, str) and value.startswith((*DANGEROUS, "\n")) else value


def as_csv(headings: Sequence[str], lines: Sequence[Sequence[Value]]) -> bytes:
    """Give a CSV file; its first bytes tell spreadsheets that it is UTF-8."""
    text = io.StringIO()
    csv.writer(text).writerows([guarded(cell) for cell in line] for line in (headings, *lines))
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(headings: Sequence[str], lines: Sequence[Sequence[Value]], *, lang: str, title: str, at: datetime) -> bytes:
    """Give an Excel file, in which every text is a text."""
    book = Book(lang, title=title, stamp=at)
    sheet = book.sheet(title)
    top = book.heading(sheet, title)
    unique = [f"{heading} ({col})" if heading in headings[:col] else heading for col, heading in enumerate(headings)]
    book.table(sheet, top, [column(heading, 18, text_wrap=True) for heading in unique], lines)
    book.keep_heading(sheet, top, 2)
    return book.close()
