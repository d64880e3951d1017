"""The conductor: a released programme and what has happened in, the least changed programme out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from karvan.mission.changes import Changes
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Goal, PlacedLevel, Programme, Unplaced
from karvan.mission.rules import Rule
from karvan.scheduling.candidates import asked_for
from karvan.scheduling.explain import why_not
from karvan.scheduling.referee import Violation, check, figures
from karvan.scheduling.repair.apply import Situation, apply_changes, release_fixed
from karvan.scheduling.repair.case import Case
from karvan.scheduling.repair.difference import Difference, difference
from karvan.scheduling.repair.goals import ORDER, RepairGoal
from karvan.scheduling.repair.search import Found, Run, least_change
from karvan.scheduling.result import Status, Watch, unwatched
from karvan.scheduling.room import Room
from karvan.scheduling.stop import Stop


@dataclass(frozen=True, kw_only=True)
class Repaired:
    """A repaired programme, and everything there is to say about it.

    Attributes
    ----------
    mission : Mission
        As it is after the changes; the programme is one of this mission.
    programme : Programme
        Its `goals` are those of the repair.
    violations : tuple of Violation
        Empty, or there is a bug; a programme with violations is never released.
    released : Programme
        What everybody was told before.
    alternatives : tuple of Alternative
        Where there is a real trade-off.
    """

    mission: Mission
    programme: Programme
    difference: Difference
    violations: tuple[Violation, ...]
    released: Programme
    alternatives: tuple[Alternative, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Alternative:
    """Another repair: better in one goal, and worse in one that counts for more.

    Attributes
    ----------
    name : str
        ``fewer-companies``, ``more-suggestions`` or ``fill``.
    """

    name: str
    repaired: Repaired


ALTERNATIVES = {
    "fewer-companies": RepairGoal.COMPANIES,
    "more-suggestions": RepairGoal.SUGGESTIONS_LOST,
}
"""Goals that might be thought more of, right after fixed and must meetings, or before agendas: what is to be better."""

MOST_ALTERNATIVES = 2
"""So many are worth reading."""

MOST_EXPLAINED_AGAIN = 10
"""Of the meetings that were left out before, so many are explained again."""

MOST_EXTRA = 40
"""So many meetings that were left out before are tried again at most."""


def repair(
    mission: Mission,
    released: Programme,
    changes: Changes,
    *,
    stop: Stop,
    seed: int = 0,
    workers: int = 1,
    on_progress: Watch = unwatched,
) -> Repaired:
    """Repair a released programme after changes, changing as little as can be.

    Goals, each without giving up those before it: agreed (fixed, `must`, `want`) meetings lost; companies
    whose agenda changes; suggested meetings lost; meetings moved; minutes by which they move; changes of
    table; changes of interpreter. What has begun stays as it is.

    Parameters
    ----------
    mission : Mission
        As it was when the programme was released.
    released : Programme
    changes : Changes
        Sound for both (`karvan.formats.changes_json.read_changes`).
    stop : Stop
        When to end with the best repair so far.

    Returns
    -------
    Repaired
        `programme.status` is ``infeasible`` only where what has begun breaks a rule by itself.
    """
    run = Run(stop, on_progress, seed, workers)
    situation = apply_changes(mission, released, changes)
    case, found = _mend(situation, run)
    repaired = _repaired(case, found) if found else _impossible(case.situation)
    suspects = _suspects(repaired, changes)
    if suspects:
        case, found = _mend(situation, run, suspects=suspects)
        repaired = _repaired(case, found) if found else _impossible(case.situation)
    if repaired.violations:
        begun = _impossible(case.situation)
        return begun if begun.violations else repaired
    alternatives = _distinct(repaired, _alternatives(case, repaired, run))
    return replace(repaired, alternatives=tuple(alternatives)[:MOST_ALTERNATIVES])


def _suspects(repaired: Repaired, changes: Changes) -> frozenset[Pair]:
    """Give meetings that break a rule though nothing happened to them: they did already when they were released."""
    rows = (meeting for violation in repaired.violations for meeting in violation.meetings)
    return frozenset(meeting.pair for meeting in rows if not changes.has_begun(meeting.start))


def _mend(
    situation: Situation, run: Run, extra: tuple[Pair, ...] = (), suspects: frozenset[Pair] = frozenset()
) -> tuple[Case, Found | None]:
    """Repair; what was agreed beforehand and cannot be kept becomes a `must`, and it is tried again."""
    while True:
        case = Case(_without_impossible(situation), extra, suspects)
        found = least_change(case, run)
        broken = _broken_agreements(case, found) if found else frozenset[Pair]()
        if not broken:
            return case, found
        situation = replace(case.situation, mission=release_fixed(case.situation.mission, broken))


def _without_impossible(situation: Situation) -> Situation:
    """Let go of agreements that no longer can be kept, whatever else is done."""
    case = Case(situation)
    begun = case.frozen
    gone = {
        candidate.pair
        for meeting, candidate in enumerate(case.made.candidates)
        if candidate.level is PlacedLevel.FIXED
        and meeting not in begun
        and not case.allowed(meeting) - (case.begun - {_home(case, meeting)})
    }
    return replace(situation, mission=release_fixed(situation.mission, gone)) if gone else situation


def _home(case: Case, meeting: int) -> int | None:
    home = case.homes[meeting]
    return home.slot if home else None


def _broken_agreements(case: Case, found: Found) -> frozenset[Pair]:
    return frozenset(
        candidate.pair
        for candidate, slot in zip(case.made.candidates, found.schedule.slot_of, strict=True)
        if slot is None and candidate.level is PlacedLevel.FIXED
    )


def _impossible(situation: Situation) -> Repaired:
    """Say which rules the part that has begun breaks by itself."""
    begun = tuple(m for m in situation.released.meetings if situation.changes.has_begun(m.start))
    programme = replace(situation.released, status=Status.INFEASIBLE.value, meetings=begun, goals=(), figures={})
    found = tuple(v for v in check(situation.mission, programme) if v.meetings and v.rule is not Rule.FIXED)
    return Repaired(
        mission=situation.mission,
        programme=programme,
        difference=Difference(),
        violations=found,
        released=situation.released,
    )


def _repaired(case: Case, found: Found) -> Repaired:
    """Put the programme together, and have it checked."""
    situation, made = case.situation, case.made
    is_proved = all(found.bounds.get(goal) == found.values[goal] for goal in ORDER)
    programme = Programme(
        status=(Status.OPTIMAL if is_proved else Status.FEASIBLE).value,
        meetings=made.placed_meetings(found.schedule),
        visits=made.attendances(is_visit=True),
        blocks=made.attendances(is_visit=False),
        goals=tuple(
            Goal(f"repair_{goal}", found.values[goal], found.bounds.get(goal), is_more_better=False) for goal in ORDER
        ),
    )
    programme = replace(programme, unplaced=tuple(_unplaced(situation, programme)))
    programme = replace(programme, figures=figures(situation.mission, programme))
    return Repaired(
        mission=situation.mission,
        programme=programme,
        difference=difference(situation.released, programme, situation.withdrawn),
        violations=check(situation.mission, programme),
        released=situation.released,
    )


def _unplaced(situation: Situation, programme: Programme) -> Iterator[Unplaced]:
    """ACCOUNTED_FOR: what was left out before keeps its reasons, unless one of the two is told of a change."""
    met = {m.pair for m in programme.meetings}
    before = {row.pair: row for row in situation.released.unplaced if row.reasons}
    told = set(difference(situation.released, programme).told)
    near = [pair for pair in before if not told.isdisjoint(pair)][:MOST_EXPLAINED_AGAIN]
    room = Room(situation.mission, programme)
    for pair in asked_for(situation.mission):
        if pair in before and pair not in near and pair not in met and pair not in situation.added:
            yield before[pair]
        elif pair not in met:
            yield why_not(situation.mission, programme, pair, earliest=situation.changes.now, room=room)


# ---- alternatives -----------------------------------------------------------------------------


def _alternatives(case: Case, least: Repaired, run: Run) -> Iterator[Alternative]:
    values = {goal: reached.value for goal, reached in zip(ORDER, least.programme.goals, strict=True)}
    if values[RepairGoal.WANT_LOST] == 0 and values[RepairGoal.COMPANIES] > len(case.told_anyway):
        yield from _with_order(case, run, "fewer-companies", _first(RepairGoal.COMPANIES, RepairGoal.WANT_LOST))
    if values[RepairGoal.SUGGESTIONS_LOST]:
        order = _first(RepairGoal.SUGGESTIONS_LOST, RepairGoal.COMPANIES)
        yield from _with_order(case, run, "more-suggestions", order)
    extra = _left_out_before(case, least)
    if extra and not run.stop.is_over():
        wider, found = _mend(case.situation, run, extra)
        if found is not None:
            yield Alternative(name="fill", repaired=_repaired(wider, found))


def _first(goal: RepairGoal, before: RepairGoal) -> tuple[RepairGoal, ...]:
    """Put one goal right before another."""
    rest = [other for other in ORDER if other is not goal]
    at = rest.index(before)
    return (*rest[:at], goal, *rest[at:])


def _with_order(case: Case, run: Run, name: str, order: tuple[RepairGoal, ...]) -> Iterator[Alternative]:
    if run.stop.is_over():
        return
    found = least_change(case, replace(run, order=order))
    if found is not None:
        yield Alternative(name=name, repaired=_repaired(case, found))


def _left_out_before(case: Case, least: Repaired) -> tuple[Pair, ...]:
    """Give meetings that were asked for and left out before, of companies that are told something anyway."""
    mission, told = case.situation.mission, set(least.difference.companies)
    met = {m.pair for m in least.programme.meetings}
    rows = (row.pair for row in case.situation.released.unplaced)
    open_pairs = (pair for pair in rows if pair not in met and pair not in mission.avoided and pair & told)
    return tuple(pair for pair in open_pairs if mission.is_asked_for(pair))[:MOST_EXTRA]


def _distinct(least: Repaired, others: Iterable[Alternative]) -> Iterator[Alternative]:
    """Keep those that the referee accepts, that are better in what they promise, and no copy of what is there."""
    seen = [least.programme.meetings]
    for other in others:
        programme = other.repaired.programme
        if not other.repaired.violations and _keeps_promise(least, other) and programme.meetings not in seen:
            seen.append(programme.meetings)
            yield other


def _keeps_promise(least: Repaired, other: Alternative) -> bool:
    """Whether an alternative is better in what its name says; else there is nothing to weigh."""
    goal = ALTERNATIVES.get(other.name)
    if goal is None:
        met = {m.pair for m in least.programme.meetings}
        return any(m.pair not in met for m in other.repaired.programme.meetings)
    place = ORDER.index(goal)
    return other.repaired.programme.goals[place].value < least.programme.goals[place].value
