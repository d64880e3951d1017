"""The process that refutes: reads one timetable and questions as lines of JSON, answers as lines.

Started by `karvan.scheduling.timetable.refute` as ``python -m karvan.scheduling.timetable.refuter``;
it lives until its standard input ends or somebody kills it.
"""

from __future__ import annotations

import json
import sys
from typing import Any, TextIO

import numpy as np
from pysat.card import ITotalizer
from pysat.solvers import Solver

from karvan.scheduling.timetable.encode import Encoding, encode
from karvan.scheduling.timetable.view import Timetable


def timetable_from_json(data: dict[str, Any]) -> Timetable:
    """Rebuild a timetable from what `refute.timetable_to_json` wrote."""
    return Timetable(
        n_slots=data["n_slots"],
        n_tables=data["n_tables"],
        ends=np.array(data["ends"], np.int32).reshape(-1, 2),
        allowed=np.array(data["allowed"], np.uint64),
        grid=np.array(data["grid"], np.uint64),
        precedences=np.array(data["precedences"], np.int32).reshape(-1, 2),
        fairness=data["fairness"],
        slot_order=tuple(range(data["n_slots"])),
    )


class Oracle:
    """Answers "is there a timetable with at most k breaks?", and learns between questions."""

    def __init__(self, table: Timetable) -> None:
        self.encoding: Encoding = encode(table)
        self.breaks = self.encoding.all_breaks
        formula = self.encoding.formula
        self.solver = Solver("cadical195", bootstrap_with=formula.clauses)
        self.counter: ITotalizer | None = None

    def ask(self, most: int | None, conflicts: int | None = None) -> tuple[bool | None, list[int]]:
        """Answer one question; None where the number of conflicts did not suffice.

        Parameters
        ----------
        most : int or None
            Most breaks; None: any number.
        """
        assumptions: list[int] = []
        if most is not None and most < len(self.breaks):
            assumptions = [-self._more_than(most)]
        if conflicts is None:
            found = self.solver.solve(assumptions=assumptions)
        else:
            self.solver.conf_budget(conflicts)
            found = self.solver.solve_limited(assumptions=assumptions)
        return found, self.encoding.decode(self.solver.get_model() or []) if found else []

    def _more_than(self, most: int) -> int:
        if self.counter is None:
            top = self.encoding.formula.n_variables
            self.counter = ITotalizer(self.breaks, ubound=most, top_id=top)
            self.solver.append_formula(self.counter.cnf.clauses)
        elif most > self.counter.ubound:
            self.counter.increase(ubound=most)
            for clause in self.counter.cnf.clauses[-self.counter.nof_new :]:
                self.solver.add_clause(clause)
        literal: int = self.counter.rhs[most]
        return literal


def serve(questions: TextIO, answers: TextIO) -> None:
    """Answer questions until there are no more."""
    oracle = Oracle(timetable_from_json(json.loads(questions.readline())))
    for line in questions:
        question = json.loads(line)
        most = question["most"]
        if most is not None and most >= len(oracle.breaks):
            # There cannot be more: what is refuted now is any timetable at all.
            most = None
        found, slot_of = oracle.ask(most, question["conflicts"])
        answer = {"most": most, "found": found, "slot_of": slot_of}
        answers.write(json.dumps(answer) + "\n")
        answers.flush()


if __name__ == "__main__":
    serve(sys.stdin, sys.stdout)
