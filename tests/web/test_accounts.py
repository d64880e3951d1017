"""Signing in and out."""

from __future__ import annotations

import re

import pytest
from django.core import mail
from django_otp.oath import totp
from django_otp.plugins.otp_totp.models import TOTPDevice

from karvan.web.accounts import actions
from web import factory

pytestmark = pytest.mark.django_db

PASSWORD = "a long enough phrase"


@pytest.fixture
def vera():
    return factory.user("Vera", password=PASSWORD)


@pytest.mark.parametrize("address", ["vera@test.example", "VERA@Test.Example"])
def test_whoever_knows_the_password_is_signed_in(client, vera, address):
    response = client.post("/ru/sign-in/", {"email": address, "password": PASSWORD})
    assert (response.status_code, response["Location"]) == (302, "/ru/")
    assert "You do not belong to a mission yet" in client.get("/en/").content.decode()


@pytest.mark.parametrize(
    ("entered", "words"),
    [
        ({"email": "vera@test.example", "password": "wrong"}, "do not belong together"),
        ({"email": "nobody@test.example", "password": PASSWORD}, "do not belong together"),
        ({"email": "", "password": ""}, "There are 2 things to put right"),
        ({"email": "no address", "password": PASSWORD}, "This does not fit here"),
    ],
)
def test_whoever_does_not_is_told_what_to_put_right(client, vera, entered, words):
    response = client.post("/en/sign-in/", entered)
    assert response.status_code == 400
    assert words in response.content.decode()
    assert 'aria-invalid="true"' in response.content.decode() or "belong together" in words
    assert client.get("/en/").status_code == 302


def test_an_account_that_is_switched_off_does_not_sign_in(client, vera):
    vera.is_active = False
    vera.save()
    assert client.post("/en/sign-in/", {"email": vera.email, "password": PASSWORD}).status_code == 400


@pytest.mark.parametrize(
    ("wanted", "led"),
    [
        ("/fa/missions/x/", "/fa/missions/x/"),
        ("https://evil.example/", "/en/"),
        ("//evil.example/", "/en/"),
        ("", "/en/"),
    ],
)
def test_signing_in_leads_to_what_was_asked_for_and_never_off_the_site(client, vera, wanted, led):
    response = client.post("/en/sign-in/", {"email": vera.email, "password": PASSWORD, "next": wanted})
    assert response["Location"] == led


def test_signing_out_is_a_form_and_ends_it(client, vera):
    client.force_login(vera)
    assert client.get("/en/sign-out/").status_code == 405
    assert client.post("/en/sign-out/")["Location"] == "/en/"
    assert client.get("/en/")["Location"] == "/en/sign-in/"


@pytest.mark.parametrize("is_demo", [True, False])
def test_sample_accounts_sign_in_with_a_click_only_where_the_demo_runs(client, settings, released, is_demo):
    settings.IS_DEMO = is_demo
    account = factory.member(released.mission, "observer")
    sample = factory.user("sample", is_sample=True)
    for user, is_sample in ((account, False), (sample, True)):
        response = client.post("/en/sign-in/sample/", {"user": user.pk})
        assert response.status_code == (302 if is_demo and is_sample else 404)


def test_the_front_page_of_a_demo_offers_each_role(client, settings, released):
    from karvan.web.members.sample import add_sample_members

    settings.IS_DEMO = True
    mission = factory.store(factory.make_mission(2), slug="model")
    add_sample_members(mission, by=factory.user(), at=factory.RELEASED_AT)
    text = client.get("/en/").content.decode()
    assert text.count('name="user"') == 10
    assert "Company manager" in text
    assert "Desk of the hosts" in text


def test_whoever_belongs_to_several_missions_chooses(client, released):
    other = factory.release(slug="other").mission
    account = factory.member(released.mission, "viewer")
    client.force_login(account)
    assert client.get("/en/")["Location"] == "/en/missions/kish/"
    from karvan.web.members.models import Membership

    Membership.objects.create(mission=other, user=account, role="observer", joined_at=factory.RELEASED_AT)
    text = client.get("/en/").content.decode()
    assert 'href="/en/missions/kish/"' in text
    assert 'href="/en/missions/other/"' in text


# --- the second factor


def code_of(device):
    return f"{totp(device.bin_key):06}"


@pytest.fixture
def device(vera):
    """A second factor that is in use."""
    found = actions.device_in_setup(vera)
    found.codes = actions.confirm_device(found)
    return found


