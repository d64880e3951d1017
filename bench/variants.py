"""Variants of the published files that nobody has seen: more absences, more fixed meetings, more precedences.

Usage: .venv/bin/python bench/variants.py FOLDER OUT [--seed N] [--only WORD …]

FOLDER holds the published files, as for `benchmark.py`; from each original, `KINDS` variants are written to OUT. A
timetable is drawn first, so that every variant has one: absences are taken from slots in which a participant is idle
there, meetings are fixed where they lie there, and precedences follow its order.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path
from typing import NamedTuple

from karvan.formats.b2bsop import parse_b2bsop
from karvan.scheduling.problem import Problem
from karvan.scheduling.stop import Limits
from karvan.scheduling.timetable.mover import Mover
from karvan.scheduling.timetable.view import compile_timetable


class Kind(NamedTuple):
    """What is added: shares of idle slots that become absences, of meetings fixed, and with a precedence."""

    absent: float = 0.0
    fixed: float = 0.0
    tied: float = 0.0


KINDS = {
    "forb10": Kind(absent=0.1),
    "forb30": Kind(absent=0.3),
    "fixed20": Kind(fixed=0.2),
    "fixed40": Kind(fixed=0.4),
    "prec30": Kind(tied=0.3),
    "prec60": Kind(tied=0.6),
    "all": Kind(absent=0.1, fixed=0.1, tied=0.3),
}


def planted(problem: Problem, seed: int, batches: int = 5) -> list[int] | None:
    """Draw a timetable: insertion, then a little annealing; None where it was not found."""
    table = compile_timetable(problem)
    stop = Limits(lambda: 0.0)
    mover = Mover(table, seed=seed, stop=stop, team=None, workers=1, is_smooth=False)
    try:
        if not mover.build(lambda: False):
            return None
        for _ in range(batches):
            mover.annealer.advance(0, None)
    finally:
        mover.close()
    found = mover.annealer.best if mover.annealer.best_value is not None else mover.state.slot_of
    return [int(slot) for slot in found]


def variant(problem: Problem, plan: list[int], kind: Kind, chance: random.Random) -> str:
    """Give a variant as text in the format of the published files."""
    n_slots, people, meetings = len(problem.slots), range(len(problem.participants)), range(len(problem.meetings))
    busy = [{plan[m] for m in problem.meetings_of[p]} for p in people]
    absences = [
        {s + 1 for s in range(n_slots) if s not in (problem.participants[p].slots or range(n_slots))}
        | {s + 1 for s in range(n_slots) if s not in busy[p] and chance.random() < kind.absent}
        for p in people
    ]
    ends = [problem.meetings[m].participants for m in meetings]
    allowed = [problem.meetings[m].slots or frozenset(range(n_slots)) for m in meetings]
    halves = [mask for mask in allowed if 1 < len(mask) < n_slots]
    morning = max((max(mask) + 1 for mask in halves if 0 in mask), default=0)
    morning = morning or min((min(mask) for mask in halves), default=n_slots)
    session = [(1 if 0 in mask else 2) if mask in halves else 3 for mask in allowed]
    fixed = [plan[m] + 1 if len(allowed[m]) == 1 or chance.random() < kind.fixed else 0 for m in meetings]
    before: list[set[int]] = [{a + 1 for a, b in problem.precedences if b == m} for m in meetings]
    for m in meetings:
        earlier = [q + 1 for p in ends[m] for q in problem.meetings_of[p] if plan[q] < plan[m]]
        if earlier and chance.random() < kind.tied:
            before[m].add(chance.choice(earlier))
    tables = problem.venues[0].tables or ()
    rows = "\n|".join(f"{a + 1},{b + 1},{s}" for (a, b), s in zip(ends, session, strict=True))
    return (
        f"nBusiness = {len(people)};\nnMeetings = {len(meetings)};\nnTables = {len(tables)};\n"
        f"nTotalSlots = {n_slots};\nnMorningSlots = {morning};\nrequested = [|{rows}|];\n"
        f"forbidden = [{_sets(absences)}];\nfixed = [{','.join(map(str, fixed))}];\nprecedences = [{_sets(before)}];\n"
    )


def _sets(rows: list[set[int]]) -> str:
    return ",".join("{" + ",".join(map(str, sorted(row))) + "}" for row in rows)


def main() -> None:
    """Write the variants."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--only", nargs="*", default=[])
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    for file in sorted((options.folder / "instances").glob("*.original.dzn")):
        if options.only and not any(word in file.name for word in options.only):
            continue
        problem = parse_b2bsop(file.read_text(encoding="utf-8"), fairness=2, source=file.name)
        plan = planted(problem, options.seed)
        for name, kind in KINDS.items() if plan else ():
            chance = random.Random(f"{options.seed} {file.name} {name}")
            text = variant(problem, plan or [], kind, chance)
            path = options.out / f"{file.name.removesuffix('.original.dzn')}.{name}-{options.seed}.dzn"
            path.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
