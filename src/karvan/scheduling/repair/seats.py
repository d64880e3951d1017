"""From an answer of the model to a schedule of the whole problem, with tables and interpreters by name."""

from __future__ import annotations

from collections.abc import Callable

from ortools.sat.python.cp_model import IntVar

from karvan.scheduling.repair.case import Case
from karvan.scheduling.repair.model import RepairModel
from karvan.scheduling.repair.names import name_interpreters
from karvan.scheduling.result import Schedule

Holds = Callable[[IntVar], bool]
"""Whether a literal is true in an answer."""


def schedule_of(model: RepairModel, holds: Holds) -> Schedule | None:
    """Give the schedule of the whole problem: who is left alone is where it was.

    None where nobody could name its interpreters in time.
    """
    case = model.case
    slot_of, table_of = list(case.as_it_was.slot_of), list(case.as_it_was.table_of)
    for index, meeting in enumerate(model.near.meetings):
        slots = (slot for slot in model.base.slots_of(index) if holds(model.base.at[index, slot]))
        slot_of[meeting] = next(slots, None)
        table_of[meeting] = _named_table(model, holds, index, slot_of[meeting])
    for meeting in model.near.meetings:
        home = case.homes[meeting]
        if meeting in model.keeps_table and holds(model.keeps_table[meeting]) and home is not None:
            table_of[meeting] = home.table
    names = name_interpreters(case, slot_of)
    return None if names is None else Schedule(tuple(slot_of), seat(case, slot_of, table_of), names)


Column = list[int | None]


def _named_table(model: RepairModel, holds: Holds, index: int, slot: int | None) -> int | None:
    """Give the table that the model names; None where it only counts them."""
    seats = {} if slot is None else model.seats.get((index, slot), {})
    return next((table for table, literal in seats.items() if holds(literal)), None)


def seat(case: Case, slot_of: Column, table_of: Column) -> tuple[int | None, ...]:
    """Give a table to those who have none yet: their old one where it is free, else the first that is."""
    taken = set(case.problem.closed)

    def take(meeting: int, slot: int, table: int) -> None:
        table_of[meeting] = table
        taken.update((other, table) for other in _meanwhile(case, slot))

    placed = [(m, s) for m, s in enumerate(slot_of) if s is not None and case.tables_of(s) is not None]
    for meeting, slot in placed:
        bound = next((table for _, table in case.bound_tables(meeting)), table_of[meeting])
        if bound is not None:
            take(meeting, slot, bound)
    for meeting, slot in placed:
        if table_of[meeting] is None:
            free = [t for t in range(len(case.tables_of(slot) or ())) if (slot, t) not in taken]
            home = case.homes[meeting]
            old = home.table if home is not None else None
            take(meeting, slot, free[0] if old is None or old not in free else old)
    return tuple(table_of)


def _meanwhile(case: Case, slot: int) -> list[int]:
    slots = case.problem.slots
    one = slots[slot]
    return [
        index
        for index, other in enumerate(slots)
        if other.venue == one.venue and other.start_min < one.end_min and one.start_min < other.end_min
    ]
