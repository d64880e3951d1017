"""A served installation with a small mission, and Chromium to look at it with."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import sync_playwright

FLAGS = (
    "--no-sandbox", "--disable-dev-shm-usage", "--disable-background-networking", "--disable-component-update",
    "--no-first-run", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)  # fmt: skip
SERVE = """
import sys
from pathlib import Path
home, tests = sys.argv[1:]
sys.path.insert(0, tests)
from karvan.web import runtime
runtime.prepare(Path(home))
from web import factory, workshop
from karvan.cli.worker import worker_beside
from karvan.web.missions.enums import Phase
from django.contrib.sessions.backends.db import SessionStore
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
stored = factory.release(12).mission
stored.phase = Phase.PREFERENCES
stored.save()
def session_of(account):
    session = SessionStore()
    session.update({
        SESSION_KEY: str(account.pk),
        BACKEND_SESSION_KEY: "django.contrib.auth.backends.ModelBackend",
        HASH_SESSION_KEY: account.get_session_auth_hash(),
    })
    session.save()
    return session.session_key
print(session_of(factory.member(stored, "viewer")), flush=True)
print(*(session_of(factory.member(stored, "manager", company=code)) for code in ("V01", "H01")), flush=True)
print(session_of(factory.member(workshop.store(drafts=40), "staff")), flush=True)
others = (("owner", ""), ("interpreter", "I01"), ("observer", ""))
print(*(session_of(factory.member(stored, role, interpreter=code)) for role, code in others), flush=True)
with worker_beside():
    runtime.serve("127.0.0.1", 0, on_ready=lambda port: print(port, flush=True))
"""


@dataclass(frozen=True)
class Site:
    """An installation that is served: its address, the session of a viewer, and others by company or role."""

    address: str
    session: str
    sessions: dict


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """An installation that is served as a process of its own."""
    home, tests = tmp_path_factory.mktemp("browser"), Path(__file__).resolve().parents[1]
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    environment["KARVAN_WITHOUT_SECOND_FACTOR"] = "1"
    process = subprocess.Popen(
        [sys.executable, "-c", SERVE, home, tests], stdout=subprocess.PIPE, text=True, env=environment
    )
    session = process.stdout.readline().strip()
    sessions = dict(zip(("V01", "H01"), process.stdout.readline().split(), strict=True))
    sessions["staff"] = process.stdout.readline().strip()
    sessions |= zip(("owner", "interpreter", "observer"), process.stdout.readline().split(), strict=True)
    yield Site(f"http://127.0.0.1:{int(process.stdout.readline())}", session, sessions)
    process.terminate()
    process.communicate()


@pytest.fixture(scope="session")
def chromium(chromium_found):
    """Chromium, started once; it reaches nothing but this computer."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium_found, args=list(FLAGS))
        yield browser
        browser.close()


@dataclass
class Visit:
    """One browser window, and what it asked for and complained of."""

    site: Site
    window: object
    page: object
    axe: str
    hosts: set = field(default_factory=set)
    complaints: list = field(default_factory=list)
    weights: dict = field(default_factory=dict)

    def __post_init__(self):
        self.page.on("request", lambda request: self.hosts.add(urlsplit(request.url).netloc))
        self.page.on("console", lambda message: self.complaints.append(message.text))
        self.page.on("requestfinished", self._weigh)

    def _weigh(self, request):
        self.weights[urlsplit(request.url).path] = request.sizes()["responseBodySize"]

    def open(self, address):
        """Open a page of ours."""
        self.weights.clear()
        self.page.goto(self.site.address + address)
        self.page.evaluate("document.fonts.ready.then(() => true)")
        return self.page

    def overflow(self):
        """Return by how many pixels the page is wider than its window."""
        root = "document.documentElement"
        return self.page.evaluate(f"{root}.scrollWidth - {root}.clientWidth")

    def barriers(self):
        """Return what axe finds serious or critical, as rule and place."""
        self.page.evaluate(self.axe)
        found = self.page.evaluate("axe.run(document, {resultTypes: ['violations']})")
        return [
            (rule["id"], node["target"], node["any"][0]["message"] if node["any"] else "")
            for rule in found["violations"]
            if rule["impact"] in {"serious", "critical"}
            for node in rule["nodes"][:3]
        ]


@pytest.fixture
def visit(request, chromium_path, chromium, site, axe_source):
    """Open windows of a width, in a colour scheme, with or without JavaScript."""
    windows = []

    def start(width=1280, scheme="light", *, is_stranger=False, who="", **options):
        height = 740 if width < 600 else 900
        window = chromium.new_context(viewport={"width": width, "height": height}, color_scheme=scheme, **options)
        window.set_default_timeout(20_000)
        if not is_stranger:
            session = site.sessions[who] if who else site.session
            window.add_cookies([{"name": "sessionid", "value": session, "url": site.address}])
        windows.append(window)
        return Visit(site, window, window.new_page(), axe_source)

    yield start
    for window in windows:
        window.close()
