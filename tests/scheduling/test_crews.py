"""Interpreters who are alike are counted: as many meetings as when each is known by name, and each can be named."""

from threading import Event

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from karvan.scheduling.exact import linear
from karvan.scheduling.exact.crews import alike, alone, is_single_file
from karvan.scheduling.exact.linear import LinearPart, solve_linear_part
from karvan.scheduling.exact.model import Model
from karvan.scheduling.exact.rules import add_rules
from karvan.scheduling.problem import Interpreter, Level, Meeting, Participant, Problem, Slot, Venue
from karvan.scheduling.stop import Limits


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    count, rooms = draw(st.integers(3, 7)), draw(st.integers(1, 2))
    slots = tuple(Slot(540 + 35 * k, 570 + 35 * k, venue=room) for k in range(count) for room in range(rooms))
    hours, run = draw(st.sampled_from([60, 100, 150, 360])), draw(st.sampled_from([30, 60, 90]))
    people = draw(st.integers(1, 4))
    absent = draw(st.none() | st.frozensets(st.integers(0, len(slots) - 1)))
    helpers = tuple(
        Interpreter(f"i{n}", absent if n == 0 else None, max_minutes_per_day=hours, max_minutes_without_pause=run)
        for n in range(people)
    )
    kinds = [frozenset(range(people)), frozenset((0,))]
    meetings = tuple(
        Meeting(
            (2 * n, 2 * n + 1),
            Level.WANT,
            slots=draw(st.frozensets(st.integers(0, len(slots) - 1), min_size=1, max_size=4)),
            interpreters=draw(st.sampled_from(kinds)),
        )
        for n in range(draw(st.integers(1, 14)))
    )
    companies = tuple(Participant(str(n)) for n in range(2 * len(meetings)))
    venues = tuple(Venue(str(room)) for room in range(rooms))
    return Problem(slots, companies, meetings, venues, helpers, changeover_min=5)


def most(problem: Problem, crews) -> tuple[int | None, Model]:
    model = Model.of(problem, crews)
    add_rules(model)
    model.cp.maximize(sum(model.is_placed))
    return solve_linear_part(model.cp, 10).bound, model


@settings(max_examples=150, deadline=None)
@given(problems())
def test_who_is_counted_can_do_as_much_as_who_is_named(problem):
    assert most(problem, alike(problem))[0] == most(problem, alone(problem))[0]


def test_who_is_alike_is_one_crew_a_day_and_who_is_known_by_name_is_none():
    slots = (Slot(540, 570), Slot(575, 605), Slot(1980, 2010, day=1))
    helpers = (Interpreter("i"), Interpreter("j"), Interpreter("k", slots=frozenset((0, 1))))
    meeting = Meeting((0, 1), interpreters=frozenset((0, 1, 2)))
    problem = Problem(slots, (Participant("a"), Participant("b")), (meeting,), interpreters=helpers, changeover_min=5)
    assert alike(problem) == {(0, 0): (0, 1, 2), (0, 1): (0, 1), (2, 1): (2,)}
    assert alike(problem, {(1, 0)}) == {(0, 0): (0, 2), (1, 0): (1,), (0, 1): (0, 1), (2, 1): (2,)}


@pytest.mark.parametrize("slots", [
    (Slot(540, 570), Slot(550, 580)),
    (Slot(540, 570), Slot(575, 620)),
    (Slot(540, 570), Slot(575, 605, venue=1)),
])  # fmt: skip
def test_where_slots_are_not_in_single_file_equally_long_and_at_hand_everybody_has_a_name(slots):
    helpers = (Interpreter("i"), Interpreter("j"))
    people = (Participant("a"), Participant("b"))
    venues = (Venue("hall"), Venue("salon"))
    problem = Problem(slots, people, (), venues, helpers, {(0, 1): 20}, changeover_min=5)
    assert alike(problem) == alone(problem)


def test_a_free_slot_must_be_a_pause():
    assert is_single_file([(0, 30), (35, 65), (70, 100)], 40)
    assert not is_single_file([(0, 30), (35, 65), (70, 100)], 41)


def test_who_wishes_to_end_is_not_kept_waiting_by_highs():
    is_enough = Event()
    stop = Limits(lambda: 0.0, is_cancelled=lambda: True)
    try:
        assert linear._within(1e9, stop, is_enough.wait) is None
    finally:
        is_enough.set()


def test_highs_that_forgets_the_time_is_left_to_itself(monkeypatch):
    monkeypatch.setattr(linear, "GRACE_S", 0.0)
    is_enough = Event()
    try:
        assert linear._within(0.01, None, is_enough.wait) is None
    finally:
        is_enough.set()


def test_what_fails_in_highs_fails_here_and_an_unfinished_answer_is_none(monkeypatch):
    with pytest.raises(ZeroDivisionError):
        linear._within(1.0, None, lambda: 1 / 0)
    model = Model.of(Problem((Slot(0, 30),), (Participant("a"), Participant("b")), (Meeting((0, 1)),)))
    model.cp.maximize(sum(model.is_placed))
    monkeypatch.setattr(linear, "_within", lambda *_: None)
    answer = LinearPart(model.cp).solve(1.0)
    assert (answer.values, answer.bound, answer.is_impossible) == (None, None, False)
