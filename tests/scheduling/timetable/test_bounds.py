"""Bounds from prices, checked by a second program and against the optimum; proofs that are written down."""

from __future__ import annotations

import random

import pytest

from karvan.scheduling.judge import judge
from karvan.scheduling.judge_bound import recompute_bound
from karvan.scheduling.problem import Participant
from karvan.scheduling.result import Schedule
from karvan.scheduling.timetable import prices as room
from karvan.scheduling.timetable.encode import order_twins
from karvan.scheduling.timetable.patterns import arcs, held_before
from karvan.scheduling.timetable.prices import UNIT, price_bound
from karvan.scheduling.timetable.prove import ANY, CLIMBER, FINDER, PRICES, How, Prover
from karvan.scheduling.timetable.refuter import Oracle, written_proof
from karvan.scheduling.timetable.view import compile_timetable
from scheduling.timetable.problems import fewest_breaks, random_timetable, timetable

TRIANGLE = timetable([(0, 1), (0, 2), (1, 2)], n_slots=3, n_tables=1)
"""Three people, one table: somebody waits between two meetings."""

AT_THE_ENDS = timetable(
    [(0, 1), (0, 2)],
    n_slots=3,
    participants=(Participant("a"), Participant("b", frozenset({0})), Participant("c", frozenset({2}))),
)
"""The first meets only at the beginning and at the end: one break, whatever tables cost."""


@pytest.mark.parametrize("seed", range(40))
def test_no_bound_is_above_the_optimum(seed: int) -> None:
    problem = random_timetable(seed)
    best = fewest_breaks(problem)
    found = price_bound(compile_timetable(problem).plain)
    again = recompute_bound(problem, found.prices, UNIT)
    assert best is None or max(again.bound, found.bound) <= best
    assert best is None or problem.precedences or again.bound == found.bound
    chance = random.Random(seed)
    anything = [chance.randrange(3) * chance.randrange(UNIT) for _ in problem.slots]
    assert best is None or recompute_bound(problem, anything, UNIT).bound <= best


def test_prices_prove_what_scarce_tables_cost() -> None:
    pairs = [(0, 1), (2, 3), (0, 2), (1, 3)]
    people = tuple(Participant(str(p), frozenset({0, 2})) for p in range(4))
    problem = timetable(pairs, n_slots=3, n_tables=2, participants=people)
    assert fewest_breaks(problem) == price_bound(compile_timetable(problem).plain).bound == 4


def test_meetings_at_both_ends_are_a_break_without_any_price() -> None:
    table = recompute_bound(AT_THE_ENDS, (0, 0, 0), 1)
    assert (table.bound, table.cheapest, table.tables_cost) == (1, (1, 0, 0), 0)
    assert held_before(compile_timetable(AT_THE_ENDS).plain, 0) == [(0, 0), (1, 1), (1, 1), (2, 2)]


@pytest.mark.parametrize(("prices", "unit"), [((0, 0), 1), ((0, 0, -1), 1), ((0, 0, 0), 0)])
def test_prices_that_fit_no_problem_are_refused(prices: tuple[int, ...], unit: int) -> None:
    with pytest.raises(ValueError, match="one price"):
        recompute_bound(TRIANGLE, prices, unit)


def test_a_problem_too_large_for_prices_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "MOST_ARCS", 0)
    assert price_bound(compile_timetable(AT_THE_ENDS).plain) == room.PriceBound(0, (0, 0, 0))


def test_nobody_without_a_meeting_has_a_pattern() -> None:
    table = compile_timetable(timetable([(0, 1)], n_slots=2, participants=tuple(map(Participant, "abc")))).plain
    assert (len(arcs(table, 2)), price_bound(table).bound) == (0, 0)
    empty = compile_timetable(timetable([], n_slots=2)).plain
    assert price_bound(empty).bound == 0


def test_twins_come_in_one_order_and_tied_meetings_stay() -> None:
    star = compile_timetable(timetable([(0, 1), (0, 2), (0, 3)], n_slots=4, precedences=((2, 0),))).plain
    assert order_twins(star).precedences == ((2, 0),)
    free = compile_timetable(timetable([(0, 1), (0, 2), (3, 0)], n_slots=4)).plain
    ordered = order_twins(free)
    assert ordered.precedences == ((0, 1), (1, 2))
    assert ordered.allowed == (0b0011, 0b0110, 0b1100)


def numbers(line: str) -> tuple[int, ...]:
    return tuple(map(int, line.split()[:-1]))


def follows(clauses: list[tuple[int, ...]], clause: set[int]) -> bool:
    """Whether the opposite of a clause leads to a contradiction by unit propagation alone."""
    true = {-literal for literal in clause}
    while True:
        news = set[int]()
        for known in clauses:
            if true.isdisjoint(known):
                left = {literal for literal in known if -literal not in true | news}
                if not left:
                    return True
                if len(left) == 1:
                    news |= left
        if not news - true:
            return False
        true |= news


