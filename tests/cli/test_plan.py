"""`karvan plan`, `check` and `explain` on a small mission."""

import copy
import json
import re
import signal
import subprocess

import pytest

from cli.small_mission import SHEETS, environment, karvan, write_large_mission, write_mission
from formats.schemas import problems
from karvan.cli import plan as plan_command
from karvan.languages import say
from karvan.languages.bidi import strip_isolates
from karvan.mission.programme import Programme
from karvan.mission.rules import Rule
from karvan.scheduling.draw_up import Drawn
from karvan.scheduling.referee import Violation

HEAD = {"format": "karvan/programme", "version": 1, "visits": [], "blocks": [], "unplaced": [], "figures": {}}
CODES = ("V01", "V02", "H01", "H02", "H03")


def pairs(programme):
    return {(row["company"], row["counterpart"]): row for row in programme["meetings"]}


# --- plan


def test_plan_writes_every_file_of_the_specification(planned):
    files = {path.relative_to(planned).as_posix() for path in planned.rglob("*") if path.is_file()}
    assert files == {
        "programme.json",
        "programme.xlsx",
        "report.html",
        *(f"calendars/{code}.ics" for code in CODES),
        *(f"agendas/{code}.{lang}.pdf" for code in CODES for lang in ("en", "fa")),
    }
    assert all((planned / name).stat().st_size > 200 for name in files)
    assert (planned / "programme.xlsx").read_bytes()[:2] == b"PK"
    assert (planned / "agendas/V01.fa.pdf").read_bytes()[:5] == b"%PDF-"


def test_the_programme_is_as_published_and_keeps_what_was_asked_for(programme):
    assert problems(programme, "programme") == []
    held = pairs(programme)
    assert {pair: row["level"] for pair, row in held.items()} | {("V01", "H02"): "suggestion"} == {
        ("V01", "H01"): "must",
        ("V02", "H02"): "want",
        ("V02", "H03"): "fixed",
        ("V01", "H02"): "suggestion",
    }
    agreed = held["V02", "H03"]
    assert (agreed["start"], agreed["venue"], agreed["table"]) == ("2025-12-03T09:00:00+03:00", "hall", "T2")
    assert held["V02", "H02"]["interpreter"] == "I01"
    assert held["V01", "H01"]["interpreter"] is None
    assert programme["visits"][0]["companies"] == ["V01", "V02"]


def test_languages_of_the_documents_can_be_asked_for(run, mission_folder, tmp_path):
    code, out, err = run(
        "plan",
        mission_folder,
        "-o",
        tmp_path,
        "--time-limit",
        "3",
        "--workers",
        "1",
        "--lang",
        "ru; ru,",
        "--ui-lang",
        "fa",
    )
    assert (code, out) == (0, "")
    assert sorted(path.name for path in (tmp_path / "agendas").iterdir()) == sorted(f"{code}.ru.pdf" for code in CODES)
    assert str(tmp_path) in err.splitlines()[-1]


def test_a_language_that_karvan_does_not_speak_is_refused(run, mission_folder, tmp_path):
    code, _, err = run("plan", mission_folder, "-o", tmp_path / "new", "--lang", "de,fa")
    assert (code, err) == (2, "Karvan does not speak de; it speaks en, fa, and ru.\n")
    assert not (tmp_path / "new").exists()


def test_a_mission_in_no_language_of_ours_has_its_documents_in_english(run, tmp_path):
    mission = write_mission(tmp_path / "m", mission=SHEETS["mission"].replace("languages,en;fa", "languages,de"))
    assert run("plan", mission, "-o", tmp_path / "p", "--time-limit", "3")[0] == 0
    assert {path.name.split(".")[1] for path in (tmp_path / "p" / "agendas").iterdir()} == {"en"}


def test_a_folder_that_cannot_be_written_is_told_before_the_search(run, mission_folder, tmp_path, monkeypatch):
    monkeypatch.setattr(plan_command, "plan", None)
    (tmp_path / "file").touch()
    code, _, err = run("plan", mission_folder, "-o", tmp_path / "file" / "folder")
    assert (code, err) == (2, f"{tmp_path / 'file' / 'folder'} cannot be written: Not a directory.\n")


