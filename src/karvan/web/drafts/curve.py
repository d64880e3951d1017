"""A running search as a small drawing: the value and the bound of the goal at hand over time."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

WIDTH, HEIGHT = 320, 80
"""Of the drawing, in its own units."""


@dataclass(frozen=True, slots=True)
class Curve:
    """Two lines as the points of SVG polylines, and how far apart their ends are."""

    value: str
    bound: str
    gap: float | None


def curve(progress: dict[str, Any]) -> Curve | None:
    """Draw the steps of the goal at hand; None where there are too few."""
    steps = [step for step in progress.get("steps", ()) if step[1] == progress.get("stage") and step[2] is not None]
    if not steps:
        return None
    numbers = [n for _, _, value, bound in steps for n in (value, bound) if n is not None]
    low, high = min(numbers), max(numbers)
    first, last = steps[0][0], steps[-1][0]

    def line(points: Iterable[tuple[float, int | None]]) -> str:
        return " ".join(
            f"{WIDTH * (s - first) / ((last - first) or 1):.1f},{HEIGHT * (1 - (n - low) / ((high - low) or 1)):.1f}"
            for s, n in points
            if n is not None
        )

    value, bound = steps[-1][2], steps[-1][3]
    gap = None if bound is None else abs(bound - value) / max(1, abs(bound))
    return Curve(line((s[0], s[2]) for s in steps), line((s[0], s[3]) for s in steps), gap)
