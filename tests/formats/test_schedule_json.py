import pytest

from formats.schemas import problems
from karvan.formats.schedule_json import schedule_data
from karvan.scheduling.result import Explanation, GoalValue, Result, Schedule, Sense, Status

BASE = {"format": "karvan/schedule", "version": 1, "goals": []}


@pytest.mark.parametrize(
    ("result", "breaks", "data"),
    [
        (
            Result(Status.FEASIBLE, Schedule((2, None, 0)), (GoalValue("breaks", Sense.MINIMISE, 3, 1),)),
            (2, 0, 1),
            {
                "status": "feasible",
                "breaks": 3,
                "bound": 1,
                "breaks_per_participant": [2, 0, 1],
                "meetings": [{"id": 1, "slot": 3}, {"id": 3, "slot": 1}],
                "goals": [{"name": "breaks", "sense": "minimise", "value": 3, "bound": 1, "proved": False}],
                "explanation": [],
            },
        ),
        (
            Result(Status.INFEASIBLE, None, explanation=(Explanation("too-many", (0,), (1, 2), (4,)),)),
            (),
            {
                "status": "infeasible",
                "breaks": None,
                "bound": None,
                "breaks_per_participant": [],
                "meetings": [],
                "explanation": [
                    {"code": "too-many", "meetings": [1], "participants": [2, 3], "slots": [5], "smallest": False}
                ],
            },
        ),
        (
            Result(Status.UNKNOWN, None),
            (),
            {
                "status": "unknown",
                "breaks": None,
                "bound": None,
                "breaks_per_participant": [],
                "meetings": [],
                "explanation": [],
            },
        ),
    ],
)
def test_a_result_is_numbered_from_one_as_in_its_file(result, breaks, data):
    written = schedule_data(result, breaks, 1.23456)
    assert written == BASE | data | {"wall_s": 1.235}
    assert problems(written, "schedule") == []


def test_a_schedule_without_meetings_has_no_breaks():
    written = schedule_data(Result(Status.OPTIMAL, Schedule(())), (), 0.0)
    assert (written["breaks"], written["meetings"], problems(written, "schedule")) == (0, [], [])
