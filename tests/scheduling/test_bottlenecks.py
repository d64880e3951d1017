"""What one more of something would bring: as much as a programme drawn up with it has more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from karvan.formats.reliefs import relief_lines
from karvan.languages import LANGUAGES
from karvan.mission.mission import Mission
from karvan.mission.programme import GAINS, Relief
from karvan.scheduling import exact
from karvan.scheduling.bottlenecks import PLACING, bottlenecks
from karvan.scheduling.exact.goals import GOALS
from karvan.scheduling.stop import Limits
from scheduling.missions import (
    away,
    block,
    company,
    draw,
    interpreter,
    mission,
    must,
    pair,
    steady,
    tables,
    two_languages,
    want,
)

ONE_SLOT = (block("09:00-09:30"),)
FOUR = ("V1", "V2", "H1", "H2")
ASKED = (must("V1", "H1"), want("V2", "H2"))


def found(given: Mission, scores: dict[str, float] | None = None, stop=None):
    by_pair = {pair(names): score for names, score in (scores or {}).items()}
    made = draw(given, scores).programme
    return bottlenecks(given, made, by_pair, stop=stop or steady(), workers=1)


def gains(given: Mission, scores: dict[str, float] | None = None):
    return {relief.reason.code: (relief.gain, relief.meetings) for relief in found(given, scores)}


def test_a_table_brings_the_meeting_that_had_none():
    given = mission(*FOUR, blocks=ONE_SLOT, tables=tables("hall/1"), requests=ASKED)
    assert gains(given) == {"table": ((0, 1, 0, 0), 1), "slot": ((0, 1, 0, 0), 1)}


def test_at_a_venue_that_is_never_full_one_more_table_brings_nothing():
    given = mission(*FOUR, blocks=ONE_SLOT, tables=tables("hall/1", "hall/2", "hall/3"), requests=ASKED)
    assert gains(given)["table"] == ((0, 0, 0, 0), 0)


def test_a_venue_without_meetings_is_not_asked_about():
    given = mission(*FOUR, blocks=ONE_SLOT, tables=tables("hall/1", "lobby/1"), requests=ASKED)
    assert [r.reason.values for r in found(given) if r.reason.code == "table"] == [(("venue", "hall"),)]


def test_where_all_changes_together_bring_nothing_one_search_answers_for_all(monkeypatch):
    asked = []
    solve = exact.solve
    monkeypatch.setattr(exact, "solve", lambda *a, **k: asked.append(1) or solve(*a, **k))
    given = mission(*FOUR, requests=ASKED)
    made = draw(given).programme
    asked.clear()
    rows = bottlenecks(given, made, {}, stop=steady(), workers=1)
    assert {r.reason.code: r.gain for r in rows} == {"table": (0, 0, 0, 0), "slot": (0, 0, 0, 0)}
    assert len(asked) == 1


def test_a_programme_that_is_not_proved_is_compared_with_one_that_is():
    given = mission(*FOUR, blocks=ONE_SLOT, tables=tables("hall/1"), requests=ASKED)
    made = replace(draw(given).programme, goals=())
    rows = bottlenecks(given, made, {}, stop=steady(), workers=1)
    assert {r.reason.code: r.gain for r in rows} == {"table": (0, 1, 0, 0), "slot": (0, 1, 0, 0)}


def test_an_interpreter_brings_the_meeting_that_had_none():
    given = mission(
        *two_languages(*FOUR), blocks=ONE_SLOT, interpreters=(interpreter(), interpreter("I2", "en zh")), requests=ASKED
    )
    rows = [(r.reason.values, r.gain) for r in found(given) if r.reason.code == "interpreter"]
    assert rows == [((("languages", ("fa", "ru")),), (0, 1, 0, 0)), ((("languages", ("en", "zh")),), (0, 0, 0, 0))]


def test_a_representative_of_a_company_that_meets_in_every_slot():
    given = mission("V1", "H1", "H2", "H3", blocks=ONE_SLOT, requests=(must("V1", "H1"),))
    scores = {"V1-H2": 0.5, "V1-H3": 0.4}
    assert gains(given, scores)["representative"] == ((0, 0, 0, 50), 1)


def test_a_change_is_worth_what_a_programme_drawn_up_with_it_has_more():
    given = mission(
        *FOUR, blocks=ONE_SLOT, tables=tables("hall/1"), requests=ASKED, settings={"min_meetings_per_company": 1}
    )
    scores = {"V1-H2": 0.6, "V2-H1": 0.7}
    longer = replace(given, blocks=(block("09:00-10:05"),))
    before, after = (draw(each, scores).programme for each in (given, longer))
    worth = [
        {g.name: g.value if g.is_more_better else -g.value for g in each.goals if g.name in {p.name for p in PLACING}}
        for each in (before, after)
    ]
    expected = tuple(worth[1][goal.name] - worth[0][goal.name] for goal in PLACING)
    assert gains(given, scores)["slot"] == (expected, len(after.meetings) - len(before.meetings))


def test_no_block_is_longer_than_its_day():
    given = mission(*FOUR, blocks=(block("23:00-23:40"),), tables=tables("hall/1"), requests=ASKED)
    assert "slot" not in gains(given)


def test_the_best_come_first_and_nothing_is_said_without_time():
    given = mission(*FOUR, blocks=ONE_SLOT, tables=tables("hall/1"), requests=ASKED)
    rows = [relief.gain for relief in found(given)]
    assert rows == sorted(rows, reverse=True)
    late = found(given, stop=Limits(lambda: 0.0, deadline=0.0, iterations=1))
    assert [(relief.reason.code, relief.gain) for relief in late] == [("table", None), ("slot", None)]


@pytest.mark.parametrize("lang", LANGUAGES)
def test_every_gain_has_its_words(lang):
    given = mission(
        *FOUR, company("H3"), blocks=ONE_SLOT, tables=tables("hall/1"), requests=ASKED, absences=(away("H3"),)
    )
    texts = list(relief_lines(given, lang, found(given, {"V1-H2": 0.4})))
    assert len(texts) == len(set(texts)) == 3
    late = found(given, stop=Limits(lambda: 0.0, deadline=0.0, iterations=1))
    nothing = [replace(relief, gain=(0, 0, 0, 0)) for relief in late]
    fewer = [Relief(late[0].reason, (1, -1, -2, -3), -1)]
    assert len(list(relief_lines(given, lang, late))) == len(late)
    assert len(list(relief_lines(given, lang, nothing))) == len(list(relief_lines(given, lang, fewer))) == 1


def test_the_goals_that_changes_are_judged_by_are_the_first_of_all():
    assert tuple(goal.name for goal in PLACING) == GAINS == tuple(goal.name for goal in GOALS[: len(GAINS)])
