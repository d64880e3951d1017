"""The linear part of a model, solved by HiGHS: a bound, and a place to start from.

Who meets whom under scarce slots, tables and interpreters is close to a transport problem: its
linear relaxation is nearly always whole already, so that HiGHS closes in tenths of a second what a
clause-learning search circles around for minutes. Constraints with a condition are left out here;
what HiGHS gives is therefore a bound, and CP-SAT has the last word.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future, wait
from dataclasses import dataclass
from math import ceil
from threading import Thread
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import coo_array, csr_array

from karvan.scheduling.stop import Stop

if TYPE_CHECKING:
    from ortools.sat.python.cp_model import CpModel

LARGE = 1e7
"""Stands for no limit in a row."""

LEAST_S = 0.1
"""What HiGHS may take at least, in seconds."""

POLL_S = 0.05
"""How often a running search asks whether somebody wishes to end, in seconds."""

GRACE_S = 0.3
"""By how much HiGHS may exceed its time before it is left to itself, in seconds."""

WHOLE = 1e-3
"""How far from a whole number a bound may lie and still be taken for it."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a search may start, and what it cannot beat, as HiGHS or another technique found it.

    Attributes
    ----------
    values : ndarray, shape (n_variables,), int64, or None
        A value for each variable of the model; None where none were found.
    bound : int or None
        No solution of the whole model is better; None where nothing is proved.
    is_impossible : bool
        Whether there is no solution at all.
    is_whole : bool
        Whether `values` solve all of the model: it has a linear part only, or another technique found them.
    """

    values: NDArray[np.int64] | None = None
    bound: int | None = None
    is_impossible: bool = False
    is_whole: bool = False


def solve_linear_part(model: CpModel, seconds: float, stop: Stop | None = None) -> Start:
    """Solve the linear constraints of a model for its objective.

    Parameters
    ----------
    model : CpModel
        With an objective.
    seconds : float
        Time limit.
    stop : Stop, optional
        Where it is over while there is time left, somebody wishes to end: nothing is found then.

    References
    ----------
    Huangfu and Hall (2018), https://doi.org/10.1007/s12532-017-0130-5
    """
    return LinearPart(model).solve(seconds, stop)


class LinearPart:
    """The linear part of a model that grows: what was read once is kept for the next objective."""

    def __init__(self, model: CpModel) -> None:
        self._model = model
        self._seen = 0
        self._is_whole = True
        self._first: list[int] = []
        self._last: list[int] = []
        self._data: list[int] = []
        self._at_row: list[int] = []
        self._at_column: list[int] = []
        self._lower: list[float] = []
        self._upper: list[float] = []

    def solve(self, seconds: float, stop: Stop | None = None, *, held: Sequence[int] = ()) -> Start:
        """Solve for the model's objective, as `solve_linear_part` does.

        Parameters
        ----------
        held : sequence of int
            Variables, by their index, that are 1 for this time.
        """
        model = self._model
        variables = model.proto.variables
        if not len(variables):
            return Start()
        for index in range(len(self._first), len(variables)):
            domain = list(variables[index].domain)
            self._first.append(domain[0])
            self._last.append(domain[-1])
        first, last = np.array(self._first, dtype=float), np.array(self._last, dtype=float)
        first[list(held)] = 1
        cost, offset, sign = _objective(model)
        rows = LinearConstraint(*self._rows())
        seconds = max(seconds, LEAST_S)
        found = _within(
            seconds,
            stop,
            lambda: milp(
                cost,
                constraints=rows,
                bounds=Bounds(first, last),
                integrality=np.ones(len(variables), dtype=np.int64),
                options={"time_limit": seconds, "mip_rel_gap": 0.0},
            ),
        )
        if found is None:
            return Start(is_whole=self._is_whole)
        values = None if found.x is None else np.rint(found.x).astype(np.int64)
        lowest = found.mip_dual_bound
        bound = None
        if lowest is not None and np.isfinite(lowest):
            # Never beyond HiGHS's own answer, whatever its tolerances let it say of the bound.
            least = min(np.ceil(lowest - WHOLE), np.inf if found.fun is None else np.rint(found.fun))
            bound = round(sign * (least + offset))
        return Start(values, bound, is_impossible=found.status == _IMPOSSIBLE, is_whole=self._is_whole)

    def _rows(self) -> Rows:
        """Give the unconditional linear constraints as a matrix with limits."""
        constraints = self._model.proto.constraints
        for index in range(self._seen, len(constraints)):
            self._read(constraints[index])
        self._seen = len(constraints)
        shape = (len(self._lower), len(self._model.proto.variables))
        where = np.array(self._at_row), np.array(self._at_column)
        matrix = coo_array((np.array(self._data, dtype=float), where), shape=shape).tocsr()
        return matrix, np.array(self._lower), np.array(self._upper)

    def _read(self, constraint: Any) -> None:
        row = None if len(constraint.enforcement_literal) else _row(constraint)
        if row is None:
            self._is_whole = False
            return
        columns, coefficients, least, most = row
        self._at_row += [len(self._lower)] * len(columns)
        self._at_column += columns
        self._data += coefficients
        self._lower.append(max(least, -LARGE))
        self._upper.append(min(most, LARGE))


def _within(seconds: float, stop: Stop | None, solve: Callable[[], Any]) -> Any:
    """Give what HiGHS answers, or None where somebody wishes to end before that, or it forgets the time.

    HiGHS hears nothing while it works. It does so in a thread, which is left to itself then; it ends
    by its own time limit, or with the program.
    """
    answer: Future[Any] = Future()
    Thread(target=_put, args=(answer, solve), daemon=True).start()
    for _ in range(ceil(min((seconds + GRACE_S) / POLL_S, LARGE))):
        if wait((answer,), POLL_S).done:
            return answer.result()
        if stop is not None and stop.is_over() and stop.seconds_left() > 0:
            break
    return None


def _put(answer: Future[Any], solve: Callable[[], Any]) -> None:
    """Keep what a call gives, or how it fails, for whoever still waits for it."""
    try:
        answer.set_result(solve())
    except BaseException as error:  # noqa: BLE001 - raised again where the answer is read
        answer.set_exception(error)


_IMPOSSIBLE = 2
"""The status with which `milp` says that there is no solution."""


def _objective(model: CpModel) -> tuple[NDArray[np.float64], float, int]:
    """Give the costs to minimise, what to add to them, and the sign that gives back the objective."""
    objective = model.proto.objective
    cost = np.zeros(len(model.proto.variables))
    np.add.at(cost, list(objective.vars), list(objective.coeffs))
    return cost, objective.offset, -1 if objective.scaling_factor < 0 else 1


Rows = tuple[csr_array[np.float64, tuple[int, int]], NDArray[np.float64], NDArray[np.float64]]


Row = tuple[list[int], list[int], float, float]


def _row(constraint: Any) -> Row | None:
    """Give one constraint's columns, coefficients and limits; None where it is not linear."""
    if constraint.has_linear():
        linear = constraint.linear
        domain = list(linear.domain)
        return list(linear.vars), list(linear.coeffs), domain[0], domain[-1]
    if constraint.has_at_most_one():
        return _clause(list(constraint.at_most_one.literals), -LARGE, 1)
    if constraint.has_bool_or():
        return _clause(list(constraint.bool_or.literals), 1, LARGE)
    return None


def _clause(literals: list[int], least: float, most: float) -> Row:
    """Write a count of literals; a negated literal is 1 minus its variable."""
    negated = sum(literal < 0 for literal in literals)
    columns = [literal if literal >= 0 else -literal - 1 for literal in literals]
    return columns, [1 if literal >= 0 else -1 for literal in literals], least - negated, most - negated
