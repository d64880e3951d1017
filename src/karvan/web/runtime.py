"""Making an installation ready, and serving it: what the command line calls."""

from __future__ import annotations

import contextlib
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

STATIC_LEFT_OUT = ["*.ttf"]
"""Files of the fonts' folder that are for printed documents, not for browsers."""


def configure(home: Path | None = None) -> None:
    """Set Django up for the installation in a folder, or in KARVAN_HOME; writes nothing to the database."""
    if home is not None:
        os.environ["KARVAN_HOME"] = str(home)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "karvan.web.settings")
    import django

    django.setup()


def prepare(home: Path | None = None, *, is_demo: bool = False) -> None:
    """Make an installation ready to be used and served: its tables and its static files brought up to date.

    Parameters
    ----------
    home : Path, optional
        Its folder, created where it is missing; None: as KARVAN_HOME says.
    is_demo : bool
        Let sample accounts sign in with one click.
    """
    if is_demo:
        os.environ["KARVAN_DEMO"] = "1"
    from karvan.web import environment

    environment.make_home(home or environment.karvan_home())
    configure(home)
    from django.core.management import call_command

    call_command("migrate", verbosity=0, interactive=False)
    call_command("collectstatic", verbosity=0, interactive=False, ignore_patterns=STATIC_LEFT_OUT)


def serve(host: str, port: int, *, on_ready: Callable[[int], None] | None = None, threads: int = 8) -> None:
    """Serve the installation that was prepared, until Ctrl-C or SIGTERM.

    Parameters
    ----------
    host : str
        An address of this computer, e.g. ``127.0.0.1``.
    port : int
        0 takes any free one.
    on_ready : callable, optional
        Is told the port once connections are accepted.
    threads : int
        How many requests are answered at once.

    Raises
    ------
    OSError
        If the port is taken or not allowed.
    """
    from waitress.server import create_server

    from karvan.web.wsgi import application

    server = create_server(
        application, host=host, port=port, threads=threads, ident=None, clear_untrusted_proxy_headers=True
    )
    # Ctrl-C may come before `run`, which catches it itself.
    with _terminated_like_interrupted(), contextlib.closing(server), contextlib.suppress(KeyboardInterrupt):
        if on_ready:
            on_ready(_port_of(server))
        server.run()


def _port_of(server: Any) -> int:
    """Give the port of a server; of one that listens on several addresses of a name, the first's."""
    several = getattr(server, "effective_listen", None)
    return int(several[0][1] if several else server.effective_port)


@contextlib.contextmanager
def _terminated_like_interrupted() -> Iterator[None]:
    """Let SIGTERM end the server as Ctrl-C does: answers under way are finished, the port is given back."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {
        # Set by us too: a shell lets what it starts in the background ignore Ctrl-C.
        signal.SIGINT: signal.signal(signal.SIGINT, signal.default_int_handler),
        signal.SIGTERM: signal.signal(signal.SIGTERM, lambda *_: sys.exit(0)),
    }
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
