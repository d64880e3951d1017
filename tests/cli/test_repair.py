"""`karvan repair` on a small mission."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from cli.small_mission import LANGUAGES
from formats.schemas import problems
from karvan.cli import repair as command
from karvan.mission.rules import Rule
from karvan.scheduling.referee import Violation
from karvan.scheduling.repair import mend


def write(folder, *rows, **more):
    path = folder / "changes.json"
    path.write_text(json.dumps({"format": "karvan/changes", "version": 1, "changes": rows} | more), encoding="utf-8")
    return path


@pytest.fixture
def late(tmp_path):
    """A company of the small mission comes late for an agreed meeting."""
    return write(tmp_path, {"kind": "late", "company": "H03", "until": "2025-12-03T09:20"})


def test_repair_writes_the_programme_and_the_papers_of_those_affected(run, mission_folder, planned, late, tmp_path):
    code, out, err = run("repair", mission_folder, planned / "programme.json", late, "-o", tmp_path / "out")
    assert (code, out) == (0, "")
    assert "no repair changes less. Written to" in err
    assert "It had been agreed beforehand; the agreement cannot be kept." in err
    files = {path.relative_to(tmp_path / "out").as_posix() for path in (tmp_path / "out").rglob("*") if path.is_file()}
    assert {name for name in files if not name.startswith("mission/")} == {
        "programme.json",
        "programme.xlsx",
        "repair.json",
        "changes.html",
        *(f"calendars/{code}.ics" for code in ("V02", "H03")),
        *(f"agendas/{code}.{lang}.pdf" for code in ("V02", "H03") for lang in ("en", "fa")),
    }
    data = json.loads((tmp_path / "out/repair.json").read_text(encoding="utf-8"))
    assert problems(data, "repair") == []
    assert [row["change"] for row in data["diff"]["meetings"]] == ["moved"]


def test_the_repaired_programme_is_one_of_the_repaired_mission(run, mission_folder, planned, late, tmp_path):
    run("repair", mission_folder, planned / "programme.json", late, "-o", tmp_path / "out")
    code, _, err = run("check", tmp_path / "out/mission", tmp_path / "out/programme.json")
    assert (code, "finds nothing wrong" in err) == (0, True)


def test_a_moved_meeting_stays_the_same_event_with_a_higher_sequence(run, mission_folder, planned, late, tmp_path):
    run("repair", mission_folder, planned / "programme.json", late, "-o", tmp_path / "out")
    before, after = ((folder / "calendars/H03.ics").read_text() for folder in (planned, tmp_path / "out"))
    assert set(re.findall("UID:.+", after)) <= set(re.findall("UID:.+", before))
    assert max(map(int, re.findall(r"SEQUENCE:(\d+)", before))) < min(map(int, re.findall(r"SEQUENCE:(\d+)", after)))


def test_without_a_folder_the_repair_goes_to_standard_output(run, mission_folder, planned, tmp_path):
    none = write(tmp_path)
    code, out, err = run("repair", mission_folder, planned / "programme.json", none)
    assert code == 0
    assert problems(json.loads(out), "repair") == []
    before = json.loads((planned / "programme.json").read_text(encoding="utf-8"))
    assert json.loads(out)["programme"]["meetings"] == before["meetings"]
    assert "Nothing changes." in err
    assert "Written" not in err


@pytest.mark.parametrize("lang", LANGUAGES)
def test_problems_of_the_changes_are_told_in_every_language(run, mission_folder, planned, tmp_path, lang):
    bad = write(tmp_path, {"kind": "absent", "company": "V9"}, {"kind": "late", "company": "V01"})
    code, out, err = run("repair", mission_folder, planned / "programme.json", bad, "--ui-lang", lang)
    assert (code, out) == (2, "")
    assert len(err.strip().splitlines()) == 2
    assert "changes[0].company" in err
    assert "changes[1].until" in err


@pytest.mark.parametrize("text", ["{", None])
def test_changes_that_cannot_be_read_are_told(run, mission_folder, planned, tmp_path, text):
    path = tmp_path / "changes.json"
    if text is not None:
        path.write_text(text)
    code, _, err = run("repair", mission_folder, planned / "programme.json", path)
    assert (code, "changes.json" in err) == (2, True)


def test_an_end_before_the_start_is_said_once(run, mission_folder, planned, tmp_path):
    row = {"kind": "absent", "company": "V01", "from": "2025-12-03T10:00", "to": "2025-12-03T09:00"}
    code, _, err = run("repair", mission_folder, planned / "programme.json", write(tmp_path, row))
    assert code == 2
    assert err.count("2025-12-03T10:00") == 1


def test_a_programme_of_another_mission_is_refused(run, mission_folder, planned, programme, late, tmp_path):
    stranger = tmp_path / "programme.json"
    stranger.write_text(json.dumps(programme).replace('"V01"', '"X01"'))
    code, _, err = run("repair", mission_folder, stranger, late)
    assert code == 2
    assert "There is no company with the code “X01”." in err


def test_what_has_begun_and_breaks_a_rule_is_impossible(run, mission_folder, programme, tmp_path):
    twice = tmp_path / "programme.json"
    rows = [
        row | {"start": "2025-12-03T09:00:00+03:00", "end": "2025-12-03T09:30:00+03:00"}
        for row in programme["meetings"]
    ]
    twice.write_text(json.dumps(programme | {"meetings": rows}))
    changes = write(tmp_path, now="2025-12-03T09:10")
    code, out, err = run("repair", mission_folder, twice, changes, "-o", tmp_path / "out")
    assert (code, out) == (3, "")
    assert "What has begun breaks these rules by itself" in err
    data = json.loads((tmp_path / "out/repair.json").read_text(encoding="utf-8"))
    assert (data["status"], problems(data, "repair")) == ("infeasible", [])
    assert run("repair", mission_folder, twice, changes)[0] == 3


def test_what_the_referee_refuses_is_not_written(run, mission_folder, planned, late, tmp_path, monkeypatch):
    def broken(*arguments, **more):
        found = mend.repair(*arguments, **more)
        return replace(found, violations=(Violation(Rule.TABLE, (), found.programme.meetings[:1]),))

    monkeypatch.setattr(command, "_repair", lambda mission, programme, changes, options: broken(
        mission, programme, changes, stop=command.limits(options, lambda: False)))  # fmt: skip
    code, out, err = run("repair", mission_folder, planned / "programme.json", late, "-o", tmp_path / "out")
    assert (code, out) == (4, "")
    assert "refuses this repair" in err
    assert list((tmp_path / "out").iterdir()) == []
