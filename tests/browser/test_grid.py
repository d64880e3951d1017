"""The scheduler's grid in hand: mouse, finger, keyboard; free and blocked cells; lock, undo, copies, a live search."""

from __future__ import annotations

import re
from itertools import count

import pytest
from playwright.sync_api import expect

from web import workshop

pytestmark = pytest.mark.browser

numbers = count(1)
NAMES = {
    "en": ("V Company 3", "H Company 1"), "fa": ("شرکت V3", "شرکت H1"), "ru": ("Компания V3", "Компания H1"),
}  # fmt: skip
FREE = {"en": "here", "fa": "این‌جا", "ru": "сюда"}
BUSY = {"en": "another meeting", "fa": "نشست دیگر", "ru": "другая встреча"}
FREE_OF_V03_H01 = 8
"""On the first day both are busy in the first slot; two slots are left at four tables."""


@pytest.fixture
def grid(visit):
    """Open the next draft, which nobody has touched."""

    def start(lang="en", width=1280, **options):
        window = visit(width, who="staff", **options)
        window.open(f"/{lang}/missions/{workshop.SLUG}/drafts/{next(numbers)}/")
        return window.page

    return start


def tray_item(page, name):
    return page.locator(".tray [data-pick]", has_text=name)


def cell(page, table, slot):
    return page.locator(".grid tbody tr").nth(table - 1).locator("td").nth(slot - 1)


def bring(page, target):
    """Scroll so that the tray is as high as it goes, and give the middle of what is then in view."""
    page.locator(".scheduler").evaluate("item => window.scrollTo(0, item.offsetTop - 90)")
    box = target.bounding_box()
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


def said(page):
    return page.locator("body > p[role=status]")


@pytest.mark.parametrize("lang", ["en", "fa", "ru"])
def test_a_meeting_is_dragged_by_mouse_from_the_tray_to_a_free_cell(grid, lang):
    page, (mine, other) = grid(lang), NAMES[lang]
    item, target = tray_item(page, mine), cell(page, 2, 3)
    middle = bring(page, target)
    item.hover()
    page.mouse.down()
    page.mouse.move(400, 300, steps=4)
    expect(page.locator(".grid td.free")).to_have_count(FREE_OF_V03_H01)
    expect(cell(page, 4, 1)).to_have_class(re.compile("blocked"))
    expect(cell(page, 4, 1)).to_contain_text(BUSY[lang])
    page.mouse.move(*middle, steps=8)
    expect(page.locator(".ghost")).to_contain_text(mine)
    expect(page.locator(".ghost")).to_contain_text(FREE[lang])
    page.mouse.up()
    expect(target).to_contain_text(mine)
    expect(target).to_contain_text(other)
    expect(item).to_have_count(0)
    expect(page.locator(".ghost")).to_have_count(0)


def test_a_drag_ends_at_the_pointer_where_the_page_is_read_from_the_right(grid):
    page = grid("fa")
    tray_item(page, NAMES["fa"][0]).hover()
    page.mouse.down()
    page.mouse.move(500, 400, steps=3)
    box = page.locator(".ghost").bounding_box()
    page.mouse.up()
    assert (abs(box["x"] + box["width"] - 500) < 40, abs(box["y"] - 400) < 40) == (True, True)


def test_a_blocked_cell_takes_no_meeting(grid):
    page = grid()
    middle = bring(page, cell(page, 2, 1))
    tray_item(page, "V Company 3").hover()
    page.mouse.down()
    page.mouse.move(*middle, steps=4)
    expect(page.locator(".grid td.free")).to_have_count(FREE_OF_V03_H01)
    page.mouse.move(middle[0] + 3, middle[1], steps=2)
    expect(page.locator(".ghost")).to_contain_text("another meeting")
    page.mouse.up()
    expect(said(page)).to_contain_text("another meeting")
    expect(tray_item(page, "V Company 3")).to_have_count(1)


def test_a_placed_meeting_is_dragged_into_the_tray(grid):
    page = grid()
    cell(page, 1, 1).locator("[data-pick]").hover()
    page.mouse.down()
    page.mouse.move(600, 500, steps=4)
    expect(page.locator("#hand .take-out")).to_be_visible()
    box = page.locator(".tray").bounding_box()
    page.mouse.move(box["x"] + 40, box["y"] + 20, steps=6)
    page.mouse.up()
    expect(tray_item(page, "V Company 1")).to_have_count(1)
    expect(cell(page, 1, 1).locator("[data-pick]")).to_have_count(0)


