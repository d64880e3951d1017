"""Imports go one way: the contracts of pyproject.toml, `[tool.importlinter]`, hold."""

import subprocess
import sys
from pathlib import Path

from architecture.source_tree import ROOT


def test_import_contracts_hold():
    lint_imports = Path(sys.executable).with_name("lint-imports")
    done = subprocess.run([lint_imports, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
