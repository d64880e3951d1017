"""Where a meeting could be put: free exactly where the referee finds nothing, whatever is remembered."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import assume, given

from karvan.mission.rules import Rule
from karvan.scheduling.explain import why_not
from karvan.scheduling.places import places
from karvan.scheduling.referee import check
from karvan.scheduling.room import Room
from scheduling.missions import away, block, company, day, meeting, mission, pair, programme, tables
from scheduling.test_properties import drawn_of, few, missions


def found_with(given_mission, made, place):
    """What the referee finds about a programme once a meeting stands in a place."""
    rest = tuple(m for m in made.meetings if m.pair != place.meeting.pair)
    tried = replace(made, meetings=(*rest, place.meeting), figures={})
    return [each for each in check(given_mission, tried) if each.rule is not Rule.ACCOUNTED_FOR]


@few
@given(missions())
def test_a_place_is_free_exactly_where_the_referee_finds_nothing(case):
    made = drawn_of(case).programme
    assume(made.status != "infeasible")
    room = Room(case[0], made)
    for names in combinations(sorted(case[0].company), 2):
        for place in places(room, frozenset(names)):
            assert place.is_free is (found_with(case[0], made, place) == [])


@few
@given(missions())
def test_what_is_remembered_changes_no_answer(case):
    made = drawn_of(case).programme
    shared = Room(case[0], made)
    for names in map(frozenset, combinations(sorted(case[0].company), 2)):
        fresh = Room(case[0], made)
        assert places(shared, names) == places(fresh, names)
        assert why_not(case[0], made, names, room=shared) == why_not(case[0], made, names)


def test_one_day_is_asked_about_alone():
    given_mission = mission(
        company("V1"), company("H1"), blocks=(block("09:00-09:30"), block("09:00-09:30", 1)), tables=tables("hall/1")
    )
    room = Room(given_mission, programme(given_mission))
    days = [{p.meeting.start.date() for p in places(room, pair("V1-H1"), on=on)} for on in (day(0), day(1), None)]
    assert days == [{day(0)}, {day(1)}, {day(0), day(1)}]


def test_a_place_says_who_sits_there_and_that_a_table_is_lost():
    given_mission = mission(
        *map(company, ("V1", "V2", "H1", "H2")), blocks=(block("09:00-09:30"),),
        tables=tables("hall/1", "hall/2", "hall/3"), absences=(away("hall/2", 0, "-"),),
    )  # fmt: skip
    held = meeting(given_mission, "V2-H2", "09:00")
    room = Room(given_mission, programme(given_mission, held))
    found = {p.meeting.table: ([o.rule for o in p.obstacles], p.held) for p in places(room, pair("V1-H1"))}
    assert found == {"1": ([Rule.TABLE], held), "2": ([Rule.TABLE], None), "3": ([], None)}
