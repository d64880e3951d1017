"""The timetable engine against a second method, its first answers, its refusals and its stop rules."""

from __future__ import annotations

import io
import json
import random
from dataclasses import replace

import numpy as np
import pytest
from pysat.card import EncType

from karvan.scheduling.judge import judge
from karvan.scheduling.problem import Level, Meeting, Participant, Problem, Slot, Venue
from karvan.scheduling.result import Explanation, Progress, Result, Status
from karvan.scheduling.stop import Limits
from karvan.scheduling.timetable.plain import PlainTimetable, measure
from karvan.scheduling.timetable.refute import Refuter
from karvan.scheduling.timetable.refuter import serve
from karvan.scheduling.timetable.search import PATIENT_FROM_S, Search
from karvan.scheduling.timetable.solve import solve
from karvan.scheduling.timetable.state import State
from karvan.scheduling.timetable.view import compile_timetable, refusal
from scheduling.timetable.problems import fewest_breaks, random_timetable, timetable

TRIANGLE = timetable([(0, 1), (0, 2), (1, 2)], n_slots=3, n_tables=1)
"""Three people, one table: somebody waits between two meetings."""


def free(**given: object) -> Limits:
    return Limits(**({"clock": lambda: 0.0} | given))  # type: ignore[arg-type]


def steps(n: int) -> Limits:
    return free(iterations=n)


def value(problem: Problem, result: Result) -> int | None:
    """Give the breaks of an answer that the judge finds right; None: proved impossible."""
    if result.status is Status.INFEASIBLE:
        return None
    assert result.status is Status.OPTIMAL
    assert result.schedule is not None
    verdict = judge(problem, result.schedule)
    assert verdict.violations == ()
    assert result.goals[0].value == result.goals[0].bound == verdict.total_breaks
    return verdict.total_breaks


@pytest.mark.parametrize("seed", range(30))
def test_the_optimum_is_that_of_a_second_method(seed: int) -> None:
    problem = random_timetable(seed)
    assert value(problem, solve(problem, stop=free(), workers=1)) == fewest_breaks(problem)


@pytest.mark.parametrize("seed", range(8))
def test_limited_by_steps_it_is_right_too(seed: int) -> None:
    problem = random_timetable(seed)
    assert value(problem, solve(problem, stop=steps(20_000), workers=1)) == fewest_breaks(problem)


def test_with_steps_and_a_seed_the_answer_is_always_the_same() -> None:
    pairs = [(a, b) for a in range(8) for b in range(8, 16) if (a * 5 + b * 3) % 7 < 3]
    problem = timetable(pairs, n_slots=8, n_tables=5)
    first, second = (solve(problem, stop=steps(5_000), seed=3, workers=1) for _ in range(2))
    assert first == second


def test_relabelling_participants_keeps_the_optimum() -> None:
    problem = random_timetable(7)
    order = list(reversed(range(len(problem.participants))))
    other = replace(
        problem,
        participants=tuple(problem.participants[p] for p in order),
        meetings=tuple(
            replace(m, participants=tuple(order.index(p) for p in m.participants)) for m in problem.meetings
        ),
    )
    assert (
        fewest_breaks(other) == value(problem, solve(problem, stop=free())) == value(other, solve(other, stop=free()))
    )


def test_progress_tells_of_better_answers_and_bounds() -> None:
    told: list[Progress] = []
    result = solve(TRIANGLE, stop=free(), workers=1, on_progress=told.append)
    assert value(TRIANGLE, result) == 1
    assert {step.stage for step in told} <= {"search", "refute"}
    assert (told[-1].value, told[-1].bound, told[-1].placed, told[-1].total) == (1, 1, 3, 3)


def test_with_little_time_the_moves_begin_at_once() -> None:
    assert value(TRIANGLE, solve(TRIANGLE, stop=free(deadline=PATIENT_FROM_S / 2), workers=2)) == 1


def test_moves_begin_from_what_the_solvers_found() -> None:
    table = compile_timetable(TRIANGLE)
    with Search(table, stop=steps(10), seed=0, workers=1, team=None, on_progress=None) as search:
        search._take([2, 0, 1])
        assert (search.value, search._start().state.slot_of.tolist()) == (1, [2, 0, 1])


def test_nothing_to_place_is_optimal() -> None:
    empty = Problem((Slot(0, 30),), (Participant("a"),), ())
    assert value(empty, solve(empty, stop=free())) == 0


