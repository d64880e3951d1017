"""Requests expire by the time alone: after so many days or with the phase; more time helps those that still wait."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.mission.requests import RequestLevel, RequestStatus
from karvan.web.missions.actions import set_deadlines
from karvan.web.missions.enums import Phase
from karvan.web.missions.phases import midnight_after, revision_of
from karvan.web.requests import actions
from karvan.web.requests.enums import Disclosure, Expiry
from karvan.web.requests.models import MeetingRequest
from karvan.web.requests.queries import Waiting, request_counts, waiting_in, wishes_of
from karvan.web.workbooks.queries import whole_mission
from web import factory

pytestmark = pytest.mark.django_db

BASE = f"/en/missions/{factory.SLUG}"
AT = factory.RELEASED_AT
DAY = timedelta(days=1)


@pytest.fixture
def stored(db):
    return factory.store(replace(factory.make_mission(), requests=(), fixed=()), phase=Phase.PREFERENCES)


def asked(stored, at=AT):
    asker, other = (stored.companies.get(code=code) for code in ("V01", "H01"))
    actions.ask_meeting(asker, counterpart=other, level=RequestLevel.WANT, message="", by=factory.user(), at=at)
    return asker, other


def statuses(pair, at):
    """Return what both companies see."""
    asker, other = pair
    return wishes_of(asker, at).sent[0].status, wishes_of(other, at).received[0].status


def rule(stored, ends, days=7):
    shows = dict.fromkeys(("website", "people", "contacts"), Disclosure.ALWAYS)
    actions.set_request_rules(stored, ends=ends, days=days, shows=shows, by=factory.user(), at=AT)


def preferences_until(stored, day):
    stored.refresh_from_db()
    set_deadlines(stored, {Phase.PREFERENCES: day}, revision=revision_of(stored.deadlines), by=factory.user(), at=AT)


WAITS, OVER = (RequestStatus.PENDING,) * 2, (RequestStatus.EXPIRED,) * 2


def test_a_request_expires_with_the_phase_where_the_organiser_says_so_and_moves_with_its_last_day(stored):
    rule(stored, Expiry.PHASE)
    preferences_until(stored, date(2026, 10, 1))
    pair = asked(stored)
    end = midnight_after(stored, date(2026, 10, 1))
    assert (statuses(pair, end - timedelta(seconds=1)), statuses(pair, end)) == (WAITS, OVER)
    preferences_until(stored, date(2026, 10, 3))
    assert statuses(pair, end) == WAITS
    assert MeetingRequest.objects.get().status == RequestStatus.PENDING


def test_without_a_last_day_or_after_it_the_days_hold(stored):
    rule(stored, Expiry.PHASE, days=3)
    pair = asked(stored)
    assert (statuses(pair, AT + 3 * DAY - timedelta(seconds=1)), statuses(pair, AT + 3 * DAY)) == (WAITS, OVER)
    preferences_until(stored, date(2026, 9, 1))
    assert statuses(pair, AT + 3 * DAY) == OVER


def test_other_rules_change_nothing_of_what_was_asked_before(stored):
    pair = asked(stored)
    rule(stored, Expiry.DAYS, days=30)
    assert statuses(pair, AT + 7 * DAY) == OVER


def test_more_time_helps_those_that_wait_and_those_that_have_expired_stay_so(stored):
    pair, by = asked(stored), factory.user()
    actions.extend_requests(stored, until=AT + 20 * DAY, by=by, at=AT + 7 * DAY)
    assert statuses(pair, AT + 7 * DAY) == OVER
    actions.extend_requests(stored, until=AT + 10 * DAY, by=by, at=AT + 6 * DAY)
    assert statuses(pair, AT + 7 * DAY) == WAITS
    assert request_counts(stored, pair, AT + 8 * DAY)[pair[1].pk].owed_until == AT + 10 * DAY


def test_more_time_never_shortens_and_follows_on_more_time():
    row = MeetingRequest(asked_at=AT, expires_at=AT + 7 * DAY)
    short = Waiting(7, None, ((AT + DAY, AT + 2 * DAY),))
    assert short.end_of(row) == AT + 7 * DAY
    twice = Waiting(7, None, ((AT + DAY, AT + 9 * DAY), (AT + 8 * DAY, AT + 12 * DAY)))
    assert twice.end_of(row) == AT + 12 * DAY


moments = st.integers(0, 90 * 24).map(lambda hours: AT + timedelta(hours=hours))


@given(moments, st.integers(1, 60), st.lists(st.tuples(moments, moments)), st.none() | moments)
def test_a_request_never_comes_back_to_life_through_more_time(asked_at, days, extensions, phase_ends_at):
    """At the moment of each extension, whether the request waits is the same with and without it."""
    row = MeetingRequest(asked_at=asked_at)
    extensions = tuple(sorted(extensions))
    for n, (made_at, _) in enumerate(extensions):
        without = Waiting(days, phase_ends_at, extensions[:n]).end_of(row)
        with_it = Waiting(days, phase_ends_at, extensions[: n + 1]).end_of(row)
        assert with_it >= without > asked_at
        assert (with_it > made_at) == (without > made_at)


def test_an_expired_request_cannot_be_answered_and_can_be_made_again(stored):
    asker, other = asked(stored)
    signed = {"by": factory.user(), "at": AT + 7 * DAY}
    with pytest.raises(actions.ExpiredError):
        actions.answer_request(other, asker=asker, is_accepted=True, answer="", **signed)
    asked(stored, AT + 7 * DAY)
    row = actions.answer_request(other, asker=asker, is_accepted=True, answer="", **signed)
    assert row.status == RequestStatus.ACCEPTED


def test_a_request_that_waits_takes_no_slot(stored):
    asked(stored)
    mission = whole_mission(stored)
    assert mission.requested == {}
    assert {slot for row in mission.requests for slot in [row.is_binding]} == {False}


def test_the_neutral_desk_gives_more_time_and_takes_it_back(client, stored):
    pair, now = asked(stored, datetime.now(UTC)), datetime.now(UTC)
    day = (now + 20 * DAY).date()
    client.force_login(factory.member(stored, "owner"))
    assert client.post(f"{BASE}/requests/rules/extend/", {"until": day.isoformat()}).status_code == 302
    page = client.get(f"{BASE}/requests/rules/").content.decode()
    assert ("Requests that wait have more time now." in page, f'datetime="{day}"' in page) == (True, True)
    assert statuses(pair, now + 19 * DAY) == WAITS
    over = client.post(f"{BASE}/requests/rules/extend/", {"until": "2020-01-01"})
    assert (over.status_code, "This day is over." in over.content.decode()) == (400, True)
    ((made_at, _),) = waiting_in(stored.pk).extensions
    client.post(f"{BASE}/requests/rules/extend/", {"take_back": made_at.isoformat()})
    assert statuses(pair, now + 19 * DAY) == OVER
    assert client.post(f"{BASE}/requests/rules/extend/", {"take_back": "nonsense"}).status_code == 404


def test_both_companies_read_when_it_expired(client, stored):
    asked(stored)
    for code in ("V01", "H01"):
        client.force_login(factory.member(stored, "manager", company=code))
        page = client.get(f"{BASE}/requests/").content.decode()
        assert "Expired without an answer" in page
        assert 'Expired on <time class="dates" datetime="2026-09-27"' in page
