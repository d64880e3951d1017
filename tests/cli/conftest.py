"""A small mission, and the programme that `karvan plan` makes of it, once for all tests."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from cli.small_mission import write_mission
from karvan.cli.main import main


@pytest.fixture(autouse=True)
def english(monkeypatch):
    """Messages are English unless a test asks for another language."""
    monkeypatch.setenv("LC_ALL", "en_GB.UTF-8")
    monkeypatch.setenv("COLUMNS", "100")


@pytest.fixture(scope="session")
def mission_folder(tmp_path_factory) -> Path:
    """The small mission."""
    return write_mission(tmp_path_factory.mktemp("mission"))


@pytest.fixture(scope="session")
def planned(tmp_path_factory, mission_folder) -> Path:
    """The folder into which the small mission was planned."""
    folder = tmp_path_factory.mktemp("planned") / "new" / "folder"
    arguments = [
        "plan",
        str(mission_folder),
        "-o",
        str(folder),
        "--time-limit",
        "5",
        "--workers",
        "1",
        "--ui-lang",
        "en",
    ]
    assert main(arguments) == 0
    return folder


@pytest.fixture(scope="session")
def programme(planned) -> dict[str, Any]:
    """The small mission's programme as JSON."""
    return json.loads((planned / "programme.json").read_text(encoding="utf-8"))


@pytest.fixture
def run(capsys):
    """Return what runs `karvan` here and gives its exit code, its output and its messages."""

    def run_here(*arguments: str | Path) -> tuple[int, str, str]:
        capsys.readouterr()
        try:
            code = main([str(argument) for argument in arguments])
        except SystemExit as left:
            code = left.code
        said = capsys.readouterr()
        return int(code), said.out, said.err

    return run_here
