"""`karvan proof`: a table of prices and a solver's proof, written and checked."""

import json

import pytest

from formats.schemas import problems

DZN = """nBusiness = 4;
nMeetings = 4;
nTables = 2;
nTotalSlots = 3;
nMorningSlots = 3;
requested = [|1, 2, 3|3, 4, 3|1, 3, 3|2, 4, 3|];
forbidden = [{2}, {2}, {2}, {2}];
"""
"""Four people who can meet only at the beginning and the end: four breaks."""

RINGS = """nBusiness = 6;
nMeetings = 6;
nTables = 3;
nTotalSlots = 3;
nMorningSlots = 3;
requested = [|1, 6, 3|3, 6, 3|4, 5, 3|1, 5, 3|3, 4, 3|1, 3, 3|];
"""
"""Two rings with a side in common: one break, which prices do not see."""


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "problem.dzn"
    path.write_text(DZN)
    return path


def test_a_table_is_written_and_holds(run, file, tmp_path):
    code, out, err = run("proof", file, "-o", tmp_path / "proof")
    table = tmp_path / "proof" / "bound.json"
    data = json.loads(table.read_text())
    assert (code, out, problems(data, "bound"), data["bound"]) == (0, "", [], 4)
    assert "fewer breaks than 4" in err
    assert run("proof", file, "--check", table)[0] == 0


def test_a_table_that_claims_too_much_fails(run, file, tmp_path):
    run("proof", file, "-o", tmp_path)
    data = json.loads((tmp_path / "bound.json").read_text()) | {"bound": 5}
    (tmp_path / "bold.json").write_text(json.dumps(data))
    code, _, err = run("proof", file, "--check", tmp_path / "bold.json")
    assert (code, "claims 5" in err) == (3, True)


def test_where_prices_do_not_suffice_a_solver_writes_its_proof(run, tmp_path):
    file = tmp_path / "rings.dzn"
    file.write_text(RINGS)
    assert run("proof", file, "-o", tmp_path, "--breaks", "1")[0] == 0
    assert (tmp_path / "fewer.cnf").read_text().count("p cnf") == 1
    assert (tmp_path / "fewer.drat").read_text().splitlines()[-1] == "0"
    code, _, err = run("proof", file, "-o", tmp_path, "--breaks", "2")
    assert (code, "nothing to prove" in err) == (3, True)


def test_bad_tables_and_problems_are_told(run, file, tmp_path):
    run("proof", file, "-o", tmp_path)
    data = json.loads((tmp_path / "bound.json").read_text())
    (tmp_path / "short.json").write_text(json.dumps(data | {"prices": data["prices"][:2]}))
    (tmp_path / "bad.json").write_text(json.dumps(data | {"unit": 0}))
    code, _, err = run("proof", file, "--check", tmp_path / "short.json")
    assert (code, "2 slots" in err) == (2, True)
    assert run("proof", file, "--check", tmp_path / "bad.json")[0] == 2
    assert run("proof", tmp_path / "missing.dzn", "--check", tmp_path / "bound.json")[0] == 2
    rooms = {"format": "karvan/problem", "version": 1, "slots": [{"start_min": 0, "end_min": 30}]}
    people = [{"name": "a", "capacity": 2}, {"name": "b"}]
    (tmp_path / "other.json").write_text(
        json.dumps(rooms | {"participants": people, "meetings": [{"participants": [1, 2]}]})
    )
    code, _, err = run("proof", tmp_path / "other.json", "-o", tmp_path)
    assert (code, "one venue" in err) == (2, True)