@pytest.mark.parametrize("lang", ["en", "fa", "ru"])
def test_a_finger_taps_a_meeting_and_then_a_cell(grid, lang):
    page = grid(lang, 360, has_touch=True, is_mobile=True)
    mine = NAMES[lang][0]
    tray_item(page, mine).tap()
    expect(page.locator(".grid td.free")).to_have_count(FREE_OF_V03_H01)
    cell(page, 1, 2).get_by_role("button").tap()
    expect(cell(page, 1, 2)).to_contain_text(mine)


def touch(session, kind, *points):
    session.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y} for x, y in points]})


@pytest.fixture
def fingers(grid):
    """Open the second day, where every cell is free, on a phone; gives the page, its fingers and an item's middle."""
    page = grid("fa", 360, has_touch=True, is_mobile=True)
    page.locator(".tabs a").nth(1).tap()
    expect(page.locator(".tabs a").nth(1)).to_have_attribute("aria-current", "page")
    cell_middle = bring(page, cell(page, 1, 1))
    box = tray_item(page, NAMES["fa"][0]).bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    return page, page.context.new_cdp_session(page), middle, cell_middle


def test_a_finger_that_moves_on_scrolls_the_page(fingers):
    page, session, (x, y), _ = fingers
    touch(session, "touchStart", (x, y))
    touch(session, "touchMove", (x, y - 30))
    touch(session, "touchEnd")
    expect(page.locator(".ghost")).to_have_count(0)
    expect(page.locator(".grid.picking")).to_have_count(0)


def test_a_finger_that_stays_picks_up_and_drags(fingers):
    page, session, middle, to = fingers
    touch(session, "touchStart", middle)
    expect(page.locator(".ghost")).to_have_count(1)
    expect(page.locator(".grid td.free")).to_have_count(12)
    touch(session, "touchMove", to)
    expect(page.locator(".ghost.fits")).to_have_count(1)
    touch(session, "touchEnd")
    expect(cell(page, 1, 1)).to_contain_text(NAMES["fa"][0])


@pytest.mark.parametrize("lang", ["en", "fa", "ru"])
def test_the_keyboard_picks_up_walks_and_puts_down_and_every_step_is_told(grid, lang):
    page, (mine, _) = grid(lang), NAMES[lang]
    tray_item(page, mine).locator("a").focus()
    page.keyboard.press("Space")
    expect(said(page)).to_contain_text(mine)
    expect(page.locator("td:focus")).to_have_class(re.compile("free"))
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    start = page.locator("td:focus").evaluate("cell => [cell.parentNode.rowIndex, cell.cellIndex]")
    assert start == [1, 2]
    forward = "ArrowLeft" if lang == "fa" else "ArrowRight"
    back = "ArrowRight" if lang == "fa" else "ArrowLeft"
    page.keyboard.press(back)
    expect(said(page)).to_contain_text(BUSY[lang])
    page.keyboard.press("Enter")
    expect(tray_item(page, mine)).to_have_count(1)
    page.keyboard.press(forward)
    page.keyboard.press("ArrowDown")
    expect(said(page)).to_contain_text(FREE[lang])
    page.keyboard.press("Enter")
    expect(cell(page, 2, 2)).to_contain_text(mine)
    expect(cell(page, 2, 2).locator("a")).to_be_focused()
    page.keyboard.press("Control+z")
    expect(tray_item(page, mine)).to_have_count(1)
    page.keyboard.press("Control+Shift+Z")
    expect(cell(page, 2, 2)).to_contain_text(mine)


def test_escape_puts_back_and_gives_the_focus_back(grid):
    page = grid()
    link = cell(page, 3, 1).locator("a")
    link.focus()
    page.keyboard.press("Enter")
    expect(page.locator("td:focus")).to_have_class(re.compile("now"))
    page.keyboard.press("Shift+ArrowRight")
    expect(page.locator("td:focus")).to_have_class(re.compile("free"))
    page.keyboard.press("Escape")
    expect(link).to_be_focused()
    expect(page.locator(".grid.picking")).to_have_count(0)
    expect(said(page)).to_contain_text("nothing was changed")


