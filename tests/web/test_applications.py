"""Calls, applications, and what is decided about them."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail

from karvan.web.applications.actions import ATTEMPTS, change_application, count_attempt
from karvan.web.applications.decisions import decide, free_code
from karvan.web.applications.enums import Outcome
from karvan.web.applications.errors import (
    CallClosedError,
    LetterSentError,
    TooManyApplicationsError,
)
from karvan.web.applications.models import Application, Attempt, CallForCompanies, Decision
from karvan.web.companies.models import Company
from karvan.web.errors import StaleError
from karvan.web.members.models import Invitation, Membership
from web import applicants, factory

pytestmark = pytest.mark.django_db

BASE = "/en/missions/kish"
FORM = f"{BASE}/apply/visitor/"
PASSWORD = "a long enough phrase"


@pytest.fixture
def clock(monkeypatch):
    """Set the time of requests."""
    from karvan.web import middleware

    class Clock:
        at = applicants.DURING

        def now(self, zone):
            return self.at

    clock = Clock()
    monkeypatch.setattr(middleware, "datetime", clock)
    return clock


@pytest.fixture
def mission(released):
    return released.mission


@pytest.fixture
def call(mission):
    return applicants.open_call(mission)


@pytest.fixture
def applied(call):
    return applicants.apply(call)[0]


@pytest.fixture
def owner(client, mission):
    account = factory.member(mission, "owner")
    client.force_login(account)
    return account


def text_of(response, status=200):
    assert response.status_code == status
    return response.content.decode()


def commit(capture, client, address, data):
    with capture(execute=True):
        return client.post(address, data)


def link_in(letter):
    return re.search(r"http://testserver(\S+)", letter.body)[1]


def test_from_the_form_to_the_seat_of_a_manager(client, call, mission, clock, django_capture_on_commit_callbacks):
    """Apply, change it by the private link, be accepted, read the letter, take the invitation, sign in."""
    received = commit(django_capture_on_commit_callbacks, client, FORM.replace("/en/", "/ru/"), applicants.ENTERED)
    own = link_in(mail.outbox[0])
    assert received["Location"] == own
    assert "ваша заявка получена" in text_of(client.get(own))
    changed = client.post(own, applicants.ENTERED | {"need": "A partner in Kish"})
    assert changed["Location"] == own
    staff = factory.member(mission, "staff", desk="visitor")
    client.force_login(staff)
    clock.at = applicants.AFTER
    assert "Sample Works" in text_of(client.get(f"{BASE}/applications/"))
    decision = {"outcome": "accepted", "reason": "Strong", "revision": "1"}
    decided = commit(django_capture_on_commit_callbacks, client, f"{BASE}/applications/1/decide/", decision)
    assert decided["Location"] == f"{BASE}/applications/1/letter/"
    preview = text_of(client.get(decided["Location"]))
    assert "Образец" in preview
    letter = {"subject": "Принято", "text": "Поздравляем"}
    commit(django_capture_on_commit_callbacks, client, decided["Location"], letter)
    assert [(each.to, each.subject) for each in mail.outbox] == [
        (["anna@works.example"], "Заявка получена: Миссия на Киш"),
        (["anna@works.example"], "Приглашение: Миссия на Киш"),
        (["anna@works.example"], "Принято"),
    ]
    client.logout()
    invitation = link_in(mail.outbox[1])
    assert client.post(invitation, {"name": "Anna", "password": PASSWORD})["Location"] == "/ru/"
    seat = Membership.objects.get(user__email="anna@works.example")
    assert (seat.role, seat.company.code, seat.company.names["ru"]) == ("manager", "V03", "Образец")
    assert [(row.kind, row.text, row.language) for row in seat.company.opportunities.all()] == [
        ("offer", "Pumps for salt water", "ru"), ("need", "A partner in Kish", "ru"),
    ]  # fmt: skip
    assert client.get(f"{BASE}/").status_code == 200


@pytest.mark.parametrize(
    ("shift", "said"), [(-1, "has not opened yet"), (20, "has closed"), (0, "Send the application")]
)
def test_the_form_is_there_while_the_call_is_open(client, call, clock, shift, said):
    clock.at = applicants.OPENS_AT + timedelta(days=shift)
    page = text_of(client.get(FORM))
    assert said in page
    assert ('name="offer"' in page) is (shift == 0)
    assert "Come &lt;b&gt;along&lt;/b&gt;" in page


def test_nothing_is_taken_when_the_call_is_closed(client, call, clock):
    clock.at = applicants.AFTER
    assert client.post(FORM, applicants.ENTERED).status_code == 409
    assert not Application.objects.exists()


def test_a_mission_without_a_call_is_nobodys_to_know(client, mission):
    for address in (f"{BASE}/apply/", FORM, "/en/missions/none/apply/"):
        assert client.get(address).status_code == 404


def test_one_call_is_led_to_and_two_are_offered(client, call, mission, clock):
    assert client.get(f"{BASE}/apply/")["Location"] == FORM
    assert client.get(f"{BASE}/apply/host/").status_code == 404
    applicants.open_call(mission, "host")
    page = text_of(client.get(f"{BASE}/apply/"))
    assert FORM in page
    assert f"{BASE}/apply/host/" in page


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"name_en": "", "name_ru": ""}, "Please fill this in."),
        ({"offer": "", "need": ""}, "Please say what you offer"),
        ({"consent": ""}, "Please fill this in."),
        ({"contact_email": "nobody"}, "This does not fit here."),
        ({"website": "javascript:alert(1)"}, "This does not fit here."),
        ({"country": "XX"}, "This is not one of the choices."),
        ({"fax": "1"}, "as if a program had filled it in"),
    ],
)
def test_a_form_that_is_not_right_is_not_taken(client, call, clock, change, problem):
    page = text_of(client.post(FORM, applicants.ENTERED | change), 400)
    assert problem in page
    assert not Application.objects.exists()


def test_the_organisers_own_questions_are_asked_and_answered(client, mission, clock):
    applicants.open_call(mission, questions=applicants.QUESTIONS)
    assert "Please fill this in." in text_of(client.post(FORM, applicants.ENTERED), 400)
    answers = {"answer_q1": "2", "answer_q2": "12.5", "answer_q3": "yes"}
    assert client.post(FORM, applicants.ENTERED | answers).status_code == 302
    assert Application.objects.get().answers == {"q1": "2", "q2": "12.5", "q3": "yes"}
    client.force_login(factory.member(mission, "staff"))
    page = text_of(client.get(f"{BASE}/applications/1/"))
    for said in ("Certificates?", "None", "Export share", "12.5", "Travelled before?", "Yes"):
        assert said in page


def test_an_application_says_to_what_it_agreed(client, call, clock):
    call.consents, call.consent_version = {"en": "Terms two"}, 2
    call.save()
    assert "Terms two" in text_of(client.get(FORM))
    client.post(FORM, applicants.ENTERED)
    found = Application.objects.get()
    assert (found.consent_text, found.consent_version, found.lang) == ("Terms two", 2, "en")


def test_one_place_can_apply_only_so_often(client, call, clock):
    for _ in range(ATTEMPTS):
        client.post(FORM, applicants.ENTERED)
    assert client.post(FORM, applicants.ENTERED).status_code == 429
    assert Application.objects.count() == ATTEMPTS
    assert "127.0.0.1" not in Attempt.objects.values_list("address", flat=True)
    clock.at += timedelta(hours=1)
    assert client.post(FORM, applicants.ENTERED).status_code == 302
    assert Attempt.objects.count() == 1


def test_attempts_of_other_places_do_not_count():
    for number in range(ATTEMPTS + 1):
        count_attempt(f"10.0.0.{number}", at=applicants.DURING)
    for _ in range(ATTEMPTS - 1):
        count_attempt("10.0.0.1", at=applicants.DURING)
    with pytest.raises(TooManyApplicationsError):
        count_attempt("10.0.0.1", at=applicants.DURING)


def test_an_application_is_seen_by_its_link_alone(client, call, clock):
    application, link = applicants.apply(call)
    address = link.removeprefix("http://testserver")
    assert "Applicant 1" in text_of(client.get(address))
    assert client.get("/en/applications/guessed/").status_code == 404
    assert address.split("/")[3] not in application.digest


def test_after_the_deadline_it_is_only_read(client, call, clock):
    _, link = applicants.apply(call)
    address = link.removeprefix("http://testserver")
    clock.at = applicants.AFTER
    page = text_of(client.get(address))
    assert "Offer 1" in page
    assert 'name="offer"' not in page
    assert client.post(address, applicants.ENTERED).status_code == 409


def test_two_who_change_one_application_see_each_other(client, call, clock):
    application, link = applicants.apply(call)
    address = link.removeprefix("http://testserver")
    assert client.post(address, applicants.ENTERED | {"city": "Theirs"}).status_code == 302
    page = text_of(client.post(address, applicants.ENTERED | {"city": "Mine"}), 409)
    assert "Theirs" in page
    assert "Mine" in page
    assert client.post(address, applicants.ENTERED | {"city": "Mine", "revision": "1"}).status_code == 302
    application.refresh_from_db()
    assert application.city == "Mine"
    assert client.post(address, applicants.ENTERED | {"offer": "", "revision": "2"}).status_code == 400


def test_a_company_that_was_accepted_changes_its_profile_and_not_the_application(applied, owner):
    decide(applied, outcome=Outcome.ACCEPTED, reason="r", revision=0, site="", by=owner, at=applicants.DURING)
    with pytest.raises(CallClosedError):
        change_application(applied, columns={"city": "x"}, revision=1, at=applicants.DURING)


def decided(application, outcome, owner, day=1):
    application.refresh_from_db()
    at = applicants.AFTER + timedelta(days=day)
    options = {"reason": "r", "revision": application.revision, "site": "http://testserver"}
    decision = decide(application, outcome=outcome, by=owner, at=at, **options)
    application.refresh_from_db()
    return decision


def test_another_decision_takes_a_company_out_and_back_and_deletes_nothing(applied, owner, mission):
    before = mission.revision
    decided(applied, Outcome.ACCEPTED, owner)
    company = applied.company
    assert (company.code, company.standing, company.contact_email) == ("V03", "participating", "contact1@works.example")
    decided(applied, Outcome.RESERVE, owner, 2)
    assert (applied.company.standing, Invitation.objects.get().withdrawn_at is None) == ("reserve", False)
    decided(applied, Outcome.DECLINED, owner, 3)
    assert applied.company.standing == "withdrawn"
    decided(applied, Outcome.ACCEPTED, owner, 4)
    assert (applied.company, applied.company.standing) == (company, "participating")
    assert [each.outcome for each in applied.decisions.all()] == ["accepted", "declined", "reserve", "accepted"]
    assert (Company.objects.filter(mission=mission, side="visitor").count(), Invitation.objects.count()) == (3, 2)
    mission.refresh_from_db()
    assert mission.revision == before + 4


def test_reserve_and_declined_make_no_company(applied, owner):
    decided(applied, Outcome.RESERVE, owner)
    decided(applied, Outcome.DECLINED, owner, 2)
    assert (applied.company, applied.outcome, Invitation.objects.count()) == (None, "declined", 0)


def test_a_second_decision_from_an_old_page_is_refused(client, applied, owner):
    with pytest.raises(StaleError):
        decide(applied, outcome=Outcome.DECLINED, reason="r", revision=7, site="", by=owner, at=applicants.AFTER)
    page = client.post(f"{BASE}/applications/1/decide/", {"outcome": "declined", "reason": "r", "revision": "7"})
    assert "decide again" in text_of(page, 409)
    assert not Decision.objects.exists()
    assert client.post(f"{BASE}/applications/1/decide/", {"outcome": "waiting", "revision": "0"}).status_code == 400


def test_codes_go_on_from_the_highest(mission):
    assert (free_code(mission, "visitor"), free_code(mission, "host")) == ("V03", "H03")
    for code in ("V41", "VIP"):
        Company.objects.create(mission=mission, code=code, side="visitor", changed_at=applicants.DURING)
    assert free_code(mission, "visitor") == "V42"


def test_a_letter_is_previewed_in_each_language_and_sent_once(
    client, applied, owner, django_capture_on_commit_callbacks
):
    address = f"{BASE}/applications/1/letter/"
    assert client.get(address)["Location"] == f"{BASE}/applications/1/"
    decision = decided(applied, Outcome.RESERVE, owner)
    for lang, word in (("en", "reserve list"), ("fa", "فهرست ذخیره"), ("ru", "резервный список")):
        assert word in text_of(client.get(f"{address}?in={lang}"))
    assert "резервный список" in text_of(client.get(f"{address}?in=xx"))
    assert client.post(address, {"subject": "", "text": "x"}).status_code == 400
    commit(django_capture_on_commit_callbacks, client, address, {"subject": "Reserve", "text": "Perhaps"})
    assert [letter.subject for letter in mail.outbox] == ["Reserve"]
    assert client.post(address, {"subject": "Again", "text": "x"}).status_code == 302
    assert len(mail.outbox) == 1
    assert "Perhaps" in text_of(client.get(f"{BASE}/applications/1/"))
    trail = text_of(client.get(f"{BASE}/audit/"))
    assert [words for words in ("Decided about an application", "Sent a letter", "Reserve") if words not in trail] == []
    from karvan.web.applications.decisions import send_decision
    from karvan.web.letters.queries import Wording

    with pytest.raises(LetterSentError):
        send_decision(decision, letter=Wording("Again", "x"), by=owner, at=applicants.AFTER)


def call_form(call=None, **more):
    return {"opens_at": "2026-08-01T09:00", "closes_at": "2026-09-01T18:00", "text_en": "Come", "consent_en": "Yes",
            "revision": str(call.revision if call else 0)} | more  # fmt: skip


def test_a_call_is_opened_by_the_clocks_of_the_mission(client, owner, mission):
    address = f"{BASE}/call/visitor/"
    assert "I agree that the organiser" in text_of(client.get(address))
    assert client.post(address, call_form())["Location"] == f"{BASE}/applications/"
    call = CallForCompanies.objects.get()
    assert f"{call.opens_at:%H:%M %z}" == "05:30 +0000"
    assert "The call is saved." in text_of(client.get(f"{BASE}/applications/"))
    page = text_of(client.get(address))
    assert 'value="2026-08-01T09:00"' in page
    assert (call.texts, call.consents, call.consent_version) == ({"en": "Come"}, {"en": "Yes"}, 1)
    client.post(address, call_form(call, consent_en="Yes, and more"))
    call.refresh_from_db()
    assert (call.consent_version, call.revision) == (2, 2)


def test_a_call_cannot_close_before_it_opens_or_be_overwritten_unseen(client, owner, call):
    address = f"{BASE}/call/visitor/"
    backwards = call_form(call, closes_at="2026-07-01T18:00")
    assert "cannot close before" in text_of(client.post(address, backwards), 400)
    assert client.post(address, {"text_en": "x"}).status_code == 400
    page = text_of(client.post(address, call_form(text_en="Mine")), 409)
    assert "Come &lt;b&gt;along&lt;/b&gt;" in page
    assert "Mine" in page


@pytest.mark.parametrize("kind", ["applications/1/", "call/visitor/", "applications/1/letter/"])
def test_staff_of_a_side_sees_only_its_own(client, applied, mission, kind):
    client.force_login(factory.member(mission, "staff", desk="host"))
    assert client.get(f"{BASE}/{kind}").status_code == 404
    assert "Applicant 1" not in text_of(client.get(f"{BASE}/applications/"))
    assert client.post(f"{BASE}/applications/1/decide/", {"outcome": "accepted"}).status_code == 404
