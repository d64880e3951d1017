"""Meeting requests: asked, answered, withdrawn, expired; and that a "no thanks" cannot be told from anything else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from karvan.mission.requests import RequestLevel, RequestStatus
from karvan.web.audit.models import Event
from karvan.web.catalogue import bridge
from karvan.web.missions.enums import Phase
from karvan.web.requests import actions
from karvan.web.requests.models import MeetingRequest, RequestRules
from karvan.web.requests.queries import request_counts, wishes_of
from web import factory

pytestmark = pytest.mark.django_db

BASE = f"/en/missions/{factory.SLUG}"


@pytest.fixture(autouse=True)
def no_memory():
    bridge.forget()
    yield
    bridge.forget()


@pytest.fixture
def stored(db):
    """A mission in which companies ask each other, and nobody has asked yet."""
    mission = replace(factory.make_mission(), requests=(), fixed=())
    return factory.store(mission, phase=Phase.PREFERENCES)


@pytest.fixture
def sign_in(client, stored):
    def begin(code, role="manager"):
        account = factory.member(stored, role, company=code)
        client.force_login(account)
        return account

    return begin


def say(client, what, code, **fields):
    return client.post(f"{BASE}/requests/{code}/{what}/", fields)


def page(client, address="requests/"):
    response = client.get(f"{BASE}/{address}")
    assert response.status_code == 200
    return response.content.decode()


def company(stored, code):
    return stored.companies.get(code=code)


def wishes(stored, code):
    return wishes_of(company(stored, code), timezone.now())


def test_a_request_is_sent_and_accepted_and_then_contacts_are_seen(client, stored, sign_in):
    sign_in("V01")
    assert "secret@visitor.example" not in page(client, "catalogue/H01/")
    assert say(client, "ask", "H01", level="must", message="Hello").status_code == 302
    assert "The request is sent." in page(client, "catalogue/H01/")
    assert "secret@visitor.example" not in page(client, "catalogue/H01/")
    sign_in("H01", "representative")
    text = page(client)
    assert "Hello" in text
    assert "Must" not in text
    assert say(client, "answer", "V01", verdict="accept", message="Gladly").status_code == 302
    sign_in("V01")
    assert "Gladly" in page(client)
    assert "secret@visitor.example" in page(client, "catalogue/H01/")
    trail = Event.objects.filter(action__startswith="request").values_list("action", "subject", "side", "is_private")
    assert list(trail) == [
        ("request-accepted", "H01 V01", "host", False), ("request-made", "V01 H01", "visitor", False),
    ]  # fmt: skip


def test_declining_can_be_undone_and_asking_again_waits_anew(client, stored, sign_in):
    sign_in("V01")
    say(client, "ask", "H01", level="want")
    sign_in("H01")
    say(client, "answer", "V01", verdict="decline")
    assert wishes(stored, "V01").about("H01").word == "sent-declined"
    say(client, "answer", "V01", verdict="accept")
    assert wishes(stored, "V01").about("H01").is_accepted
    sign_in("V01")
    say(client, "ask", "H01", level="must")
    assert wishes(stored, "V01").about("H01").is_accepted
    sign_in("H01")
    say(client, "answer", "V01", verdict="decline")
    sign_in("V01")
    say(client, "ask", "H01", level="want")
    assert wishes(stored, "H01").about("V01").word == "asks-us"


def test_a_request_expires_and_cannot_be_answered_then(client, stored, sign_in):
    RequestRules.objects.create(mission=stored, days=3)
    sign_in("V01")
    say(client, "ask", "H01", level="want")
    row = MeetingRequest.objects.get()
    assert row.expires_at - row.asked_at == timedelta(days=3)
    late = row.expires_at + timedelta(seconds=1)
    assert wishes_of(company(stored, "V01"), late).sent[0].status == RequestStatus.EXPIRED
    assert wishes_of(company(stored, "H01"), late).to_answer == ()
    MeetingRequest.objects.update(expires_at=timezone.now())
    sign_in("H01")
    response = say(client, "answer", "V01", verdict="accept")
    assert (response.status_code, "has expired" in response.content.decode()) == (409, True)
    sign_in("V01")
    say(client, "ask", "H01", level="want")
    assert wishes(stored, "H01").about("V01").word == "asks-us"


def test_taking_back_leaves_nothing(client, stored, sign_in):
    sign_in("V01")
    say(client, "ask", "H01", level="want")
    say(client, "withdraw", "H01")
    assert MeetingRequest.objects.count() == 0
    assert say(client, "withdraw", "H01").status_code == 404


@pytest.mark.parametrize(
    ("what", "code", "fields", "status"),
    [
        ("ask", "H01", {"level": "avoid"}, 400), ("ask", "H01", {}, 400), ("ask", "V01", {"level": "want"}, 404),
        ("ask", "X", {"level": "want"}, 404), ("avoid", "V01", {}, 404), ("answer", "H01", {"verdict": "accept"}, 404),
        ("answer", "H01", {"verdict": "perhaps"}, 302),
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(client, sign_in, what, code, fields, status):
    sign_in("V01")
    assert say(client, what, code, **fields).status_code == status
    assert MeetingRequest.objects.count() == 0


def test_outside_the_phase_of_preferences_requests_are_closed_but_no_thanks_is_heard(client, stored, sign_in):
    stored.phase = Phase.SCHEDULING
    stored.save()
    sign_in("V01")
    assert say(client, "ask", "H01", level="want").status_code == 409
    assert say(client, "answer", "H01", verdict="accept").status_code == 409
    assert say(client, "avoid", "H01").status_code == 302
    client.force_login(factory.member(stored, "owner"))
    client.post(f"{BASE}/act-for/", {"company": "V02"})
    assert say(client, "ask", "H01", level="want").status_code == 302
    assert Event.objects.get(action="request-made").on_behalf_of == "V02"


def test_one_sides_staff_that_acts_for_a_company_sees_nothing_of_its_requests(client, stored):
    actions.avoid_company(
        company(stored, "V01"), counterpart=company(stored, "H01"), by=factory.user(), at=timezone.now()
    )
    client.force_login(factory.member(stored, "staff", desk="visitor"))
    client.post(f"{BASE}/act-for/", {"company": "V01"})
    assert client.get(f"{BASE}/requests/").status_code == 403
    assert say(client, "ask", "H01", level="want").status_code == 403
    assert "no thanks" not in page(client, "catalogue/H01/")


# Nobody's "no thanks" can be told


READERS = {
    "the company that is avoided": ("manager", {"company": "H01"}),
    "its representative": ("representative", {"company": "H01"}),
    "another company": ("manager", {"company": "V02"}),
    "staff of its side": ("staff", {"desk": "host"}),
    "staff of the avoider's side": ("staff", {"desk": "visitor"}),
    "viewer": ("viewer", {}),
}
ADDRESSES = (
    "", "requests/", "catalogue/", "catalogue/?q=Company+1", "catalogue/V01/", "catalogue/H01/", "marketplace/",
    "our-company/",
)  # fmt: skip


def plain(text):
    text = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", text)
    return re.sub(r"slug-[ab]", "SLUG", text)


def seen(client, stored, moment, monkeypatch):
    """Return what everybody but the avoider and the neutral desk sees at a moment."""
    found = {}
    for name, (role, place) in READERS.items():
        client.force_login(factory.member(stored, role, **place))
        for address in ADDRESSES:
            with monkeypatch.context() as patch:
                patch.setattr("karvan.web.middleware.datetime", Clock(moment))
                response = client.get(f"/en/missions/{stored.slug}/{address}")
            found[name, address] = (response.status_code, plain(response.content.decode()))
    return found


class Clock:
    def __init__(self, moment):
        self.moment = moment

    def now(self, _zone):
        return self.moment


def asked(stored, company_code, counterpart_code, at):
    return actions.ask_meeting(
        company(stored, company_code),
        counterpart=company(stored, counterpart_code),
        level=RequestLevel.WANT,
        message="Hello",
        by=factory.user(),
        at=at,
    )


def answered(stored, code, asker, at, *, is_accepted):
    signed = {"by": factory.user(), "at": at, "answer": ""}
    actions.answer_request(company(stored, code), asker=company(stored, asker), is_accepted=is_accepted, **signed)


def avoided(stored, at):
    actions.avoid_company(company(stored, "V01"), counterpart=company(stored, "H01"), by=factory.user(), at=at)


def ask_only(stored, at):
    asked(stored, "H01", "V01", at)


def accept_first(stored, at):
    asked(stored, "H01", "V01", at)
    answered(stored, "V01", "H01", at, is_accepted=True)


def ask_first(stored, at):
    asked(stored, "V01", "H01", at)


def decline(stored, at):
    answered(stored, "V01", "H01", at, is_accepted=False)


def withdraw(stored, at):
    actions.withdraw_wish(company(stored, "V01"), counterpart=company(stored, "H01"), by=factory.user(), at=at)


HISTORIES = {
    "asked before": (ask_only, None, None),
    "asked afterwards": (None, None, ask_only),
    "accepted before": (accept_first, decline, None),
    "asked the other before": (ask_first, withdraw, ask_only),
}
"""What happened before, what an ordinary company does then where the other says "no thanks", and what follows."""


@pytest.mark.parametrize("history", HISTORIES)
@pytest.mark.parametrize("days", [0, 1, 8])
def test_a_no_thanks_cannot_be_told_from_what_companies_do_anyway(client, monkeypatch, history, days):
    before, ordinary, after = HISTORIES[history]
    at = factory.RELEASED_AT
    views = []
    for slug, is_avoided in (("slug-a", False), ("slug-b", True)):
        mission = replace(factory.make_mission(), requests=(), fixed=())
        stored = factory.store(mission, slug=slug, phase=Phase.PREFERENCES)
        for step in (before, avoided if is_avoided else ordinary, after):
            if step:
                step(stored, at)
        views.append(seen(client, stored, at + timedelta(days=days, minutes=5), monkeypatch))
        rows = list(stored.companies.all())
        views[-1]["counts"] = [
            request_counts(stored, rows, at + timedelta(days=days))[row.pk] for row in rows if row.code != "V01"
        ]
        public = Event.objects.filter(mission=stored, is_private=False).exclude(action="member-added").order_by("pk")
        views[-1]["trail"] = list(public.values_list("action", "subject", "side", "details"))
    assert views[0].keys() == views[1].keys()
    assert {key for key in views[0] if views[0][key] != views[1][key]} == set()


def test_an_acceptance_that_a_workbook_brings_beside_a_no_thanks_is_not_seen_by_who_asked(client, stored, sign_in):
    at = timezone.now()
    asked(stored, "H01", "V01", at)
    MeetingRequest.objects.update(status=RequestStatus.ACCEPTED, answer="yes")
    MeetingRequest.objects.create(
        company=company(stored, "V01"), counterpart=company(stored, "H01"), level="avoid", asked_at=at,
        asked_by=factory.user(),
    )  # fmt: skip
    shown = wishes_of(company(stored, "H01"), at).sent[0]
    assert (shown.status, shown.answer) == (RequestStatus.PENDING, "")
    sign_in("H01")
    assert "secret@visitor.example" not in page(client, "catalogue/V01/")


def test_who_says_no_thanks_and_the_neutral_desk_know_it(client, stored, sign_in):
    asked(stored, "H01", "V01", timezone.now())
    sign_in("V01")
    say(client, "avoid", "H01")
    text = page(client)
    assert "Only the organiser’s neutral desk knows" in text
    assert "Hello" not in text
    assert wishes(stored, "V01").to_answer == ()
    assert say(client, "answer", "H01", verdict="accept").status_code == 404
    assert Event.objects.get(action="avoid-made").is_private
    say(client, "withdraw", "H01")
    assert Event.objects.get(action="avoid-lifted").is_private
    assert len(wishes(stored, "V01").to_answer) == 1


def test_the_organiser_sets_how_long_requests_wait_and_what_is_seen(client, stored, sign_in):
    client.force_login(factory.member(stored, "owner"))
    rules = {"ends": "days", "days": "5", "website": "never", "people": "accepted", "contacts": "always"}
    assert client.post(f"{BASE}/requests/rules/", rules | {"days": "0"}).status_code == 400
    assert client.post(f"{BASE}/requests/rules/", rules).status_code == 302
    assert "The rules are saved." in page(client, "requests/rules/")
    sign_in("H01")
    text = page(client, "catalogue/V01/")
    assert ("secret@visitor.example" in text, "Vera" in text) == (True, False)


@pytest.mark.parametrize("count", [1, 30])
@pytest.mark.parametrize(
    ("address", "queries"), [("requests/", 5), ("catalogue/", 7), ("catalogue/?q=Company", 9), ("marketplace/", 4)]
)
def test_as_many_queries_for_thirty_companies_as_for_one(client, django_assert_num_queries, address, queries, count):
    stored = factory.store(factory.make_mission(count), phase=Phase.PREFERENCES)
    for number in range(1, count + 1):
        if number != 1:
            asked(stored, "V01", f"H{number:02}", timezone.now())
    client.force_login(factory.member(stored, "manager", company="V01"))
    client.get(f"{BASE}/{address}")
    with django_assert_num_queries(queries):
        assert client.get(f"{BASE}/{address}").status_code == 200


@pytest.mark.parametrize("lang", ["fa", "ru", "en"])
def test_pages_speak_three_languages(client, stored, lang):
    asked(stored, "H01", "V01", timezone.now())
    asked(stored, "V01", "H02", timezone.now())
    client.force_login(factory.member(stored, "manager", company="V01"))
    for address in ("requests/", "catalogue/", "catalogue/H01/", "catalogue/H02/", "marketplace/", "our-company/"):
        assert client.get(f"/{lang}/missions/{factory.SLUG}/{address}").status_code == 200


def test_who_avoids_whom_and_why_is_on_one_page_of_the_neutral_desk(client, stored, sign_in):
    sign_in("V01")
    say(client, "avoid", "H01", message="secret-why")
    assert "secret-why" not in page(client)
    client.force_login(factory.member(stored, "owner"))
    text = " ".join(page(client, "requests/no-thanks/").split())
    found = [words in text for words in ("V Company 1", "H Company 1", "secret-why", "manager-V01-kish", "H Company 2")]
    assert found == [True, True, True, True, False]
    seats = (
        ("viewer", {}),
        ("staff", {"desk": "visitor"}),
        ("staff", {"desk": "host"}),
        ("manager", {"company": "H01"}),
    )
    for role, post in seats:
        client.force_login(factory.member(stored, role, **post))
        assert client.get(f"{BASE}/requests/no-thanks/").status_code == 403
        for address in ("", "matches/", "audit/", "requests/", "catalogue/V01/", "catalogue/H01/"):
            assert "secret-why" not in client.get(f"{BASE}/{address}").content.decode()
    client.force_login(factory.member(stored, "staff"))
    client.post(f"{BASE}/act-for/", {"company": "H01"})
    assert client.get(f"{BASE}/requests/no-thanks/").status_code == 403
    assert "secret-why" not in page(client, "catalogue/V01/")


@pytest.mark.parametrize("count", [1, 30])
def test_the_page_of_no_thanks_makes_as_many_queries_for_thirty_as_for_one(client, django_assert_num_queries, count):
    stored = factory.store(replace(factory.make_mission(count), requests=(), fixed=()), phase=Phase.PREFERENCES)
    for row in stored.companies.filter(side="visitor").select_related("mission"):
        other = company(stored, "H01")
        actions.avoid_company(row, counterpart=other, by=factory.user(), at=factory.RELEASED_AT)
    client.force_login(factory.member(stored, "owner"))
    with django_assert_num_queries(5):
        assert client.get(f"{BASE}/requests/no-thanks/").status_code == 200
