"""What pages show, worked out from a mission and a programme alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from karvan.formats.readers import Reader
from karvan.languages import say
from karvan.mission.blocks import BlockKind
from karvan.web.programmes.screens import agenda, days, directory, grid, lanes, overview
from karvan.web.programmes.screens.lanes import BOTH, HOSTS, VISITORS, Bar, Lane
from web import factory

READER = Reader(factory.make_mission(), "en")
PROGRAMME = factory.make_programme(READER.mission)


def bar(start, end, sides):
    return Bar(factory.at(factory.FIRST, start), factory.at(factory.FIRST, end), sides)


@pytest.mark.parametrize(
    ("bars", "expected"),
    [
        ([], ()),
        ([bar(9, 10, BOTH)], (Lane(1, 12),)),
        ([bar(9, 10, VISITORS), bar(9, 10, HOSTS)], (Lane(1, 6), Lane(7, 6))),
        ([bar(9, 11, VISITORS), bar(10, 12, VISITORS)], (Lane(1, 3), Lane(4, 3))),
        ([bar(9, 10, VISITORS), bar(10, 11, VISITORS)], (Lane(1, 6), Lane(1, 6))),
        ([bar(9, 12, HOSTS), bar(9, 10, VISITORS), bar(11, 12, BOTH)], (Lane(9, 4), Lane(1, 4), Lane(5, 4))),
        ([bar(9, 12, BOTH), bar(9, 10, BOTH), bar(10, 11, BOTH)], (Lane(1, 6), Lane(7, 6), Lane(7, 6))),
        ([bar(9, 10, BOTH)] * 14, tuple(Lane(n * 12 // 14 + 1, 1) for n in range(14))),
    ],
)
def test_bars_that_overlap_lie_side_by_side(bars, expected):
    assert lanes.lay_out(bars) == expected


def test_a_timeline_counts_rows_of_five_minutes_from_the_first_full_hour():
    found = overview.timeline(READER, PROGRAMME, factory.SECOND)
    places = [(block.kind, block.row, block.length) for block in found.blocks]
    assert places == [
        (BlockKind.PLENARY, 0, 12),
        (BlockKind.MEETINGS, 12, 24),
        (BlockKind.BREAK, 36, 12),
        (BlockKind.VISIT, 60, 24),
        (BlockKind.VISIT, 60, 24),
    ]
    assert [hour.row for hour in found.hours] == list(range(0, 85, 12))
    assert [block.meetings for block in found.blocks] == [0, 2, 0, 0, 0]


def test_a_block_until_midnight_stays_on_its_day():
    last = replace(PROGRAMME.blocks[0], start=factory.at(factory.THIRD, 23, 59), end=factory.at(factory.THIRD, 23, 59))
    late = replace(last, end=last.start + timedelta(hours=3))
    programme = replace(PROGRAMME, blocks=(last, late))
    found = overview.timeline(READER, programme, factory.THIRD)
    assert [(block.row, block.length) for block in found.blocks] == [(11, 1), (11, 36)]
    assert [hour.row for hour in found.hours] == [0, 12]


def test_a_block_that_names_nobody_is_for_both_sides():
    nobody = replace(PROGRAMME.blocks[0], companies=())
    found = overview.timeline(READER, replace(PROGRAMME, blocks=(nobody,)), factory.FIRST)
    assert found.blocks[0].sides == BOTH


def test_days_are_counted_in_the_missions_own_time():
    late = replace(PROGRAMME.meetings[0], start=factory.at(factory.THIRD, 23, 30).astimezone(factory.UTC))
    found = days.day_summaries(READER, replace(PROGRAMME, meetings=(late,)))
    assert [(day.number, day.meetings, day.visits, day.blocks) for day in found] == [
        (1, 0, 0, 1),
        (2, 0, 2, 2),
        (3, 1, 0, 0),
    ]


def test_a_grid_has_all_slots_of_the_day_and_a_mark_after_a_gap():
    afternoon = replace(READER.mission.blocks[2], start=factory.time(14), end=factory.time(14, 30))
    mission = replace(READER.mission, blocks=(*READER.mission.blocks, afternoon))
    found = grid.grid(Reader(mission, "en"), PROGRAMME, factory.SECOND, grid.Choice())
    assert [(f"{slot.start:%H:%M}", slot.is_after_gap) for slot in found.slots] == [
        ("10:00", False),
        ("10:35", False),
        ("11:10", False),
        ("14:00", True),
    ]
    assert [row.title for row in found.rows] == ["Hall, table 1", "Hall, table 2"]


def test_a_grid_shows_meetings_at_places_that_the_mission_does_not_know():
    elsewhere = replace(PROGRAMME.meetings[0], venue="", table="", interpreter="I99")
    found = grid.grid(READER, replace(PROGRAMME, meetings=(elsewhere,)), factory.SECOND, grid.Choice())
    assert [(row.venue, row.table) for row in found.rows] == [("hall", "T1"), ("hall", "T2"), ("", "")]
    (placed,) = found.rows[2].cells[0].meetings
    assert (placed.interpreter, placed.interpreter_name) == ("I99", "")


def test_an_agenda_names_an_interpreter_whom_nobody_knows_by_the_code():
    unknown = replace(PROGRAMME.meetings[0], interpreter="I99")
    page = agenda.company_page(READER, replace(PROGRAMME, meetings=(unknown,)), "V01")
    (met,) = (stop for day in page.days for stop in day.stops if stop.parties)
    assert (met.interpreter, met.interpreter_name) == ("I99", "")


@pytest.mark.parametrize(
    ("lang", "names"),
    [
        ("fa", ["آبان", "بهمن", "پرتو", "چشمه", "ژرف", "کاوش", "گام", "یاس", "Zeta"]),
        ("ru", ["Ель", "Ёлка", "Жук", "Яхта", "Alpha", "آب"]),
        ("en", ["Alpha", "beta", "Gamma", "Ёлка"]),
    ],
)
def test_names_are_sorted_by_the_readers_alphabet(lang, names):
    alphabet = say(lang, "web-alphabet")
    keys = [directory.alphabetical(name, alphabet) for name in names]
    assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("كيش", "کیش"), ("خانۀ", "خانه"), ("Ёлка", "елка"), ("نیم\u200cفاصله", "نیم فاصله"), ("V۰۱", "v01")],
)
def test_what_is_typed_for_each_other_is_found(typed, meant):
    assert directory.fold(typed) == directory.fold(meant)
