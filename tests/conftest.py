"""What every test may rely on: no network, the resources of this machine, and Hypothesis profiles."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path
from urllib.parse import urlsplit

import django.conf
import hypothesis
import psycopg
import pytest

IS_CI = os.environ.get("CI", "").lower() in {"1", "true"}
"""In CI nothing is skipped: a resource that is missing is a failure."""

POSTGRES_URL = os.environ.get("KARVAN_TEST_POSTGRES", "postgresql://postgres@127.0.0.1:5432/test")
"""The PostgreSQL server of the tests; its databases whose names start with `test` are theirs to change."""

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
"""The programs that are tried where KARVAN_TEST_CHROMIUM names none."""

MISSING = pytest.StashKey[dict[str, str]]()
"""Which resources are missing and why, for the lines at the end of the run."""

HOME = tempfile.TemporaryDirectory(prefix="karvan-tests-")
"""Karvan's home during the tests: nobody's own data is touched, and nothing is left behind."""

for name in [name for name in os.environ if name.startswith("KARVAN_") and not name.startswith("KARVAN_TEST_")]:
    del os.environ[name]
os.environ.pop("DATABASE_URL", None)
os.environ["KARVAN_HOME"] = HOME.name
if os.environ.get("KARVAN_TEST_DATABASE") == "postgres":
    os.environ["DATABASE_URL"] = POSTGRES_URL
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "karvan.web.settings")

hypothesis.settings.register_profile("ci", derandomize=True, deadline=None, print_blob=True)
hypothesis.settings.register_profile("thorough", max_examples=2000, deadline=None)
hypothesis.settings.register_profile("local", deadline=None)
hypothesis.settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci" if IS_CI else "local"))


def problem_of_postgres():
    """Return why PostgreSQL cannot be used, or None."""
    place = urlsplit(POSTGRES_URL)
    try:
        psycopg.connect(POSTGRES_URL, connect_timeout=3).close()
    except psycopg.OperationalError as error:
        first_line = str(error).strip().splitlines()[0]
        return f"no answer at {place.hostname}:{place.port}; set KARVAN_TEST_POSTGRES ({first_line})"
    return None


def pytest_configure(config):
    config.stash[MISSING] = {}
    if "DATABASE_URL" in os.environ and (problem := problem_of_postgres()):
        if IS_CI:
            raise pytest.UsageError(f"PostgreSQL is required in CI: {problem}")
        pytest.exit(f"NOT TESTED: the web application on PostgreSQL: {problem}", returncode=0)
    # pytest-django sets Django up where the settings are loaded; not by its own option, which comes before our home.
    assert django.conf.settings.DATABASES


def pytest_report_header():
    return f"database: {django.conf.settings.DATABASES['default']['ENGINE'].rpartition('.')[2]}"


def pytest_unconfigure():
    HOME.cleanup()


def pytest_terminal_summary(terminalreporter, config):
    """Say aloud what was skipped for want of a resource, and how to get it."""
    for resource, reason in sorted(config.stash[MISSING].items()):
        terminalreporter.write_line(f"NOT TESTED: {resource}: {reason}", yellow=True, bold=True)


def without(request, resource, reason):
    """Skip this test aloud, or fail it in CI, because a resource is missing."""
    request.config.stash[MISSING][resource] = reason
    if IS_CI:
        pytest.fail(f"{resource} is required in CI: {reason}", pytrace=False)
    pytest.skip(f"{resource}: {reason}")


@pytest.fixture(scope="session")
def postgres_problem():
    """Why PostgreSQL cannot be used, or None."""
    return problem_of_postgres()


@pytest.fixture
def postgres_url(request, postgres_problem):
    """The address of a PostgreSQL database for tests; without a server the test is skipped aloud."""
    if postgres_problem:
        without(request, "PostgreSQL", postgres_problem)
    return POSTGRES_URL


@pytest.fixture(scope="session")
def chromium_found():
    """The path of Chromium, or None."""
    named = os.environ.get("KARVAN_TEST_CHROMIUM")
    if named:
        return named if Path(named).is_file() else None
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@pytest.fixture
def chromium_path(request, chromium_found):
    """The path of Chromium; without it the test is skipped aloud."""
    if chromium_found is None:
        without(request, "Chromium", "install the package chromium, or set KARVAN_TEST_CHROMIUM to its path")
    return chromium_found


@pytest.fixture(scope="session")
def axe_source():
    """The text of axe-core, the accessibility checker that browser tests inject into a page."""
    root = Path(__file__).resolve().parent.parent
    return (root / "node_modules" / "axe-core" / "axe.min.js").read_text(encoding="utf-8")
