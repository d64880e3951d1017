"""What a repair changes, as text, page and JSON."""

from __future__ import annotations

import json

import pytest

from formats.schemas import problems
from karvan.formats.repair_html import repair_html
from karvan.formats.repair_json import write_repair
from karvan.formats.repair_text import repair_lines
from karvan.languages import LANGUAGES
from karvan.languages.bidi import strip_isolates
from karvan.mission.changes import ChangeKind
from karvan.mission.programme import PlacedLevel
from scheduling.missions import (
    at,
    block,
    fixed,
    interpreter,
    meeting,
    mission,
    must,
    programme,
    tables,
    two_languages,
    visit,
    want,
)
from scheduling.repair.cases import added, block_to, gone, mend, withdrawn

MISSION = mission(
    *two_languages("V1", "V2", "V3", "H1", "H2", "H3"),
    requests=(must("V1", "H1"), want("V2", "H2")),
    fixed=(fixed("V3", "H3", 0, "09:00"),),
    interpreters=(interpreter("I1"), interpreter("I2"), interpreter("I3")),
    tables=tables("hall/1", "hall/2", "hall/3"),
    settings={"languages": ("fa", "ru", "en")},
    blocks=(
        block("09:00-10:40"),
        block("12:00-13:00", kind="break", title="Lunch"),
        block("13:00-14:00", kind="plenary", title="Opening"),
        visit("15:00-16:00", companies=("V1", "V2"), capacity=2),
    ),
)
RELEASED = programme(
    MISSION,
    meeting(MISSION, "V1-H1", "09:00", table="1", interpreter="I1"),
    meeting(MISSION, "V2-H2", "09:35", table="2", interpreter="I1"),
    meeting(MISSION, "V3-H3", "09:00", table="3", interpreter="I2", level=PlacedLevel.FIXED),
    meeting(MISSION, "V1-H2", "10:10", table="2", interpreter="I1"),
    visits={"Plant": ["V1", "V2"]},
)


@pytest.fixture(scope="module")
def repaired():
    return mend(
        MISSION,
        RELEASED,
        gone(MISSION, "V3", "09:00", "09:20"),
        gone(MISSION, "I1", "09:30", kind=ChangeKind.INTERPRETER_LOST),
        gone(MISSION, "hall/1", kind=ChangeKind.TABLE_LOST),
        gone(MISSION, "V2", "15:30"),
        added("V1", "H3"),
        withdrawn("V1", "H2"),
        block_to(MISSION, 1, "12:00", "13:00", "cancelled", venue=""),
        block_to(MISSION, 2, "13:30", "14:30", "moved", venue="hall"),
    )


def test_everything_is_said_to_whom_it_concerns(repaired):
    lines = repair_lines("en", repaired)
    assert lines[0] == (
        "6 companies’ agendas change: 1 moved, 1 at another table, 1 with another interpreter, 1 added, 1 lost."
    )
    text = "\n".join(lines)
    begin = text.index("V1 (V1) must be told:")
    own = text[begin : text.index("must be told:", begin + 20)]
    for said in (
        "Lunch, 3 December, 12:00–13:00: no longer in the agenda.",
        "Opening: not 3 December, 13:00–14:00, but 3 December, 13:30–14:30. Place: hall.",
        "The meeting with H2 (H2) on 3 December, 10:10–10:40 does not take place.",
        "It is not wanted any more.",
        "The meeting with H1 (H1) on 3 December, 09:00–09:30 is now at Table",
        "New: a meeting with H3 (H3) on 3 December",
    ):
        assert said in own or said.replace("Table", "table") in own, own
    for said in (
        "It had been agreed beforehand; the agreement cannot be kept.",
        "The interpreter of the meeting with V2 (V2) on 3 December, 09:35–10:05 is now I",
        "Plant, 3 December, 15:00–16:00: no longer in the agenda.",
        "Companies whose agenda changes: 6 (proved: not fewer)",
    ):
        assert said in text


def test_nothing_is_said_where_nothing_changes():
    assert repair_lines("en", mend(MISSION, RELEASED))[0] == "Nothing changes."


@pytest.mark.parametrize("lang", list(LANGUAGES))
def test_text_and_page_are_there_in_every_language(repaired, lang):
    lines = repair_lines(lang, repaired)
    page = repair_html(repaired, lang)
    assert page.startswith(f'<!doctype html>\n<html lang="{lang}"')
    assert all(f'id="{code}"' in page for code in LANGUAGES)
    assert strip_isolates(lines[0]) in strip_isolates(page).replace("&#39;", "'")
    assert "<script" not in page


def test_the_json_is_as_published(repaired):
    data = json.loads(write_repair(repaired, with_programme=True))
    assert problems(data, "repair") == []
    assert problems(data["programme"], "programme") == []
    changed = {(row["company"], row["counterpart"]): row["change"] for row in data["diff"]["meetings"]}
    assert changed == {
        ("V1", "H1"): "reseated",
        ("V3", "H3"): "moved",
        ("V2", "H2"): "reinterpreted",
        ("V1", "H2"): "lost",
        ("V1", "H3"): "added",
    }
    broken = [row["company"] for row in data["diff"]["meetings"] if row["agreement_broken"]]
    assert broken == ["V3"]
    assert {row["company"]: row["agenda_changes"] for row in data["diff"]["companies"]} == dict.fromkeys(
        ("V1", "V2", "V3", "H1", "H2", "H3"), True
    )
    assert "programme" not in json.loads(write_repair(repaired, with_programme=False))


def test_nothing_that_a_company_is_told_says_why():
    found = mend(MISSION, RELEASED, gone(MISSION, "V1"))
    data = json.loads(write_repair(found, with_programme=False))
    lost = next(row for row in data["diff"]["meetings"] if row["company"] == "V1" and row["counterpart"] == "H1")
    assert [reason["code"] for reason in lost["reasons"]] == ["company-away"]
    (host,) = [row for row in data["diff"]["companies"] if row["company"] == "H1"]
    assert [text["en"] for text in host["told"]] == [
        "The meeting with V1 (V1) on 3 December, 09:00–09:30 does not take place."
    ]


def test_alternatives_say_what_they_are_better_and_worse_in():
    given = mission("V1", "V2", "H1", "H2", requests=(must("V2", "H2"), want("V1", "H2")), tables=tables("hall/1"),
                    blocks=(block("09:00-10:05"),))  # fmt: skip
    before = programme(given, meeting(given, "V1-H1", "09:00"), meeting(given, "V2-H2", "09:35"))
    found = mend(given, before, gone(given, "H1", "09:00", "09:30"), now=at(given, "08:00"))
    lines = repair_lines("en", found)
    assert "Instead, more suggested meetings could be kept:" in lines
    assert "  – Suggested meetings lost: 0 instead of 1" in lines
    assert "Instead, meetings that were left out before could come in:" in lines
    assert "  – Would meet: H2 (H2) and V1 (V1) on 3 December, 09:00–09:30" in lines
    assert "could be kept" in repair_html(found, "en")
    names = [each["name"] for each in json.loads(write_repair(found, with_programme=False))["alternatives"]]
    assert names == ["more-suggestions", "fill"]
