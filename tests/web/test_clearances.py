"""Who is cleared, by whom, on what basis; and which meetings need it of their own."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from karvan.mission.opportunities import CooperationRoute, Opportunity, OpportunityKind
from karvan.web.audit.models import AuditTrailError, Event
from karvan.web.clearances.models import Clearance
from karvan.web.clearances.queries import missing_clearances
from karvan.web.programmes.queries import released_pairs
from web import factory

pytestmark = pytest.mark.django_db

BASE = "/en/missions/kish/clearances"
TODAY = date.today()  # noqa: DTZ011 - as the pages read it
DECISION = {
    "state": "cleared", "basis": "Lists of 1 October searched, nothing found", "decided_by": "Anna Petrova",
    "decided_on": TODAY.isoformat(), "valid_until": "",
}  # fmt: skip


def opportunity(code, *routes):
    return Opportunity(company=code, kind=OpportunityKind.OFFER, text="Radios", routes=tuple(routes), language="en")


@pytest.fixture
def released(db):
    """A release in which V01 and H01 could move technology together, V02 and H02 not."""
    transfer, licence = CooperationRoute.TECHNOLOGY_TRANSFER, CooperationRoute.LICENSING
    mission = factory.replace(
        factory.make_mission(),
        opportunities=(
            opportunity("V01", transfer), opportunity("H01", transfer, licence), opportunity("V02", licence),
            opportunity("H02", licence),
        ),
    )  # fmt: skip
    return factory.release_of(mission, factory.make_programme(mission))


@pytest.fixture
def desk(client, released):
    account = factory.member(released.mission, "staff")
    client.force_login(account)
    return account


def test_before_anybody_decides_everything_is_open(client, desk, released):
    text = client.get(f"{BASE}/").content.decode()
    assert "5 of 5 are not cleared." in text
    assert f'href="{BASE}/V01/H01/"' in text or f'href="{BASE}/H01/V01/"' in text
    missing = missing_clearances(released.mission, released_pairs(released.mission), today=TODAY)
    assert [(item.company.code, item.counterpart and item.counterpart.code) for item in missing] == [
        ("V01", None), ("V02", None), ("H01", None), ("H02", None), ("V01", "H01"),
    ]  # fmt: skip


def test_a_named_person_clears_a_company_with_basis_and_date(client, desk, released):
    assert client.post(f"{BASE}/V01/", DECISION)["Location"] == f"{BASE}/"
    row = Clearance.objects.get()
    assert (row.company.code, row.state, row.decided_by, row.decided_on) == ("V01", "cleared", "Anna Petrova", TODAY)
    text = client.get(f"{BASE}/?state=cleared").content.decode()
    assert "4 of 5 are not cleared." in text
    assert "Lists of 1 October" in text
    assert Event.objects.get(action="clearance-decided").subject == "V01"


def test_the_latest_decision_holds_and_earlier_ones_stay(client, desk, released):
    client.post(f"{BASE}/V01/", DECISION)
    client.post(f"{BASE}/V01/", DECISION | {"state": "refused", "basis": "A new list"})
    assert Clearance.objects.count() == 2
    assert "A new list" in client.get(f"{BASE}/?state=refused").content.decode()
    assert "5 of 5 are not cleared." in client.get(f"{BASE}/").content.decode()


def test_a_clearance_runs_out(client, desk, released):
    client.post(f"{BASE}/V01/", DECISION | {"valid_until": TODAY.isoformat()})
    pairs = [("V01", "H02")]
    for day, codes in ((TODAY, ["H02"]), (TODAY + timedelta(days=1), ["V01", "H02"])):
        missing = missing_clearances(released.mission, pairs, today=day)
        assert [item.company.code for item in missing] == codes


@pytest.mark.parametrize("address", ["V01/H01/", "H01/V01/"])
def test_a_meeting_that_moves_technology_is_cleared_whichever_company_is_named_first(client, desk, released, address):
    client.post(f"{BASE}/{address}", DECISION)
    row = Clearance.objects.get()
    assert (row.company.code, row.counterpart.code) == ("V01", "H01")
    assert Event.objects.get(action="clearance-decided").is_private


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"basis": ""}, "Basis"), ({"state": "perhaps"}, "State"), ({"decided_by": ""}, "Decided by"),
        ({"decided_on": (TODAY + timedelta(days=2)).isoformat()}, "still to come"),
        ({"valid_until": "2020-01-01"}, "is over"),
    ],
)  # fmt: skip
def test_a_decision_without_a_basis_or_a_day_is_refused(client, desk, released, change, words):
    response = client.post(f"{BASE}/V01/", DECISION | change)
    assert (response.status_code, words in response.content.decode()) == (400, True)
    assert not Clearance.objects.exists()


def test_staff_of_a_side_sees_to_its_own_companies_alone(client, released):
    client.force_login(factory.member(released.mission, "staff", desk="host"))
    text = client.get(f"{BASE}/").content.decode()
    assert "2 of 2 are not cleared." in text
    assert "V Company" not in text
    assert [client.get(f"{BASE}/{address}").status_code for address in ("H01/", "V01/", "H01/H02/")] == [200, 404, 404]


def test_a_decision_is_never_changed_and_the_database_asks_for_a_basis(client, desk, released):
    client.post(f"{BASE}/V01/", DECISION)
    row = Clearance.objects.get()
    for attempt in (row.save, row.delete):
        with pytest.raises(AuditTrailError):
            attempt()
    columns = {"decided_by": "x", "decided_on": TODAY, "entered_by": desk, "entered_at": factory.RELEASED_AT}
    with pytest.raises(IntegrityError), transaction.atomic():
        Clearance.objects.create(company=row.company, state="cleared", **columns)


@pytest.mark.parametrize("companies", [1, 30])
def test_the_page_makes_as_many_queries_for_thirty_companies(client, django_assert_num_queries, companies):
    client.force_login(factory.member(factory.release(companies).mission, "staff"))
    with django_assert_num_queries(10):
        assert client.get(f"{BASE}/").status_code == 200


DRAFT = "/en/missions/kish/drafts/1/"


@pytest.fixture
def draft(released):
    """A draft that the referee finds nothing wrong with: nobody in it wishes not to meet."""
    mission = factory.replace(factory.make_mission(), requests=(), fixed=(), absences=())
    plain = factory.store(mission)
    programme = factory.replace(factory.make_programme(mission), unplaced=())
    return factory.draft_of(released, programme, mission), plain


def releasing(client, **more):
    revision = re.search(r'name="revision" value="(\d+)"', client.get(f"{DRAFT}release/").content.decode())[1]
    return client.post(f"{DRAFT}release/", {"name": "Two", "revision": revision} | more)


def rule(client, value):
    return client.post(f"{DRAFT}clearance-rule/", {"rule": value})


def test_the_page_of_a_release_says_who_lacks_clearance_and_where_to_give_it(client, desk, draft):
    text = client.get(f"{DRAFT}release/").content.decode()
    assert "4 clearances are missing. You can release all the same if you say why." in text
    assert [f'href="{BASE}/{code}/"' in text for code in ("V01", "V02", "H01", "H02")] == [True] * 4


def test_a_release_without_clearance_needs_a_reason_which_the_neutral_desk_reads_in_the_trail(client, desk, draft):
    assert releasing(client).status_code == 400
    assert draft[1].versions.count() == 1
    assert releasing(client, reason="Letter of the ministry is on its way").status_code == 302
    event = Event.objects.get(action="released-uncleared")
    assert (event.subject, event.is_private) == ("2", True)
    assert event.details == {"missing": 4, "reason": "Letter of the ministry is on its way"}
    trail = "/en/missions/kish/audit/"
    assert "Letter of the ministry" in client.get(trail).content.decode()
    client.force_login(factory.member(draft[1], "staff", desk="host"))
    assert "Letter of the ministry" not in client.get(trail).content.decode()


def test_blocked_means_blocked_whatever_is_sent(client, desk, draft):
    rule(client, "block")
    page = client.get(f"{DRAFT}release/").content.decode()
    assert "4 clearances are missing, and the mission does not release without." in page
    answer = releasing(client, reason="All the same")
    assert (answer.status_code, draft[1].versions.count()) == (409, 1)
    for code in ("V01", "V02", "H01", "H02"):
        client.post(f"{BASE}/{code}/", DECISION)
    assert "Everybody in this programme is cleared." in client.get(f"{DRAFT}release/").content.decode()
    assert (releasing(client).status_code, draft[1].versions.count()) == (302, 2)


def test_whoever_clears_the_rule_away_is_in_the_trail_and_can_take_it_back(client, desk, draft):
    rule(client, "ignore")
    page = client.get(f"{DRAFT}release/").content.decode()
    assert "A release now pays no heed to missing clearances." in page
    assert '<input type="hidden" name="rule" value="warn">' in page
    assert releasing(client).status_code == 302
    assert Event.objects.get(action="clearance-rule-set").details == {"clearance-rule": "ignore"}
    assert not Event.objects.filter(action="released-uncleared").exists()


def test_whoever_goes_on_a_visit_needs_clearance_too(released):
    missing = missing_clearances(released.mission, [], today=TODAY, guests=["V02"])
    assert [item.company.code for item in missing] == ["V02"]
