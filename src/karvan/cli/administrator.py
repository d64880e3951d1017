"""`karvan administrator`: a link with which somebody becomes an administrator of this installation."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import UTC, datetime

from karvan.cli.exits import Exit
from karvan.cli.serve import HOST, PORT
from karvan.cli.terminal import tell
from karvan.languages import LANGUAGES, say


def add_arguments(parser: ArgumentParser, lang: str) -> None:
    """Describe the arguments."""
    parser.add_argument("email", metavar="ADDRESS", help=say(lang, "cli-administrator-email-help"))
    parser.add_argument("--name", metavar="NAME", default="", help=say(lang, "cli-administrator-name-help"))
    parser.add_argument("--lang", choices=LANGUAGES, default=lang, help=say(lang, "cli-administrator-lang-help"))
    site = f"http://{HOST}:{PORT}"
    parser.add_argument("--site", metavar="URL", default=site, help=say(lang, "cli-administrator-site-help"))


def run(options: Namespace) -> int:
    """Write the link to standard output; it can be used once, within two weeks."""
    from karvan.web import runtime

    runtime.prepare()
    from karvan.web.accounts.actions import installation_account
    from karvan.web.members.actions import Post, invite
    from karvan.web.members.enums import Desk, Role

    at = datetime.now(UTC)
    _, link = invite(
        None,
        email=options.email,
        name=options.name or options.email.partition("@")[0],
        lang=options.lang,
        post=Post(role=Role.OWNER, desk=Desk.NEUTRAL),
        site=options.site.rstrip("/"),
        by=installation_account(at=at),
        at=at,
    )
    tell(say(options.ui_lang, "cli-administrator-link"))
    print(link)
    return Exit.DONE
