"""Workers that look for moves at the same time, each from the same timetable."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

import numpy as np
import numpy.typing as npt

from karvan.scheduling.timetable.smooth import kernels
from karvan.scheduling.timetable.state import State
from karvan.scheduling.timetable.view import Ints, Timetable

Moves = npt.NDArray[np.int64]
Prices = npt.NDArray[np.int64]

MOVES_SHARE = 50
"""A worker ends early where more than one step in so many is a move."""
NO_RECORD: Moves = np.empty((0, 4), np.int64)


@dataclass(frozen=True)
class Rules:
    """What moves cost, and which of them are taken; see `kernels.anneal_smoothly`."""

    thresholds: npt.NDArray[np.uint64]
    gap_price: Prices
    count_price: Prices
    load_price: Prices


@dataclass(frozen=True)
class Task:
    """What one worker is asked to do.

    Attributes
    ----------
    slot_of : ndarray, shape (n_meetings,), int16
    seed : int
        Of its random numbers.
    steps : int
    """

    slot_of: npt.NDArray[np.int16]
    seed: int
    steps: int
    rules: Rules


def find_moves(table: Timetable, task: Task) -> Moves:
    """Anneal from the task's timetable; gives the moves that were made.

    Returns
    -------
    ndarray, shape (n_moves, 4), int64
        Participant, slot lost, slot gained, and the random number that allowed it.
    """
    state = State(table, task.seed)
    state.set_slots(task.slot_of)
    moves = np.empty((task.steps // MOVES_SHARE + 1, 4), np.int64)
    made: int = kernels.anneal_smoothly(task.steps, moves, everybody(table), state.rng, *_arguments(state, task.rules))
    return moves[:made]


def anneal(state: State, rules: Rules, steps: int, people: Ints) -> int:
    """Anneal a state in place, beginning at some people; gives the number of moves made."""
    made: int = kernels.anneal_smoothly(steps, NO_RECORD, people, state.rng, *_arguments(state, rules))
    return made


def everybody(table: Timetable) -> Ints:
    """Give the participants that have a meeting."""
    return np.flatnonzero(table.degree).astype(np.int32)


def repeat(state: State, rules: Rules, moves: Moves) -> None:
    """Make moves that were found from an older state, where they are still worth it; in place."""
    kernels.repeat(moves, *_arguments(state, rules))


def _arguments(state: State, rules: Rules) -> tuple[object, ...]:
    table = state.table
    prices = np.zeros(table.n_participants, np.int64)
    kernels.price_all(state.busy, table.grid, rules.gap_price, rules.count_price, prices)
    return (
        rules.thresholds, rules.gap_price, rules.count_price, rules.load_price,
        table.ends, table.allowed, table.grid, state.link_start, state.links,
        state.slot_of, state.at, state.busy, state.load, prices, state.chain,
    )  # fmt: skip


class Team(Protocol):
    """Workers that can do several tasks at once."""

    @property
    def size(self) -> int:
        """How many tasks it can do at once, at least 1."""
        ...

    def work(self, table: Timetable, tasks: Sequence[Task]) -> list[Moves]:
        """Do the tasks (`find_moves`); gives the answers, those of lost workers left out but at least one."""
        ...


class Threads:
    """A team of threads. Use it as a context manager."""

    def __init__(self, size: int) -> None:
        self.size = size
        self._pool = ThreadPoolExecutor(size)

    def __enter__(self) -> Self:
        """Nothing to prepare: threads start with their first task."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, _: TracebackType | None) -> None:
        """End the threads."""
        self._pool.shutdown()

    def work(self, table: Timetable, tasks: Sequence[Task]) -> list[Moves]:
        """Do all tasks, a thread for each."""
        running = [self._pool.submit(find_moves, table, task) for task in tasks]
        return [each.result() for each in running]
