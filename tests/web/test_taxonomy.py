"""Concepts that a mission adds: written by the neutral desk, understood by matching, search and advice at once."""

from __future__ import annotations

from dataclasses import replace

import pytest

from karvan.mission.opportunities import Opportunity, OpportunityKind
from karvan.web.audit.models import Event
from karvan.web.catalogue import bridge as catalogue
from karvan.web.companies.bridge import advise, field_of
from karvan.web.matches import bridge as matches
from karvan.web.taxonomy.bridge import taxonomy_for
from karvan.web.taxonomy.models import Concept
from web import factory

pytestmark = pytest.mark.django_db

PAGE = f"/en/missions/{factory.SLUG}/taxonomy/"
ENTERED = {
    "parent": "iot_industry", "code": "", "revision": "0", "label_en": "Qanat repair", "label_fa": "لایروبی قنات",
    "synonyms_ru": "чистка кяризов\nремонт кяриза", "links": "smart_agriculture",
}  # fmt: skip


@pytest.fixture
def stored():
    catalogue.forget()
    made = factory.make_mission()
    said = (
        Opportunity(company="V01", kind=OpportunityKind.OFFER, text="Чистка кяризов под ключ", language="ru"),
        Opportunity(company="H01", kind=OpportunityKind.NEED, text="لایروبی قنات روستا", language="fa"),
    )
    return factory.store(replace(made, opportunities=said, requests=(), fixed=()))


@pytest.fixture
def desk(client, stored):
    client.force_login(factory.member(stored, "staff"))
    return client


def add(client, **more):
    response = client.post(f"{PAGE}new/", ENTERED | more)
    assert response.status_code == 302, response.content.decode()
    return Concept.objects.get()


def reasons(stored):
    """Return the codes of the concepts that speak for a meeting of V01 and H01."""
    rows = {(visitor, host): columns for visitor, host, columns in matches.suggested(stored)}
    found = rows.get(("V01", "H01"), {"reasons": []})["reasons"]
    return {concept["id"] for reason in found for concept in reason["because"]["concepts"]}


def test_an_added_concept_makes_suggestions_across_languages(desk, stored):
    assert "iot_industry.qanat_repair" not in reasons(stored)
    row = add(desk)
    assert (row.code, row.synonyms) == ("qanat_repair", {"ru": "чистка кяризов;ремонт кяриза"})
    assert "iot_industry.qanat_repair" in reasons(stored)
    assert Event.objects.get(action="concept-added").subject == "iot_industry.qanat_repair"


def test_search_and_advice_understand_it_at_once(desk, stored):
    add(desk)
    assert catalogue.find(stored, "qanat repair", "en").companies.keys() >= {"V01", "H01"}
    known = taxonomy_for(stored)
    fields = advise("", "Мы предлагаем чистка кяризов", "en", known).fields
    assert "Qanat repair" in [field.label for field in fields]
    assert field_of("iot_industry.qanat_repair", "fa", known).label == "لایروبی قنات"
    manager = factory.member(stored, "manager", company="V01")
    desk.force_login(manager)
    text = desk.post(
        f"/en/missions/{factory.SLUG}/our-company/advice/",
        {"kind": "offer", "title": "x", "text": "Чистка кяризов под ключ", "revision": "0"},
    ).content.decode()
    assert "Qanat repair" in text


def test_a_text_is_tried_out(desk, stored):
    assert "Nothing is recognised" in desk.get(f"{PAGE}?text=zzzz").content.decode()
    add(desk)
    assert "Qanat repair" in desk.get(f"{PAGE}?text=ремонт кяриза").content.decode()


def test_words_are_added_to_a_concept_that_karvan_knows(desk, stored):
    row = add(desk, parent="cybersecurity", code="siem")
    assert str(row) == "cybersecurity.siem"
    assert "which Karvan knows" in desk.get(PAGE).content.decode()


@pytest.mark.parametrize(
    "wrong",
    [{"label_en": "", "label_fa": ""}, {"label_en": "", "code": ""}, {"links": "nothing.such"}, {"parent": "nobody"},
     {"code": "A B"}],
)  # fmt: skip
def test_a_concept_that_makes_no_sense_is_refused(desk, stored, wrong):
    assert desk.post(f"{PAGE}new/", ENTERED | wrong).status_code == 400
    assert Concept.objects.count() == 0


def test_each_name_is_there_once(desk, stored):
    add(desk)
    assert desk.post(f"{PAGE}new/", ENTERED).status_code == 400


def test_two_people_who_change_one_concept_see_both_versions(desk, stored):
    row = add(desk)
    changed = ENTERED | {"code": row.code, "label_en": "Qanat care"}
    assert desk.post(f"{PAGE}{row.pk}/", changed).status_code == 302
    assert desk.post(f"{PAGE}{row.pk}/", changed | {"label_en": "Stale"}).status_code == 409
    row.refresh_from_db()
    assert row.labels["en"] == "Qanat care"


def test_a_removed_concept_can_be_put_back(desk, stored):
    row = add(desk)
    before = taxonomy_for(stored)
    desk.post(f"{PAGE}{row.pk}/remove/")
    assert Concept.objects.count() == 0
    assert 'action="' + f"{PAGE}put-back/" in desk.get(PAGE).content.decode()
    desk.post(f"{PAGE}put-back/")
    assert taxonomy_for(stored) == before
    desk.post(f"{PAGE}put-back/")
    assert Concept.objects.count() == 1


def test_the_address_for_texts_is_set_undone_and_never_overwritten_unseen(desk, stored):
    there = "https://model.example/embed"
    assert desk.post(f"{PAGE}address/", {"address": there, "was": ""}).status_code == 302
    stored.refresh_from_db()
    assert stored.send_texts_to == there
    assert f'value="{there}"' in desk.get(PAGE).content.decode()
    assert desk.post(f"{PAGE}address/", {"address": "", "was": ""}).status_code == 409
    assert desk.post(f"{PAGE}address/", {"address": "nonsense here", "was": there}).status_code == 400
    assert desk.post(f"{PAGE}address/", {"address": "", "was": there}).status_code == 302


def test_the_rules_of_the_mission_keep_the_address(desk, stored):
    stored.send_texts_to = "https://model.example/embed"
    stored.save()
    from karvan.web.workbooks.queries import whole_mission

    assert whole_mission(stored).settings.send_texts_to == stored.send_texts_to
