"""`karvan proof`: why no schedule has fewer breaks, as files that others can check."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from karvan.cli.exits import Exit
from karvan.cli.inputs import add_problem, read_bytes, read_problem_file, save, tell_issues, whole
from karvan.cli.terminal import tell
from karvan.languages import say
from karvan.mission.issues import InvalidMissionError

if TYPE_CHECKING:
    from karvan.scheduling.problem import Problem


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Describe the arguments."""
    add_problem(parser, lang)
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("-o", "--output", metavar="DIR", type=Path, help=say(lang, "cli-proof-output-help"))
    what.add_argument("--check", metavar="FILE", type=Path, help=say(lang, "cli-proof-check-help"))
    parser.add_argument("--breaks", metavar="N", type=whole(lang, 1), help=say(lang, "cli-proof-breaks-help"))


def run(options: Namespace) -> int:
    """Write the proof, or check one."""
    from karvan.scheduling.timetable.view import refusal

    lang = options.ui_lang
    problem = read_problem_file(options.problem, options.fairness, lang)
    if problem is None:
        return Exit.BAD_INPUT
    if refusal(problem) is not None:
        tell(say(lang, "cli-proof-no-timetable"))
        return Exit.BAD_INPUT
    return _check(problem, options) if options.check else _write(problem, options)


def _check(problem: Problem, options: Namespace) -> int:
    """Compute a table's bound again from its prices alone: 0 where it proves what it claims, else 3."""
    from karvan.formats.bound_json import read_bound
    from karvan.scheduling.judge_bound import recompute_bound

    lang = options.ui_lang
    try:
        claimed, prices, unit = read_bound(read_bytes(options.check, lang), options.check.name)
    except InvalidMissionError as error:
        tell_issues(error.issues, lang)
        return Exit.BAD_INPUT
    if len(prices) != len(problem.slots):
        tell(say(lang, "cli-proof-slots", n=len(prices), slots=len(problem.slots)))
        return Exit.BAD_INPUT
    found = recompute_bound(problem, prices, unit).bound
    holds = found >= claimed
    tell(say(lang, "cli-proof-holds" if holds else "cli-proof-fails", n=claimed, found=found))
    return Exit.DONE if holds else Exit.IMPOSSIBLE


def _write(problem: Problem, options: Namespace) -> int:
    """Write the table of prices; where more is claimed than they prove, clauses and a solver's proof beside it."""
    from karvan.formats.bound_json import bound_data
    from karvan.scheduling.judge_bound import recompute_bound
    from karvan.scheduling.timetable.prices import UNIT, price_bound
    from karvan.scheduling.timetable.view import compile_timetable

    lang = options.ui_lang
    timetable = compile_timetable(problem)
    in_time = price_bound(timetable.plain).prices
    prices = [in_time[timetable.slot_order.index(slot)] for slot in range(len(problem.slots))]
    table = recompute_bound(problem, prices, UNIT)
    text = json.dumps(bound_data(table, prices, UNIT), indent=1) + "\n"
    save(options.output / "bound.json", text, lang)
    tell(say(lang, "cli-proof-table", n=table.bound))
    if options.breaks is None or options.breaks <= table.bound:
        return Exit.DONE
    from karvan.scheduling.timetable.refuter import written_proof

    proof = written_proof(timetable.plain, options.breaks - 1)
    if proof is None:
        tell(say(lang, "cli-proof-false", n=options.breaks))
        return Exit.IMPOSSIBLE
    save(options.output / "fewer.cnf", proof.clauses, lang)
    save(options.output / "fewer.drat", proof.steps, lang)
    tell(say(lang, "cli-proof-written", n=options.breaks))
    return Exit.DONE
