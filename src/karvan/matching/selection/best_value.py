"""The most valuable meetings within everybody's bounds, with a proof that none are better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from karvan.matching.selection.floors import Counts, Mask

Values = NDArray[np.float64]

UNIT = 10**9
"""Values are compared as whole multiples of one part in so many."""


@dataclass(frozen=True, slots=True)
class Bounds:
    """How many meetings each row and column has at least and at most.

    Attributes
    ----------
    least, most : ndarray, shape (n + m,), int64
        The rows first, then the columns.
    """

    least: Counts
    most: Counts


@dataclass(frozen=True, slots=True)
class Chosen:
    """The best meetings, and what no others can exceed.

    Attributes
    ----------
    mask : ndarray, shape (n, m), bool
    value, bound : float
        The sum of their values, and a proved upper bound of any such sum.
    """

    mask: Mask
    value: float
    bound: float


class UnboundError(RuntimeError):
    """Bounds that were shown to hold together do not: a bug, never a matter of the input."""


def most_valuable(values: Values, allowed: Mask, bounds: Bounds) -> Chosen:
    """Choose the meetings of the greatest total value within bounds.

    Parameters
    ----------
    values : ndarray, shape (n, m), float64, 0..1
    allowed : ndarray, shape (n, m), bool
        Pairs that may be chosen.

    Raises
    ------
    UnboundError
        If the bounds cannot be kept.

    Notes
    -----
    A flow of minimum cost, which is whole of itself. The proof does not rest on the solver: prices for one more
    meeting of each row and column are derived from its answer, and any prices at all give an upper bound (weak
    duality); those of an optimal answer give its own value.

    References
    ----------
    Goldberg (1997), https://doi.org/10.1006/jagm.1995.0805, as in OR-Tools; Schrijver (2003), Combinatorial
    Optimization, sections 12.1 and 21.2.
    """
    costs = np.rint(values * UNIT).astype(np.int64)
    mask = _cheapest_flow(costs, allowed, bounds)
    rows, columns = prices(costs, allowed, mask, bounds)
    both = np.concatenate([rows, columns]) / UNIT
    gain = np.where(allowed, values + both[: len(values), None] + both[None, len(values) :], 0.0)
    charged = np.where(both < 0, both * bounds.most, both * bounds.least).sum()
    return Chosen(mask, float(values[mask].sum()), float(np.maximum(gain, 0.0).sum() - charged))


def _cheapest_flow(values: Counts, allowed: Mask, bounds: Bounds) -> Mask:
    """Choose the best meetings.

    Each row sends on what it must have and, from the source, what it may have besides; each column likewise. What is
    not needed flows from the source to the sink.
    """
    from ortools.graph.python.min_cost_flow import SimpleMinCostFlow

    n, m = allowed.shape
    source, sink = n + m, n + m + 1
    spare = bounds.most - bounds.least
    pairs = np.nonzero(allowed)
    tails = np.concatenate([pairs[0], np.full(n, source), np.arange(n, n + m), [source]])
    heads = np.concatenate([pairs[1] + n, np.arange(n), np.full(m, sink), [sink]])
    passing = int(bounds.most[n:].sum() + bounds.least[:n].sum())
    capacity = np.concatenate([np.ones(len(pairs[0]), dtype=np.int64), spare, [passing]])
    costs = np.concatenate([-values[pairs], np.zeros(n + m + 1, dtype=np.int64)])
    supply = np.concatenate(
        [
            bounds.least[:n],
            -bounds.least[n:],
            [bounds.most[n:].sum(), -bounds.least[:n].sum() - spare[n:].sum()],
        ]
    )
    # Its published types take no arrays.
    flow: Any = SimpleMinCostFlow()
    arcs = flow.add_arcs_with_capacity_and_unit_cost(tails, heads, capacity, costs)
    flow.set_nodes_supplies(np.arange(n + m + 2), supply)
    status = flow.solve()
    if status != flow.OPTIMAL:
        raise UnboundError(str(status))
    mask = np.zeros_like(allowed)
    mask[pairs] = flow.flows(arcs[: len(pairs[0])]) > 0
    return mask


def prices(values: Counts, allowed: Mask, mask: Mask, bounds: Bounds) -> tuple[Counts, Counts]:
    """Give prices that prove a choice to be the best.

    Returns
    -------
    rows, columns : ndarray, shape (n,) and (m,), int64
        What one more meeting adds: below 0 only where there is no room for one, above 0 only where there
        are no more than there must be. A chosen pair is worth its two prices (``value + row + column >= 0``),
        one that was not chosen is not. Where the choice is not the best, these cannot all hold.

    Notes
    -----
    Shortest paths in what the flow leaves over (Bellman and Ford), all edges of a side at once.
    """
    n, m = allowed.shape
    counts = np.concatenate([mask.sum(axis=1), mask.sum(axis=0)])
    above, below = counts > bounds.least, counts < bounds.most
    far = np.iinfo(np.int64).max // 4
    out = np.where(allowed & ~mask, -values, far)
    back = np.where(mask, values, far)
    rows, columns, base = np.zeros(n, dtype=np.int64), np.zeros(m, dtype=np.int64), 0
    for _ in range(n + m + 2):
        before = rows.copy(), columns.copy(), base
        rows = np.minimum(rows, (columns[None, :] + out).min(axis=1, initial=far))
        rows = np.where(above[:n], np.minimum(rows, base), rows)
        columns = np.minimum(columns, (rows[:, None] + back).min(axis=0, initial=far))
        columns = np.where(below[n:], np.minimum(columns, base), columns)
        base = min(base, int(rows[below[:n]].min(initial=far)), int(columns[above[n:]].min(initial=far)))
        if base == before[2] and np.array_equal(rows, before[0]) and np.array_equal(columns, before[1]):
            break
    return rows - base, base - columns
