"""The permission matrix: every address of a mission, for every role, a stranger, and somebody of another mission."""

from __future__ import annotations

import pytest
from django.urls import URLPattern, get_resolver, reverse

from karvan.web.access import GRANTS, NEUTRAL_ONLY, Capability, granted, needs_of
from karvan.web.companies.models import Person
from karvan.web.members.enums import ORGANISERS, Desk, Role
from karvan.web.outbox.actions import prepare_letters
from web import applicants, factory

pytestmark = pytest.mark.django_db

SEATS = {
    "owner": {},
    "staff": {},
    "staff of the visitors": {"desk": "visitor"},
    "staff of the hosts": {"desk": "host"},
    "viewer": {},
    "viewer of the hosts": {"desk": "host"},
    "manager": {"company": "V01"},
    "manager of the other side": {"company": "H01"},
    "representative": {"company": "V01"},
    "representative of the other side": {"company": "H01"},
    "interpreter": {"interpreter": "I01"},
    "observer": {},
}
"""Who there is in a mission: the role is the first word."""

ARGUMENTS = {
    "code": {
        **dict.fromkeys(
            ("company-profile", "request-ask", "request-withdraw", "request-avoid", "request-answer"), "H02"
        ),
        "company-pdf": "V01",
        "company-calendar": "V01",
        "company-agenda": "V01",
        "interpreter-roster": "I01",
        "clearance": "V01",
        "clearance-pair": "V01",
        "match": "V01",
        **dict.fromkeys(("company", "company-change", "company-standing", "company-invite"), "V01"),
    },
    "other": "H01",
    "day": factory.SECOND,
    "number": 1,
    "side": "visitor",
    "letter": "application-accepted",
    "written_in": "fa",
    "pk": 0,
    "place": 1,
    "file": 1,
}
"""What an address takes besides the language and the mission; by the name of the address where it depends on it."""

OWN = {
    "company-pdf": {"manager", "representative"},
    "company-calendar": {"manager", "representative"},
    "company-agenda": {"manager", "representative"},
    "interpreter-roster": {"interpreter"},
}
"""Addresses that are somebody's own: of those who may not read all, only these may open them."""


OF_A_SIDE = {
    "clearance": "visitor",
    "clearance-pair": "",
    "journey": "visitor",
    "personal-data": "visitor",
    "application": "visitor",
    "call": "visitor",
    "application-letter": "visitor",
    "application-assess": "visitor",
    "call-questions": "visitor",
    "call-question": "visitor",
    "application-readiness": "visitor",
    "company": "visitor",
    "company-change": "visitor",
}
"""Addresses of one side's matters: staff of the other side is told that there are none; "": the neutral desk's."""


@pytest.fixture(autouse=True)
def applied(released):
    """An application of a visitor, number 1, and letters about the release."""
    prepare_letters(released, by=factory.user(), at=factory.RELEASED_AT)
    applicants.apply(applicants.open_call(released.mission))


def entries(patterns, prefix=""):
    for entry in patterns:
        here = prefix + str(entry.pattern)
        yield from [(here, entry)] if isinstance(entry, URLPattern) else entries(entry.url_patterns, here)


def mission_views():
    """Return the views of a mission by the name of their address."""
    every = entries(get_resolver().url_patterns)
    return {entry.name: (route, entry.callback) for route, entry in every if "<slug:slug>" in route}


OF_A_PERSON = {"journey", "personal-data", "person-erase"}
"""Addresses of a person, with the number that the database gave."""

OF_NOTHING = {"own-opportunity", "own-person", "concept"}
"""Addresses of a part of the reader's own company that is not there: whoever may ask is told so."""


def address_of(name, route, slug=factory.SLUG):
    given = {"lang": "en", "slug": slug}
    for argument, value in ARGUMENTS.items():
        if f":{argument}>" in route:
            given[argument] = value[name] if isinstance(value, dict) else value
    if name in OF_A_PERSON:
        given["number"] = Person.objects.filter(company__side="visitor").earliest("pk").pk
    return reverse(name, kwargs=given)


