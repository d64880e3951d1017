"""The outbox: who is told of a release, in which words, and every letter once."""

from __future__ import annotations

import smtplib
from dataclasses import replace
from datetime import timedelta

import icalendar
import pytest
from django.core import mail
from django.core.mail.backends.base import BaseEmailBackend

from karvan.mission.companies import Person
from karvan.web.companies.models import Person as StoredPerson
from karvan.web.jobs import kinds
from karvan.web.jobs.actions import JobOpenError, stop_job, take_job
from karvan.web.jobs.worker import run_job
from karvan.web.letters.actions import set_wording
from karvan.web.letters.enums import LetterName
from karvan.web.letters.queries import Wording
from karvan.web.logistics.actions import erase_person
from karvan.web.outbox.actions import (
    NothingToSendError,
    acknowledge,
    bring_back,
    hold_back,
    prepare_letters,
    queue_letters,
)
from karvan.web.outbox.bridge import Press
from karvan.web.outbox.enums import State
from karvan.web.outbox.models import Letter
from karvan.web.programmes import bridge
from web import factory

pytestmark = pytest.mark.django_db

AT, SITE = factory.RELEASED_AT, "https://karvan.example"
BASE = "/en/missions/kish/outbox"
MISSION = replace(
    factory.make_mission(3),
    people=tuple(
        Person(company=code, name=factory.text(f"{code} delegate"), email=f"{code}@person.example", languages=langs)
        for code, langs in (("V01", ("fa",)), ("H01", ("ru",)), ("V02", ("en",)), ("H02", ("de",)))
    ),
)
PROGRAMME = factory.make_programme(MISSION)
MEETINGS = PROGRAMME.meetings


def moved(number, **changes):
    """Return the programme with one meeting changed."""
    rows = list(MEETINGS)
    rows[number - 1] = replace(rows[number - 1], **changes)
    return replace(PROGRAMME, meetings=tuple(rows))


LATER = moved(1, start=factory.at(factory.SECOND, 11, 10), end=factory.at(factory.SECOND, 11, 40))


def release(programme=PROGRAMME, mission=MISSION, name="One", at=AT):
    version = factory.release_of(mission, programme, name=name, at=at)
    prepare_letters(version, by=factory.user(), at=at)
    return version


def send(version, **options):
    """Queue what waits and do the job."""
    options = {"are_failed": False, "site": SITE, "by": factory.user(), "at": AT} | options
    queue_letters(version, **options)
    return do(version)


def do(version):
    running = kinds.Running(take_job("a", at=AT))
    run_job(running)
    running.job.refresh_from_db()
    return running.job.result


def people(version, **wanted):
    return [(row.code, row.email, row.lang, row.changes) for row in version.letters.filter(**wanted)]


def states(version):
    return {row.code: row.state for row in version.letters.all()}


def read(version, code):
    return Press(version, site=SITE).compose(version.letters.get(code=code))


@pytest.fixture(autouse=True)
def site(settings):
    settings.DEFAULT_FROM_EMAIL = "Mission desk <desk@karvan.example>"


def test_the_first_release_is_told_to_everybody_with_an_agenda_in_their_own_language():
    version = release()
    assert people(version) == [
        ("H01", "h01@person.example", "ru", 4),
        ("H02", "h02@person.example", "fa", 4),
        ("H03", "secret@visitor.example", "fa", 4),
        ("V01", "v01@person.example", "fa", 5),
        ("V02", "v02@person.example", "en", 5),
        ("V03", "secret@visitor.example", "ru", 5),
    ]
    letter = read(version, "V02")
    assert letter.subject == "Your programme: Mission to Kish"
    assert "Tuesday, 6 October 2026 / 14 Mehr 1405" in letter.text
    assert "10:35–11:05  Meeting: H Company 2. Place: Hall, table 2" in letter.text
    assert "https://karvan.example/en/missions/kish/programme/agenda/" in letter.text
    assert "Tehran" in letter.text


def test_members_are_written_to_with_or_without_a_place_among_the_delegates():
    stored = factory.store(MISSION)
    factory.member(stored, "manager", company="V02")
    factory.member(stored, "interpreter", interpreter="I01")
    factory.member(stored, "observer")
    version = release()
    rows = [(row.code, row.to_name, row.is_roster) for row in version.letters.exclude(membership=None)]
    assert rows == [("V02", "manager-V02-kish", False), ("I01", "interpreter-I01-kish", True)]
    roster = read(version, "I01").text
    assert "Meeting: V Company 1 and H Company 1. Place: Hall, table 1" in roster
    assert "V Company 3" not in roster


