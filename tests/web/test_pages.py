"""Each page: what it shows, in every language, and what it answers to nonsense."""

from __future__ import annotations

import re
from html.parser import HTMLParser

import pytest

from karvan.languages import LANGUAGES
from web import factory

pytestmark = pytest.mark.django_db

DAY = factory.SECOND.isoformat()
PAGES = (
    "", f"days/{DAY}/", "days/2026-10-07/", f"tables/{DAY}/", f"tables/{DAY}/?company=V01&interpreter=I01&venue=hall",
    "companies/", "companies/?q=kish&side=host&sort=meetings", "companies/V01/", "interpreters/", "interpreters/I01/",
)  # fmt: skip


class Html(HTMLParser):
    """The attributes of <html>, the words of <title>, and what must not be in a page under our policy."""

    def __init__(self, text):
        super().__init__()
        self.root, self.refused, self.ids, self.headings = {}, [], [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "html":
            self.root = found
        is_inline = tag == "script" and "src" not in found
        if is_inline or tag in {"style", "iframe"} or "style" in found or any(name.startswith("on") for name in found):
            self.refused.append((tag, attrs))
        if re.match(r"h\d", tag):
            self.headings.append(tag)
        self.ids += [found["id"]] if "id" in found else []


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("address", PAGES)
def test_a_page_is_in_its_language_and_keeps_the_policy(page, address, lang):
    html = Html(page(address, lang=lang))
    assert (html.root, html.refused) == ({"lang": lang, "dir": LANGUAGES[lang].direction}, [])
    assert html.headings.count("h1") == 1
    assert len(html.ids) == len(set(html.ids))


def test_start_shows_the_mission_at_a_glance(page):
    text = page("")
    assert "Session 3 of the Joint Group" in text
    assert "5–7 October 2026" in text
    assert "13–15 Mehr 1405" in text
    assert "2 of 4" in text
    assert "proved best" in text
    assert "at best 2" in text
    assert "not known" in text


def test_figures_without_words_or_without_anything_to_count_are_left_out(page):
    assert page("").count('<div class="figure">') == 2


def test_a_day_shows_blocks_of_both_sides_and_who_takes_part(page):
    text = page(f"days/{DAY}/")
    assert "Meetings in the hall" in text
    assert f'href="/en/missions/kish/programme/tables/{DAY}/?venue=hall"' in text
    assert "4 companies take part" in text
    assert "A &lt;b&gt;port&lt;/b&gt; &amp; more" in text


def test_a_day_without_anything_says_so(page):
    assert "Nothing is planned for this day." in page("days/2026-10-07/")


def test_days_lead_to_the_first(client, viewer):
    response = client.get("/ru/missions/kish/programme/days/")
    assert (response.status_code, response["Location"]) == (302, "/ru/missions/kish/programme/days/2026-10-05/")


def test_tables_show_who_meets_whom(page):
    text = page(f"tables/{DAY}/", lang="fa")
    assert "شرکت V1" in text
    assert "تالار، میز ۱" in text or "تالار، میز 1" in text
    assert "Interpreter 1" in text


@pytest.mark.parametrize(
    ("query", "shown"),
    [("?company=V01", 1), ("?interpreter=I01", 1), ("?venue=hall", 2), ("?company=V01&company=V02", 1), ("", 2)],
)
def test_tables_can_be_narrowed(page, query, shown):
    text = page(f"tables/{DAY}/{query}")
    assert f"{shown} of 2 meetings shown" in text
    assert text.count('class="met"') == shown


def test_tables_without_a_match_say_so(page):
    assert "No meeting on this day fits." in page(f"tables/{DAY}/?company=V02&interpreter=I01")


@pytest.mark.parametrize("query", ["?company=nobody", "?interpreter=%00", "?venue='"])
def test_a_choice_that_does_not_exist_shows_everything_with_an_error(page, query):
    text = page(f"tables/{DAY}/{query}", status=400)
    assert 'aria-invalid="true"' in text
    assert "2 of 2 meetings shown" in text


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("", ["H01", "H02", "V01", "V02"]),
        ("?q=H01", ["H01"]),
        ("?q=компания+v2", ["V02"]),
        ("?q=%D8%B4%D8%B1%D9%83%D8%AA+H%DB%B1", ["H01"]),  # Arabic kaf, Persian digit
        ("?side=visitor&sort=code", ["V01", "V02"]),
        ("?q=kazan&sort=meetings", ["V01", "V02"]),
        ("?q=nobody", []),
    ],
)
def test_companies_are_found_and_sorted(page, query, codes):
    text = page(f"companies/{query}")
    assert re.findall(r'<bdi class="code">(\w+)</bdi>', text) == codes
    assert ("No company fits." in text) is (not codes)


@pytest.mark.parametrize("query", ["?side=nobody", "?sort=luck", f"?q={'x' * 101}"])
def test_a_search_that_cannot_be_lists_all_with_an_error(page, query):
    text = page(f"companies/{query}", status=400)
    assert "4 companies found" in text
    assert "This choice does not exist" in text


