"""A stored mission as the pure packages know it."""

from __future__ import annotations

from karvan.web.missions.models import Mission
from karvan.web.workbooks import bridge


def whole_mission(stored: Mission) -> bridge.PureMission:
    """The mission with everything that a matcher, a scheduler or a workbook needs of it.

    Notes
    -----
    Companies that are held in reserve or have withdrawn are left out, with everything that is theirs. A pair that the
    neutral desk has blocked stands there as an `avoid`, one that it has pinned as an accepted `want`, unless a company
    said as much or the opposite: an `avoid` always wins. Fourteen queries at most, however large the mission is.
    What companies said and nothing else is `bridge.read_mission`. Both hold what only the neutral desk may see
    (`avoid`): never hand them to a page whole.
    """
    return bridge.with_decisions(bridge.read_mission(stored), stored)
