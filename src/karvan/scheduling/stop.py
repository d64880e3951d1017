"""When a search ends: rules that are passed in, so that nothing here reads a clock."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol


class Stop(Protocol):
    """A rule that says when a search ends."""

    def seconds_left(self) -> float:
        """Give the wall time that is left; infinite where there is no limit."""
        ...

    def is_over(self) -> bool:
        """Whether the search must end now and give the best it has."""
        ...

    @property
    def iterations(self) -> int | None:
        """The number of steps after which a search ends by itself; None: no limit."""
        ...


@dataclass(frozen=True, slots=True)
class Limits:
    """A stop rule made of a deadline, a number of iterations, and a wish to end.

    Parameters
    ----------
    clock : callable
        Gives seconds that only ever grow (`time.monotonic` in a program, a counter in a test).
    deadline : float
        The clock's value at which the search ends.
    iterations : int or None
        Steps after which it ends; with one worker and a seed the answer is then the same everywhere.
    is_cancelled : callable
        Asked now and then; True ends the search early.
    """

    clock: Callable[[], float]
    deadline: float = float("inf")
    iterations: int | None = None
    is_cancelled: Callable[[], bool] = lambda: False

    def seconds_left(self) -> float:
        """Give the wall time that is left, never below zero."""
        return max(0.0, self.deadline - self.clock())

    def is_over(self) -> bool:
        """Whether the deadline is reached or somebody asked to end."""
        return self.is_cancelled() or self.seconds_left() <= 0.0


@dataclass(frozen=True, slots=True)
class Until:
    """A stop rule that ends a part of a search while some of the time of the whole is left.

    Parameters
    ----------
    whole : Stop
        The rule of the whole search.
    reserve_s : float
        Seconds that must be left for the rest of it.
    """

    whole: Stop
    reserve_s: float

    @classmethod
    def half(cls, whole: Stop) -> Until:
        """Give a part half of the time that is left; all where there is no limit."""
        left = whole.seconds_left()
        return cls(whole, left / 2 if left < float("inf") else 0.0)

    def seconds_left(self) -> float:
        """Give the wall time that is left for the part, never below zero."""
        return max(0.0, self.whole.seconds_left() - self.reserve_s)

    def is_over(self) -> bool:
        """Whether the part, or the whole, must end."""
        return self.whole.is_over() or self.seconds_left() <= 0.0

    @property
    def iterations(self) -> int | None:
        """The steps of the whole."""
        return self.whole.iterations
