"""When companies' people cannot meet: said by themselves, joined to what the scheduler knows, apart from the desk's."""

from __future__ import annotations

from dataclasses import replace
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.mission.calendar import Calendar
from karvan.mission.resources import Absence
from karvan.web.audit.models import Event
from karvan.web.availability.actions import give_availability
from karvan.web.availability.bridge import Away, _piece, away_together, days_of, keys_of, own_absences, spans_of
from karvan.web.availability.models import Availability
from karvan.web.companies.models import Person
from karvan.web.errors import StaleError
from karvan.web.logistics.actions import erase_person
from karvan.web.logistics.queries import everything_about
from karvan.web.missions.enums import Phase
from karvan.web.workbooks.queries import whole_mission
from web import factory

pytestmark = pytest.mark.django_db

BASE = f"/en/missions/{factory.SLUG}"
SLOTS = [f"{factory.SECOND}T{clock}" for clock in ("10:00", "10:35", "11:10")]
DAYS = days_of(factory.make_mission(), "V01", "en")


@pytest.fixture
def stored(db):
    mission = replace(factory.make_mission(), absences=())
    return factory.store(mission, phase=Phase.PREFERENCES)


@pytest.fixture
def manager(client, stored):
    account = factory.member(stored, "manager", company="V01")
    client.force_login(account)
    return account


def vera(stored):
    return stored.companies.get(code="V01").people.get()


def send(client, revision=0, **fields):
    return client.post(f"{BASE}/availability/", {"revision": revision} | fields)


def absence(start="", end="", day=factory.SECOND, who="V01"):
    return Absence(
        who=who,
        date=day,
        start=time.fromisoformat(start) if start else None,
        end=time.fromisoformat(end) if end else None,
    )


def test_the_page_shows_every_day_of_the_mission_and_every_slot_of_the_company(client, stored, manager):
    page = client.get(f"{BASE}/availability/").content.decode()
    assert [f'value="{slot}"' in page for slot in SLOTS] == [True] * 3
    days = (factory.FIRST, factory.SECOND, factory.THIRD)
    assert [f'value="{day}"' in page for day in days] == [True] * 3
    assert "checked" not in page


def test_what_is_ticked_is_an_absence_that_the_scheduler_knows(client, stored, manager):
    number, before = vera(stored).pk, stored.revision
    fields = {f"away_{number}": [SLOTS[0], SLOTS[1], str(factory.THIRD)], f"reason_{number}": "secret-reason"}
    assert send(client, **fields)["Location"] == f"{BASE}/availability/"
    assert set(whole_mission(stored).absences) == {absence("10:00", "11:05"), absence(day=factory.THIRD)}
    stored.refresh_from_db()
    assert stored.revision == before + 1
    page = client.get(f"{BASE}/availability/").content.decode()
    assert page.count(" checked") == 3
    assert ("You have told us" in page, "secret-reason" in page) == (True, True)
    event = Event.objects.get(action="availability-given")
    assert (event.subject, event.side, event.on_behalf_of, event.details) == ("V01", "visitor", "", {})


def test_a_company_can_meet_as_long_as_one_of_its_people_can(client, stored, manager):
    first = vera(stored)
    second = Person.objects.create(company=first.company, position=1, names={"en": "Victor"})
    Person.objects.create(company=first.company, position=2, names={"en": "Reserve"}, is_reserve=True)
    send(client, **{f"away_{first.pk}": SLOTS[:2]})
    assert whole_mission(stored).absences == ()
    send(client, 1, **{f"away_{first.pk}": SLOTS[:2], f"away_{second.pk}": SLOTS[1:]})
    assert whole_mission(stored).absences == (absence("10:35", "11:05"),)
    second.delete()
    assert whole_mission(stored).absences == (absence("10:00", "11:05"),)


