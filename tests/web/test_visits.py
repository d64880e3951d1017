"""Places on visits: first come, first served, never one too many, and the scheduler sends whoever has chosen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.scheduling.visits import assign_visits
from karvan.web.audit.models import Event
from karvan.web.blocks.actions import bring_block_back, remove_block
from karvan.web.blocks.bridge import columns_of, revision_of
from karvan.web.errors import NotFoundError
from karvan.web.missions.enums import Phase
from karvan.web.visits.actions import leave_place, refuse_visits, take_place
from karvan.web.visits.errors import VisitClashError, VisitFullError
from karvan.web.visits.models import NoVisits, VisitPlace
from karvan.web.workbooks.queries import whole_mission
from web import factory

pytestmark = pytest.mark.django_db

BASE = f"/en/missions/{factory.SLUG}"
AT = factory.RELEASED_AT


def visiting(companies=2, capacity=1):
    """Return a mission with two visits that are a choice of the visitors: one at 14:00, one at 15:00 with room."""
    mission = factory.make_mission(companies)
    blocks = tuple(
        replace(block, is_choice=True, capacity=capacity) if block.venue == "port" else block
        for block in mission.blocks
    )
    later = ProgrammeBlock(
        date=factory.SECOND, start=factory.time(15), end=factory.time(17), kind=BlockKind.VISIT,
        title=factory.text("Museum"), venue="museum", companies=("visitor",), is_choice=True,
    )  # fmt: skip
    return replace(mission, blocks=(*blocks, later), absences=())


@pytest.fixture
def stored(db):
    return factory.store(visiting(), phase=Phase.PREFERENCES)


def company(stored, code):
    return stored.companies.select_related("mission").get(code=code)


def visit(stored, venue="port"):
    return stored.blocks.get(venue=venue)


def signed():
    return {"by": factory.user(), "at": AT}


def text(client, address="visits/"):
    response = client.get(f"{BASE}/{address}")
    assert response.status_code == 200
    return " ".join(response.content.decode().split())


def act(client, what, number):
    return client.post(f"{BASE}/visits/{number}/{what}/")


@pytest.fixture
def manager(client, stored):
    account = factory.member(stored, "manager", company="V01")
    client.force_login(account)
    return account


def test_a_company_sees_its_visits_with_what_is_left_and_takes_a_place(client, stored, manager):
    page = text(client)
    assert ("port" in page, "1 place left of 1" in page, "Museum" in page, "Free zone" in page) == (
        True, True, True, False,
    )  # fmt: skip
    number = visit(stored).position
    act(client, "take", number)
    page = text(client)
    assert ("You have a place." in page, "Your company goes" in page) == (True, True)
    assert f"/visits/{number}/leave/" in page
    assert "No place left of 1" in page
    event = Event.objects.get(action="visit-taken")
    assert (event.subject, event.side) == (f"V01 {factory.SECOND} 14:00", "visitor")
    act(client, "leave", number)
    assert "1 place left of 1" in text(client)


def test_who_comes_too_late_is_told_so_on_the_page(client, stored, manager):
    take_place(company(stored, "V02"), visit(stored), **signed())
    assert "All places are taken" in text(client)
    assert act(client, "take", visit(stored).position).status_code == 302
    assert "Others were faster" in text(client)
    assert VisitPlace.objects.get().company.code == "V02"


def test_a_company_cannot_be_at_two_places_at_once(client, stored, manager):
    take_place(company(stored, "V01"), visit(stored), **signed())
    assert "At that time you are here: <bdi>A &lt;b&gt;port" in text(client)
    act(client, "take", visit(stored, "museum").position)
    assert "is somewhere else at that time" in text(client)
    stored.blocks.filter(venue="council", kind="plenary").update(start="15:00", end="16:00", companies=["visitor"])
    with pytest.raises(VisitClashError):
        take_place(company(stored, "V02"), visit(stored, "museum"), **signed())


def test_only_visits_that_are_a_choice_and_the_companys_can_be_chosen(stored):
    with pytest.raises(NotFoundError):
        take_place(company(stored, "H01"), visit(stored), **signed())
    with pytest.raises(NotFoundError):
        take_place(company(stored, "H01"), visit(stored, "zone"), **signed())
    with pytest.raises(NotFoundError):
        leave_place(company(stored, "V01"), visit(stored), **signed())


def test_taking_twice_is_taking_once_and_a_free_place_is_given_again(stored):
    stored.blocks.filter(venue="port").update(capacity=2)
    first, second = company(stored, "V01"), company(stored, "V02")
    for _ in range(2):
        take_place(first, visit(stored), **signed())
    take_place(second, visit(stored), **signed())
    leave_place(first, visit(stored), **signed())
    assert take_place(first, visit(stored), **signed()).number == 1
    assert VisitPlace.objects.count() == 2


def test_fewer_places_than_are_taken_throw_nobody_out_and_let_nobody_in(stored):
    stored.blocks.filter(venue="port").update(capacity=2)
    first, second = company(stored, "V01"), company(stored, "V02")
    take_place(first, visit(stored), **signed())
    take_place(second, visit(stored), **signed())
    stored.blocks.filter(venue="port").update(capacity=1)
    assert VisitPlace.objects.count() == 2
    leave_place(first, visit(stored), **signed())
    with pytest.raises(VisitFullError):
        take_place(first, visit(stored), **signed())


def test_the_database_gives_no_place_twice(stored):
    take_place(company(stored, "V01"), visit(stored), **signed())
    columns = {"block": visit(stored), "number": 1, "taken_by": factory.user(), "taken_at": AT}
    with pytest.raises(IntegrityError), transaction.atomic():
        VisitPlace.objects.create(company=company(stored, "V02"), **columns)
    with pytest.raises(IntegrityError), transaction.atomic():
        VisitPlace.objects.create(company=company(stored, "V02"), **(columns | {"number": 0}))


@pytest.mark.parametrize(("phase", "status"), [("registration", 409), ("preferences", 302), ("scheduling", 409)])
def test_it_is_open_in_one_phase_and_to_the_organiser_always(client, stored, manager, phase, status):
    stored.phase = phase
    stored.save()
    assert act(client, "take", visit(stored).position).status_code == status
    assert ("cannot be chosen in this phase" in text(client)) is (status == 409)
    VisitPlace.objects.all().delete()
    client.force_login(factory.member(stored, "staff", desk="visitor"))
    client.post(f"{BASE}/act-for/", {"company": "V01"})
    assert act(client, "take", visit(stored).position).status_code == 302
    assert Event.objects.filter(action="visit-taken", on_behalf_of="V01").count() == 1


def test_a_company_may_go_nowhere_and_change_its_mind(client, stored, manager):
    assert "No visit chosen" in text(client, "")
    client.post(f"{BASE}/visits/nowhere/")
    assert "your company goes on no visit" in text(client)
    assert "No visit chosen" not in text(client, "")
    client.post(f"{BASE}/visits/nowhere/", {"goes": "on"})
    assert NoVisits.objects.count() == 0
    refuse_visits(company(stored, "V01"), is_refusing=True, **signed())
    act(client, "take", visit(stored).position)
    assert NoVisits.objects.count() == 0


def test_nobody_owes_a_choice_where_everything_is_full(client, stored, manager):
    stored.blocks.filter(venue="museum").delete()
    take_place(company(stored, "V02"), visit(stored), **signed())
    assert "No visit chosen" not in text(client, "")


def test_the_desk_sees_who_goes_where_and_a_side_its_own_names(client, stored):
    stored.blocks.filter(venue="zone").delete()
    stored.blocks.filter(venue="port").update(companies=["*"], capacity=4)
    for code in ("V01", "H01"):
        take_place(company(stored, code), visit(stored), **signed())
    for role, desk, names in (("viewer", "neutral", {"V", "H"}), ("staff", "host", {"H"})):
        client.force_login(factory.member(stored, role, desk=desk))
        page = text(client, "visits/places/")
        assert "2 places left of 4" in page
        assert {letter for letter in "VH" if f"{letter} Company 1" in page} == names


def test_the_scheduler_sends_whoever_has_chosen_and_nobody_who_refuses(stored):
    take_place(company(stored, "V02"), visit(stored), **signed())
    port = next(i for i, block in enumerate(whole_mission(stored).blocks) if block.venue == "port")
    assert assign_visits(whole_mission(stored))[port] == ("V02",)
    refuse_visits(company(stored, "V01"), is_refusing=True, **signed())
    assert {code for codes in assign_visits(whole_mission(stored)).values() for code in codes} == {"V02"}
    leave_place(company(stored, "V02"), visit(stored), **signed())
    take_place(company(stored, "V01"), visit(stored), **signed())
    assert assign_visits(whole_mission(stored))[port] == ("V01",)


def test_places_survive_a_block_that_is_removed_and_a_workbook_that_comes_again(stored):
    take_place(company(stored, "V02"), visit(stored), **signed())
    factory.store(visiting())
    assert VisitPlace.objects.get().block == visit(stored)
    row = visit(stored)
    removed = remove_block(stored, number=row.position, revision=revision_of(columns_of(row)), **signed())
    assert VisitPlace.objects.count() == 0
    bring_block_back(removed, **signed())
    place = VisitPlace.objects.get()
    assert (place.block, place.company.code, place.taken_at) == (visit(stored), "V02", AT)


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(
    ("address", "role", "post", "queries"),
    [("visits/", "manager", {"company": "V01"}, 10), ("visits/places/", "viewer", {}, 8)],
)
def test_as_many_queries_for_thirty_companies_as_for_one(
    client, django_assert_num_queries, address, role, post, queries, count
):
    stored = factory.store(visiting(count, capacity=20), phase=Phase.PREFERENCES)
    for row in stored.companies.filter(side="visitor").select_related("mission")[:20]:
        take_place(row, visit(stored), **signed())
    client.force_login(factory.member(stored, role, **post))
    with django_assert_num_queries(queries):
        assert client.get(f"{BASE}/{address}").status_code == 200
