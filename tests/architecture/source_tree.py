"""The source files of the project, parsed, for the tests of this folder."""

from __future__ import annotations

import ast
import subprocess
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src" / "karvan"
PURE_PACKAGES = ("mission", "languages", "matching", "scheduling", "formats")
"""The packages that know no clock, no network, no Django and no global state."""


def python_files(*folders: str) -> list[Path]:
    """Return the Python files below folders of the repository, Django's migrations left out."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if "migrations" not in path.parts)


def pure_files() -> list[Path]:
    """Return the Python files of the pure packages."""
    return python_files(*(f"src/karvan/{package}" for package in PURE_PACKAGES))


def name_of(path: Path) -> str:
    """Return a file's path as it is written in messages and lists of exceptions."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree_of(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def project_files() -> list[Path]:
    """Return the files that git tracks or would add: what a commit may hold."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return [path for name in listed.split("\0") if name and (path := ROOT / name).is_file()]
