"""The conductor: a mission and its matches in, a programme out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Goal as ReachedGoal
from karvan.mission.programme import PlacedLevel, Programme, Reason, Unplaced
from karvan.scheduling import exact
from karvan.scheduling.candidates import asked_for, choose_candidates
from karvan.scheduling.exact.goals import GOALS, Goal
from karvan.scheduling.explain import why_not
from karvan.scheduling.from_mission import Candidate, MissionProblem
from karvan.scheduling.left_out import explained
from karvan.scheduling.referee import Violation, check, figures
from karvan.scheduling.result import Result, Sense, Status, Watch, unwatched
from karvan.scheduling.room import Room
from karvan.scheduling.smallest import smallest_contradiction
from karvan.scheduling.stop import Stop
from karvan.scheduling.visits import assign_visits

COUNTED = {
    "breaks": "breaks",
    "fairness": "most_breaks",
    "idle_slots": "idle_slots",
    "table_changes": "table_changes",
    "venue_changes": "venue_changes",
}
"""Goals whose values are figures: what the referee counts is told, not what the solver said."""

Solve = Callable[..., Result]
"""Solves a `MissionProblem` for some goals."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A programme, and what the referee says of it.

    Attributes
    ----------
    programme : Programme
        Without meetings where `status` is ``infeasible`` or ``unknown``.
    violations : tuple of Violation
        Empty, or the solver has a bug; a programme with violations is never released.
    """

    programme: Programme
    violations: tuple[Violation, ...]


def draw_up(
    mission: Mission,
    scores: Mapping[Pair, float],
    *,
    stop: Stop,
    seed: int = 0,
    workers: int = 2,
    on_progress: Watch = unwatched,
) -> Drawn:
    """Draw up the programme of a mission and have it checked.

    Companies are assigned to visits first; then meetings are placed, goal by goal. Where a visit
    keeps a `must` out, its companies stay off visits that cost them slots, if that lets it in.

    Parameters
    ----------
    mission : Mission
        Without errors (`karvan.mission.validation.require_valid`).
    scores : mapping of pair to float
        The matcher's score 0..1 of each pair that it suggests.
    stop : Stop
        When to end with the best programme so far.

    Returns
    -------
    Drawn
    """

    def solve(made: MissionProblem, goals: Sequence[Goal] | None = None) -> Result:
        return exact.solve(made.problem, stop=stop, seed=seed, workers=workers, on_progress=on_progress, goals=goals)

    candidates = choose_candidates(mission, scores)
    made, first = _with_visits(MissionProblem(mission, candidates, assign_visits(mission)), solve)
    result = _or_first(solve(made), first)
    programme = _programme(made, result, solve, stop)
    return Drawn(programme, check(mission, programme) if result.schedule else ())


def _with_visits(made: MissionProblem, solve: Solve) -> tuple[MissionProblem, Result | None]:
    """Keep companies off visits that cost them slots where that lets more agreed meetings in; give what was found."""
    if not any(made.visits.values()):
        return made, None
    first = solve(made, GOALS[:1])
    on_visit = {code for codes in made.visits.values() for code in codes}
    losers = frozenset(code for candidate in _left_out(made, first) for code in candidate.pair & on_visit)
    if first.status is Status.UNKNOWN or not losers:
        return made, first
    again = replace(made, visits=assign_visits(made.mission, barred=losers))
    second = solve(again, GOALS[:1])
    is_better = len(_left_out(again, second)) < len(_left_out(made, first))
    return (again, second) if is_better else (made, first)


def _or_first(result: Result, first: Result | None) -> Result:
    """Give what was found about visits where the search ends before it finds anything itself."""
    if result.status is Status.UNKNOWN and first is not None and first.schedule is not None:
        return replace(first, status=Status.FEASIBLE)
    return result


def _left_out(made: MissionProblem, result: Result) -> tuple[Candidate, ...]:
    """Give each `must` and each fixed meeting that is not placed."""
    slot_of = result.schedule.slot_of if result.schedule else (None,) * len(made.candidates)
    return tuple(
        candidate
        for candidate, slot in zip(made.candidates, slot_of, strict=True)
        if slot is None and candidate.level in (PlacedLevel.FIXED, PlacedLevel.MUST)
    )


def _programme(made: MissionProblem, result: Result, solve: Solve, stop: Stop) -> Programme:
    """Put a programme together; FIGURES: they are recomputed from it, and so are the goals that are figures."""
    meetings = made.placed_meetings(result.schedule) if result.schedule else ()
    programme = Programme(
        status=result.status.value,
        meetings=meetings,
        visits=made.attendances(is_visit=True),
        blocks=made.attendances(is_visit=False),
        goals=tuple(ReachedGoal(g.name, g.value, g.bound, g.sense is Sense.MAXIMISE) for g in result.goals),
    )
    clash = _clash(made, solve, stop) if result.status is Status.INFEASIBLE else ()
    programme = replace(programme, unplaced=_unplaced(made, programme, clash, stop))
    counted = figures(made.mission, programme)
    goals = tuple(
        replace(goal, value=counted[COUNTED[goal.name]].numerator) if goal.name in COUNTED else goal
        for goal in programme.goals
    )
    return replace(programme, goals=goals, figures=counted)


def _clash(made: MissionProblem, solve: Solve, stop: Stop) -> tuple[Pair, ...]:
    """Give fewest fixed meetings that contradict each other or the rules."""
    agreed = tuple(candidate for candidate in made.candidates if candidate.level is PlacedLevel.FIXED)

    def contradict(some: tuple[Candidate, ...]) -> bool | None:
        status = solve(replace(made, candidates=some), GOALS[:1]).status
        return None if status is Status.UNKNOWN else status is Status.INFEASIBLE

    return tuple(candidate.pair for candidate in smallest_contradiction(agreed, contradict, stop).items)


def _unplaced(made: MissionProblem, programme: Programme, clash: tuple[Pair, ...], stop: Stop) -> tuple[Unplaced, ...]:
    """ACCOUNTED_FOR: list every meeting that was asked for and is not there, with its reasons."""
    met = {meeting.pair for meeting in programme.meetings}
    room = Room(made.mission, programme)
    rows = (why_not(made.mission, programme, pair, room=room) for pair in asked_for(made.mission) if pair not in met)
    if clash:
        return tuple(_in_clash(made.mission, row, clash) for row in rows)
    return tuple(explained(made.mission, programme, row, visits=made.visits, stop=stop) for row in rows)


def _in_clash(mission: Mission, row: Unplaced, clash: tuple[Pair, ...]) -> Unplaced:
    """Say that fixed meetings contradict each other; one that is impossible alone keeps its own reasons."""
    if row.pair in mission.avoided or clash == (row.pair,):
        return row
    others = tuple(sorted({code for pair in clash if pair != row.pair for code in pair}))
    code = "fixed-clash" if row.pair in clash else "nothing-placed"
    return replace(row, reasons=(Reason(code, (("companies", others),)),), relaxations=())
