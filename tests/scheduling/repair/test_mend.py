"""What each kind of change does to a released programme."""

from __future__ import annotations

from dataclasses import replace

import pytest

from karvan.mission.changes import ChangeKind
from karvan.mission.programme import PlacedLevel
from karvan.mission.requests import RequestLevel, RequestStatus
from karvan.scheduling.repair.difference import MeetingChangeKind
from karvan.scheduling.repair.mend import Alternative, _distinct, repair
from karvan.scheduling.stop import Limits
from scheduling.missions import (
    at,
    away,
    block,
    company,
    fixed,
    interpreter,
    meeting,
    mission,
    must,
    programme,
    ref,
    steady,
    tables,
    two_languages,
    visit,
    want,
)
from scheduling.repair.cases import (
    ABSENT,
    BACK,
    LATE,
    added,
    asked,
    block_to,
    changes,
    gone,
    meetings,
    mend,
    told,
    values,
    withdrawn,
)

FOUR = ("V1", "V2", "H1", "H2")
PAIRS = (must("V1", "H1"), must("V2", "H2"))


def four(**given):
    return mission(*FOUR, **({"requests": PAIRS} | given))


def released(given, *places, **more):
    """Give a programme of meetings ``V1-H1 09:00 1``, each at the level of its request."""
    rows = []
    for place in places:
        names, start, table, *by = place.split(" ")
        made = meeting(given, names, start, table=table, interpreter=by[0] if by else "")
        level = given.requested.get(made.pair)
        fixed_level = PlacedLevel.FIXED if made.pair in given.fixed_pairs else None
        rows.append(replace(made, level=fixed_level or PlacedLevel(level.value if level else "suggestion")))
    return programme(given, *rows, **more)


def test_a_company_that_comes_late_is_met_as_soon_as_it_can():
    given = four()
    found = mend(given, released(given, "V1-H1 09:00 1", "V2-H2 09:00 2"), gone(given, "V1", end="09:20", kind=LATE))
    assert meetings(found) == ["09:00 V2-H2 2", "09:35 V1-H1 1"]
    assert values(found) == [0, 0, 0, 2, 0, 1, 35, 0, 0]


def test_whoever_is_absent_all_day_meets_nobody_and_the_reasons_say_so():
    given = four()
    found = mend(given, released(given, "V1-H1 09:00 1", "V2-H2 09:00 2"), gone(given, "V1"))
    assert meetings(found) == ["09:00 V2-H2 2"]
    (row,) = found.difference.meetings
    assert (row.kind, [reason.code for reason in row.reasons]) == (MeetingChangeKind.LOST, ["company-away"])
    assert [u.pair for u in found.programme.unplaced] == [frozenset(("V1", "H1"))]


def test_whoever_is_back_can_be_met_again():
    given = four(absences=(away("V1", 0, "09:00-"),), requests=PAIRS[:1])
    before = released(given)
    found = mend(given, before, gone(given, "V1", "09:30", kind=BACK), added("V1", "H2"))
    assert meetings(found) == ["09:35 V1-H2 1"]
    assert [(a.start and f"{a.start:%H:%M}", a.end and f"{a.end:%H:%M}") for a in found.mission.absences] == [
        ("09:00", "09:30"), ("23:00", None),
    ]  # fmt: skip
    (fill,) = found.alternatives
    assert fill.name == "fill"
    assert told(fill.repaired) == ["added V1-H2", "added V1-H1"] or len(fill.repaired.programme.meetings) == 2


def test_an_absence_elsewhere_stays_as_it_is():
    given = four(absences=(away("V1", 1), away("V2", 0, "10:00-")))
    found = mend(given, released(given), gone(given, "V1", "09:00", kind=BACK))
    assert found.mission.absences == given.absences


