"""The proving side of a search: two processes that are asked where a proof, or a better timetable, is likeliest."""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from typing import Self, TypedDict

from pysat.card import EncType

from karvan.scheduling.timetable.plain import PlainTimetable
from karvan.scheduling.timetable.refute import Answer, Refuter

PRICES = -1
"""What the climber is asked first: it begins with what prices prove, and needs no question for that."""
ANY = -2
"""The question whether there is a timetable at all."""
MOST_LOST = 2
"""So many refuting processes may be lost before the search goes on without one."""


class How(TypedDict):
    """How a process works, in the terms of python-sat."""

    solver: str
    counter: int


CLIMBER: How = {"solver": "cadical153", "counter": EncType.totalizer}
FINDER: How = {"solver": "cadical195", "counter": EncType.cardnetwrk}
"""One is made for proofs, the other to find timetables."""


@dataclass
class Worker:
    """A refuting process and the question it works on; None where there is none."""

    refuter: Refuter
    asked: int | None = None

    def ask(self, most: int) -> None:
        """Ask, unless a question is still open."""
        if self.asked is None:
            self.asked = most
            self.refuter.ask(None if most == ANY else most)

    def is_settled(self, bound: int, value: int | None) -> bool:
        """Whether what is known answers the open question."""
        if self.asked is None or self.asked == PRICES:
            return False
        if self.asked == ANY:
            return value is not None
        return self.asked < bound or (value is not None and self.asked >= value)


class Prover:
    """A climber, which refutes "at most k breaks" for growing k, and a finder, which asks for rather more than that.

    They differ in solver and clauses, since which of them is quicker is a matter of luck. The finder has often found
    the optimum already when the climber has refuted all below. Use it as a context manager: leaving it ends the
    processes.
    """

    def __init__(self, table: PlainTimetable) -> None:
        self.table = table
        self.n_lost = 0
        self._climber: Worker | None = Worker(Refuter(table, **CLIMBER, has_prices=True), PRICES)
        self._finder: Worker | None = None
        self._least: int | None = None

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """End the processes."""
        with contextlib.ExitStack() as stack:
            for worker in self._workers:
                stack.push(worker.refuter)
        self._climber = self._finder = None

    @property
    def _workers(self) -> list[Worker]:
        return [worker for worker in (self._climber, self._finder) if worker is not None]

    @property
    def is_gone(self) -> bool:
        """Whether no process is left."""
        return not self._workers

    def ask(self, bound: int, value: int | None, *, with_finder: bool) -> None:
        """Give each process the question that helps most with what is known.

        Parameters
        ----------
        bound : int
            There are no fewer breaks.
        value : int or None
            The breaks of the best timetable found.
        with_finder : bool
            Whether a second process may be started.
        """
        if with_finder and self._finder is None and self._climber is not None and self.n_lost <= MOST_LOST:
            self._finder = Worker(Refuter(self.table, **FINDER))
        for worker in self._workers:
            if worker.is_settled(bound, value):
                self._restart(worker)
        if self._is_pricing:
            return
        if self._climber is not None:
            self._climber.ask(bound)
        self._least = bound if self._least is None else self._least
        if self._finder is not None and value is None:
            # Who refutes one number after the other without any timetable in sight asks whether there is one.
            self._finder.ask(ANY if bound > self._least else bound + 1)
        elif self._finder is not None and value is not None and value > bound:
            # Where more was refuted than prices prove, most of the next questions are impossible ones: go halfway.
            self._finder.ask(min(bound + 1, value - 1) if bound == self._least else (bound + value) // 2)

    @property
    def _is_pricing(self) -> bool:
        """Whether what prices prove is still to come."""
        return self._climber is not None and self._climber.asked == PRICES

    def _restart(self, worker: Worker) -> None:
        """Take a process off a question that is settled: solvers do not listen while they work."""
        worker.refuter.__exit__()
        worker.refuter = Refuter(self.table, **(CLIMBER if worker is self._climber else FINDER))
        worker.asked = None

    def poll(self, wait_s: float) -> Answer | None:
        """Give the next answer of any process, if one comes within the time; replace a process that was lost."""
        workers = self._workers
        for worker in workers:
            answer = worker.refuter.poll(wait_s / len(workers))
            if answer is not None:
                worker.asked = None
                return answer
            if worker.refuter.is_silent:
                self._replace(worker)
        return None

    def _replace(self, worker: Worker) -> None:
        """Start a process again where it was lost; that costs time, never the answer."""
        worker.refuter.__exit__()
        self.n_lost += 1
        if worker is self._finder or self.n_lost > MOST_LOST:
            self._finder = None
        if worker is self._climber:
            self._climber = Worker(Refuter(self.table, **CLIMBER)) if self.n_lost <= MOST_LOST else None
