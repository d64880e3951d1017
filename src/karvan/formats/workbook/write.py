"""Writing a mission: as an .xlsx workbook, and as a folder of CSV files."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from karvan.formats.workbook.csv_folder import guard
from karvan.formats.workbook.layout import book_bytes
from karvan.formats.workbook.tables import CellTable, cell_tables, text_of_cell
from karvan.mission.mission import Mission


def write_mission_xlsx(mission: Mission, lang: str) -> bytes:
    """Give a mission as a workbook whose comments are in one language.

    Parameters
    ----------
    mission : Mission
    lang : str
        A code of `karvan.languages.LANGUAGES`; sheets of right-to-left languages run that way.

    Raises
    ------
    ValueError
        If a text is longer than a cell can hold (32,767 characters).

    Notes
    -----
    Texts that begin like a formula are written as text. The bytes depend on the mission and the
    language alone.
    """
    return book_bytes(tuple(cell_tables(mission)), lang)


def write_mission_csv(mission: Mission, folder: Path) -> None:
    """Write a mission as CSV files (UTF-8), one for every sheet, into a folder that is made if need be.

    Each file is replaced at once. Texts that begin like a formula get an apostrophe, which the
    reader takes away again.
    """
    folder.mkdir(parents=True, exist_ok=True)
    for table in cell_tables(mission):
        path = folder / f"{table.sheet.name.lower()}.csv"
        fresh = path.with_suffix(".csv.new")
        fresh.write_text(csv_text(table), encoding="utf-8", newline="")
        fresh.replace(path)


def csv_text(table: CellTable) -> str:
    """Write one sheet as CSV."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(column.header for column in table.columns)
    for row in table.rows:
        writer.writerow("" if cell is None else guard(text_of_cell(cell)) for cell in row)
    return stream.getvalue()
