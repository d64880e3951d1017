"""Why no programme can hold a meeting that was left out: fewest causes, and the cheapest remedies.

Each cause is one rule for one company, lifted by changes to the mission that an organiser could make.
Nothing is guessed: the problem is solved again with changes made. Causes without which the meeting
would still be out are struck off; a remedy is only proposed where the meeting then fits beside all
that was asked for and placed before.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from itertools import combinations, islice

from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import PlacedLevel, Programme, Reason, Unplaced
from karvan.mission.rules import Rule
from karvan.scheduling.candidates import asked_for, level_of, oriented
from karvan.scheduling.exact.possible import is_possible
from karvan.scheduling.explain import RELAXATION_COST, why_not
from karvan.scheduling.from_mission import LEVELS, Candidate, MissionProblem
from karvan.scheduling.lifts import Cause, Change, Cost, Situation, causes_of, changed, give_up
from karvan.scheduling.problem import Level
from karvan.scheduling.smallest import smallest_contradiction
from karvan.scheduling.stop import Stop

SECONDS = 3.0
"""What settling one question may take."""

MOST_REMEDIES = 3
"""So many remedies are proposed at most."""

REARRANGED = Change(Cost.NOTHING, Reason("rearranged"), lambda now: now)
"""Nothing is given up: others move within the time that they have."""

RANK = (PlacedLevel.FIXED, PlacedLevel.MUST, PlacedLevel.WANT, PlacedLevel.SUGGESTION)
"""Levels, those that nobody gives up for the next first."""

Remedy = tuple[Change, ...]
"""Changes that let the meeting in together, and not without each other."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What solving again has shown of one meeting.

    Attributes
    ----------
    causes : tuple of Cause
        Fewest: while they stay, the meeting stays out, even with all other causes lifted together.
        None where nothing keeps it out.
    remedies : tuple of Remedy
        The cheapest first: single changes by their `Cost`, where none helps pairs of them by the sum.
    """

    causes: tuple[Cause, ...]
    remedies: tuple[Remedy, ...]


def explain_absence(
    mission: Mission,
    pair: Pair,
    *,
    visits: dict[int, tuple[str, ...]],
    placed: Iterable[Pair],
    stop: Stop,
) -> Verdict | None:
    """Find fewest causes that keep a requested meeting out, and the cheapest changes that let it in.

    Parameters
    ----------
    mission : Mission
        Without errors; the pair asked for its meeting, and nobody avoids the other.
    visits : dict of block index to company codes
        As assigned in the programme.
    placed : iterable of pair
        The meetings of the programme; as many fixed, must and want meetings as these stay placed.
    stop : Stop
        Asked before each question.

    Returns
    -------
    Verdict or None
        None where time ran out, or where no such changes help.

    Notes
    -----
    Every remedy lifts one of the causes, since the meeting stays out while these all stay. So only
    their changes are tried alone, and only pairs with one of them.
    """
    case = _Case(mission, pair, visits, frozenset(placed), stop)
    if case.is_possible() is True:
        return Verdict((), ((REARRANGED,),))
    lifts = causes_of(case.situation, pair)
    if case.is_possible() is not False or case.is_possible(*_together(lifts.values())) is not True:
        return None

    def keep_out(causes: tuple[Cause, ...]) -> bool | None:
        answer = case.is_possible(*_together(changes for cause, changes in lifts.items() if cause not in causes))
        return None if answer is None else not answer

    causes = smallest_contradiction(tuple(lifts), keep_out, stop).items
    return Verdict(causes, tuple(_remedies(case, causes, lifts)))


def _together(rows: Iterable[tuple[Change, ...]]) -> Remedy:
    return tuple(change for row in rows for change in row)


def _remedies(case: _Case, causes: tuple[Cause, ...], lifts: dict[Cause, tuple[Change, ...]]) -> list[Remedy]:
    """Give single changes that help, the cheapest first; where there is none, pairs of them."""
    of_causes = sorted(_together(lifts[cause] for cause in causes), key=lambda change: change.cost)
    found: list[Remedy] = [(change,) for change in of_causes if case.is_possible(change) is True]
    if not found:
        found = [(change,) for change in islice(filter(case.is_possible, case.sacrifices()), 1)]
    return found[:MOST_REMEDIES] or list(_pairs(case, of_causes, lifts))


def _pairs(case: _Case, of_causes: list[Change], lifts: dict[Cause, tuple[Change, ...]]) -> Iterator[Remedy]:
    """Give pairs of changes that help, the cheapest first; of the same cost, those that come first."""
    pairs = [pair for pair in combinations(_together(lifts.values()), 2) if not set(of_causes).isdisjoint(pair)]
    pairs.sort(key=lambda pair: (sum(change.cost for change in pair), max(change.cost for change in pair)))
    left = MOST_REMEDIES
    for pair in pairs:
        if not left or case.stop.is_over():
            return
        if case.is_possible(*pair) is True:
            left -= 1
            yield pair


@dataclass(frozen=True)
class _Case:
    """One meeting that was left out, and what must not be given up for it."""

    mission: Mission
    pair: Pair
    visits: dict[int, tuple[str, ...]]
    placed: frozenset[Pair]
    stop: Stop
    answers: dict[Remedy, bool | None] = field(default_factory=dict[Remedy, bool | None])

    @property
    def situation(self) -> Situation:
        """The mission as it is."""
        return Situation(self.mission, self.visits)

    def is_possible(self, *changes: Change) -> bool | None:
        """Say whether the meeting fits once some changes are made; None: not settled in time."""
        if changes not in self.answers:
            self.answers[changes] = None if self.stop.is_over() else self._solve(changed(self.situation, changes))
        return self.answers[changes]

    def _solve(self, now: Situation) -> bool | None:
        asked = [pair for pair in asked_for(self.mission) if pair not in self.mission.avoided | now.given_up]
        candidates = tuple(Candidate(*oriented(now.mission, p), level_of(now.mission, p)) for p in asked)
        return is_possible(
            MissionProblem(now.mission, candidates, now.visits).problem,
            held=asked.index(self.pair),
            at_least=self._at_least(asked),
            seconds=max(0.1, min(SECONDS, self.stop.seconds_left())),
        )

    def _at_least(self, asked: Iterable[Pair]) -> dict[Level, int]:
        """Count, by level, the asked-for meetings that are placed, this one added."""
        kept = [pair for pair in asked if pair in self.placed or pair == self.pair]
        levels = [LEVELS[level_of(self.mission, pair)] for pair in kept]
        return {level: levels.count(level) for level in (Level.MUST, Level.WANT)}

    def sacrifices(self) -> Iterator[Change]:
        """Give the meetings of the two companies that could be given up for this one, the least wanted first."""
        own = RANK.index(level_of(self.mission, self.pair))
        asked = [pair for pair in asked_for(self.mission) if pair in self.placed and pair & self.pair]
        for level in reversed(RANK[own:]):
            yield from (give_up(self.mission, pair) for pair in asked if level_of(self.mission, pair) is level)


def remedy(changes: Remedy) -> Reason:
    """Give changes as one reason: the change itself, or several as its parts."""
    return changes[0].reason if len(changes) == 1 else Reason("both", parts=tuple(change.reason for change in changes))


def explained(
    mission: Mission, programme: Programme, row: Unplaced, *, visits: dict[int, tuple[str, ...]], stop: Stop
) -> Unplaced:
    """Tell of a meeting the reasons that no programme gets around rather than others, and the cheapest remedies.

    Parameters
    ----------
    row : Unplaced
        As `karvan.scheduling.explain.why_not` gives it; it stays so where nothing is settled in time, where
        the programme is none, the meeting was not asked for, or one of the two avoids the other.
    """
    is_known = programme.status not in {"infeasible", "unknown"}
    if row.pair in mission.avoided or row.pair not in asked_for(mission) or not is_known or stop.is_over():
        return row
    met = {meeting.pair for meeting in programme.meetings}
    verdict = explain_absence(mission, row.pair, visits=visits, placed=met, stop=stop)
    if verdict is None:
        return row
    causes = frozenset((cause.rule, cause.who) for cause in verdict.causes)
    told = why_not(mission, programme, row.pair, causes)
    proved = [(_price(changes), remedy(changes)) for changes in verdict.remedies]
    single = [(int(RELAXATION_COST[Rule(reason.code)]), reason) for reason in told.relaxations]
    return replace(told, relaxations=tuple(reason for _, reason in sorted((*proved, *single), key=lambda row: row[0])))


def _price(changes: Remedy) -> int:
    """Give what sorts remedies: any pair of changes after any single one."""
    return sum(change.cost for change in changes) + (len(changes) - 1) * len(Cost)