def test_a_lost_table_moves_its_meeting_to_another_at_the_same_time():
    given = four()
    found = mend(given, released(given, "V1-H1 09:00 1"), gone(given, "hall/1", kind=ChangeKind.TABLE_LOST))
    assert meetings(found) == ["09:00 V1-H1 2"]
    assert told(found) == ["reseated V1-H1"]
    assert values(found) == [0, 0, 0, 2, 0, 0, 0, 1, 0]


def test_a_table_that_is_regained_can_be_used():
    given = four(absences=(away("hall/1"),), tables=tables("hall/1"), blocks=(block("09:00-09:30"),), requests=())
    regained = gone(given, "hall/1", kind=ChangeKind.TABLE_REGAINED)
    assert meetings(mend(given, released(given), regained, added("V1", "H1"))) == ["09:00 V1-H1 1"]


def test_whoever_can_sit_nowhere_else_gets_a_place_from_whoever_can():
    companies = (company("V1", home_table="hall/1"), "V2", "H1", "H2")
    given = mission(*companies, requests=PAIRS, blocks=(block("09:00-10:05"),))
    before = released(given, "V1-H1 09:00 1", "V2-H2 09:35 1")
    found = mend(given, before, gone(given, "H1", "09:00", "09:30"))
    assert meetings(found) == ["09:35 V1-H1 1", "09:35 V2-H2 2"]
    assert values(found) == [0, 0, 0, 4, 0, 1, 35, 1, 0]


def test_another_interpreter_takes_over():
    given = mission(*two_languages(*FOUR), requests=PAIRS, interpreters=(interpreter("I1"), interpreter("I2")))
    before = released(given, "V1-H1 09:00 1 I1", "V2-H2 09:35 2 I1")
    found = mend(given, before, gone(given, "I1", "09:30", kind=ChangeKind.INTERPRETER_LOST))
    assert told(found) == ["reinterpreted V2-H2"]
    assert [m.interpreter for m in found.programme.meetings] == ["I1", "I2"]
    assert found.difference.companies == ()
    assert sorted(found.difference.told) == ["H2", "V2"]


def test_an_interpreter_who_is_regained_lets_a_meeting_in():
    given = mission(
        *two_languages("V1", "H1"), interpreters=(interpreter("I1"),), absences=(away("I1"),), requests=PAIRS[:1]
    )
    regained = gone(given, "I1", kind=ChangeKind.INTERPRETER_REGAINED)
    assert told(mend(given, released(given), regained, added("V1", "H1"))) == ["added V1-H1"]


def test_a_block_that_is_moved_takes_its_meetings_with_it():
    given = four()
    before = released(given, "V1-H1 09:00 1", "V2-H2 09:35 1")
    found = mend(given, before, block_to(given, 0, "11:00", "12:40", "moved"))
    assert meetings(found) == ["11:00 V1-H1 1", "11:35 V2-H2 1"]
    assert told(found) == ["moved V1-H1", "moved V2-H2"]
    assert values(found) == [0, 0, 0, 4, 0, 0, 0, 0, 0]


def test_a_block_that_ends_earlier_keeps_what_it_can():
    given = four()
    before = released(given, "V1-H1 09:00 1", "V2-H2 10:10 1")
    found = mend(given, before, block_to(given, 0, "09:00", "10:15"))
    assert meetings(found) == ["09:00 V1-H1 1", "09:35 V2-H2 1"]


def test_a_block_that_begins_later_keeps_its_other_slots_where_they_are():
    given = four()
    before = released(given, "V1-H1 09:00 1", "V2-H2 09:35 1")
    found = mend(given, before, block_to(given, 0, "09:20", "10:40"))
    assert meetings(found) == ["09:35 V2-H2 1", "09:35 V1-H1 2"]


def test_a_block_that_is_cancelled_leaves_nothing():
    given = four()
    before = released(given, "V1-H1 09:00 1")
    found = mend(given, before, block_to(given, 0, "09:00", "10:40", "cancelled"))
    assert meetings(found) == []
    assert found.mission.blocks == ()


