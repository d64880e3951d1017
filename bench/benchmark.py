"""The published B2B benchmark: `karvan schedule` beside three other ways, checked by the benchmark's own checker.

Usage: .venv/bin/python bench/benchmark.py FOLDER [--only WORD …] [--fairness D …] [--files DIR] [--peers] [--limit S]

FOLDER holds the published files: `instances/*.dzn`, `published.csv`, `b2bsop.py` and `rc2_baseline.py`. With
``--peers`` each file is also solved by RC2 (a process of its own), by CP-SAT with the obvious model, and by a greedy
that takes the meetings in the order of the file. Seconds are of solving alone; imports are not counted on any side.
With ``--files`` the ``.dzn`` files of another folder are solved (`variants.py` makes some). The best is known for the
published files with fairness 2; otherwise an answer is right when it is proved, passes the checker, and a looser
fairness of the same file has no more breaks.
"""

from __future__ import annotations

import argparse
import csv
import importlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

Instance = dict[str, Any]

KARVAN = str(Path(sys.executable).with_name("karvan"))


def karvan(file: Path, limit: float, fairness: str) -> tuple[str, int | None, list[int], float, float]:
    """Give status, breaks, slots, seconds of search and of the whole command."""
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "schedule.json"
        command = [
            KARVAN,
            "schedule",
            str(file),
            "-o",
            str(out),
            "--fairness",
            fairness,
            "--time-limit",
            str(limit),
        ]
        begun = time.monotonic()
        subprocess.run(command, check=False, capture_output=True)
        whole = time.monotonic() - begun
        data = json.loads(out.read_text(encoding="utf-8"))
    slots = [row["slot"] for row in sorted(data["meetings"], key=lambda row: row["id"])]
    return data["status"], data["breaks"], slots, data["wall_s"], whole


def rc2(folder: Path, file: Path, limit: float) -> str:
    """Give the answer of the baseline and its seconds, as it prints them."""
    command = [sys.executable, "rc2_baseline.py", str(file)]
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=limit, check=True)
    except subprocess.TimeoutExpired:
        return f"open {limit:.0f}"
    return " ".join(done.stdout.split()[1:])


def greedy(data: Instance) -> str:
    """Place each meeting in its first free slot, in the order of the file; gives its breaks, or how many stay out."""
    used: list[set[int]] = [set() for _ in range(data["P"] + 1)]
    load = [0] * (data["T"] + 1)
    placed: list[int] = []
    for index, (a, b, session) in enumerate(data["req"]):
        first, last = (
            (1, data["AM"]) if session == 1 else (data["AM"] + 1, data["T"]) if session == 2 else (1, data["T"])
        )
        slots = [data["fixed"][index]] if data["fixed"][index] else range(first, last + 1)
        closed = used[a] | used[b] | data["forb"][a - 1] | data["forb"][b - 1]
        after = [placed[q - 1] for q in data["prec"][index] if q - 1 < len(placed)]
        slot = next((t for t in slots if t not in closed and load[t] < data["L"] and all(0 < s < t for s in after)), 0)
        placed.append(slot)
        if slot:
            load[slot] += 1
            used[a].add(slot)
            used[b].add(slot)
    left_out = placed.count(0)
    breaks = sum(sum(t + 1 not in row for t in sorted(row)[:-1]) for row in used if row)
    return f"{breaks}" if not left_out else f"{left_out} out"


def cp_sat(data: Instance, fairness: int | None, limit: float) -> str:
    """Solve the obvious model with CP-SAT on two workers; gives breaks, bound and seconds."""
    from ortools.sat.python import cp_model

    model = cp_model.CpModel()
    slots = range(1, data["T"] + 1)
    at = {(m, t): model.new_bool_var("") for m in range(data["M"]) for t in slots if _may(data, m, t)}
    for m in range(data["M"]):
        model.add_exactly_one(at[m, t] for t in slots if (m, t) in at)
        for q in data["prec"][m]:
            start = [sum(t * at[i, t] for t in slots if (i, t) in at) for i in (q - 1, m)]
            model.add(start[0] < start[1])
    gaps: list[list[Any]] = []
    for p in range(1, data["P"] + 1):
        own = [m for m, row in enumerate(data["req"]) if p in row[:2]]
        busy = [sum(at[m, t] for m in own if (m, t) in at) for t in slots]
        begun = [model.new_bool_var("") for _ in slots]
        gap = [model.new_bool_var("") for _ in slots]
        for t in range(data["T"]):
            model.add(busy[t] <= 1)
            model.add(begun[t] >= busy[t])
            if t:
                model.add(begun[t] >= begun[t - 1])
                model.add(begun[t] <= begun[t - 1] + busy[t])
                model.add(gap[t] >= busy[t] - busy[t - 1] + begun[t - 1] - 1)
            else:
                model.add(begun[t] <= busy[t])
        if fairness is not None:
            model.add(sum(gap) <= fairness)
        gaps.append(gap)
    for t in slots:
        model.add(sum(at[m, t] for m in range(data["M"]) if (m, t) in at) <= data["L"])
    model.minimize(sum(g for row in gaps for g in row))
    solver = cp_model.CpSolver()
    solver.parameters.max_time_in_seconds = limit
    solver.parameters.num_workers = 2
    status = solver.solve(model)
    if status == cp_model.INFEASIBLE:
        return f"infeasible {solver.wall_time:.1f}"
    if status == cp_model.UNKNOWN:
        return f"nothing {limit:.0f}"
    return f"{solver.objective_value:.0f}/{solver.best_objective_bound:.0f} {solver.wall_time:.1f}"


