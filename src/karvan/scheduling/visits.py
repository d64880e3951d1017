"""Which companies go on which visit, where a visit is a choice."""

from __future__ import annotations

from collections import defaultdict
from datetime import datetime
from itertools import combinations

from ortools.sat.python import cp_model

from karvan.mission.calendar import Calendar
from karvan.mission.mission import Mission
from karvan.scheduling.exact.linear import solve_linear_part

Visits = dict[int, tuple[str, ...]]
"""Block index to the codes of the companies that go."""

SECONDS = 10.0
"""Time limit of the search; it ends in milliseconds on missions of any known size."""


def assign_visits(mission: Mission, *, barred: frozenset[str] = frozenset()) -> Visits:
    """VISIT: assign companies to visits up to their capacity, by their choice and their interest.

    First as many companies as possible go where they have chosen to go, and on some visit at all, then as many
    places as possible are taken, then the companies' interest counts: the share of a visit's domains in which a company
    has an opportunity. Nobody is sent on two visits at once, on one that cannot be reached from
    where it must be before, or on one that leaves too few slots for its agreed meetings.

    Parameters
    ----------
    barred : frozenset of str
        Companies that are kept free for meetings: they go on no visit that takes a slot from them.

    Returns
    -------
    Visits
        An entry for each visit that is a choice, in the mission's order of companies.
    """
    blocks = [i for i, block in enumerate(mission.blocks) if block.is_assigned]
    calendar = Calendar(mission)
    model = cp_model.CpModel()
    goes = {
        (code, block): model.new_bool_var(f"{code},{block}")
        for block in blocks
        for code in mission.company
        if _may_go(calendar, code, block, is_barred=code in barred)
    }
    _capacities(model, mission, goes)
    _one_after_the_other(model, calendar, goes)
    _enough_slots(model, calendar, goes)
    choice = sum(literal for (code, block), literal in goes.items() if code in mission.blocks[block].chosen)
    interest = sum(literal * _interest(mission, *key) for key, literal in goes.items())
    chosen = _best(model, goes, (choice, _goes_somewhere(model, goes), sum(goes.values()), interest))
    return {block: tuple(c for c in mission.company if (c, block) in chosen) for block in blocks}


Goal = cp_model.LinearExpr | cp_model.IntVar | int


def _best(model: cp_model.CpModel, goes: Goes, goals: tuple[Goal, ...]) -> set[tuple[str, int]]:
    """Give who goes where in the best assignment, goal by goal."""
    chosen: set[tuple[str, int]] = set()
    for goal in goals:
        if isinstance(goal, int):
            continue
        model.maximize(goal)
        answer = solve_linear_part(model, SECONDS)
        if answer.values is None or answer.bound is None:
            break
        model.add(goal >= answer.bound)
        chosen = {key for key, literal in goes.items() if answer.values[literal.index]}
    return chosen


Goes = dict[tuple[str, int], cp_model.IntVar]


def _may_go(calendar: Calendar, code: str, block: int, *, is_barred: bool) -> bool:
    """Whether a company may go on a visit and does not refuse it, and nothing it is bound to keeps it from going."""
    mission = calendar.mission
    if code in mission.blocks[block].refused:
        return False
    span = calendar.span_of(mission.blocks[block])
    bound = [calendar.span_of(other) for other in calendar.attended(code)]
    is_free = all(calendar.are_apart(span, other) for other in (*bound, *calendar.absences(code)))
    costs_slot = any(not calendar.are_apart(span, calendar.slots[slot].span) for slot in calendar.free_slots[code])
    return mission.takes_part(mission.blocks[block], code) and is_free and not (is_barred and costs_slot)


def _capacities(model: cp_model.CpModel, mission: Mission, goes: Goes) -> None:
    places: dict[int, list[cp_model.IntVar]] = defaultdict(list)
    for (_, block), literal in goes.items():
        places[block].append(literal)
    for block, literals in places.items():
        capacity = mission.blocks[block].capacity
        if capacity is not None:
            model.add(sum(literals) <= capacity)


