"""A bound on the breaks from prices for tables: who meets whom is forgotten, tables are not.

Every slot has a price; a busy participant pays half a table's. Whatever the timetable, its breaks
and payments together are at least those of each participant's cheapest pattern, and the payments
are at most what all tables cost. The difference bounds the breaks, and anyone can compute it again
from the prices alone. The best prices are the dual values of a linear programme over patterns
(Lagrangian duality: Geoffrion 1974, doi:10.1007/BFb0120690), written as flows through `patterns.arcs`
and solved by GLOP. Participants with the same patterns are one flow.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from karvan.scheduling.timetable.patterns import Arc, arcs, cheapest
from karvan.scheduling.timetable.plain import PlainTimetable

Steps: TypeAlias = tuple[Arc, ...]
"""All patterns of a participant, as `patterns.arcs` gives them."""
UNIT = 10_000
"""Prices are whole numbers; this many make one break, so that sums are exact."""
MOST_ARCS = 60_000
"""Above this the programme would take seconds; such a problem gets no prices."""


@dataclass(frozen=True, slots=True)
class PriceBound:
    """A bound with all that is needed to compute it again.

    Attributes
    ----------
    bound : int
        No timetable has fewer breaks.
    prices : tuple of int, one per slot
        In units of 1 / `UNIT` break.
    """

    bound: int
    prices: tuple[int, ...]


def price_bound(table: PlainTimetable) -> PriceBound:
    """Give the best bound that prices give; 0 with no prices where the problem is too large for that."""
    every = (tuple(arcs(table, participant)) for participant in range(table.n_participants))
    steps = Counter(row for row in every if row)
    free = PriceBound(0, (0,) * table.n_slots)
    if not steps or sum(map(len, steps)) > MOST_ARCS:
        return free
    candidates = (free.prices, _best_prices(table, steps))
    return max((PriceBound(_bound(table, steps, prices), prices) for prices in candidates), key=lambda b: b.bound)


def _bound(table: PlainTimetable, steps: Mapping[Steps, int], prices: tuple[int, ...]) -> int:
    paid = sum(people * cheapest(row, prices, UNIT) for row, people in steps.items()) - 2 * table.n_tables * sum(prices)
    return max(0, -(-paid // UNIT))


def _best_prices(table: PlainTimetable, steps: Mapping[Steps, int]) -> tuple[int, ...]:
    """Solve for flows, one unit per participant, with at most two busy people per table and slot."""
    # Imported here: most processes of this package need no linear programme.
    from ortools.linear_solver import pywraplp

    solver: Any = pywraplp.Solver("prices", pywraplp.Solver.GLOP_LINEAR_PROGRAMMING)
    infinity = solver.infinity()
    loads = [solver.Constraint(-infinity, 2.0 * table.n_tables) for _ in range(table.n_slots)]
    goal = solver.Objective()
    for row, people in steps.items():
        ends = dict.fromkeys(end for arc in row for end in (arc.start, arc.end))
        node = {end: solver.Constraint(0.0, 0.0) for end in ends}
        node[row[0].start].SetBounds(people, people)
        node[row[-1].end].SetBounds(-people, -people)
        for arc in row:
            flow = solver.NumVar(0.0, infinity, "")
            node[arc.start].SetCoefficient(flow, 1.0)
            node[arc.end].SetCoefficient(flow, -1.0)
            if arc.is_busy:
                loads[arc.start.slot].SetCoefficient(flow, 1.0)
            if arc.is_break:
                goal.SetCoefficient(flow, 1.0)
    goal.SetMinimization()
    if solver.Solve() != pywraplp.Solver.OPTIMAL:
        return (0,) * table.n_slots
    return tuple(max(0, round(-UNIT * load.dual_value())) for load in loads)
