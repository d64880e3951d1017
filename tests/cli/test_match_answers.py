"""`karvan match` with an option that asks for something other than suggestions."""

import json

import pytest

from formats.schemas import problems
from karvan.cli.table import aligned
from karvan.sample import model_mission

GRADES = """company,counterpart,grade,kind
V01,H01,3,exact
V02,H03,2,good
V02,H02,0,same-words-other-meaning
"""


@pytest.fixture
def grades(tmp_path):
    file = tmp_path / "grades.csv"
    file.write_text(GRADES, encoding="utf-8")
    return file


def test_the_table_of_an_evaluation(run, mission_folder, grades, tmp_path):
    file = tmp_path / "figures.json"
    code, out, err = run("match", mission_folder, "--evaluate", grades, "-o", file)
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert (code, err) == (0, "")
    assert lines[0] == "companies exact pairs nDCG@10 recall@5 hard in top 3 calibration error"
    assert lines[1].startswith("all 4 1 1 1 0")
    assert "English looks for Russian 0 0 – – – –" not in out
    data = json.loads(file.read_text(encoding="utf-8"))
    assert problems(data, "evaluation") == []
    assert (data["overall"]["ndcg"], data["overall"]["pairs"]) == (1.0, 1)


@pytest.mark.parametrize("lang", ["fa", "ru"])
def test_the_table_is_there_in_every_language(run, mission_folder, grades, lang):
    code, out, _ = run("match", mission_folder, "--evaluate", grades, "--ui-lang", lang)
    assert (code, len(out.splitlines()) > 4) == (0, True)


def test_grades_that_are_none(run, mission_folder, tmp_path):
    code, out, err = run("match", mission_folder, "--evaluate", tmp_path / "no.csv")
    assert (code, out, "no.csv cannot be read" in err) == (2, "", True)
    (tmp_path / "bad.csv").write_text("company,counterpart,grade,kind\nV01,H01,2,exact\n", encoding="utf-8")
    code, _, err = run("match", mission_folder, "--evaluate", tmp_path / "bad.csv")
    assert (code, err) == (2, "File bad.csv, row 2, column grade: “2” is not one of the allowed values: 3.\n")


def test_the_choice_of_the_sample_and_its_report(run, tmp_path):
    file = tmp_path / "selection.json"
    code, out, _ = run("match", model_mission(), "--select", "-o", file)
    data = json.loads(file.read_text(encoding="utf-8"))
    assert (code, problems(data, "selection")) == (0, [])
    assert data["bound"] == pytest.approx(data["value"])
    assert "Visitors: fewest" in out
    assert "agreed, but one of them does not wish to meet the other." in out
    met = {company["company"]: company["meetings"] for company in data["companies"]}
    assert all(company["meetings"] >= company["floor"] for company in data["companies"])
    assert sum(met.values()) == 2 * len(data["meetings"])


@pytest.mark.parametrize("lang", ["fa", "ru"])
def test_the_choice_in_every_language(run, mission_folder, lang):
    code, out, _ = run("match", mission_folder, "--select", "--ui-lang", lang)
    assert (code, len(out.splitlines()) > 4) == (0, True)


def test_two_answers_at_once_are_refused(run, mission_folder):
    code, _, err = run("match", mission_folder, "--select", "--evaluate", "x")
    assert (code, err.splitlines()[0]) == (2, "--evaluate and --select cannot be given together.")


def test_a_table_is_aligned_by_what_is_seen():
    assert aligned([["a", "1"], ["\u2068bbb\u2069", "10"], ["c"]]) == ["a     1", "\u2068bbb\u2069  10", "c"]
