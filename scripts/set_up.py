"""Make this checkout ready to run: Python packages, fonts, browser files.

The one implementation used by ``./karvan``, ``make`` and CI. It needs Python and npm, nothing else: no package of its
own. What is up to date is left alone, so calling it again costs milliseconds. It speaks on standard error.

    python3 scripts/set_up.py            what Karvan needs to run
    python3 scripts/set_up.py --tools    and what its tests, checks and documentation need
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import os
import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
LOCK = ROOT / "requirements.lock"
NODE_MODULES = ROOT / "node_modules"
ASSETS = ROOT / "src" / "karvan" / "assets"

TOOLS_LINE = "# ---- from here on: tools of a contributor ----"
"""The line of requirements.lock that parts what Karvan needs to run from what its contributors need besides."""

MINIMUM = (3, 11)
"""The oldest Python that Karvan runs on, as `requires-python` in pyproject.toml says."""


class SetUpError(Exception):
    """Something that the person at the keyboard must mend; the text says what."""


def say(text):
    """Tell what is being done, on standard error."""
    print("karvan set-up: " + text, file=sys.stderr, flush=True)


def digest(*parts):
    """Return a fingerprint of texts, bytes and files' contents."""
    total = hashlib.sha256()
    for part in parts:
        data = part.read_bytes() if isinstance(part, Path) else part
        data = data.encode() if isinstance(data, str) else data
        total.update(len(data).to_bytes(8, "big") + data)
    return total.hexdigest()


class Stamp:
    """A file that remembers what a step was last done for."""

    def __init__(self, path, wanted):
        self.path, self.wanted = path, wanted

    def is_current(self):
        """Tell whether the step was done for exactly what is wanted now."""
        try:
            is_same = self.path.read_text() == self.wanted
        except FileNotFoundError:
            return False
        if is_same:
            os.utime(self.path)  # the launcher compares the times of this file and the lock
        return is_same

    def write(self):
        """Remember that the step is done."""
        self.path.write_text(self.wanted)


def run(*command, stdout=sys.stderr):
    """Run a command with all its output on standard error; raise SetUpError where it fails."""
    done = subprocess.run([str(part) for part in command], cwd=ROOT, stdout=stdout, check=False)
    if done.returncode:
        raise SetUpError(f"“{' '.join(str(part) for part in command[:4])} …” failed with exit code {done.returncode}")


def pip(*arguments):
    """Run pip of the virtual environment: quiet, and without writing what Python compiles on first use anyway."""
    options = ("--quiet", "--quiet", "--no-input", "--disable-pip-version-check")
    run(PYTHON, "-m", "pip", "install", *options, "--no-deps", "--no-compile", *arguments)


def make_environment():
    """Create .venv where it is missing, or was made by another Python or in another folder."""
    stamp = Stamp(VENV / ".karvan-environment", f"{sys.version}\n{ROOT}\n")
    if PYTHON.exists() and stamp.is_current():
        return
    say("creating the virtual environment .venv")
    try:
        run(sys.executable, "-m", "venv", "--clear", VENV)
    except SetUpError as error:
        raise SetUpError(f"{error}. On Debian and Ubuntu, install the package python3-venv") from error
    stamp.write()


def install_packages(with_tools):
    """Install the exact packages of requirements.lock, each checked against its hash."""
    everything = LOCK.read_text(encoding="utf-8")
    needed = everything.partition(TOOLS_LINE)[0]
    tools = Stamp(VENV / ".karvan-tools", digest(everything))
    packages = Stamp(VENV / ".karvan-packages", digest(needed))
    has_tools, has_packages = tools.is_current(), packages.is_current()
    if has_tools or (has_packages and not with_tools):
        packages.write()
        return
    part = VENV / ".karvan-requirements.txt"
    part.write_text(everything if with_tools else needed, encoding="utf-8")
    count = part.read_text(encoding="utf-8").count("==")
    say(f"installing {count} Python packages by requirements.lock (about a minute)")
    pip("--require-hashes", "-r", part)
    packages.write()
    if with_tools:
        tools.write()


def install_karvan():
    """Install Karvan itself, editable: a pointer to src/ and the `karvan` program."""
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    told = {"project": project["project"], "build": project["build-system"], "hatch": project["tool"]["hatch"]}
    wanted = digest(json.dumps(told, sort_keys=True), ROOT / "src" / "karvan" / "__init__.py")
    stamp = Stamp(VENV / ".karvan-itself", wanted)
    if stamp.is_current() and PYTHON.with_name("karvan").exists():
        return
    say("installing Karvan itself")
    pip("--no-build-isolation", "--editable", ROOT)
    stamp.write()


def install_node_packages(with_tools):
    """Install the exact npm packages of package-lock.json: fonts, browser files and, with tools, what tests need."""
    lock = digest(ROOT / "package-lock.json")
    current = [Stamp(NODE_MODULES / ".karvan", f"{lock} tools")]
    if not with_tools:
        current.append(Stamp(NODE_MODULES / ".karvan", f"{lock} run"))
    if any(stamp.is_current() for stamp in current):
        return
    if shutil.which("npm") is None:
        raise SetUpError("npm is missing; the fonts come from npm packages. Install Node.js 18 or newer")
    say("installing fonts and browser files by package-lock.json")
    omit = [] if with_tools else ["--omit=dev"]
    run(shutil.which("npm"), "ci", "--loglevel=error", "--no-progress", *omit, stdout=subprocess.DEVNULL)
    current[-1].write()


def assemble_assets():
    """Copy the files that package.json names under `karvan.assets` out of node_modules into src/karvan/assets."""
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["karvan"]["assets"]
    stamp = Stamp(NODE_MODULES / ".karvan-assets", digest(json.dumps(wanted), ROOT / "package-lock.json"))
    if stamp.is_current() and all((ASSETS / target).exists() for target in wanted):
        return
    say(f"copying {len(wanted)} font and browser files into src/karvan/assets")
    for folder in {ASSETS / target.split("/")[0] for target in wanted}:
        shutil.rmtree(folder, ignore_errors=True)
    for target, source in wanted.items():
        (ASSETS / target).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(NODE_MODULES / source, ASSETS / target)
    stamp.write()


@contextlib.contextmanager
def one_at_a_time():
    """Wait while another set-up of this checkout runs (on systems that can tell)."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with Path(__file__).open(encoding="utf-8") as held:
        try:
            fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            say("waiting for another set-up of this checkout")
            fcntl.flock(held, fcntl.LOCK_EX)
        yield


def main():
    """Do what is missing; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--tools", action="store_true", help="also what tests, checks and documentation need")
    with_tools = parser.parse_args().tools
    if sys.version_info < MINIMUM:
        say("Python {}.{} or newer is needed; this is {}.{}".format(*MINIMUM, *sys.version_info[:2]))
        return 2
    began = time.monotonic()
    try:
        with one_at_a_time():
            make_environment()
            with ThreadPoolExecutor() as side_by_side:
                fonts = side_by_side.submit(install_node_packages, with_tools)
                install_packages(with_tools)
                fonts.result()
            assemble_assets()
            install_karvan()
    except SetUpError as error:
        say(f"{error}.")
        return 1
    took = time.monotonic() - began
    if took > 1:
        say(f"ready after {took:.0f} s")
    return 0


if __name__ == "__main__":
    sys.exit(main())
