"""What reads or writes the database, once more on PostgreSQL."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

NAMES = (
    "access",
    "accounts",
    "actions",
    "applications",
    "assessing",
    "availability",
    "blocks",
    "board",
    "call_editors",
    "clearances",
    "companies",
    "delegations",
    "drafts",
    "duties",
    "expiry",
    "feeds",
    "frame",
    "jobs",
    "logistics",
    "matches",
    "members",
    "missions",
    "news",
    "outbox",
    "pages",
    "query_counts",
    "requests",
    "resources",
    "taxonomy",
    "visits",
    "workbooks",
)
TESTS = [Path(__file__).with_name(f"test_{name}.py") for name in NAMES]
"""The files whose tests read or write the database."""


@pytest.mark.postgres
@pytest.mark.slow
def test_the_web_application_runs_on_postgresql(postgres_url):
    """Each test of `TESTS` passes on PostgreSQL; its database is made anew and removed."""
    command = [sys.executable, "-m", "pytest", "-p", "no:cacheprovider", *TESTS]
    root = Path(__file__).resolve().parents[2]
    settings = {"KARVAN_TEST_DATABASE": "postgres", "KARVAN_TEST_POSTGRES": postgres_url}
    environment = os.environ | settings | {"PYTHONDONTWRITEBYTECODE": "1"}
    del environment["DJANGO_SETTINGS_MODULE"]  # with it, pytest-django reads the settings before tests/conftest.py does
    done = subprocess.run(command, cwd=root, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]
    assert "database: postgresql" in done.stdout.splitlines()
