"""Rules that only problem files have, and goals in any order: the exact technique against brute force."""

from dataclasses import replace
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from karvan.mission.goals import GoalName
from karvan.scheduling import exact
from karvan.scheduling.exact.goals import GOALS, in_order
from karvan.scheduling.exact.solve import _is_best
from karvan.scheduling.judge import judge
from karvan.scheduling.problem import Level, Meeting, Participant, Problem, Slot, Venue
from karvan.scheduling.result import GoalValue, Schedule, Sense, Status
from karvan.scheduling.solve import solve
from scheduling.missions import draw, mission, must, steady

few = settings(max_examples=25, deadline=None)

SLOTS = tuple(Slot(540 + 35 * k, 570 + 35 * k) for k in range(4))
VENUES = (Venue("hall", ("1", "2")), Venue("salon", ("1",)))


def problem(*meetings: Meeting, people: int = 4, **given: Any) -> Problem:
    values = {"slots": SLOTS, "participants": tuple(Participant(name) for name in "abcde"[:people])} | given
    return Problem(meetings=meetings, **values)


@st.composite
def problems(draw: st.DrawFn) -> Problem:
    people = tuple(
        Participant(
            name,
            slots=draw(st.none() | st.frozensets(st.integers(0, 3), min_size=2)),
            capacity=draw(st.sampled_from((1, 1, 2))),
            max_per_day=draw(st.sampled_from((None, None, 1, 2))),
            min_meetings=draw(st.integers(0, 2)),
        )
        for name in "abcd"
    )
    meetings = tuple(
        Meeting(
            tuple(sorted(draw(st.sets(st.integers(0, 3), min_size=2, max_size=3)))),
            draw(st.sampled_from(Level)),
            weight=draw(st.integers(0, 9)),
        )
        for _ in range(draw(st.integers(1, 4)))
    )
    slots = tuple(replace(slot, venue=draw(st.integers(0, 1))) for slot in SLOTS)
    before = draw(st.lists(st.sampled_from(((0, 1), (1, 2), (2, 0))), max_size=2, unique=True))
    return Problem(
        slots=slots,
        participants=people,
        meetings=meetings,
        venues=tuple(Venue(venue.name) for venue in VENUES),
        precedences=tuple(pair for pair in before if max(pair) < len(meetings)),
        fairness=draw(st.sampled_from((None, 0, 1))),
        goals=tuple(draw(st.sampled_from(((), ("breaks",), ("must", "fairness", "suggestions"), ("venue_changes",))))),
    )


def schedules(given: Problem):
    """Give every schedule that the judge accepts."""
    rows = (((None, *sorted(given.allowed(m)))) for m in range(len(given.meetings)))
    for slots in product(*rows):
        schedule = Schedule(slots)
        if judge(given, schedule).is_valid:
            yield schedule


def counted(given: Problem, schedule: Schedule) -> dict[str, int]:
    """Count every goal in the plainest way."""
    placed = [m for m, slot in zip(given.meetings, schedule.slot_of, strict=True) if slot is not None]
    totals = [sum(p in m.participants for m in placed) for p in range(len(given.participants))]
    could = [n for p, n in enumerate(totals) if given.meetings_of[p]]
    breaks = judge(given, schedule).breaks
    days = [sorted({s for m, s in enumerate(schedule.slot_of) if s is not None and p in given.meetings[m].participants})
            for p in range(len(given.participants))]  # fmt: skip
    return {
        "must": sum(m.level <= Level.MUST for m in placed),
        "want": sum(m.level is Level.WANT for m in placed),
        "shortfall": sum(max(0, p.min_meetings - n) for p, n in zip(given.participants, totals, strict=True)),
        "suggestions": sum(m.weight for m in placed if m.level is Level.SUGGESTION),
        "worst_off": min(could, default=0),
        "breaks": sum(breaks),
        "fairness": max(breaks),
        "idle_slots": sum(b - a - 1 for row in days for a, b in pairwise(row)),
        "venue_changes": sum(given.slots[a].venue != given.slots[b].venue for row in days for a, b in pairwise(row)),
    }


@few
@given(problems())
def test_the_best_of_all_schedules_is_found_whatever_the_rules_and_the_order(case):
    result = exact.solve(case, stop=steady(), workers=1)
    everything = [counted(case, schedule) for schedule in schedules(case)]
    if result.status is Status.INFEASIBLE:
        assert everything == []
        return
    assert judge(case, result.schedule).is_valid
    assert result.status is Status.OPTIMAL
    sense = {g.name: 1 if g.sense is Sense.MAXIMISE else -1 for g in in_order(case.goals) if g.name != "table_changes"}
    reached = {goal.name: goal.value for goal in result.goals if goal.name in sense}
    assert reached == {name: counted(case, result.schedule)[name] for name in sense}
    assert [sign * reached[name] for name, sign in sense.items()] == max(
        [sign * row[name] for name, sign in sense.items()] for row in everything
    )


