"""How long every page of the side bar takes in a mission of 700 companies and 2,500 meetings.

    .venv/bin/python bench/pages.py HOME [--companies N] [--meetings N] [--lang fa] [--only NAME]

HOME is a new folder, or one that an earlier run has filled. Each page is asked for in this process by the owner, by
the manager of a company and by an interpreter, as far as they may read it: first with nothing remembered, then five
times. The table gives the first time and the median of the others, queries, and the page's size. Nothing is a test.
"""

from __future__ import annotations

import argparse
import os
import statistics
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

SLUG = "event"
AGAIN = 5


def main() -> None:
    """Make the mission where it is missing, and measure."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("home", type=Path)
    parser.add_argument("--companies", type=int, default=700)
    parser.add_argument("--meetings", type=int, default=2500)
    parser.add_argument("--lang", default="fa")
    parser.add_argument("--only", default="")
    options = parser.parse_args()
    os.environ["KARVAN_WITHOUT_SECOND_FACTOR"] = "1"
    from karvan.web import runtime

    runtime.prepare(options.home)
    from karvan.web.missions.models import Mission

    if not Mission.objects.filter(slug=SLUG).exists():
        make(options.companies, options.meetings)
    print("| page | as | first ms | median ms | queries | KB |")
    print("|---|---|---|---|---|---|")
    for role in ("owner", "manager", "interpreter"):
        measure(role, options.lang, options.only)


def make(companies: int, meetings: int) -> None:
    """Store the event with its people, its release, a draft and its suggestions."""
    from brokerage import make_event

    from karvan.web.accounts.actions import create_account, installation_account
    from karvan.web.drafts.actions import create_draft
    from karvan.web.matches.actions import refresh_suggestions
    from karvan.web.members.actions import Post, add_member
    from karvan.web.members.enums import Desk, Role
    from karvan.web.missions.enums import Phase
    from karvan.web.programmes.actions import release_programme
    from karvan.web.workbooks.actions import store_mission

    at = datetime.now(UTC)
    mission, programme = make_event(companies, meetings)
    mission = with_texts(mission)
    by = installation_account(at=at)
    stored = store_mission(mission, slug=SLUG, by=by, at=at, phase=Phase.PROVISIONAL)
    people = {
        "owner": Post(role=Role.OWNER, desk=Desk.NEUTRAL),
        "manager": Post(role=Role.MANAGER, company=stored.companies.get(code="V0001")),
        "interpreter": Post(role=Role.INTERPRETER, interpreter=stored.interpreters.get(code="I01")),
    }
    for name, post in people.items():
        account = create_account(f"{name}@event.example", name=name, lang="en", at=at)
        add_member(stored, account, post=post, by=by, at=at)
    release_programme(stored, programme, mission=mission, name="First", by=by, at=at, is_checked=True)
    create_draft(stored, mission=mission, name="First", by=by, at=at, programme=programme)
    begun = time.perf_counter()
    refresh_suggestions(stored, by=by, at=at)
    print(f"suggestions: {time.perf_counter() - begun:.1f} s")


def with_texts(mission):
    """Give every company the offers and needs of one of the evaluation set."""
    from karvan.formats.workbook import read_mission

    told = read_mission(Path(__file__).parent / "matching" / "mission").mission
    sides = {side: [c.code for c in told.companies if c.side is side] for side in {c.side for c in told.companies}}
    rows = [
        replace(row, company=company.code)
        for n, company in enumerate(mission.companies)
        for row in told.opportunities_of[sides[company.side][n % len(sides[company.side])]]
    ]
    return replace(mission, opportunities=tuple(rows))


def measure(role: str, lang: str, only: str) -> None:
    """Print a row for each page that somebody may go to."""
    from django.test import Client

    from karvan.web.accounts.models import User

    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(User.objects.get(email=f"{role}@event.example"), "django.contrib.auth.backends.ModelBackend")
    for name, address in addresses(role, lang):
        if only in name:
            print(row(client, name, role, address), flush=True)


def addresses(role: str, lang: str):
    """Give the pages of the side bar that a role may go to, and the largest of those that they lead to."""
    from django.urls import reverse

    from karvan.web.access import Seat
    from karvan.web.frame.navigation import places_for
    from karvan.web.members.models import Membership

    seat = Seat(Membership.objects.get(user__email=f"{role}@event.example", mission__slug=SLUG))
    for group in places_for(seat):
        for place in group.places:
            yield place.name, reverse(place.name, args=(lang, SLUG))
    if role == "owner":
        draft = reverse("draft", args=(lang, SLUG, 1))
        held = seat.mission.drafts.get(number=1).meetings
        pairs = [held.exclude(interpreter="").first(), held.filter(interpreter="").first()]
        yield "draft", draft
        for pair, words in zip(pairs, ("with an interpreter", "without"), strict=True):
            yield f"draft: one in hand, {words}", f"{draft}?pick={pair.low}%2B{pair.high}"
        yield "match-map", reverse("match-map", args=(lang, SLUG))
        yield "match-fairness", reverse("match-fairness", args=(lang, SLUG))


def row(client, name: str, role: str, address: str) -> str:
    """Ask for one page, and give its row."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    forget()
    first, _ = timed(client, address)
    times = [timed(client, address) for _ in range(AGAIN)]
    with CaptureQueriesContext(connection) as queries:
        client.get(address, follow=True)
    median, size = statistics.median(t for t, _ in times), times[-1][1]
    return f"| {name} | {role} | {first:.0f} | {median:.0f} | {len(queries)} | {size / 1024:.0f} |"


def timed(client, address: str) -> tuple[float, int]:
    """Give the milliseconds and bytes of a page."""
    begun = time.perf_counter()
    response = client.get(address, follow=True)
    assert response.status_code == 200, (address, response.status_code)
    return 1000 * (time.perf_counter() - begun), len(response.content)


def forget() -> None:
    """Drop all that the process remembers of missions."""
    from karvan.web.drafts import bridge as drafts
    from karvan.web.programmes import bridge as programmes

    drafts.forget()
    programmes.forget()


if __name__ == "__main__":
    main()
