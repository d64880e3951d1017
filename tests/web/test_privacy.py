"""What is between a company and the organiser is on no page and in no file."""

from __future__ import annotations

import pytest

from karvan.languages import LANGUAGES
from karvan.mission.programme import PlacedLevel
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
    assert {c.contact_email + c.contact_name for c in mission.companies} | {p.email for p in mission.people} == {""}
    assert {(m.level, m.score) for m in programme.meetings} == {(PlacedLevel.SUGGESTION, None)}


def test_a_programme_looks_the_same_whether_or_not_somebody_wished_not_to_meet(client):
    mission = factory.make_mission()
    programme = factory.make_programme(mission)
    from karvan.web.programmes.actions import release_programme

    def pages(requests, unplaced, slug):
        release_programme(
            factory.replace(mission, requests=requests),
            factory.replace(programme, unplaced=unplaced),
            slug=slug,
            name="One",
            by="alice",
            at=factory.RELEASED_AT,
        )
        found = (client.get(f"/en/missions/{slug}/{address}").content.decode() for address in PAGES)
        return [text.replace(slug, "SLUG") for text in found]

    assert pages(mission.requests, programme.unplaced, "slug-a") == pages((), (), "slug-b")
