"""Which table each placed meeting gets, with as little moving about as can be had slot by slot."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import combinations, pairwise

import numpy as np
from scipy.optimize import linear_sum_assignment

from karvan.scheduling.problem import Problem
from karvan.scheduling.result import Schedule

KEPT = 2
"""What it is worth when one of a meeting's participants stays at the table where it last sat."""


def assign_tables(problem: Problem, slot_of: Sequence[int | None]) -> tuple[int | None, ...]:
    """Give each placed meeting a table of its venue.

    Bound meetings (a fixed table, a home table) get theirs; the others, slot by slot in order of
    time, the free tables that let most participants stay where they sat last: an assignment
    problem, solved exactly for each slot. Where slots overlap without being the same, this may
    leave somebody without a table; such a venue is then seated anew, whoever sat where.

    Parameters
    ----------
    slot_of : sequence of int or None, one per meeting

    Returns
    -------
    tuple of int or None, one per meeting
        Index into the tables of the slot's venue; None where the meeting is not placed or the
        venue's tables have no numbers.
    """
    table_of: list[int | None] = [_bound_table(problem, m) for m in range(len(slot_of))]
    table_of = [t if s is not None else None for t, s in zip(table_of, slot_of, strict=True)]
    last: dict[int, tuple[int, int]] = {}
    for slot in sorted({s for s in slot_of if s is not None}, key=lambda s: problem.slots[s].start_min):
        here = [m for m, own in enumerate(slot_of) if own == slot]
        if problem.venues[problem.slots[slot].venue].tables is not None:
            _seat(problem, slot, here, slot_of=slot_of, table_of=table_of, last=last)
    for venue in {
        problem.slots[s].venue for s, t in zip(slot_of, table_of, strict=True) if s is not None and t is None
    }:
        if problem.venues[venue].tables is not None:
            _seat_anew(problem, venue, slot_of, table_of)
    return tuple(table_of)


def _bound_table(problem: Problem, meeting: int) -> int | None:
    spec = problem.meetings[meeting]
    homes = (problem.participants[p].home_table for p in spec.participants)
    return next((table[1] for table in (spec.table, *homes) if table is not None), None)


def _seat(
    problem: Problem,
    slot: int,
    here: list[int],
    *,
    slot_of: Sequence[int | None],
    table_of: list[int | None],
    last: dict[int, tuple[int, int]],
) -> None:
    """Seat the meetings of one slot and remember who sits where."""
    venue = problem.slots[slot].venue
    waiting = [m for m in here if table_of[m] is None]
    free = _free_tables(problem, slot, slot_of, table_of)
    if waiting:
        worth = np.array([[_worth(problem, m, (venue, t), last) for t in free] for m in waiting])
        rows, columns = linear_sum_assignment(worth, maximize=True)
        for row, column in zip(rows, columns, strict=True):
            table_of[waiting[row]] = free[column]
    for meeting in here:
        table = table_of[meeting]
        if table is not None:
            last.update(dict.fromkeys(problem.meetings[meeting].participants, (venue, table)))


def _seat_anew(problem: Problem, venue: int, slot_of: Sequence[int | None], table_of: list[int | None]) -> None:
    """Seat all meetings of a venue at once; the caller knows that there is a way."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    here = {m: s for m, s in enumerate(slot_of) if s is not None and problem.slots[s].venue == venue}
    bound = {m: _bound_table(problem, m) for m in here}
    tables = range(len(problem.venues[venue].tables or ()))
    sits = {
        (m, t): model.new_bool_var(f"{m},{t}")
        for m, s in here.items()
        for t in tables
        if bound[m] in (None, t) and (s, t) not in problem.closed
    }
    for meeting in here:
        model.add_exactly_one(literal for (m, _), literal in sits.items() if m == meeting)
    for a, b in combinations(here, 2):
        for table in tables if _overlap(problem, here[a], here[b]) else ():
            model.add_at_most_one(sits[m, table] for m in (a, b) if (m, table) in sits)
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    solver.solve(model)
    for (meeting, table), literal in sits.items():
        if solver.boolean_value(literal):
            table_of[meeting] = table


def _free_tables(
    problem: Problem, slot: int, slot_of: Sequence[int | None], table_of: Sequence[int | None]
) -> list[int]:
    """Give the tables of a slot's venue at which nobody sits, or is bound to sit, meanwhile."""
    venue = problem.slots[slot].venue
    taken = {
        table_of[m]
        for m, other in enumerate(slot_of)
        if other is not None and problem.slots[other].venue == venue and _overlap(problem, slot, other)
    }
    taken |= {table for other, table in problem.closed if other == slot}
    tables: Iterable[str] = problem.venues[venue].tables or ()
    return [index for index, _ in enumerate(tables) if index not in taken]


def _overlap(problem: Problem, a: int, b: int) -> bool:
    first, then = problem.slots[a], problem.slots[b]
    return first.start_min < then.end_min and then.start_min < first.end_min


def _worth(problem: Problem, meeting: int, table: tuple[int, int], last: dict[int, tuple[int, int]]) -> float:
    """Prefer tables where participants sat last, then tables with low numbers."""
    staying = sum(last.get(p) == table for p in problem.meetings[meeting].participants)
    return KEPT * staying - table[1] / 1000


def table_changes(problem: Problem, schedule: Schedule) -> int:
    """Count the meetings that are at another table than a participant's meeting before on that day."""
    slots, count = problem.slots, 0
    for row in problem.meetings_of:
        stays = sorted(
            (
                slot.start_min,
                slot.end_min,
                problem.venues[slot.venue].name,
                schedule.table_of[m] or 0,
                slot.day,
                slot.venue,
            )
            for m in row
            if (own := schedule.slot_of[m]) is not None
            for slot in (slots[own],)
        )
        count += sum(a[4] == b[4] and (a[5], a[3]) != (b[5], b[3]) for a, b in pairwise(stays))
    return count
