"""The goals of a programme by name; each has its words, `goal-<name>`, in every language."""

from __future__ import annotations

import enum


class GoalName(enum.StrEnum):
    """Every goal, in the usual order; an organiser may choose another, after `must`."""

    MUST = "must"
    """Fixed meetings and accepted `must` requests that are placed."""
    WANT = "want"
    """Accepted `want` requests that are placed."""
    SHORTFALL = "shortfall"
    """Meetings that companies lack to the mission's minimum."""
    SUGGESTIONS = "suggestions"
    """Scores of the suggested meetings that are placed, in hundredths."""
    WORST_OFF = "worst_off"
    """The fewest meetings of any company that can have one."""
    BREAKS = "breaks"
    """Idle gaps in a company's day between its first and last meeting."""
    FAIRNESS = "fairness"
    """The largest number of breaks of any company."""
    IDLE_SLOTS = "idle_slots"
    """Slots that companies sit idle in their breaks."""
    TABLE_CHANGES = "table_changes"
    """Meetings at another table than the company's meeting before on that day."""
    VENUE_CHANGES = "venue_changes"
    """Meetings at another venue than the company's meeting before on that day."""