def test_only_those_are_told_again_whose_agenda_is_another_and_only_their_own_changes():
    send(release())
    version = release(LATER, name="Two")
    assert people(version) == [("H01", "h01@person.example", "ru", 1), ("V01", "v01@person.example", "fa", 1)]
    text = read(version, "H01").text
    was, now = "6 октября 2026 г. / 14 мехра 1405, 10:00–10:30", "6 октября 2026 г. / 14 мехра 1405, 11:10–11:40"
    assert f"Встреча с компанией Компания V1 (V01) ({was}) переносится: {now}." in text
    assert "V2" not in text
    persian = read(version, "V01").text
    assert "۱۴ مهر ۱۴۰۵" in persian
    assert "۶ اکتبر ۲۰۲۶" in persian


def test_what_is_new_and_what_is_cancelled_is_said_and_a_company_that_has_left_has_its_name():
    send(release())
    companies = tuple(each for each in MISSION.companies if each.code != "H02")
    mission = replace(MISSION, companies=companies, people=MISSION.people[:3], requests=())
    rows = (MEETINGS[0], replace(MEETINGS[1], counterpart="H03"))
    programme = replace(factory.make_programme(MISSION), meetings=rows, visits=(), blocks=(), unplaced=())
    version = release(replace(programme, blocks=PROGRAMME.blocks, visits=PROGRAMME.visits), mission, name="Two")
    text = read(version, "V02").text
    assert (
        "The meeting with H Company 2 (H02) on 6 October 2026 / 14 Mehr 1405, 10:35–11:05 does not take place." in text
    )
    assert "New: a meeting with H Company 3 (H03)" in text


def test_the_calendar_keeps_identifiers_raises_the_sequence_and_cancels_one_by_one():
    first = release()
    before = icalendar.Calendar.from_ical(read(first, "V01").attached[0].content)
    send(first)
    gone = replace(PROGRAMME, meetings=MEETINGS[1:])
    version = release(gone, name="Two")
    files = read(version, "V01").attached
    assert [(each.name, each.method) for each in files] == [("agenda.ics", "PUBLISH"), ("cancelled-1.ics", "CANCEL")]
    now, cancelled = (icalendar.Calendar.from_ical(each.content) for each in files)
    assert (now["method"], cancelled["method"]) == ("PUBLISH", "CANCEL")
    old = {str(event["uid"]): event["sequence"] for event in before.walk("VEVENT")}
    new = {str(event["uid"]): event["sequence"] for event in now.walk("VEVENT")}
    (event,) = cancelled.walk("VEVENT")
    assert set(old) - set(new) == {str(event["uid"])}
    assert (set(old.values()), set(new.values()), event["sequence"]) == ({1}, {2}, 2)
    assert (str(event["status"]), str(event["organizer"]), str(event["attendee"])) == (
        "CANCELLED", "mailto:desk@karvan.example", "mailto:v01@person.example",
    )  # fmt: skip


def test_an_interpreter_is_told_of_meetings_that_come_go_and_move():
    stored = factory.store(MISSION)
    for code in ("I01", "I02", "I03"):
        factory.member(stored, "interpreter", interpreter=code)
    assert [row[0] for row in people(release(), is_roster=True)] == ["I01", "I03"]
    send(stored.versions.get())
    rows = (replace(LATER.meetings[0], interpreter="I02"), MEETINGS[1], replace(MEETINGS[2], table="T2"))
    version = release(replace(PROGRAMME, meetings=rows), name="Two")
    texts = {code: read(version, code).text for code in ("I01", "I02", "I03")}
    assert "No longer yours: the meeting of V Company 1 (V01) and H Company 1 (H01)" in texts["I01"]
    assert "This is the agenda of" in texts["I02"]
    assert "Meeting: V Company 1 and H Company 1" in texts["I02"]
    assert "The meeting of V Company 3 (V03) and H Company 3 (H03) on" in texts["I03"]
    assert "is now at Hall, table 2." in texts["I03"]