def test_a_wish_to_end_before_the_start_gives_what_there_is() -> None:
    result = solve(TRIANGLE, stop=free(is_cancelled=lambda: True))
    assert result.status in (Status.FEASIBLE, Status.UNKNOWN, Status.OPTIMAL)
    assert result.schedule is None or judge(TRIANGLE, result.schedule).violations == ()


@pytest.mark.parametrize(
    ("problem", "code"),
    [
        (
            replace(TRIANGLE, participants=(Participant("a", frozenset()), *TRIANGLE.participants[1:])),
            "meeting-without-slot",
        ),
        (timetable([(0, 1), (0, 2), (0, 3), (0, 4)], n_slots=3), "participant-without-room"),
        (timetable([(0, 1), (2, 3), (4, 5)], n_slots=2, n_tables=1), "too-few-tables"),
    ],
)
def test_what_a_count_shows_to_be_impossible_is_said_without_a_search(problem: Problem, code: str) -> None:
    result = solve(problem, stop=free())
    assert (result.status, result.explanation[0].code) == (Status.INFEASIBLE, code)


def test_what_only_a_search_shows_to_be_impossible() -> None:
    odd = timetable([(0, 1), (0, 2), (1, 2)], n_slots=2)
    assert solve(odd, stop=free()) == Result(
        Status.INFEASIBLE, None, explanation=(Explanation("no-timetable", (0, 1, 2), (0, 1, 2)),)
    )


def test_cyclic_precedences_are_impossible() -> None:
    ring = timetable([(0, 1), (2, 3)], n_slots=3, precedences=((0, 1), (1, 0)))
    assert solve(ring, stop=free()).status is Status.INFEASIBLE


REFUSED = {
    "more than one venue or day": replace(TRIANGLE, venues=(Venue("a"), Venue("b"))),
    "slots that clash": replace(TRIANGLE, slots=(Slot(0, 30), Slot(10, 40), Slot(40, 70))),
    "meeting 0 is optional": replace(TRIANGLE, meetings=(Meeting((0, 1), Level.WANT), *TRIANGLE.meetings[1:])),
    "participant 0 has a home": replace(
        TRIANGLE, participants=(Participant("a", capacity=2), *TRIANGLE.participants[1:])
    ),
    "more than ": replace(TRIANGLE, slots=tuple(Slot(30 * n, 30 * n + 30) for n in range(65))),
}


@pytest.mark.parametrize("why", REFUSED)
def test_other_problems_are_refused(why: str) -> None:
    assert (refusal(REFUSED[why]) or "").startswith(why)
    with pytest.raises(ValueError, match="not a timetable"):
        solve(REFUSED[why], stop=free())


def test_the_refuter_answers_and_learns() -> None:
    table = compile_timetable(TRIANGLE).plain
    header = {
        "solver": "cadical153",
        "counter": EncType.totalizer,
        "has_prices": False,
        "table": table.to_json(),
    }
    questions = [header] + [{"most": most, "conflicts": None} for most in (0, 1, None, 5)]
    answers = io.StringIO()
    serve(io.StringIO("".join(json.dumps(q) + "\n" for q in questions)), answers)
    found = [json.loads(line)["found"] for line in answers.getvalue().splitlines()]
    assert found == [False, True, True, True]


def test_a_refuter_that_is_gone_is_silent() -> None:
    with Refuter(compile_timetable(TRIANGLE).plain) as refuter:
        refuter.ask(0)
        answer = None
        while answer is None:
            answer = refuter.poll(1.0)
    assert answer.found is False
    assert refuter.poll(0.0) is None
    assert refuter.is_silent


@pytest.mark.parametrize("seed", range(20))
def test_plain_numbers_are_those_of_the_kernels(seed: int) -> None:
    table = compile_timetable(random_timetable(seed))
    state = State(table, 1)
    chance = random.Random(seed)
    slot_of = [chance.randrange(table.n_slots) for _ in range(table.n_meetings)]
    state.set_slots(np.array(slot_of, np.int16))
    assert measure(table.plain, slot_of) == state.measure()
    assert PlainTimetable.from_json(json.loads(json.dumps(table.plain.to_json()))) == table.plain
    assert (table.plain.degree, table.plain.available) == (tuple(table.degree), tuple(table.available))


def test_arrays_have_the_shapes_that_are_promised() -> None:
    table = compile_timetable(replace(TRIANGLE, precedences=((0, 1),)))
    start, links = table.before_after
    assert (table.ends.shape, table.allowed.dtype, table.grid.shape) == ((3, 2), np.uint64, (3,))
    assert (start.tolist(), links.tolist()) == ([0, 1, 2, 2], [[1, 1], [0, -1]])
    assert table.degree.tolist() == [2, 2, 2]
