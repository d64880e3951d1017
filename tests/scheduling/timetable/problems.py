"""Small timetables, and their optimum by a second method: the obvious model in CP-SAT."""

from __future__ import annotations

import random

from ortools.sat.python import cp_model

from karvan.scheduling.problem import Meeting, Participant, Problem, Slot, Venue


def slots(n: int) -> tuple[Slot, ...]:
    return tuple(Slot(30 * i, 30 * i + 30) for i in range(n))


def timetable(pairs: list[tuple[int, int]], *, n_slots: int, n_tables: int | None = None, **more: object) -> Problem:
    """Give a timetable of pairs of participants counted from 0."""
    people = 1 + max((p for pair in pairs for p in pair), default=0)
    given = {
        "participants": tuple(Participant(str(p)) for p in range(people)),
        "precedences": (),
        "fairness": None,
    } | more
    tables = None if n_tables is None else tuple(str(t) for t in range(n_tables))
    return Problem(
        slots(n_slots), meetings=tuple(Meeting(pair) for pair in pairs), venues=(Venue("", tables),), **given
    )  # type: ignore[arg-type]


def random_timetable(seed: int) -> Problem:
    """Give a timetable with absences, limits on slots, precedences and a fairness, by chance."""
    chance = random.Random(seed)
    people, n_slots = chance.randint(3, 6), chance.randint(3, 6)
    every = [(a, b) for a in range(people) for b in range(a + 1, people)]
    pairs = chance.sample(every, chance.randint(1, min(len(every), 8)))
    participants = tuple(
        Participant(str(p), frozenset(range(n_slots)) - {chance.randrange(n_slots)} if chance.random() < 0.4 else None)
        for p in range(people)
    )
    meetings = tuple(
        Meeting(pair, slots=frozenset(chance.sample(range(n_slots), n_slots // 2)) if chance.random() < 0.2 else None)
        for pair in pairs
    )
    n = len(pairs)
    before = tuple({(chance.randrange(n), chance.randrange(n)) for _ in range(chance.randint(0, 2))})
    return Problem(
        slots(n_slots),
        participants,
        meetings,
        (Venue("", tuple(str(t) for t in range(chance.randint(1, 3)))),),
        precedences=tuple((a, b) for a, b in before if a != b),
        fairness=chance.choice([None, 0, 1, 2]),
    )


def fewest_breaks(problem: Problem) -> int | None:
    """Give the optimum, or None where there is no timetable."""
    model = cp_model.CpModel()
    n = len(problem.slots)
    at = {(m, s): model.new_bool_var("") for m in range(len(problem.meetings)) for s in problem.allowed(m)}
    for m in range(len(problem.meetings)):
        model.add_exactly_one(at[m, s] for s in problem.allowed(m))
    for s in range(n):
        here = [at[m, s] for m in range(len(problem.meetings)) if (m, s) in at]
        model.add(sum(here) <= len(problem.venues[0].tables or here))
    for a, b in problem.precedences:
        when = [sum(s * at[m, s] for s in problem.allowed(m)) for m in (a, b)]
        model.add(when[0] + 1 <= when[1])
    counts = [_breaks(model, problem, at, p) for p in range(len(problem.participants))]
    if problem.fairness is not None:
        for one in counts:
            for other in counts:
                model.add(one - other <= problem.fairness)
    model.minimize(sum(counts))
    solver = cp_model.CpSolver()
    solver.parameters.num_workers = 1
    if solver.solve(model) != cp_model.OPTIMAL:
        return None
    return round(solver.objective_value)


def _breaks(
    model: cp_model.CpModel, problem: Problem, at: dict[tuple[int, int], cp_model.IntVar], who: int
) -> cp_model.LinearExpr:
    n = len(problem.slots)
    busy = [model.new_bool_var("") for _ in range(n)]
    begun = [model.new_bool_var("") for _ in range(n)]
    found = []
    for s in range(n):
        own = [at[m, s] for m in problem.meetings_of[who] if (m, s) in at]
        model.add(sum(own) == busy[s])
        model.add_max_equality(begun[s], busy[: s + 1])
        if s:
            ends = model.new_bool_var("")
            model.add_bool_and([busy[s], busy[s - 1].negated(), begun[s - 1]]).only_enforce_if(ends)
            model.add_bool_or([busy[s].negated(), busy[s - 1], begun[s - 1].negated()]).only_enforce_if(ends.negated())
            found.append(ends)
    return sum(found) + 0 * busy[0]