def test_the_meeting_stays_in_hand_from_day_to_day_and_days_say_how_many_cells_are_free(grid):
    page = grid()
    tray_item(page, "V Company 3").click()
    tabs = page.locator(".tabs a")
    expect(tabs.nth(1)).to_contain_text("12 free")
    tabs.nth(1).click()
    expect(page.locator(".grid td.free")).to_have_count(12)
    cell(page, 1, 1).get_by_role("button").click()
    expect(cell(page, 1, 1)).to_contain_text("V Company 3")


def test_a_meeting_is_locked_and_what_is_locked_is_told(grid):
    page = grid()
    cell(page, 1, 1).locator("[data-pick]").click()
    page.get_by_role("button", name="Lock", exact=True).click()
    expect(cell(page, 1, 1)).to_contain_text("locked")
    cell(page, 1, 1).locator("[data-pick]").click()
    page.get_by_role("button", name="Unlock", exact=True).click()
    expect(cell(page, 1, 1)).not_to_contain_text("locked")


def test_the_referees_verdict_and_the_way_back_stay_in_view(grid):
    page = grid("ru", 360)
    page.evaluate("window.scrollTo(0, document.body.scrollHeight)")
    for part in (".verdict", "[data-key=undo]"):
        box = page.locator(part).bounding_box()
        assert (box["y"] >= 0, box["y"] + box["height"] <= 740) == (True, True)


def test_somebody_elses_change_is_told_and_overwrites_nothing(grid, visit):
    page = grid()
    other = visit(who="staff")
    other.page.goto(page.url)
    cell(other.page, 1, 1).locator("[data-pick]").click()
    other.page.get_by_role("button", name="Lock", exact=True).click()
    expect(cell(other.page, 1, 1)).to_contain_text("locked")
    tray_item(page, "V Company 3").click()
    cell(page, 2, 2).get_by_role("button").click()
    expect(page.locator(".problem")).to_contain_text("Somebody else was faster")
    expect(tray_item(page, "V Company 3")).to_have_count(1)


@pytest.mark.parametrize("scope", ["Fill empty slots only", "Regenerate all but locked"])
def test_the_scheduler_is_watched_and_its_answer_can_be_taken_back(grid, scope):
    page = grid()
    page.get_by_role("button", name=scope).click()
    expect(page.locator("#search")).to_be_visible()
    expect(page.locator(".tray [data-pick]")).to_have_count(0, timeout=60_000)
    expect(page.locator(".verdict")).to_contain_text("no rule broken")
    placed = page.locator(".verdict-counts").text_content()
    page.get_by_role("button", name="Undo").first.click()
    expect(page.locator(".tray [data-pick]")).to_have_count(2)
    page.get_by_role("button", name="Redo").first.click()
    expect(page.locator(".verdict-counts")).to_have_text(placed)


def test_a_copy_is_tried_out_alone(grid):
    page = grid()
    original = page.url
    page.locator("summary", has_text="Copy to try").click()
    page.get_by_role("button", name="Make the copy").click()
    expect(page.locator("h1")).to_contain_text("what if")
    tray_item(page, "V Company 3").click()
    cell(page, 1, 2).get_by_role("button").click()
    expect(cell(page, 1, 2)).to_contain_text("V Company 3")
    page.goto(original)
    expect(tray_item(page, "V Company 3")).to_have_count(1)


@pytest.mark.parametrize(("lang", "width"), [("fa", 1280), ("fa", 360), ("ru", 360), ("en", 1280)])
def test_the_grid_with_a_meeting_in_hand_fits_and_has_no_barriers(visit, lang, width):
    window = visit(width, who="staff")
    page = window.open(f"/{lang}/missions/{workshop.SLUG}/drafts/{next(numbers)}/")
    assert (window.overflow(), window.barriers()) == (0, [])
    page.locator("[data-pick]").first.click()
    expect(page.locator(".grid.picking")).to_have_count(1)
    assert (window.overflow(), window.barriers()) == (0, [])
    assert window.complaints == []


def test_without_javascript_a_meeting_is_picked_up_and_placed(grid):
    page = grid(java_script_enabled=False)
    tray_item(page, "V Company 3").locator("a").click()
    assert page.locator(".grid td.free").count() == FREE_OF_V03_H01
    cell(page, 2, 2).get_by_role("button").click()
    assert "V Company 3" in cell(page, 2, 2).inner_text()
    page.get_by_role("button", name="Undo").first.click()
    assert tray_item(page, "V Company 3").count() == 1