def is_step(clauses: list[tuple[int, ...]], clause: tuple[int, ...]) -> bool:
    """Whether a clause follows, or has the property RAT on its first literal."""
    if follows(clauses, set(clause)):
        return True
    against = [known for known in clauses if -clause[0] in known]
    return all(follows(clauses, set(clause) | set(known) - {-clause[0]}) for known in against)


def test_a_written_proof_holds_step_by_step() -> None:
    table = compile_timetable(TRIANGLE).plain
    assert written_proof(table, 1) is None
    proof = written_proof(table, 0)
    assert proof is not None
    assert "c meeting 1 slot 1 is " in proof.clauses
    known = [numbers(line) for line in proof.clauses.splitlines() if line[0] not in "cp"]
    for line in proof.steps.splitlines():
        if line.startswith("d "):
            gone = set(numbers(line[2:]))
            known.remove(next(clause for clause in known if set(clause) == gone))
        else:
            assert is_step(known, numbers(line))
            known.append(numbers(line))
    assert () in known


def lose(prover: Prover) -> None:
    for worker in prover._workers:
        worker.refuter._process.kill()
        worker.refuter._process.wait()
    prover.poll(1.0)


def test_lost_processes_are_replaced_until_too_many_are_lost() -> None:
    table = compile_timetable(TRIANGLE).plain
    with Prover(table) as prover:
        lose(prover)
        prover.ask(0, 2, with_finder=True)
        answers = set[tuple[int | None, bool | None]]()
        while len(answers) < 1:
            answer = prover.poll(1.0)
            if answer is not None:
                answers.add((answer.most, answer.found))
        assert answers <= {(0, False), (1, True)}
        for _ in range(100):
            if prover.is_gone:
                break
            lose(prover)
        assert prover.is_gone
        assert prover.poll(0.0) is None
        prover.ask(0, 2, with_finder=True)
        assert prover.is_gone


@pytest.mark.parametrize("how", [CLIMBER, FINDER])
@pytest.mark.parametrize("seed", range(25))
def test_clauses_have_the_optimum_of_a_second_method(seed: int, how: How) -> None:
    problem = random_timetable(seed)
    best = fewest_breaks(problem)
    oracle = Oracle(compile_timetable(problem).plain, **how)
    assert oracle.ask(None)[0] is (best is not None)
    if best:
        assert oracle.ask(best - 1) == (False, [])
        assert oracle.ask(best - 1, 10**6) == (False, [])
    if best is not None:
        found, slot_of = oracle.ask(best + 20)
        assert found
        tables = tuple(slot_of[:meeting].count(slot) for meeting, slot in enumerate(slot_of))
        assert judge(problem, Schedule(tuple(slot_of), tables)).violations == ()
        assert oracle.ask(best)[0] is True


def test_a_settled_question_is_taken_off_a_process() -> None:
    with Prover(compile_timetable(TRIANGLE).plain) as prover:
        while prover.poll(1.0) is None:
            pass
        prover.ask(0, None, with_finder=False)
        first = prover._workers[0].refuter
        prover.ask(1, 2, with_finder=False)
        assert prover._workers[0].refuter is not first
        answer = None
        while answer is None:
            answer = prover.poll(1.0)
        assert (answer.most, answer.found) == (1, True)


def test_the_finder_looks_one_above_the_bound_once_prices_are_known() -> None:
    with Prover(compile_timetable(TRIANGLE).plain) as prover:
        prover.ask(0, None, with_finder=True)
        assert [worker.asked for worker in prover._workers] == [PRICES, None]
        while prover.poll(1.0) is None:
            pass
        prover.ask(0, None, with_finder=True)
        assert [worker.asked for worker in prover._workers] == [0, 1]


def test_who_refutes_asks_whether_there_is_a_timetable_at_all_and_then_goes_halfway() -> None:
    odd = compile_timetable(timetable([(0, 1), (0, 2), (1, 2)], n_slots=2)).plain
    with Prover(odd) as prover:
        while prover.poll(1.0) is None:
            pass
        prover.ask(0, None, with_finder=True)
        prover.ask(2, None, with_finder=True)
        assert prover._workers[1].asked == ANY
        answers = set[tuple[int | None, bool | None]]()
        while (None, False) not in answers:
            answer = prover.poll(1.0)
            if answer is not None:
                answers.add((answer.most, answer.found))
        prover.ask(2, None, with_finder=True)
        prover.ask(2, 6, with_finder=True)
        assert prover._workers[1].asked == 4
