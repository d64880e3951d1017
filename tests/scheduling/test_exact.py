"""The exact technique on problems that no mission has, and the plain parts that all techniques share."""

from dataclasses import replace
from importlib import import_module
from itertools import count

import pytest

from karvan.scheduling import exact
from karvan.scheduling import solve as conductor
from karvan.scheduling.exact.goals import GOALS
from karvan.scheduling.exact.linear import Start
from karvan.scheduling.judge import judge
from karvan.scheduling.problem import Interpreter, Level, Meeting, Participant, Problem, Slot, Venue
from karvan.scheduling.result import GoalValue, Result, Sense, Status
from karvan.scheduling.stop import Limits
from karvan.scheduling.tables import assign_tables
from karvan.scheduling.timetable import solve as timetable
from scheduling.missions import steady

SLOTS = tuple(Slot(start, start + 30) for start in (540, 570, 600))
FOUR = tuple(Participant(name) for name in "abcd")


def problem(*meetings, **given):
    values = {"slots": SLOTS, "participants": FOUR} | given
    return Problem(meetings=meetings, **values)


def solve(given):
    return exact.solve(given, stop=steady(), workers=1)


def test_precedence_feasible_the_first_ends_before_the_second_starts():
    given = problem(Meeting((0, 1)), Meeting((2, 3), slots=frozenset((1,))), precedences=((0, 1),))
    result = solve(given)
    assert (result.status, result.schedule.slot_of) == (Status.OPTIMAL, (0, 1))


def test_precedence_infeasible_where_the_second_is_the_earliest():
    given = problem(Meeting((0, 1)), Meeting((2, 3), slots=frozenset((0,))), precedences=((0, 1),))
    result = solve(given)
    assert (result.status, result.schedule, result.goals) == (Status.INFEASIBLE, None, ())


def test_precedence_one_of_two_is_left_out():
    wants = (Meeting((0, 1), Level.WANT), Meeting((2, 3), Level.WANT, slots=frozenset((0,))))
    result = solve(problem(*wants, precedences=((0, 1),)))
    assert sorted(result.schedule.slot_of, key=str) in ([0, None], [1, None], [2, None])


def test_a_problem_without_calendars_lets_everybody_meet_at_any_time():
    """No slots, no grid and no limit given: all slots are meant."""
    given = problem(Meeting((0, 1)), Meeting((0, 2)), Meeting((0, 3)), interpreters=(Interpreter("i"),))
    result = solve(given)
    assert sorted(result.schedule.slot_of) == [0, 1, 2]
    assert judge(given, result.schedule).is_valid
    assert [goal.name for goal in result.goals] == [goal.name for goal in GOALS]


def test_an_interpreter_without_a_calendar_is_always_there():
    given = problem(Meeting((0, 1), interpreters=frozenset((0,))), interpreters=(Interpreter("i"),))
    result = solve(given)
    assert (result.status, result.schedule.interpreter_of) == (Status.OPTIMAL, (0,))


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"slots": (Slot(600, 600),)}, "a slot ends before it starts"),
        ({"slots": (Slot(600, 630, venue=1),)}, "venue of a slot: no index 1 among 1"),
        ({"meetings": (Meeting((0, 0)),)}, "a meeting has two or more participants"),
        ({"meetings": (Meeting((0, 9)),)}, "participant of a meeting: no index 9 among 4"),
        ({"meetings": (Meeting((0, 1), slots=frozenset((7,))),)}, "slot of a meeting: no index 7 among 3"),
        ({"meetings": (Meeting((0, 1), interpreters=frozenset((0,))),)}, "interpreter: no index 0 among 0"),
        ({"precedences": ((0, 1),)}, "meeting before: no index 1 among 1"),
    ],
)
def test_a_problem_with_an_index_that_points_nowhere_is_refused(change, message):
    with pytest.raises(ValueError, match=message):
        replace(problem(Meeting((0, 1))), **change)


def test_slots_clash_when_they_overlap_or_are_too_far_apart():
    slots = (Slot(540, 570), Slot(560, 590), Slot(600, 630, venue=1), Slot(590, 620, venue=0))
    given = problem(Meeting((0, 1)), slots=slots, venues=(Venue("a"), Venue("b")), travel_min={(0, 1): 11})
    assert given.clashes == (frozenset((1,)), frozenset((0, 2)), frozenset((1, 3)), frozenset((2,)))


def test_tables_without_numbers_are_not_given():
    assert assign_tables(problem(Meeting((0, 1)), Meeting((2, 3))), (0, None)) == (None, None)


def test_limits_of_a_clock():
    ticks = count()
    stop = Limits(clock=lambda: float(next(ticks)), deadline=2.0)
    assert [stop.seconds_left() for _ in range(4)] == [2.0, 1.0, 0.0, 0.0]
    assert stop.is_over()
    assert Limits(clock=lambda: 0.0, is_cancelled=lambda: True).is_over()
    assert not Limits(clock=lambda: 0.0).is_over()


def test_a_goal_is_proved_when_it_reaches_its_bound():
    assert [GoalValue("want", Sense.MAXIMISE, 3, bound).is_proved for bound in (3, 4, None)] == [True, False, False]


def test_a_search_without_time_for_anything_gives_no_answer(monkeypatch):
    """Neither HiGHS nor CP-SAT may begin: nothing is known."""
    room = import_module("karvan.scheduling.exact.solve")
    monkeypatch.setattr(room, "solve_linear_part", lambda model, seconds, stop: Start())
    result = exact.solve(problem(Meeting((0, 1))), stop=steady(0), workers=1)
    assert (result.status, result.schedule) == (Status.UNKNOWN, None)


def answering(calls, name):
    def solve(_problem, **how):
        calls.append((name, how))
        return Result(Status.UNKNOWN, None)

    return solve


def test_each_problem_goes_to_the_technique_that_is_made_for_it(monkeypatch):
    calls = []
    for name, room in (("exact", exact), ("timetable", timetable)):
        monkeypatch.setattr(room, "solve", answering(calls, name))
    conductor.solve(problem(Meeting((0, 1), Level.WANT)), stop=steady())
    conductor.solve(problem(Meeting((0, 1))), stop=steady(), seed=3)
    assert [(name, how["seed"]) for name, how in calls] == [("exact", 0), ("timetable", 3)]
