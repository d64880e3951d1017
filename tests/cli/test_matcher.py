"""How the commands run the matcher."""

import gc
from argparse import Namespace

from cli.small_mission import write_mission
from karvan.cli import matcher
from karvan.formats.workbook import read_mission


def test_several_processes_find_what_one_finds_alone(monkeypatch, tmp_path):
    mission = read_mission(write_mission(tmp_path)).mission
    before = gc.get_threshold()
    alone = matcher.suggestions(mission, Namespace())
    monkeypatch.setattr(matcher, "MANY_TEXTS", 1)
    monkeypatch.setattr("karvan.matching.profiles.PORTION", 2)
    assert (matcher.suggestions(mission, Namespace()), gc.get_threshold()) == (alone, before)
    assert matcher.scores_of(mission, Namespace())[frozenset(("V01", "H01"))] > 0.5