def test_fixed_meetings_that_contradict_each_other_are_proved_impossible(run, tmp_path):
    mission = write_mission(
        tmp_path / "m",
        fixed="company,counterpart,date,start,table\n"
        "V02,H03,2025-12-03,09:00,hall/T2\nV01,H01,2025-12-03,09:00,hall/T2\n",
    )
    code, out, err = run("plan", mission, "-o", tmp_path / "p", "--time-limit", "3")
    assert (code, out) == (3, "")
    assert err.splitlines()[-1].startswith("Impossible: the meetings that are already fixed contradict each other.")
    assert sorted(path.name for path in (tmp_path / "p").iterdir()) == [
        "programme.json",
        "programme.xlsx",
        "report.html",
    ]
    assert json.loads((tmp_path / "p" / "programme.json").read_text())["status"] == "infeasible"


@pytest.mark.parametrize(
    ("drawn", "code"),
    [
        (Drawn(Programme(status="unknown", meetings=()), ()), 4),
        (Drawn(Programme(status="feasible", meetings=()), (Violation(Rule.TABLE, who=("V01",), detail="?"),)), 4),
    ],
)
def test_no_answer_and_a_wrong_answer_end_with_4(run, mission_folder, tmp_path, monkeypatch, drawn, code):
    monkeypatch.setattr(plan_command, "plan", lambda *_: (drawn, {}))
    left, _, err = run("plan", mission_folder, "-o", tmp_path / "p")
    assert left == code
    if drawn.violations:
        assert err.endswith("A table belongs to the venue and holds one meeting at a time. Broken by: V01; ?\n")
        assert list((tmp_path / "p").iterdir()) == []  # nothing of it is shown to anybody
    else:
        assert err.startswith("No programme was found in this time; none was ruled out.")
        assert (tmp_path / "p" / "programme.json").is_file()


@pytest.mark.slow
def test_ctrl_c_during_the_search_keeps_the_best(tmp_path):
    folder = tmp_path / "p"
    mission = write_large_mission(tmp_path / "m")
    command = karvan("plan", mission, "-o", folder, "--time-limit", "8", "--workers", "1", "--lang", "en")
    with subprocess.Popen(command, env=environment(), stderr=subprocess.PIPE, encoding="utf-8") as running:
        said = [next(running.stderr)]
        while "placed" not in said[-1]:
            said.append(next(running.stderr))
        running.send_signal(signal.SIGINT)
        said += list(running.stderr)
    assert (running.returncode, said[-1].endswith(f"Written to {folder}.\n")) == (0, True), said
    assert json.loads((folder / "programme.json").read_text(encoding="utf-8"))["meetings"]
    assert (folder / "report.html").is_file()


def test_ctrl_c_before_there_is_anything_to_keep_ends_with_130(run, mission_folder, tmp_path, monkeypatch):
    nothing = Drawn(Programme(status="unknown", meetings=()), ())

    def draw_up(mission, scores, *, stop, **how):
        signal.raise_signal(signal.SIGINT)
        assert stop.is_over()
        return nothing

    monkeypatch.setattr("karvan.scheduling.draw_up.draw_up", draw_up)
    code, _, err = run("plan", mission_folder, "-o", tmp_path / "p")
    assert (code, err.splitlines()[-1]) == (130, say("en", "cli-interrupted"))
    assert list((tmp_path / "p").iterdir()) == []


def test_ctrl_c_while_papers_are_printed_loses_none_of_them(run, mission_folder, tmp_path, monkeypatch):
    def bottlenecks(mission, programme, scores, *, stop, workers):
        signal.raise_signal(signal.SIGINT)
        assert stop.is_over()
        return ()

    monkeypatch.setattr("karvan.scheduling.bottlenecks.bottlenecks", bottlenecks)
    code, _, _ = run("plan", mission_folder, "-o", tmp_path / "p", "--lang", "en")
    assert code == 0
    assert {path.name for path in (tmp_path / "p" / "agendas").iterdir()} == {f"{code}.en.pdf" for code in CODES}


# --- check


