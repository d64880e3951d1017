"""A running search as a small drawing: the value and the bound of the goal at hand over time, and of those before."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT = 320, 80
"""Of the drawing, in its own units."""


@dataclass(frozen=True, slots=True)
class Reached:
    """What a search has reached in one goal."""

    stage: str
    value: int
    bound: int | None

    @property
    def gap(self) -> float | None:
        """How far the value is from the bound, as a part of the larger of the two; None without a bound."""
        return None if self.bound is None else abs(self.bound - self.value) / max(1, abs(self.bound), abs(self.value))


@dataclass(frozen=True, slots=True)
class Curve:
    """Two lines as the points of SVG polylines, where the search stands, and where it stood in the goals before."""

    value: str
    bound: str
    now: Reached
    before: tuple[Reached, ...]


def curve(progress: dict[str, Any]) -> Curve | None:
    """Draw the steps of the goal at hand; None where there are none."""
    last = {stage: Reached(stage, value, bound) for _, stage, value, bound in _steps(progress)}
    now = last.pop(progress.get("stage", ""), None)
    if now is None:
        return None
    steps = [step for step in _steps(progress) if step[1] == now.stage]
    numbers = [n for _, _, value, bound in steps for n in (value, bound) if n is not None]
    low, high = min(numbers), max(numbers)
    first, latest = steps[0][0], max(steps[-1][0], progress.get("seconds", 0))

    def line(points: Iterable[tuple[float, int | None]]) -> str:
        """Draw what holds until the next step, and the last until now."""
        known = [(s, n) for s, n in points if n is not None]
        ends = [*(s for s, _ in known[1:]), latest]
        corners = [(at, n) for (s, n), end in zip(known, ends, strict=True) for at in (s, end)] if known else []
        return " ".join(
            f"{WIDTH * (s - first) / (latest - first) if latest > first else (i % 2) * WIDTH:.1f},"
            f"{HEIGHT * (1 - (n - low) / ((high - low) or 1)):.1f}"
            for i, (s, n) in enumerate(corners)
        )

    return Curve(line((s[0], s[2]) for s in steps), line((s[0], s[3]) for s in steps), now, tuple(last.values()))


def _steps(progress: dict[str, Any]) -> list[tuple[float, str, int, int | None]]:
    return [(s, stage, value, bound) for s, stage, value, bound in progress.get("steps", ()) if value is not None]
