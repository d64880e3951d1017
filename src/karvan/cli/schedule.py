"""`karvan schedule`: a benchmark file in, its best schedule out."""

from __future__ import annotations

import json
import sys
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from karvan.cli.cluster import team_of
from karvan.cli.exits import Exit
from karvan.cli.inputs import add_search, limits, read_bytes, require_file, save, tell_issues, whole
from karvan.cli.terminal import interruptible, searching, tell
from karvan.languages import say
from karvan.mission.issues import InvalidMissionError

if TYPE_CHECKING:
    from karvan.scheduling.problem import Problem

SECONDS = 120.0
"""How long the search may take unless told otherwise."""

FAIRNESS = 2
"""By how many breaks two participants may differ, as in the published record."""

EXITS = {"infeasible": Exit.IMPOSSIBLE, "unknown": Exit.NO_ANSWER}


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Describe the arguments."""
    parser.add_argument("problem", metavar="PROBLEM", type=Path, help=say(lang, "cli-problem-help"))
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help=say(lang, "cli-output-help"))
    add_search(parser, lang, seconds=SECONDS)
    parser.add_argument(
        "--fairness", metavar="D", type=_fairness(lang), default=FAIRNESS, help=say(lang, "cli-fairness-help")
    )
    parser.add_argument("--iterations", metavar="N", type=whole(lang, 1), help=say(lang, "cli-iterations-help"))
    parser.add_argument("--cluster", metavar="ADDRESS", help=say(lang, "cli-cluster-help"))


def _fairness(lang: str) -> Callable[[str], int | None]:
    def read(text: str) -> int | None:
        if text == "none":
            return None
        with suppress(ValueError):
            if int(text) >= 0:
                return int(text)
        raise ArgumentTypeError(say(lang, "cli-usage-fairness", value=text))

    return read


def run(options: Namespace) -> int:
    """Read, solve, have the answer judged, and write it."""
    from karvan.formats.schedule_json import schedule_data
    from karvan.scheduling.judge import judge
    from karvan.scheduling.solve import solve

    lang = options.ui_lang
    problem = _read(options.problem, options.fairness, lang)
    if problem is None:
        return Exit.BAD_INPUT
    require_file(options.output, lang)
    with team_of(options.cluster, lang) as team, interruptible() as is_cancelled:
        begun = time.monotonic()
        with searching(lang, options.time_limit) as watch:
            stop = limits(options, is_cancelled)
            result = solve(problem, stop=stop, seed=options.seed, workers=options.workers, on_progress=watch, team=team)
        wall_s = time.monotonic() - begun
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


def _read(path: Path, fairness: int | None, lang: str) -> Problem | None:
    """Read a benchmark file, whose fairness is the option's, or a problem file, which has its own."""
    from karvan.formats.b2bsop import DznError, parse_b2bsop
    from karvan.formats.problem_json import read_problem

    content = read_bytes(path, lang)
    try:
        if path.suffix.lower() == ".json":
            return read_problem(content, path.name)
        return parse_b2bsop(content.decode("utf-8", errors="replace"), fairness=fairness, source=path.name)
    except DznError as error:
        tell(str(error))
    except InvalidMissionError as error:
        tell_issues(error.issues, lang)
    return None
