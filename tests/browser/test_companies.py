"""The organiser's companies, workbook and taxonomy in a real browser."""

from __future__ import annotations

from dataclasses import replace

import pytest

from karvan.formats.workbook import write_mission_xlsx
from web import workshop

pytestmark = pytest.mark.browser

MISSION = f"/missions/{workshop.SLUG}"
PAGES = (
    f"{MISSION}/companies/", f"{MISSION}/companies/?q=V01&sort=-people", f"{MISSION}/companies/new/",
    f"{MISSION}/company/V01/", f"{MISSION}/company/V01/change/", f"{MISSION}/workbook/",
    f"{MISSION}/taxonomy/?text=SIEM", f"{MISSION}/taxonomy/new/",
)  # fmt: skip


@pytest.fixture
def workbook(tmp_path):
    """A workbook that adds a company, changes another, and leaves one out."""
    made = workshop.make_mission()
    first, second, *others = made.companies
    companies = (replace(first, city="Omsk"), second, replace(second, code="V77"), *others)
    path = tmp_path / "mission.xlsx"
    path.write_bytes(write_mission_xlsx(replace(made, companies=companies), "en"))
    return path


@pytest.mark.parametrize(
    ("lang", "width", "scheme"), [("fa", 360, "dark"), ("ru", 1280, "light"), ("en", 360, "light")]
)
def test_pages_fit_and_have_no_barriers(visit, lang, width, scheme):
    window = visit(width, scheme, who="staff")
    for address in PAGES:
        window.open(f"/{lang}{address}")
        assert (address, window.overflow(), window.barriers()) == (address, 0, [])
    assert window.complaints == []


@pytest.mark.parametrize(("lang", "width"), [("fa", 360), ("ru", 1280)])
def test_a_workbook_is_looked_through_and_thrown_away(visit, workbook, lang, width):
    window = visit(width, who="staff")
    page = window.open(f"/{lang}{MISSION}/workbook/")
    page.set_input_files("input[type=file]", workbook)
    page.locator("form[enctype] button").click()
    page.wait_for_url("**/workbook/preview/")
    text = page.inner_text("main")
    assert "Omsk" in text
    assert "V77" in text
    assert (window.overflow(), window.barriers()) == (0, [])
    page.locator("form[action$='/discard/'] button").click()
    page.wait_for_url("**/workbook/")
    assert page.locator(".waiting").count() == 0
