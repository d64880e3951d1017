"""Problem files: read whole or refused with every place that is wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest

from karvan.formats.problem_json import read_problem
from karvan.mission.issues import InvalidMissionError
from karvan.scheduling.problem import Interpreter, Level, Meeting, Participant, Problem, Slot, Venue

FULL: dict[str, Any] = {
    "format": "karvan/problem",
    "version": 1,
    "slots": [{"start_min": 540, "end_min": 570}, {"start_min": 575, "end_min": 605, "day": 2, "venue": 2}],
    "venues": [{"name": "hall", "tables": ["1", "2"]}, {"name": "salon"}],
    "participants": [
        {"name": "a", "slots": [1, 2], "grid": [1], "capacity": 2, "max_per_day": 3, "min_meetings": 1},
        {"name": "b", "home_table": [1, 2]},
        {"name": "c"},
    ],
    "meetings": [
        {"participants": [1, 2, 3], "level": "must", "slots": [1], "interpreters": [1], "table": [1, 1]},
        {"participants": [1, 3], "level": "suggestion", "weight": 40},
    ],
    "interpreters": [{"name": "i", "slots": [1], "max_minutes_per_day": 240}],
    "travel": [[1, 2, 10]],
    "changeover_min": 5,
    "precedences": [[1, 2]],
    "fairness": 1,
}


def read(data: dict[str, Any]) -> Problem:
    return read_problem(json.dumps(data))


def places(data: dict[str, Any] | str) -> list[tuple[str, str]]:
    with pytest.raises(InvalidMissionError) as caught:
        read_problem(data if isinstance(data, str) else json.dumps(data))
    return [(issue.code, issue.field) for issue in caught.value.issues]


def test_everything_is_read_and_counted_from_one() -> None:
    assert read(FULL) == Problem(
        slots=(Slot(540, 570), Slot(575, 605, 1, 1)),
        participants=(
            Participant("a", frozenset((0, 1)), frozenset((0,)), 2, 3, 1),
            Participant("b", home_table=(0, 1)),
            Participant("c"),
        ),
        meetings=(
            Meeting((0, 1, 2), Level.MUST, 0, frozenset((0,)), frozenset((0,)), (0, 0)),
            Meeting((0, 2), Level.SUGGESTION, 40),
        ),
        venues=(Venue("hall", ("1", "2")), Venue("salon")),
        interpreters=(Interpreter("i", frozenset((0,)), 240),),
        travel_min={(0, 1): 10},
        changeover_min=5,
        precedences=((0, 1),),
        fairness=1,
    )


def test_what_is_not_given_is_as_usual() -> None:
    least = {key: FULL[key] for key in ("format", "version")} | {
        "slots": [{"start_min": 0, "end_min": 1}],
        "participants": [{"name": "a"}, {"name": "b"}],
        "meetings": [{"participants": [1, 2]}],
    }
    assert read(least) == Problem((Slot(0, 1),), (Participant("a"), Participant("b")), (Meeting((0, 1)),))


def test_all_places_are_reported_at_once() -> None:
    bad = FULL | {"slots": [{"start_min": -1, "end_min": 570}], "fairness": "two"}
    assert places(bad) == [("json-type", "$.fairness"), ("json-minimum", "$.slots[0].start_min")]


def test_an_index_that_points_nowhere_is_reported() -> None:
    assert places(FULL | {"meetings": [{"participants": [1, 9]}], "precedences": []}) == [
        ("json-no-such", "$.meetings[0].participants[1]")
    ]


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"slots": [{"start_min": 0, "end_min": 9, "venue": 7}]}, "$.slots[0].venue"),
        ({"participants": [{"name": "a", "slots": [1, 99]}, {"name": "b"}]}, "$.participants[0].slots[1]"),
        ({"participants": [{"name": "a", "home_table": [1, 99]}, {"name": "b"}]}, "$.participants[0].home_table[1]"),
        ({"participants": [{"name": "a", "home_table": [9, 1]}, {"name": "b"}]}, "$.participants[0].home_table[0]"),
        ({"precedences": [[1, 99]]}, "$.precedences[0][1]"),
        ({"travel": [[9, 1, 5]]}, "$.travel[0][0]"),
    ],
)
def test_every_reference_must_lead_somewhere(changes, place) -> None:
    assert ("json-no-such", place) in places(FULL | changes)


def test_a_slot_that_ends_before_it_starts_is_reported() -> None:
    bad = FULL | {"slots": [{"start_min": 30, "end_min": 30}, *FULL["slots"][1:]]}
    assert ("json-too-early", "$.slots[0].end_min") in places(bad)


def test_goals_are_known_named_once_and_begin_with_must() -> None:
    assert read(FULL | {"goals": ["breaks", "want"]}).goals == ("breaks", "want")
    assert [place for _, place in places(FULL | {"goals": ["breaks", "brakes", "breaks"]})] == ["$.goals", "$.goals[1]"]
    assert places(FULL | {"goals": ["breaks", "must"]}) == [("json-must-first", "$.goals[1]")]


def test_what_is_no_json_is_reported() -> None:
    assert places("{") == [("not-json", "1:2")]
