"""How many meetings a company can hold, and which pairs have a time at which they could."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from karvan.mission.blocks import BlockKind
from karvan.mission.calendar import Calendar
from karvan.mission.mission import Mission, Pair


def room_of(mission: Mission) -> dict[str, int]:
    """Give the most meetings that each company can hold.

    On each day: its free slots times its representatives, at most its limit of the day. Where the
    programme has no meetings block yet, its limit on each day of the mission. Tables and
    interpreters, which companies share, are the scheduler's business.
    """
    if not _has_blocks(mission):
        days = (mission.settings.end_date - mission.settings.start_date).days + 1
        return {code: days * mission.daily_limit(code) for code in mission.company}
    calendar = Calendar(mission)
    return {code: _room(mission, calendar, code) for code in mission.company}


def _room(mission: Mission, calendar: Calendar, code: str) -> int:
    zone = mission.settings.zone
    days = Counter(calendar.slots[i].span.start.astimezone(zone).date() for i in calendar.free_slots[code])
    most = mission.daily_limit(code)
    return sum(min(most, slots * mission.company[code].representatives) for slots in days.values())


def with_a_slot(mission: Mission, pairs: Iterable[Pair]) -> frozenset[Pair]:
    """Keep the pairs that a meetings block admits by its companies and domains while both are free."""
    if not _has_blocks(mission):
        return frozenset(pairs)
    calendar = Calendar(mission)
    return frozenset(pair for pair in pairs if calendar.slots_for(pair))


def _has_blocks(mission: Mission) -> bool:
    return any(block.kind is BlockKind.MEETINGS for block in mission.blocks)