def test_a_company_has_its_agenda(page):
    text = page("companies/V01/")
    own = re.search(r'<h1><bdi>(.*?)</bdi></h1>\s*<p class="lead own-name"><bdi>(.*?)</bdi>', text)
    assert own.groups() == ("V Company 1", "Компания V1")
    order = ["Airport to hotel", "Opening", "H Company 1", "Break", "A &lt;b&gt;port&lt;/b&gt;"]
    assert sorted(order, key=text.index) == order
    assert "Interpreter 1" in text
    assert 'href="/en/missions/kish/programme/companies/V01/agenda.pdf"' in text


def test_a_meeting_without_interpreter_says_the_shared_language(page):
    assert "English" in page("companies/V02/").partition("<main")[2]


def test_an_interpreter_has_a_roster(page):
    text = page("interpreters/I01/", lang="ru")
    assert "Компания V1" in text
    assert "Компания H1" in text
    assert "30 мин · не более 360 мин в день" in text


def test_an_interpreter_without_meetings_has_an_empty_roster(page):
    assert "No meetings are assigned." in page("interpreters/I02/")


def test_agendas_can_be_taken_along(client, viewer):
    pdf = client.get("/fa/missions/kish/programme/companies/V01/agenda.pdf")
    assert (pdf["Content-Type"], pdf["Content-Disposition"]) == ("application/pdf", 'attachment; filename="V01.fa.pdf"')
    assert pdf.content.startswith(b"%PDF-")
    calendar = client.get("/fa/missions/kish/programme/companies/V01/agenda.ics")
    assert calendar["Content-Type"] == "text/calendar; charset=utf-8"
    assert calendar.content.count(b"BEGIN:VEVENT") == 5


@pytest.mark.parametrize(
    "address",
    [
        "days/2026-10-08/", "days/2026-13-01/", "days/tomorrow/", "tables/2026-10-07/", "companies/X/",
        "companies/X/agenda.pdf", "companies/X/agenda.ics", "interpreters/X/", "unplaced/",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    ("lang", "words"), [("en", "There is no such page"), ("fa", "چنین صفحه‌ای نیست"), ("ru", "Такой страницы нет")]
)
def test_what_does_not_exist_is_not_found_in_the_readers_language(page, address, lang, words):
    text = page(address, status=404, lang=lang)
    assert words in text
    assert f'<html lang="{lang}" dir="{LANGUAGES[lang].direction}">' in text


@pytest.mark.parametrize("address", ["", "companies/", "days/"])
def test_before_the_first_release_pages_say_so(client, address):
    client.force_login(factory.member(factory.store(factory.make_mission()), "viewer"))
    response = client.get(f"/en/missions/kish/programme/{address}")
    assert response.status_code == 404
    assert "No programme has been released yet" in response.content.decode()


def test_another_mission_is_not_found(client, viewer):
    assert client.get("/en/missions/other/programme/").status_code == 404


def test_the_latest_release_is_shown(client):
    factory.release(name="Second", session_number=4)
    version = factory.release(name="Third", session_number=5)
    client.force_login(factory.member(version.mission, "viewer"))
    text = client.get("/en/missions/kish/programme/").content.decode()
    assert "Session 5 of" in text
    assert "Release 2: Third" in text


def test_a_missing_slash_is_added(client, released):
    response = client.get("/en/missions/kish/programme/companies?q=a")
    assert (response.status_code, response["Location"]) == (301, "/en/missions/kish/programme/companies/?q=a")


def test_the_language_switch_keeps_the_page_and_its_choice(page):
    assert 'href="/fa/missions/kish/programme/companies/?q=a&amp;side=host"' in page("companies/?q=a&side=host")


def test_a_mission_without_a_group_interpreters_or_meetings_has_its_pages(client):
    mission = factory.make_mission(1)
    bare = factory.replace(
        mission,
        settings=factory.replace(mission.settings, body="", session_number=None),
        interpreters=(),
        blocks=(),
        fixed=(),
    )
    programme = factory.Programme(status="unknown", meetings=())
    version = factory.release_of(bare, programme, slug="bare", name="Empty")
    client.force_login(factory.member(version.mission, "viewer"))

    def text(address):
        return client.get(f"/en/missions/bare/programme/{address}").content.decode()

    assert "Not yet checked by the referee." in text("")
    assert "Nothing planned" in text("")
    assert "See who meets whom" not in text("")
    assert "This mission has no interpreters." in text("interpreters/")
    assert "Nothing is in this company" in text("companies/V01/")
    assert client.get("/en/missions/bare/programme/tables/")["Location"] == "/en/missions/bare/programme/days/"


def test_a_body_without_a_session_number_stands_alone(client):
    version = factory.release(session_number=None)
    client.force_login(factory.member(version.mission, "viewer"))
    for address in ("", "programme/"):
        assert "<bdi>Joint Group</bdi>" in client.get(f"/en/missions/kish/{address}").content.decode()
