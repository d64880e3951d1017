"""The process that refutes: reads one timetable and questions as lines of JSON, answers as lines.

Started by `karvan.scheduling.timetable.refute` as ``python -m karvan.scheduling.timetable.refuter``;
it lives until its standard input ends or somebody kills it.
"""

from __future__ import annotations

import json
import sys
from dataclasses import dataclass
from typing import TextIO

from pysat.card import EncType, ITotalizer
from pysat.solvers import Solver

from karvan.scheduling.timetable.encode import Encoding, encode
from karvan.scheduling.timetable.plain import PlainTimetable

COUNTED_AT_FIRST = 10
"""The counter of breaks is made for so many, and grows when asked about more."""


class Oracle:
    """Answers "is there a timetable with at most k breaks?", and learns between questions."""

    def __init__(self, table: PlainTimetable, solver: str = "cadical153", counter: int = EncType.totalizer) -> None:
        self.encoding: Encoding = encode(table, counter)
        self.breaks = self.encoding.all_breaks
        formula = self.encoding.formula
        self.solver = Solver(solver, bootstrap_with=formula.clauses)
        self.counter: ITotalizer | None = None

    def ask(self, most: int | None, conflicts: int | None = None) -> tuple[bool | None, list[int]]:
        """Answer one question; None where the number of conflicts did not suffice.

        Parameters
        ----------
        most : int or None
            Most breaks; None: any number.
        """
        literal = None if most is None or most >= len(self.breaks) else self._more_than(most)
        assumptions = [] if literal is None else [-literal]
        if conflicts is None:
            found = self.solver.solve(assumptions=assumptions)
        else:
            self.solver.conf_budget(conflicts)
            found = self.solver.solve_limited(assumptions=assumptions)
        if found is False and literal is not None:
            self.solver.add_clause([literal])
        return found, self.encoding.decode(self.solver.get_model() or []) if found else []

    def _more_than(self, most: int) -> int:
        if self.counter is None:
            top = self.encoding.formula.n_variables
            self.counter = ITotalizer(self.breaks, ubound=max(most, COUNTED_AT_FIRST), top_id=top)
            self.solver.append_formula(self.counter.cnf.clauses)
        elif most > self.counter.ubound:
            self.counter.increase(ubound=most)
            for clause in self.counter.cnf.clauses[-self.counter.nof_new :]:
                self.solver.add_clause(clause)
        literal: int = self.counter.rhs[most]
        return literal


@dataclass(frozen=True, slots=True)
class WrittenProof:
    """That there is no timetable with so few breaks, for a checker such as drat-trim.

    Attributes
    ----------
    clauses : str
        The question in DIMACS; comments say which variable puts which meeting (from 1) into which slot.
    steps : str
        The solver's steps to the empty clause, in DRAT (Wetzler et al. 2014, doi:10.1007/978-3-319-09284-3_31).
    """

    clauses: str
    steps: str


def written_proof(table: PlainTimetable, most: int) -> WrittenProof | None:
    """Refute "at most so many breaks" and write it down; None where there is such a timetable."""
    encoding = encode(table)
    formula = encoding.formula
    formula.at_most(encoding.all_breaks, most, EncType.kmtotalizer)
    with Solver("cadical153", bootstrap_with=formula.clauses, with_proof=True) as solver:
        if solver.solve():
            return None
        steps = solver.get_proof() or []
    names = [f"c meeting {m + 1} slot {s + 1} is {x}" for (m, s), x in encoding.place.items()]
    head = f"p cnf {formula.n_variables} {len(formula.clauses)}"
    rows = [" ".join(map(str, (*clause, 0))) for clause in formula.clauses]
    return WrittenProof("\n".join((*names, head, *rows, "")), "\n".join((*steps, "")))


def serve(questions: TextIO, answers: TextIO) -> None:
    """Answer questions until there are no more."""
    header = json.loads(questions.readline())
    table = PlainTimetable.from_json(header["table"])
    if header["has_prices"]:
        # Imported here: most of these processes need no prices.
        from karvan.scheduling.timetable.prices import price_bound

        _write(answers, price_bound(table).bound - 1, found=False)
    oracle = Oracle(table, header["solver"], header["counter"])
    for question in map(json.loads, questions):
        most = question["most"]
        if most is not None and most >= len(oracle.breaks):
            # There cannot be more: what is refuted now is any timetable at all.
            most = None
        found, slot_of = oracle.ask(most, question["conflicts"])
        _write(answers, most, found=found, slot_of=slot_of)


def _write(answers: TextIO, most: int | None, *, found: bool | None, slot_of: list[int] | tuple[()] = ()) -> None:
    answers.write(json.dumps({"most": most, "found": found, "slot_of": list(slot_of)}) + "\n")
    answers.flush()


if __name__ == "__main__":
    serve(sys.stdin, sys.stdout)
