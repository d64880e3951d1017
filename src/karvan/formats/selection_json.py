"""Who meets whom as other programs read it (`karvan/selection`, version 1)."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from karvan.matching.selection import Selection
from karvan.mission.companies import Side
from karvan.mission.mission import Mission

Json = dict[str, Any]


def selection_data(mission: Mission, selection: Selection) -> Json:
    """Give the chosen meetings, each company's share with what keeps it from more, and how even they are."""
    return {
        "format": "karvan/selection",
        "version": 1,
        "meetings": [
            {
                "company": meeting.company,
                "counterpart": meeting.counterpart,
                "level": meeting.level.value,
                "score": meeting.score,
            }
            for meeting in selection.meetings
        ],
        "refused": [sorted(pair) for pair in selection.refused],
        "companies": [
            {"company": code, **asdict(selection.shares[code]), "limit": selection.shares[code].limit.value}
            for code in mission.company
        ],
        "value": selection.value,
        "bound": selection.bound,
        "fairness": {side.value: asdict(selection.fairness(mission, side)) for side in Side},
        "far_behind": list(selection.far_behind(mission)),
    }
