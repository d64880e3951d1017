"""What lies between a participant's meetings of one day: breaks, idle slots, the way to another venue."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import TYPE_CHECKING

from ortools.sat.python.cp_model import IntVar, LinearExpr

if TYPE_CHECKING:
    from karvan.scheduling.exact.model import Model

Total = LinearExpr | IntVar | int


def breaks_of(model: Model, participant: int, *, is_exact: bool = False) -> list[IntVar]:
    """Give a literal for each start of a day at which a break may end: true where one does.

    Parameters
    ----------
    is_exact : bool
        Whether the literals are also false wherever there is no break, as a rule needs it; a goal
        that wants few of them does not.
    """
    found: list[IntVar] = []
    for day in _days(model, participant).values():
        for now, between, before in _ends_of_breaks(model, participant, day):
            gap = model.cp.new_bool_var("break")
            for meets in now:
                for earlier in before:
                    model.cp.add_bool_or([gap, meets.negated(), earlier.negated(), *between])
            if is_exact:
                model.cp.add_bool_or([gap.negated(), *now])
                model.cp.add_bool_or([gap.negated(), *before])
                for held in between:
                    model.cp.add_implication(gap, held.negated())
            found.append(gap)
    return found


def _days(model: Model, participant: int) -> dict[int, list[int]]:
    """Give the slots in which a participant can meet or sit idle, by day."""
    slots = model.problem.slots
    idle = _idle(model, participant)
    days: dict[int, list[int]] = defaultdict(list)
    for slot in sorted({*model.slots_with(participant), *idle}, key=lambda s: slots[s].start_min):
        days[slots[slot].day].append(slot)
    return days


def _idle(model: Model, participant: int) -> frozenset[int]:
    grid = model.problem.participants[participant].grid
    return frozenset(range(len(model.problem.slots))) if grid is None else grid


Ends = tuple[list[IntVar], list[IntVar], list[IntVar]]


def _ends_of_breaks(model: Model, participant: int, day: list[int]) -> Iterator[Ends]:
    """Give, for each start, who meets now, between the last idle slot and now, and before that slot."""
    slots, busy, grid = model.problem.slots, model.busy, _idle(model, participant)
    meets = [s for s in day if (participant, s) in busy]
    for start in sorted({slots[s].start_min for s in meets}):
        idle = [s for s in day if s in grid and slots[s].end_min <= start]
        last = max((slots[s].start_min for s in idle), default=None)
        if last is None:
            continue
        before = [busy[participant, s] for s in meets if slots[s].end_min <= last]
        if before:
            between = [busy[participant, s] for s in meets if slots[s].start_min < start and slots[s].end_min > last]
            yield [busy[participant, s] for s in meets if slots[s].start_min == start], between, before


def idle_of(model: Model, participant: int) -> Total:
    """Count the slots that a participant sits idle in its breaks: of each break, the most in a row that fit."""
    slots, busy = model.problem.slots, model.busy
    found: list[Total] = []
    for day in _days(model, participant).values():
        meets = [s for s in day if (participant, s) in busy]
        ends = sorted({slots[s].end_min for s in meets})
        starts = sorted({slots[s].start_min for s in meets})
        idle = [s for s in day if s in _idle(model, participant)]
        for end, start in ((e, s) for e in ends for s in starts if e <= s):
            size = _most_in_a_row(model, [s for s in idle if end <= slots[s].start_min and slots[s].end_min <= start])
            if size:
                found.append(size * _gap(model, participant, meets, end, start))
    return sum(found)


def _gap(model: Model, participant: int, meets: list[int], end: int, start: int) -> IntVar:
    """Give a literal that is forced where a meeting ends, the next one starts, and none lies over or between."""
    slots, busy = model.problem.slots, model.busy
    gap = model.cp.new_bool_var("gap")
    between = [busy[participant, s] for s in meets if slots[s].start_min < start and slots[s].end_min > end]
    for first in (s for s in meets if slots[s].end_min == end):
        for then in (s for s in meets if slots[s].start_min == start):
            both = [busy[participant, first].negated(), busy[participant, then].negated()]
            model.cp.add_bool_or([gap, *both, *between])
    return gap


def _most_in_a_row(model: Model, own: list[int]) -> int:
    count, over = 0, -1
    for start, end in sorted(
        ((model.problem.slots[s].start_min, model.problem.slots[s].end_min) for s in own), key=_end
    ):
        if start >= over:
            count, over = count + 1, end
    return count


def _end(span: tuple[int, int]) -> int:
    return span[1]


def venue_changes_of(model: Model, participant: int) -> Total:
    """Count the meetings of a participant that are at another venue than the one before on that day."""
    slots, busy, venues = model.problem.slots, model.busy, model.problem.venues
    found: list[Total] = []
    days: dict[int, list[int]] = defaultdict(list)
    for slot in model.slots_with(participant):
        days[slots[slot].day].append(slot)
    for day in days.values():
        day.sort(key=lambda s: (slots[s].start_min, slots[s].end_min, venues[slots[s].venue].name))
        today: list[IntVar] = []
        for a, b in combinations(range(len(day)), 2):
            if slots[day[a]].venue != slots[day[b]].venue:
                changes = model.cp.new_bool_var("changes")
                both = [busy[participant, day[a]].negated(), busy[participant, day[b]].negated()]
                model.cp.add_bool_or([changes, *both, *(busy[participant, s] for s in day[a + 1 : b])])
                today.append(changes)
        if today:
            _one_less_than_venues(model, participant, day, today)
        found += today
    return sum(found)


def _one_less_than_venues(model: Model, participant: int, day: list[int], changes: list[IntVar]) -> None:
    """Say the obvious: who is at so many venues on a day changes at least once less. HiGHS needs it for a bound."""
    visited: dict[int, IntVar] = {}
    for slot in day:
        venue = model.problem.slots[slot].venue
        if venue not in visited:
            visited[venue] = model.cp.new_bool_var("visited")
        model.cp.add(visited[venue] >= model.busy[participant, slot])
    model.cp.add(sum(changes) >= sum(visited.values()) - 1)
