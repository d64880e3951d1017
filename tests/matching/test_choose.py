"""Who meets whom in a mission: what was agreed, what keeps pairs apart, and the report."""

import pytest

from karvan.formats.workbook import read_mission
from karvan.matching.selection import choose
from karvan.matching.selection.choose import Limit
from karvan.matching.selection.room import have_a_slot
from karvan.mission.calendar import Calendar
from karvan.mission.companies import Side
from karvan.mission.programme import PlacedLevel
from karvan.mission.requests import RequestLevel, RequestStatus
from karvan.sample import model_mission
from mission.missions import absence, block, fixed, host, mission, offer, request, visitor

ONE_SLOT = block("09:00", "09:30", companies=("*",))


def pair(a, b):
    return frozenset((a, b))


def scores(**given):
    """Give scores by names like ``V01_H02``."""
    return {frozenset(name.split("_")): score for name, score in given.items()}


def pairs(selection):
    return [(meeting.company, meeting.counterpart) for meeting in selection.meetings]


ALL = scores(V01_H01=0.9, V01_H02=0.8, V02_H01=0.7, V02_H02=0.1)


def test_everybody_meets_once_where_the_best_pair_alone_would_leave_two_out():
    """V01 with H01 is the best pair, but then V02 is left with H02; together the other two are worth more."""
    selection = choose(mission(ONE_SLOT), ALL)
    assert pairs(selection) == [("V01", "H02"), ("V02", "H01")]
    assert selection.value == selection.bound == pytest.approx(1.5)
    assert {code: share.floor for code, share in selection.shares.items()} == dict.fromkeys(selection.shares, 1)


def test_agreed_meetings_come_first_the_firm_ones_before_wishes():
    made = mission(
        ONE_SLOT,
        fixed=(fixed("H02", "V02"),),
        requests=(request("V01", "H02", RequestLevel.MUST), request("V01", "H01")),
    )
    selection = choose(made, ALL)
    assert [(m.company, m.counterpart, m.level) for m in selection.meetings] == [
        ("V02", "H02", PlacedLevel.FIXED),
        ("V01", "H01", PlacedLevel.WANT),
    ]
    assert selection.refused == (pair("V01", "H02"),)


def test_two_of_one_side_meet_where_they_asked_for_it():
    selection = choose(mission(ONE_SLOT, requests=(request("V02", "V01", RequestLevel.MUST),)), ALL)
    assert pairs(selection) == [("V01", "V02")]
    assert selection.shares["H01"].limit is Limit.COUNTERPARTS


@pytest.mark.parametrize(
    "kept_apart",
    [
        {"requests": (request("H01", "V01", RequestLevel.AVOID),)},
        {"requests": (request("H01", "V01", status=RequestStatus.PENDING),)},
        {"requests": (request("H01", "V01", status=RequestStatus.DECLINED),)},
        {"absences": (absence("H01"),)},
    ],
)
def test_pairs_that_something_keeps_apart_are_not_chosen(kept_apart):
    selection = choose(mission(ONE_SLOT, **kept_apart), scores(V01_H01=0.9))
    assert (selection.meetings, selection.value) == ((), 0.0)


def test_an_avoid_wins_over_what_was_agreed():
    made = mission(ONE_SLOT, requests=(request("V01", "H01"), request("H01", "V01", RequestLevel.AVOID)))
    selection = choose(made, ALL)
    assert selection.refused == (pair("V01", "H01"),)
    assert ("V01", "H01") not in pairs(selection)


def test_those_who_agreed_and_are_never_free_together_are_refused():
    made = mission(
        block("09:00", "09:30", companies=("V01", "V02", "H02")),
        block("10:00", "10:30", companies=("H01", "V02", "H02")),
        requests=(request("V01", "H01", RequestLevel.MUST),),
    )
    selection = choose(made, ALL)
    assert selection.refused == (pair("V01", "H01"),)
    assert ("V01", "H02") in pairs(selection)


def test_a_block_admits_pairs_of_its_domains_alone():
    made = mission(
        block("09:00", "09:30", companies=("*",), domains=("ai",)),
        opportunities=tuple(offer(code, "x", domains=("ai",)) for code in ("V01", "H02")),
    )
    assert pairs(choose(made, ALL)) == [("V01", "H02")]


def test_pairs_with_a_slot_are_those_that_the_calendar_knows():
    made = read_mission(model_mission()).mission
    codes = [[company.code for company in made.delegation(side).companies] for side in Side]
    calendar = Calendar(made)
    marked = have_a_slot(made, calendar, *codes)
    asked = {frozenset(pair) for pair in (*made.requested, *made.fixed_pairs)}
    differing = [
        (a, b)
        for i, a in enumerate(codes[0])
        for j, b in enumerate(codes[1])
        if frozenset((a, b)) not in asked and marked[i, j] != bool(calendar.slots_for(frozenset((a, b))))
    ]
    assert differing == []
    assert 0 < marked.mean() < 1


def test_room_is_slots_times_representatives_up_to_the_limit_of_each_day():
    made = mission(
        block("09:00", "10:40", companies=("*",)),
        companies=(
            visitor("V01", representatives=2, max_meetings_per_day=4),
            visitor("V02", max_meetings_per_day=0),
            host("H01"),
            host("H02", representatives=3),
        ),
        max_meetings_per_company_per_day=5,
    )
    room = {code: share.room for code, share in choose(made, {}).shares.items()}
    assert room == {"V01": 4, "V02": 0, "H01": 3, "H02": 5}


def test_without_meeting_blocks_the_room_is_the_limit_of_each_day():
    selection = choose(mission(max_meetings_per_company_per_day=3), ALL)
    assert {share.room for share in selection.shares.values()} == {6}
    assert len(selection.meetings) == 4
    assert {share.limit for share in selection.shares.values()} == {Limit.CANDIDATES}


def test_evenness_can_be_capped():
    made = mission(ONE_SLOT)
    assert choose(made, ALL, most_floor=0).value == pytest.approx(1.5)
    assert {share.floor for share in choose(made, ALL, most_floor=0).shares.values()} == {0}


def crowd(hosts):
    return mission(
        companies=(visitor("V01"), visitor("V02"), *(host(f"H{n:02}") for n in range(1, hosts + 1))),
        max_meetings_per_company_per_day=20,
    )


def test_whoever_is_far_behind_has_a_reason():
    given = scores(**{f"V01_H{n:02}": 0.5 for n in range(1, 12)}, V02_H01=0.9)
    selection = choose(crowd(11), given)
    assert selection.far_behind(crowd(11)) == ("V02",)
    assert selection.shares["V02"].limit is Limit.CANDIDATES
    found = selection.fairness(crowd(11), Side.VISITOR)
    assert (found.least, found.most, found.total) == (1, 11, 12)


def test_a_mission_without_pairs_has_an_empty_choice():
    selection = choose(mission(), {})
    assert (selection.meetings, selection.value, selection.bound, selection.far_behind(mission())) == ((), 0, 0, ())
