"""`karvan demo`: the sample mission, planned, released and served on this computer."""

from __future__ import annotations

from argparse import SUPPRESS, ArgumentParser, Namespace
from datetime import UTC, datetime

from karvan.cli.exits import Exit
from karvan.cli.inputs import add_time_limit, read_mission
from karvan.cli.serve import HOST, add_port, serve
from karvan.cli.terminal import tell
from karvan.cli.verdict import tell_violations
from karvan.languages import say

SECONDS = 25.0
"""How long the search for the sample programme may take."""

SLUG = "model-mission"
"""The sample mission's name in addresses."""


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Describe the arguments."""
    add_port(parser, lang)
    parser.add_argument("--no-browser", action="store_true", help=say(lang, "cli-no-browser-help"))
    add_time_limit(parser, lang, seconds=SECONDS, help_text=SUPPRESS)  # for our own tests


def run(options: Namespace) -> int:
    """Create the sample installation where it is missing, and serve it."""
    from karvan.web import runtime

    runtime.prepare()
    from karvan.web.programmes.queries import NothingReleasedError, latest_version

    try:
        latest_version(SLUG)
    except NothingReleasedError:
        tell(say(options.ui_lang, "cli-preparing"))
        code = _create(options)
        if code != Exit.DONE:
            return code
    return serve(HOST, options.port, options.ui_lang, is_opened=not options.no_browser)


def _create(options: Namespace) -> int:
    """Plan the sample mission and release its programme."""
    from karvan.cli.plan import plan
    from karvan.sample import model_mission
    from karvan.web.programmes.actions import release_programme

    lang = options.ui_lang
    mission = read_mission(model_mission(), lang, is_quiet=True)
    search = Namespace(ui_lang=lang, time_limit=options.time_limit, seed=0, workers=2)
    drawn = plan(mission, search)
    if drawn.violations or not drawn.programme.meetings:
        tell_violations(mission, drawn.violations, lang)
        tell(say(lang, "cli-demo-failed"))
        return Exit.NO_ANSWER
    release_programme(
        mission,
        drawn.programme,
        slug=SLUG,
        name=say(lang, "demo-release-name"),
        by="karvan demo",
        at=datetime.now(UTC),
        is_checked=True,
    )
    return Exit.DONE
