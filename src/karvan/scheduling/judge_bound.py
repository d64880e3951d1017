"""Checks a bound on the breaks from its table of prices; shares nothing with what found the prices.

Give every slot a price. In any timetable the breaks of a participant and the prices of its busy
slots are together at least those of its cheapest pattern: as many busy slots as it has meetings, in
slots in which it can meet, with enough of them before and after each moment for those meetings that
must lie there. All prices that are paid are at most twice the tables of each slot at its price,
since a table seats two. So the sum of the cheapest patterns less the price of all tables is a bound.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from karvan.scheduling.problem import Problem


@dataclass(frozen=True, slots=True)
class BoundTable:
    """What a table of prices proves.

    Attributes
    ----------
    cheapest : tuple of int, one per participant
        Cost of its cheapest pattern, in units of the prices.
    tables_cost : int
        What all tables cost.
    bound : int
        No timetable has fewer breaks.
    """

    cheapest: tuple[int, ...]
    tables_cost: int
    bound: int


def recompute_bound(problem: Problem, prices: Sequence[int], unit: int) -> BoundTable:
    """Compute the bound of some prices.

    Parameters
    ----------
    problem : Problem
        A timetable: one venue, one day, every meeting mandatory, two participants each.
    prices : sequence of int, one per slot
        In the order of the problem's slots.
    unit : int
        So many units make one break.

    Raises
    ------
    ValueError
        If there is not one price of at least 0 for each slot, or the unit is no positive number.
    """
    if len(prices) != len(problem.slots) or any(price < 0 for price in prices) or unit < 1:
        raise ValueError("one price of 0 or more is needed for each slot, and a unit of 1 or more")
    tables = problem.venues[0].tables
    seats = 2 * (len(problem.meetings) if tables is None else len(tables))
    cheapest = tuple(_cheapest(problem, person, prices, unit) for person in range(len(problem.participants)))
    tables_cost = seats * sum(prices)
    return BoundTable(cheapest, tables_cost, max(0, -((tables_cost - sum(cheapest)) // unit)))


_NOT_YET, _MEETS, _WAITS = range(3)


def _cheapest(problem: Problem, person: int, prices: Sequence[int], unit: int) -> int:
    """Give the cost of the cheapest pattern, 0 where there is none: that proves nothing, and is never too much."""
    order = sorted(range(len(problem.slots)), key=lambda s: problem.slots[s].start_min)
    possible = [{order.index(s) for s in problem.allowed(m)} for m in problem.meetings_of[person]]
    grid = problem.participants[person].grid
    costs = {(0, _NOT_YET): 0}
    for place, slot in enumerate(order):
        costs_after: dict[tuple[int, int], int] = {}
        must_have = sum(all(s <= place for s in slots) for slots in possible)
        can_have = sum(any(s <= place for s in slots) for slots in possible)
        for (held, state), cost in costs.items():
            waits = state == _MEETS and (grid is None or slot in grid)
            choices = [(held, _WAITS if waits else state, cost)]
            if any(place in slots for slots in possible):
                choices.append((held + 1, _MEETS, cost + prices[slot] + unit * (state == _WAITS)))
            for meetings, now, price in choices:
                if must_have <= meetings <= can_have:
                    costs_after[meetings, now] = min(price, costs_after.get((meetings, now), price))
        costs = costs_after
    return min((cost for (held, _), cost in costs.items() if held == len(possible)), default=0)
