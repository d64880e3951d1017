"""Invitations, roles, the trail, and setting missions up."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.core import mail

from karvan.languages import LANGUAGES
from karvan.languages.messages import has_message
from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.audit.words import ACTIONS
from karvan.web.members.enums import Desk, Role
from karvan.web.members.models import Invitation, Membership
from karvan.web.missions.models import Mission
from karvan.web.workbooks.queries import whole_mission
from web import factory

pytestmark = pytest.mark.django_db

BASE = "/en/missions/kish"
PASSWORD = "a long enough phrase"
GUEST = {"email": "Guest@test.example", "name": "Guest", "letter_language": "ru", "role": "manager", "company": "V02"}


@pytest.fixture
def owner(client, released):
    account = factory.member(released.mission, "owner")
    client.force_login(account)
    return account


@pytest.fixture
def link(client, owner, django_capture_on_commit_callbacks):
    """The link of an invitation of a manager, from the letter."""
    with django_capture_on_commit_callbacks(execute=True):
        assert client.post(f"{BASE}/members/", GUEST)["Location"] == f"{BASE}/members/"
    client.logout()
    return re.search(r"http://testserver(/ru/invitations/\S+)", mail.outbox[0].body)[1]


def test_an_invitation_is_a_letter_in_the_language_of_its_reader(link):
    letter = mail.outbox[0]
    assert letter.to == ["guest@test.example"]
    assert letter.subject == "Приглашение: Миссия на Киш"
    assert "Руководитель от компании" in letter.body
    assert link.rpartition("/")[0].rpartition("/")[2] not in Invitation.objects.get().digest


def test_the_link_is_shown_once_to_whoever_sent_it(client, owner):
    client.post(f"{BASE}/members/", GUEST)
    shown = [re.findall(r"http://testserver/ru/invitations/\S+?/", client.get(f"{BASE}/members/").content.decode())]
    shown.append(re.findall(r"http://testserver/ru/invitations/", client.get(f"{BASE}/members/").content.decode()))
    assert [len(found) for found in shown] == [1, 0]


def test_whoever_has_the_link_makes_an_account_and_is_in(client, link):
    assert "Миссия на Киш" in client.get(link).content.decode()
    assert client.post(link, {"name": "Guest", "password": "short"}).status_code == 400
    assert client.post(link, {"name": "The Guest", "password": PASSWORD})["Location"] == "/ru/"
    membership = Membership.objects.get(user__email="guest@test.example")
    assert (membership.role, membership.company.code, membership.user.name) == ("manager", "V02", "The Guest")
    assert client.get(f"{BASE}/programme/companies/V02/").status_code == 200
    assert client.get(link).status_code == 410


def test_whoever_has_an_account_signs_in_and_accepts(client, link):
    guest = factory.user("guest", password=PASSWORD)
    assert "Для" in client.get(link).content.decode()
    assert client.post(link, {"name": "x", "password": PASSWORD}).status_code == 409
    client.force_login(guest)
    assert client.post(link)["Location"] == "/ru/"
    assert Membership.objects.filter(user=guest, role=Role.MANAGER).exists()


def test_an_invitation_is_for_its_own_address_alone(client, link):
    client.force_login(factory.user("other"))
    assert "Это приглашение для" in client.get(link).content.decode()
    assert client.post(link).status_code == 409
    assert Invitation.objects.get().taken_at is None


def test_an_invitation_can_be_withdrawn_and_grows_old(client, owner, link):
    assert client.get(link).status_code == 200
    invitation = Invitation.objects.get()
    client.force_login(owner)
    assert client.post(f"{BASE}/invitations/{invitation.pk}/withdraw/")["Location"] == f"{BASE}/members/"
    assert client.post(f"{BASE}/invitations/{invitation.pk}/withdraw/").status_code == 410
    assert client.get(link).status_code == 410
    Invitation.objects.update(withdrawn_at=None)
    assert client.get(link).status_code == 200
    Invitation.objects.update(expires_at=invitation.invited_at - timedelta(seconds=1))
    assert client.get(link).status_code == 410


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"role": "manager", "company": ""}, "Company (for its people)"), ({"role": "staff"}, "Desk"),
        ({"role": "interpreter"}, "Interpreter"), ({"email": "x"}, "Mail address"), ({"role": "king"}, "Role"),
    ],
)  # fmt: skip
def test_what_a_role_needs_is_asked_for(client, owner, change, words):
    response = client.post(f"{BASE}/members/", GUEST | change)
    assert response.status_code == 400
    assert words in re.search(r'<div class="problems".*?</div>', response.content.decode(), re.DOTALL)[0]
    assert not Invitation.objects.exists()


def test_members_are_removed_but_never_the_last_owner(client, owner):
    mission = Mission.objects.get()
    observer = Membership.objects.get(user=factory.member(mission, "observer"))
    assert client.post(f"{BASE}/members/{observer.pk}/remove/").status_code == 302
    assert User.objects.filter(pk=observer.user_id).exists()
    own = Membership.objects.get(user=owner)
    assert client.post(f"{BASE}/members/{own.pk}/remove/").status_code == 409
    assert Membership.objects.filter(user=owner).exists()
    elsewhere = Membership.objects.get(user=factory.member(factory.release(slug="other").mission, "owner"))
    assert client.post(f"{BASE}/members/{elsewhere.pk}/remove/").status_code == 404


@pytest.mark.parametrize("count", [1, 30])
def test_the_list_of_members_makes_as_many_queries_for_thirty(client, owner, django_assert_num_queries, count):
    mission = Mission.objects.get()
    for number in range(count):
        user = factory.user(f"u{number}")
        Membership.objects.create(mission=mission, user=user, role="observer", joined_at=factory.RELEASED_AT)
    with django_assert_num_queries(7):
        assert client.get(f"{BASE}/members/").status_code == 200


# --- the trail


def test_every_action_of_the_trail_has_words_and_no_other_is_recorded():
    missing = {(lang, action) for lang in LANGUAGES for action in ACTIONS if not has_message(lang, f"audit-{action}")}
    assert missing == set()
    with pytest.raises(AssertionError):
        record_event("never-heard-of", by=factory.user(), at=factory.RELEASED_AT)


def test_the_neutral_desk_reads_all_of_the_trail_and_a_side_its_own(client, released):
    mission = released.mission
    for side, is_private in (("visitor", False), ("host", False), ("", True), ("", False)):
        record_event(
            "phase-set", mission=mission, by=factory.user(), at=factory.RELEASED_AT, side=side, is_private=is_private,
            subject=f"of-{side or 'all'}-{is_private}",
        )  # fmt: skip
    seen = {}
    for desk in Desk:
        client.force_login(factory.member(mission, "staff", desk=desk.value))
        seen[desk.value] = set(
            re.findall(r"of-\w+-\w+", client.get(f"{BASE}/audit/?action=phase-set").content.decode())
        )
    everything = {"of-visitor-False", "of-host-False", "of-all-True", "of-all-False"}
    assert seen == {
        "neutral": everything,
        "visitor": {"of-visitor-False", "of-all-False"},
        "host": {"of-host-False", "of-all-False"},
    }


def test_the_trail_is_searched_by_person_and_company_page_by_page(client, owner):
    mission = Mission.objects.get()
    for number in range(60):
        record_event("phase-set", mission=mission, by=factory.user(), at=factory.RELEASED_AT, subject=f"n{number}")
    record_event("acting-begun", mission=mission, by=owner, at=factory.RELEASED_AT, on_behalf_of="H02")
    assert "for H02" in client.get(f"{BASE}/audit/?who=h02").content.decode()
    assert "Nothing here fits" in client.get(f"{BASE}/audit/?who=nobody").content.decode()
    first = client.get(f"{BASE}/audit/?who=alice").content.decode()
    assert "1 of 2" in first
    assert 'href="?who=alice&amp;page=2"' in first
    assert "2 of 2" in client.get(f"{BASE}/audit/?who=alice&page=2").content.decode()
    assert client.get(f"{BASE}/audit/?page=nonsense").status_code == 200


# --- setting missions up

NEW = {
    "title": "Second mission", "slug": "second", "start_date": "2027-10-04", "end_date": "2027-10-06",
    "time_zone": "Asia/Tehran", "visiting_country": "RU", "host_country": "IR", "languages": ["fa", "en"],
}  # fmt: skip


@pytest.fixture
def administrator(client, owner):
    owner.is_administrator = True
    owner.save()
    return owner


def test_an_administrator_sets_a_mission_up_and_owns_it(client, administrator):
    assert "New mission" in client.get("/en/").content.decode()
    assert client.get("/fa/new-mission/").status_code == 200
    assert client.post("/en/new-mission/", NEW)["Location"] == "/en/missions/second/"
    mission = Mission.objects.get(slug="second")
    assert (mission.phase, mission.titles, mission.languages) == (
        "registration",
        {"en": "Second mission"},
        ["fa", "en"],
    )
    assert mission.memberships.get().user == administrator
    assert client.get("/en/missions/second/").status_code == 200


def test_a_copy_takes_over_what_serves_it(client, administrator):
    assert client.post("/en/new-mission/", NEW | {"copy_of": "kish"}).status_code == 302
    copied = whole_mission(Mission.objects.get(slug="second"))
    before = whole_mission(Mission.objects.get(slug="kish"))
    assert copied.companies == before.companies
    assert [block.date.isoformat() for block in copied.blocks][:2] == ["2027-10-04", "2027-10-05"]
    assert (copied.requests, copied.fixed, copied.absences) == ((), (), ())
    assert (copied.settings.session_number, copied.settings.body) == (4, "Joint Group")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"slug": "kish"}, "taken already"), ({"slug": "не то"}, "Name in addresses"),
        ({"end_date": "2027-10-03"}, "cannot be before the first"), ({"time_zone": "Mars"}, "Time zone"),
        ({"copy_of": "other"}, "Copy of"), ({"languages": []}, "Languages"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_mission_is_refused_with_reasons(client, administrator, change, words):
    response = client.post("/en/new-mission/", NEW | change)
    assert response.status_code == 400
    assert words in re.search(r'<div class="problems".*?</div>', response.content.decode(), re.DOTALL)[0]
    assert Mission.objects.count() == 1


def test_nobody_else_sets_missions_up(client, owner):
    assert client.get("/en/new-mission/").status_code == 403


def test_the_first_administrator_comes_by_a_link(client, django_capture_on_commit_callbacks):
    from karvan.web.members.actions import Post, invite

    post = Post(role=Role.OWNER, desk=Desk.NEUTRAL)
    _, link = invite(
        None, email="first@test.example", name="First", lang="fa", post=post, site="http://testserver",
        by=factory.user(), at=factory.RELEASED_AT.replace(year=2100),
    )  # fmt: skip
    assert client.post(link, {"name": "First", "password": PASSWORD}).status_code == 302
    assert User.objects.get(email="first@test.example").is_administrator
    assert client.get("/fa/new-mission/").status_code == 200
