"""The workbook's columns as Markdown, for the organisers' documentation."""

from __future__ import annotations

from collections.abc import Iterator

from karvan.formats.workbook.explain import column_rules, column_text, sheet_text
from karvan.formats.workbook.schema import SHEETS, Column, Sheet
from karvan.languages.bidi import strip_isolates

LANG = "en"
"""The language of the documentation."""


def reference() -> str:
    """Give one table for each sheet: its columns, what belongs in them, and their rules."""
    return strip_isolates("\n".join(line for sheet in SHEETS for line in _lines(sheet)))


def _lines(sheet: Sheet) -> Iterator[str]:
    file_name = f"{sheet.name.lower()}.csv"
    yield from (f"### {sheet.name}", "", f"{sheet_text(LANG, sheet)} (`{file_name}`)", "")
    yield from ("| column | what it holds | rules |", "|---|---|---|")
    for column in sheet.columns:
        yield _row(sheet, column)
    yield ""


def _row(sheet: Sheet, column: Column) -> str:
    shown = column.version("en") if column.is_localised else column
    name = f"**`{shown.header}`**" if shown.is_required else f"`{shown.header}`"
    others = f", `{column.name}_fa`, …" if column.is_localised else ""
    rules = " ".join(column_rules(LANG, sheet, shown))
    return f"| {name}{others} | {column_text(LANG, sheet, column)} | {rules} |"
