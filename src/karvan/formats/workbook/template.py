"""An empty workbook for an organiser to fill in."""

from __future__ import annotations

from collections.abc import Iterator

from karvan.formats.workbook.examples import EXAMPLES
from karvan.formats.workbook.layout import book_bytes
from karvan.formats.workbook.schema import SHEETS
from karvan.formats.workbook.settings import KEY_COLUMNS
from karvan.formats.workbook.tables import CellTable, cell_of, cell_tables, columns_in, mission_from_tables
from karvan.languages import LANGUAGES
from karvan.mission.localised import distinct


def new_workbook(lang: str, *, has_examples: bool = False) -> bytes:
    """Give an empty workbook: headers with comments, drop-down lists, and a sheet that explains it.

    Parameters
    ----------
    lang : str
        A code of `LANGUAGES`: of comments and explanation. Headers are the same in every language.
    has_examples : bool
        Whether a few invented rows show how each sheet is filled in.
    """
    return book_bytes(tuple(_example_tables() if has_examples else _empty_tables(lang)), lang)


def _empty_tables(lang: str) -> Iterator[CellTable]:
    languages = distinct(("en", lang, *LANGUAGES))
    for sheet in SHEETS:
        columns = columns_in(sheet, languages)
        if sheet.is_keyed:
            defaults = sheet.defaults()
            rows = [[column.header, cell_of(defaults.get(column.field))] for column in columns]
            yield CellTable(sheet, KEY_COLUMNS, rows, columns)
        else:
            yield CellTable(sheet, columns, [])


def _example_tables() -> Iterator[CellTable]:
    mission = mission_from_tables(EXAMPLES).mission
    assert mission
    return cell_tables(mission)
