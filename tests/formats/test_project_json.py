"""Joint projects in, teams out."""

import json

import pytest

from formats.schemas import problems
from karvan.formats.project_json import consortia_data, read_project
from karvan.formats.search_json import search_data
from karvan.matching.consortia import find_consortia
from karvan.matching.consortia.requirements import offers_with
from karvan.matching.search import Index, reading_with
from karvan.matching.taxonomy import Taxonomy, read_domain
from karvan.mission.companies import CompanyKind, Side
from karvan.mission.issues import InvalidMissionError
from mission.missions import mission, need, offer

TAXONOMY = Taxonomy(
    read_domain(
        "lakes",
        {
            "en": "lakes",
            "fa": "دریاچه",
            "ru": "озеро",
            "dam": {"en": "dam", "fa": "سد", "ru": "плотина"},
            "fish": {"en": "fish farming", "fa": "پرورش ماهی", "ru": "рыбоводство"},
        },
    )
)
MISSION = mission(
    opportunities=(
        offer("V01", "We build a dam.", language="en"),
        offer("H01", "рыбоводство", language="ru"),
        need("H02", "плотина", language="ru"),
    )
)


def read(*parts, lang="en", **more):
    text = json.dumps({"format": "karvan/project", "version": 1, "parts": parts, **more})
    return read_project(text.encode(), "project.json", TAXONOMY, lang)


def issues(*parts):
    with pytest.raises(InvalidMissionError) as error:
        read(*parts)
    return [(issue.code, issue.field, issue.value) for issue in error.value.issues]


def test_a_project_is_read_with_its_labels_in_the_readers_language():
    project = read(
        {"concept": "lakes.dam", "side": "visitor"},
        {"text": "рыбоводство", "kinds": ["company"]},
        lang="fa",
        title="Reservoir",
    )
    assert (project.title, [part.label for part in project.parts]) == ("Reservoir", ["سد", "рыбоводство"])
    assert [part.side for part in project.parts] == [Side.VISITOR, None]
    assert project.parts[1].kinds == {CompanyKind.COMPANY}


def test_all_that_is_wrong_with_a_project_is_told_at_once():
    assert issues({"concept": "lakes.sea"}, {"concept": "lakes"}, {"text": "qwerty"}) == [
        ("unknown-concept", "$.parts[0].concept", "lakes.sea"),
        ("not-understood", "$.parts[2].text", "qwerty"),
    ]
    assert [code for code, _, _ in issues({"side": "host"})] == ["json-other"]


def test_teams_are_written_as_published():
    project = read({"concept": "lakes.dam"}, {"text": "рыбоводство"}, title="Reservoir")
    found = find_consortia(MISSION, project, {frozenset(("V01", "H01")): 0.4}, offers_with(TAXONOMY))
    data = consortia_data(MISSION, project, found)
    assert problems(data, "consortia") == []
    assert data["consortia"][0]["members"] == ["V01", "H01"]
    assert data["consortia"][0]["ties"] == [{"company": "V01", "counterpart": "H01", "score": 0.4}]
    assert [row["offer"] for row in data["consortia"][0]["parts"]] == ["We build a dam.", "рыбоводство"]


def test_parts_that_nobody_takes_are_written_by_their_labels():
    project = read({"concept": "lakes.dam", "side": "host"})
    found = find_consortia(MISSION, project, {}, offers_with(TAXONOMY))
    data = consortia_data(MISSION, project, found)
    assert (problems(data, "consortia"), data["consortia"]) == ([], [])
    assert data["untaken"] == [{"part": "dam", "closest": ["H01"]}]


def test_hits_are_written_as_published():
    hits = Index(MISSION, reading_with(TAXONOMY)).search("سد")
    data = search_data(MISSION, TAXONOMY, "سد", hits)
    assert problems(data, "search") == []
    assert [hit["company"] for hit in data["hits"]] == ["V01", "H02"]
    assert data["hits"][0]["opportunities"][0]["concepts"] == ["lakes.dam"]