BROKEN = (Meeting((0, 1), slots=frozenset((0,))), Meeting((0, 2), slots=frozenset((2,))), Meeting((1, 2)))
"""Whoever comes first has a break, unless the third is between them; `a` has one in any case."""


def test_fairness_feasible_nobody_has_more_breaks_than_allowed():
    result = solve(problem(*BROKEN, Meeting((0, 3), Level.WANT), fairness=0), stop=steady(), workers=1)
    assert result.status is Status.OPTIMAL
    assert judge(problem(*BROKEN, Meeting((0, 3), Level.WANT), fairness=0), result.schedule).is_valid


def test_fairness_infeasible_where_one_has_a_break_and_another_none():
    apart = (Meeting((0, 1), slots=frozenset((0,))), Meeting((0, 1), Level.MANDATORY, slots=frozenset((2,))))
    given = problem(*apart, fairness=0, venues=VENUES)
    result = solve(given, stop=steady(), workers=1)
    assert (result.status, result.explanation[0].code) == (Status.INFEASIBLE, "conflict")
    assert solve(replace(given, fairness=1), stop=steady(), workers=1).status is Status.OPTIMAL


def test_fairness_fixed_variable_a_break_that_must_be_is_matched():
    """`a` and `b` have a break that nothing helps; the others may have none, so one more is allowed."""
    apart = (Meeting((0, 1), slots=frozenset((0,))), Meeting((0, 1), slots=frozenset((2,))))
    given = problem(*apart, Meeting((2, 3), Level.WANT), fairness=1, venues=VENUES)
    result = exact.solve(given, stop=steady(), workers=1)
    assert [goal.value for goal in result.goals if goal.name in {"breaks", "fairness"}] == [2, 1]


def test_mandatory_meetings_that_contradict_each_other_are_named():
    clash = (Meeting((0, 1), slots=frozenset((1,))), Meeting((2, 3)), Meeting((1, 2), slots=frozenset((1,))))
    given = problem(*clash, Meeting((0, 3), Level.WANT), precedences=((1, 2),))
    result = solve(given, stop=steady(), workers=1)
    assert result.status is Status.INFEASIBLE
    (why,) = result.explanation
    assert (why.code, why.meetings, why.participants, why.is_smallest) == ("conflict", (0, 2), (0, 1, 2), True)


def test_a_conflict_of_three_needs_all_three():
    three = tuple(Meeting(pair, slots=frozenset((0, 1))) for pair in ((0, 1), (0, 2), (0, 3)))
    given = problem(Meeting((1, 2), slots=frozenset((3,))), *three, Meeting((1, 3), Level.SUGGESTION, 5))
    (why,) = solve(given, stop=steady(), workers=1).explanation
    assert why.meetings == (1, 2, 3)


def test_the_goals_of_the_scheduler_are_those_of_a_mission():
    assert [goal.name for goal in GOALS] == [name.value for name in GoalName]


@pytest.mark.parametrize(
    ("names", "first"),
    [
        ((), ["must", "want", "shortfall"]),
        (("breaks", "want"), ["must", "breaks", "want", "shortfall"]),
        (("must", "venue_changes"), ["must", "venue_changes", "want"]),
    ],
)
def test_goals_that_are_not_named_come_last_as_usual(names, first):
    found = [goal.name for goal in in_order(names)]
    assert found[: len(first)] == first
    assert sorted(found) == sorted(goal.name for goal in GOALS)


def test_another_order_gives_another_programme():
    """A want that would cost a break is placed only where wants come first."""
    meetings = (Meeting((0, 1), slots=frozenset((0,))), Meeting((0, 2), Level.WANT, slots=frozenset((2,))))
    usual, calm = (solve(problem(*meetings, goals=goals), stop=steady(), workers=1) for goals in ((), ("breaks",)))
    assert [r.schedule.slot_of for r in (usual, calm)] == [(0, 2), (0, None)]


def test_must_is_the_first_goal():
    with pytest.raises(ValueError, match="goals: must comes before all others"):
        problem(Meeting((0, 1)), goals=("breaks", "must"))


def test_the_order_of_a_mission_is_the_order_of_its_programme():
    asked = mission(
        "V1", "H1", "H2", settings={"goals": (GoalName.BREAKS, GoalName.VENUE_CHANGES)}, requests=(must("V1", "H1"),)
    )
    names = [goal.name for goal in draw(asked).programme.goals]
    assert names[:4] == ["must", "breaks", "venue_changes", "want"]


@pytest.mark.parametrize(
    ("order", "open_goal", "is_best"),
    [
        ((), "venue_changes", True),
        ((), "breaks", False),
        (("venue_changes",), "venue_changes", False),
        (("breaks", "fairness"), "fairness", False),
    ],
)
def test_a_comfort_that_is_not_proved_counts_only_before_other_goals(order, open_goal, is_best):
    goals = in_order(order)
    values = {g.name: GoalValue(g.name, g.sense, 3, 2 if g.name == open_goal else 3) for g in goals}
    assert _is_best(goals, values) is is_best
