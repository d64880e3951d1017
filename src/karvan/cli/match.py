"""`karvan match`: partner suggestions with reasons, as JSON; and what else they are good for."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from importlib import import_module
from pathlib import Path

from karvan.cli.exits import Exit
from karvan.cli.inputs import add_mission, read_mission, require_file, save, whole
from karvan.cli.matcher import add_encoder, suggestions
from karvan.languages import say

TOP = 10
"""Suggestions per company unless told otherwise."""

OTHER_ANSWERS = ("evaluate", "select", "consortium", "search")
"""Options that ask for something other than suggestions, each a module `match_…` with `answer(options)`."""


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Describe the arguments."""
    add_mission(parser, lang)
    parser.add_argument("--top", metavar="K", type=whole(lang, 1), default=TOP, help=say(lang, "cli-top-help"))
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help=say(lang, "cli-match-output-help"))
    add_encoder(parser, lang)
    other = parser.add_mutually_exclusive_group()
    other.add_argument("--evaluate", metavar="GRADES", type=Path, help=say(lang, "cli-evaluate-help"))
    other.add_argument("--select", action="store_true", help=say(lang, "cli-select-help"))
    other.add_argument("--consortium", metavar="PROJECT", type=Path, help=say(lang, "cli-consortium-help"))
    other.add_argument("--search", metavar="QUERY", help=say(lang, "cli-search-help"))


def run(options: Namespace) -> int:
    """Match, and write K suggestions per company, best first; or what else was asked for."""
    require_file(options.output, options.ui_lang)
    for name in OTHER_ANSWERS:
        if getattr(options, name) not in (None, False):
            return _tell(options, *import_module(f"karvan.cli.match_{name}").answer(options))
    return _suggest(options)


def _suggest(options: Namespace) -> int:
    from karvan.formats.suggestions_json import suggestions_data
    from karvan.matching.added import taxonomy_of

    mission = read_mission(options.mission, options.ui_lang)
    taxonomy = taxonomy_of(mission)
    found = suggestions(mission, options, top=options.top, taxonomy=taxonomy)
    text = _json(suggestions_data(mission, found, options.top, taxonomy))
    if options.output:
        save(options.output, text, options.ui_lang)
    else:
        print(text, end="")
    return Exit.DONE


def _tell(options: Namespace, lines: list[str], data: dict[str, object], result: Exit) -> int:
    """Print an answer for people; write the same as JSON where a file was asked for."""
    if options.output:
        save(options.output, _json(data), options.ui_lang)
    print("\n".join(lines))
    return result


def _json(data: dict[str, object]) -> str:
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"
