"""A real server on the loopback address that answers as a server of models does."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any


@dataclass
class Served:
    """What a server was asked."""

    address: str = ""
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str | None] = field(default_factory=list)


def by_length(texts: list[str]) -> Any:
    """Answer with two numbers for each text, the last text first."""
    rows = [{"index": k, "embedding": [len(text), 1]} for k, text in enumerate(texts)]
    return {"data": rows[::-1]}


@contextmanager
def serving(answer: Callable[[list[str]], Any] = by_length, *, status: int = 200, **headers: str) -> Iterator[Served]:
    """Serve until the block ends; an answer that is text is sent as it is."""
    served = Served()

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            served.asked.append(asked)
            served.keys.append(self.headers["Authorization"])
            found = answer(asked["input"])
            content = (found if isinstance(found, str) else json.dumps(found)).encode()
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(content))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(content)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        served.address = f"http://127.0.0.1:{server.server_address[1]}/v1/embeddings"
        try:
            yield served
        finally:
            server.shutdown()
            thread.join()
