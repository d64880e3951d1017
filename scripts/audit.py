"""Ask the public advisories whether a pinned package has a known weakness; exit 75 where they cannot be reached."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
UNREACHABLE = 75
"""The exit code "temporary failure" of sysexits.h."""

PROBE = "pip==26.0"
"""A package that the advisories surely know: asked for alone first, so that a closed network costs one question."""


def audit(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run pip-audit without installing anything."""
    options = ("--no-deps", "--disable-pip", "--progress-spinner=off", "--timeout=15")
    command = [sys.executable, "-m", "pip_audit", *options, *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def can_ask() -> bool:
    """Tell whether the advisories answer."""
    with tempfile.TemporaryDirectory() as folder:
        question = Path(folder, "probe.txt")
        question.write_text(PROBE + "\n", encoding="utf-8")
        answer = audit("--format=json", "-r", str(question))
    return '"vulns"' in answer.stdout


def main() -> int:
    """Audit requirements.lock; return 0 (nothing known), 1 (a weakness) or 75 (no answer)."""
    if not can_ask():
        print("pip-audit skipped: the advisories cannot be reached from here")
        return UNREACHABLE
    done = audit("-r", "requirements.lock")
    print(done.stdout + done.stderr)
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
