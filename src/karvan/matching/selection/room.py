"""How many meetings a company can hold, and which pairs have a time at which they could meet."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence

import numpy as np

from karvan.matching.selection.floors import Mask
from karvan.mission.blocks import BlockKind
from karvan.mission.calendar import Calendar
from karvan.mission.mission import Mission, Pair


def room_of(mission: Mission, calendar: Calendar) -> dict[str, int]:
    """Give the most meetings that each company can hold.

    On each day: its free slots times its representatives, at most its limit of the day. Where the
    programme has no meetings block yet, its limit on each day of the mission. Tables and
    interpreters, which companies share, are the scheduler's business.
    """
    if not _has_blocks(mission):
        days = (mission.settings.end_date - mission.settings.start_date).days + 1
        return {code: days * mission.daily_limit(code) for code in mission.company}
    day_of = [slot.span.start.astimezone(mission.settings.zone).date() for slot in calendar.slots]
    return {
        code: _room(mission, code, Counter(day_of[i] for i in calendar.free_slots[code])) for code in mission.company
    }


def _room(mission: Mission, code: str, days: Counter[object]) -> int:
    most = mission.daily_limit(code)
    return sum(min(most, slots * mission.company[code].representatives) for slots in days.values())


def can_meet(mission: Mission, calendar: Calendar, pair: Pair) -> bool:
    """Whether two companies that agreed to meet can: neither avoids the other, and both are free at one time."""
    return pair not in mission.avoided and (not _has_blocks(mission) or bool(calendar.slots_for(pair)))


def have_a_slot(mission: Mission, calendar: Calendar, rows: Sequence[str], columns: Sequence[str]) -> Mask:
    """Mark the pairs that a meetings block admits, by its companies and domains, while both are free.

    Nobody asked for these meetings: then a block's domains bind. Without a meetings block, all are marked.

    Returns
    -------
    ndarray, shape (len(rows), len(columns)), bool
    """
    found = np.zeros((len(rows), len(columns)), dtype=bool)
    if not _has_blocks(mission):
        return ~found
    for index, block in enumerate(mission.blocks):
        slots = [slot.index for slot in calendar.slots if slot.block == index]
        if slots:
            free = [_table([calendar.free_slots[code] for code in codes], slots) for codes in (rows, columns)]
            both = free[0] @ free[1].T > 0
            found |= both & _share(mission, block.domains, rows, columns)
    return found


def _share(mission: Mission, domains: Collection[str], rows: Sequence[str], columns: Sequence[str]) -> Mask | np.bool_:
    """Mark the pairs that share one of a block's domains; all of them where it has none."""
    if not domains:
        return np.bool_(1)
    own, other = (_table([mission.domains_of[code] for code in codes], tuple(domains)) for codes in (rows, columns))
    shared: Mask = own @ other.T > 0
    return shared


def _table(
    sets: Sequence[Collection[object]], things: Sequence[object]
) -> np.ndarray[tuple[int, int], np.dtype[np.int32]]:
    """Lay out which of some things each set has, shape (len(sets), len(things))."""
    return np.array([[thing in own for thing in things] for own in sets], dtype=np.int32).reshape(
        len(sets), len(things)
    )


def _has_blocks(mission: Mission) -> bool:
    return any(block.kind is BlockKind.MEETINGS for block in mission.blocks)
