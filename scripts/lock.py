"""Write requirements.lock and package-lock.json anew from the ranges in pyproject.toml and package.json.

    make lock                       newest versions within the ranges
    make lock KEEP=1                only what the ranges force to move

requirements.lock is one file for `pip install --require-hashes -r`, in two parts: what Karvan needs to run, then what
its contributors need besides. It names versions and hashes, never where a package was fetched from.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from set_up import LOCK, ROOT, TOOLS_LINE, say

HEAD = """\
# Exact versions and hashes of every Python package, written by `make lock` from pyproject.toml: do not edit.
"""
SHARED = (
    "--generate-hashes", "--no-emit-index-url", "--no-header", "--no-annotate", "--quiet",
    "--universal", "--python-version", "3.11",
    "--fork-strategy", "fewest",  # one version of each package for every Python, not one per Python
)  # fmt: skip


def compile_lock(target: Path, *options: str | Path) -> str:
    """Return the lock that uv resolves from pyproject.toml, written to `target`."""
    uv = Path(sys.executable).with_name("uv")
    subprocess.run([uv, "pip", "compile", "pyproject.toml", *SHARED, *options, "-o", target], cwd=ROOT, check=True)
    return target.read_text(encoding="utf-8")


def entries(lock: str) -> dict[str, str]:
    """Return each package's whole entry (pin and hashes) by the package's name and marker."""
    found = re.findall(r"^([a-z0-9].*?)(?= \\$)(.*?)(?=^[a-z0-9]|\Z)", lock, flags=re.MULTILINE | re.DOTALL)
    return {pin: pin + rest for pin, rest in found}


def write_python_lock(*, is_kept: bool) -> None:
    """Resolve all extras at once, then part the pins into those needed to run and the others."""
    build = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["build-system"]["requires"]
    with tempfile.TemporaryDirectory() as folder:
        whole, needed = Path(folder, "whole.txt"), Path(folder, "needed.txt")
        if is_kept:
            whole.write_text(LOCK.read_text(encoding="utf-8"), encoding="utf-8")
        pins = entries(compile_lock(whole, "--all-extras", *([] if is_kept else ["--upgrade"])))
        backend = Path(folder, "backend.in")
        backend.write_text("\n".join(build) + "\n", encoding="utf-8")
        run_pins = entries(compile_lock(needed, backend, "--constraint", whole))
    first = [pins[name] for name in pins if name in run_pins]
    rest = [pins[name] for name in pins if name not in run_pins]
    if len(first) != len(run_pins):
        raise SystemExit(f"lock: pinned twice and differently: {sorted(set(run_pins) - set(pins))}")
    LOCK.write_text(HEAD + "".join(first) + f"\n{TOOLS_LINE}\n\n" + "".join(rest), encoding="utf-8")
    say(f"requirements.lock: {len(first)} packages to run, {len(rest)} tools")


def write_node_lock() -> None:
    """Resolve package.json; .npmrc keeps addresses out."""
    subprocess.run(["npm", "install", "--package-lock-only", "--loglevel=error"], cwd=ROOT, check=True)  # noqa: S607


def main() -> None:
    """Write both locks."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keep", action="store_true", help="move only what the ranges force to move")
    write_python_lock(is_kept=parser.parse_args().keep)
    write_node_lock()


if __name__ == "__main__":
    main()
