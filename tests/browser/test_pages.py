"""Every page in a real browser: three languages, phone and desk, light and dark, keyboard only, no JavaScript."""

from __future__ import annotations

import pytest

from web import factory

pytestmark = pytest.mark.browser

MISSION = f"/missions/{factory.SLUG}"
DAY = factory.SECOND.isoformat()
PROGRAMME = f"{MISSION}/programme"
PAGES = (
    f"{MISSION}/", f"{PROGRAMME}/", f"{PROGRAMME}/days/{DAY}/", f"{PROGRAMME}/tables/{DAY}/",
    f"{PROGRAMME}/tables/{DAY}/?company=V01", f"{PROGRAMME}/companies/", f"{PROGRAMME}/companies/V01/",
    f"{PROGRAMME}/interpreters/", f"{PROGRAMME}/interpreters/I01/", f"{MISSION}/catalogue/",
    f"{MISSION}/catalogue/H01/", f"{MISSION}/marketplace/",
)  # fmt: skip

HEAVIEST_KB = 150
"""What the first page may weigh, its fonts included."""


@pytest.mark.parametrize(
    ("lang", "width", "scheme"),
    [("fa", 1280, "light"), ("fa", 360, "dark"), ("ru", 360, "light"), ("en", 1280, "dark")],
)
def test_pages_fit_have_no_barriers_and_ask_nobody_else(visit, site, lang, width, scheme):
    window = visit(width, scheme)
    for address in PAGES:
        window.open(f"/{lang}{address}")
        assert (address, window.overflow(), window.barriers()) == (address, 0, [])
    assert window.hosts == {site.address.removeprefix("http://")}
    assert window.complaints == []


def test_an_error_page_has_no_barriers(visit):
    window = visit(360)
    window.open("/fa/nothing")
    assert (window.overflow(), window.barriers()) == (0, [])


@pytest.mark.parametrize(
    ("lang", "fonts"), [("fa", {"Vazirmatn"}), ("ru", {"Inter-cyrillic", "Inter-latin"}), ("en", {"Inter-latin"})]
)
def test_the_first_page_is_light_and_loads_the_fonts_of_its_script_alone(visit, lang, fonts):
    window = visit(is_stranger=True)
    window.open(f"/{lang}/").wait_for_load_state("networkidle")
    loaded = {path.rpartition("/")[2].partition(".")[0] for path in window.weights if path.endswith(".woff2")}
    assert loaded == fonts
    assert sum(window.weights.values()) < HEAVIEST_KB * 1024


def test_the_keyboard_skips_to_the_content(visit):
    page = visit().open(f"/en{PROGRAMME}/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    assert page.locator(".skip").bounding_box()["y"] >= 0
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


@pytest.mark.parametrize("lang", ["fa", "en"])
def test_the_keyboard_scrolls_the_grid_and_its_heads_stay(visit, lang):
    page = visit(360).open(f"/{lang}{PROGRAMME}/tables/{DAY}/")
    frame, head = page.locator(".grid-frame"), page.locator(".grid tbody th").first
    frame.focus()
    before = head.bounding_box()["x"]
    page.evaluate("""() => { window.scrolled = new Promise(done =>
        document.querySelector('.grid-frame').addEventListener('scroll', () => done(true), {once: true})) }""")
    page.keyboard.press("ArrowLeft" if lang == "fa" else "ArrowRight")
    assert page.evaluate("window.scrolled")
    assert frame.evaluate("element => element.scrollLeft") != 0
    assert abs(head.bounding_box()["x"] - before) < 2
    outline = frame.evaluate("element => getComputedStyle(element).outlineStyle")
    assert outline == "solid"


def test_every_page_can_be_walked_by_keyboard_with_the_focus_in_sight(visit):
    page = visit().open(f"/fa{PROGRAMME}/companies/?q=v01")
    seen = []
    for _ in range(16):
        page.keyboard.press("Tab")
        seen.append(
            page.evaluate("""() => {
            const box = document.activeElement.getBoundingClientRect(), style = getComputedStyle(document.activeElement)
            return [box.width > 0 && box.top >= 0 && box.bottom <= innerHeight, style.outlineStyle]
        }""")
        )
    assert seen == [[True, "solid"]] * 16


def test_without_javascript_filters_details_and_languages_work(visit):
    page = visit(java_script_enabled=False).open(f"/en{PROGRAMME}/tables/{DAY}/")
    page.select_option("#id_company", "V03")
    page.click("main button[type=submit]")
    assert page.locator(".met").count() == 1
    page.click(".languages a[lang=fa]")
    assert page.locator("html").get_attribute("dir") == "rtl"
    assert page.locator(".met").count() == 1
    page.goto(page.url.replace("tables", "days").partition("?")[0])
    page.locator("summary").first.click()
    assert page.locator(".names").first.is_visible()


def test_pages_are_mirrored_in_persian(visit):
    window = visit()
    places = {lang: window.open(f"/{lang}/").locator(".brand").bounding_box()["x"] < 640 for lang in ("fa", "ru", "en")}
    assert places == {"fa": False, "ru": True, "en": True}


def test_links_are_large_enough_for_a_finger(visit):
    page = visit(360).open(f"/ru{PROGRAMME}/")
    small = page.evaluate("""() => [...document.querySelectorAll('header a, .button, .card a')]
        .filter(link => !link.classList.contains('skip'))
        .map(link => link.getBoundingClientRect()).filter(box => box.height < 24 || box.width < 24).length""")
    assert small == 0


def test_motion_is_left_out_for_those_who_ask(visit):
    page = visit(reduced_motion="reduce").open(f"/en{PROGRAMME}/")
    assert page.evaluate("getComputedStyle(document.querySelector('.button')).transitionDuration") == "0s"


def test_a_page_can_be_printed(visit):
    window = visit()
    page = window.open(f"/en{PROGRAMME}/tables/{DAY}/")
    page.emulate_media(media="print")
    assert page.locator("nav.places").is_hidden()
    assert page.locator(".filter").is_hidden()
    assert page.locator(".grid-frame").evaluate("element => getComputedStyle(element).overflow") == "visible"
