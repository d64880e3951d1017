"""Large timetables: the kernels against plain twins, what they keep, and the answers of a team."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from karvan.scheduling.judge import judge
from karvan.scheduling.problem import Meeting, Participant, Problem, Slot, Venue
from karvan.scheduling.result import Progress, Result, Status
from karvan.scheduling.stop import Limits
from karvan.scheduling.timetable import search
from karvan.scheduling.timetable.anneal import thresholds
from karvan.scheduling.timetable.construct import build
from karvan.scheduling.timetable.smooth import annealer as annealer_module
from karvan.scheduling.timetable.smooth import kernels
from karvan.scheduling.timetable.smooth.annealer import SmoothAnnealer
from karvan.scheduling.timetable.smooth.board import Board, Rules
from karvan.scheduling.timetable.smooth.team import Task, Threads, everybody, find_moves
from karvan.scheduling.timetable.solve import solve
from karvan.scheduling.timetable.state import State
from karvan.scheduling.timetable.view import Timetable, compile_timetable

GAP = np.array([0, *range(10, 74)], np.int64)
COUNT = np.array([0, 0, 0, *[50] * 62], np.int64)


def fair(seed: int = 3, *, before: int = 0) -> Problem:
    """Give a fair of 60 hosts and guests with 260 meetings in 16 slots, some of whom come late."""
    chance = random.Random(seed)
    every = [(a, b) for a in range(30) for b in range(30, 60)]
    pairs = chance.sample(every, 260)
    people = tuple(Participant(str(p), frozenset(range(p % 3, 16)) if p % 5 == 0 else None) for p in range(60))
    first = tuple((2 * i, 2 * i + 1) for i in range(before))
    slots = tuple(Slot(30 * i, 30 * i + 30) for i in range(16))
    tables = tuple(str(t) for t in range(20))
    return Problem(slots, people, tuple(map(Meeting, pairs)), (Venue("", tables),), precedences=first, fairness=2)


@pytest.fixture(autouse=True)
def _everything_is_large(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search, "MOST_MEETINGS_EXACTLY", 0)
    monkeypatch.setattr(search, "MOST_MEETINGS_TO_REFUTE", 0)


def after(n: int) -> Limits:
    return Limits(lambda: 0.0, iterations=n)


def rules(table: Timetable) -> Rules:
    excess = np.maximum(0, np.arange(table.n_meetings + 2, dtype=np.int64) - table.n_tables)
    return Rules(thresholds(2, 100), GAP, COUNT, 30 * excess**2)


def built(problem: Problem) -> State:
    state = State(compile_timetable(problem), 1)
    assert build(state, rounds=50, is_over=lambda: False)
    return state


def plain_price(busy: set[int], grid: set[int]) -> int:
    """Price a participant by its definition: runs between two busy slots, by their idle slots of the grid."""
    runs, idle = [], 0
    for slot in range(min(busy, default=0), max(busy, default=-1) + 1):
        if slot in busy:
            runs.append(idle)
            idle = 0
        else:
            idle += slot in grid
    gaps = [run for run in runs if run]
    return int(sum(GAP[gap] for gap in gaps) + COUNT[len(gaps)])


def mask(slots: set[int]) -> np.uint64:
    return np.uint64(sum(1 << slot for slot in slots))


@given(st.sets(st.integers(0, 62)), st.sets(st.integers(0, 62)))
def test_the_price_of_gaps_is_its_definition(busy: set[int], grid: set[int]) -> None:
    assert kernels.price_gaps(mask(busy), mask(grid), GAP, COUNT) == plain_price(busy, grid)


def opened(problem: Problem) -> Board:
    board = Board(built(problem))
    board.open(rules(board.state.table))
    return board


def assert_consistent(board: Board) -> None:
    """Compare a closed board with one that is made afresh from the places of the meetings."""
    table, again = board.state.table, Board(State(board.state.table, 1))
    again.state.set_slots(board.state.slot_of)
    again.open(rules(table))
    for name in ("at", "busy", "load"):
        assert (getattr(board.state, name) == getattr(again.state, name)).all(), name
    assert (board.mate == again.mate).all()
    assert (board.prices == again.prices).all()
    assert all(board.state.slot_of[a] < board.state.slot_of[b] for a, b in table.precedences)
    assert all(int(m) >> int(s) & 1 for m, s in zip(table.allowed, board.state.slot_of, strict=True))


@given(seed=st.integers(0, 2**31), before=st.sampled_from([0, 10]), twice=st.booleans(), steps=st.integers(1, 3000))
@settings(max_examples=25, deadline=None)
def test_the_table_of_mates_is_always_that_of_the_timetable(seed: int, before: int, twice: bool, steps: int) -> None:
    problem = fair(seed % 5, before=before)
    if twice:
        problem = replace(problem, meetings=(*problem.meetings[:200], *problem.meetings[:8]))
    state = State(compile_timetable(problem), seed)
    assert build(state, rounds=50, is_over=lambda: False)
    board, table = Board(state), state.table
    board.open(rules(table))
    board.anneal(rules(table), steps, everybody(table))
    busy, load = state.busy.copy(), state.load.copy()
    board.close()
    assert (busy == state.busy).all()
    assert (load == state.load).all()
    assert (np.sort(state.slot_of) >= 0).all()
    assert_consistent(board)


def test_a_plain_timetable_moves_as_one_whose_meetings_are_looked_at() -> None:
    one, other = opened(fair()), opened(fair())
    assert one._is_plain
    other._is_plain = False
    made = [board.anneal(rules(board.state.table), 20_000, everybody(board.state.table)) for board in (one, other)]
    assert made[0] == made[1] > 100
    one.close()
    other.close()
    assert (one.state.slot_of == other.state.slot_of).all()


def test_meetings_with_an_order_or_slots_of_their_own_are_looked_at() -> None:
    problem = fair(before=3)
    assert not opened(problem)._is_plain
    late = replace(problem.meetings[200], slots=frozenset(range(4, 16)))
    problem = replace(problem, precedences=(), meetings=(*problem.meetings[:200], late, *problem.meetings[201:]))
    assert not opened(problem)._is_plain


def test_without_chance_no_move_makes_the_whole_dearer() -> None:
    board = opened(fair())
    table, cold = board.state.table, replace(rules(board.state.table), thresholds=np.array([2**32], np.uint64))
    for _ in range(20):
        before = board.prices.sum() + cold.load_price[board.state.load].sum()
        board.anneal(cold, 500, everybody(table))
        assert board.prices.sum() + cold.load_price[board.state.load].sum() <= before


def test_moves_repeated_from_the_same_start_end_in_the_same_place() -> None:
    one, other = opened(fair()), opened(fair())
    task = Task(one.state.slot_of.copy(), 7, 20_000, rules(one.state.table))
    moves = find_moves(one.state.table, task)
    assert 0 < len(moves) <= 20_000 // 10 + 1
    assert one.repeat(task.rules, moves) == len(moves)
    assert other.repeat(task.rules, moves) == len(moves)
    one.close()
    other.close()
    assert (one.state.slot_of == other.state.slot_of).all()
    assert (one.state.slot_of != task.slot_of).any()


def test_moves_from_an_old_start_leave_a_timetable() -> None:
    board = opened(fair())
    start = board.state.slot_of.copy()
    table = board.state.table
    made = [find_moves(table, Task(start, seed, 20_000, rules(table))) for seed in (1, 2)]
    for moves in made:
        board.repeat(rules(table), moves)
    board.close()
    assert_consistent(board)


def solved(problem: Problem, stop: Limits, *, workers: int = 1, seed: int = 0) -> tuple[Result, list[Progress]]:
    steps: list[Progress] = []
    result = solve(problem, stop=stop, workers=workers, seed=seed, on_progress=steps.append)
    assert result.schedule is not None
    assert judge(problem, result.schedule).violations == ()
    return result, steps


def test_a_fair_ends_with_hardly_a_break_and_gets_there_step_by_step() -> None:
    problem = fair()
    result, steps = solved(problem, after(3_000_000))
    values = [step.value for step in steps]
    assert values == sorted({value for value in values if value is not None}, reverse=True)
    assert result.status in (Status.FEASIBLE, Status.OPTIMAL)
    assert values[-1] == result.goals[0].value
    assert values[-1] is not None
    assert values[-1] <= 20


@pytest.mark.parametrize("workers", [1, 2])
def test_with_iterations_and_a_seed_the_answer_is_the_same(workers: int) -> None:
    first, _ = solved(fair(), after(1_200_000), workers=workers, seed=5)
    second, _ = solved(fair(), after(1_200_000), workers=workers, seed=5)
    other, _ = solved(fair(), after(1_200_000), workers=workers, seed=6)
    assert first == second
    assert first.schedule != other.schedule


def test_precedences_hold_in_a_large_timetable() -> None:
    solved(fair(before=20), after(400_000), workers=2)


def test_the_first_fair_timetable_is_given_even_when_time_was_too_short() -> None:
    solved(fair(), Limits(lambda: 1.0, deadline=0.5))


def test_who_asks_to_end_is_not_kept_waiting() -> None:
    result = solve(fair(), stop=Limits(lambda: 0.0, deadline=9.0, is_cancelled=lambda: True))
    assert result.status in (Status.UNKNOWN, Status.FEASIBLE)


def test_a_time_limit_ends_the_search_with_the_best() -> None:
    now = iter(range(10**6))
    result, _ = solved(fair(), Limits(lambda: float(next(now)), deadline=60.0))
    assert result.goals[0].value < 40


def test_without_limits_one_cooling_follows_the_other() -> None:
    problem = fair()
    state = built(problem)
    with Threads(1) as team:
        annealer = SmoothAnnealer(state, stop=Limits(lambda: 0.0), team=team)
        annealer._cooling = 300_000
        stages = [annealer._stage() for _ in range(12) if annealer.advance(0, None)]
    hotter = sum(b[0] > a[0] for a, b in pairwise(stages))
    assert hotter >= 2


@pytest.mark.parametrize("fairness", [None, 1])
def test_breaks_are_spread_as_evenly_as_is_wanted(fairness: int | None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(annealer_module, "LEAST_STEPS", 1)
    monkeypatch.setattr(annealer_module, "STEPS_AT_ONCE", 5)
    solved(replace(fair(), fairness=fairness), after(1_000_000))
