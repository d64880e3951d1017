"""The proving side of a search: two processes that are asked where a proof, or a better timetable, is likeliest."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Self

from karvan.scheduling.timetable.refute import Answer, Refuter
from karvan.scheduling.timetable.view import Timetable

MOST_LOST = 2
"""So many refuting processes may be lost before the search goes on without one."""


@dataclass
class Worker:
    """A refuting process and the question it works on; `asked` is empty where there is none."""

    refuter: Refuter
    asked: tuple[int | None, ...] = ()


class Prover:
    """A climber, which refutes "at most k breaks" for growing k, and a halver between the bound and the best value.

    They use two solvers, since which of them is quicker is a matter of luck. The halver comes in
    when the search by moves has nothing new to say. Use it as a context manager: leaving it ends
    the processes.
    """

    def __init__(self, table: Timetable) -> None:
        self.table = table
        self.n_lost = 0
        self._climber: Worker | None = Worker(Refuter(table, solver="cadical153", has_prices=True))
        self._halver: Worker | None = None

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        with contextlib.ExitStack() as stack:
            for worker in self._workers:
                stack.push(worker.refuter)
        self._climber = self._halver = None

    @property
    def _workers(self) -> list[Worker]:
        return [worker for worker in (self._climber, self._halver) if worker is not None]

    @property
    def is_gone(self) -> bool:
        """Whether no process is left."""
        return not self._workers

    def ask(self, bound: int, value: int | None, *, with_halver: bool) -> None:
        """Give each process the question that helps most with what is known.

        Parameters
        ----------
        bound : int
            There are no fewer breaks.
        value : int or None
            The breaks of the best timetable found.
        with_halver : bool
            Whether a second process may be started.
        """
        if with_halver and self._halver is None and self._climber is not None and value is not None:
            self._halver = Worker(Refuter(self.table, solver="cadical195"))
        _ask(self._climber, bound)
        if value is not None and value > bound:
            _ask(self._halver, (bound + value - 1) // 2)

    def poll(self, wait_s: float) -> Answer | None:
        """Give the next answer of any process, if one comes within the time; replace a process that was lost."""
        workers = self._workers
        for worker in workers:
            answer = worker.refuter.poll(wait_s / len(workers))
            if answer is not None:
                if worker.asked == (answer.most,):
                    worker.asked = ()
                return answer
            if worker.refuter.is_silent:
                self._replace(worker)
        return None

    def _replace(self, worker: Worker) -> None:
        """Start a process again where it was lost; that costs time, never the answer."""
        worker.refuter.__exit__()
        self.n_lost += 1
        if worker is self._halver or self.n_lost > MOST_LOST:
            self._halver = None
        if worker is self._climber:
            self._climber = Worker(Refuter(self.table)) if self.n_lost <= MOST_LOST else None


def _ask(worker: Worker | None, most: int) -> None:
    if worker is not None and worker.asked != (most,):
        worker.asked = (most,)
        worker.refuter.ask(most)
