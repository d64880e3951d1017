"""Reading what a command was given: every problem is told with its place, then exit code 2."""

from __future__ import annotations

import errno
import os
import time
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryFile
from typing import TYPE_CHECKING

from karvan.cli.exits import Exit
from karvan.cli.terminal import tell
from karvan.languages import say
from karvan.mission.issues import InvalidMissionError, Issue, Severity
from karvan.mission.mission import Mission
from karvan.mission.programme import Programme
from karvan.scheduling.stop import Limits

if TYPE_CHECKING:
    from karvan.scheduling.problem import Problem

OF_PROJECT = frozenset(("unknown-concept", "not-understood"))
"""Issues of a project file."""

FAIRNESS = 2
"""By how many breaks two participants of a benchmark file may differ, as in the published record."""


class BadInput(SystemExit):
    """Ends the command with exit code 2, after every problem was told."""

    def __init__(self) -> None:
        super().__init__(Exit.BAD_INPUT)


def add_mission(parser: ArgumentParser, lang: str) -> None:
    """Add the argument MISSION."""
    parser.add_argument("mission", metavar="MISSION", type=Path, help=say(lang, "cli-mission-help"))


def add_programme(parser: ArgumentParser, lang: str) -> None:
    """Add the argument PROGRAMME."""
    parser.add_argument("programme", metavar="PROGRAMME", type=Path, help=say(lang, "cli-programme-help"))


def add_problem(parser: ArgumentParser, lang: str) -> None:
    """Add the argument PROBLEM and its fairness."""
    parser.add_argument("problem", metavar="PROBLEM", type=Path, help=say(lang, "cli-problem-help"))
    parser.add_argument(
        "--fairness", metavar="D", type=_fairness(lang), default=FAIRNESS, help=say(lang, "cli-fairness-help")
    )


def _fairness(lang: str) -> Callable[[str], int | None]:
    def read(text: str) -> int | None:
        if text == "none":
            return None
        with suppress(ValueError):
            if int(text) >= 0:
                return int(text)
        raise ArgumentTypeError(say(lang, "cli-usage-fairness", value=text))

    return read


def add_search(parser: ArgumentParser, lang: str, *, seconds: float) -> None:
    """Add what a search can be told: time, seed, workers."""
    add_time_limit(parser, lang, seconds=seconds, help_text=say(lang, "cli-time-limit-help"))
    parser.add_argument("--seed", metavar="N", type=whole(lang, 0), default=0, help=say(lang, "cli-seed-help"))
    parser.add_argument("--workers", metavar="N", type=whole(lang, 1), default=2, help=say(lang, "cli-workers-help"))


def add_time_limit(parser: ArgumentParser, lang: str, *, seconds: float, help_text: str) -> None:
    """Add ``--time-limit``."""
    parser.add_argument("--time-limit", metavar="S", type=seconds_in(lang), default=seconds, help=help_text)


def seconds_in(lang: str, *, is_none_allowed: bool = False) -> Callable[[str], float]:
    """Give the reader of an argument that is a number of seconds; zero is no time at all."""

    def read(text: str) -> float:
        with suppress(ValueError):
            if 0 < float(text) < float("inf") or (is_none_allowed and float(text) == 0):
                return float(text)
        raise ArgumentTypeError(say(lang, "cli-usage-seconds", value=text))

    return read


def whole(lang: str, least: int, most: int | None = None) -> Callable[[str], int]:
    """Give the reader of an argument that is a whole number within bounds."""

    def read(text: str) -> int:
        with suppress(ValueError):
            if least <= int(text) and (most is None or int(text) <= most):
                return int(text)
        bounds = {"least": least} if most is None else {"least": least, "most": most}
        raise ArgumentTypeError(say(lang, f"cli-usage-whole-{len(bounds)}", value=text, **bounds))

    return read


def limits(options: Namespace, is_cancelled: Callable[[], bool]) -> Limits:
    """Make the stop rule of a search that begins now."""
    deadline = time.monotonic() + options.time_limit
    return Limits(time.monotonic, deadline, getattr(options, "iterations", None), is_cancelled)


def read_mission(path: Path, lang: str, *, is_quiet: bool = False) -> Mission:
    """Read a workbook or a folder of CSV files, and tell what is wrong with it.

    Raises
    ------
    BadInput
        If it has errors; warnings are told and passed over.
    """
    from karvan.formats.workbook import read_mission as read

    result = read(path)
    told = [i for i in result.issues if not (is_quiet and i.severity is Severity.WARNING)]
    tell_issues(told, lang)
    if result.mission is None:
        raise BadInput
    return result.mission


