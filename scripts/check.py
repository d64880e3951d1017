"""Run every static check, each under its name, and end with a summary: `make check`.

python scripts/check.py              all of them
python scripts/check.py ruff mypy    those whose name starts with one of these words
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TOOLS = Path(sys.executable).parent
WEB = ROOT / "src" / "karvan" / "web"


@dataclass(frozen=True)
class Check:
    """One tool: its name, its command, and the exit code with which it says that it cannot run here."""

    name: str
    command: Sequence[str | Path]
    unavailable: int | None = None


CHECKS = (
    Check("ruff format", [TOOLS / "ruff", "format", "--check", "--output-format", "concise"]),
    Check("ruff lint", [TOOLS / "ruff", "check", "--output-format", "concise"]),
    Check("import-linter", [TOOLS / "lint-imports"]),
    Check("mypy", [TOOLS / "mypy"]),
    Check("pyright", ["npx", "--no-install", "pyright"]),
    Check("djlint", [TOOLS / "djlint", "--lint", "--quiet", WEB]),
    Check("migrations", [sys.executable, "-m", "django", "makemigrations", "--check", "--dry-run"]),
    Check(
        "documentation",
        [sys.executable, "-m", "sphinx", "-W", "--keep-going", "-q", "-b", "html", "-d", "docs/_build/doctrees",
         "docs", "docs/_build/html"],
    ),
    Check("pip-audit", [sys.executable, "scripts/audit.py"], unavailable=75),
)  # fmt: skip
"""Every check, the quick ones first."""


def environment(home: str) -> dict[str, str]:
    """Return the environment of the tools: Karvan's settings in a home of their own, no question to the network."""
    return {
        **os.environ,
        "KARVAN_HOME": home,
        "DJANGO_SETTINGS_MODULE": "karvan.web.settings",
        "NPM_CONFIG_UPDATE_NOTIFIER": "false",
        "NPM_CONFIG_LOGLEVEL": "error",
    }


def outcome(check: Check) -> str:
    """Run one check with its output shown; return `passed`, `FAILED` or `skipped`."""
    print(f"== {check.name}", flush=True)
    with tempfile.TemporaryDirectory() as home:
        command = [str(part) for part in check.command]
        code = subprocess.run(command, cwd=ROOT, env=environment(home), check=False).returncode
    return "passed" if code == 0 else "skipped" if code == check.unavailable else "FAILED"


def main(words: Sequence[str]) -> int:
    """Run the checks chosen by `words` (all where there are none); return the exit code."""
    outcomes = {}
    for check in CHECKS:
        if not words or check.name.startswith(tuple(words)):
            began = time.monotonic()
            outcomes[check.name] = (outcome(check), time.monotonic() - began)
    print("\n== summary")
    for name, (result, seconds) in outcomes.items():
        print(f"{result:8} {name} ({seconds:.1f} s)")
    return 1 if any(result == "FAILED" for result, _ in outcomes.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
