"""Changes of venue: the bound never says too much, and what is reached at kept times is the least there."""

from itertools import pairwise, product

from hypothesis import given, settings
from hypothesis import strategies as st
from ortools.sat.python import cp_model

from karvan.scheduling import exact
from karvan.scheduling.exact.goals import GOALS, hold, venue_changes
from karvan.scheduling.exact.model import Model
from karvan.scheduling.exact.rules import add_rules
from karvan.scheduling.exact.venues import fewest_changes, with_times_kept
from karvan.scheduling.judge import judge
from karvan.scheduling.problem import Level, Meeting, Participant, Problem, Slot, Venue
from karvan.scheduling.result import Schedule
from karvan.scheduling.tables import assign_tables
from scheduling.missions import steady

TIMES = ((540, 570), (575, 605), (610, 640))
SLOTS = tuple(Slot(start, end, venue=venue) for start, end in TIMES for venue in (0, 1))
WANT, VENUE = GOALS[1], GOALS[-1]


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    tables = st.sampled_from((("1",), ("1", "2")))
    venues = (Venue("hall", draw(tables)), Venue("salon", draw(tables)))
    pairs = st.sampled_from(((0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)))
    slots = st.none() | st.frozensets(st.integers(0, 5), min_size=1, max_size=4)
    meetings = tuple(Meeting(draw(pairs), Level.WANT, slots=draw(slots)) for _ in range(draw(st.integers(2, 3))))
    return Problem(SLOTS, tuple(Participant(name) for name in "abcd"), meetings, venues)


def changes(problem: Problem, slot_of: tuple[int | None, ...]) -> int:
    """Count the plainest way: company by company, in the order of time."""
    rows = (sorted(slot_of[m] for m in row if slot_of[m] is not None) for row in problem.meetings_of)
    return sum(SLOTS[a].venue != SLOTS[b].venue for row in rows for a, b in pairwise(row))


def schedules(problem: Problem) -> list[tuple[int | None, ...]]:
    """List every schedule that keeps all rules."""
    own = ((None, *(range(6) if meeting.slots is None else sorted(meeting.slots))) for meeting in problem.meetings)
    seated = (Schedule(slot_of, assign_tables(problem, slot_of)) for slot_of in product(*own))
    return [schedule.slot_of for schedule in seated if judge(problem, schedule).is_valid]


def starts(slot_of: tuple[int | None, ...]) -> list[int | None]:
    return [None if slot is None else SLOTS[slot].start_min for slot in slot_of]


@settings(max_examples=20, deadline=None)
@given(problems(), st.data())
def test_few_changes_are_found_and_proved(problem, data):
    every = schedules(problem)
    most = max(sum(slot is not None for slot in one) for one in every)
    best = [one for one in every if sum(slot is not None for slot in one) == most]
    least = min(changes(problem, one) for one in best)
    value = exact.solve(problem, stop=steady(), workers=1, goals=(WANT, VENUE)).goals[1]
    assert (value.value, value.bound) == (least, least)
    bound = fewest_changes(problem, VENUE, [(WANT, most)], seconds=5, stop=steady())
    assert bound is not None
    assert bound <= least
    one = data.draw(st.sampled_from(best))
    model = Model.of(problem)
    add_rules(model)
    hold(model, WANT.sense, sum(model.is_placed), most)
    model.cp.minimize(venue_changes(model))
    solver = cp_model.CpSolver()
    assert solver.solve(with_times_kept(model, one)) == cp_model.OPTIMAL
    assert solver.objective_value == min(changes(problem, other) for other in every if starts(other) == starts(one))


def test_too_few_tables_in_one_hall_force_a_change():
    """Three meet each other all day long: two tables at most are at one venue, and somebody else has one of them."""
    tables = (Venue("hall", ("1",)), Venue("salon", ("1",)))
    row = ((0, 1), (2, 3), (0, 2), (1, 3), (0, 3), (1, 2))
    problem = Problem(SLOTS, tuple(map(Participant, "abcd")), tuple(Meeting(p, Level.WANT) for p in row), tables)
    assert fewest_changes(problem, VENUE, [(WANT, 6)], seconds=5, stop=steady()) == 4
    assert fewest_changes(problem, VENUE, [(WANT, 5)], seconds=5, stop=steady()) == 2
