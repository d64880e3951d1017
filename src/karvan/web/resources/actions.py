"""Writes about tables, ways, interpreters, absences and the mission's rules."""

from __future__ import annotations

from datetime import datetime

from django.db import models as db
from django.db import transaction
from django.db.models import Max

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.blocks.actions import require_unchanged, touched
from karvan.web.missions.models import Mission
from karvan.web.resources import bridge
from karvan.web.resources.models import Absence, Interpreter, Table, TravelTime
from karvan.web.resources.queries import interpreter_numbered, table_numbered


def _next_number(rows: db.QuerySet[Table] | db.QuerySet[Interpreter]) -> int:
    last = rows.aggregate(last=Max("position"))["last"]
    return 0 if last is None else int(last) + 1


@transaction.atomic
def add_tables(mission: Mission, tables: tuple[bridge.PureTable, ...], *, by: User, at: datetime) -> list[Table]:
    """Give new tables, after those that are there."""
    locked = touched(mission, by=by, at=at)
    first = _next_number(locked.tables.all())
    rows = [
        Table(mission=locked, position=first + n, **bridge.columns_of_table(table)) for n, table in enumerate(tables)
    ]
    Table.objects.bulk_create(rows)
    record_event("tables-added", mission=locked, by=by, at=at, subject=", ".join(map(str, rows))[:200])
    return rows


@transaction.atomic
def change_table(
    mission: Mission, table: bridge.PureTable, *, number: int, revision: str, by: User, at: datetime
) -> Table:
    """Give a table with what it is to be.

    Raises
    ------
    StaleError
        If it is not what the form was drawn from.
    """
    locked = touched(mission, by=by, at=at)
    _, row = table_numbered(locked, number)
    require_unchanged(bridge.columns_of_table(bridge.table_of(row)), revision)
    for name, value in bridge.columns_of_table(table).items():
        setattr(row, name, value)
    row.save()
    record_event("table-changed", mission=locked, by=by, at=at, subject=str(row))
    return row


@transaction.atomic
def remove_table(mission: Mission, *, number: int, revision: str, by: User, at: datetime) -> None:
    """Take a table away, with what was said of when it is lost.

    Raises
    ------
    StaleError
        If it is not what was shown.
    """
    locked = touched(mission, by=by, at=at)
    _, row = table_numbered(locked, number)
    require_unchanged(bridge.columns_of_table(bridge.table_of(row)), revision)
    locked.absences.filter(who=str(row)).delete()
    record_event("table-removed", mission=locked, by=by, at=at, subject=str(row))
    row.delete()


@transaction.atomic
def set_ways(mission: Mission, ways: tuple[bridge.PureWay, ...], *, revision: str, by: User, at: datetime) -> None:
    """Put other ways between venues in the place of those that are there.

    Raises
    ------
    StaleError
        If they are not what the form was drawn from.
    """
    locked = touched(mission, by=by, at=at)
    require_unchanged(bridge.columns_of_ways(bridge.ways_of(locked)), revision)
    locked.travel_times.all().delete()
    TravelTime.objects.bulk_create(
        TravelTime(mission=locked, origin=way.origin, destination=way.destination, minutes=way.minutes) for way in ways
    )
    record_event("ways-set", mission=locked, by=by, at=at)


@transaction.atomic
def add_interpreter(mission: Mission, interpreter: bridge.PureInterpreter, *, by: User, at: datetime) -> Interpreter:
    """Give a new interpreter."""
    locked = touched(mission, by=by, at=at)
    row = Interpreter.objects.create(
        mission=locked,
        code=interpreter.code,
        position=_next_number(locked.interpreters.all()),
        **bridge.columns_of_interpreter(interpreter),
    )
    record_event("interpreter-added", mission=locked, by=by, at=at, subject=row.code)
    return row


@transaction.atomic
def change_interpreter(
    mission: Mission, interpreter: bridge.PureInterpreter, *, number: int, revision: str, by: User, at: datetime
) -> Interpreter:
    """Give an interpreter with what is to be known of them; the code stays.

    Raises
    ------
    StaleError
        If they are not what the form was drawn from.
    """
    locked = touched(mission, by=by, at=at)
    _, row = interpreter_numbered(locked, number)
    require_unchanged(bridge.columns_of_interpreter(bridge.interpreter_of(row)), revision)
    for name, value in bridge.columns_of_interpreter(interpreter).items():
        setattr(row, name, value)
    row.save()
    record_event("interpreter-changed", mission=locked, by=by, at=at, subject=row.code)
    return row


@transaction.atomic
def remove_interpreter(mission: Mission, *, number: int, revision: str, by: User, at: datetime) -> None:
    """Take an interpreter out of the mission, with their absences.

    Raises
    ------
    StaleError
        If they are not what was shown.
    """
    locked = touched(mission, by=by, at=at)
    _, row = interpreter_numbered(locked, number)
    require_unchanged(bridge.columns_of_interpreter(bridge.interpreter_of(row)), revision)
    locked.absences.filter(who=row.code).delete()
    record_event("interpreter-removed", mission=locked, by=by, at=at, subject=row.code)
    row.delete()


@transaction.atomic
def add_absence(mission: Mission, absence: bridge.PureAbsence, *, by: User, at: datetime) -> Absence:
    """Give a new absence; why it is stays between the desk and whoever is away."""
    locked = touched(mission, by=by, at=at)
    row = Absence.objects.create(mission=locked, **bridge.columns_of_absence(absence))
    record_event("absence-added", mission=locked, by=by, at=at, subject=row.who)
    return row


@transaction.atomic
def remove_absence(absence: Absence, *, by: User, at: datetime) -> None:
    """Take back that somebody is away."""
    locked = touched(absence.mission, by=by, at=at)
    record_event("absence-removed", mission=locked, by=by, at=at, subject=absence.who)
    absence.delete()


@transaction.atomic
def set_rules(mission: Mission, settings: bridge.PureSettings, *, revision: str, by: User, at: datetime) -> Mission:
    """Give a mission with other settings.

    Raises
    ------
    StaleError
        If they are not what the form was drawn from.
    """
    locked = touched(mission, by=by, at=at)
    require_unchanged(bridge.columns_of_settings(bridge.settings_of(locked)), revision)
    columns = bridge.columns_of_settings(settings)
    for name, value in columns.items():
        setattr(locked, name, value)
    locked.save(update_fields=list(columns))
    record_event("rules-set", mission=locked, by=by, at=at)
    return locked
