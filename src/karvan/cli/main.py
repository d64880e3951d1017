"""The console script: finds the command, its language and its exit code."""

from __future__ import annotations

import argparse
import locale
import os
import re
import sys
from collections.abc import Sequence
from importlib import import_module
from itertools import pairwise

from karvan import __version__
from karvan.cli.exits import Exit
from karvan.languages import LANGUAGES, say
from karvan.languages.language import closest

COMMANDS = (
    "demo", "serve", "worker", "administrator", "plan", "match", "schedule", "proof", "repair", "check", "explain",
    "workbook",
)  # fmt: skip
"""Each is a module of this package with `add_arguments(parser, lang)` and `run(options)`."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command.

    Returns
    -------
    int
        0 done · 2 bad usage or bad input · 3 proved impossible · 4 no answer within the limits ·
        130 interrupted with nothing to keep.
    """
    _write_utf8()
    given = list(sys.argv[1:] if arguments is None else arguments)
    lang = _language(given)
    try:
        result = _run(lang, given)
        sys.stdout.flush()
    except KeyboardInterrupt:
        print(say(lang, "cli-interrupted"), file=sys.stderr)
        return Exit.INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has enough of it: keep Python from complaining at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return Exit.DONE
    return result


def _run(lang: str, given: Sequence[str]) -> int:
    """Find the command that was asked for, and run it."""
    parser = _parser(lang, given)
    options = parser.parse_args(given)
    if options.command is None:
        parser.print_help()
        return Exit.BAD_INPUT
    result: int = import_module(f"karvan.cli.{options.command}").run(options)
    return result


def _write_utf8() -> None:
    """Write three scripts whatever the terminal's locale says."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _language(given: Sequence[str]) -> str:
    """Take the language from ``--ui-lang``, which may stand anywhere, or from the locale."""
    following = [then for word, then in pairwise(given) if word == "--ui-lang"]
    joined = [word.partition("=")[2] for word in given if word.startswith("--ui-lang=")]
    variables = (os.environ.get(name, "") for name in ("LC_ALL", "LC_MESSAGES", "LANG"))
    said = (*following, *joined, *variables, locale.getlocale()[0] or "")
    return closest(next(filter(None, said), "en").split(".")[0]).code


_USAGE = tuple(
    (re.compile(pattern, re.DOTALL), message_id)
    for pattern, message_id in (
        (r"the following arguments are required: (?P<names>.+)", "cli-usage-required"),
        (r"unrecognized arguments: (?P<names>.+)", "cli-usage-unrecognised"),
        (r"ambiguous option: (?P<name>.+) could match (?P<known>.+)", "cli-usage-ambiguous"),
        (r"argument (?P<name>[^:]+): expected .+", "cli-usage-no-value"),
        (r"argument (?P<name>[^:]+): ignored explicit argument .+", "cli-usage-has-value"),
        (r"argument (?P<name>[^:]+): invalid choice: (?P<value>.+) \(choose from (?P<known>.+)\)", "cli-usage-choice"),
        (r"argument (?P<name>[^:]+): not allowed with argument (?P<other>.+)", "cli-usage-together"),
        (r"argument (?P<name>[^:]+): (?P<what>.+)", "cli-usage-value"),
    )
)
"""What argparse says of a bad command line, in English, and the message that says it in every language."""


def _usage_text(lang: str, message: str) -> str:
    """Say what is wrong with the command line; what argparse has no usual words for stays as it is."""
    for pattern, message_id in _USAGE:
        match = pattern.fullmatch(message)
        if match:
            return say(lang, message_id, **{name: _unquoted(name, text) for name, text in match.groupdict().items()})
    return message


def _unquoted(name: str, text: str) -> str | list[str]:
    """Take argparse's quotes off a value; make a list of several."""
    return [item.strip("'") for item in text.split(", ")] if name == "known" else text.strip("'")


class _Parser(argparse.ArgumentParser):
    """A parser that heads its sections, and reports bad usage, in the user's language."""

    lang = "en"

    def format_help(self) -> str:
        """Give the help text with translated headings."""
        self._positionals.title = say(self.lang, "cli-arguments")
        self._optionals.title = say(self.lang, "cli-options")
        return super().format_help().replace("usage:", say(self.lang, "cli-usage"), 1)

    def error(self, message: str) -> None:  # type: ignore[override]
        """Say what is wrong with the command line, and leave with exit code 2."""
        said = _usage_text(self.lang, message)
        text = say(self.lang, "cli-bad-usage", message=said, command=self.prog)
        self.exit(Exit.BAD_INPUT, f"{text}\n")


def _parser(lang: str, given: Sequence[str]) -> argparse.ArgumentParser:
    """Build the parser; only the command that was asked for describes its arguments."""
    _Parser.lang = lang
    common = _Parser(add_help=False)
    common.add_argument(
        "--ui-lang", metavar="LANG", choices=sorted(LANGUAGES), default=lang, help=say(lang, "cli-ui-lang-help")
    )
    common.add_argument("-h", "--help", action="help", help=say(lang, "cli-help-help"))
    parser = _Parser(prog="karvan", description=say(lang, "cli-about"), add_help=False, parents=[common])
    parser.add_argument(
        "--version", action="version", version=f"karvan {__version__}", help=say(lang, "cli-version-help")
    )
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title=say(lang, "cli-commands"))
    for name in COMMANDS:
        about = say(lang, f"cli-{name}-about")
        own = commands.add_parser(name, help=about, description=about, add_help=False, parents=[common])
        if name in given:
            import_module(f"karvan.cli.{name}").add_arguments(own, lang)
    return parser
