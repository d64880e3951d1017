"""The organiser's report: one file, every language, nothing fetched, nothing executed."""

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from formats.factory import COMPANIES, MEETINGS, MISSION, PROGRAMME, SETTINGS, UNPLACED
from karvan.formats.report import report_html
from karvan.languages import LANGUAGES, say
from karvan.languages.bidi import strip_isolates
from karvan.mission.localised import LocalisedText
from karvan.mission.programme import Figure, Reason, Relief
from karvan.mission.resources import Table
from karvan.mission.rules import Rule
from karvan.scheduling.referee import Violation

VOID = {"meta", "br"}


class Page(HTMLParser):
    """What stands in a page: its elements with attributes, and its text per language."""

    def __init__(self, html):
        super().__init__()
        self.open, self.elements, self.texts, self.lang = [], [], {}, ""
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        if tag == "article":
            self.lang = dict(attrs)["lang"]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.texts[self.lang] = f"{self.texts.get(self.lang, '')} {strip_isolates(data)}"

    def text(self, lang):
        return " ".join(self.texts[lang].split())

    def all(self, tag):
        return [attrs for name, attrs in self.elements if name == tag]


def page_of(lang="en", programme=PROGRAMME, mission=MISSION, violations=()):
    return Page(report_html(mission, programme, lang, violations))


def test_every_language_of_the_mission_is_in_the_page_and_the_wanted_one_first():
    page = page_of("ru")
    (root,) = page.all("html")
    assert root == {"lang": "ru", "dir": "ltr"}
    assert [(a["id"], a["lang"], a["dir"]) for a in page.all("article")] == [
        ("ru", "ru", "ltr"),
        ("fa", "fa", "rtl"),
        ("en", "en", "ltr"),
    ]
    assert [(a["href"], a["lang"]) for a in page.all("a") if "hreflang" in a] == [
        ("#ru", "ru"),
        ("#fa", "fa"),
        ("#en", "en"),
    ]


def test_a_mission_in_one_language_has_no_switch():
    mission = replace(MISSION, settings=replace(SETTINGS, languages=("en", "xx")))
    page = page_of(mission=mission)
    assert [a["id"] for a in page.all("article")] == ["en"]
    assert not [a for a in page.all("a") if "hreflang" in a]


def test_the_file_asks_nothing_of_anybody():
    html = report_html(MISSION, PROGRAMME, "fa")
    page = Page(html)
    assert not page.all("script") + page.all("link") + page.all("img") + page.all("iframe")
    assert not re.findall(r"https?:|url\(|@import|\son\w+=", html)
    assert len(html.encode()) < 100_000


def test_links_lead_somewhere_and_names_of_places_are_unique():
    page = page_of()
    ids = [attrs["id"] for _, attrs in page.elements if "id" in attrs]
    assert len(ids) == len(set(ids))
    targets = {a["href"].removeprefix("#") for a in page.all("a")}
    labels = {attrs["aria-labelledby"] for _, attrs in page.elements if "aria-labelledby" in attrs}
    assert targets | labels <= set(ids)


def test_the_english_part_says_how_good_the_programme_is():
    text = page_of().text("en")
    for expected in (
        "Technology mission to Moscow",
        "4–5 December 2025 · 13–14 Azar 1404",
        "complete and checked; a better one may exist",
        "Meetings 7",
        "Companies with enough meetings 6 of 7 86%",
        "Fixed and must meetings placed 1 1 ✓ proved best",
        "Breaks 3 – ○ may be improved",
        f"All {len(Rule)} rules were checked independently of the scheduler",
        "Visitors Fewest 0, middle 3, most 4 meetings",
        "Hosts Fewest 1, middle 2, most 2 meetings",
        "Halcyon Subsea Cables H03 2 0",
        "Thursday 4 December 2025 · 13 Azar 1404",
        "Setighdadeh Vyshegrad-Svyaz , Suggestion Interpreter: Дмитрий Уфимкин",
        "Anahita Varjavandnia Persian and Russian 2 25 of 360 min 25 of 360 min",
    ):
        assert expected in text


def test_the_persian_part_is_in_persian():
    text = page_of("fa").text("fa")
    for expected in ("هیأت فناوری در مسکو", "۱۳–۱۴ آذر ۱۴۰۴", "۶ از ۷", "میهمانان", "رهپیوند موج", "پنجشنبه"):
        assert expected in text


def test_what_was_not_placed_has_its_reasons_and_remedies():
    remedy = Reason("company-away", (("times", ("2025-12-04 10:00",)), ("company", "V03")))
    row = replace(UNPLACED, relaxations=(remedy,))
    text = page_of(programme=replace(PROGRAMME, unplaced=(row,))).text("en")
    assert (
        "=Plus Robotics ↔ Vyshegrad-Svyaz Must Why not "
        "In 2 of 5 slots (4 December 10:00) =Plus Robotics (V03) is away. "
        "One of the two companies does not wish to meet the other. Only the organiser knows this. "
        "What would make it possible Ask =Plus Robotics (V03) to be present at 4 December 10:00."
    ) in text


def test_where_everything_was_placed_the_report_says_so():
    text = page_of(programme=replace(PROGRAMME, unplaced=())).text("en")
    assert say("en", "report-all-placed") in text


