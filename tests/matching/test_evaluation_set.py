"""The set in `bench/matching` is what its README says."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from karvan.formats.workbook import read_mission
from karvan.mission.companies import Side
from karvan.mission.opportunities import OpportunityKind

SET = Path(__file__).parents[2] / "bench" / "matching"

GRADE = {
    "exact": "3",
    "good": "2",
    "weak": "1",
    "same-words-other-meaning": "0",
    "same-trade-nothing-to-exchange": "0",
}


@pytest.fixture(scope="module")
def mission():
    result = read_mission(SET / "mission")
    assert result.issues == ()
    return result.mission


@pytest.fixture(scope="module")
def rows():
    with (SET / "grades.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_company_offers_and_needs_something(mission):
    assert (len(mission.delegation(Side.VISITOR).companies), len(mission.delegation(Side.HOST).companies)) == (60, 83)
    for company in mission.companies:
        assert {row.kind for row in mission.opportunities_of[company.code]} == set(OpportunityKind)


def test_every_text_says_its_language_and_no_domain(mission):
    assert Counter(row.language for row in mission.opportunities) == {"ru": 132, "fa": 78, "en": 76}
    assert {row.domains for row in mission.opportunities} == {()}


def test_a_grade_goes_with_its_kind_and_a_pair_has_one(mission, rows):
    assert [row for row in rows if GRADE[row["kind"]] != row["grade"]] == []
    assert {mission.company[row["company"]].side for row in rows} == {Side.VISITOR}
    assert {mission.company[row["counterpart"]].side for row in rows} == {Side.HOST}
    assert len({(row["company"], row["counterpart"]) for row in rows}) == len(rows)


def test_everybody_has_somebody_to_meet(mission, rows):
    worth = defaultdict(int)
    for row in rows:
        for code in (row["company"], row["counterpart"]):
            worth[code] += row["grade"] >= "2"
    assert set(worth) == set(mission.company)
    assert min(worth.values()) == 1
    assert sum(n >= 2 for n in worth.values()) == 122
