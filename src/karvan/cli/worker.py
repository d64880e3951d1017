"""`karvan worker`: does the long work of an installation, alone or beside its server."""

from __future__ import annotations

import signal
import subprocess
import sys
import threading
from argparse import SUPPRESS, ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager

from karvan.cli.exits import Exit
from karvan.cli.terminal import tell
from karvan.languages import say

COMMAND = (sys.executable, "-c", "import sys; from karvan.cli.main import main; sys.exit(main())", "worker", "--beside")
"""How a worker beside a server is started."""

AGAIN_S = 1.0
"""How long to wait before a worker that has died is started again, in seconds."""

END_S = 8.0
"""How long a worker may take to end before it is killed, in seconds."""


def add_arguments(parser: ArgumentParser, lang: str) -> None:  # noqa: ARG001 - of every command
    """Describe the arguments."""
    parser.add_argument("--beside", action="store_true", help=SUPPRESS)  # ends when its standard input closes


def run(options: Namespace) -> int:
    """Take jobs from the queue until Ctrl-C or a signal."""
    from karvan.web import runtime

    ended = threading.Event()
    if options.beside:
        runtime.configure()
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        threading.Thread(target=_wait_for_end, args=(ended,), daemon=True).start()
    else:
        runtime.prepare()
        signal.signal(signal.SIGINT, lambda *_: ended.set())
        tell(say(options.ui_lang, "cli-working"))
    signal.signal(signal.SIGTERM, lambda *_: ended.set())
    from karvan.web.jobs.worker import work

    work(is_over=ended.is_set)
    return Exit.DONE


def _wait_for_end(ended: threading.Event) -> None:
    """Wait until whoever started this worker closes its standard input, or dies, which closes it too."""
    sys.stdin.buffer.read()
    ended.set()


class Beside:
    """A worker process that is kept running beside a server."""

    def __init__(self) -> None:
        self._ended = threading.Event()
        self._process = self._start()
        self._watch = threading.Thread(target=self._keep, daemon=True)
        self._watch.start()

    @staticmethod
    def _start() -> subprocess.Popen[bytes]:
        return subprocess.Popen(COMMAND, stdin=subprocess.PIPE)  # noqa: S603 - our own program

    def _keep(self) -> None:
        """Start the worker again where it has died."""
        while self._process.wait() is not None and not self._ended.wait(AGAIN_S):
            self._process = self._start()

    def end(self) -> None:
        """Let the worker end: a job under way goes back into the queue."""
        self._ended.set()
        process = self._process
        assert process.stdin
        process.stdin.close()
        try:
            process.wait(END_S)
        except subprocess.TimeoutExpired:
            process.kill()
        self._watch.join()


@contextmanager
def worker_beside() -> Iterator[Beside]:
    """Keep a worker running as long as a server does."""
    beside = Beside()
    try:
        yield beside
    finally:
        beside.end()
