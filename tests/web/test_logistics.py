"""Journeys: for the desk alone, never overwritten unseen, and forgotten on request."""

from __future__ import annotations

import json
import re

import pytest

from karvan.web.accounts.models import User
from karvan.web.audit.models import Event
from karvan.web.companies.models import Person
from karvan.web.logistics.models import Journey
from karvan.web.programmes.models import ProgrammeVersion
from web import factory

pytestmark = pytest.mark.django_db

BASE = "/en/missions/kish/logistics"
ENTERED = {
    "revision": "0", "passport_number": "P1234567", "passport_expires_on": "2030-01-01", "visa": "granted",
    "arrives_at": "2026-10-05T09:30", "arrival_flight": "W5 0123", "hotel": "Caspian Inn", "emergency_name": "Ivan",
    "emergency_phone": "+7 000 000-00-00",
}  # fmt: skip


@pytest.fixture
def vera(released):
    """The one person of the small mission, who has an account."""
    person = Person.objects.get()
    person.user = factory.member(released.mission, "manager", company="V01")
    person.save()
    return person


@pytest.fixture
def desk(client, released):
    account = factory.member(released.mission, "staff")
    client.force_login(account)
    return account


def test_a_journey_is_entered_and_shown_in_the_missions_time(client, desk, vera):
    assert client.post(f"{BASE}/{vera.pk}/", ENTERED)["Location"] == f"{BASE}/"
    journey = Journey.objects.get()
    assert (journey.visa, journey.arrives_at.isoformat()) == ("granted", "2026-10-05T06:00:00+00:00")
    text = client.get(f"{BASE}/").content.decode()
    assert "09:30" in text
    assert "Caspian Inn" in text
    assert "W5 0123" in text
    assert "P1234567" not in text
    assert 'value="2026-10-05T09:30"' in client.get(f"{BASE}/{vera.pk}/").content.decode()
    assert "Nobody here fits" in client.get(f"{BASE}/?visa=refused").content.decode()


def test_two_people_never_overwrite_each_other(client, desk, vera):
    client.post(f"{BASE}/{vera.pk}/", ENTERED)
    assert client.post(f"{BASE}/{vera.pk}/", ENTERED | {"hotel": "Other"}).status_code == 409
    assert client.post(f"{BASE}/{vera.pk}/", ENTERED | {"revision": "1", "hotel": "Other"}).status_code == 302
    assert client.post(f"{BASE}/{vera.pk}/", ENTERED | {"revision": "1", "hotel": "Third"}).status_code == 409
    assert Journey.objects.get().hotel == "Other"


@pytest.mark.parametrize("change", [{"visa": "perhaps"}, {"arrives_at": "soon"}, {"passport_expires_on": "1"}])
def test_what_cannot_be_is_refused(client, desk, vera, change):
    assert client.post(f"{BASE}/{vera.pk}/", ENTERED | change).status_code == 400
    assert not Journey.objects.exists()


def test_staff_of_a_side_sees_its_own_people_alone(client, released, vera):
    for desk, status in (("visitor", 200), ("host", 404)):
        client.force_login(factory.member(released.mission, "staff", desk=desk))
        assert client.get(f"{BASE}/{vera.pk}/").status_code == status
        assert ("Vera" in client.get(f"{BASE}/").content.decode()) is (status == 200)


def test_everything_that_is_kept_of_a_person_can_be_given_to_them(client, desk, vera):
    client.post(f"{BASE}/{vera.pk}/", ENTERED)
    given = client.get(f"{BASE}/{vera.pk}/data.json")
    kept = json.loads(given.content)
    assert kept["names"] == {"en": "Vera"}
    assert kept["journey"]["passport_number"] == "P1234567"
    assert kept["account"]["email"] == vera.user.email
    assert [row["role"] for row in kept["memberships"]] == ["manager"]
    assert Event.objects.filter(action="logistics-exported").count() == 1


def test_a_person_who_is_forgotten_stays_as_a_pseudonym_everywhere(client, desk, vera, released):
    client.post(f"{BASE}/{vera.pk}/", ENTERED)
    user = vera.user
    before = ProgrammeVersion.objects.get()
    assert "secret@person.example" in json.dumps(before.mission_document)
    assert client.post(f"{BASE}/{vera.pk}/erase/")["Location"] == f"{BASE}/"
    vera.refresh_from_db()
    user.refresh_from_db()
    pseudonym = f"Person {vera.pk}"
    assert (vera.names, vera.email, vera.user, Journey.objects.count()) == ({"en": pseudonym}, "", None, 0)
    assert (user.name, user.is_active, user.email) == (pseudonym, False, f"erased-{user.pk}@karvan.invalid")
    after = ProgrammeVersion.objects.get()
    assert not re.search(r"Vera|secret@person", json.dumps([after.mission_document, after.document]))
    assert after.digest != before.digest
    assert after.mission_document["Companies"] == before.mission_document["Companies"]
    assert Event.objects.get(action="person-erased").subject == pseudonym
    assert "Vera" not in client.get("/en/missions/kish/audit/").content.decode()
    assert client.get("/en/missions/kish/programme/companies/V01/").status_code == 200
    assert not User.objects.filter(name="Vera").exists()


def test_the_page_says_how_long_data_is_kept_and_when_it_is_past(client, desk, released):
    assert "until" in client.get(f"{BASE}/").content.decode()
    assert "That day is over" not in client.get(f"{BASE}/").content.decode()
    released.mission.end_date = released.mission.start_date = factory.FIRST.replace(year=2020)
    released.mission.save()
    assert "That day is over" in client.get(f"{BASE}/").content.decode()


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_makes_as_many_queries_for_thirty_people(client, desk, released, django_assert_num_queries, count):
    company = released.mission.companies.first()
    for number in range(count):
        person = Person.objects.create(company=company, names={"en": f"P{number}"}, position=number)
        Journey.objects.create(person=person, changed_at=factory.RELEASED_AT)
    with django_assert_num_queries(4):
        assert client.get(f"{BASE}/").status_code == 200
