"""What a good repair is: the goals in their order, counted from a schedule and written into a model."""

from __future__ import annotations

import enum
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from karvan.scheduling.problem import Level
from karvan.scheduling.repair.case import Case
from karvan.scheduling.result import Schedule


class RepairGoal(enum.StrEnum):
    """What is to be as small as possible; the order is that of their importance."""

    FIXED_LOST = "fixed_lost"
    """Meetings agreed beforehand that cannot be kept as agreed."""
    MUST_LOST = "must_lost"
    """Accepted `must` meetings that are lost."""
    WANT_LOST = "want_lost"
    """Accepted `want` meetings that are lost."""
    COMPANIES = "companies"
    """Companies whose agenda changes: a meeting, visit or block is there, not there, or elsewhere."""
    SUGGESTIONS_LOST = "suggestions_lost"
    """Suggested meetings that are lost."""
    MOVED = "moved"
    """Meetings at another time or venue."""
    SHIFT = "shift"
    """Minutes by which they move, all together."""
    TABLES = "tables"
    """Meetings at their old time, at another table."""
    INTERPRETERS = "interpreters"
    """Meetings at their old time, with another interpreter."""


LOST = {
    RepairGoal.FIXED_LOST: Level.MANDATORY,
    RepairGoal.MUST_LOST: Level.MUST,
    RepairGoal.WANT_LOST: Level.WANT,
    RepairGoal.SUGGESTIONS_LOST: Level.SUGGESTION,
}
"""The level of the meetings that a goal counts."""

ORDER = tuple(RepairGoal)
"""The usual order."""

Values = Mapping[RepairGoal, int]


def is_moved(case: Case, meeting: int, slot: int) -> bool:
    """Whether a slot is another time or venue than that at which a meeting was released."""
    home = case.homes[meeting]
    return home is not None and home.slot != slot


@dataclass
class _Count:
    """What a schedule changes, while it is being counted."""

    values: dict[RepairGoal, int] = field(default_factory=lambda: dict.fromkeys(RepairGoal, 0))
    companies: set[int] = field(default_factory=set[int])


def count(case: Case, schedule: Schedule) -> dict[RepairGoal, int]:
    """Give the value of every goal, counted from the schedule alone."""
    found = _Count(companies=set(case.told_anyway))
    for meeting, (slot, table, interpreter) in enumerate(
        zip(schedule.slot_of, schedule.table_of, schedule.interpreter_of, strict=True)
    ):
        for goal, amount in _changes(case, meeting, (slot, table, interpreter)):
            found.values[goal] += amount
            if goal is not RepairGoal.INTERPRETERS and goal is not RepairGoal.COMPANIES:
                found.companies |= _owners(case, meeting, slot)
        if case.homes[meeting] is None and slot is not None:
            found.companies |= set(case.problem.meetings[meeting].participants)
    return found.values | {RepairGoal.COMPANIES: len(found.companies)}


def _owners(case: Case, meeting: int, slot: int | None) -> set[int]:
    """Give the companies that must be told; nobody misses a new meeting that was never placed."""
    is_news = slot is not None or case.homes[meeting] is not None
    return set(case.problem.meetings[meeting].participants) if is_news else set()


def _changes(
    case: Case, meeting: int, now: tuple[int | None, int | None, int | None]
) -> Iterator[tuple[RepairGoal, int]]:
    slot, table, interpreter = now
    home = case.homes[meeting]
    if slot is None:
        level = case.problem.meetings[meeting].level
        yield next(goal for goal, own in LOST.items() if own is level), 1
    elif home is not None and home.slot != slot:
        yield RepairGoal.MOVED, 1
        yield RepairGoal.SHIFT, case.shift(meeting, slot)
    elif home is not None:
        if table != home.table and case.tables_of(slot) is not None:
            yield RepairGoal.TABLES, 1
        if interpreter != home.interpreter:
            yield RepairGoal.INTERPRETERS, 1
