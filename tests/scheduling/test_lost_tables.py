"""TABLE: a table that is lost for a while holds no meeting meanwhile."""

import pytest

from karvan.mission.rules import Rule
from karvan.mission.validation import find_issues
from karvan.scheduling.explain import why_not
from karvan.scheduling.from_mission import Candidate, MissionProblem
from karvan.scheduling.judge import judge
from karvan.scheduling.result import Schedule
from scheduling.missions import (
    away,
    block,
    broken,
    company,
    draw,
    meeting,
    mission,
    must,
    pair,
    placed,
    programme,
    tables,
)

LOST = away("hall/2", 0, "09:00-10:05")
FOUR = ("V1", "V2", "H1", "H2")


def four(*absences, **given):
    return mission(*FOUR, requests=(must("V1", "H1"), must("V2", "H2")), absences=absences, **given)


@pytest.mark.parametrize(("start", "found"), [("09:00", [(Rule.TABLE, ())]), ("10:10", [])])
def test_the_referee_sees_a_meeting_at_a_lost_table(start, found):
    given = four(LOST)
    made = programme(given, meeting(given, "V1-H1", start, table="2"), meeting(given, "V2-H2", start, table="1"))
    assert broken(given, made) == found


def test_only_the_other_table_is_used_meanwhile():
    drawn = draw(four(LOST, blocks=(block("09:00-10:05"),)))
    assert placed(drawn) == ["V1-H1", "V2-H2"]
    assert {m.table for m in drawn.programme.meetings} == {"1"}


def test_what_does_not_fit_at_the_other_table_is_left_out():
    assert len(placed(draw(four(LOST, blocks=(block("09:00-09:30"),))))) == 1


def test_whoever_always_sits_at_a_lost_table_waits():
    given = mission(company("V1", home_table="hall/2"), "H1", requests=(must("V1", "H1"),), absences=(LOST,))
    assert [f"{m.start:%H:%M}" for m in draw(given).programme.meetings] == ["10:10"]


def test_tables_are_seated_around_a_loss_where_slots_overlap():
    blocks = (block("09:00-09:30", companies=("V1", "H1")), block("09:15-09:45", companies=("V2", "H2")))
    given = mission(*FOUR, requests=(must("V1", "H1"), must("V2", "H2")), blocks=blocks, absences=(LOST,))
    assert len(placed(draw(given))) == 1
    more = mission(
        *FOUR, requests=given.requests, blocks=blocks, absences=(LOST,), tables=tables("hall/1", "hall/2", "hall/3")
    )
    assert sorted(m.table for m in draw(more).programme.meetings) == ["1", "3"]


def test_the_judge_of_problems_sees_it_too():
    given = four(LOST)
    candidate = Candidate("V1", "H1", draw(given).programme.meetings[0].level)
    problem = MissionProblem(given, (candidate,), {}).problem
    assert [v.rule for v in judge(problem, Schedule((0,), (1,), (None,))).violations] == ["table"]
    assert judge(problem, Schedule((0,), (0,), (None,))).is_valid


def test_the_explanation_names_tables_where_the_last_one_is_lost():
    given = four(LOST, blocks=(block("09:00-09:30"),))
    found = why_not(given, programme(given, meeting(given, "V1-H1", "09:00")), pair("V2-H2"))
    assert [reason.code for reason in found.reasons] == ["table"]


@pytest.mark.parametrize(("who", "codes"), [("hall/2", []), ("hall/9", ["unknown-company-or-interpreter"])])
def test_an_absence_may_be_that_of_a_table(who, codes):
    issues = find_issues(mission("V1", "H1", absences=(away(who),)))
    assert [issue.code for issue in issues] == codes
