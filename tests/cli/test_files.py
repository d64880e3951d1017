"""`karvan match`, `workbook` and `schedule`: files in, files out."""

import json
import signal
import subprocess
from types import SimpleNamespace

import pytest

from cli.small_mission import SHEETS, environment, karvan, write_mission
from formats.schemas import problems
from karvan.cli.inputs import MOST_ISSUES, require_file, save, tell_issues
from karvan.languages.bidi import strip_isolates
from karvan.mission.issues import Issue
from karvan.sample import model_mission
from karvan.scheduling import judge
from karvan.scheduling.result import Result, Status

DZN = """nBusiness = 4;
nMeetings = 4;
nTables = 2;
nTotalSlots = 4;
nMorningSlots = 2;
requested = [|1, 3, 3|1, 4, 3|2, 3, 1|2, 4, 2|];
"""
"""Four people, four meetings: nobody needs a break."""

TOO_MANY = DZN.replace("nTotalSlots = 4", "nTotalSlots = 1").replace("nMorningSlots = 2", "nMorningSlots = 1")


def hard_dzn(people=40, slots=12, tables=20):
    """Return a file that is solved at once and not proved for long."""
    rows = [f"{a + 1}, {b + 1}, 3" for a in range(people) for b in range(a + 1, people) if (a * 7 + b * 3) % 8 == 0]
    rows = rows[: slots * tables * 3 // 5]
    return (
        f"nBusiness = {people};\nnMeetings = {len(rows)};\nnTables = {tables};\nnTotalSlots = {slots};\n"
        f"nMorningSlots = {slots // 2};\nrequested = [|{'|'.join(rows)}|];\n"
    )


# --- match


def test_match_gives_every_company_its_best_as_published(run, mission_folder):
    code, out, err = run("match", mission_folder, "--top", "1")
    data = json.loads(out)
    assert (code, err, problems(data, "suggestions")) == (0, "", [])
    assert [(row["company"], row["counterpart"]) for row in data["suggestions"]] == [
        ("V01", "H01"),
        ("V02", "H03"),
        ("H01", "V01"),
        ("H02", "V01"),
        ("H03", "V02"),
    ]


def test_match_of_the_sample_leaves_nobody_alone(run, tmp_path):
    file = tmp_path / "new" / "suggestions.json"
    code, out, _ = run("match", model_mission(), "--top", "3", "-o", file)
    data = json.loads(file.read_text(encoding="utf-8"))
    assert (code, out, problems(data, "suggestions")) == (0, "", [])
    own = {}
    for row in data["suggestions"]:
        own.setdefault(row["company"], []).append(row["score"])
    assert max(map(len, own.values())) == 3
    assert all(scores == sorted(scores, reverse=True) for scores in own.values())


def test_a_place_that_cannot_be_written_is_told(run, mission_folder, tmp_path):
    code, _, err = run("match", mission_folder, "-o", tmp_path)
    assert (code, err) == (2, f"{tmp_path} cannot be written: Is a directory.\n")


def test_a_file_is_written_whole_or_not_at_all(tmp_path, capsys):
    (tmp_path / "there").mkdir()
    with pytest.raises(SystemExit) as left:
        save(tmp_path / "there", "text", "en")
    assert left.value.code == 2
    assert capsys.readouterr().err.startswith(f"{tmp_path / 'there'} cannot be written: ")
    save(tmp_path / "a" / "b.txt", "سلام", "en")
    assert (tmp_path / "a" / "b.txt").read_text(encoding="utf-8") == "سلام"
    assert [path.name for path in (tmp_path / "a").iterdir()] == ["b.txt"]
    require_file(None, "en")


# --- workbook


@pytest.mark.parametrize("lang", ["en", "fa", "ru"])
def test_an_empty_workbook_is_written_and_never_over_another(run, tmp_path, lang):
    file = tmp_path / f"{lang}.xlsx"
    code, out, err = run("workbook", "new", file, "--lang", lang)
    assert (code, out, err) == (
        0,
        "",
        f"{file}: an empty workbook. Fill it in, then run “karvan workbook check {file}”.\n",
    )
    content = file.read_bytes()
    assert content[:2] == b"PK"
    code, _, err = run("workbook", "new", file)
    assert (code, err) == (2, f"{file} exists already and was left as it is. Choose another name.\n")
    assert file.read_bytes() == content


def test_an_empty_workbook_is_not_ready(run, tmp_path):
    run("workbook", "new", tmp_path / "new.xlsx")
    code, out, err = run("workbook", "check", tmp_path / "new.xlsx")
    assert (code, out) == (2, "")
    assert err.endswith("The workbook has errors; nothing was taken over. Correct the lines above and check again.\n")
    assert len(err.splitlines()) > 1


def test_a_mission_without_errors_is_counted(run, mission_folder):
    code, out, err = run("workbook", "check", mission_folder)
    assert (code, out) == (0, "")
    assert err.splitlines()[-1] == "No errors: 5 companies, 5 offers and needs, 3 requests."


def test_every_problem_is_told_with_its_place(run, tmp_path):
    mission = write_mission(
        tmp_path,
        requests=SHEETS["requests"] + "V01,X9,must\nV02,H01,perhaps\n",
        venues=SHEETS["venues"] + "hall,T1\n",
    )
    code, _, err = run("workbook", "check", mission)
    assert code == 2
    told = strip_isolates(err)
    assert all(part in told for part in ("requests.csv, row 5", "requests.csv, row 6", "venues.csv, row 4"))


def test_commands_that_need_the_mission_refuse_a_wrong_one(run, tmp_path, planned):
    file = planned / "programme.json"
    for arguments in (("plan", tmp_path, "-o", tmp_path / "p"), ("match", tmp_path), ("check", tmp_path, file)):
        code, out, err = run(*arguments)
        assert (code, out) == (2, "")
        assert err


# --- schedule

# The refuting process of the timetable engine leaves its pipes open (scheduling/timetable/refute.py).


def solve(run, tmp_path, text, *options):
    file, answer = tmp_path / "problem.dzn", tmp_path / "answer.json"
    file.write_text(text, encoding="utf-8")
    answer.unlink(missing_ok=True)
    code, out, err = run("schedule", file, "-o", answer, *options)
    assert out == ""
    return code, json.loads(answer.read_text()) if answer.exists() else None, err


def test_schedule_proves_that_no_schedule_has_fewer_breaks(run, tmp_path):
    code, data, err = solve(run, tmp_path, DZN, "--time-limit", "20", "--workers", "1", "--fairness", "1")
    assert (code, problems(data, "schedule")) == (0, [])
    assert (data["status"], data["breaks"], data["bound"]) == ("optimal", 0, 0)
    assert [row["id"] for row in data["meetings"]] == [1, 2, 3, 4]
    assert data["breaks_per_participant"] == [0, 0, 0, 0]
    assert err.endswith("0 breaks, and no schedule has fewer.\n")


def test_schedule_proves_that_there_is_none(run, tmp_path):
    code, data, err = solve(run, tmp_path, TOO_MANY, "--time-limit", "20")
    assert (code, problems(data, "schedule")) == (3, [])
    assert (data["status"], data["meetings"], data["breaks"]) == ("infeasible", [], None)
    assert data["explanation"]
    assert err.endswith("Proved impossible: no schedule keeps all rules.\n")


def test_with_iterations_one_worker_and_a_seed_the_answer_is_always_the_same(run, tmp_path):
    options = ("--iterations", "2000", "--workers", "1", "--seed", "7", "--fairness", "none", "--time-limit", "60")
    answers = [solve(run, tmp_path, DZN, *options) for _ in range(2)]
    assert answers[0][0] == 0
    assert answers[0][1]["meetings"] == answers[1][1]["meetings"]


def test_schedule_writes_to_the_standard_output_where_no_file_is_named(run, tmp_path):
    file = tmp_path / "problem.dzn"
    file.write_text(DZN, encoding="utf-8")
    code, out, _ = run("schedule", file, "--time-limit", "20", "--workers", "1")
    assert (code, problems(json.loads(out), "schedule")) == (0, [])


def test_a_benchmark_file_with_mistakes_is_refused_with_their_lines(run, tmp_path):
    code, data, err = solve(
        run, tmp_path, DZN.replace("nTables = 2", "nTables = two").replace("|2, 4, 2|", "|2, 2, 2|")
    )
    assert (code, data) == (2, None)
    assert err.splitlines()[:2] == [
        "problem.dzn, line 3: nTables: two is no whole number from 0 on.",
        "problem.dzn, line 6: requested: 2, 2, 2. Right are two different participants from 1 to 4.",
    ]


def test_a_problem_file_that_is_none_is_refused(run, tmp_path):
    file = tmp_path / "problem.json"
    file.write_text("[", encoding="utf-8")
    code, out, err = run("schedule", file)
    assert (code, out) == (2, "")
    assert "problem.json is no JSON: " in err


def test_a_problem_that_is_not_there_is_told(run, tmp_path):
    code, _, err = run("schedule", tmp_path / "none.dzn", "--ui-lang", "ru")
    assert (code, err) == (2, f"Не удаётся прочитать {tmp_path / 'none.dzn'}: No such file or directory.\n")


def test_an_answer_that_breaks_a_rule_is_thrown_away(run, tmp_path, monkeypatch):
    def severe(problem, schedule):
        return SimpleNamespace(violations=("wrong",), breaks=())

    monkeypatch.setattr(judge, "judge", severe)
    code, data, err = solve(run, tmp_path, DZN, "--time-limit", "20", "--workers", "1")
    assert (code, data) == (4, None)
    assert "This is a bug in Karvan" in err


@pytest.mark.slow
def test_ctrl_c_ends_the_search_with_the_best_so_far(tmp_path):
    file, answer = tmp_path / "problem.dzn", tmp_path / "answer.json"
    file.write_text(hard_dzn(), encoding="utf-8")
    command = karvan("schedule", file, "-o", answer, "--time-limit", "300", "--workers", "1", "--fairness", "none")
    with subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE, encoding="utf-8") as running:
        said = [next(running.stderr)]
        running.send_signal(signal.SIGINT)
        said += list(running.stderr)
    assert running.returncode == 0, said
    data = json.loads(answer.read_text(encoding="utf-8"))
    assert (data["status"] in {"feasible", "optimal"}, problems(data, "schedule")) == (True, [])


def test_ctrl_c_before_there_is_a_schedule_ends_with_130(run, tmp_path, monkeypatch):
    def solve_nothing(problem, *, stop, **how):
        signal.raise_signal(signal.SIGINT)
        assert stop.is_over()
        return Result(Status.UNKNOWN, None)

    monkeypatch.setattr("karvan.scheduling.solve.solve", solve_nothing)
    code, data, err = solve(run, tmp_path, DZN)
    assert (code, data, err.splitlines()[-1]) == (130, None, "Interrupted; there was nothing to keep.")


def test_of_very_many_problems_the_first_are_told_and_the_rest_counted(capsys: pytest.CaptureFixture[str]) -> None:
    tell_issues([Issue("not-json", "a.json", value=str(n)) for n in range(MOST_ISSUES + 3)], "en")
    lines = capsys.readouterr().err.splitlines()
    assert (len(lines), lines[-1]) == (MOST_ISSUES + 1, "… and 3 more problems. Correct these first.")