def test_of_a_block_that_is_cancelled_after_it_began_what_began_stays():
    given = four()
    before = released(given, "V1-H1 09:00 1", "V2-H2 09:35 1")
    cancelled = block_to(given, 0, "09:00", "10:40", "cancelled")
    found = mend(given, before, cancelled, now=at(given, "09:10"))
    assert meetings(found) == ["09:00 V1-H1 1"]
    assert f"{found.mission.blocks[0].end:%H:%M}" == "09:30"


def test_a_change_of_a_cancelled_block_says_nothing():
    given = four()
    rows = (block_to(given, 0, "09:00", "10:40", "cancelled"), block_to(given, 0, "09:00", "10:05"))
    assert mend(given, released(given), *rows).mission.blocks == ()


def test_a_plenary_that_is_moved_is_told_and_pushes_meetings_aside():
    given = four(blocks=(block("09:00-10:40"), block("11:00-12:00", kind="plenary", title="Opening")))
    before = released(given, "V1-H1 09:00 1")
    found = mend(given, before, block_to(given, 1, "08:30", "09:30", "moved", venue=""))
    assert meetings(found) == ["09:35 V1-H1 1"]
    assert found.difference.companies == ("H1", "H2", "V1", "V2")
    assert len(found.difference.blocks) == 1


def test_whoever_cannot_come_leaves_a_visit():
    given = four(blocks=(block("09:00-10:40"), visit("14:00-15:00", companies=("V1", "V2"), capacity=2)))
    before = released(given, "V1-H1 09:00 1", visits={"Plant": ["V1", "V2"]})
    found = mend(given, before, gone(given, "V2", "14:30"))
    assert [a.companies for a in found.programme.visits] == [("V1",)]
    assert found.difference.companies == ("V2",)


def test_whoever_is_on_a_visit_that_has_begun_stays_on_it():
    given = four(blocks=(block("09:00-10:40"), visit("14:00-15:00", companies=("V1", "V2"), capacity=2)))
    before = released(given, visits={"Plant": ["V1", "V2"]})
    found = mend(given, before, gone(given, "V2", "14:30"), now=at(given, "14:10"))
    assert not found.difference


def test_an_added_meeting_takes_the_place_that_disturbs_nobody():
    given = four()
    found = mend(given, released(given, "V1-H1 09:00 1", "V2-H2 09:35 1"), added("V1", "H2"))
    assert told(found) == ["added V1-H2"]
    assert values(found)[3] == 2


def test_an_added_meeting_can_be_agreed_in_every_part():
    given = four(interpreters=(interpreter("I1", "en fa"),))
    agreed = added("V2", "H1", level=None, start=at(given, "10:10"), table=ref("hall/2"), interpreter="I1")
    (made,) = mend(given, released(given), agreed).programme.meetings
    assert (f"{made.start:%H:%M}", made.table, made.interpreter, made.level) == ("10:10", "2", "I1", PlacedLevel.FIXED)


@pytest.mark.parametrize(
    "row",
    [
        withdrawn("V1", "H1"),
        asked("V1", "H1", status=RequestStatus.DECLINED),
        asked("H1", "V1", level=RequestLevel.AVOID),
    ],
)
def test_a_meeting_that_is_not_wanted_any_more_leaves(row):
    given = four()
    found = mend(given, released(given, "V1-H1 09:00 1", "V2-H2 09:35 1"), row)
    assert told(found) == ["lost V1-H1"]
    assert found.difference.meetings[0].is_withdrawn


def test_a_request_that_is_accepted_now_is_placed():
    given = four(requests=(want("V1", "H1", "pending"),))
    found = mend(given, released(given), asked("V1", "H1", status=RequestStatus.ACCEPTED))
    assert told(found) == ["added V1-H1"]


