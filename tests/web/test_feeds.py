"""Calendar feeds: one secret address for each person, and nothing at any other."""

from __future__ import annotations

from dataclasses import replace

import icalendar
import pytest
from django.test import Client

from karvan.web.audit.models import Event
from karvan.web.feeds.models import Feed
from karvan.web.feeds.queries import NAME_LENGTH, secret_of
from karvan.web.members.actions import remove_member
from web import factory

pytestmark = pytest.mark.django_db

BASE = "/en/missions/kish/programme/subscription/"
AT = factory.RELEASED_AT


@pytest.fixture
def manager(client, released):
    account = factory.member(released.mission, "manager", company="V01")
    client.force_login(account)
    return account


def address(client):
    """Make an address and return it, as the page gives it."""
    assert client.post(f"{BASE}renew/")["Location"] == BASE
    feed = Feed.objects.get()
    path = f"/en/feeds/{secret_of(feed.name)}.ics"
    text = client.get(BASE).content.decode()
    assert f'value="http://testserver{path}"' in text
    assert f'href="webcal://testserver{path}"' in text
    return path


def fetch(path, **headers):
    """Fetch a feed as a telephone does: without a session."""
    return Client().get(path, headers=headers)


def summaries(answer):
    return [str(event["summary"]) for event in icalendar.Calendar.from_ical(answer.content).walk("VEVENT")]


def test_somebody_gets_an_address_and_their_telephone_finds_their_programme_there(client, manager):
    assert "You have no address yet." in client.get(BASE).content.decode()
    answer = fetch(address(client))
    assert answer["Content-Type"] == "text/calendar; charset=utf-8"
    assert "Meeting: H Company 1" in summaries(answer)
    calendar = icalendar.Calendar.from_ical(answer.content)
    assert (str(calendar["method"]), b"REFRESH-INTERVAL;VALUE=DURATION:PT1H" in answer.content) == ("PUBLISH", True)
    assert not answer.cookies
    assert "Cookie" not in answer.get("Vary", "")


def test_an_interpreter_subscribes_to_their_roster(client, released):
    client.force_login(factory.member(released.mission, "interpreter", interpreter="I01"))
    assert summaries(fetch(address(client))) == ["Meeting: V Company 1 – H Company 1"]


def test_what_is_known_already_is_not_sent_again(client, manager, released):
    path = address(client)
    answer = fetch(path)
    assert answer["Last-Modified"] == "Sun, 20 Sep 2026 08:30:00 GMT"
    assert fetch(path, if_none_match=answer["ETag"]).status_code == 304
    assert fetch(path, if_modified_since=answer["Last-Modified"]).status_code == 304
    factory.release(session_number=4)
    again = fetch(path, if_none_match=answer["ETag"])
    assert (again.status_code, again["ETag"] == answer["ETag"]) == (200, False)


@pytest.mark.parametrize("held", [False, True])
def test_a_feed_costs_two_queries(client, manager, django_assert_num_queries, held):
    path = address(client)
    etag = fetch(path)["ETag"]
    with django_assert_num_queries(2):
        fetch(path, **({"if_none_match": etag} if held else {}))


def test_a_renewed_address_is_another_and_a_withdrawn_one_leads_nowhere(client, manager):
    first = address(client)
    second = address(client)
    assert [fetch(path).status_code for path in (first, second)] == [404, 200]
    assert "The address is another one now" not in client.get(BASE).content.decode()  # it was said before
    client.post(f"{BASE}withdraw/")
    assert "The address leads nowhere now." in client.get(BASE).content.decode()
    assert fetch(second).status_code == 404
    actions = list(Event.objects.filter(action__startswith="feed").values_list("action", flat=True).order_by("pk"))
    assert actions == ["feed-renewed", "feed-renewed", "feed-withdrawn"]


