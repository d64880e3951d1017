"""`karvan serve`: serves an existing installation, with a worker for its long work."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from karvan.cli.exits import Exit
from karvan.cli.inputs import whole
from karvan.cli.terminal import tell
from karvan.cli.worker import worker_beside
from karvan.languages import say

HOST, PORT = "127.0.0.1", 8000
"""Where it listens unless told otherwise; a reverse proxy makes it reachable from elsewhere."""


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Describe the arguments."""
    parser.add_argument("--host", metavar="ADDRESS", default=HOST, help=say(lang, "cli-host-help"))
    add_port(parser, lang)


def add_port(parser: ArgumentParser, lang: str) -> None:
    """Add ``--port``."""
    parser.add_argument(
        "--port", metavar="N", type=whole(lang, 0, 65535), default=PORT, help=say(lang, "cli-port-help")
    )


def run(options: Namespace) -> int:
    """Bring the installation up to date and serve it until Ctrl-C."""
    from karvan.web import runtime

    runtime.prepare()
    return serve(options.host, options.port, options.ui_lang)


def serve(host: str, port: int, lang: str, *, is_opened: bool = False) -> int:
    """Serve, with a worker beside, until Ctrl-C or a signal; tell the address once it answers."""
    from karvan.web import runtime

    def ready(actual: int) -> None:
        address = f"http://{host}:{actual}/"
        tell(say(lang, "cli-serving", address=address))
        if is_opened:
            import webbrowser

            webbrowser.open(address)

    try:
        with worker_beside():
            runtime.serve(host, port, on_ready=ready)
    except KeyboardInterrupt:
        return Exit.DONE
    except OSError as error:
        tell(say(lang, "cli-port-taken", port=str(port), why=error.strerror or ""))
        return Exit.BAD_INPUT
    return Exit.DONE
