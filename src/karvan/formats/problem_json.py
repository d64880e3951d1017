"""Problem files (`karvan/problem`, version 1): what has to be placed, for whoever has no mission.

Everything that refers to something else does so by its place in its list, counted from 1.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from karvan.formats.programme_json import read_json
from karvan.mission.issues import InvalidMissionError, Issue
from karvan.scheduling.problem import Interpreter, Level, Meeting, Participant, Problem, Slot, Venue

Json = dict[str, Any]


def read_problem(text: str | bytes, source: str = "problem.json") -> Problem:
    """Read a problem from JSON text.

    Raises
    ------
    InvalidMissionError
        With every place where the text is no problem file, or the one reason why its parts do not
        fit together.
    """
    data = read_json(text, "problem", source)
    try:
        return Problem(
            slots=tuple(map(_slot, data["slots"])),
            participants=tuple(map(_participant, data["participants"])),
            meetings=tuple(map(_meeting, data["meetings"])),
            venues=tuple(map(_venue, data.get("venues", [{"name": ""}]))),
            interpreters=tuple(map(_interpreter, data.get("interpreters", ()))),
            travel_min={(a - 1, b - 1): minutes for a, b, minutes in data.get("travel", ())},
            changeover_min=data.get("changeover_min", 0),
            precedences=tuple((a - 1, b - 1) for a, b in data.get("precedences", ())),
            fairness=data.get("fairness"),
            goals=tuple(data.get("goals", ())),
        )
    except ValueError as error:
        raise InvalidMissionError((Issue("json-schema", source, field="$", value=str(error)),)) from error


def _slot(row: Json) -> Slot:
    return Slot(row["start_min"], row["end_min"], row.get("day", 1) - 1, row.get("venue", 1) - 1)


def _venue(row: Json) -> Venue:
    tables = row.get("tables")
    return Venue(row["name"], None if tables is None else tuple(tables))


def _indices(row: Json, name: str) -> frozenset[int] | None:
    given = row.get(name)
    return None if given is None else frozenset(number - 1 for number in given)


def _table(row: Json, name: str) -> tuple[int, int] | None:
    given = row.get(name)
    return None if given is None else (given[0] - 1, given[1] - 1)


def _participant(row: Json) -> Participant:
    return Participant(
        row["name"],
        slots=_indices(row, "slots"),
        grid=_indices(row, "grid"),
        capacity=row.get("capacity", 1),
        max_per_day=row.get("max_per_day"),
        min_meetings=row.get("min_meetings", 0),
        home_table=_table(row, "home_table"),
    )


def _meeting(row: Json) -> Meeting:
    return Meeting(
        participants=tuple(number - 1 for number in row["participants"]),
        level=Level[row.get("level", "mandatory").upper()],
        weight=row.get("weight", 0),
        slots=_indices(row, "slots"),
        interpreters=_indices(row, "interpreters"),
        table=_table(row, "table"),
    )


def _interpreter(row: Json) -> Interpreter:
    usual: Callable[[str, int], int] = row.get
    return Interpreter(
        row["name"],
        slots=_indices(row, "slots"),
        max_minutes_per_day=usual("max_minutes_per_day", 360),
        max_minutes_without_pause=usual("max_minutes_without_pause", 90),
        pause_minutes=usual("pause_minutes", 15),
    )
