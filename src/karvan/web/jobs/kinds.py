"""Kinds of work: each app says in its ``tasks.py`` what it has to offer."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps
from django.db import connection

from karvan.web.jobs.actions import is_stop_wanted, report_progress
from karvan.web.jobs.models import Job

Result = dict[str, Any]
Work = Callable[["Running"], Result]
"""Does a job, and gives what came of it, as JSON data."""

SYNC_EVERY_S = 0.4
"""How often progress is written and the wish to stop read, in seconds."""

_KINDS: dict[str, Work] = {}


class Running:
    """A job as the work sees it: what to do, whom to tell, whether to end.

    The work may tell and ask from any thread: it only touches memory. `sync` carries that to and from the database.
    """

    def __init__(self, job: Job) -> None:
        self.job = job
        self._progress: dict[str, Any] | None = None
        self._is_over = False

    def tell(self, progress: dict[str, Any]) -> None:
        """Say how far the work is."""
        self._progress = progress

    def is_over(self) -> bool:
        """Whether the work is to end now with what it has."""
        return self._is_over

    def sync(self) -> None:
        """Write how far the work is, and read whether it is to end."""
        told, self._progress = self._progress, None
        if told is not None:
            report_progress(self.job, told)
        self._is_over = is_stop_wanted(self.job)

    @contextmanager
    def synced(self) -> Iterator[None]:
        """Keep in step with the database in a thread of its own, as long as the work goes on."""
        done = threading.Event()

        def keep() -> None:
            while not done.wait(SYNC_EVERY_S):
                self.sync()
            connection.close()

        thread = threading.Thread(target=keep, daemon=True)
        thread.start()
        try:
            yield
        finally:
            done.set()
            thread.join()


def does(kind: str) -> Callable[[Work], Work]:
    """Declare the function that does the jobs of a kind."""

    def declare(work: Work) -> Work:
        _KINDS[kind] = work
        return work

    return declare


def work_of(kind: str) -> Work:
    """Give the function that does the jobs of a kind.

    Raises
    ------
    KeyError
        If no app offers any.
    """
    for app in apps.get_app_configs():
        if app.name.startswith("karvan.") and find_spec(f"{app.name}.tasks"):
            import_module(f"{app.name}.tasks")
    return _KINDS[kind]