def test_a_company_without_people_speaks_for_itself_and_what_it_said_stays_when_they_come(client, stored):
    client.force_login(factory.member(stored, "manager", company="H01"))
    send(client, away_0=[SLOTS[2]])
    assert whole_mission(stored).absences == (absence("11:10", "11:40", who="H01"),)
    Person.objects.create(company=stored.companies.get(code="H01"), names={"en": "New"})
    assert whole_mission(stored).absences == (absence("11:10", "11:40", who="H01"),)


def test_saying_it_can_be_undone_step_by_step(client, stored, manager):
    number = vera(stored).pk
    send(client, **{f"away_{number}": [SLOTS[0]]})
    send(client, 1, **{f"away_{number}": [SLOTS[2]], f"reason_{number}": "b"})
    assert "/availability/undo/" in client.get(f"{BASE}/availability/").content.decode()
    client.post(f"{BASE}/availability/undo/")
    assert whole_mission(stored).absences == (absence("10:00", "10:30"),)
    client.post(f"{BASE}/availability/undo/")
    assert whole_mission(stored).absences == (absence("10:00", "10:30"),)


def test_undoing_the_first_word_leaves_none(client, stored, manager):
    send(client)
    assert Availability.objects.count() == 1
    client.post(f"{BASE}/availability/undo/")
    assert Availability.objects.count() == 0


def test_two_people_never_overwrite_each_other_unseen(client, stored, manager):
    send(client)
    assert send(client).status_code == 409
    with pytest.raises(StaleError):
        give_availability(stored.companies.get(code="V01"), {}, revision=0, by=manager, at=factory.RELEASED_AT)
    assert Availability.objects.get().revision == 1


def test_another_company_is_not_reached(client, stored, manager):
    other = Person.objects.create(company=stored.companies.get(code="V02"), names={"en": "Other"})
    send(client, **{f"away_{other.pk}": SLOTS, f"reason_{other.pk}": "x"})
    assert Away.objects.count() == 0
    assert send(client, 1, **{f"away_{vera(stored).pk}": ["2030-01-01"]}).status_code == 400


@pytest.mark.parametrize(
    ("phase", "status"),
    [("registration", 409), ("preferences", 302), ("scheduling", 409), ("provisional", 302), ("live", 409)],
)
def test_it_is_open_in_some_phases_and_to_the_organiser_always(client, stored, manager, phase, status):
    stored.phase = phase
    stored.save()
    assert send(client).status_code == status
    page = client.get(f"{BASE}/availability/").content.decode()
    assert ("is closed in this phase" in page, '<fieldset class="person" disabled>' in page) == (status == 409,) * 2
    client.force_login(factory.member(stored, "staff", desk="visitor"))
    client.post(f"{BASE}/act-for/", {"company": "V01"})
    assert send(client, int(status == 302)).status_code == 302
    assert Event.objects.filter(action="availability-given", on_behalf_of="V01").count() == 1


def test_the_reason_is_for_the_company_and_the_desk_alone(client, stored, manager):
    number = vera(stored).pk
    send(client, **{f"away_{number}": [SLOTS[0]], f"reason_{number}": "secret-reason"})
    client.force_login(factory.member(stored, "owner"))
    page = client.get(f"{BASE}/means/absences/").content.decode()
    assert ("secret-reason" in page, "Vera" in page, "Nobody is away" in page) == (True, True, True)
    assert "secret-reason" not in client.get(f"{BASE}/audit/").content.decode()
    for role, post in (("staff", {"desk": "host"}), ("viewer", {}), ("manager", {"company": "H01"}), ("observer", {})):
        client.force_login(factory.member(stored, role, **post))
        assert client.get(f"{BASE}/means/absences/").status_code == 403
        for address in ("", "plan/"):
            assert "secret-reason" not in client.get(f"{BASE}/{address}").content.decode()
    assert "secret-reason" not in repr(whole_mission(stored))


