"""Who owes what: found with the same queries for sixty companies, told to each their own, reminded of once a day."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core import mail
from hypothesis import given
from hypothesis import strategies as st

from karvan.mission.requests import RequestLevel
from karvan.web.access import Seat
from karvan.web.audit.models import Event
from karvan.web.clearances.models import Clearance
from karvan.web.companies.models import Person
from karvan.web.companies.parts import Part
from karvan.web.duties.actions import remind
from karvan.web.duties.models import Reminder
from karvan.web.duties.queries import FINDERS, debts, owed_by
from karvan.web.jobs.actions import take_job
from karvan.web.jobs.kinds import Running
from karvan.web.jobs.worker import run_job
from karvan.web.logistics.models import Journey
from karvan.web.missions.actions import set_deadlines
from karvan.web.missions.enums import Phase
from karvan.web.missions.forms import DeadlinesForm
from karvan.web.missions.phases import OPENINGS, Activity, ends_at, next_phase, revision_of
from karvan.web.requests.actions import ask_meeting, avoid_company
from karvan.web.requests.models import MeetingRequest
from web import applicants, factory

pytestmark = pytest.mark.django_db

BASE = f"/en/missions/{factory.SLUG}"
AT = factory.RELEASED_AT


@pytest.fixture
def stored(db):
    return factory.store(factory.make_mission(), phase=Phase.PREFERENCES)


def seat(stored, role="owner", **post):
    account = factory.member(stored, role, **post)
    return Seat(account.memberships.select_related("mission").get())


def owed(stored, code, at=AT):
    company = stored.companies.get(code=code)
    found = owed_by(stored, [company], at, activities=FINDERS)[company.pk]
    return {each.activity: each for each in found}


def text(client, address=f"{BASE}/"):
    return " ".join(client.get(address).content.decode().split())


# ---- phases ----------------------------------------------------------------------------------------------------------


def test_every_phase_says_what_it_opens_and_expects():
    assert set(OPENINGS) == set(Phase)
    assert {each for opening in OPENINGS.values() for each in opening.expects} == {*FINDERS, Activity.DECISIONS}
    assert [next_phase(phase) for phase in Phase] == [*list(Phase)[1:], None]


def test_going_on_is_one_click_says_what_it_changes_and_can_be_undone(client, stored):
    client.force_login(factory.member(stored, "owner"))
    before = text(client)
    assert "It closes: <strong>Meeting requests</strong>" in before
    client.post(f"{BASE}/phase/", {"to": "scheduling"})
    after = text(client)
    assert "The mission is now in the phase “Scheduling”." in after
    assert '<input type="hidden" name="to" value="preferences">' in after
    assert "This phase was begun by owner-kish" in after
    client.post(f"{BASE}/phase/", {"to": "preferences"})
    stored.refresh_from_db()
    assert stored.phase == Phase.PREFERENCES
    assert Event.objects.filter(action="phase-set").count() == 2


def test_days_of_phases_are_entered_in_either_calendar_and_seen_by_everybody(client, stored):
    client.force_login(factory.member(stored, "owner"))
    sent = {"registration": "1405/06/10", "preferences": "2026-09-20", "revision": revision_of({})}
    assert client.post(f"{BASE}/phases/", sent)["Location"] == f"{BASE}/"
    stored.refresh_from_db()
    assert stored.deadlines == {"registration": "2026-09-01", "preferences": "2026-09-20"}
    assert ends_at(stored, Phase.PREFERENCES) == datetime(2026, 9, 20, 20, 30, tzinfo=UTC)
    client.force_login(factory.member(stored, "observer"))
    page = text(client)
    assert ("20 September 2026" in page, "29 Shahrivar 1405" in page) == (True, True)


def test_days_out_of_order_are_refused_and_nobody_overwrites_days_unseen(client, stored):
    client.force_login(factory.member(stored, "owner"))
    wrong = {"registration": "2026-09-20", "preferences": "2026-09-01", "revision": revision_of({})}
    refused = client.post(f"{BASE}/phases/", wrong)
    assert (refused.status_code, "would end before an earlier one" in refused.content.decode()) == (400, True)
    right = wrong | {"preferences": "2026-09-21"}
    assert client.post(f"{BASE}/phases/", right).status_code == 302
    late = client.post(f"{BASE}/phases/", right | {"preferences": "2026-09-25"})
    assert (late.status_code, "2026-09-21" in late.content.decode()) == (409, True)
    stored.refresh_from_db()
    assert stored.deadlines["preferences"] == "2026-09-21"


@given(st.lists(st.none() | st.dates(date(2026, 1, 1), date(2026, 12, 31)), min_size=7, max_size=7))
def test_days_are_taken_exactly_where_no_phase_ends_before_an_earlier_one(days):
    from karvan.web.missions.models import Mission

    sent = {phase.value.replace("-", "_"): day.isoformat() for phase, day in zip(Phase, days, strict=True) if day}
    form = DeadlinesForm(sent | {"revision": "0"}, lang="en", mission=Mission())
    known = [day for day in days if day]
    assert form.is_valid() is (known == sorted(known))


# ---- what is owed ----------------------------------------------------------------------------------------------------


def test_a_profile_is_owed_with_what_it_lacks(stored):
    found = owed(stored, "H01")[Activity.PROFILE]
    assert found.missing == (Part.DESCRIPTION, Part.PEOPLE, Part.OFFERS_AND_NEEDS)
    assert found.share == 0.5


def test_requests_are_owed_until_the_first_of_them_expires(stored):
    host, visitor = stored.companies.get(code="H02"), stored.companies.get(code="V02")
    ask_meeting(visitor, counterpart=host, level=RequestLevel.WANT, message="", by=factory.user(), at=AT)
    found = owed(stored, "H02")[Activity.REQUESTS]
    assert (found.count, found.due_at) == (1, AT + timedelta(days=7))
    assert Activity.REQUESTS not in owed(stored, "H02", AT + timedelta(days=7))


def test_travel_data_is_owed_of_visitors_who_travel(stored):
    person = stored.companies.get(code="V01").people.get()
    Person.objects.create(company=person.company, names={"en": "Reserve"}, is_reserve=True)
    Person.objects.create(company=person.company, names={"en": "At home"}, is_travelling=False)
    Person.objects.create(company=stored.companies.get(code="H01"), names={"en": "Host"})
    assert owed(stored, "V01")[Activity.JOURNEYS].people == (person,)
    assert Activity.JOURNEYS not in owed(stored, "H01")
    journey = Journey.objects.create(person=person, passport_number="1", visa="granted", arrives_at=AT, changed_at=AT)
    assert Activity.JOURNEYS in owed(stored, "V01")
    Journey.objects.filter(pk=journey.pk).update(departs_at=AT)
    assert Activity.JOURNEYS not in owed(stored, "V01")


def test_a_clearance_is_owed_until_it_is_given_and_again_when_it_has_run_out(stored):
    columns = {"decided_by": "N", "decided_on": AT.date(), "entered_by": factory.user(), "entered_at": AT}
    Clearance.objects.create(
        company=stored.companies.get(code="V01"), state="cleared", basis="list", valid_until=AT.date(), **columns
    )
    assert Activity.CLEARANCES not in owed(stored, "V01")
    assert Activity.CLEARANCES in owed(stored, "V01", AT + timedelta(days=1))


def test_only_what_the_phase_expects_is_owed(stored):
    stored.phase = Phase.SCHEDULING
    assert set(owed(stored, "V01")) == {Activity.JOURNEYS, Activity.CLEARANCES}
    stored.phase = Phase.FOLLOW_UP
    assert owed(stored, "V01") == {}


# ---- who sees what ---------------------------------------------------------------------------------------------------


def test_a_side_sees_its_own_debts_and_a_viewer_nothing_of_journeys_and_clearances(client, stored):
    client.force_login(factory.member(stored, "staff", desk="visitor"))
    page = text(client, f"{BASE}/?side=host")
    assert ("V Company" in page, "H Company" in page) == (False, False)
    page = text(client)
    assert ("V Company 1" in page, "H Company" in page, "/act-for/" in page) == (True, False, True)
    client.force_login(factory.member(stored, "viewer"))
    page = text(client)
    assert ("H Company 1" in page, "Vera" in page, "Travel data" in page, "No clearance" in page) == (
        True, False, False, False,
    )  # fmt: skip
    assert "/remind/" not in page
    for role, post in (("observer", {}), ("interpreter", {"interpreter": "I01"}), ("manager", {"company": "V01"})):
        client.force_login(factory.member(stored, role, **post))
        assert "Who still owes what" not in text(client)


def test_debts_are_narrowed_by_side_and_kind(client, stored):
    client.force_login(factory.member(stored, "owner"))
    page = text(client, f"{BASE}/?side=visitor&kind=journeys")
    assert ("V Company 1" in page, "V Company 2" in page, "H Company 1" in page) == (True, False, False)
    assert "4 of 4 companies have something open." in page
    assert "H Company 1" in text(client, f"{BASE}/?side=nonsense")


def test_an_application_without_a_decision_is_the_desks_own_debt(client, stored):
    applicants.apply(applicants.open_call(stored))
    client.force_login(factory.member(stored, "owner"))
    page = text(client, f"{BASE}/?kind=decisions")
    assert "Application without a decision" in page
    assert "H Company 1" not in page
    assert debts(seat(stored, "staff", desk="host"), AT).counts[Activity.DECISIONS] == 0
    assert Activity.DECISIONS not in debts(seat(stored, "viewer"), AT).counts


def test_no_number_tells_of_a_no_thanks(client, stored):
    """Whether or not a company said "no thanks" to who asks it: the desks read the same."""
    MeetingRequest.objects.all().delete()
    asker, asked = stored.companies.get(code="V01"), stored.companies.get(code="H01")
    about = {"by": factory.user(), "at": datetime.now(UTC)}
    ask_meeting(asker, counterpart=asked, level=RequestLevel.WANT, message="", **about)

    def pages():
        found = []
        for role, desk in (("viewer", "neutral"), ("staff", "visitor"), ("staff", "host")):
            client.force_login(factory.member(stored, role, desk=desk))
            found.append(re.sub(r'value="\w{64}"', "", text(client)))
        client.force_login(factory.member(stored, "manager", company="V01"))
        return [*found, re.sub(r'value="\w{64}"', "", text(client))]

    before = pages()
    assert "1 company with requests" not in before[3]
    avoid_company(asked, counterpart=asker, **about)
    assert pages() == before
    client.force_login(factory.member(stored, "manager", company="H01"))
    assert "waits for an answer" not in text(client)


# ---- the next step ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("phase", "role", "post", "step", "button"),
    [
        ("preferences", "manager", {"company": "H02"}, "Profile 50% complete", "own-company"),
        ("preferences", "representative", {"company": "H02"}, "Find companies that suit yours", "recommended"),
        ("provisional", "manager", {"company": "V02"}, "Look at your agenda", "agenda"),
        ("provisional", "representative", {"company": "V01"}, "Look at your agenda", "agenda"),
        ("provisional", "interpreter", {"interpreter": "I01"}, "Look at your roster", "roster"),
        ("preferences", "interpreter", {"interpreter": "I01"}, "Look at the plan of days", "plan"),
        ("final", "observer", {}, "Read the released programme", "programme"),
        ("registration", "owner", {}, "Read the applications and decide", "applications"),
        ("registration", "viewer", {}, "Look at the plan of days", "plan"),
        ("scheduling", "owner", {}, "Draw up the programme", "drafts"),
        ("scheduling", "staff", {"desk": "host"}, "Look at the plan of days", "plan"),
    ],
)  # fmt: skip
def test_each_role_has_one_clear_next_step(client, stored, phase, role, post, step, button):
    from django.urls import reverse

    stored.phase = phase
    stored.save()
    client.force_login(factory.member(stored, role, **post))
    page = text(client)
    assert step in page
    assert f'<a class="button" href="{reverse(button, args=["en", factory.SLUG])}">' in page


def test_a_manager_reads_who_enters_travel_data(client, stored):
    stored.phase = Phase.PROVISIONAL
    stored.save()
    client.force_login(factory.member(stored, "manager", company="V01"))
    assert "Send it to your delegation’s desk" in text(client)


def test_a_manager_reads_how_many_requests_wait_and_until_when(client, stored):
    MeetingRequest.objects.all().delete()
    now = datetime.now(UTC)
    about = {"level": RequestLevel.WANT, "message": "", "by": factory.user(), "at": now}
    for code in ("V01", "V02"):
        ask_meeting(stored.companies.get(code=code), counterpart=stored.companies.get(code="H01"), **about)
    client.force_login(factory.member(stored, "manager", company="H01"))
    page = text(client)
    assert "2 requests wait for an answer" in page
    assert f'datetime="{(now + timedelta(days=7)).astimezone(factory.ZONE).date()}"' in page
    client.force_login(factory.member(stored, "representative", company="H01"))
    page = text(client)
    assert ("requests wait for an answer" in page, "complete; missing" in page) == (True, False)


# ---- reminders -------------------------------------------------------------------------------------------------------


def sent_letters():
    """Have a worker do the jobs that wait; return the letters, oldest first."""
    while job := take_job("worker", at=datetime.now(UTC)):
        run_job(Running(job))
        job.refresh_from_db()
        assert job.problem == ""
    letters, mail.outbox = list(mail.outbox), []
    return letters


@pytest.fixture
def owner(client, stored):
    account = factory.member(stored, "owner")
    client.force_login(account)
    return account


def test_one_click_reminds_everybody_who_is_shown_each_in_their_language(client, stored, owner):
    manager = factory.member(stored, "manager", company="V01")
    manager.lang = "ru"
    manager.save()
    set_deadlines(stored, {Phase.PREFERENCES: date(2026, 12, 20)}, revision=revision_of({}), by=owner, at=AT)
    response = client.post(f"{BASE}/remind/", {"side": "", "kind": ""})
    assert response["Location"] == f"{BASE}/#debts"
    page = text(client)
    assert "4 companies are being reminded." in page
    assert "on its way" in page
    letters = {letter.to[0]: letter for letter in sent_letters()}
    assert len(letters) == 2  # the contacts of the other three are one address
    body = letters[manager.email].body
    assert letters[manager.email].subject.startswith("Осталось сделать: ")
    for words in ("Профиль заполнен на", "20 декабря 2026", "29 азар", "/ru/missions/kish/our-company/"):
        assert words in body, words
    assert "http://testserver/ru/missions/kish/" in body
    assert not set("\u2068\u2069{}") & set(body)
    assert set(Reminder.objects.values_list("sent_at", flat=True)) & {None} == set()
    assert Event.objects.filter(action="company-reminded", side="host").count() == 2
    assert "on its way" not in text(client)


def test_nobody_is_reminded_twice_a_day_unless_asked(client, stored, owner):
    client.post(f"{BASE}/remind/", {"company": "V01"})
    client.post(f"{BASE}/remind/")
    assert "1 was left out" in text(client)
    client.post(f"{BASE}/remind/")
    assert "Nobody was reminded" in text(client)
    assert Reminder.objects.count() == 4
    client.post(f"{BASE}/remind/", {"company": "V01", "again": "on"})
    assert Reminder.objects.filter(company__code="V01").count() == 2


def test_the_pause_is_a_day_and_a_letter_that_no_server_took_does_not_count(stored):
    rows, by = list(stored.companies.filter(code="V01").select_related("mission")), factory.user()

    def again(at):
        return len(remind(stored, rows, site="http://x", by=by, at=at))

    assert again(AT) == 1
    assert again(AT + timedelta(minutes=5)) == 0
    assert again(AT + timedelta(minutes=11)) == 1
    Reminder.objects.update(sent_at=AT)
    assert again(AT + timedelta(hours=23)) == 0
    assert again(AT + timedelta(hours=24, minutes=11)) == 1


def test_one_letter_that_fails_stops_no_other_and_is_seen(client, stored, owner, monkeypatch, settings):
    manager = factory.member(stored, "manager", company="H01")
    settings.EMAIL_BACKEND = f"{__name__}.RefusingBackend"
    RefusingBackend.refuses, RefusingBackend.sent = manager.email, []
    client.post(f"{BASE}/remind/")
    sent_letters()
    assert len(RefusingBackend.sent) == 3
    assert Reminder.objects.get(sent_at=None).company.code == "H01"
    Reminder.objects.update(reminded_at=datetime.now(UTC) - timedelta(hours=1))
    assert "not sent" in text(client)


class RefusingBackend:
    """A mail server that does not take letters to one address."""

    refuses, sent = "", []

    def __init__(self, **_options):
        pass

    def send_messages(self, letters):
        for letter in letters:
            if letter.to == [self.refuses]:
                raise ConnectionRefusedError
            self.sent.append(letter)
        return len(letters)


def test_a_company_that_has_done_it_meanwhile_gets_no_letter(client, stored, owner):
    client.post(f"{BASE}/remind/", {"company": "V02"})
    stored.phase = Phase.FOLLOW_UP
    stored.save()
    assert sent_letters() == []


def test_a_reminder_says_no_number_of_requests(client, stored, owner):
    MeetingRequest.objects.all().delete()
    about = {"by": owner, "at": datetime.now(UTC)}
    asker, asked = stored.companies.get(code="V01"), stored.companies.get(code="H01")
    ask_meeting(asker, counterpart=asked, level=RequestLevel.WANT, message="", **about)

    def letter():
        client.post(f"{BASE}/remind/", {"company": "H01", "again": "on"})
        (found,) = sent_letters()
        return found.body

    before = letter()
    assert "درخواست‌های ملاقات در انتظار پاسخ شماست" in before
    avoid_company(asked, counterpart=asker, **about)
    assert letter() == before


def test_staff_of_a_side_reminds_its_own_side_alone(client, stored):
    client.force_login(factory.member(stored, "staff", desk="host"))
    client.post(f"{BASE}/remind/", {"company": "V01"})
    client.post(f"{BASE}/remind/")
    assert set(Reminder.objects.values_list("company__side", flat=True)) == {"host"}


def test_a_company_without_an_address_cannot_be_reminded(client, stored, owner):
    stored.companies.update(contact_email="")
    assert "no mail address" in text(client)
    client.post(f"{BASE}/remind/")
    assert Reminder.objects.count() == 0


def test_the_words_of_the_letter_are_the_organisers_to_change(client, stored, owner):
    words = {"subject": "Please", "text": "{company}: {owed}", "revision": "0"}
    for lang in ("fa", "ru"):
        client.post(f"{BASE}/letters/reminder/{lang}/", words)
    refused = client.post(f"{BASE}/letters/application-accepted/en/", words)
    assert refused.status_code == 400
    client.post(f"{BASE}/remind/", {"company": "V01"})
    (letter,) = sent_letters()
    assert letter.subject == "Please"
    assert letter.body.startswith("Компания V1: — Профиль")


# ---- cost ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("role", "post", "queries"), [
    ("owner", {}, 18), ("staff", {"desk": "host"}, 18), ("viewer", {}, 15), ("manager", {"company": "V01"}, 13),
    ("representative", {"company": "V01"}, 13), ("interpreter", {"interpreter": "I01"}, 3), ("observer", {}, 3),
])  # fmt: skip
@pytest.mark.parametrize("count", [1, 30])
def test_as_many_queries_for_sixty_companies_as_for_two(client, django_assert_num_queries, role, post, queries, count):
    stored = factory.store(factory.make_mission(count), phase=Phase.PREFERENCES)
    client.force_login(factory.member(stored, role, **post))
    with django_assert_num_queries(queries):
        assert client.get(f"{BASE}/").status_code == 200
