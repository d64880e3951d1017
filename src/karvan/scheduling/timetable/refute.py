"""The near end of the refuting process: ask, look for an answer, kill."""

from __future__ import annotations

import contextlib
import json
import subprocess
import sys
import threading
from collections import deque
from dataclasses import dataclass
from typing import Any, Self

from pysat.card import EncType

from karvan.scheduling.timetable.plain import PlainTimetable


@dataclass(frozen=True, slots=True)
class Answer:
    """What the refuter says to "at most `most` breaks?".

    Attributes
    ----------
    found : bool or None
        False: refuted; None: given up.
    slot_of : list of int
        A timetable, when found.
    """

    most: int | None
    found: bool | None
    slot_of: list[int]


class Refuter:
    """A CaDiCaL in a process of its own, which can be killed at any time.

    Use it as a context manager: leaving it kills the process.

    Parameters
    ----------
    solver : str
        A solver of python-sat.
    counter : int
        As in `encode.encode`.
    has_prices : bool
        Whether it begins by saying, unasked, what prices prove (`prices.price_bound`): perhaps nothing, "not -1".
    """

    def __init__(
        self,
        table: PlainTimetable,
        *,
        solver: str = "cadical153",
        counter: int = EncType.totalizer,
        has_prices: bool = False,
    ) -> None:
        command = [sys.executable, "-m", "karvan.scheduling.timetable.refuter"]
        # Our own interpreter with our own module: nothing of it comes from outside.
        self._process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, start_new_session=True
        )
        self._answers: deque[Answer] = deque()
        self._news = threading.Event()
        self._has_ended = False
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        how = {"solver": solver, "counter": counter, "has_prices": has_prices}
        self._send(how | {"table": table.to_json()})

    def __enter__(self) -> Self:
        """Give itself."""
        return self

    def __exit__(self, *_: object) -> None:
        """Kill the process and give back its pipes."""
        self._process.kill()
        self._process.wait()
        self._listener.join()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()

    def ask(self, most: int | None, *, conflicts: int | None = None) -> None:
        """Ask whether there is a timetable with at most so many breaks; questions are answered in turn."""
        self._send({"most": most, "conflicts": conflicts})

    def poll(self, wait_s: float = 0.0) -> Answer | None:
        """Give the next answer, if one comes within the time."""
        if not self._answers and wait_s > 0.0 and not self._has_ended:
            self._news.wait(wait_s)
        self._news.clear()
        return self._answers.popleft() if self._answers else None

    @property
    def is_silent(self) -> bool:
        """Whether no answer will come any more (the process has ended)."""
        return self._has_ended and not self._answers

    def _send(self, data: dict[str, Any]) -> None:
        stream = self._process.stdin
        if stream is None:
            raise RuntimeError("the refuter has no standard input")
        try:
            stream.write(json.dumps(data) + "\n")
            stream.flush()
        except BrokenPipeError:
            self._has_ended = True

    def _listen(self) -> None:
        for line in self._process.stdout or ():
            self._answers.append(Answer(**json.loads(line)))
            self._news.set()
        self._has_ended = True
        self._news.set()
