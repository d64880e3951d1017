"""Contradictions that a look at the numbers shows, before any search."""

from __future__ import annotations

import numpy as np

from karvan.scheduling.result import Explanation
from karvan.scheduling.timetable.view import Timetable


def contradiction(table: Timetable) -> Explanation | None:
    """Give a reason why there is no timetable, when a simple count shows one."""
    return _meeting_without_slot(table) or _participant_without_room(table) or _too_few_tables(table)


def _meeting_without_slot(table: Timetable) -> Explanation | None:
    stuck = np.flatnonzero(table.allowed == 0).tolist()
    if not stuck:
        return None
    people = sorted(set(table.ends[stuck].ravel().tolist()))
    return Explanation("meeting-without-slot", tuple(stuck), tuple(people))


def _participant_without_room(table: Timetable) -> Explanation | None:
    """Hall's condition for the meetings of one participant (doi:10.1112/jlms/s1-10.37.26)."""
    for participant, own in enumerate(table.meetings_of):
        conflict = _hall_violation([(m, int(table.allowed[m])) for m in own])
        if conflict is not None:
            meetings, mask = conflict
            slots = tuple(table.slot_order[s] for s in range(table.n_slots) if mask >> s & 1)
            return Explanation("participant-without-room", meetings, (participant,), slots)
    return None


def _hall_violation(masks: list[tuple[int, int]]) -> tuple[tuple[int, ...], int] | None:
    """Give meetings whose slots together are fewer than they, and those slots.

    Alternating paths: a meeting that cannot be matched reaches such a set.
    """
    holder: dict[int, int] = {}
    for root in range(len(masks)):
        parent: dict[int, int] = {}
        queue = [root]
        free = -1
        for item in queue:
            mask = masks[item][1]
            while mask and free < 0:
                slot = (mask & -mask).bit_length() - 1
                mask &= mask - 1
                if slot in parent:
                    continue
                parent[slot] = item
                if slot in holder:
                    queue.append(holder[slot])
                else:
                    free = slot
            if free >= 0:
                break
        if free < 0:
            union = 0
            for slot in parent:
                union |= 1 << slot
            return tuple(sorted(masks[item][0] for item in queue)), union
        _augment(holder, parent, root, free)
    return None


def _augment(holder: dict[int, int], parent: dict[int, int], root: int, slot: int) -> None:
    while True:
        item = parent[slot]
        previous = next((s for s, owner in holder.items() if owner == item), -1)
        holder[slot] = item
        if item == root:
            return
        slot = previous


def _too_few_tables(table: Timetable) -> Explanation | None:
    """Meetings whose slots all lie in one span must fit on the tables of that span."""
    for start in range(table.n_slots):
        for end in range(start + 1, table.n_slots + 1):
            span = np.uint64((1 << end) - (1 << start))
            inside = np.flatnonzero(table.allowed & ~span == 0)
            if len(inside) > table.n_tables * (end - start):
                slots = tuple(table.slot_order[start:end])
                return Explanation("too-few-tables", tuple(inside.tolist()), (), slots)
    return None