def test_whoever_was_not_told_of_a_release_is_told_of_everything_since_the_last_that_they_know():
    send(release())
    second = release(LATER, name="Two")
    hold_back(second.letters.get(code="V01"), by=factory.user(), at=AT)
    send(second)
    third = release(replace(LATER, meetings=(*LATER.meetings[:1], *MEETINGS[2:])), name="Three")
    assert states(second) == {"H01": State.SENT, "V01": State.SUPERSEDED}
    assert {(row.code, row.since, row.changes) for row in third.letters.all()} == {
        ("V01", 1, 1), ("V02", 1, 1), ("H02", 1, 1),
    }  # fmt: skip
    assert "11:10" not in read(third, "V02").text


def test_a_release_that_changes_nothing_for_anybody_leaves_the_outbox_empty():
    send(release())
    version = release(mission=replace(MISSION, settings=replace(MISSION.settings, session_number=9)), name="Same")
    assert (version.number, people(version)) == (2, [])


def test_all_letters_go_out_once_in_both_forms_with_their_files():
    version = release()
    assert send(version) == {"sent": 6, "failed": 0, "left": 0}
    assert {row.state for row in version.letters.all()} == {State.SENT}
    message = next(each for each in mail.outbox if each.to == ["v01@person.example"])
    (html, kind), (part,) = message.alternatives[0], message.attachments
    assert kind == "text/html"
    assert '<html lang="fa" dir="rtl">' in html
    assert (part.get_content_type(), part.get_param("method"), part.get_filename()) == (
        "text/calendar", "PUBLISH", "agenda.ics",
    )  # fmt: skip
    assert message.extra_headers["Auto-Submitted"] == "auto-generated"
    assert message.message()["Content-Language"] == "fa"
    assert version.letters.get(code="V01").text == message.body
    with pytest.raises(NothingToSendError):
        send(version)
    assert len(mail.outbox) == 6
    assert prepare_letters(version, by=factory.user(), at=AT) == 0


def test_what_was_held_back_stays_and_can_be_brought_back():
    version = release()
    letter = version.letters.get(code="V01")
    hold_back(letter, by=factory.user(), at=AT)
    assert send(version)["sent"] == 5
    assert states(version)["V01"] == State.HELD
    bring_back(letter, by=factory.user(), at=AT)
    assert send(version)["sent"] == 1


def test_work_that_broke_off_goes_on_and_sends_nothing_twice():
    version = release()
    queue_letters(version, are_failed=False, site=SITE, by=factory.user(), at=AT)
    version.letters.filter(code="V01").update(state=State.SENDING, subject="S", text="T")
    version.letters.filter(code="V02").update(state=State.SENT)
    assert do(version) == {"sent": 4, "failed": 0, "left": 0}
    letter = version.letters.get(code="V01")
    assert (letter.state, letter.problem, letter.text) == (State.FAILED, "unsure", "T")
    assert sorted(each.to[0] for each in mail.outbox).count("v01@person.example") == 0
    with pytest.raises(NothingToSendError):
        send(version, are_failed=True)
    bring_back(letter, by=factory.user(), at=AT)
    assert send(version)["sent"] == 1


class Refusing(BaseEmailBackend):
    """A server that refuses one address, and is out of reach for another."""

    def send_messages(self, messages):
        for message in messages:
            if message.to == ["v01@person.example"]:
                raise smtplib.SMTPRecipientsRefused({})
            if message.to == ["v02@person.example"]:
                raise ConnectionResetError
        return len(messages)


class Silent(BaseEmailBackend):
    """A server that does not answer."""

    def open(self):
        raise TimeoutError

    def send_messages(self, messages):
        raise AssertionError


def test_a_letter_that_failed_says_why_and_can_be_tried_again(settings):
    version = release()
    before = settings.EMAIL_BACKEND
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"
    assert send(version) == {"sent": 4, "failed": 2, "left": 0}
    failed = {row.code: row.problem for row in version.letters.filter(state=State.FAILED)}
    assert failed == {"V01": "refused", "V02": "server"}
    settings.EMAIL_BACKEND = before
    assert send(version, are_failed=True) == {"sent": 2, "failed": 0, "left": 0}


def test_an_address_that_is_none_fails_alone():
    version = release()
    version.letters.filter(code="V01").update(email="not an\naddress")
    assert send(version) == {"sent": 5, "failed": 1, "left": 0}
    assert version.letters.get(code="V01").problem == "refused"


def test_without_a_server_most_letters_wait(settings):
    settings.EMAIL_BACKEND = f"{__name__}.Silent"
    version = release()
    assert send(version) == {"sent": 0, "failed": 3, "left": 3}
    assert sorted(states(version).values()) == [State.FAILED] * 3 + [State.WAITING] * 3


