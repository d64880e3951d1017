"""What is between a company and the organiser is on no page and in no file."""

from __future__ import annotations

import re

import pytest

from karvan.languages import LANGUAGES
from karvan.mission.programme import PlacedLevel, Reason, Relief
from karvan.web.programmes import bridge
from karvan.web.programmes.queries import latest_version
from web import factory
from web.test_pages import PAGES

pytestmark = pytest.mark.django_db

FILES = ("companies/H02/agenda.ics", "companies/V01/agenda.ics")
EVERY = (*PAGES, *FILES, "companies/H02/", "companies/V02/")


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("address", EVERY)
def test_no_page_shows_a_secret(page, address, lang):
    text = page(address, lang=lang)
    assert [secret for secret in factory.SECRETS if secret in text] == []


def test_pages_never_get_to_see_wishes_absences_or_contacts(released):
    release = bridge.read_release(latest_version())
    mission, programme = release.mission, release.programme
    assert (mission.requests, mission.absences, mission.fixed, programme.unplaced) == ((), (), (), ())
    relief = Relief(Reason("representative", (("company", "V01"),)), None)
    assert bridge.public_programme(factory.replace(programme, reliefs=(relief,))).reliefs == ()
    assert {c.contact_email + c.contact_name for c in mission.companies} | {p.email for p in mission.people} == {""}
    assert {(m.level, m.score) for m in programme.meetings} == {(PlacedLevel.SUGGESTION, None)}


def without_secrets(text):
    """Return a page without the token that is another one in every answer."""
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)


def test_a_programme_looks_the_same_whether_or_not_somebody_wished_not_to_meet(client):
    mission = factory.make_mission()
    programme = factory.make_programme(mission)

    def pages(requests, unplaced, slug):
        version = factory.release_of(
            factory.replace(mission, requests=requests), factory.replace(programme, unplaced=unplaced), slug=slug
        )
        client.force_login(factory.member(version.mission, "viewer"))
        found = (client.get(f"/en/missions/{slug}/programme/{address}").content.decode() for address in PAGES)
        return [without_secrets(text).replace(slug, "SLUG") for text in found]

    assert pages(mission.requests, programme.unplaced, "slug-a") == pages((), (), "slug-b")