def test_erasing_a_person_erases_why_and_keeps_when(stored, client, manager):
    person = vera(stored)
    send(client, **{f"away_{person.pk}": [SLOTS[0]], f"reason_{person.pk}": "secret-reason"})
    assert everything_about(person)["away"] == [
        {"spans": [[str(factory.SECOND), "10:00", "10:30"]], "reason": "secret-reason"}
    ]
    erase_person(person, by=manager, at=factory.RELEASED_AT)
    row = Away.objects.get()
    assert (row.reason, len(row.spans)) == ("", 1)


def test_a_workbook_that_comes_back_makes_no_organisers_absence_of_a_companys_own(stored, client):
    client.force_login(factory.member(stored, "manager", company="H01"))
    send(client, away_0=[SLOTS[2]])
    mission = whole_mission(stored)
    factory.store(replace(mission, absences=(*mission.absences, absence(who="V02"))))
    assert [row.who for row in stored.absences.all()] == ["V02"]
    assert own_absences(stored) == (absence("11:10", "11:40", who="H01"),)
    assert set(whole_mission(stored).absences) == {absence(who="V02"), absence("11:10", "11:40", who="H01")}


def test_saying_that_everybody_always_can_pays_the_debt(client, stored, manager):
    assert "Availability not given" in client.get(f"{BASE}/").content.decode()
    send(client)
    assert "Availability not given" not in client.get(f"{BASE}/").content.decode()


# ---- spans -----------------------------------------------------------------------------------------------------------

KEYS = [key for day in DAYS for key in (day.key, *(slot.key for slot in day.slots))]


@given(st.sets(st.sampled_from(KEYS)))
def test_what_was_ticked_comes_back_ticked(keys):
    whole = {key for key in keys if "T" not in key}
    expected = {key for key in keys if key in whole or key.partition("T")[0] not in whole}
    assert keys_of(spans_of(keys, DAYS, []), DAYS) == expected


@given(st.sets(st.sampled_from(KEYS)))
def test_what_no_page_shows_stays(keys):
    elsewhere = [["2026-11-30", "09:00", "10:00"], [str(factory.SECOND), "20:00", "21:00"]]
    spans = spans_of(keys, DAYS, [*elsewhere, [str(factory.SECOND), "10:00", "10:30"]])
    assert [span for span in elsewhere if span not in spans] == []
    assert spans_of(keys, DAYS, spans) == spans


@given(st.lists(st.sets(st.sampled_from(KEYS)), min_size=1, max_size=3))
def test_a_slot_is_lost_exactly_where_nobody_can(ticked):
    """The scheduler's free slots are those in which at least one person can meet."""
    mission = replace(factory.make_mission(), absences=(), fixed=())
    pieces = {n: [_piece(span) for span in spans_of(keys, DAYS, [])] for n, keys in enumerate(ticked)}
    rows = tuple(
        Absence(
            who="V01",
            date=day,
            start=time(start // 60, start % 60),
            end=time(end // 60, end % 60) if end < 24 * 60 else None,
        )
        for day, start, end in away_together(pieces, set(pieces))
    )
    free = Calendar(replace(mission, absences=rows)).free_slots["V01"]
    calendar = Calendar(mission)
    shown = [keys_of(spans_of(keys, DAYS, []), DAYS) for keys in ticked]
    lost = {
        i
        for i in calendar.free_slots["V01"]
        if all(
            {f"{calendar.slots[i].span.start:%Y-%m-%dT%H:%M}", f"{calendar.slots[i].span.start:%Y-%m-%d}"} & keys
            for keys in shown
        )
    }
    assert free == calendar.free_slots["V01"] - lost


@pytest.mark.parametrize("count", [1, 30])
def test_as_many_queries_for_thirty_companies_as_for_one(client, django_assert_num_queries, count):
    stored = factory.store(factory.make_mission(count), phase=Phase.PREFERENCES)
    client.force_login(factory.member(stored, "manager", company="V01"))
    with django_assert_num_queries(9):
        assert client.get(f"{BASE}/availability/").status_code == 200