def test_sending_can_be_stopped_and_is_not_begun_twice():
    version = release()
    job = queue_letters(version, are_failed=False, site=SITE, by=factory.user(), at=AT)
    with pytest.raises(JobOpenError):
        queue_letters(version, are_failed=False, site=SITE, by=factory.user(), at=AT)
    taken = take_job("a", at=AT)
    stop_job(job, at=AT)
    run_job(kinds.Running(taken))
    assert (len(mail.outbox), set(states(version).values())) == (0, {State.WAITING})


def test_the_words_are_the_organisers_where_they_have_some():
    version = release()
    own = Wording("For {whose}", "{changes} is no placeholder here, {release} is.")
    set_wording(version.mission, name=LetterName.PROGRAMME_RELEASED, lang="en", wording=own, by=factory.user(), at=AT)
    letter = read(version, "V02")
    assert (letter.subject, letter.text) == ("For V Company 2", "{changes} is no placeholder here, One is.")


def test_what_is_written_into_a_letter_stays_text():
    version = release()
    own = Wording("S", "<script>alert(1)</script> {name} javascript:alert(2)")
    set_wording(version.mission, name=LetterName.PROGRAMME_RELEASED, lang="en", wording=own, by=factory.user(), at=AT)
    version.letters.filter(code="V02").update(to_name="<img src=x>")
    send(version)
    message = next(each for each in mail.outbox if each.to == ["v02@person.example"])
    html = message.alternatives[0][0]
    assert "<script>" not in html
    assert "&lt;img src=x&gt;" in html
    assert "href" not in html


def test_no_letter_and_no_file_has_what_is_between_a_company_and_the_organiser_or_anothers_agenda():
    mission = replace(MISSION, people=MISSION.people[:1])
    send(release(factory.make_programme(mission), mission))
    send(release(replace(LATER, meetings=LATER.meetings[:2]), mission, name="Two"))
    assert len(mail.outbox) == 6 + 4
    for message in mail.outbox:
        own = Letter.objects.get(text=message.body)
        number = own.code[1:]
        everything = [message.subject, message.body, message.alternatives[0][0]]
        everything += [part.get_payload(decode=True).decode() for part in message.attachments]
        for text in everything:
            plain = text.replace(own.email, "").replace(own.to_name, "")  # of the reader, who may be the contact
            assert [secret for secret in factory.SECRETS if secret in plain] == []
            others = {f"{side}{n:02}" for side in "VH" for n in range(1, 4) if f"{n:02}" != number}
            assert [code for code in others if code in plain] == []
            assert [n for n in range(1, 4) if f"{n:02}" != number and f"Company {n}" in plain] == []


def test_a_wish_not_to_meet_changes_no_letter():
    def letters(mission, slug):
        version = factory.release_of(mission, PROGRAMME, slug=slug)
        prepare_letters(version, by=factory.user(), at=AT)
        composed = [Press(version, site=SITE).compose(row) for row in version.letters.all()]
        return [(each.subject, each.text.replace(slug, "SLUG"), each.attached) for each in composed]

    bare = replace(MISSION, requests=())
    assert letters(MISSION, "slug-a") == letters(bare, "slug-b")


def test_who_is_forgotten_is_in_no_letter():
    version = release()
    send(version)
    person = StoredPerson.objects.get(email="V01@person.example")
    erase_person(person, by=factory.user(), at=AT)
    letter = version.letters.get(code="V01")
    assert (letter.to_name, letter.email, letter.subject, letter.text) == (f"Person {person.pk}", "", "", "")


# ---- the pages -------------------------------------------------------------------------------------------------------


@pytest.fixture
def desk(client):
    version = release()
    client.force_login(factory.member(version.mission, "staff"))
    return version


def post(client, address, **data):
    return client.post(f"{BASE}/1/{address}", data)


def test_the_list_says_to_whom_why_and_where_each_letter_stands(client, desk):
    assert client.get(f"{BASE}/")["Location"] == f"{BASE}/1/"
    text = client.get(f"{BASE}/1/").content.decode()
    assert "Send 6 letters" in text
    assert "The first programme: 5 entries" in text
    assert "v01@person.example" in text
    assert "no account" in text


