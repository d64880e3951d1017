"""Report branch coverage per package after `make test`, and fail below the agreed levels."""

from __future__ import annotations

import argparse
import io
import sys
from pathlib import Path

from coverage import Coverage
from coverage.exceptions import NoDataError

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "karvan"

LEVELS: dict[str, float] = {}
"""The least branch coverage of a package, in percent; a package that is not named answers only to the total."""


def percent(coverage: Coverage, pattern: str) -> float | None:
    """Return the branch coverage of the files of a pattern, in percent; None where there are none."""
    try:
        return float(coverage.report(include=[pattern], file=io.StringIO()))
    except NoDataError:
        return None


def main() -> int:
    """Print one line per package and the total; return 1 where a level is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minimum", type=float, default=0.0, help="the least total, in percent")
    minimum = parser.parse_args().minimum
    coverage = Coverage()
    coverage.load()
    coverage.report(file=sys.stdout)
    packages = sorted(path.parent.name for path in SOURCE.glob("*/__init__.py"))
    measured = {name: percent(coverage, f"{SOURCE}/{name}/*") for name in packages} | {
        "total": percent(coverage, f"{SOURCE}/*")
    }
    levels = LEVELS | {"total": minimum}
    print("\nbranch coverage by package")
    missed = False
    for name, value in measured.items():
        if value is not None:
            is_low = value < levels.get(name, 0.0)
            missed = missed or is_low
            print(f"{name:12} {value:5.1f} %" + (f"   BELOW {levels[name]} %" if is_low else ""))
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
