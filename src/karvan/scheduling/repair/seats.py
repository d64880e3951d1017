"""From an answer of the model to a schedule of the whole problem: tables and interpreters by name."""

from __future__ import annotations

from collections.abc import Callable

from ortools.sat.python.cp_model import IntVar

from karvan.scheduling.repair.case import Case
from karvan.scheduling.repair.model import RepairModel
from karvan.scheduling.result import Schedule

Holds = Callable[[IntVar], bool]
"""Whether a literal is true in an answer."""


def schedule_of(model: RepairModel, holds: Holds) -> Schedule:
    """Give the schedule of the whole problem: who is left alone is where it was."""
    case = model.case
    slot_of, table_of, interpreter_of = (list(row) for row in _parts(case))
    for index, meeting in enumerate(model.near.meetings):
        slots = (slot for slot in model.base.slots_of(index) if holds(model.base.at[index, slot]))
        slot_of[meeting] = next(slots, None)
        interpreter_of[meeting] = None
        table_of[meeting] = _named_table(model, holds, index, slot_of[meeting])
    _give_interpreters(model, holds, slot_of, interpreter_of)
    for meeting in model.near.meetings:
        home = case.homes[meeting]
        if meeting in model.keeps_table and holds(model.keeps_table[meeting]) and home is not None:
            table_of[meeting] = home.table
    return Schedule(tuple(slot_of), seat(case, slot_of, table_of), tuple(interpreter_of))


Column = list[int | None]


def _named_table(model: RepairModel, holds: Holds, index: int, slot: int | None) -> int | None:
    """Give the table that the model names; None where it only counts them."""
    seats = {} if slot is None else model.seats.get((index, slot), {})
    return next((table for table, literal in seats.items() if holds(literal)), None)


def _parts(case: Case) -> tuple[tuple[int | None, ...], ...]:
    schedule = case.as_it_was
    return schedule.slot_of, schedule.table_of, schedule.interpreter_of


def _give_interpreters(model: RepairModel, holds: Holds, slot_of: Column, interpreter_of: Column) -> None:
    """Let those keep their interpreter who can; the others of a kind get one of the rest."""
    serving = {
        key: {i for i, literal in literals.items() if holds(literal)} for key, literals in model.base.serving.items()
    }
    waiting: list[int] = []
    for meeting in model.near.meetings:
        slot, wanted = slot_of[meeting], model.case.problem.meetings[meeting].interpreters
        home, kept = model.case.homes[meeting], model.keeps_interpreter.get(meeting)
        if slot is None or wanted is None:
            continue
        if home is not None and home.slot == slot and kept is not None and holds(kept):
            interpreter_of[meeting] = home.interpreter
            serving[wanted, slot] -= {home.interpreter}
        else:
            waiting.append(meeting)
    for meeting in waiting:
        rest = serving[model.case.problem.meetings[meeting].interpreters, slot_of[meeting]]  # type: ignore[index]
        home = model.case.homes[meeting]
        same = home.interpreter if home is not None and home.interpreter in rest else min(rest)
        interpreter_of[meeting] = same
        rest.discard(same)


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
