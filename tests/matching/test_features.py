"""Products of features: the compiled loop beside its plain twin."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import sparse

from karvan.matching import features as room
from karvan.matching import kernels
from karvan.matching.features import Features, product, turned


def drawn(seed, rows, columns, density=0.3):
    """Return sparse rows drawn at random."""
    rng = np.random.default_rng(seed)
    values = rng.random((rows, columns), dtype=np.float32) * (rng.random((rows, columns)) < density)
    return sparse.csr_array(values.astype(np.float32))


@given(st.integers(0, 9), st.integers(0, 5), st.integers(1, 6), st.integers(1, 5))
def test_the_compiled_product_is_the_plain_one(seed, n_rows, n_others, n_columns):
    rows, others = drawn(seed, n_rows, n_columns), drawn(seed + 10, n_others, n_columns)
    out = np.ones((n_rows, n_others), np.float32)
    columns = turned(others)
    kernels.add_product(out, rows.indptr, rows.indices, rows.data, columns.indptr, columns.indices, columns.data)
    assert out == pytest.approx(1 + rows.toarray() @ others.toarray().T, abs=1e-5)


def test_a_large_product_is_compiled_and_the_same(monkeypatch):
    ours = Features(drawn(1, 40, 12), np.full((40, 2), 0.5, np.float32))
    theirs = Features(drawn(2, 30, 12), np.full((30, 2), 0.25, np.float32))
    plain = ours.times(theirs), product(ours.rare, theirs.turned)
    monkeypatch.setattr(room, "COMPILED", 1)
    compiled = ours.times(theirs), product(ours.rare, theirs.turned)
    for one, other in zip(plain, compiled, strict=True):
        assert one == pytest.approx(other, abs=1e-5)
