"""Times, apart and together, in the plainest way."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from itertools import groupby

from karvan.mission.blocks import ProgrammeBlock
from karvan.mission.mission import Mission
from karvan.mission.programme import Meeting

Stay = tuple[datetime, datetime, str]
"""From when to when (in UTC), and at which venue; no venue is anywhere."""


def stay(meeting: Meeting) -> Stay:
    """Give the time and place of a meeting."""
    return meeting.start.astimezone(UTC), meeting.end.astimezone(UTC), meeting.venue


def block_stay(mission: Mission, block: ProgrammeBlock) -> Stay:
    """Give the time and place of a block."""
    start, end = (moment(mission, block.date, clock) for clock in (block.start, block.end))
    return start, end, block.venue


def moment(mission: Mission, day: date, clock: time) -> datetime:
    """Give a moment in UTC by its local date and time."""
    return datetime.combine(day, clock, mission.settings.zone).astimezone(UTC)


def absences(mission: Mission, who: str) -> Iterator[Stay]:
    """Give the times when a company or an interpreter is away."""
    for row in mission.absences:
        if row.who == who:
            start = moment(mission, row.date, row.start or time.min)
            end = (
                moment(mission, row.date, row.end)
                if row.end
                else moment(mission, row.date + timedelta(days=1), time.min)
            )
            yield start, end, ""


def overlap(a: Stay, b: Stay) -> bool:
    """Whether two stays have a moment in common."""
    return a[0] < b[1] and b[0] < a[1]


def is_too_far(mission: Mission, a: Stay, b: Stay) -> bool:
    """Whether two stays, one after the other, leave no time for the way between them."""
    first, then = (a, b) if a[0] <= b[0] else (b, a)
    if not first[2] or not then[2] or first[2] == then[2] or overlap(a, b):
        return False
    way = mission.travel_minutes.get((first[2], then[2]), 0)
    return then[0] - first[1] < timedelta(minutes=way)


def in_order(meetings: Iterable[Meeting]) -> list[Meeting]:
    """Put meetings in order of the time that passes (a clock that is set back repeats an hour)."""
    return sorted(meetings, key=stay)


def minutes(meeting: Meeting) -> int:
    """Give the whole minutes that a meeting takes."""
    start, end, _ = stay(meeting)
    return (end - start) // timedelta(minutes=1)


def local(mission: Mission, moment: datetime) -> datetime:
    """Give a moment as the mission's clocks show it, whatever zone it was written in."""
    return moment.astimezone(mission.settings.zone)


def by_day(mission: Mission, meetings: Iterable[Meeting]) -> Iterator[list[Meeting]]:
    """Give the meetings of each day of the mission, in order of time."""
    for _, group in groupby(in_order(meetings), key=lambda m: local(mission, m.start).date()):
        yield list(group)
