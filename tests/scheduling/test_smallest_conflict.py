"""Mandatory meetings that contradict each other: fewest of them, against every set and every schedule."""

from dataclasses import replace
from itertools import combinations, count, product

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from karvan.scheduling.exact import smallest_conflict
from karvan.scheduling.judge import judge
from karvan.scheduling.problem import Level, Meeting, Participant, Problem, Slot, Venue
from karvan.scheduling.result import Schedule
from karvan.scheduling.stop import Limits

SLOTS = tuple(Slot(start, start + 30) for start in (540, 575, 610))
PEOPLE = tuple(Participant(name) for name in "abcde")
PAIRS = tuple(combinations(range(5), 2))
NO_HURRY = Limits(lambda: 0.0)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    own = st.sampled_from((None, None, frozenset((0, 1)), frozenset((0,)), frozenset((2,))))
    levels = st.sampled_from((Level.MANDATORY,) * 5 + (Level.WANT,))
    meetings = tuple(
        Meeting(draw(st.sampled_from(PAIRS)), draw(levels), slots=draw(own)) for _ in range(draw(st.integers(2, 6)))
    )
    venue = Venue("hall", draw(st.sampled_from((None, ("1",), ("1", "2")))))
    before = ((0, 1),) if draw(st.booleans()) else ()
    return Problem(SLOTS, PEOPLE, meetings, (venue,), precedences=before)


def can_be_held(problem: Problem, held: tuple[int, ...]) -> bool:
    """Try every slot for each of some meetings, with the judge's rules alone; tables are counted."""
    free = replace(problem, meetings=tuple(replace(m, level=Level.WANT) for m in problem.meetings))
    for slots in product(range(len(SLOTS)), repeat=len(held)):
        slot_of: list[int | None] = [None] * len(problem.meetings)
        for meeting, slot in zip(held, slots, strict=True):
            slot_of[meeting] = slot
        table_of = tuple(None if s is None else slots[: held.index(m)].count(s) for m, s in enumerate(slot_of))
        if judge(free, Schedule(tuple(slot_of), table_of)).is_valid:
            return True
    return False


@settings(max_examples=25, deadline=None)
@given(problems())
def test_no_fewer_meetings_contradict_each_other(problem):
    mandatory = [m for m, meeting in enumerate(problem.meetings) if meeting.level is Level.MANDATORY]
    sizes = (n for n in range(1, len(mandatory) + 1) for some in combinations(mandatory, n))
    every = (some for n in range(1, len(mandatory) + 1) for some in combinations(mandatory, n))
    least = next((n for n, some in zip(sizes, every, strict=True) if not can_be_held(problem, some)), None)
    assume(least is not None)
    found = smallest_conflict(problem, NO_HURRY)
    assert (len(found.items), found.is_smallest) == (least, True)
    assert not can_be_held(problem, found.items)


def clash() -> Problem:
    """Four want three slots, and elsewhere two want one."""
    crowd = tuple(Meeting((0, other), Level.MANDATORY) for other in (1, 2, 3, 4))
    pair = tuple(Meeting((1, other), Level.MANDATORY, slots=frozenset((0,))) for other in (2, 3))
    return Problem(SLOTS, PEOPLE, crowd + pair)


def test_two_are_named_where_four_contradict_each_other_too():
    found = smallest_conflict(clash(), NO_HURRY)
    assert (found.items, found.is_smallest) == ((4, 5), True)


@pytest.mark.parametrize("moments", range(0, 12, 2))
def test_out_of_time_a_conflict_is_told_without_the_claim_that_it_is_smallest(moments):
    ticks = count()
    found = smallest_conflict(clash(), Limits(lambda: 0.0, is_cancelled=lambda: next(ticks) >= moments))
    assert not can_be_held(clash(), found.items)
    assert not found.is_smallest or len(found.items) == 2


def test_with_fairness_a_smaller_conflict_is_not_ruled_out():
    """Somebody has a break and somebody none; a third meeting would end that."""
    apart = tuple(Meeting((0, 1), slots=frozenset((slot,))) for slot in (0, 2))
    found = smallest_conflict(Problem(SLOTS, PEOPLE, apart, fairness=0), NO_HURRY)
    assert (found.items, found.is_smallest) == ((0, 1), False)