def _one_after_the_other(model: cp_model.CpModel, calendar: Calendar, goes: Goes) -> None:
    blocks = calendar.mission.blocks
    for a, b in combinations(sorted({block for _, block in goes}), 2):
        if not calendar.are_apart(calendar.span_of(blocks[a]), calendar.span_of(blocks[b])):
            for code in calendar.mission.company:
                model.add_at_most_one(goes[code, block] for block in (a, b) if (code, block) in goes)


Lost = dict[tuple[str, int], cp_model.IntVar]
"""For (company, slot): whether the company is on a visit meanwhile."""


def _enough_slots(model: cp_model.CpModel, calendar: Calendar, goes: Goes) -> None:
    """Leave each company enough slots for its agreed meetings, and each of these a slot."""
    mission, lost = calendar.mission, _lost_slots(model, calendar, goes)
    agreed = (mission.requested.keys() | mission.fixed_pairs) - mission.avoided
    for code in mission.company:
        needed = -(-sum(code in pair for pair in agreed) // mission.company[code].representatives)
        kept = _kept_times(model, calendar, lost, code)
        model.add(sum(kept) >= min(needed, len(kept)))
    for pair in sorted(agreed, key=sorted):
        ways = [[lost[code, slot] for code in pair if (code, slot) in lost] for slot in calendar.slots_for(pair)]
        if ways and all(ways):
            model.add(_is_none(model, ways) == 1)


def _lost_slots(model: cp_model.CpModel, calendar: Calendar, goes: Goes) -> Lost:
    """Say which slots the visits take."""
    lost: Lost = {}
    for (code, block), literal in goes.items():
        span = calendar.span_of(calendar.mission.blocks[block])
        for slot in sorted(calendar.free_slots[code]):
            if not calendar.are_apart(span, calendar.slots[slot].span):
                if (code, slot) not in lost:
                    lost[code, slot] = model.new_bool_var(f"lost{code},{slot}")
                model.add(lost[code, slot] >= literal)
    return lost


def _kept_times(model: cp_model.CpModel, calendar: Calendar, lost: Lost, code: str) -> list[cp_model.LinearExpr | int]:
    """For each start of a company's slots, at however many venues: whether one of them is kept."""
    times: dict[datetime, list[list[cp_model.IntVar]]] = defaultdict(list)
    for slot in sorted(calendar.free_slots[code]):
        times[calendar.slots[slot].span.start].append([lost[code, slot]] if (code, slot) in lost else [])
    return [_is_none(model, ways) if all(ways) else 1 for ways in times.values()]


def _is_none(model: cp_model.CpModel, ways: list[list[cp_model.IntVar]]) -> cp_model.IntVar:
    """Give a literal that can be true only where, for one of the ways, nothing is lost."""
    found = model.new_bool_var("kept")
    open_ways = []
    for literals in ways:
        is_open = model.new_bool_var("open")
        for literal in literals:
            model.add(is_open + literal <= 1)
        open_ways.append(is_open)
    model.add(found <= sum(open_ways))
    return found


def _goes_somewhere(model: cp_model.CpModel, goes: Goes) -> cp_model.LinearExpr | int:
    """Count the companies that go on at least one visit."""
    own: dict[str, list[cp_model.IntVar]] = defaultdict(list)
    for (code, _), literal in goes.items():
        own[code].append(literal)
    found = []
    for code, literals in own.items():
        some = model.new_bool_var(f"some{code}")
        model.add(sum(literals) >= some)
        found.append(some)
    return sum(found)


def _interest(mission: Mission, code: str, block: int) -> int:
    """Give the share of a visit's domains in which a company has an opportunity, 0..100."""
    domains = set(mission.blocks[block].domains)
    return round(100 * len(domains & mission.domains_of[code]) / len(domains)) if domains else 0