def _may(data: Instance, meeting: int, slot: int) -> bool:
    a, b, session = data["req"][meeting]
    in_session = session not in (1, 2) or (slot <= data["AM"]) == (session == 1)
    is_free = slot not in data["forb"][a - 1] and slot not in data["forb"][b - 1]
    return in_session and is_free and data["fixed"][meeting] in (0, slot)


def wanted(options: argparse.Namespace) -> list[tuple[Path, str]]:
    """Give the files to solve, each with its published optimum, or "?"."""
    if options.files:
        found = [(file, "?") for file in sorted(options.files.glob("*.dzn"))]
    else:
        with (options.folder / "published.csv").open(encoding="utf-8") as rows:
            names = [(f"{row['instance']}.{row['variant']}", row["optimum"]) for row in csv.DictReader(rows)]
        found = [(options.folder / "instances" / f"{name}.dzn", best) for name, best in names]
    return [pair for pair in found if not options.only or any(word in pair[0].name for word in options.only)]


def is_right(answer: tuple[str, int | None, list[int], float, float], best: str, data: Instance, fairness: str) -> bool:
    """Whether an answer is proved, is the known best, and passes the checker."""
    status, breaks, slots, _, _ = answer
    if status == "infeasible":
        return best in ("infeasible", "?")
    if status != "optimal" or best not in (str(breaks), "?"):
        return False
    errors, found = importlib.import_module("b2bsop").check(data, slots)
    is_fair = fairness == "none" or max(found) - min(found) <= int(fairness)
    return not errors and sum(found) == breaks and is_fair


def main() -> int:
    """Run, print a line for each file and fairness, and the sums; 1 where an answer is wrong or not proved."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--fairness", nargs="*", default=["2"], help="from strict to loose: 0 1 2 3 none")
    parser.add_argument("--files", type=Path)
    parser.add_argument("--peers", action="store_true")
    parser.add_argument("--limit", type=float, default=60.0)
    options = parser.parse_args()
    sys.path.insert(0, str(options.folder))
    checker = importlib.import_module("b2bsop")
    bad, search, command, worst = 0, 0.0, 0.0, 0.0
    print("| file | fairness | best | karvan | s | command s |" + (" RC2 | CP-SAT | greedy |" if options.peers else ""))
    print("|---|---|---|---|---|---|" + ("---|---|---|" if options.peers else ""))
    for file, best in wanted(options):
        data = checker.parse(str(file))
        fewest = float("inf")
        for fairness in options.fairness:
            known = best if fairness == "2" else "?"
            answer = karvan(file, options.limit, fairness)
            status, breaks, _, seconds, whole = answer
            value = float("inf") if breaks is None else breaks
            right = is_right(answer, known, data, fairness) and value <= fewest
            fewest = min(fewest, value)
            bad += not right
            search, command, worst = search + seconds, command + whole, max(worst, whole)
            said = status if breaks is None else f"{breaks} {status}"
            peers = ""
            if options.peers:
                limit = None if fairness == "none" else int(fairness)
                others = (rc2(options.folder, file, 300), cp_sat(data, limit, 10), greedy(data))
                peers = " " + " | ".join(others) + " |"
            row = f"| {file.stem} | {fairness} | {known} | {said} | {seconds:.2f} | {whole:.2f} |"
            print(f"{row}{peers}{'' if right else ' <<<'}", flush=True)
    print(f"{search:.1f} s of search, {command:.1f} s of commands, longest {worst:.1f} s, not closed: {bad}")
    return bad > 0


if __name__ == "__main__":
    sys.exit(main())
