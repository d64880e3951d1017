"""How evenly meetings are shared out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True)
class Fairness:
    """How evenly something is shared out among companies.

    Attributes
    ----------
    quartiles : tuple of three floats
        Lower quartile, median, upper quartile (interpolated).
    gini : float
        0: all have the same; towards 1: one has everything.
    """

    companies: int
    total: float
    least: float
    quartiles: tuple[float, float, float]
    most: float
    gini: float


def fairness(amounts: Sequence[float]) -> Fairness:
    """Say how evenly amounts (0 or more) are shared out.

    References
    ----------
    Gini (1912) in the form of Sen (1973), On Economic Inequality, section 2.2: half the mean difference of
    all pairs, over the mean.
    """
    if not amounts:
        return Fairness(0, 0.0, 0.0, (0.0, 0.0, 0.0), 0.0, 0.0)
    row = np.sort(np.asarray(amounts, dtype=np.float64))
    low, middle, high = (float(q) for q in np.quantile(row, (0.25, 0.5, 0.75)))
    return Fairness(len(row), float(row.sum()), float(row[0]), (low, middle, high), float(row[-1]), _gini(row))


def _gini(row: np.ndarray[tuple[int], np.dtype[np.float64]]) -> float:
    n, total = len(row), float(row.sum())
    if total <= 0:
        return 0.0
    ranks = np.arange(1, n + 1)
    return max(0.0, float(2 * (ranks * row).sum() / (n * total) - (n + 1) / n))
