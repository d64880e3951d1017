from dataclasses import replace

import pytest

from karvan.mission.blocks import BlockKind
from karvan.mission.localised import NO_TEXT
from karvan.mission.programme import Attendance, Figure, Goal, Meeting, PlacedLevel, Programme, Unplaced
from mission.missions import moment


def meeting(company, counterpart, start, **given):
    return Meeting(company=company, counterpart=counterpart, start=moment(start), end=moment("23:00"), **given)


def attendance(kind, start, *companies):
    return Attendance(kind=kind, title=NO_TEXT, start=moment(start), end=moment("23:00"), venue="", companies=companies)


LATE, EARLY, OTHER = meeting("V01", "H01", "11:00"), meeting("V02", "V01", "09:00"), meeting("V02", "H01", "10:00")
VISIT, LUNCH = attendance(BlockKind.VISIT, "14:00", "V01"), attendance(BlockKind.BREAK, "12:00", "V01", "V02")
PROGRAMME = Programme(status="feasible", meetings=(LATE, EARLY, OTHER), visits=(VISIT,), blocks=(LUNCH,))


def test_a_meeting_knows_its_pair_and_the_other_company():
    assert LATE.pair == frozenset(("V01", "H01"))
    assert (LATE.other("V01"), LATE.other("H01")) == ("H01", "V01")


def test_meetings_of_a_company_are_in_order_of_time():
    assert PROGRAMME.meetings_of("V01") == (EARLY, LATE)
    assert PROGRAMME.meetings_of("H09") == ()


def test_meetings_at_one_time_are_in_order_of_place():
    at_b, at_a = replace(LATE, venue="b"), replace(OTHER, start=LATE.start, venue="a")
    assert replace(PROGRAMME, meetings=(at_b, at_a)).meetings_of("H01") == (at_a, at_b)


def test_visits_and_blocks_of_a_company_are_in_order_of_time():
    assert PROGRAMME.attended_by("V01") == (LUNCH, VISIT)
    assert PROGRAMME.attended_by("V02") == (LUNCH,)


def test_an_unplaced_meeting_knows_its_pair():
    assert Unplaced(company="V01", counterpart="H01", level=PlacedLevel.MUST).pair == frozenset(("V01", "H01"))


@pytest.mark.parametrize(("figure", "ratio"), [(Figure(3), None), (Figure(3, 0), None), (Figure(3, 4), 0.75)])
def test_a_figure_has_a_ratio_where_it_has_something_to_be_a_part_of(figure, ratio):
    assert figure.ratio == ratio


def test_a_goal_is_proved_where_its_value_is_the_bound():
    assert [Goal("must", 1, bound, is_more_better=True).is_proved for bound in (1, 2, None)] == [True, False, False]
