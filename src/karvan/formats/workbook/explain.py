"""What each sheet and column is for, in the words of a language."""

from __future__ import annotations

from collections.abc import Iterator

from karvan.formats.workbook.describe import one_of
from karvan.formats.workbook.schema import CellType, Column, Sheet
from karvan.formats.workbook.tables import cell_of, text_of_cell
from karvan.languages import LANGUAGES, say
from karvan.languages.bidi import END, FIRST_STRONG, LEFT_TO_RIGHT, RIGHT_TO_LEFT

LISTS = frozenset((CellType.CODES, CellType.CHOICES, CellType.GOALS, CellType.LANGUAGES))
"""Types of cells that hold several entries."""


def sheet_text(lang: str, sheet: Sheet) -> str:
    """Say what one row of a sheet is."""
    return say(lang, f"workbook-sheet-{sheet.record}")


def column_text(lang: str, sheet: Sheet, column: Column) -> str:
    """Say what a column holds, without what the schema says by itself."""
    text = say(lang, f"workbook-column-{sheet.record}-{column.name.replace('_', '-')}")
    if not column.language:
        return text
    known = LANGUAGES.get(column.language)
    return f"{text} {say(lang, 'workbook-in-language', language=known.name if known else column.language)}"


def column_rules(lang: str, sheet: Sheet, column: Column) -> Iterator[str]:
    """Say what the schema knows of a column: required, allowed values, range, list, what blank means."""
    if column.is_required:
        yield say(lang, "workbook-required")
    if column.choices:
        yield say(lang, "workbook-allowed", values=one_of(lang, [choice.value for choice in column.choices]))
    if column.type is CellType.YES_NO:
        yield say(lang, "workbook-allowed", values=one_of(lang, ("yes", "no")))
    if column.type is CellType.INTEGER:
        yield say(lang, "workbook-range", least=column.least, most=column.most)
    if column.type in LISTS:
        yield say(lang, "workbook-list")
    default = default_text(sheet, column)
    if default:
        yield say(lang, "workbook-when-blank", value=default)


def default_text(sheet: Sheet, column: Column) -> str:
    """Write what a blank cell means; empty where it means just that nothing is known."""
    cell = cell_of(sheet.defaults().get(column.field))
    return "" if cell is None or column.is_localised else text_of_cell(cell)


_MARK = str.maketrans(dict.fromkeys((FIRST_STRONG, LEFT_TO_RIGHT, RIGHT_TO_LEFT, END), "\u200e"))


def for_cell(text: str) -> str:
    """Replace bidi isolates, which some spreadsheets show as boxes, by left-to-right marks.

    What a sentence of ours isolates in a workbook is a code, a date or a number.
    """
    return text.translate(_MARK)


def help_lines(lang: str) -> list[str]:
    """Give the paragraphs that explain the workbook."""
    text = say(lang, "workbook-help-text", iso="2025-12-03", hijri="1404/09/12", clock="09:00")
    return for_cell(text).split("\n")
