"""A company's own pages: profile, offers and needs with advice, people; and two people who change one thing."""

from __future__ import annotations

import pytest

from karvan.languages import LANGUAGES
from karvan.web.audit.models import Event
from karvan.web.companies import bridge
from karvan.web.companies.models import Opportunity, Person
from karvan.web.companies.parts import Part
from karvan.web.companies.queries import profiles_of
from web import factory

pytestmark = pytest.mark.django_db

OWN = f"/en/missions/{factory.SLUG}/our-company"
RUSSIAN = (
    "Система обнаружения вторжений для промышленных сетей с анализом трафика, SIEM и реагированием на инциденты. "
    "Работает без внешнего облака."
)


@pytest.fixture
def stored(db):
    return factory.store(factory.make_mission())


@pytest.fixture
def manager(client, stored):
    account = factory.member(stored, "manager", company="V01")
    client.force_login(account)
    return account


def company(stored, code="V01"):
    return stored.companies.get(code=code)


def entered(stored, **more):
    row = company(stored)
    given = {"name_en": "New name", "kind": "company", "revision": str(row.revision), "city": "Kazan"}
    return given | more


def statement(**more):
    return {"kind": "offer", "title": "Защита сетей", "text": RUSSIAN, "revision": "0", "save": "yes"} | more


def test_the_profile_is_saved_logged_and_what_is_missing_is_told(client, stored, manager):
    text = client.get(f"{OWN}/").content.decode()
    assert "Still missing" in text
    words = {"description_ru": "Мы делаем", "languages": ["ru", "en"]}
    assert client.post(f"{OWN}/profile/", entered(stored, **words)).status_code == 302
    row = company(stored)
    assert (row.names, row.descriptions, row.languages) == ({"en": "New name"}, {"ru": "Мы делаем"}, ["ru", "en"])
    assert "The profile is saved." in client.get(f"{OWN}/").content.decode()
    assert "The profile is saved." not in client.get(f"{OWN}/").content.decode()
    assert Event.objects.get(action="company-changed").subject == "V01"
    assert profiles_of([row])[0].missing == (Part.CONTACT, Part.OFFERS_AND_NEEDS)


def test_a_name_in_a_language_that_the_form_does_not_ask_for_stays(client, stored, manager):
    row = company(stored)
    row.names = {"en": "Old", "ar": "قديم"}
    row.save()
    client.post(f"{OWN}/profile/", entered(stored))
    assert company(stored).names == {"en": "New name", "ar": "قديم"}


@pytest.mark.parametrize(
    "wrong", [{"name_en": ""}, {"kind": "nonsense"}, {"contact_email": "nobody"}, {"country": "XX"}, {"revision": ""}]
)
def test_a_profile_that_makes_no_sense_is_refused(client, stored, manager, wrong):
    response = client.post(f"{OWN}/profile/", entered(stored) | wrong)
    assert response.status_code == 400
    assert company(stored).revision == 1


def test_two_people_who_change_one_profile_see_both_versions(client, stored, manager):
    old = entered(stored, city="Moscow")
    client.post(f"{OWN}/profile/", entered(stored, city="Ufa"))
    response = client.post(f"{OWN}/profile/", old)
    text = response.content.decode()
    assert (response.status_code, "Moscow" in text, "Ufa" in text) == (409, True, True)
    assert company(stored).city == "Ufa"
    again = old | {"revision": str(company(stored).revision)}
    assert f'name="revision" value="{again["revision"]}"' in text
    assert client.post(f"{OWN}/profile/", again).status_code == 302
    assert company(stored).city == "Moscow"


def test_a_text_is_understood_and_what_is_confirmed_is_kept_with_its_domain(client, stored, manager):
    response = client.post(f"{OWN}/advice/", statement())
    assert response.status_code == 200
    assert "a good length" in response.content.decode()
    understood = [field.code for field in bridge.advise("Защита сетей", RUSSIAN, "en").fields]
    assert "cybersecurity.siem" in understood
    assert client.post(f"{OWN}/opportunities/new/", statement(domains=["cybersecurity.siem"])).status_code == 302
    row = Opportunity.objects.get(company=company(stored))
    assert (row.language, row.domains, row.revision) == ("ru", ["cybersecurity", "cybersecurity.siem"], 0)
    text = client.get(f"{OWN}/").content.decode()
    assert "Защита сетей" in text
    changed = statement(title="Иное", stage="on_market", routes=["licensing"])
    assert client.post(f"{OWN}/opportunities/{row.pk}/", changed).status_code == 302
    row.refresh_from_db()
    assert (row.title, row.stage, row.routes, row.revision) == ("Иное", "on_market", ["licensing"], 1)
    assert client.post(f"{OWN}/opportunities/{row.pk}/", changed | {"title": "Третье"}).status_code == 409


