"""From the draft to the calendar: a release, its letters, and what a company's people see, confirm and subscribe to."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from web import factory, workshop

pytestmark = pytest.mark.browser

DRAFT = 40
"""The last one: nobody else's test touches it."""

OUTBOX = f"missions/{workshop.SLUG}/outbox"
MISSION = f"missions/{factory.SLUG}/programme"


def test_an_organiser_releases_reviews_the_letters_and_sends_them(visit):
    window = visit(who="staff")
    page = window.open(f"/en/missions/{workshop.SLUG}/drafts/{DRAFT}/")
    page.get_by_role("link", name="Release", exact=True).click()
    expect(page.get_by_text("8 clearances are missing.")).to_be_visible()
    page.get_by_label("Name of the release").fill("Provisional")
    page.get_by_label("Reason for releasing").fill("Letters are on their way")
    page.get_by_role("button", name="Release", exact=True).click()
    expect(page.get_by_role("button", name="Send 8 letters")).to_be_visible()
    page.get_by_role("button", name=re.compile("Hold back")).first.click()
    expect(page.get_by_role("button", name="Send 7 letters")).to_be_visible()
    page.get_by_role("button", name="Undo").click()
    page.get_by_role("button", name="Send 8 letters").click()
    expect(page.get_by_text("Sent: 8 · failed: 0 · waiting: 0")).to_be_visible(timeout=60_000)
    for lang, width in (("fa", 360), ("ru", 360), ("en", 1280)):
        look = visit(width, "dark", who="staff")
        for address in (f"{OUTBOX}/1/", f"{OUTBOX}/1/letters/1/", f"missions/{workshop.SLUG}/drafts/{DRAFT}/release/"):
            look.open(f"/{lang}/{address}")
            assert (address, look.overflow(), look.barriers(), look.complaints) == (address, 0, [], [])
    assert window.complaints == []


def test_a_manager_confirms_by_keyboard_what_is_new(visit):
    page = visit(who="V01").open(f"/ru/{MISSION}/companies/V01/")
    page.get_by_role("button", name="Ознакомлен(а)").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("организатор знает")
    expect(page.get_by_role("button", name="Ознакомлен(а)")).to_have_count(0)


@pytest.mark.parametrize("lang", ["fa", "ru", "en"])
def test_a_manager_subscribes_on_a_telephone_without_javascript(visit, lang):
    window = visit(360, who="H01", java_script_enabled=False)
    page = window.open(f"/{lang}/{MISSION}/companies/H01/")
    page.locator("a[href$='/subscription/']").click()
    page.locator("form[action$='/renew/'] button").click()
    address = page.locator("#id_address").input_value()
    assert page.locator("a[href^='webcal:']").get_attribute("href") == address.replace("http:", "webcal:")
    stranger = visit(is_stranger=True).page.request
    answer = stranger.get(address)
    assert (answer.status, answer.headers["content-type"]) == (200, "text/calendar; charset=utf-8")
    assert stranger.get(address.replace(".ics", "x.ics")).status == 404
    look = visit(360, who="H01")
    look.open(urlsplit(page.url).path)
    assert (look.overflow(), look.barriers(), look.complaints) == (0, [], [])
