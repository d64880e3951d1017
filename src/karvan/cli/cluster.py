"""Workers of a Dask cluster, for `karvan schedule --cluster`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from karvan.cli.inputs import BadInput
from karvan.cli.terminal import tell
from karvan.languages import say

if TYPE_CHECKING:
    from karvan.scheduling.timetable.smooth.board import Moves
    from karvan.scheduling.timetable.smooth.team import Task, Team
    from karvan.scheduling.timetable.view import Timetable

CONNECT_S = 10
"""How long a scheduler may take to answer."""
ROUND_S = 30.0
"""How long one round may take before its missing answers are given up: many times what it needs."""


class Cluster:
    """A team made of the workers of a Dask cluster.

    A lost worker's task is done again by another one: Dask sees to that. What does not come at all is
    left out, and where nothing comes, the work is done here.
    """

    def __init__(self, client: Any, *, round_s: float = ROUND_S) -> None:
        self._client, self._round_s = client, round_s
        self._table: Timetable | None = None
        self._shared: Any = None

    @property
    def size(self) -> int:
        """How many workers there are now, at least 1."""
        return max(1, len(self._client.nthreads()))

    def work(self, table: Timetable, tasks: Sequence[Task]) -> list[Moves]:
        """Have each task done by a worker; gives the answers that came, at least one."""
        from distributed import TimeoutError as TooLate
        from distributed import wait

        from karvan.scheduling.timetable.smooth.team import find_moves

        shared = self._share(table)
        running = [self._client.submit(find_moves, shared, task, pure=False) for task in tasks]
        try:
            wait(running, timeout=self._round_s)  # type: ignore[no-untyped-call]
        except TooLate:
            self._table = None
        answers = [each.result() for each in running if each.status == "finished"]
        if len(answers) < len(running):
            self._table = None
            self._client.cancel(running)
        return answers or [find_moves(table, tasks[0])]

    def _share(self, table: Timetable) -> Any:
        """Send the timetable to every worker, once, and again after one was lost."""
        if self._table is not table:
            self._table = table
            self._shared = self._client.submit(_itself, table, pure=False)
        return self._shared


def _itself(table: Timetable) -> Timetable:
    """Give a timetable back: as the result of a task it is made again where a worker that held it is lost."""
    return table


@contextmanager
def team_of(address: str | None, lang: str) -> Iterator[Team | None]:
    """Connect to a cluster for the time of a search; None where no address is given.

    Raises
    ------
    BadInput
        If Dask is not installed, or no scheduler answers.
    """
    if address is None:
        yield None
        return
    with _connect(address, lang) as client:
        yield Cluster(client)


def _connect(address: str, lang: str) -> Any:
    try:
        from distributed import Client
    except ImportError as error:
        tell(say(lang, "cli-cluster-missing"))
        raise BadInput from error
    try:
        return Client(address, timeout=CONNECT_S)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        tell(say(lang, "cli-cluster-unreachable", address=address, why=str(error)))
        raise BadInput from error
