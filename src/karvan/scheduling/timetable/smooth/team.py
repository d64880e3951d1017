"""Workers that look for moves at the same time, each from the same timetable."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from types import TracebackType
from typing import Protocol, Self

import numpy as np
import numpy.typing as npt

from karvan.scheduling.timetable.smooth.board import Board, Moves, Rules
from karvan.scheduling.timetable.state import State
from karvan.scheduling.timetable.view import Ints, Timetable

MOVES_SHARE = 10
"""A worker ends early where more than one step in so many is a move."""


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
    ndarray, shape (n_moves, 2), uint64
        As `Board.repeat` makes them again.
    """
    state = State(table, task.seed)
    state.set_slots(task.slot_of)
    board = Board(state)
    board.open(task.rules)
    moves = np.empty((task.steps // MOVES_SHARE + 1, 2), np.uint64)
    made = board.anneal(task.rules, task.steps, everybody(table), moves)
    return moves[:made]


def everybody(table: Timetable) -> Ints:
    """Give the participants that have a meeting."""
    return np.flatnonzero(table.degree).astype(np.int32)


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