def tampered(tmp_path, programme, change):
    """Write the programme after a change, and return its file."""
    data = copy.deepcopy(programme)
    change(data)
    file = tmp_path / "tampered.json"
    file.write_text(json.dumps(data), encoding="utf-8")
    return file


def test_check_finds_nothing_wrong_with_what_plan_made(run, mission_folder, planned, programme):
    code, out, err = run("check", mission_folder, planned / "programme.json")
    assert code == 0
    assert f"Meetings: {len(programme['meetings'])}\n" in out
    assert "Wanted meetings placed: 1 / 1\n" in out
    assert err == f"The referee finds nothing wrong: {len(Rule)} rules kept by {len(programme['meetings'])} meetings.\n"


def test_check_speaks_every_language(run, mission_folder, planned):
    code, out, err = run("check", mission_folder, planned / "programme.json", "--ui-lang", "fa")
    assert code == 0
    assert "۱ / ۱" in out
    assert f"همه {''.join('۰۱۲۳۴۵۶۷۸۹'[int(d)] for d in str(len(Rule)))} قاعده" in err


def move(data):
    data["meetings"][0] |= {"start": "2025-12-03T10:45:00+03:00", "end": "2025-12-03T11:15:00+03:00"}


def two_at_one_table(data):
    first, second = data["meetings"][:2]
    second |= {name: first[name] for name in ("start", "end", "venue", "table")}


def without_interpreter(data):
    for row in data["meetings"]:
        row["interpreter"] = None


def avoided(data):
    row = next(row for row in data["meetings"] if (row["company"], row["counterpart"]) == ("V01", "H01"))
    row["counterpart"] = "H03"


@pytest.mark.parametrize(
    ("change", "rule"),
    [
        (move, Rule.WITHIN_BLOCK),
        (two_at_one_table, Rule.TABLE),
        (lambda data: data["figures"].update(meetings=99), Rule.FIGURES),
        (lambda data: data["meetings"].append(data["meetings"][0]), Rule.PAIR_ONCE),
        (without_interpreter, Rule.INTERPRETER_NEEDED),
        (avoided, Rule.AVOID),
        (lambda data: data["meetings"].clear(), Rule.FIXED),
        (lambda data: data["blocks"].clear(), Rule.BLOCKS),
        (lambda data: data["visits"][0]["companies"].append("H01"), Rule.VISIT),
        (lambda data: data["meetings"][0].update(company="X9"), None),
    ],
)
@pytest.mark.parametrize("lang", ["en", "ru"])
def test_check_tells_what_was_tampered_with(run, tmp_path, mission_folder, programme, change, rule, lang):
    file = tampered(tmp_path, programme, change)
    code, out, err = run("check", mission_folder, file, "--ui-lang", lang)
    assert code == 3
    assert len(out.splitlines()) >= 1
    if rule and lang == "en":
        sentence = next(line for line in out.splitlines() if line.startswith(say("en", f"rule-{rule}")))
        assert "Broken by: " in sentence
    assert ("The referee found " if lang == "en" else "Арбитр нашёл ") in err


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("{", ["is no JSON"]),
        (
            json.dumps(HEAD | {"status": "fine", "meetings": 1}),
            ["p.json, $.meetings: 1 is of another type", 'p.json, $.status: "fine" is not among'],
        ),
    ],
)
def test_a_programme_that_is_none_is_refused_with_every_place(run, tmp_path, mission_folder, text, lines):
    file = tmp_path / "p.json"
    file.write_text(text, encoding="utf-8")
    for command in (["check"], ["explain"]):
        more = ["V01"] if command == ["explain"] else []
        code, out, err = run(*command, mission_folder, file, *more)
        assert (code, out, len(err.splitlines())) == (2, "", len(lines))
        assert all(part in line for part, line in zip(lines, err.splitlines(), strict=True))


def test_a_programme_that_is_not_there_is_told(run, tmp_path, mission_folder):
    code, _, err = run("check", mission_folder, tmp_path / "none.json")
    assert (code, err) == (2, f"{tmp_path / 'none.json'} cannot be read: No such file or directory.\n")


# --- explain


def explained(run, mission_folder, planned, *codes, lang="en"):
    code, out, err = run("explain", mission_folder, planned / "programme.json", *codes, "--ui-lang", lang)
    assert (code, err) == (0, "")
    return strip_isolates(out).splitlines()


