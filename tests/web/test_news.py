"""What a release changed for its reader: on their agenda until they confirm it, and in the list of releases."""

from __future__ import annotations

import pytest

from karvan.web.audit.models import Event
from karvan.web.outbox.models import Seen
from web import factory
from web.test_outbox import LATER, MEETINGS, MISSION, PROGRAMME, release, replace

pytestmark = pytest.mark.django_db

BASE = "/en/missions/kish/programme"
CHANGE = "The meeting with H Company 1 (H01) on 6 October 2026 / 14 Mehr 1405, 10:00–10:30 is now on 6 October 2026"


@pytest.fixture
def first(db):
    return release()


def reader(client, version, role="manager", **whose):
    account = factory.member(version.mission, role, **(whose or {"company": "V01"}))
    client.force_login(account)
    return account


def agenda(client, code="V01"):
    return client.get(f"{BASE}/companies/{code}/").content.decode()


def confirm(client, number):
    return client.post(f"{BASE}/seen/", {"number": number})


def test_the_first_programme_is_confirmed_once(client, first):
    account = reader(client, first)
    assert "Your programme is released." in agenda(client)
    assert confirm(client, 1)["Location"] == f"{BASE}/agenda/"
    text = agenda(client)
    assert "Thank you: the organiser knows" in text
    assert "I have seen it" not in text
    confirm(client, 1)
    assert Seen.objects.filter(membership__user=account).count() == 1
    assert Event.objects.get(action="programme-seen").subject == "1"


def test_what_changed_since_stands_there_until_it_is_confirmed(client, first):
    reader(client, first)
    confirm(client, 1)
    release(LATER, name="Two")
    release(replace(LATER, meetings=(*LATER.meetings[:2], replace(MEETINGS[2], table="T1"))), name="Three")
    for _ in range(2):
        text = agenda(client)
        assert "1 change for you since release 1 “One”" in text
        assert CHANGE in text
    confirm(client, 3)
    assert "change for you" not in agenda(client)


def test_a_release_that_changes_nothing_for_somebody_asks_them_nothing(client, first):
    reader(client, first, company="V02")
    confirm(client, 1)
    release(LATER, name="Two")
    assert "I have seen it" not in agenda(client, "V02")


def test_confirming_an_earlier_release_leaves_the_later_one_to_be_seen(client, first):
    reader(client, first)
    release(LATER, name="Two")
    confirm(client, 1)
    assert CHANGE in agenda(client)
    assert [confirm(client, number).status_code for number in (3, "x", "")] == [404, 404, 404]


def test_an_interpreter_reads_and_confirms_what_changed_on_the_roster(client, first):
    reader(client, first, "interpreter", interpreter="I01")
    assert confirm(client, 1)["Location"] == f"{BASE}/roster/"
    release(LATER, name="Two")
    text = client.get(f"{BASE}/interpreters/I01/").content.decode()
    assert "The meeting of V Company 1 (V01) and H Company 1 (H01) on 6 October 2026" in text


def test_whoever_acts_for_a_company_confirms_nothing_for_it(client, first):
    client.force_login(factory.member(first.mission, "staff"))
    client.post("/en/missions/kish/act-for/", {"company": "V01"})
    assert "I have seen it" not in agenda(client)
    assert confirm(client, 1).status_code == 403
    assert not Seen.objects.exists()


@pytest.mark.parametrize("seat", [{"company": "V01"}, {"company": "V02"}, {"interpreter": "I01"}, {}])
def test_all_who_read_the_programme_read_the_list_of_releases_with_their_own_changes(client, first, seat):
    release(LATER, name="After the flight")
    role = "observer" if not seat else "interpreter" if "interpreter" in seat else "representative"
    client.force_login(factory.member(first.mission, role, **seat))
    text = client.get(f"{BASE}/releases/").content.decode()
    assert ["After the flight" in text, "One" in text, "alice" in text] == [True] * 3
    assert (CHANGE in text, "Nothing changed for you." in text) == (seat == {"company": "V01"}, "V02" in seat.values())
    assert ("The meeting of V Company 1 (V01) and H Company 1 (H01)" in text) is ("interpreter" in seat)


def test_the_page_of_changes_names_a_company_that_has_left(client, first):
    companies = tuple(each for each in MISSION.companies if each.code != "H02")
    mission = replace(MISSION, companies=companies, people=MISSION.people[:3], requests=())
    release(replace(PROGRAMME, meetings=(MEETINGS[0],), visits=(), blocks=(), unplaced=()), mission, name="Two")
    client.force_login(factory.member(first.mission, "viewer"))
    text = client.get(f"{BASE}/releases/2/").content.decode()
    assert (
        "The meeting with H Company 2 (H02) on 6 October 2026 / 14 Mehr 1405, 10:35–11:05 does not take place." in text
    )


@pytest.mark.parametrize("versions", [2, 4])
def test_the_list_of_releases_makes_as_many_queries_later_however_many_there_are(
    client, django_assert_num_queries, first, versions
):
    for number in range(2, versions + 1):
        end = factory.at(factory.SECOND, 11, number)
        release(replace(PROGRAMME, meetings=(replace(MEETINGS[0], end=end), *MEETINGS[1:])), name=str(number))
    reader(client, first)
    client.get(f"{BASE}/releases/")
    with django_assert_num_queries(4):
        assert client.get(f"{BASE}/releases/").status_code == 200