def test_advice_without_a_script_saves_nothing(client, stored, manager):
    response = client.post(f"{OWN}/opportunities/new/", {"kind": "need", "text": "Cloud", "check": "yes"})
    text = response.content.decode()
    assert (response.status_code, "rather short" in text, "thing to put right" in text) == (200, True, False)
    assert Opportunity.objects.count() == 0


@pytest.mark.parametrize(
    "wrong", [{"text": ""}, {"kind": "gift"}, {"stage": "sold"}, {"domains": ["nothing.known"]}, {"routes": ["x"]}]
)
def test_an_offer_that_makes_no_sense_is_refused(client, stored, manager, wrong):
    assert client.post(f"{OWN}/opportunities/new/", statement() | wrong).status_code == 400
    assert Opportunity.objects.count() == 0


@pytest.mark.parametrize(
    ("text", "length"), [("", "empty"), ("Short", "short"), ("Good " * 40, "good"), ("Long " * 300, "long")]
)
def test_advice_on_length(text, length):
    assert bridge.advise("", text, "fa").length == length


def test_codes_of_the_organisers_own_are_shown_as_they_are():
    assert bridge.field_of("our-axis", "en").label == "our-axis"
    assert bridge.field_of("cloud", "ru").domain == ""


def test_what_was_removed_can_be_put_back(client, stored, manager):
    client.post(f"{OWN}/opportunities/new/", statement())
    row = Opportunity.objects.get()
    assert client.post(f"{OWN}/opportunities/{row.pk}/remove/").status_code == 302
    assert Opportunity.objects.count() == 0
    assert "put-back" in client.get(f"{OWN}/").content.decode()
    client.post(f"{OWN}/put-back/")
    assert Opportunity.objects.get().text == RUSSIAN
    client.post(f"{OWN}/put-back/")
    assert Opportunity.objects.count() == 1


def test_people_are_added_changed_and_removed(client, stored, manager):
    given = {"name_fa": "آناهیتا", "role": "CEO", "languages": ["fa"], "is_travelling": "on", "revision": "0"}
    assert client.post(f"{OWN}/people/new/", given | {"name_fa": ""}).status_code == 400
    assert client.post(f"{OWN}/people/new/", given).status_code == 302
    row = Person.objects.get(role="CEO")
    assert (row.names, row.languages, row.is_travelling, row.position) == ({"fa": "آناهیتا"}, ["fa"], True, 1)
    assert client.post(f"{OWN}/people/{row.pk}/", given | {"role": "CTO"}).status_code == 302
    row.refresh_from_db()
    assert row.role == "CTO"
    client.post(f"{OWN}/people/{row.pk}/remove/")
    assert Person.objects.filter(role="CTO").count() == 0


def test_nobody_changes_what_is_another_companys(client, stored, manager):
    other = Opportunity.objects.create(company=company(stored, "V02"), kind="offer", title="Theirs", text="Theirs")
    for end in ("", "remove/"):
        assert client.post(f"{OWN}/opportunities/{other.pk}/{end}", statement()).status_code == 404
    other.refresh_from_db()
    assert other.title == "Theirs"


def test_a_representative_reads_and_does_not_change(client, stored):
    client.force_login(factory.member(stored, "representative", company="V01"))
    assert "Change the profile" not in client.get(f"{OWN}/").content.decode()
    assert client.get(f"{OWN}/profile/").status_code == 403


def test_staff_changes_a_profile_on_behalf_of_a_company(client, stored):
    client.force_login(factory.member(stored, "staff", desk="visitor"))
    client.post(f"/en/missions/{factory.SLUG}/act-for/", {"company": "V01"})
    assert client.post(f"{OWN}/profile/", entered(stored)).status_code == 302
    assert Event.objects.get(action="company-changed").on_behalf_of == "V01"


@pytest.mark.parametrize("count", [1, 30])
def test_as_many_queries_for_thirty_texts_as_for_one(client, django_assert_num_queries, stored, manager, count):
    for number in range(count):
        Opportunity.objects.create(company=company(stored), position=number, kind="offer", title="T", text="T")
    with django_assert_num_queries(8):
        assert client.get(f"{OWN}/").status_code == 200


@pytest.mark.parametrize("lang", LANGUAGES)
def test_forms_speak_three_languages(client, stored, manager, lang):
    own = OWN.replace("/en/", f"/{lang}/")
    for address in ("profile/", "opportunities/new/?kind=need", "people/new/"):
        assert client.get(f"{own}/{address}").status_code == 200
