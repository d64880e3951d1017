"""Between the stored mission and the pure one."""

from __future__ import annotations

from typing import Any, TypeAlias

from karvan.formats.workbook import mission_from_tables, mission_tables
from karvan.mission.issues import InvalidMissionError
from karvan.mission.mission import Mission

PureMission: TypeAlias = Mission
"""A mission without a database, for the signatures of actions."""

Document = dict[str, list[dict[str, str]]]
"""A workbook: its rows by sheet."""


def document_of(mission: Mission) -> Document:
    """Give what is stored of a mission."""
    return mission_tables(mission)


def mission_of(document: Document) -> Mission:
    """Give the mission that was stored.

    Raises
    ------
    InvalidMissionError
        If the document is none; `document_of` gave one.
    """
    read = mission_from_tables(document)
    if read.mission is None:
        raise InvalidMissionError(read.issues)
    return read.mission


def columns_of(mission: Mission) -> dict[str, Any]:
    """Give the columns of a mission's row that are copies out of its document, and the document."""
    settings = mission.settings
    return {
        "titles": dict(settings.title),
        "start_date": settings.start_date,
        "end_date": settings.end_date,
        "document": document_of(mission),
    }
