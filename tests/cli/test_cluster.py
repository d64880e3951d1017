"""`karvan schedule --cluster`: a Dask cluster as a team, what it does when workers are lost, and its messages."""

from __future__ import annotations

import json
import sys

import numpy as np
import pytest

from karvan.cli.cluster import Cluster, _itself, team_of
from karvan.cli.main import main
from karvan.scheduling.timetable.anneal import thresholds
from karvan.scheduling.timetable.construct import build
from karvan.scheduling.timetable.smooth.board import Rules
from karvan.scheduling.timetable.smooth.team import Task, find_moves
from karvan.scheduling.timetable.state import State
from karvan.scheduling.timetable.view import compile_timetable
from scheduling.timetable.problems import timetable

PAIRS = [(a, b) for a in range(12) for b in range(12, 24) if (a + b) % 3]
PRICES = (np.arange(65, dtype=np.int64), np.zeros(65, np.int64), np.zeros(len(PAIRS) + 2, np.int64))
RULES = Rules(thresholds(2), *PRICES)


@pytest.fixture(scope="module")
def table():
    return compile_timetable(timetable(PAIRS, n_slots=16))


@pytest.fixture(scope="module")
def tasks(table):
    state = State(table, 1)
    assert build(state, rounds=1, is_over=lambda: False)
    return [Task(state.slot_of.copy(), seed, 5000, RULES) for seed in (1, 2)]


@pytest.fixture(scope="module")
def local_cluster():
    distributed = pytest.importorskip("distributed")
    with distributed.LocalCluster(
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, silence_logs="CRITICAL"
    ) as cluster:
        yield cluster


@pytest.mark.filterwarnings("ignore")
def test_every_worker_takes_part_and_one_that_is_lost_costs_time_alone(local_cluster, table, tasks):
    expected = [find_moves(table, task) for task in tasks]
    with team_of(local_cluster.scheduler_address, "en") as team:
        assert team.size == 2
        for turn in range(3):
            if turn == 1:
                next(iter(local_cluster.workers.values())).process.process.kill()
            answers = team.work(table, tasks)
            assert all((a == b).all() for a, b in zip(answers, expected, strict=True)), turn


class Gone:
    """A cluster whose workers never answer."""

    status = "pending"

    def __init__(self):
        self.cancelled = []

    def nthreads(self):
        return {}

    def submit(self, *_, **__):
        return self

    def cancel(self, running):
        self.cancelled += running


def test_a_cluster_that_never_answers_is_done_without(monkeypatch, table, tasks):
    distributed = pytest.importorskip("distributed")

    def too_late(running, timeout):
        raise distributed.TimeoutError

    monkeypatch.setattr(distributed, "wait", too_late)
    gone = Gone()
    team = Cluster(gone)
    answers = team.work(table, tasks)
    assert team.size == 1
    assert len(answers) == 1
    assert (answers[0] == find_moves(table, tasks[0])).all()
    assert gone.cancelled == [gone, gone]


def test_the_timetable_itself_is_what_workers_get(table):
    assert _itself(table) is table


@pytest.fixture
def problem(tmp_path):
    path = tmp_path / "small.dzn"
    path.write_text(
        "nBusiness = 2; nMeetings = 1; nTables = 1; nTotalSlots = 2;\nrequested = [|1,2,3|];\n", encoding="utf-8"
    )
    return path


def test_without_dask_the_message_says_what_to_install(monkeypatch, capsys, problem):
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(SystemExit, match="2"):
        main(["schedule", str(problem), "--cluster", "tcp://127.0.0.1:1"])
    assert "“distributed”" in capsys.readouterr().err.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.filterwarnings("ignore")
def test_no_scheduler_at_an_address_is_said_with_the_address(monkeypatch, capsys, problem):
    pytest.importorskip("distributed")
    monkeypatch.setattr("karvan.cli.cluster.CONNECT_S", 0.3)
    with pytest.raises(SystemExit, match="2"):
        main(["schedule", str(problem), "--cluster", "tcp://127.0.0.1:1"])
    assert "tcp://127.0.0.1:1" in capsys.readouterr().err


@pytest.mark.filterwarnings("ignore")
def test_a_small_problem_is_solved_with_a_cluster_too(local_cluster, capsys, problem):
    assert main(["schedule", str(problem), "--cluster", local_cluster.scheduler_address]) == 0
    assert json.loads(capsys.readouterr().out)["status"] == "optimal"
