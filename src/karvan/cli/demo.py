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
from karvan.mission.mission import Mission
from karvan.mission.programme import Programme

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

    runtime.prepare(is_demo=True)
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
    """Plan the sample mission, store it with its people, and release its programme."""
    from karvan.cli.plan import plan
    from karvan.sample import model_mission

    lang = options.ui_lang
    mission = read_mission(model_mission(), lang, is_quiet=True)
    search = Namespace(ui_lang=lang, time_limit=options.time_limit, seed=0, workers=2, one_more=0.0)
    drawn, _ = plan(mission, search)
    if drawn.violations or not drawn.programme.meetings:
        tell_violations(mission, drawn.violations, lang)
        tell(say(lang, "cli-demo-failed"))
        return Exit.NO_ANSWER
    _store(mission, drawn.programme, say(lang, "demo-release-name"))
    return Exit.DONE


def _store(mission: Mission, programme: Programme, name: str) -> None:
    """Write everything into the database, or nothing."""
    from django.db import transaction

    from karvan.web.accounts.actions import installation_account
    from karvan.web.drafts.actions import create_draft
    from karvan.web.matches.actions import refresh_suggestions
    from karvan.web.members.sample import add_sample_members
    from karvan.web.missions.enums import Phase
    from karvan.web.outbox.actions import prepare_letters
    from karvan.web.programmes.actions import release_programme
    from karvan.web.workbooks.actions import store_mission

    at = datetime.now(UTC)
    with transaction.atomic():
        by = installation_account(at=at)
        stored = store_mission(mission, slug=SLUG, by=by, at=at, phase=Phase.PROVISIONAL)
        add_sample_members(stored, by=by, at=at)
        version = release_programme(stored, programme, mission=mission, name=name, by=by, at=at, is_checked=True)
        prepare_letters(version, by=by, at=at)
        create_draft(stored, mission=mission, name=name, by=by, at=at, programme=programme)
        refresh_suggestions(stored, by=by, at=at)
