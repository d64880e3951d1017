"""The inner loop of large products, compiled by Numba."""

from __future__ import annotations

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
