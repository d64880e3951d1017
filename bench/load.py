"""Fifty people at once on the sample mission, each one page every five seconds, over loopback.

    .venv/bin/python bench/load.py HOME [--people 50] [--every 5] [--seconds 120] [--lang fa] [--database URL]

HOME is a new folder, or one that an earlier run has filled; a database that is given must be empty, or filled by an
earlier run with the same HOME. The server is the real command, `karvan demo`, with its worker beside it. Everybody
signs in on the first page as one of the sample people, and then goes through the pages of their side bar at random,
starting at a random moment. The table gives the median and the 95th percentile by page. Nothing is a test.
"""

from __future__ import annotations

import argparse
import http.cookiejar
import os
import random
import re
import signal
import socket
import statistics
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import defaultdict
from pathlib import Path

KARVAN = Path(sys.executable).with_name("karvan")
READY_S = 300


def main() -> None:
    """Serve, let them loose, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("home", type=Path)
    parser.add_argument("--people", type=int, default=50)
    parser.add_argument("--every", type=float, default=5.0)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--lang", default="fa")
    parser.add_argument("--database", default="")
    options = parser.parse_args()
    server, address = served(options.home, options.database)
    try:
        found, failed = load(address, options)
    finally:
        server.send_signal(signal.SIGTERM)
        server.wait(30)
    report(found, failed)


def served(home: Path, database: str) -> tuple[subprocess.Popen[bytes], str]:
    """Start the server, and wait until it answers."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    environment = os.environ | {"KARVAN_HOME": str(home)} | ({"DATABASE_URL": database} if database else {})
    command = [KARVAN, "demo", "--no-browser", "--port", str(port)]
    server = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL, stdout=subprocess.DEVNULL)
    address, begun = f"http://127.0.0.1:{port}", time.monotonic()
    while time.monotonic() - begun < READY_S:
        try:
            urllib.request.urlopen(f"{address}/healthz", timeout=2).read()
        except OSError:
            time.sleep(0.5)
        else:
            return server, address
    server.kill()
    raise SystemExit("the server did not answer")


class Person:
    """Somebody with a browser."""

    def __init__(self, address: str, lang: str) -> None:
        self.address, self.lang = address, lang
        jar = http.cookiejar.CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(jar))

    def get(self, path: str, data: dict[str, str] | None = None) -> str:
        """Give the text of a page."""
        body = urllib.parse.urlencode(data).encode() if data else None
        request = urllib.request.Request(self.address + path, body, {"Referer": self.address + path})
        with self.opener.open(request, timeout=60) as answer:
            return answer.read().decode()

    def sign_in(self, number: int) -> list[str]:
        """Sign in as the n-th sample person, round and round; gives the pages of their side bar."""
        forms = re.findall(r'<form[^>]*action="([^"]+)"[^>]*>(.*?)</form>', self.get(f"/{self.lang}/"), re.DOTALL)
        seats = [
            (action, fields) for action, fields in forms if "csrfmiddlewaretoken" in fields and "<button" in fields
        ]
        seats = [(a, dict(re.findall(r'name="(\w+)" value="([^"]*)"', f))) for a, f in seats if "language" not in a]
        action, fields = seats[number % len(seats)]
        page = self.get(action, fields)
        bar = re.search(r'<nav class="places".*?</nav>', page, re.DOTALL)
        if bar is None:
            page = self.get(re.search(r'href="(/\w\w/missions/[^"/]+/)"', page)[1])
            bar = re.search(r'<nav class="places".*?</nav>', page, re.DOTALL)
        return re.findall(r'href="(/[^"]+)"', bar[0])


def load(address: str, options: argparse.Namespace):
    """Let everybody loose; gives the milliseconds of each page, and what failed."""
    found, failed, lock = defaultdict(list), [], threading.Lock()
    people = [Person(address, options.lang) for _ in range(options.people)]
    bars = [person.sign_in(number) for number, person in enumerate(people)]
    over = time.monotonic() + options.seconds

    def browse(person: Person, bar: list[str], chance: random.Random) -> None:
        due = time.monotonic() + chance.random() * options.every
        while due < over:
            time.sleep(max(0.0, due - time.monotonic()))
            path, begun = chance.choice(bar), time.perf_counter()
            try:
                person.get(path)
            except OSError as error:
                with lock:
                    failed.append(f"{path}: {error}")
            took = 1000 * (time.perf_counter() - begun)
            with lock:
                found[re.sub(r"^/\w\w/missions/[^/]+", "", path)].append(took)
            due += options.every

    threads = [
        threading.Thread(target=browse, args=(person, bar, random.Random(number)))
        for number, (person, bar) in enumerate(zip(people, bars, strict=True))
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return found, failed


def report(found: dict[str, list[float]], failed: list[str]) -> None:
    """Print the table, slowest first."""
    print("| page | times | median ms | p95 ms | most ms |")
    print("|---|---|---|---|---|")
    everything = [took for times in found.values() for took in times]
    rows = sorted(found.items(), key=lambda row: -statistics.median(row[1]))
    for name, times in [("all", everything), *rows]:
        in_order = sorted(times)
        p95 = in_order[min(len(in_order) - 1, int(0.95 * len(in_order)))]
        print(f"| {name} | {len(times)} | {statistics.median(times):.0f} | {p95:.0f} | {in_order[-1]:.0f} |")
    print(f"{len(failed)} failed", *failed[:5], sep="\n")


if __name__ == "__main__":
    main()
