"""Which agreed meetings fit into everybody's room, where not all of them do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from karvan.mission.mission import Pair

FIRM, WISHED = 2, 1
"""Levels of an agreed meeting: fixed or `must`; `want`."""


def keep_agreed(agreed: Mapping[Pair, int], room: Mapping[str, int]) -> frozenset[Pair]:
    """Choose as many firm meetings as fit, and among such choices one with as many wishes as fit.

    Parameters
    ----------
    agreed : mapping of pair to int
        `FIRM` or `WISHED`; two companies of one side may be a pair here.
    room : mapping of code to int
        Meetings that each company can hold.

    Notes
    -----
    A whole-number programme, since pairs within a side make the matrix lose its structure; it has one
    variable per agreed meeting, and is not needed where everything fits.
    """
    pairs = [pair for pair in agreed if all(room[code] > 0 for code in pair)]
    codes = sorted({code for pair in pairs for code in pair})
    if all(sum(code in pair for pair in pairs) <= room[code] for code in codes):
        return frozenset(pairs)
    return _most_that_fit(pairs, [agreed[pair] for pair in pairs], codes, room)


def _most_that_fit(
    pairs: Sequence[Pair], levels: Sequence[int], codes: Sequence[str], room: Mapping[str, int]
) -> frozenset[Pair]:
    place = {code: row for row, code in enumerate(codes)}
    ends = [(place[code], column) for column, pair in enumerate(pairs) for code in sorted(pair)]
    rows, columns = np.array(ends).T
    matrix = csr_array((np.ones(len(ends)), (rows, columns)), shape=(len(codes), len(pairs)))
    worth = np.where(np.array(levels) == FIRM, len(pairs) + 1.0, 1.0)
    answer = milp(
        -worth,
        integrality=np.ones(len(pairs), dtype=np.int64),
        bounds=Bounds(0, 1),
        constraints=LinearConstraint(matrix, ub=[room[code] for code in codes]),
        options={"mip_rel_gap": 0.0},
    )
    chosen = np.zeros(len(pairs)) if answer.x is None else answer.x
    return frozenset(pair for pair, x in zip(pairs, chosen, strict=True) if x > 0.5)
