"""`karvan workbook`: an empty workbook to fill in, or all problems of a filled one."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from pathlib import Path

from karvan.cli.exits import Exit
from karvan.cli.inputs import BadInput, read_mission, save
from karvan.cli.terminal import tell
from karvan.languages import LANGUAGES, say


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Describe the arguments."""
    parser.add_argument("what", metavar="new|check", choices=("new", "check"), help=say(lang, "cli-workbook-what-help"))
    parser.add_argument("file", metavar="FILE", type=Path, help=say(lang, "cli-workbook-file-help"))
    parser.add_argument("--lang", choices=sorted(LANGUAGES), help=say(lang, "cli-workbook-lang-help"))


def run(options: Namespace) -> int:
    """Write or check a workbook."""
    return _new(options) if options.what == "new" else _check(options)


def _new(options: Namespace) -> int:
    from karvan.formats.workbook import new_workbook

    lang = options.ui_lang
    if options.file.exists():
        tell(say(lang, "cli-file-exists", path=str(options.file)))
        return Exit.BAD_INPUT
    save(options.file, new_workbook(options.lang or lang), lang)
    tell(say(lang, "cli-workbook-written", path=str(options.file)))
    return Exit.DONE


def _check(options: Namespace) -> int:
    lang = options.ui_lang
    try:
        mission = read_mission(options.file, lang)
    except BadInput:
        tell(say(lang, "cli-workbook-bad"))
        raise
    tell(
        say(
            lang,
            "cli-workbook-good",
            companies=len(mission.companies),
            opportunities=len(mission.opportunities),
            requests=len(mission.requests),
        )
    )
    return Exit.DONE