def test_an_agreement_that_cannot_be_kept_becomes_a_must_and_is_told():
    given = four(requests=(), fixed=(fixed("V1", "H1", 0, "09:00"),))
    before = released(given, "V1-H1 09:00 1")
    found = mend(given, before, gone(given, "V1", end="09:20", kind=LATE))
    assert meetings(found) == ["09:35 V1-H1 1"]
    assert found.difference.meetings[0].was_fixed
    assert found.mission.fixed == ()


def test_of_two_agreements_that_cannot_both_be_kept_one_is_moved():
    rows = (fixed("V1", "H1", 0, "09:00"), fixed("V2", "H2", 0, "09:00"))
    given = four(requests=PAIRS, fixed=rows)
    before = released(given, "V1-H1 09:00 1", "V2-H2 09:00 2")
    found = mend(given, before, gone(given, "hall/2", kind=ChangeKind.TABLE_LOST))
    assert sorted(f"{m.start:%H:%M}" for m in found.programme.meetings) == ["09:00", "09:35"]
    assert len(found.mission.fixed) == 1


def test_what_has_begun_stays_though_somebody_leaves():
    given = four()
    before = released(given, "V1-H1 09:00 1", "V2-H2 09:35 1")
    found = mend(
        given,
        before,
        gone(given, "V1", kind=ABSENT),
        gone(given, "hall/1", kind=ChangeKind.TABLE_LOST),
        now=at(given, "09:10"),
    )
    assert meetings(found) == ["09:00 V1-H1 1", "09:35 V2-H2 2"]
    starts = {a.who: f"{a.start:%H:%M}" for a in found.mission.absences}
    assert starts == {"V1": "09:30", "hall/1": "09:30"}


def test_where_all_slots_have_begun_the_reason_says_so():
    given = four()
    found = mend(given, released(given), added("V1", "H1"), now=at(given, "12:00"))
    assert [reason.code for row in found.programme.unplaced for reason in row.reasons][:1] == ["too-late"]


def test_what_has_begun_and_breaks_a_rule_cannot_be_repaired():
    given = four()
    before = released(given, "V1-H1 09:00 1", "V1-H2 09:00 2")
    found = repair(given, before, changes(gone(given, "H1"), now=at(given, "09:10")), stop=steady(None))
    assert found.programme.status == "infeasible"
    assert {v.rule for v in found.violations} == {"one-at-a-time"}


def test_more_suggestions_can_be_kept_at_the_price_of_agendas():
    given = mission(
        "V1", "V2", "H1", "H2", requests=(must("V2", "H2"),), tables=tables("hall/1"), blocks=(block("09:00-10:05"),)
    )
    before = released(given, "V1-H1 09:00 1", "V2-H2 09:35 1")
    found = mend(given, before, gone(given, "H1", "09:00", "09:30"))
    assert told(found) == ["lost V1-H1"]
    assert [each.name for each in found.alternatives] == ["more-suggestions"]
    assert told(found.alternatives[0].repaired) == ["moved V2-H2", "moved V1-H1"]


def test_fewer_agendas_can_change_at_the_price_of_a_wanted_meeting():
    requests = (want("V1", "H1"), must("V2", "H2"))
    given = four(requests=requests, tables=tables("hall/1"), blocks=(block("09:00-10:05"),))
    before = released(given, "V1-H1 09:00 1", "V2-H2 09:35 1")
    found = mend(given, before, gone(given, "H1", "09:00", "09:30"))
    assert told(found) == ["moved V2-H2", "moved V1-H1"]
    assert [told(each.repaired) for each in found.alternatives] == [["lost V1-H1"]]


