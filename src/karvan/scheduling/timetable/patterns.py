"""The slots in which one participant is busy: what its own meetings leave, and what breaks they cost.

Who meets whom is forgotten here. What remains of a timetable is a pattern per participant: as many
busy slots as it has meetings, none where it cannot meet, and enough of them before and after each
moment for the meetings that must lie there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from karvan.scheduling.timetable.plain import PlainTimetable

BEFORE, BUSY, GAP, DONE = range(4)
"""No meeting yet; the last slot that counts was busy; it was not; no meeting is left."""


class Node(NamedTuple):
    """How far a participant is: before `slot`, after `held` meetings, in a state."""

    slot: int
    held: int
    state: int


class Arc(NamedTuple):
    """What a participant does in a slot."""

    start: Node
    end: Node
    is_busy: bool
    is_break: bool


def held_before(table: PlainTimetable, participant: int) -> list[tuple[int, int]]:
    """Give the fewest and the most meetings that a participant can have had before each slot.

    Meetings that are only possible early have been held by then, those that are only possible
    late have not (Hall's condition for the beginning and the end of the programme).

    Returns
    -------
    list of (int, int), length n_slots + 1
    """
    masks = [table.allowed[meeting] for meeting in table.meetings_of[participant]]
    n_slots, degree = table.n_slots, len(masks)
    least = [sum(mask >> slot == 0 for mask in masks) for slot in range(n_slots + 1)]
    most = [degree - sum(mask & ((1 << slot) - 1) == 0 for mask in masks) for slot in range(n_slots + 1)]
    most[0] = min(most[0], 0)
    for slot in range(1, n_slots + 1):
        most[slot] = min(most[slot], most[slot - 1] + 1)
    for slot in reversed(range(n_slots)):
        least[slot] = max(least[slot], least[slot + 1] - 1)
    return list(zip(least, most, strict=True))


def arcs(table: PlainTimetable, participant: int) -> list[Arc]:
    """Give the steps of all patterns of a participant: each pattern is a path from slot 0 to the end.

    Empty where it has no meeting, or no pattern.
    """
    limits = held_before(table, participant)
    degree = len(table.meetings_of[participant])
    first = Node(0, 0, BEFORE if degree else DONE)
    layer = {first} if limits[0][0] <= 0 else set[Node]()
    made: list[Arc] = []
    for least, most in limits[1:]:
        steps = [arc for node in sorted(layer) for arc in _steps(table, participant, degree, node)]
        steps = [arc for arc in steps if least <= arc.end.held <= most]
        layer = {arc.end for arc in steps}
        made += steps
    return _leading_to(Node(table.n_slots, degree, DONE), made) if degree else []


def _steps(table: PlainTimetable, participant: int, degree: int, node: Node) -> Iterator[Arc]:
    slot, held, state = node
    counts = table.grid[participant] >> slot & 1
    yield Arc(node, Node(slot + 1, held, GAP if state == BUSY and counts else state), is_busy=False, is_break=False)
    if held < degree and table.available[participant] >> slot & 1:
        after = BUSY if held + 1 < degree else DONE
        yield Arc(node, Node(slot + 1, held + 1, after), is_busy=True, is_break=state == GAP)


def _leading_to(goal: Node, made: list[Arc]) -> list[Arc]:
    useful = {goal}
    kept: list[Arc] = []
    for arc in reversed(made):
        if arc.end in useful:
            useful.add(arc.start)
            kept.append(arc)
    return kept[::-1]


def cheapest(steps: Sequence[Arc], prices: Sequence[int], price_of_break: int) -> int:
    """Give the least cost of a pattern: its breaks, and the prices of its busy slots.

    Parameters
    ----------
    steps : sequence of Arc
        As `arcs` gives them: not empty, in the order of slots.
    """
    cost = {steps[0].start: 0}
    for arc in steps:
        here = cost[arc.start] + arc.is_busy * prices[arc.start.slot] + arc.is_break * price_of_break
        cost[arc.end] = min(here, cost.get(arc.end, here))
    return cost[steps[-1].end]
