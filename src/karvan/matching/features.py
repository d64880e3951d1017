"""Features of statements as arrays: many that few have, and few that many have, and their products."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

if TYPE_CHECKING:
    from numpy.typing import NDArray

Rows = sparse.csr_array
"""Sparse rows, float32, one a statement."""

COMPILED = 2_000_000
"""Products of so many cells are left to a compiled kernel; below, loading it would take longer than it saves."""


SAMPLED = 200_000
"""Products of so many pairs of rows are left to a compiled kernel."""


@dataclass(frozen=True)
class Features:
    """Features of some statements: many that few have, and few that many have.

    Attributes
    ----------
    rare : csr_array, shape (n_statements, n_concepts + n_words), float32
    common : ndarray, shape (n_statements, n_domains + n_routes + …), float32
    """

    rare: Rows
    common: NDArray[np.float32]

    def at(self, places: Sequence[int] | slice | NDArray[np.intp]) -> Features:
        """Give the features of some statements."""
        return Features(sparse.csr_array(self.rare[places]), self.common[places])

    def times(self, other: Features) -> NDArray[np.float32]:
        """Give the products of each with each, shape (n_statements, n_others)."""
        product = np.asarray(self.common @ other.common.T, dtype=np.float32)
        add_product(product, self.rare, other.turned)
        return product

    @cached_property
    def turned(self) -> Rows:
        """The rare features, one a row."""
        return turned(self.rare)

    def with_nothing(self) -> Features:
        """Give the same with one more statement at the end that has no features."""
        blank = np.zeros((1, self.common.shape[1]), np.float32)
        return Features(with_empty_row(self.rare), np.vstack([self.common, blank]))


def turned(rows: Rows) -> Rows:
    """Give rows as columns."""
    return sparse.csr_array(rows.T)


def product(rows: Rows, columns: Rows) -> NDArray[np.float32]:
    """Give the product of sparse arrays as a dense one."""
    out = np.zeros((rows.shape[0], columns.shape[1]), np.float32)
    add_product(out, rows, columns)
    return out


def add_product(out: NDArray[np.float32], rows: Rows, columns: Rows) -> None:
    """Add the product of two sparse arrays to a dense one; a large one outside Python's lock."""
    if out.size < COMPILED:
        out += (rows @ columns).toarray()
        return
    from karvan.matching import kernels

    parts = (rows.indptr, rows.indices, rows.data, columns.indptr, columns.indices, columns.data)
    kernels.add_product(out, *parts)


def likeness(ours: Rows, theirs: Rows, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.float32]:
    """Give the products of some pairs of rows, shape (n_pairs,), of which no dense array is made."""
    if len(rows) < SAMPLED:
        return np.asarray(ours[rows].multiply(theirs[columns]).sum(axis=1), dtype=np.float32)
    from karvan.matching import kernels

    out = np.zeros(len(rows), np.float32)
    parts = (ours.indptr, ours.indices, ours.data, theirs.indptr, theirs.indices, theirs.data)
    kernels.pair_products(out, rows, columns, *parts)
    return out


def numbered(rows: Sequence[Mapping[str, float]]) -> tuple[list[dict[int, float]], int]:
    """Number the names of rows in the order of the alphabet, so that the order of rows changes nothing."""
    number = {name: k for k, name in enumerate(sorted({name for row in rows for name in row}))}
    return [{number[name]: value for name, value in row.items()} for row in rows], max(1, len(number))


def matrix(rows: Sequence[Mapping[int, float]], size: int) -> Rows:
    """Give rows of column and value as one sparse matrix, shape (n_rows, size)."""
    pointers = np.cumsum([0, *map(len, rows)])
    columns = np.fromiter(chain.from_iterable(rows), np.int32, int(pointers[-1]))
    values = np.fromiter(chain.from_iterable(row.values() for row in rows), np.float32, int(pointers[-1]))
    made = sparse.csr_array((values, columns, pointers), shape=(len(rows), size))
    made.sort_indices()
    return made


def unit(rows: Rows) -> Rows:
    """Scale rows to length 1; empty rows stay empty."""
    return scaled(rows, lengths(rows))


def lengths(rows: Rows) -> NDArray[np.float32]:
    """Give the length of each row."""
    return np.sqrt(np.asarray(rows.power(2).sum(axis=1), dtype=np.float32).ravel())


def growth(rows: Rows, expanded: Rows) -> NDArray[np.float32]:
    """Give by how much each row grew: divided by it, its product with the row it came from is what it was."""
    before = np.asarray(rows.power(2).sum(axis=1), dtype=np.float32).ravel()
    after = np.asarray(rows.multiply(expanded).sum(axis=1), dtype=np.float32).ravel()
    return np.divide(after, before, out=np.zeros_like(after), where=before > 0)


def scaled(rows: Rows, sizes: NDArray[Any]) -> Rows:
    """Divide each row by a size; a row of size 0 becomes empty."""
    factors = np.divide(1.0, sizes, out=np.zeros_like(sizes, dtype=np.float32), where=sizes > 0)
    return sparse.csr_array(sparse.diags_array(factors.astype(np.float32)) @ rows)


def stacked(parts: Iterable[Rows]) -> Rows:
    """Put sparse arrays side by side."""
    return sparse.csr_array(sparse.hstack(list(parts), format="csr"))


def with_empty_row(rows: Rows) -> Rows:
    """Give the same with an empty row at the end."""
    pointers = np.append(rows.indptr, rows.indptr[-1])
    return sparse.csr_array((rows.data, rows.indices, pointers), shape=(rows.shape[0] + 1, rows.shape[1]))
