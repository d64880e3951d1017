"""The days of a mission: which there are, and how much happens on each."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from karvan.formats.readers import Reader
from karvan.mission.mission import Mission
from karvan.mission.programme import Programme


@dataclass(frozen=True, slots=True)
class DaySummary:
    """One day of a mission with its number and its counts."""

    number: int
    date: date
    meetings: int
    visits: int
    blocks: int


def mission_dates(mission: Mission) -> tuple[date, ...]:
    """Give all days of a mission in order."""
    first, last = mission.settings.start_date, mission.settings.end_date
    return tuple(first + timedelta(days=n) for n in range((last - first).days + 1))


def day_summaries(reader: Reader, programme: Programme) -> tuple[DaySummary, ...]:
    """Give every day of the mission with what happens on it."""
    return tuple(
        DaySummary(
            number,
            day,
            sum(reader.local(m.start).date() == day for m in programme.meetings),
            sum(reader.local(v.start).date() == day for v in programme.visits),
            sum(reader.local(b.start).date() == day for b in programme.blocks),
        )
        for number, day in enumerate(mission_dates(reader.mission), start=1)
    )


def meeting_dates(reader: Reader, programme: Programme) -> tuple[date, ...]:
    """Give the days that have a meetings block or a meeting."""
    planned = {block.date for block in reader.mission.blocks if block.kind == "meetings"}
    held = {reader.local(m.start).date() for m in programme.meetings}
    return tuple(sorted(planned | held))