def test_broken_rules_are_named_with_everybody_concerned():
    violations = (
        Violation(Rule.TABLE, ("V01", "I01", "Z99"), (MEETINGS[0],), "hall/T1"),
        Violation(Rule.FIGURES, detail="meetings: 7 ≠ 8"),
    )
    text = page_of(violations=violations).text("en")
    assert "Rules are broken in 2 places. Do not release this programme." in text
    assert (
        f"{say('en', 'rule-table')} Rahpeyvand Mowj Anahita Varjavandnia Z99 "
        "Rahpeyvand Mowj ↔ Vyshegrad-Svyaz , 4 December, 10:00–10:25 hall/T1"
    ) in text
    assert "meetings: 7 ≠ 8" in text


def test_a_programme_with_unknown_companies_cannot_hide_behind_a_broken_rule():
    stranger = replace(MEETINGS[0], company="Z99")
    text = page_of(violations=(Violation(Rule.PAIR_ONCE, ("Z99",), (stranger,)),)).text("en")
    assert "Z99 ↔ Vyshegrad-Svyaz" in text


def test_what_users_wrote_is_never_markup():
    evil = replace(COMPANIES[0], name=LocalisedText.of(en="<script>alert(1)</script>"), city='"><img src=x>')
    page = page_of(mission=replace(MISSION, companies=(evil, *COMPANIES[1:])))
    assert not page.all("script") + page.all("img")
    assert "<script>alert(1)</script>" in page.text("en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_chart_runs_in_the_direction_of_reading(lang):
    page = page_of(lang)
    svg = next(attrs for tag, attrs in page.elements if tag == "svg" and attrs.get("role") == "img")
    dots = [int(attrs["cx"]) for attrs in page.all("circle")[:3]]
    assert svg["width"] == "110"
    assert dots == ([99, 33, 11] if lang == "fa" else [11, 77, 99])


def test_many_companies_with_the_same_number_of_meetings_keep_the_chart_low():
    many = tuple(replace(COMPANIES[0], code=f"V{n}") for n in range(10, 60))
    programme = replace(PROGRAMME, meetings=(), visits=(), blocks=(), unplaced=())
    page = page_of(mission=replace(MISSION, companies=many), programme=programme)
    svg = next(attrs for tag, attrs in page.elements if tag == "svg" and attrs.get("role") == "img")
    assert int(svg["height"]) == 50 * 10 + 22
    assert {attrs["r"] for attrs in page.all("circle")} == {"4"}


def test_days_without_meetings_and_missions_without_interpreters_are_told():
    programme = replace(PROGRAMME, meetings=())
    text = page_of(programme=programme, mission=replace(MISSION, interpreters=())).text("en")
    assert "No meetings on this day. 09:00–10:00 First joint meeting 12:00–13:00 Break 18:00–20:00" in text
    assert say("en", "report-no-interpreters") in text


def test_what_binds_and_what_one_more_would_bring():
    reliefs = (
        Relief(Reason("table", (("venue", "hall"),)), (0, 2, 0, 0), 1),
        Relief(Reason("interpreter", (("languages", ("fa", "ru")),)), (0, 0, 0, 0)),
        Relief(Reason("slot", (("times", ("2025-12-04 12:00",)),)), None),
    )
    text = page_of(programme=replace(PROGRAMME, reliefs=reliefs)).text("en")
    for expected in (
        "Tables (Hall): a meeting in 7 of 12 times, 58%; none left at 4 December 10:00",
        "10:00: 2 of 2",
        "With one more table (Hall): 2 more wanted meetings; one meeting more in all.",
        "Nothing would be gained by any of these: one more interpreter (Persian and Russian).",
        "With one more slot at the end of the day (after 4 December 12:00): not settled in the time that there was.",
    ):
        assert expected in text
    assert say("en", "report-one-more-none") in page_of().text("en")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_columns_run_in_the_direction_of_reading_and_full_ones_stand_out(lang):
    page = page_of(lang)
    columns = [attrs for attrs in page.all("rect") if attrs.get("class") in {"fill", "full"} and "x" in attrs]
    columns = [attrs for attrs in columns if not attrs["x"].endswith("%")][:6]
    places = [int(attrs["x"]) for attrs in columns]
    assert places == sorted(places, reverse=lang == "fa")
    assert columns[0]["class"] == "full"


def test_tables_that_nobody_uses_on_a_day_are_counted_and_not_drawn():
    more = tuple(Table(venue="hall", table=f"T{n}") for n in range(7, 9))
    text = page_of(mission=replace(MISSION, tables=(*MISSION.tables, *more))).text("en")
    assert "2 more tables are free all day." in text
    assert "Table T8" not in text


def test_a_figure_of_nothing_has_no_share():
    text = page_of(programme=replace(PROGRAMME, figures={"must": Figure(0, 0)})).text("en")
    assert "Must meetings placed 0 of 0 Goals" in text


def test_a_side_without_companies_is_no_fault():
    mission = replace(MISSION, companies=COMPANIES[:3])
    programme = replace(PROGRAMME, meetings=(), visits=(), blocks=(), unplaced=())
    text = page_of(programme=programme, mission=mission).text("en")
    assert "Hosts Fewest 0, middle 0, most 0 meetings" in text
