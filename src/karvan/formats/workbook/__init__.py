"""The mission workbook: one Excel file, or a folder of CSV files, read, written and explained.

Everything is made from the one table in `karvan.formats.workbook.schema`.
"""

from karvan.formats.workbook.changes import (
    CellChange,
    RowChange,
    SheetChanges,
    brought_together,
    compare,
    merged,
    with_english,
)
from karvan.formats.workbook.describe import describe
from karvan.formats.workbook.located import Located
from karvan.formats.workbook.read import (
    ReadResult,
    detected_languages,
    read_mission,
    read_mission_bytes,
    read_mission_files,
    require_mission,
)
from karvan.formats.workbook.tables import mission_from_tables, mission_tables
from karvan.formats.workbook.template import new_workbook
from karvan.formats.workbook.write import write_mission_csv, write_mission_xlsx

__all__ = [
    "CellChange",
    "Located",
    "ReadResult",
    "RowChange",
    "SheetChanges",
    "brought_together",
    "compare",
    "describe",
    "detected_languages",
    "merged",
    "mission_from_tables",
    "mission_tables",
    "new_workbook",
    "read_mission",
    "read_mission_bytes",
    "read_mission_files",
    "require_mission",
    "with_english",
    "write_mission_csv",
    "write_mission_xlsx",
]
