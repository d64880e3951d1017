"""A stored mission: in and out whole, company by company, with its phases and its trail."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from karvan.formats.workbook import read_mission
from karvan.sample import model_mission
from karvan.web.audit.models import AuditTrailError, Event
from karvan.web.companies.enums import Standing
from karvan.web.members.models import Membership
from karvan.web.missions.enums import Phase
from karvan.web.workbooks.queries import whole_mission
from web import factory

pytestmark = pytest.mark.django_db


def test_the_sample_mission_comes_back_as_it_was(django_assert_num_queries):
    mission = read_mission(model_mission()).mission
    stored = factory.store(mission, slug="model")
    with django_assert_num_queries(16):
        assert whole_mission(stored) == mission


def test_storing_again_keeps_companies_that_are_known_and_withdraws_those_that_are_gone():
    stored = factory.store(factory.make_mission(3))
    account = factory.member(stored, "manager", company="V01")
    before = dict(stored.companies.values_list("code", "pk"))
    factory.store(factory.make_mission(2))
    stored.refresh_from_db()
    assert dict(stored.companies.values_list("code", "pk")) == before
    gone = stored.companies.filter(standing=Standing.WITHDRAWN).values_list("code", flat=True)
    assert set(gone) == {"V03", "H03"}
    assert account.memberships.get().company.code == "V01"
    assert whole_mission(stored) == factory.make_mission(2)
    factory.store(factory.make_mission(3))
    assert whole_mission(stored) == factory.make_mission(3)
    assert (stored.revision, stored.companies.get(code="V01").revision) == (2, 1)


def test_every_writing_is_in_the_trail_and_the_trail_does_not_change():
    stored = factory.store(factory.make_mission())
    factory.store(factory.make_mission())
    assert [event.action for event in Event.objects.all()] == ["mission-imported", "mission-created"]
    event = Event.objects.first()
    for attempt in (event.save, event.delete, Event.objects.all().delete, lambda: Event.objects.update(action="x")):
        with pytest.raises(AuditTrailError):
            attempt()
    assert str(event) == "mission-imported"
    assert stored.events.count() == 2


def test_the_owner_puts_the_mission_into_another_phase(client, released):
    client.force_login(factory.member(released.mission, "owner"))
    text = client.get("/en/missions/kish/").content.decode()
    assert '<li class="now" aria-current="step">' in text
    assert "Companies look at their agendas" in text
    assert client.post("/en/missions/kish/phase/", {"to": "final"})["Location"] == "/en/missions/kish/"
    released.mission.refresh_from_db()
    assert released.mission.phase == Phase.FINAL
    assert Event.objects.get(action="phase-set").details == {"before": "provisional", "after": "final"}
    client.post("/en/missions/kish/phase/", {"to": "nonsense"})
    released.mission.refresh_from_db()
    assert released.mission.phase == Phase.FINAL


@pytest.mark.parametrize(
    "columns",
    [
        {"role": "owner", "desk": ""}, {"role": "observer", "desk": "neutral"}, {"role": "manager"},
        {"role": "interpreter"},
    ],
)  # fmt: skip
def test_the_database_refuses_a_membership_without_what_its_role_needs(columns):
    stored = factory.store(factory.make_mission())
    with pytest.raises(IntegrityError), transaction.atomic():
        Membership.objects.create(mission=stored, user=factory.user(), joined_at=factory.RELEASED_AT, **columns)
