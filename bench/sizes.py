"""The sizes: large instances of one's own, each scheduled within its time limits and judged.

python bench/sizes.py MAKE_INSTANCES FOLDER [--seed N] [--tier 0700] [--time-limit S] [OPTIONS OF karvan schedule]

MAKE_INSTANCES is the script that writes `tier-*.dzn` into FOLDER for a seed; it is run when they are missing.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
from pathlib import Path

from karvan.formats.b2bsop import read_b2bsop
from karvan.scheduling.judge import judge
from karvan.scheduling.result import Schedule

KARVAN = Path(sys.executable).with_name("karvan")
TIERS = {"0700": (1, 30, 180), "2000": (2, 60), "10000": (10, 600)}
"""The time limits of each size, in seconds."""


def main() -> None:
    """Make, schedule, judge, and print one row for each run."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("make", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--tier", choices=TIERS, action="append")
    parser.add_argument("--time-limit", type=float, action="append")
    options, more = parser.parse_known_args()
    if not (options.folder / "tier-10000.dzn").exists():
        subprocess.run([sys.executable, options.make, options.folder, str(options.seed)], check=True)
    print("| tier | limit s | wall s | cpu s | MiB | people | breaks | people with a break | % |")
    print("|---|---|---|---|---|---|---|---|---|")
    for tier in options.tier or TIERS:
        for limit in options.time_limit or TIERS[tier]:
            print(row(options.folder / f"tier-{tier}.dzn", limit, [each for each in more if each != "--"]), flush=True)


def row(path: Path, limit: float, more: list[str]) -> str:
    """Schedule one file; gives its row of the table."""
    answer = path.with_suffix(".json")
    answer.unlink(missing_ok=True)
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    command = [KARVAN, "schedule", path, "-o", answer, "--time-limit", str(limit), *more]
    subprocess.run(command, check=True, stderr=subprocess.DEVNULL)
    wall_s, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu_s = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    breaks = judged(path, answer)
    people = sum(count > 0 for count in breaks)
    return (
        f"| {path.stem} | {limit:g} | {wall_s:.1f} | {cpu_s:.1f} | {after.ru_maxrss // 1024} | {len(breaks)} "
        f"| {sum(breaks)} | {people} | {100 * people / len(breaks):.2f} |"
    )


def judged(path: Path, answer: Path) -> tuple[int, ...]:
    """Have an answer judged; gives each participant's breaks."""
    problem = read_b2bsop(path, fairness=2)
    places = {each["id"]: each["slot"] - 1 for each in json.loads(answer.read_text())["meetings"]}
    slot_of = tuple(places.get(i + 1) for i in range(len(problem.meetings)))
    taken: dict[int | None, int] = {}
    table_of = []
    for slot in slot_of:
        table_of.append(taken.get(slot, 0))
        taken[slot] = taken.get(slot, 0) + 1
    verdict = judge(problem, Schedule(slot_of, tuple(table_of)))
    if verdict.violations:
        raise SystemExit(f"{path.name}: {len(verdict.violations)} violations, first {verdict.violations[0]}")
    return verdict.breaks


if __name__ == "__main__":
    main()
