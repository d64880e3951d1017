"""Pictures of progress: value, bound and the gap between them over time, as measured in one run each.

Usage: .venv/bin/python bench/progress.py -o docs/images PROBLEM.dzn … MISSION.xlsx …

Writes one `progress-<name>.svg` for each file, and prints the steps that it is drawn from. A mission is shown goal by
goal, each with a scale of its own.
"""

from __future__ import annotations

import argparse
import html
import time
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

from karvan.cli.inputs import read_mission
from karvan.formats.b2bsop import read_b2bsop
from karvan.languages import say
from karvan.matching.suggestions import suggest
from karvan.scheduling.draw_up import draw_up
from karvan.scheduling.result import Progress, Watch
from karvan.scheduling.solve import solve
from karvan.scheduling.stop import Limits

Step = tuple[float, int | None, int | None]
"""Seconds since the start, value, bound."""

WARM_UP_S = 3.0
FEWEST_STEPS = 3
"""A goal that is settled in fewer steps has no panel."""

WIDTH, HEIGHT = 680, 132
LEFT, RIGHT, TOP, BOTTOM = 52, 84, 30, 26

STYLE = """
text { font: 12px system-ui, sans-serif; fill: #526066 } .title { font-weight: 600; fill: #1b2326 }
.value { stroke: #0b5a63; stroke-width: 2.5; fill: none }
.bound { stroke: #b06a00; stroke-width: 2; fill: none; stroke-dasharray: 6 3 }
.gap { fill: #0b5a63; opacity: .13 } .axis { stroke: #cfd7d9 } .is-value { fill: #0b5a63 } .is-bound { fill: #b06a00 }
@media (prefers-color-scheme: dark) { text { fill: #a5b3b8 } .title { fill: #e6ecee } .value { stroke: #6cc5cf }
.gap { fill: #6cc5cf }
.bound { stroke: #f0b45c } .axis { stroke: #3a464a } .is-value { fill: #6cc5cf } .is-bound { fill: #f0b45c } }
"""


def measure(file: Path, limit: float) -> tuple[dict[str, list[Step]], float]:
    """Give the steps of one run by goal, and how long it took."""
    steps: dict[str, list[Step]] = defaultdict(list)
    begun = time.monotonic()

    def watch(step: Progress) -> None:
        at = time.monotonic() - begun
        steps["breaks" if step.stage in {"search", "refute"} else step.stage].append((at, step.value, step.bound))

    stop = Limits(time.monotonic, begun + limit)
    result = run(file, stop, watch)
    took = time.monotonic() - begun
    for goal in result:
        if goal.name in steps:
            end = took if len(steps) == 1 else steps[goal.name][-1][0]
            steps[goal.name].append((end, goal.value, goal.bound))
    return dict(steps), took


def run(file: Path, stop: Limits, watch: Watch):
    if file.suffix == ".dzn":
        return solve(read_b2bsop(file, fairness=2), stop=stop, on_progress=watch).goals
    mission = read_mission(file, "en", is_quiet=True)
    scores = {frozenset((s.company, s.counterpart)): s.score for s in suggest(mission)}
    return draw_up(mission, scores, stop=stop, on_progress=watch).programme.goals


def picture(name: str, steps: dict[str, list[Step]], took: float) -> str:
    """Draw one panel for each goal below the other."""
    moving = {goal: rows for goal, rows in steps.items() if len({row[1:] for row in rows}) >= FEWEST_STEPS}
    panels = [panel(goal, rows, took, n * HEIGHT) for n, (goal, rows) in enumerate(moving.items())]
    height = HEIGHT * len(panels)
    label = html.escape(f"Progress on {name}: value and bound over {took:.1f} seconds")
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" role="img" aria-label="{label}" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}"><title>{label}</title><style>{STYLE}</style>\n{"".join(panels)}</svg>\n'
    )


def panel(goal: str, rows: list[Step], took: float, top: int) -> str:
    """Draw value and bound of one goal as stairs, and the gap between them."""
    numbers = [n for _, value, bound in rows for n in (value, bound) if n is not None]
    low, high = min(numbers), max(*numbers, min(numbers) + 1)

    def x(seconds: float) -> float:
        return LEFT + (WIDTH - LEFT - RIGHT) * seconds / took

    def y(number: float) -> float:
        return top + HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (number - low) / (high - low)

    known = [row for row in rows if row[1] is not None and row[2] is not None]
    values = [(at, value) for at, value, _ in rows if value is not None]
    bounds = [(at, bound) for at, _, bound in rows if bound is not None]
    last_value, last_bound = values[-1][1], bounds[-1][1]
    areas = [
        f'<rect class="gap" x="{x(a[0]):.1f}" width="{max(x(b[0]) - x(a[0]), 0):.1f}" '
        f'y="{y(max(a[1], a[2])):.1f}" height="{abs(y(a[1]) - y(a[2])):.1f}"/>'
        for a, b in pairwise(known)
    ]
    is_one = last_value == last_bound
    ends = [("is-value", last_value, f"{last_value}, proved" if is_one else f"value {last_value}")]
    ends += [] if is_one else [("is-bound", last_bound, f"bound {last_bound}")]
    right = max(x(rows[-1][0]), LEFT) + 6
    return "\n".join([
        f'<text class="title" x="{LEFT}" y="{top + 16}">{html.escape(say("en", f"goal-{goal}"))}</text>',
        f'<path class="axis" d="M{LEFT} {top + HEIGHT - BOTTOM}H{WIDTH - RIGHT}"/>',
        *(f'<text x="{LEFT - 8}" y="{y(n) + 4:.1f}" text-anchor="end">{n}</text>' for n in (low, high)),
        *(
            f'<text x="{x(s):.1f}" y="{top + HEIGHT - BOTTOM + 16}" text-anchor="middle">{s:g} s</text>'
            for s in ticks(took)
        ),
        *areas,
        f'<path class="bound" d="{stairs([(x(at), y(n)) for at, n in bounds])}"/>',
        f'<path class="value" d="{stairs([(x(at), y(n)) for at, n in values])}"/>',
        *(f'<text class="{kind}" x="{right:.1f}" y="{y(n) + 4:.1f}">{told}</text>' for kind, n, told in ends),
        "",
    ])  # fmt: skip


def stairs(points: list[tuple[float, float]]) -> str:
    first, *rest = points
    return f"M{first[0]:.1f} {first[1]:.1f}" + "".join(f"H{px:.1f}V{py:.1f}" for px, py in rest)


def ticks(took: float) -> list[float]:
    step = next(s for s in (0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 50, 100) if took / s <= 8)
    return [round(n * step, 1) for n in range(int(took / step) + 1)]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("files", type=Path, nargs="+")
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--limit", type=float, default=60.0)
    options = parser.parse_args()
    for file in options.files[:1]:  # compiled kernels are cached, and imports done, before anything is measured
        measure(file, WARM_UP_S)
    for file in options.files:
        steps, took = measure(file, options.limit)
        for goal, rows in steps.items():
            print(file.stem, goal, *(f"{at:.2f}:{value}/{bound}" for at, value, bound in rows))
        (options.output / f"progress-{file.stem}.svg").write_text(picture(file.stem, steps, took), encoding="utf-8")


if __name__ == "__main__":
    main()
