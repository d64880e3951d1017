"""`karvan match` with an option that asks for something other than suggestions."""

import json

import pytest

from cli.small_mission import SHEETS as SMALL
from cli.small_mission import write_mission
from formats.schemas import problems
from karvan.cli.match_evaluate import _part
from karvan.cli.table import aligned
from karvan.languages.bidi import strip_isolates
from karvan.matching.consortia.teams import Teams
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


def test_each_part_of_the_matcher_is_named_in_the_readers_language(run, mission_folder, grades):
    _, out, _ = run("match", mission_folder, "--evaluate", grades, "--ui-lang", "fa")
    assert "بدون مفاهیم" in strip_isolates(out)
    assert _part("fa", "brand_new") == "brand_new"


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


def test_whoever_has_too_few_meetings_is_named_with_the_reason(run, tmp_path):
    least = SMALL["mission"] + "min_meetings_per_company,3\n"
    no_wish = "company,counterpart,level\nV02,H02,avoid\n"
    made = write_mission(tmp_path / "few", mission=least, requests=no_wish, fixed="company,counterpart\n")
    code, out, _ = run("match", made, "--select")
    assert (code, out.count(" meeting: 1 counterpart fits it and may meet it, and no other.")) == (0, 4)


@pytest.mark.parametrize("lang", ["fa", "ru"])
def test_the_choice_in_every_language(run, mission_folder, lang):
    code, out, _ = run("match", mission_folder, "--select", "--ui-lang", lang)
    assert (code, len(out.splitlines()) > 4) == (0, True)


def test_two_answers_at_once_are_refused(run, mission_folder):
    code, _, err = run("match", mission_folder, "--select", "--evaluate", "x")
    assert (code, err.splitlines()[0]) == (2, "--evaluate and --select cannot be given together.")


def test_a_table_is_aligned_by_what_is_seen():
    assert aligned([["a", "1"], ["\u2068bbb\u2069", "10"], ["c"]]) == ["a     1", "\u2068bbb\u2069  10", "c"]


# --- teams and search, of a mission in the words of the taxonomy

SHEETS = {
    "companies": """code,side,name_en,name_fa,languages
V01,visitor,Rahpeyvand,رهپیوند,fa;en
V02,visitor,Setighdadeh,ستیغ‌داده,fa
H01,host,Yasnet,یاسنت,ru;en
H02,host,Polynya,پولینیا,ru
""",
    "opportunities": """company,kind,text,language
V01,offer,مرکز داده کانتینری,fa
H01,offer,Погружное охлаждение серверов,ru
H02,need,Модульный дата-центр,ru
""",
    "requests": "company,counterpart,level\n",
    "fixed": "company,counterpart\n",
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return write_mission(tmp_path_factory.mktemp("words"), **SHEETS)


def project(tmp_path, *parts):
    file = tmp_path / "project.json"
    data = {"format": "karvan/project", "version": 1, "title": "Joint centre", "parts": parts}
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


@pytest.mark.parametrize("lang", ["en", "fa", "ru"])
def test_the_teams_for_a_project(run, folder, tmp_path, lang):
    file = project(tmp_path, {"text": "container data centre", "side": "visitor"}, {"text": "immersion cooling"})
    code, out, err = run("match", folder, "--consortium", file, "-o", tmp_path / "out.json", "--ui-lang", lang)
    data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert (code, err, problems(data, "consortia")) == (0, "", [])
    assert (data["consortia"][0]["members"], data["is_proved"]) == (["V01", "H01"], True)
    assert "Погружное охлаждение серверов" in strip_isolates(out)


def test_a_member_without_a_part_is_there_for_its_side(run, folder, tmp_path):
    code, out, _ = run("match", folder, "--consortium", project(tmp_path, {"text": "container data centre"}))
    assert code == 0
    assert "takes no part; with it both sides are in the team." in out


def test_a_project_that_nobody_can_carry_out(run, folder, tmp_path):
    file = project(tmp_path, {"text": "immersion cooling", "side": "visitor"})
    code, out, _ = run("match", folder, "--consortium", file, "-o", tmp_path / "out.json")
    assert (code, out.splitlines()[1]) == (
        3,
        "No team is possible: nobody who may take it offers immersion cooling.",
    )
    assert out.splitlines()[2] == "  – closest to immersion cooling: Rahpeyvand (V01)"
    untaken = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))["untaken"]
    assert untaken == [{"part": "immersion cooling", "closest": ["V01"]}]


def test_a_team_that_an_avoid_keeps_apart(run, tmp_path):
    alone = {
        **SHEETS,
        "companies": "\n".join(SHEETS["companies"].splitlines()[i] for i in (0, 1, 3)),
        "opportunities": "\n".join(SHEETS["opportunities"].splitlines()[:3]),
        "requests": "company,counterpart,level\nV01,H01,avoid\n",
        "programme": "date,start,end,kind,companies\n",
    }
    made = write_mission(tmp_path / "apart", **alone)
    code, out, _ = run("match", made, "--consortium", project(tmp_path, {"text": "immersion cooling"}))
    assert (code, "cannot be in one team" in out) == (3, True)


def test_a_search_that_was_cut_short_says_so(run, folder, tmp_path, monkeypatch):
    monkeypatch.setattr(
        "karvan.matching.consortia.project.best_teams", lambda question, count: Teams((), is_proved=False)
    )
    code, out, _ = run("match", folder, "--consortium", project(tmp_path, {"text": "immersion cooling"}))
    assert (code, out.splitlines()[1]) == (4, "No team was found; none was ruled out. Ask for fewer parts.")


def test_a_project_with_mistakes(run, folder, tmp_path):
    file = project(tmp_path, {"concept": "no.such"}, {"text": "qwerty"})
    code, out, err = run("match", folder, "--consortium", file)
    assert (code, out) == (2, "")
    assert err.splitlines() == [
        "project.json, $.parts[0].concept: the taxonomy has no concept “no.such”.",
        (
            "project.json, $.parts[1].text: no concept of the taxonomy was found in “qwerty”; say it in other words, "
            "or name a concept."
        ),
    ]
    code, _, err = run("match", folder, "--consortium", tmp_path / "none.json")
    assert (code, "cannot be read" in err) == (2, True)


@pytest.mark.parametrize("lang", ["en", "fa", "ru"])
@pytest.mark.parametrize(
    "query", ["Яснет", "یاس‌نت", "Yasnet", "immersion cooling", "сервера в жидкости погружное охлаждение"]
)
def test_a_company_is_found_by_name_or_meaning(run, folder, tmp_path, lang, query):
    code, out, err = run("match", folder, "--search", query, "-o", tmp_path / "out.json", "--ui-lang", lang)
    data = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert (code, err, problems(data, "search")) == (0, "", [])
    assert data["hits"][0]["company"] == "H01"
    assert "H01" in out.splitlines()[0]


def test_nothing_is_found(run, folder):
    assert run("match", folder, "--search", "qqqq")[:2] == (0, "Nothing was found for “qqqq”.\n")
    assert run("match", folder, "--search", "")[0] == 0
