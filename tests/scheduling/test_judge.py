"""The judge finds each broken rule of a problem, and nothing where none is broken."""

from __future__ import annotations

from dataclasses import replace

import pytest

from karvan.scheduling.judge import judge
from karvan.scheduling.problem import Interpreter, Level, Meeting, Participant, Problem, Slot, Venue
from karvan.scheduling.result import Schedule

SLOTS = (
    *(Slot(540 + 35 * n, 570 + 35 * n) for n in range(4)),
    Slot(540, 570, venue=1),
    Slot(575, 605, venue=1),
    Slot(1980, 2010, day=1),
)
PROBLEM = Problem(
    SLOTS,
    tuple(Participant(name) for name in "abcd"),
    (Meeting((0, 1)), Meeting((2, 3)), Meeting((0, 2)), Meeting((1, 3))),
    (Venue("hall", ("1", "2")), Venue("salon")),
    (Interpreter("i", max_minutes_per_day=90, max_minutes_without_pause=60, pause_minutes=15),),
    {(0, 1): 10, (1, 0): 10},
    5,
)
GOOD = Schedule((0, 0, 1, 1), (0, 1, 0, 1), (None,) * 4)
INTERPRETED = replace(PROBLEM, meetings=tuple(replace(m, interpreters=frozenset((0,))) for m in PROBLEM.meetings))


def rules(problem: Problem, schedule: Schedule) -> list[str]:
    return [violation.rule for violation in judge(problem, schedule).violations]


def people(**given: object) -> Problem:
    return replace(PROBLEM, participants=(replace(PROBLEM.participants[0], **given), *PROBLEM.participants[1:]))  # type: ignore[arg-type]


def test_a_good_schedule_is_found_good() -> None:
    verdict = judge(PROBLEM, GOOD)
    assert (verdict.is_valid, verdict.breaks, verdict.placed, verdict.total_breaks) == (True, (0, 0, 0, 0), 4, 0)


BROKEN = {
    "shape": [
        (PROBLEM, Schedule((0,))),
        (PROBLEM, Schedule((0, 0, 1, 99), (0, 1, 0, 1))),
        (PROBLEM, replace(GOOD, table_of=(1,))),
    ],
    "not-placed": [(PROBLEM, Schedule((None, 0, 1, 1), (None, 1, 0, 1)))],
    "slot": [
        (people(slots=frozenset((1, 2))), GOOD),
        (replace(PROBLEM, meetings=(Meeting((0, 1), slots=frozenset((3,))), *PROBLEM.meetings[1:])), GOOD),
    ],
    "capacity": [
        (PROBLEM, Schedule((0, 1, 0, 1), (0, 0, 1, 1))),
        (PROBLEM, Schedule((0, 0, 5, 1), (0, 1, None, 1))),
    ],
    "tables": [
        (replace(PROBLEM, venues=(Venue("hall", ("1",)), Venue("salon"))), Schedule((0, 0, 1, 2), (0, None, 0, 0)))
    ],
    "table": [
        (PROBLEM, replace(GOOD, table_of=(0, 0, 0, 1))),
        (PROBLEM, replace(GOOD, table_of=(None, 1, 0, 1))),
        (replace(PROBLEM, meetings=(Meeting((0, 1), table=(0, 1)), *PROBLEM.meetings[1:])), GOOD),
    ],
    "home-table": [(people(home_table=(0, 1)), GOOD)],
    "interpreter": [
        (INTERPRETED, GOOD),
        (PROBLEM, replace(GOOD, interpreter_of=(0, None, None, None))),
        (
            replace(INTERPRETED, interpreters=(Interpreter("i", frozenset((3,))),)),
            replace(GOOD, interpreter_of=(0, None, None, None)),
        ),
    ],
    "interpreter-clash": [(INTERPRETED, replace(GOOD, interpreter_of=(0, 0, None, None)))],
    "interpreter-day": [(INTERPRETED, Schedule((0, 1, 2, 3), (0, 0, 0, 0), (0, 0, 0, 0)))],
    "interpreter-pause": [(INTERPRETED, Schedule((0, 1, 2, 6), (0, 0, 0, 0), (0, 0, 0, 0)))],
    "precedence": [(replace(PROBLEM, precedences=((2, 0),)), GOOD)],
    "day-limit": [(people(max_per_day=1), GOOD)],
    "fairness": [(replace(PROBLEM, fairness=0), Schedule((0, 0, 2, 1), (0, 1, 0, 1)))],
}


@pytest.mark.parametrize(("rule", "case"), [(rule, case) for rule, cases in BROKEN.items() for case in cases])
def test_each_rule_is_missed_when_it_is_broken(rule: str, case: tuple[Problem, Schedule]) -> None:
    assert rule in rules(*case)


def test_kept_to_the_minute_nothing_is_broken() -> None:
    """Ninety minutes a day, a free slot as a pause, the way between venues just long enough."""
    worked = Schedule((0, 1, 3, None), (0, 0, 0, None), (0, 0, 0, None))
    optional = replace(INTERPRETED, meetings=tuple(replace(m, level=Level.WANT) for m in INTERPRETED.meetings))
    assert rules(optional, worked) == []
    assert rules(people(max_per_day=2), GOOD) == []
    assert rules(replace(PROBLEM, travel_min={(0, 1): 5, (1, 0): 5}), Schedule((0, 0, 5, 1), (0, 1, None, 1))) == []


def test_breaks_are_counted_within_a_day_where_a_slot_of_the_grid_fits() -> None:
    schedule = Schedule((0, 0, 2, 6), (0, 1, 0, 1))
    assert judge(PROBLEM, schedule).breaks == (1, 0, 1, 0)
    assert judge(people(grid=frozenset((0, 2))), schedule).breaks == (0, 0, 1, 0)
    assert judge(people(grid=frozenset()), schedule).breaks == (0, 0, 1, 0)


def test_no_participants_no_unfairness() -> None:
    assert judge(Problem((), (), (), fairness=0), Schedule(())).violations == ()