def is_open(view, name, seat):
    """Whether the table of capabilities opens a view for a seat."""
    role, desk = Role(seat.split()[0]), SEATS[seat].get("desk")
    may = granted(role, Desk(desk or "neutral") if role in ORGANISERS else None)
    if not may & needs_of(view):
        return False
    if name in OF_A_SIDE and desk not in {None, OF_A_SIDE[name]}:
        return False
    return name not in OWN or Capability.READ_ALL_AGENDAS in may or seat in OWN[name]


def answer(client, name, slug=factory.SLUG):
    """Return the status of an address; 405 says that a view is open, but only for forms."""
    route, _ = mission_views()[name]
    return client.get(address_of(name, route, slug)).status_code


@pytest.mark.parametrize("seat", SEATS)
def test_every_address_is_open_to_those_who_may_and_to_nobody_else(client, released, seat):
    client.force_login(factory.member(released.mission, seat.split()[0], **SEATS[seat]))
    wrong = {}
    for name, (_, view) in mission_views().items():
        status = answer(client, name)
        refused = status in ({403} if name in OF_NOTHING else {403, 404})
        if refused is is_open(view, name, seat):
            wrong[name] = status
    assert wrong == {}


def test_strangers_are_asked_to_sign_in_everywhere(client, released):
    for name, (route, _) in mission_views().items():
        response = client.get(address_of(name, route))
        assert (name, response.status_code, response["Location"].partition("?")[0]) == (name, 302, "/en/sign-in/")
        posted = client.post(address_of(name, route))
        assert (name, posted.status_code, posted["Location"]) == (name, 302, "/en/sign-in/")


def test_to_people_of_another_mission_there_is_none(client, released):
    other = factory.release(slug="other").mission
    client.force_login(factory.member(other, "owner"))
    assert {name: answer(client, name) for name in mission_views()} == dict.fromkeys(mission_views(), 404)


def test_every_role_is_in_the_table_and_a_side_never_gets_what_is_for_the_neutral_desk():
    assert set(GRANTS) == set(Role)
    assert {seat.split()[0] for seat in SEATS} == {role.value for role in Role}
    for role in ORGANISERS:
        assert granted(role, Desk.VISITOR) == granted(role, Desk.NEUTRAL) - NEUTRAL_ONLY
    for role in set(Role) - set(ORGANISERS):
        assert GRANTS[role] & NEUTRAL_ONLY == frozenset()
        assert Capability.READ_DESK not in GRANTS[role]


@pytest.mark.parametrize(
    ("seat", "code", "is_allowed"),
    [
        ("owner", "V01", True), ("staff", "H02", True), ("staff of the visitors", "V02", True),
        ("staff of the visitors", "H01", False), ("staff of the hosts", "V01", False), ("staff", "X", False),
    ],
)  # fmt: skip
def test_staff_acts_for_companies_of_its_own_side(client, released, seat, code, is_allowed):
    client.force_login(factory.member(released.mission, seat.split()[0], **SEATS[seat]))
    begun = client.post(f"/en/missions/{factory.SLUG}/act-for/", {"company": code})
    assert begun.status_code == (302 if is_allowed else 404)
    start = client.get(f"/en/missions/{factory.SLUG}/").content.decode()
    assert ("You act on behalf of" in start) is is_allowed


def test_whoever_acts_for_a_company_may_do_what_its_manager_may_and_it_is_logged(client, released):
    from karvan.web.audit.models import Event

    client.force_login(factory.member(released.mission, "owner"))
    base = f"/en/missions/{factory.SLUG}"
    client.post(f"{base}/act-for/", {"company": "H02"})
    assert client.get(f"{base}/programme/companies/H02/").status_code == 200
    assert client.get(f"{base}/programme/companies/V01/").status_code == 403
    assert Event.objects.filter(action="acting-begun").values_list("on_behalf_of", flat=True).get() == "H02"
    client.post(f"{base}/act-for-nobody/")
    assert client.get(f"{base}/programme/companies/V01/").status_code == 200


def test_a_seat_that_was_lost_ends_the_acting(client, released):
    account = factory.member(released.mission, "staff")
    client.force_login(account)
    base = f"/en/missions/{factory.SLUG}"
    client.post(f"{base}/act-for/", {"company": "H02"})
    account.memberships.update(role=Role.VIEWER)
    assert "You act on behalf of" not in client.get(f"{base}/").content.decode()