def test_an_organiser_without_a_second_factor_sets_one_up_first(client, settings, released):
    settings.IS_SECOND_FACTOR_REQUIRED = True
    account = factory.member(released.mission, "staff")
    client.force_login(account)
    assert client.get("/en/missions/kish/")["Location"] == "/en/account/second-factor/"
    page = client.get("/en/account/second-factor/").content.decode()
    assert "<svg" in page
    device = TOTPDevice.objects.get(user=account)
    assert client.post("/en/account/second-factor/", {"code": "000000"}).status_code == 400
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    done = client.post("/en/account/second-factor/", {"code": code_of(device)})
    assert len(re.findall(r'<li><bdi dir="ltr">', done.content.decode())) == actions.RECOVERY_CODES
    assert client.get("/en/missions/kish/").status_code == 200


@pytest.mark.parametrize("role", ["observer", "interpreter", "manager"])
def test_others_need_none(client, settings, released, role):
    settings.IS_SECOND_FACTOR_REQUIRED = True
    more = {"interpreter": {"interpreter": "I01"}, "manager": {"company": "V01"}}
    client.force_login(factory.member(released.mission, role, **more.get(role, {})))
    assert client.get("/en/missions/kish/").status_code == 200


def test_whoever_has_one_is_signed_in_by_password_and_code_alone(client, vera, device):
    entered = {"email": vera.email, "password": PASSWORD, "next": "/en/account/"}
    assert client.post("/en/sign-in/", entered)["Location"] == "/en/sign-in/code/"
    assert client.get("/en/account/")["Location"].startswith("/en/sign-in/")
    assert client.post("/en/sign-in/code/", {"code": "123 456"}).status_code == 400
    TOTPDevice.objects.update(throttling_failure_count=0, throttling_failure_timestamp=None)
    persian = code_of(device).translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert client.post("/en/sign-in/code/", {"code": persian})["Location"] == "/en/account/"
    assert client.get("/en/account/").status_code == 200


def test_a_recovery_code_is_good_once(client, vera, device):
    for status in (302, 400):
        client.post("/en/sign-in/", {"email": vera.email, "password": PASSWORD})
        assert client.post("/en/sign-in/code/", {"code": device.codes[0]}).status_code == status
        client.post("/en/sign-out/")


def test_without_a_password_there_is_no_asking_for_a_code(client, vera, device):
    assert client.get("/en/sign-in/code/")["Location"] == "/en/sign-in/"


def test_another_device_is_set_up_only_by_whoever_proved_the_first(client, vera, device):
    client.force_login(vera)
    assert client.get("/en/account/second-factor/").status_code == 404


def test_after_many_wrong_passwords_the_door_stays_shut(client, settings, vera):
    settings.AXES_ENABLED = True
    for _ in range(settings.AXES_FAILURE_LIMIT):
        client.post("/en/sign-in/", {"email": vera.email, "password": "wrong"})
    refused = client.post("/en/sign-in/", {"email": vera.email, "password": PASSWORD})
    assert refused.status_code == 400
    assert "Too many wrong passwords" in refused.content.decode()


# --- passwords and the account


def test_a_forgotten_password_is_set_anew_by_a_link_that_works_once(client, vera, django_capture_on_commit_callbacks):
    text = client.post("/en/sign-in/forgotten/", {"email": "VERA@test.example"}).content.decode()
    unknown = client.post("/en/sign-in/forgotten/", {"email": "nobody@test.example"}).content.decode()
    assert ("a letter with a link is on its way" in text, len(mail.outbox)) == (True, 1)
    assert "a letter with a link is on its way" in unknown
    assert mail.outbox[0].to == ["vera@test.example"]
    link = re.search(r"http://testserver(/en/new-password/\S+)", mail.outbox[0].body)[1]
    for password, words in (("short", "At least 10 characters"), ("1234567890123", "A password of digits")):
        refused = client.post(link, {"password": password})
        assert (refused.status_code, words in refused.content.decode()) == (400, True)
    assert client.post(link, {"password": "quite another phrase"})["Location"] == "/en/sign-in/"
    assert client.post("/en/sign-in/", {"email": vera.email, "password": "quite another phrase"}).status_code == 302
    assert client.get(link).status_code == 410


@pytest.mark.parametrize("link", ["MQ/x-y", "nonsense/x", "____/x"])
def test_a_link_that_is_none_of_ours_sets_nothing(client, vera, link):
    response = client.get(f"/fa/new-password/{link}/")
    assert response.status_code == 410
    assert "این پیوند دیگر کار نمی‌کند" in response.content.decode()


def test_everybody_changes_their_own_account(client, vera):
    client.force_login(vera)
    assert "Vera" in client.get("/en/account/").content.decode()
    client.post("/en/account/", {"name": "Vera Pavlovna", "language": "ru"})
    vera.refresh_from_db()
    assert (vera.name, vera.lang) == ("Vera Pavlovna", "ru")
    assert client.post("/en/account/", {"name": "", "language": "ru"}).status_code == 400
    assert client.post("/en/account/", {"password": "quite another phrase"}).status_code == 302
    assert client.get("/en/account/").status_code == 200
    vera.refresh_from_db()
    assert vera.check_password("quite another phrase")