def read_programme(path: Path, lang: str) -> Programme:
    """Read a programme file, and tell what is wrong with it.

    Raises
    ------
    BadInput
        If it cannot be read, or is no programme.
    """
    from karvan.formats.programme_json import read_programme as read

    try:
        return read(read_bytes(path, lang), path.name)
    except InvalidMissionError as error:
        tell_issues(error.issues, lang)
        raise BadInput from error


def read_bytes(path: Path, lang: str) -> bytes:
    """Read a file.

    Raises
    ------
    BadInput
        If it is not there or may not be read.
    """
    try:
        return path.read_bytes()
    except OSError as error:
        tell(say(lang, "cli-unreadable", path=str(path), why=error.strerror or ""))
        raise BadInput from error


MOST_ISSUES = 200
"""So many problems are told one by one."""


def tell_issues(issues: Iterable[Issue], lang: str) -> None:
    """Tell problems, one line each; of very many, the first and how many more there are."""
    from karvan.formats.workbook import describe

    found = tuple(issues)
    for issue in found[:MOST_ISSUES]:
        tell(json_text(issue, lang) if is_of_json(issue) else describe(issue, lang))
    if len(found) > MOST_ISSUES:
        tell(say(lang, "cli-more-issues", n=len(found) - MOST_ISSUES))


def is_of_json(issue: Issue) -> bool:
    """Whether an issue is one of a JSON file, whose place is the file's name and a JSON path."""
    return issue.code == "not-json" or issue.code.startswith("json-") or issue.code in OF_PROJECT


def json_text(issue: Issue, lang: str) -> str:
    """Say what is wrong with a JSON file, where, and what would be right."""
    if issue.code == "not-json":
        line, _, column = issue.field.partition(":")
        if not line:
            return say(lang, "cli-not-json", file=issue.record)
        return say(lang, "cli-not-json-at", file=issue.record, line=int(line), column=int(column))
    if issue.code in OF_PROJECT:
        return say(lang, f"cli-{issue.code}", file=issue.record, place=issue.field, why=issue.value)
    problem = say(lang, issue.code, value=issue.value, expected=issue.expected)
    return say(lang, "cli-json", file=issue.record, place=issue.field, problem=problem)


def require_codes(mission: Mission, codes: Iterable[str], lang: str) -> None:
    """Make sure that the mission knows some companies.

    Raises
    ------
    BadInput
        If it does not; the message names those that come closest.
    """
    from rapidfuzz import process

    unknown = [code for code in codes if code not in mission.company]
    for code in unknown:
        near = [match[0] for match in process.extract(code, list(mission.company), limit=3)]
        tell(say(lang, "cli-unknown-company", code=code, near=near))
    if unknown:
        raise BadInput


def save(path: Path, content: bytes | str, lang: str) -> None:
    """Write a file whole or not at all.

    Raises
    ------
    BadInput
        If it cannot be written.
    """
    data = content.encode() if isinstance(content, str) else content
    unfinished = path.with_name(f".{path.name}.unfinished")
    with _writing(path, lang):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(data)
        unfinished.replace(path)


def require_folder(folder: Path, lang: str) -> None:
    """Make sure, before a long search, that files can be written into a folder; create it where it is missing.

    Raises
    ------
    BadInput
        If they cannot.
    """
    with _writing(folder, lang):
        folder.mkdir(parents=True, exist_ok=True)
        TemporaryFile(dir=folder).close()


def require_file(path: Path | None, lang: str) -> None:
    """Make sure, before a long search, that a file (None: standard output) can be written.

    Raises
    ------
    BadInput
        If it cannot.
    """
    if path is None:
        return
    require_folder(path.parent, lang)
    with _writing(path, lang):
        if path.is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR))


@contextmanager
def _writing(path: Path, lang: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        tell(say(lang, "cli-unwritable", path=str(path), why=error.strerror or ""))
        raise BadInput from error


def read_problem_file(path: Path, fairness: int | None, lang: str) -> Problem | None:
    """Read a benchmark file, whose fairness is the option's, or a problem file, which has its own."""
    from karvan.formats.b2bsop import DznError, dzn_text, parse_b2bsop

    content = read_bytes(path, lang)
    try:
        if path.suffix.lower() == ".json":
            from karvan.formats.problem_json import read_problem

            return read_problem(content, path.name)
        return parse_b2bsop(content.decode("utf-8", errors="replace"), fairness=fairness, source=path.name)
    except DznError as error:
        for issue in error.issues:
            tell(dzn_text(issue, error.source, lang))
    except InvalidMissionError as error:
        tell_issues(error.issues, lang)
    return None
