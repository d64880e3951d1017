"""The most valuable meetings within everybody's bounds, with a proof that none are better."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import csr_array, vstack

from karvan.matching.selection.floors import Counts, Mask

Values = NDArray[np.float64]

TOLERANCE = 1e-7
"""Values 0..1 that differ by less are the same to the solver."""


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


def most_valuable(values: Values, allowed: Mask, bounds: Bounds, start: Mask) -> Chosen:
    """Choose the meetings of the greatest total value within bounds.

    Parameters
    ----------
    values : ndarray, shape (n, m), float64, >= 0
    allowed : ndarray, shape (n, m), bool
        Pairs that may be chosen.
    start : ndarray, shape (n, m), bool
        Pairs among which the bounds can be kept.

    Raises
    ------
    UnboundError
        If they cannot.

    Notes
    -----
    A linear programme whose matrix (rows and columns of a bipartite graph) is totally unimodular: the
    simplex method's answers are whole. It is solved over the most promising pairs; those whose reduced
    cost shows that they could help are added until there are none, which proves it for all pairs.

    References
    ----------
    Schrijver (2003), Combinatorial Optimization, section 21.2; Huangfu and Hall (2018), HiGHS,
    https://doi.org/10.1007/s12532-017-0130-5
    """
    active = (start | _best_of_each(values, allowed, bounds)) & allowed
    while True:
        pairs = np.nonzero(active)
        x, duals = _solve(values[pairs], pairs, bounds, values.shape)
        gain = np.where(allowed, values + duals[: len(values), None] + duals[None, len(values) :], 0.0)
        missing = (gain > TOLERANCE) & ~active
        if not missing.any():
            break
        active |= missing & _best_of_each(gain, missing, bounds)
    mask = np.zeros_like(allowed)
    mask[pairs] = x
    bound = float(np.maximum(gain, 0.0).sum() - _dual_cost(duals, bounds))
    return Chosen(mask, float(values[mask].sum()), bound)


def _dual_cost(duals: Values, bounds: Bounds) -> float:
    """Give what the duals charge for the bounds: `most` where they are negative, `least` where positive."""
    return float(np.where(duals < 0, duals * bounds.most, duals * bounds.least).sum())


def _best_of_each(values: Values, allowed: Mask, bounds: Bounds) -> Mask:
    """Mark, for each row and column, its best pairs: twice as many as it can have, and a few."""
    n = len(values)
    ranked = np.where(allowed, values, -1.0)
    marked = np.zeros_like(allowed)
    for axis, most in ((1, bounds.most[:n]), (0, bounds.most[n:])):
        order = np.argsort(np.argsort(-ranked, axis=axis, kind="stable"), axis=axis, kind="stable")
        marked |= order < np.expand_dims(2 * most + 4, axis)
    return marked & allowed


def _solve(
    values: Values, pairs: tuple[NDArray[np.intp], ...], bounds: Bounds, shape: tuple[int, ...]
) -> tuple[Mask, Values]:
    """Solve over some pairs.

    Returns
    -------
    mask : ndarray, shape (len(values),), bool
    duals : ndarray, shape (n + m,), float64
        What one more meeting of a row or column changes, negated: negative where its room is scarce,
        positive where its floor forces poor meetings.
    """
    count = len(values)
    if not count:
        return np.zeros(0, dtype=bool), np.zeros(sum(shape))
    ends = np.concatenate([pairs[0], pairs[1] + shape[0]])
    matrix = csr_array((np.ones(2 * count), (ends, np.tile(np.arange(count), 2))), shape=(sum(shape), count))
    # Sparse matrices are taken, but not in the published types.
    both: Any = vstack([matrix, -matrix])
    answer = linprog(
        -values,
        A_ub=both,
        b_ub=np.concatenate([bounds.most, -bounds.least]),
        bounds=(0, 1),
        method="highs-ds",
    )
    if answer.status != 0 or answer.x is None:
        raise UnboundError(answer.message)
    marginals = answer.ineqlin.marginals
    return answer.x > 0.5, marginals[: sum(shape)] - marginals[sum(shape) :]
