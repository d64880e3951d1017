"""Schedules of problem files as other programs read them (`karvan/schedule`, version 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from karvan.scheduling.result import Result

Json = dict[str, Any]


def schedule_data(result: Result, breaks_per_participant: Sequence[int], wall_s: float) -> Json:
    """Give a result as data; meetings and slots are numbered from 1 as in the file.

    Parameters
    ----------
    breaks_per_participant : sequence of int
        As the judge counted them; empty where there is no schedule.
    wall_s : float
        Wall time of the search in seconds.
    """
    goal = next((goal for goal in result.goals if goal.name == "breaks"), None)
    return {
        "format": "karvan/schedule",
        "version": 1,
        "status": result.status.value,
        "breaks": sum(breaks_per_participant) if result.schedule else None,
        "bound": goal.bound if goal else None,
        "breaks_per_participant": list(breaks_per_participant),
        "wall_s": round(wall_s, 3),
        "goals": [
            {"name": g.name, "sense": g.sense.value, "value": g.value, "bound": g.bound, "proved": g.is_proved}
            for g in result.goals
        ],
        "meetings": _meetings(result),
        "explanation": [
            {
                "code": row.code,
                "meetings": [m + 1 for m in row.meetings],
                "participants": [p + 1 for p in row.participants],
                "slots": [s + 1 for s in row.slots],
                "smallest": row.is_smallest,
            }
            for row in result.explanation
        ],
    }


def _meetings(result: Result) -> list[Json]:
    slots = result.schedule.slot_of if result.schedule else ()
    return [{"id": i + 1, "slot": s + 1} for i, s in enumerate(slots) if s is not None]