def test_a_letter_is_held_back_with_an_undo_and_the_list_can_show_only_those(client, desk):
    number = desk.letters.get(code="V01").number
    assert post(client, f"letters/{number}/hold/", state="waiting")["Location"] == f"{BASE}/1/?state=waiting"
    text = client.get(f"{BASE}/1/?state=held").content.decode()
    assert "Held back: V01 delegate." in text
    assert f'action="{BASE}/1/letters/{number}/bring-back/"' in text
    assert "v02@person.example" not in text
    assert post(client, f"letters/{number}/bring-back/").status_code == 302
    assert states(desk)["V01"] == State.WAITING
    assert post(client, f"letters/{number}/bring-back/").status_code == 409


def test_a_letter_opens_as_it_will_be_read(client, desk):
    number = desk.letters.get(code="V01").number
    text = client.get(f"{BASE}/1/letters/{number}/").content.decode()
    assert '<html lang="en" dir="ltr">' in text
    assert '<article class="letter-sheet" lang="fa" dir="rtl">' in text
    assert "برنامه شما: هیأت کیش" in text
    assert '<a dir="ltr" href="http://testserver/fa/missions/kish/programme/agenda/"' in text
    answer = client.get(f"{BASE}/1/letters/{number}/files/1/")
    assert answer["Content-Type"] == "text/calendar; charset=utf-8; method=PUBLISH"
    assert icalendar.Calendar.from_ical(answer.content).walk("VEVENT")
    assert client.get(f"{BASE}/1/letters/{number}/files/2/").status_code == 404


def test_sending_is_a_job_that_the_page_shows(client, desk):
    assert post(client, "send/").status_code == 302
    text = client.get(f"{BASE}/1/").content.decode()
    assert "Stop sending" in text
    assert "Send 6 letters" not in text
    assert post(client, "send/").status_code == 409
    do(desk)
    text = client.get(f"{BASE}/1/").content.decode()
    assert "Sent: 6 · failed: 0 · waiting: 0" in text
    assert client.get(f"{BASE}/1/progress/")["HX-Refresh"] == "true"
    assert mail.outbox[0].body.count("http://testserver/")


def test_stopping_leaves_the_rest_waiting(client, desk):
    post(client, "send/")
    assert post(client, "stop/").status_code == 302
    assert "Send 6 letters" in client.get(f"{BASE}/1/").content.decode()


def test_people_who_come_later_get_their_letter_too(client, desk):
    send(desk)
    factory.member(desk.mission, "manager", company="V02")
    assert post(client, "prepare/").status_code == 302
    text = client.get(f"{BASE}/1/").content.decode()
    assert "1 new letter." in text
    assert "Send 1 letter" in text


def test_the_organiser_sees_who_has_not_seen_it(client, desk):
    account = factory.member(desk.mission, "manager", company="V02")
    factory.member(desk.mission, "manager", company="H02")
    post(client, "prepare/")
    membership = account.memberships.get()
    acknowledge(desk, membership=membership, at=AT + timedelta(hours=1))
    acknowledge(desk, membership=membership, at=AT + timedelta(hours=2))
    text = client.get(f"{BASE}/1/").content.decode()
    assert "1 of 2 readers with an account have seen it." in text
    assert '20 September · <time datetime="13:00">' in text
    unseen = client.get(f"{BASE}/1/?state=unseen").content.decode()
    assert "manager-H02-kish" in unseen
    assert "manager-V02-kish" not in unseen


def test_the_outbox_leads_to_those_of_other_releases_and_only_the_latest_looks_for_new_people(client, desk):
    release(LATER, name="After <the> flight")
    first, second = (client.get(f"{BASE}/{number}/").content.decode() for number in (1, 2))
    assert f'<a href="{BASE}/2/"><span>2 · <bdi>After &lt;the&gt; flight</bdi></span></a>' in first
    assert ("Look for new people" in first, "Look for new people" in second) == (False, True)
    assert post(client, "prepare/").status_code == 404
    assert client.get(f"{BASE}/3/").status_code == 404


def test_before_the_first_release_the_outbox_says_so(client):
    stored = factory.store(MISSION)
    client.force_login(factory.member(stored, "staff"))
    assert "Nothing has been released yet." in client.get(f"{BASE}/").content.decode()


@pytest.mark.parametrize("companies", [1, 30])
def test_the_list_makes_as_many_queries_for_thirty_companies(client, django_assert_num_queries, companies):
    version = factory.release(companies)
    prepare_letters(version, by=factory.user(), at=AT)
    client.force_login(factory.member(version.mission, "staff"))
    bridge.forget()
    with django_assert_num_queries(11):
        assert client.get(f"{BASE}/1/").status_code == 200
