"""A first complete timetable: Koenig's insertion, then ejection of what is in the way."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from karvan.scheduling.timetable import kernels
from karvan.scheduling.timetable.state import State
from karvan.scheduling.timetable.view import Ints, Timetable

EJECTIONS_AT_ONCE = 20_000
"""Ejections between two looks at the stop rule."""


def build(state: State, *, rounds: int, is_over: Callable[[], bool]) -> bool:
    """Place every meeting that can be placed; whether all are.

    Parameters
    ----------
    state : State
        With no meeting placed; changed in place.
    rounds : int
        Batches of `EJECTIONS_AT_ONCE` ejections after the insertion, at most.
    is_over : callable
        Asked between two batches.

    Notes
    -----
    Insertion needs no ejection where only the participants' numbers of meetings bind (bipartite
    graph, no forbidden slots): Koenig's theorem. Meetings with precedences are left to ejection.
    """
    table = state.table
    left_out = np.empty(table.n_meetings + 1, np.int32)
    failed = _insert(state, left_out)
    weight = np.ones(table.n_meetings, np.int64)
    for _ in range(rounds):
        if failed == 0 or is_over():
            break
        failed = kernels.eject(
            EJECTIONS_AT_ONCE, state.rng, table.ends, table.allowed, table.n_tables,
            state.slot_of, state.at, state.busy, state.load,
            state.link_start, state.links, weight, left_out, failed,
        )  # fmt: skip
    state.refresh()
    return bool(failed == 0)


def _insert(state: State, left_out: Ints) -> int:
    table = state.table
    order = insertion_order(table)
    failed: int = kernels.construct(
        order, table.ends, table.allowed, table.n_tables,
        state.slot_of, state.at, state.busy, state.load, state.chain, left_out,
    )  # fmt: skip
    tied = np.setdiff1d(np.arange(table.n_meetings, dtype=np.int32), order)
    left_out[failed : failed + len(tied)] = tied
    return failed + len(tied)


def insertion_order(table: Timetable) -> Ints:
    """Give the meetings without precedences, those with the least room first."""
    degree = table.degree
    room = np.array([mask.bit_count() for mask in table.allowed.tolist()], np.int64)
    room -= (degree[table.ends[:, 0]] + degree[table.ends[:, 1]]) // 2
    order = np.argsort(room, kind="stable").astype(np.int32)
    is_tied = np.zeros(table.n_meetings, np.bool_)
    is_tied[table.precedences.ravel()] = True
    return order[~is_tied[order]]
