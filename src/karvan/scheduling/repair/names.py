"""Which interpreter serves which meeting, once it is settled when each is held."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from karvan.scheduling.exact.linear import LinearPart
from karvan.scheduling.exact.model import Model
from karvan.scheduling.exact.rules import add_interpreter_rules, mandatory
from karvan.scheduling.problem import Level
from karvan.scheduling.repair.case import Case

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import IntVar

SECONDS = 1.0
"""What naming may take; it takes some hundredths."""


def name_interpreters(case: Case, slot_of: Sequence[int | None]) -> tuple[int | None, ...] | None:
    """Give each meeting that needs one an interpreter, as few as can be another one than before.

    Parameters
    ----------
    slot_of : sequence of int or None, one per meeting

    Returns
    -------
    tuple of int or None, one per meeting; or None
        None where no interpreters can serve these slots, or none were found in time.
    """
    found: list[int | None] = [None] * len(slot_of)
    served = [m for m, s in enumerate(slot_of) if s is not None and case.wants_interpreter(m)]
    for meeting in served:
        found[meeting] = case.old_interpreter(meeting)
    served = _on_other_days(case, slot_of, served)
    if not served:
        return tuple(found)
    model, kept = _model(case, slot_of, served)
    model.cp.maximize(sum(kept.values()))
    values = LinearPart(model.cp).solve(SECONDS).values
    if values is None:
        return None
    serving = {key: {i for i, x in row.items() if values[x.index]} for key, row in model.serving.items()}
    for meeting in sorted(served, key=lambda m: m not in kept or not values[kept[m].index]):
        rest = serving[case.problem.meetings[meeting].interpreters, slot_of[meeting]]  # type: ignore[index]
        old = case.old_interpreter(meeting)
        found[meeting] = name = old if old in rest else min(rest)
        rest.remove(name)
    return tuple(found)


def _on_other_days(case: Case, slot_of: Sequence[int | None], served: Sequence[int]) -> list[int]:
    """Give the meetings on days on which not all could keep their interpreter, or were wrong before."""
    days = {m: case.problem.slots[slot_of[m] or 0].day for m in served}
    other = {days[m] for m in served if m in case.hit or not _could_keep(case, m, slot_of[m])}
    return [m for m in served if days[m] in other]


def _could_keep(case: Case, meeting: int, slot: int | None) -> bool:
    """Whether a meeting is where it was, and its interpreter there."""
    home = case.homes[meeting]
    return home is not None and home.slot == slot and case.keeps_interpreter(meeting)


def _model(case: Case, slot_of: Sequence[int | None], served: Sequence[int]) -> tuple[Model, dict[int, IntVar]]:
    """Give the rules of interpreters for meetings whose slots are settled, and who keeps his interpreter."""
    problem = case.problem
    people = tuple(replace(person, slots=None, home_table=None) for person in problem.participants)
    meetings = tuple(
        replace(problem.meetings[m], slots=frozenset((slot_of[m] or 0,)), table=None, level=Level.MANDATORY)
        for m in served
    )
    model = Model.of(replace(problem, meetings=meetings, participants=people, precedences=()))
    mandatory(model)
    add_interpreter_rules(model)
    return model, dict(_kept(case, slot_of, model, served))


def _kept(
    case: Case, slot_of: Sequence[int | None], model: Model, served: Sequence[int]
) -> Iterator[tuple[int, IntVar]]:
    """Give a literal for each meeting that could keep its interpreter; one that has begun does."""
    for meeting in served:
        slot, old = slot_of[meeting], case.old_interpreter(meeting)
        if _could_keep(case, meeting, slot):
            kept = model.cp.new_bool_var(f"kept{meeting}")
            model.cp.add(kept <= model.serving[case.problem.meetings[meeting].interpreters, slot][old])  # type: ignore[index]
            if meeting in case.frozen:
                model.cp.add(kept == 1)
            yield meeting, kept
