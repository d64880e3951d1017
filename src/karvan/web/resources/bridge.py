"""Between the stored means of a mission and the pure ones."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import Any, TypeAlias

from karvan.mission.companies import TableRef
from karvan.mission.mission import Mission, Settings
from karvan.mission.resources import Absence, Interpreter, Table, TravelTime
from karvan.web.blocks.effects import Edit
from karvan.web.missions.models import Mission as StoredMission
from karvan.web.resources import models
from karvan.web.workbooks.bridge import (
    absence_columns,
    interpreter_columns,
    records,
    settings_columns,
    table_columns,
    travel_columns,
)

PureTable: TypeAlias = Table
PureWay: TypeAlias = TravelTime
PureInterpreter: TypeAlias = Interpreter
PureAbsence: TypeAlias = Absence
PureSettings: TypeAlias = Settings
Columns = dict[str, Any]


def table_of(row: models.Table) -> Table:
    """Give a stored table."""
    return records.pure_table(row)


def interpreter_of(row: models.Interpreter) -> Interpreter:
    """Give a stored interpreter."""
    return records.pure_interpreter(row)


def settings_of(row: StoredMission) -> Settings:
    """Give the settings of a stored mission."""
    return records.pure_settings(row)


def columns_of_table(table: Table) -> Columns:
    """Give the columns of a table."""
    return table_columns(table)


def columns_of_interpreter(interpreter: Interpreter) -> Columns:
    """Give the columns of an interpreter but the code."""
    return interpreter_columns(interpreter)


def columns_of_absence(absence: Absence) -> Columns:
    """Give the columns of an absence."""
    return absence_columns(absence)


def columns_of_settings(settings: Settings) -> Columns:
    """Give the columns of settings."""
    return settings_columns(settings)


def columns_of_ways(ways: Iterable[TravelTime]) -> Columns:
    """Give all ways by their ends, in no order of entry."""
    return {f"{way.origin}\n{way.destination}": travel_columns(way)["minutes"] for way in ways}


def ways_of(stored: StoredMission) -> tuple[TravelTime, ...]:
    """Give the stored ways; one query."""
    return tuple(map(records.pure_travel, stored.travel_times.all()))


def with_tables(mission: Mission, tables: tuple[Table, ...]) -> Edit:
    """Give a mission with more tables."""
    first = len(mission.tables)
    return Edit(after=replace(mission, tables=(*mission.tables, *tables)), record="tables", index=first)


def with_table(mission: Mission, table: Table, index: int) -> Edit:
    """Give a mission with a table in the place of another one."""
    tables = (*mission.tables[:index], table, *mission.tables[index + 1 :])
    return Edit(after=replace(mission, tables=tables), record="tables", index=index)


def without_table(mission: Mission, index: int) -> Edit:
    """Give a mission without a table, and without what was said of when it is lost."""
    gone = mission.tables[index]
    rest = (*mission.tables[:index], *mission.tables[index + 1 :])
    absences = _without(mission.absences, str(TableRef(gone.venue, gone.table)))
    return Edit(after=replace(mission, tables=rest, absences=absences), record="tables")


def _without(absences: tuple[Absence, ...], who: str) -> tuple[Absence, ...]:
    return tuple(row for row in absences if row.who != who)


def with_ways(mission: Mission, ways: tuple[TravelTime, ...]) -> Edit:
    """Give a mission with other ways."""
    return Edit(after=replace(mission, travel=ways), record="travel")


def with_interpreter(mission: Mission, interpreter: Interpreter, index: int | None) -> Edit:
    """Give a mission with an interpreter in the place of another one, or at the end."""
    place = len(mission.interpreters) if index is None else index
    rows = (*mission.interpreters[:place], interpreter, *mission.interpreters[place + 1 :])
    return Edit(after=replace(mission, interpreters=rows), record="interpreters", index=place)


def without_interpreter(mission: Mission, index: int) -> Edit:
    """Give a mission without an interpreter, and without their absences."""
    rows = (*mission.interpreters[:index], *mission.interpreters[index + 1 :])
    absences = _without(mission.absences, mission.interpreters[index].code)
    return Edit(after=replace(mission, interpreters=rows, absences=absences), record="interpreters")


def with_absence(mission: Mission, absence: Absence) -> Edit:
    """Give a mission with one more absence."""
    rows = (*mission.absences, absence)
    return Edit(after=replace(mission, absences=rows), record="absences", index=len(mission.absences))


def without_absence(mission: Mission, absence: Absence) -> Edit:
    """Give a mission with one absence less."""
    rows = list(mission.absences)
    if absence in rows:
        rows.remove(absence)
    return Edit(after=replace(mission, absences=tuple(rows)), record="absences")


def absence_of(row: models.Absence) -> Absence:
    """Give a stored absence."""
    return records.pure_absence(row)


def with_settings(mission: Mission, settings: Settings) -> Edit:
    """Give a mission with other settings."""
    return Edit(after=replace(mission, settings=settings), record="settings")
