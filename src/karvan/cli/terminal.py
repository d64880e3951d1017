"""What a command tells the person at the terminal: lines, problems, a progress bar."""

from __future__ import annotations

import signal
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from karvan.languages import say
from karvan.scheduling.result import Progress

STEADY_S = 0.5
"""Where there is no terminal, a step of the same search is reported at most so often, in seconds."""


def tell(text: str) -> None:
    """Write one message to standard error."""
    print(text, file=sys.stderr, flush=True)


@contextmanager
def searching(lang: str, seconds: float | None) -> Iterator[Callable[[Progress], None]]:
    """Show a running search: what is done, the best value, the bound, the time left.

    On a terminal it is one bar that moves; elsewhere one plain line per step.
    """
    if not sys.stderr.isatty():
        yield _plain(lang, seconds)
        return
    from rich.console import Console
    from rich.progress import BarColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    columns = (TextColumn("{task.description}"), BarColumn(), TimeElapsedColumn())
    with Bar(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(say(lang, "cli-searching"), total=None)

        def watch(step: Progress) -> None:
            bar.update(task, description=_line(lang, step), total=step.total or None, completed=step.placed)

        yield watch


@contextmanager
def interruptible() -> Iterator[Callable[[], bool]]:
    """Let the first Ctrl-C ask a search to end with the best it has; a second one ends the command.

    Yields
    ------
    callable
        Whether the search was asked to end.
    """
    asked: list[int] = []

    def ask(number: int, _frame: object) -> None:
        asked.append(number)
        signal.signal(signal.SIGINT, before)

    before = signal.signal(signal.SIGINT, ask)
    try:
        yield lambda: bool(asked)
    finally:
        signal.signal(signal.SIGINT, before)


def _plain(lang: str, seconds: float | None) -> Callable[[Progress], None]:
    begun = time.monotonic()
    shown: dict[str, float] = {}

    def watch(step: Progress) -> None:
        now = time.monotonic()
        if now - shown.get(step.stage, -STEADY_S) >= STEADY_S:
            shown[step.stage] = now
            left = "" if seconds is None else say(lang, "cli-seconds-left", n=max(0, round(begun + seconds - now)))
            tell(f"{_line(lang, step)}{left}")

    return watch


def _line(lang: str, step: Progress) -> str:
    """Say how far a search is; the bound is what no programme can beat."""
    goal = say(lang, f"goal-{step.stage}")
    return say(
        lang,
        "cli-progress",
        goal=goal,
        placed=step.placed,
        total=step.total,
        value="–" if step.value is None else str(step.value),
        bound="–" if step.bound is None else str(step.bound),
    )
