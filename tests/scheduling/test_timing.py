"""Moving chosen meetings about: what comes out keeps the rules and has no more breaks than what went in."""

from dataclasses import replace
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from karvan.scheduling import exact
from karvan.scheduling.exact.goals import GOALS
from karvan.scheduling.exact.model import Model
from karvan.scheduling.exact.timing import improve_times
from karvan.scheduling.judge import judge
from karvan.scheduling.problem import Interpreter, Level, Meeting, Participant, Problem, Slot, Venue
from karvan.scheduling.result import Schedule
from karvan.scheduling.stop import Limits, Until
from scheduling.missions import steady

VENUES = (Venue("hall", ("1", "2")), Venue("salon", ("1",)))
TIMES = tuple((540 + 35 * k, 570 + 35 * k) for k in range(5))
SLOTS = tuple(Slot(start, end, venue=venue) for start, end in TIMES for venue in (0, 1))
HELPERS = (Interpreter("i", max_minutes_per_day=120), Interpreter("j", slots=frozenset(range(6))))


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    people = tuple(
        Participant(
            name,
            slots=draw(st.none() | st.frozensets(st.integers(0, 9), min_size=6)),
            capacity=draw(st.sampled_from((1, 1, 1, 2))),
            max_per_day=draw(st.sampled_from((None, None, 2))),
            home_table=draw(st.sampled_from((None, None, None, (0, 1)))),
        )
        for name in "abcdef"
    )
    meetings = tuple(
        Meeting(
            tuple(sorted(draw(st.sets(st.integers(0, 5), min_size=2, max_size=2)))),
            Level.WANT,
            interpreters=draw(st.sampled_from((None, None, frozenset((0, 1)), frozenset((0,))))),
        )
        for _ in range(draw(st.integers(2, 7)))
    )
    before = ((0, 1),) if draw(st.booleans()) else ()
    return Problem(SLOTS, people, meetings, VENUES, HELPERS, {(0, 1): 10, (1, 0): 10}, 5, before)


@settings(max_examples=40, deadline=None)
@given(problems(), st.integers(0, 9))
def test_meetings_that_move_keep_the_rules_and_have_no_more_breaks(case, seed):
    begun = exact.solve(case, stop=steady(30), workers=1, goals=GOALS[:2]).schedule
    found = improve_times(
        Model.of(case), begun.slot_of, begun.interpreter_of, stop=Limits(lambda: 0.0), seed=seed, moves=300
    )
    slots = tuple(found.get(m) for m in range(len(case.meetings)))
    assert [s is None for s in slots] == [s is None for s in begun.slot_of]
    before = judge(case, begun)
    # The exact model gives every meeting its table and interpreter again, or there is none.
    held = tuple(
        replace(m, level=Level.MANDATORY, slots=frozenset((s,)))
        for m, s in zip(case.meetings, slots, strict=True)
        if s is not None
    )
    alone = replace(case, meetings=held, precedences=())
    again = exact.solve(alone, stop=steady(30), workers=1, goals=GOALS[:1])
    assert judge(alone, again.schedule).total_breaks <= before.total_breaks
    assert not any(v.rule == "precedence" for v in judge(case, Schedule(slots)).violations)


def test_a_chain_of_three_gets_rid_of_the_only_break():
    people = tuple(Participant(name) for name in "abcd")
    meetings = tuple(Meeting(pair, Level.WANT) for pair in ((0, 1), (0, 2), (1, 2), (2, 3)))
    given_ = Problem(tuple(Slot(start, end) for start, end in TIMES), people, meetings)
    found = improve_times(Model.of(given_), (0, 4, 2, 1), (None,) * 4, stop=Limits(lambda: 0.0), seed=0)
    assert judge(given_, Schedule(tuple(found[m] for m in range(4)))).total_breaks == 0


def test_the_search_ends_when_it_is_told_to():
    people = tuple(Participant(name) for name in "ab")
    apart = (Meeting((0, 1), slots=frozenset((0,))), Meeting((0, 1), slots=frozenset((4,))))
    given_ = Problem(tuple(Slot(start, end) for start, end in TIMES), people, apart)
    asked = count()
    stop = Limits(lambda: 0.0, is_cancelled=lambda: next(asked) >= 2)
    assert improve_times(Model.of(given_), (0, 4), (None, None), stop=stop, seed=0) == {0: 0, 1: 4}
    assert next(asked) == 6


def test_a_part_of_a_search_leaves_time_for_the_rest():
    clock = iter((0.0, 0.0, 4.9, 4.9, 4.9, 5.0, 5.0, 5.0))
    part = Until.half(Limits(lambda: next(clock), deadline=10.0, iterations=7))
    assert (part.reserve_s, part.iterations) == (5.0, 7)
    assert [part.seconds_left() > 0, part.is_over(), part.is_over()] == [True, False, True]
    assert Until.half(Limits(lambda: 0.0)).seconds_left() == float("inf")
