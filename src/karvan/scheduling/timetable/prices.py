"""A bound on the breaks from prices for tables: who meets whom is forgotten, tables are not.

Every slot has a price; a busy participant pays half a table's. Whatever the timetable, its breaks
and payments together are at least those of each participant's cheapest pattern, and the payments
are at most what all tables cost. The difference bounds the breaks, and anyone can compute it again
from the prices alone. The best prices are the dual values of a linear programme over patterns
(Lagrangian duality: Geoffrion 1974, doi:10.1007/BFb0120690), written as flows through `patterns.arcs`
and solved by HiGHS.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import coo_array

from karvan.scheduling.timetable.patterns import Arc, arcs, cheapest
from karvan.scheduling.timetable.view import Timetable

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


def price_bound(table: Timetable) -> PriceBound:
    """Give the best bound that prices give; 0 with no prices where the problem is too large for that."""
    steps = [arcs(table, participant) for participant in range(table.n_participants)]
    steps = [row for row in steps if row]
    free = PriceBound(0, (0,) * table.n_slots)
    if not steps or sum(map(len, steps)) > MOST_ARCS:
        return free
    candidates = (free.prices, _best_prices(table, steps))
    return max((PriceBound(_bound(table, steps, prices), prices) for prices in candidates), key=lambda b: b.bound)


def _bound(table: Timetable, steps: list[list[Arc]], prices: tuple[int, ...]) -> int:
    paid = sum(cheapest(row, prices, UNIT) for row in steps) - 2 * table.n_tables * sum(prices)
    return max(0, -(-paid // UNIT))


def _best_prices(table: Timetable, steps: list[list[Arc]]) -> tuple[int, ...]:
    """Solve for flows, one unit per participant, with at most two busy people per table and slot."""
    node: dict[tuple[int, tuple[int, int, int]], int] = {}
    rows: list[int] = []
    columns: list[int] = []
    signs: list[int] = []
    flat = [arc for row in steps for arc in row]
    column = 0
    supply: dict[int, int] = {}
    for owner, row in enumerate(steps):
        for arc in row:
            for end, sign in ((arc.start, 1), (arc.end, -1)):
                rows.append(node.setdefault((owner, end), len(node)))
                columns.append(column)
                signs.append(sign)
            column += 1
        supply[node[owner, row[0].start]], supply[node[owner, row[-1].end]] = 1, -1
    flow: Any = coo_array((signs, (rows, columns)), shape=(len(node), column)).tocsr()
    busy = [(arc.start.slot, index) for index, arc in enumerate(flat) if arc.is_busy]
    slots, users = zip(*busy, strict=True)
    load: Any = coo_array((np.ones(len(busy)), (slots, users)), shape=(table.n_slots, column)).tocsr()
    found = linprog(
        np.array([float(arc.is_break) for arc in flat]),
        A_eq=flow,
        b_eq=np.array([supply.get(i, 0) for i in range(len(node))], float),
        A_ub=load,
        b_ub=np.full(table.n_slots, 2.0 * table.n_tables),
        method="highs",
    )
    if found.x is None:
        return (0,) * table.n_slots
    return tuple(max(0, round(-UNIT * price)) for price in found.ineqlin.marginals)
