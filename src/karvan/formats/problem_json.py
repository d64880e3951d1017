"""Problem files (`karvan/problem`, version 1): what has to be placed, for whoever has no mission.

Everything that refers to something else does so by its place in its list, counted from 1.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from karvan.formats.published import read_json
from karvan.mission.issues import InvalidMissionError, Issue
from karvan.scheduling.problem import Interpreter, Level, Meeting, Participant, Problem, Slot, Venue

Json = dict[str, Any]


def read_problem(text: str | bytes, source: str = "problem.json") -> Problem:
    """Read a problem from JSON text.

    Raises
    ------
    InvalidMissionError
        With every place where the text is no problem file, or where its parts do not fit together.
    """
    data = read_json(text, "problem", source)
    issues = tuple(Issue(code, source, None, place, value, expected) for code, place, value, expected in _misfits(data))
    if issues:
        raise InvalidMissionError(issues)
    return Problem(
        slots=tuple(map(_slot, data["slots"])),
        participants=tuple(map(_participant, data["participants"])),
        meetings=tuple(map(_meeting, data["meetings"])),
        venues=tuple(map(_venue, _venues(data))),
        interpreters=tuple(map(_interpreter, data.get("interpreters", ()))),
        travel_min={(a - 1, b - 1): minutes for a, b, minutes in data.get("travel", ())},
        changeover_min=data.get("changeover_min", 0),
        precedences=tuple((a - 1, b - 1) for a, b in data.get("precedences", ())),
        fairness=data.get("fairness"),
        goals=tuple(data.get("goals", ())),
    )


Misfit = tuple[str, str, str, str]
"""Code, JSON path, what stands there, what would be right."""


def _venues(data: Json) -> list[Json]:
    found: list[Json] = data.get("venues", [{"name": ""}])
    return found


def _misfits(data: Json) -> Iterator[Misfit]:
    """Give the places where the parts of a file do not fit together, though each is as the schema says."""
    for index, slot in enumerate(data["slots"]):
        if slot["end_min"] <= slot["start_min"]:
            yield "json-too-early", f"$.slots[{index}].end_min", str(slot["end_min"]), str(slot["start_min"])
    for path, number, most in _references(data):
        if number > most:
            yield "json-no-such", path, str(number), str(most)
    for path, given in _tables(data):
        tables = _venues(data)[given[0] - 1].get("tables") if given[0] <= len(_venues(data)) else []
        if tables is not None and given[1] > len(tables):
            yield "json-no-such", f"{path}[1]", str(given[1]), str(len(tables))
    goals = data.get("goals", ())
    if "must" in goals[1:]:
        yield "json-must-first", f"$.goals[{goals.index('must')}]", "must", "0"


def _references(data: Json) -> Iterator[tuple[str, int, int]]:
    """Give each place that refers to another, by its path, with the number there and how many there are."""
    sizes = {name: len(data.get(name, ())) for name in ("slots", "participants", "meetings", "interpreters")}
    venues = len(_venues(data))
    lists = (
        ("participants", "slots", "slots"),
        ("participants", "grid", "slots"),
        ("meetings", "participants", "participants"),
        ("meetings", "slots", "slots"),
        ("meetings", "interpreters", "interpreters"),
        ("interpreters", "slots", "slots"),
    )
    for name, field, target in lists:
        for index, row in enumerate(data.get(name, ())):
            for at, number in enumerate(row.get(field) or ()):
                yield f"$.{name}[{index}].{field}[{at}]", number, sizes[target]
    yield from ((f"$.slots[{n}].venue", row.get("venue", 1), venues) for n, row in enumerate(data["slots"]))
    yield from ((f"{path}[0]", given[0], venues) for path, given in _tables(data))
    for name, most in (("precedences", sizes["meetings"]), ("travel", venues)):
        for index, row in enumerate(data.get(name, ())):
            yield from ((f"$.{name}[{index}][{at}]", row[at], most) for at in (0, 1))


def _tables(data: Json) -> Iterator[tuple[str, list[int]]]:
    """Give each place that names a venue and a table."""
    for name, field in (("participants", "home_table"), ("meetings", "table")):
        for index, row in enumerate(data[name]):
            if row.get(field) is not None:
                yield f"$.{name}[{index}].{field}", row[field]


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
