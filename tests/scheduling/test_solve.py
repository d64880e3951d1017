"""The conductor of problems: each goes to the technique that is made for it, with the same answer."""

from __future__ import annotations

from dataclasses import replace

from karvan.scheduling.judge import judge
from karvan.scheduling.problem import Interpreter, Level, Meeting, Participant, Problem, Slot, Venue
from karvan.scheduling.result import Status
from karvan.scheduling.solve import solve
from scheduling.missions import steady

SLOTS = tuple(Slot(540 + 35 * n, 570 + 35 * n) for n in range(4))
PEOPLE = tuple(Participant(name) for name in "abcd")
PAIRS = ((0, 1), (0, 2), (1, 2), (0, 3))
TIMETABLE = Problem(SLOTS, PEOPLE, tuple(Meeting(pair) for pair in PAIRS), venues=(Venue("hall", ("1", "2")),))


def breaks(problem: Problem) -> int:
    result = solve(problem, stop=steady(None), workers=1)
    assert result.status is Status.OPTIMAL
    assert result.schedule is not None
    verdict = judge(problem, result.schedule)
    assert verdict.violations == ()
    return verdict.total_breaks


def test_a_timetable_and_the_exact_model_agree() -> None:
    spoken = replace(
        TIMETABLE,
        meetings=tuple(
            replace(m, interpreters=frozenset((0,))) if n == 0 else m for n, m in enumerate(TIMETABLE.meetings)
        ),
        interpreters=(Interpreter("I1"),),
    )
    assert breaks(TIMETABLE) == breaks(spoken)


def test_a_meeting_of_three_is_placed_by_the_exact_model() -> None:
    panel = replace(TIMETABLE, meetings=(Meeting((0, 1, 2), Level.MUST), Meeting((2, 3), Level.WANT)))
    result = solve(panel, stop=steady(), workers=1)
    assert result.status is Status.OPTIMAL
    assert result.schedule is not None
    assert None not in result.schedule.slot_of
