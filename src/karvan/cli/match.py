"""`karvan match`: partner suggestions with reasons, as JSON."""

from __future__ import annotations

import json
from argparse import ArgumentParser, Namespace
from pathlib import Path

from karvan.cli.exits import Exit
from karvan.cli.inputs import add_mission, read_mission, require_file, save, whole
from karvan.languages import say

TOP = 10
"""Suggestions per company unless told otherwise."""


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Describe the arguments."""
    add_mission(parser, lang)
    parser.add_argument("--top", metavar="K", type=whole(lang, 1), default=TOP, help=say(lang, "cli-top-help"))
    parser.add_argument("-o", "--output", metavar="FILE", type=Path, help=say(lang, "cli-output-help"))


def run(options: Namespace) -> int:
    """Match, and write K suggestions per company, best first."""
    from karvan.formats.suggestions_json import suggestions_data
    from karvan.matching.suggestions import suggest
    from karvan.matching.taxonomy import load

    lang = options.ui_lang
    mission = read_mission(options.mission, lang)
    require_file(options.output, lang)
    taxonomy = load()
    data = suggestions_data(mission, suggest(mission, top=options.top, taxonomy=taxonomy), options.top, taxonomy)
    text = json.dumps(data, ensure_ascii=False, indent=1) + "\n"
    if options.output:
        save(options.output, text, lang)
    else:
        print(text, end="")
    return Exit.DONE
