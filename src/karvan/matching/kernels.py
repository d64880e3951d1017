"""The inner loop of large products, compiled by Numba."""

from __future__ import annotations

import numpy as np
from numba import njit


@njit(cache=True, nogil=True)
def add_product(out, starts, columns, values, turned_starts, turned_columns, turned_values):
    """Add the product of two sparse arrays, both by rows, to a dense one.

    A row of the result stays in the processor's cache while everything is added to it.
    """
    for row in range(len(starts) - 1):
        target = out[row]
        for k in range(starts[row], starts[row + 1]):
            value = values[k]
            for m in range(turned_starts[columns[k]], turned_starts[columns[k] + 1]):
                target[turned_columns[m]] += value * turned_values[m]


@njit(cache=True, nogil=True)
def pair_products(out, rows, columns, starts, places, values, other_starts, other_places, other_values):
    """Give the product of a row of one sparse array and a row of another for each pair; places ascend in a row."""
    for pair in range(len(rows)):
        k, last = starts[rows[pair]], starts[rows[pair] + 1]
        m, end = other_starts[columns[pair]], other_starts[columns[pair] + 1]
        total = np.float32(0)
        while k < last and m < end:
            if places[k] == other_places[m]:
                total += values[k] * other_values[m]
                k += 1
                m += 1
            elif places[k] < other_places[m]:
                k += 1
            else:
                m += 1
        out[pair] = total