@pytest.mark.parametrize(
    "spoil",
    [
        lambda secret: "x", lambda secret: "x" * 38, lambda secret: secret[:NAME_LENGTH], lambda secret: secret[:-1],
        lambda secret: secret + "A", lambda secret: secret[:-1] + ("A" if secret[-1] != "A" else "B"),
        lambda secret: secret_of("y" * NAME_LENGTH), lambda secret: secret.swapcase(), lambda secret: "فارسی",
    ],
)  # fmt: skip
def test_a_guess_finds_nothing_and_is_told_nothing(client, manager, spoil):
    address(client)
    secret = secret_of(Feed.objects.get().name)
    answer = fetch(f"/en/feeds/{spoil(secret)}.ics")
    assert (answer.status_code, answer.content, answer.cookies) == (404, b"", {})


def test_a_guess_asks_the_database_nothing(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        assert fetch(f"/en/feeds/{'x' * 38}.ics").status_code == 404


def test_the_row_alone_does_not_tell_the_address(client, manager, settings):
    address(client)
    name = Feed.objects.get().name
    secret = secret_of(name)
    settings.SECRET_KEY = "another" * 8
    assert secret_of(name) != secret
    assert fetch(f"/en/feeds/{secret}.ics").status_code == 404


def test_whoever_has_left_or_cannot_sign_in_any_more_reads_nothing(client, manager):
    path = address(client)
    manager.is_active = False
    manager.save()
    assert fetch(path).status_code == 404
    manager.is_active = True
    manager.save()
    assert fetch(path).status_code == 200
    remove_member(manager.memberships.get(), by=factory.user(), at=AT)
    assert (fetch(path).status_code, Feed.objects.count()) == (404, 0)


def test_whoever_becomes_somebody_else_reads_what_is_theirs_then_or_nothing(client, manager, released):
    path = address(client)
    etag = fetch(path)["ETag"]
    manager.memberships.update(company=released.mission.companies.get(code="V02"))
    assert "Meeting: H Company 2" in summaries(fetch(path, if_none_match=etag))
    manager.memberships.update(company=None, role="observer")
    assert fetch(path).status_code == 404


def test_a_company_that_has_left_the_programme_has_an_empty_calendar(client, manager):
    path = address(client)
    mission = factory.make_mission()
    rest = replace(
        mission, companies=mission.companies[1:], people=(), requests=mission.requests[:0], absences=(), fixed=()
    )
    programme = replace(factory.make_programme(mission), meetings=(factory.meeting(2),), visits=(), blocks=())
    factory.release_of(rest, programme, name="Two")
    answer = fetch(path)
    assert (answer.status_code, summaries(answer)) == (200, [])


def test_a_feed_has_nothing_that_is_between_a_company_and_the_organiser_nor_anothers_agenda(client, manager):
    path = address(client)
    for lang in ("en", "fa", "ru"):
        text = fetch(path.replace("/en/", f"/{lang}/")).content.decode().replace("\r\n ", "")
        assert [secret for secret in factory.SECRETS if secret in text] == []
        assert [name for name in ("Company 2", "شرکت H2", "Компания H2", "H02", "V02") if name in text] == []


def test_before_the_first_release_there_is_nothing(client):
    stored = factory.store(factory.make_mission())
    client.force_login(factory.member(stored, "manager", company="V01"))
    path = address(client)
    assert fetch(path).status_code == 404


def test_whoever_acts_for_a_company_has_no_feed_of_it(client, released):
    client.force_login(factory.member(released.mission, "staff"))
    client.post("/en/missions/kish/act-for/", {"company": "V01"})
    answers = [client.get(BASE), client.post(f"{BASE}renew/"), client.post(f"{BASE}withdraw/")]
    assert [answer.status_code for answer in answers] == [403, 403, 403]
    assert "subscription" not in client.get("/en/missions/kish/programme/companies/V01/").content.decode()


def test_behind_a_proxy_with_https_the_address_says_so(client, manager, settings):
    settings.IS_HTTPS = True
    client.post(f"{BASE}renew/")
    assert 'value="https://testserver/en/feeds/' in client.get(BASE).content.decode()


def test_a_feed_is_only_read(client, manager):
    path = address(client)
    assert [Client().post(path).status_code, Client().head(path).status_code] == [405, 200]