def test_what_is_no_better_in_what_it_promises_is_no_alternative():
    """The bug: of a suggestion that is lost in any case, another way to lose it was offered as one that keeps more."""
    given = mission(
        "V1", "V2", "H1", "H2", requests=(must("V2", "H2"),), tables=tables("hall/1"), blocks=(block("09:00-10:05"),)
    )
    before = released(given, "V1-H1 09:00 1", "V2-H2 09:35 1")
    found = mend(given, before, gone(given, "H1", "09:00", "09:30"))
    elsewhere = (replace(found.programme.meetings[0], table="2"), *found.programme.meetings[1:])
    other = replace(found, programme=replace(found.programme, meetings=elsewhere))
    names = ("fewer-companies", "more-suggestions", "fill")
    assert list(_distinct(found, [Alternative(name=name, repaired=other) for name in names])) == []
    (kept,) = found.alternatives
    assert list(_distinct(found, [kept, replace(kept, name="fill"), kept])) == [kept]


@pytest.mark.parametrize("is_cancelled", [True, False])
def test_a_search_that_is_ended_at_once_keeps_the_best_so_far(is_cancelled):
    given = four()
    before = released(given, "V1-H1 09:00 1", "V2-H2 09:00 2")
    stop = Limits(clock=lambda: 0.0, deadline=100.0 if is_cancelled else 0.0, is_cancelled=lambda: is_cancelled)
    found = repair(given, before, changes(gone(given, "V1", end="09:20")), stop=stop)
    assert found.violations == ()
    assert found.programme.status == "feasible"
    assert found.alternatives == ()
    assert len(found.programme.meetings) == 2


def test_tables_without_numbers_and_venues_far_apart_are_repaired_too():
    given = mission(*FOUR, requests=PAIRS, tables=(), blocks=(block("09:00-10:40", venue="a"),))
    before = programme(given, meeting(given, "V1-H1", venue="a", table=""))
    found = mend(given, before, gone(given, "V1", "09:00", "09:30"))
    assert [(f"{m.start:%H:%M}", m.table) for m in found.programme.meetings] == [("09:35", "")]


def test_meetings_that_broke_a_rule_when_they_were_released_are_repaired_as_well():
    given = four(requests=(must("V1", "H1"), must("V1", "H2")))
    before = released(given, "V1-H1 09:00 1", "V1-H2 09:00 2")
    found = mend(given, before, gone(given, "V2"))
    assert sorted(f"{m.start:%H:%M}" for m in found.programme.meetings) == ["09:00", "09:35"]


def test_a_block_that_moves_to_another_venue_takes_its_meetings_along():
    given = four(tables=tables("hall/1", "hall/2", "salon/1"))
    before = released(given, "V1-H1 09:00 1", "V2-H2 09:35 2")
    found = mend(given, before, block_to(given, 0, "09:00", "10:40", "moved", venue="salon"))
    assert [(m.venue, m.table) for m in found.programme.meetings] == [("salon", "1"), ("salon", "1")]


def test_what_has_begun_keeps_its_table_where_slots_overlap():
    blocks = (block("09:00-10:05"), block("09:20-10:25"))
    given = four(blocks=blocks, requests=(must("V1", "H1"), must("V1", "H2")))
    before = released(given, "V1-H1 09:00 1", "V1-H2 09:35 2", "V2-H1 09:35 1")
    lost = gone(given, "hall/2", "09:30", "10:00", kind=ChangeKind.TABLE_LOST)
    found = mend(given, before, lost, now=at(given, "09:10"))
    assert meetings(found)[0] == "09:00 V1-H1 1"


def test_what_has_begun_keeps_its_table_though_another_can_sit_nowhere_else():
    companies = (company("V1", home_table="hall/1"), "V2", "H1", "H2")
    given = mission(*companies, requests=PAIRS)
    before = released(given, "V2-H2 09:00 1", "V1-H1 09:35 1")
    found = mend(given, before, gone(given, "H1", "09:30"), now=at(given, "09:00"))
    assert "09:00 V2-H2 1" in meetings(mend(given, before, gone(given, "H1", "09:30", "10:05"), now=at(given, "09:10")))
    assert told(found) == ["moved V1-H1", "reseated V2-H2"] or told(found) == ["reseated V2-H2", "moved V1-H1"]
