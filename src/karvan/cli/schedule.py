"""`karvan schedule`: a benchmark file in, its best schedule out."""

from __future__ import annotations

import json
import sys
import time
from argparse import ArgumentParser, Namespace
from pathlib import Path

from karvan.cli.cluster import team_of
from karvan.cli.exits import Exit
from karvan.cli.inputs import add_problem, add_search, limits, read_problem_file, require_file, save, whole
from karvan.cli.terminal import interruptible, searching, tell
from karvan.languages import say

SECONDS = 120.0
"""How long the search may take unless told otherwise."""

EXITS = {"infeasible": Exit.IMPOSSIBLE, "unknown": Exit.NO_ANSWER}


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Describe the arguments."""
    add_problem(parser, lang)
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help=say(lang, "cli-output-help"))
    add_search(parser, lang, seconds=SECONDS)
    parser.add_argument("--iterations", metavar="N", type=whole(lang, 1), help=say(lang, "cli-iterations-help"))
    parser.add_argument("--cluster", metavar="ADDRESS", help=say(lang, "cli-cluster-help"))


def run(options: Namespace) -> int:
    """Read, solve, have the answer judged, and write it."""
    from karvan.formats.schedule_json import schedule_data
    from karvan.scheduling.judge import judge
    from karvan.scheduling.result import Status
    from karvan.scheduling.solve import solve

    lang = options.ui_lang
    problem = read_problem_file(options.problem, options.fairness, lang)
    if problem is None:
        return Exit.BAD_INPUT
    require_file(options.output, lang)
    with team_of(options.cluster, lang) as team, interruptible() as is_cancelled:
        begun = time.monotonic()
        with searching(lang, options.time_limit) as watch:
            stop = limits(options, is_cancelled)
            result = solve(problem, stop=stop, seed=options.seed, workers=options.workers, on_progress=watch, team=team)
        wall_s = time.monotonic() - begun
    if is_cancelled() and result.status is Status.UNKNOWN:
        raise KeyboardInterrupt
    verdict = judge(problem, result.schedule) if result.schedule else None
    if verdict and verdict.violations:
        tell(say(lang, "cli-judged-bad", n=len(verdict.violations)))
        return Exit.NO_ANSWER
    data = schedule_data(result, verdict.breaks if verdict else (), wall_s)
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    if options.output:
        save(options.output, text, lang)
    else:
        sys.stdout.write(text)
    breaks, bound = data["breaks"] or 0, data["bound"] or 0
    tell(say(lang, "cli-scheduled", status=data["status"], breaks=breaks, bound=bound))
    return EXITS.get(data["status"], Exit.DONE)