def test_explain_tells_why_a_company_has_its_meetings(run, mission_folder, planned):
    head, *meetings = explained(run, mission_folder, planned, "V02")
    assert head == "Setighdadeh (V02): 2 meetings."
    assert re.fullmatch(
        r"  3 December, 09:00–09:30: Halcyon \(H03\)\. Agreed beforehand\. Score [01]\.\d\d\.", meetings[0]
    )
    assert "Polynya (H02). Wanted by Setighdadeh (V02)." in meetings[1]


def test_explain_a_pair_that_meets(run, mission_folder, planned):
    (line,) = explained(run, mission_folder, planned, "H01", "V01")
    assert "Rahpeyvand (V01). A must of Rahpeyvand (V01)." in line


@pytest.mark.parametrize(
    ("pair", "reason"),
    [
        (("V01", "H03"), "One of the two companies does not wish to meet the other. Only the organiser knows this."),
        (("V01", "V02"), "Two companies of one side meet only where somebody asked for it."),
    ],
)
def test_explain_a_pair_that_does_not_meet(run, mission_folder, planned, pair, reason):
    head, *reasons = explained(run, mission_folder, planned, *pair)
    assert head.endswith(" do not meet:")
    assert f"  – {reason}" in reasons


def test_explain_a_pair_for_which_there_is_a_remedy(run, mission_folder, planned):
    lines = explained(run, mission_folder, planned, "V02", "H01", lang="ru")
    assert lines[0] == "Setighdadeh (V02) и Yasnet (H01) не встречаются:"
    assert len(lines) > 1


def test_explain_names_a_company_that_asked_in_vain(run, tmp_path, mission_folder, programme):
    def leave_out(data):
        data["meetings"] = [row for row in data["meetings"] if row["level"] != "must"]
        nothing = {"level": "must", "reasons": [], "relaxations": []}
        pairs = (("V02", "H01"), ("V01", "V01"), ("V01", "H01"))
        data["unplaced"] = [{"company": a, "counterpart": b, **nothing} for a, b in pairs]

    file = tampered(tmp_path, programme, leave_out)
    code, out, _ = run("explain", mission_folder, file, "V01")
    assert code == 0
    assert [line for line in out.splitlines() if "do not meet" in line] == [
        "Rahpeyvand (V01) and Yasnet (H01) do not meet:"
    ]


def test_explain_refuses_a_programme_of_another_mission(run, tmp_path, mission_folder, programme):
    file = tampered(tmp_path, programme, lambda data: data["meetings"][0].update(company="X9"))
    code, out, err = run("explain", mission_folder, file, "V01")
    assert (code, out) == (2, "")
    assert err.startswith("There is no company X9 in this mission. Close to it: ")


def test_explain_a_company_with_itself(run, mission_folder, planned):
    assert explained(run, mission_folder, planned, "V01", "V01") == ["Rahpeyvand (V01) cannot meet itself."]


def test_an_unknown_company_is_refused_with_codes_that_come_close(run, mission_folder, planned):
    code, out, err = run("explain", mission_folder, planned / "programme.json", "V1", "X99")
    assert (code, out) == (2, "")
    first, second = err.splitlines()
    assert first.startswith("There is no company V1 in this mission. Close to it: V01, ")
    assert second.startswith("There is no company X99 in this mission.")


def test_a_score_that_nobody_gave_is_a_dash(run, tmp_path, mission_folder, programme):
    file = tampered(tmp_path, programme, lambda data: [row.update(score=None) for row in data["meetings"]])
    assert "Score –." in run("explain", mission_folder, file, "V01")[1]


@pytest.mark.parametrize("lang", ["fa", "ru", "en"])
def test_explain_a_whole_programme(run, mission_folder, planned, lang):
    head, *lines = explained(run, mission_folder, planned, lang=lang)
    assert head == say(lang, "load-title")
    title = lines.index(say(lang, "bottleneck-title"))
    assert all(line.startswith("  – ") for line in lines[:title])
    assert all(line.startswith("  + ") for line in lines[title + 1 :])
    assert 1 <= title < len(lines) - 1
