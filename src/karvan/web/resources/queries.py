"""Reads of what is scarce."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Protocol, TypeVar

from karvan.web.errors import NotFoundError
from karvan.web.missions.models import Mission
from karvan.web.resources.models import Absence, Interpreter, Table

if TYPE_CHECKING:
    from django.db.models import QuerySet


class Numbered(Protocol):
    """A row that its mission knows by a number."""

    position: int


Row = TypeVar("Row", bound=Numbered)


def table_numbered(mission: Mission, number: int) -> tuple[int, Table]:
    """A table with its index among the mission's; one query.

    Raises
    ------
    NotFoundError
        If no table has this number.
    """
    return _numbered(mission.tables.all(), number)


def interpreter_numbered(mission: Mission, number: int) -> tuple[int, Interpreter]:
    """An interpreter with their index among the mission's; one query.

    Raises
    ------
    NotFoundError
        If no interpreter has this number.
    """
    return _numbered(mission.interpreters.all(), number)


def _numbered(rows: Iterable[Row], number: int) -> tuple[int, Row]:
    for index, row in enumerate(rows):
        if row.position == number:
            return index, row
    raise NotFoundError


def absences_of(mission: Mission) -> QuerySet[Absence]:
    """All absences of a mission in order of time; one query."""
    return mission.absences.order_by("date", "start", "who", "pk")
