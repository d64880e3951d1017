"""The sample mission: valid, in three languages, and the same as the workbook among the examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from karvan.formats.workbook import read_mission
from karvan.mission.companies import Side
from karvan.mission.mission import Mission
from karvan.sample import model_mission, ready_companies

EXAMPLE = Path(__file__).parent.parent.parent / "examples" / "model-mission.xlsx"


@pytest.fixture(scope="module")
def mission() -> Mission:
    found = read_mission(model_mission()).mission
    assert found is not None
    return found


def test_the_example_workbook_says_the_same_as_the_csv_files(mission: Mission) -> None:
    assert read_mission(EXAMPLE).mission == mission


def test_its_only_warnings_are_the_two_requests_that_an_avoid_beats() -> None:
    assert [issue.code for issue in read_mission(model_mission()).issues] == ["avoid-wins", "avoid-wins"]


def test_it_follows_the_model_mission(mission: Mission) -> None:
    sides = {side: len(mission.delegation(side).companies) for side in Side}
    assert sides == {Side.VISITOR: 16, Side.HOST: 48}
    assert len(mission.interpreters) == 5
    assert sum(block.is_assigned for block in mission.blocks) == 4


def test_every_name_and_title_is_there_in_three_languages(mission: Mission) -> None:
    texts = [c.name for c in mission.companies] + [b.title for b in mission.blocks] + [p.name for p in mission.people]
    assert [text for text in texts if {lang for lang, _ in text} != {"en", "fa", "ru"}] == []


def test_forty_four_ready_companies_do_not_travel() -> None:
    rows = ready_companies().read_text(encoding="utf-8").strip().splitlines()
    assert len(rows) == 1 + 44
