"""Why no programme can hold a meeting that was left out: a smallest set of causes, and verified remedies.

Each cause is one rule for one company, lifted by one change to the mission that an organiser could
make. The problem is solved again with changes made: causes without which the meeting would still be
out are struck off one by one, and a remedy is only proposed where the meeting then fits beside all
that was placed before.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.companies import Company
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Reason
from karvan.mission.resources import Interpreter, Table
from karvan.mission.rules import Rule
from karvan.scheduling.candidates import asked_for, level_of, oriented
from karvan.scheduling.exact.possible import is_possible
from karvan.scheduling.from_mission import LEVELS, Candidate, MissionProblem
from karvan.scheduling.problem import Level
from karvan.scheduling.stop import Stop

SECONDS = 3.0
"""What settling one question may take."""

NEW = "+1"
"""Code of an interpreter or table that there might be."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One rule that may keep a meeting out; `who` is the company that it concerns, if one."""

    rule: Rule
    who: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What solving again has shown of one meeting.

    Attributes
    ----------
    causes : tuple of Cause
        A smallest set: lifting all other causes together would not let the meeting in.
    remedies : tuple of Cause
        Those of them that, lifted alone, let the meeting in beside all that was placed before.
    """

    causes: tuple[Cause, ...]
    remedies: tuple[Cause, ...]


def explain_absence(
    mission: Mission,
    pair: Pair,
    *,
    visits: dict[int, tuple[str, ...]],
    placed: Iterable[Pair],
    stop: Stop,
) -> Verdict | None:
    """Find a smallest set of causes that keep a requested meeting out, and what would let it in.

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
        None where time ran out, where the meeting is possible after all, or where no such change helps.

    Notes
    -----
    Deletion-based minimisation (Chinneck and Dravnieks 1991, https://doi.org/10.1287/ijoc.3.2.157): one
    question per cause.
    """
    case = _Case(mission, pair, visits, frozenset(placed), stop)
    causes = list(_possible_causes(mission, pair))
    if case.is_possible_without(()) is not False or case.is_possible_without(causes) is not True:
        return None
    needed = list(causes)
    for cause in causes:
        rest = [other for other in needed if other is not cause]
        lifted = [other for other in causes if other not in rest]
        if stop.is_over():
            return None
        if case.is_possible_without(lifted) is False:
            needed = rest
    remedies = [cause for cause in needed if not stop.is_over() and case.is_possible_without([cause]) is True]
    return Verdict(tuple(needed), tuple(remedies))


def _possible_causes(mission: Mission, pair: Pair) -> Iterator[Cause]:
    """Give every cause that could be lifted, cheapest for the organiser first."""
    yield Cause(Rule.TABLE)
    if mission.needs_interpreter(*sorted(pair)):
        yield Cause(Rule.INTERPRETER_NEEDED)
    for rule in (Rule.DAILY_LIMIT, Rule.ONE_AT_A_TIME, Rule.COMPANY_AWAY, Rule.ATTENDANCE):
        for code in oriented(mission, pair):
            yield Cause(rule, code)
    yield Cause(Rule.WITHIN_BLOCK)


@dataclass(frozen=True)
class _Case:
    """One meeting that was left out, and what must not be given up for it."""

    mission: Mission
    pair: Pair
    visits: dict[int, tuple[str, ...]]
    placed: frozenset[Pair]
    stop: Stop

    def is_possible_without(self, causes: Iterable[Cause]) -> bool | None:
        """Say whether the meeting fits once some causes are lifted."""
        changed = self.mission
        for cause in causes:
            changed = LIFT[cause.rule](changed, self.pair, cause.who)
        asked = asked_for(self.mission)
        candidates = tuple(
            Candidate(*oriented(changed, pair), level_of(changed, pair))
            for pair in asked
            if pair not in self.mission.avoided
        )
        made = MissionProblem(changed, candidates, self.visits)
        held = next(i for i, candidate in enumerate(candidates) if candidate.pair == self.pair)
        return is_possible(
            made.problem,
            held=held,
            at_least=self._at_least(),
            seconds=max(0.1, min(SECONDS, self.stop.seconds_left())),
        )

    def _at_least(self) -> dict[Level, int]:
        """Count, by level, the asked-for meetings that are placed, this one added."""
        kept = [pair for pair in asked_for(self.mission) if pair in self.placed or pair == self.pair]
        levels = [LEVELS[level_of(self.mission, pair)] for pair in kept]
        return {level: levels.count(level) for level in (Level.MUST, Level.WANT)}


def _one_more_table(mission: Mission, _pair: Pair, _who: str) -> Mission:
    venues = [
        venue for block in mission.blocks if block.kind is BlockKind.MEETINGS for venue in mission.venues_of(block)
    ]
    more = tuple(Table(venue=venue, table=NEW) for venue in dict.fromkeys(venues) if venue in mission.tables_at)
    return replace(mission, tables=(*mission.tables, *more))


def _one_more_interpreter(mission: Mission, pair: Pair, _who: str) -> Mission:
    spoken = tuple(dict.fromkeys(lang for code in sorted(pair) for lang in mission.languages_of[code]))
    return replace(mission, interpreters=(*mission.interpreters, Interpreter(code=NEW, name=NEW, languages=spoken)))


def _with_company(mission: Mission, who: str, change: Callable[[Company], Company]) -> Mission:
    return replace(mission, companies=tuple(change(c) if c.code == who else c for c in mission.companies))


def _one_more_a_day(mission: Mission, _pair: Pair, who: str) -> Mission:
    limit = mission.daily_limit(who) + 1
    return _with_company(mission, who, lambda company: replace(company, max_meetings_per_day=limit))


def _one_more_representative(mission: Mission, _pair: Pair, who: str) -> Mission:
    return _with_company(mission, who, lambda company: replace(company, representatives=company.representatives + 1))


def _present(mission: Mission, _pair: Pair, who: str) -> Mission:
    return replace(mission, absences=tuple(a for a in mission.absences if a.who != who))


def _excused(mission: Mission, _pair: Pair, who: str) -> Mission:
    def without(block: ProgrammeBlock) -> ProgrammeBlock:
        if block.kind is BlockKind.MEETINGS or not mission.takes_part(block, who):
            return block
        others = (code for code in mission.company if code != who and mission.takes_part(block, code))
        return replace(block, companies=tuple(others))

    return replace(mission, blocks=tuple(map(without, mission.blocks)))


def _admitted(mission: Mission, pair: Pair, _who: str) -> Mission:
    def admitting(block: ProgrammeBlock) -> ProgrammeBlock:
        if block.kind is not BlockKind.MEETINGS:
            return block
        return replace(block, companies=(*block.companies, *sorted(pair)))

    return replace(mission, blocks=tuple(map(admitting, mission.blocks)))


LIFT: dict[Rule, Callable[[Mission, Pair, str], Mission]] = {
    Rule.TABLE: _one_more_table,
    Rule.INTERPRETER_NEEDED: _one_more_interpreter,
    Rule.DAILY_LIMIT: _one_more_a_day,
    Rule.ONE_AT_A_TIME: _one_more_representative,
    Rule.COMPANY_AWAY: _present,
    Rule.ATTENDANCE: _excused,
    Rule.WITHIN_BLOCK: _admitted,
}
"""The change to a mission that lifts each cause."""

REMEDIES = {
    Rule.TABLE: "one-more-table",
    Rule.INTERPRETER_NEEDED: "one-more-interpreter",
    Rule.DAILY_LIMIT: "one-more-a-day",
    Rule.ONE_AT_A_TIME: "one-more-representative",
    Rule.COMPANY_AWAY: "present",
    Rule.ATTENDANCE: "excused",
    Rule.WITHIN_BLOCK: "admitted",
}
"""What the lifting of each cause is called; ``relaxation-<name>`` puts it into words."""


def remedy(mission: Mission, pair: Pair, cause: Cause) -> Reason:
    """Give the change that lifts a cause as a reason code with its values."""
    if cause.who:
        return Reason(REMEDIES[cause.rule], (("company", cause.who),))
    if cause.rule is Rule.INTERPRETER_NEEDED:
        spoken = dict.fromkeys(lang for code in oriented(mission, pair) for lang in mission.languages_of[code])
        return Reason(REMEDIES[cause.rule], (("languages", tuple(spoken)),))
    return Reason(REMEDIES[cause.rule], (("companies", oriented(mission, pair)),))
