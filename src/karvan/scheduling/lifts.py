"""Changes that an organiser could make to let a meeting in, each with the cause that it lifts and what it costs."""

from __future__ import annotations

import enum
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial, reduce

from karvan.mission.blocks import BlockKind
from karvan.mission.calendar import Calendar, Span, minutes_between
from karvan.mission.companies import Company
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Reason
from karvan.mission.resources import Absence, Interpreter, Table
from karvan.mission.rules import Rule
from karvan.scheduling.candidates import oriented

NEW = "+1"
"""Code of an interpreter or table that there might be."""


class Cost(enum.IntEnum):
    """What a change costs an organiser; a lower one is always proposed first."""

    NOTHING = 0
    """Nobody gives anything up: others move within the time that they have."""
    COMPANY = 1
    """One company is there for longer, is excused from a block, or sits elsewhere."""
    INTERPRETER = 2
    """One more interpreter."""
    TABLE = 3
    """One more table."""
    LIMIT = 4
    """A limit is raised: meetings a day, representatives, whom a block admits, the time for a way."""
    MEETING = 5
    """Another meeting is given up."""
    AGREEMENT = 6
    """What was agreed for the meeting is changed."""


@dataclass(frozen=True, slots=True)
class Cause:
    """One rule that may keep a meeting out; `who` is the company that it concerns, if one."""

    rule: Rule
    who: str = ""


@dataclass(frozen=True, slots=True)
class Situation:
    """A mission, who goes on its visits, and which meetings are not held for the sake of another."""

    mission: Mission
    visits: dict[int, tuple[str, ...]]
    given_up: frozenset[Pair] = frozenset()


@dataclass(frozen=True, slots=True)
class Change:
    """One change; changes can be made one after the other.

    Attributes
    ----------
    reason : Reason
        ``change-<code>`` puts it into words.
    make : callable
        Gives the situation as it would be.
    """

    cost: Cost
    reason: Reason
    make: Callable[[Situation], Situation] = field(compare=False)


def changed(situation: Situation, changes: tuple[Change, ...]) -> Situation:
    """Give a situation after some changes."""
    return reduce(lambda so_far, change: change.make(so_far), changes, situation)


def causes_of(situation: Situation, pair: Pair) -> dict[Cause, tuple[Change, ...]]:
    """Give every cause that may keep two companies apart, with the changes that together lift it."""
    company, counterpart = oriented(situation.mission, pair)
    rows = {Cause(rule): tuple(lift(situation, pair)) for rule, lift in LIFTS_FOR_BOTH.items()}
    for rule, lift in LIFTS_FOR_ONE.items():
        rows |= {Cause(rule, who): tuple(lift(situation, who)) for who in (company, counterpart)}
    return {cause: changes for cause, changes in rows.items() if changes}


def give_up(mission: Mission, pair: Pair) -> Change:
    """Give the change that another meeting is not held."""
    reason = Reason("given-up", (("companies", oriented(mission, pair)),))
    return Change(Cost.MEETING, reason, lambda now: replace(now, given_up=now.given_up | {pair}))


# ---- for both companies -----------------------------------------------------------------------


def _tables(situation: Situation, _pair: Pair) -> Iterator[Change]:
    mission = situation.mission
    meetings = [block for block in mission.blocks if block.kind is BlockKind.MEETINGS]
    for venue in dict.fromkeys(venue for block in meetings for venue in mission.venues_of(block)):
        if venue in mission.tables_at:
            more = partial(_with_table, venue=venue)
            yield Change(Cost.TABLE, Reason("one-more-table", (("venue", venue),)), more)


def _with_table(now: Situation, venue: str) -> Situation:
    tables = (*now.mission.tables, Table(venue=venue, table=NEW))
    return replace(now, mission=replace(now.mission, tables=tables))


def _interpreter(situation: Situation, pair: Pair) -> Iterator[Change]:
    mission = situation.mission
    if mission.needs_interpreter(*sorted(pair)):
        spoken = tuple(dict.fromkeys(lang for code in oriented(mission, pair) for lang in mission.languages_of[code]))
        reason = Reason("one-more-interpreter", (("languages", spoken),))
        yield Change(Cost.INTERPRETER, reason, partial(_with_interpreter, spoken=spoken))


def _with_interpreter(now: Situation, spoken: tuple[str, ...]) -> Situation:
    interpreters = (*now.mission.interpreters, Interpreter(code=NEW, name=NEW, languages=spoken))
    return replace(now, mission=replace(now.mission, interpreters=interpreters))


def _admission(situation: Situation, pair: Pair) -> Iterator[Change]:
    mission = situation.mission
    for index, block in enumerate(mission.blocks):
        if block.kind is BlockKind.MEETINGS and not all(mission.takes_part(block, code) for code in pair):
            times = _slots_in(situation, Calendar(mission).span_of(block))
            values = (("companies", oriented(mission, pair)), ("times", times))
            yield Change(Cost.LIMIT, Reason("admitted", values), partial(_admitting, index=index, pair=pair))


def _admitting(now: Situation, index: int, pair: Pair) -> Situation:
    block = now.mission.blocks[index]
    return _with_block(now, index, (*block.companies, *sorted(pair)))


def _no_way(situation: Situation, _pair: Pair) -> Iterator[Change]:
    if situation.mission.travel:
        yield Change(Cost.LIMIT, Reason("no-way"), lambda now: replace(now, mission=replace(now.mission, travel=())))


LIFTS_FOR_BOTH: dict[Rule, Callable[[Situation, Pair], Iterator[Change]]] = {
    Rule.TABLE: _tables,
    Rule.INTERPRETER_NEEDED: _interpreter,
    Rule.WITHIN_BLOCK: _admission,
    Rule.TRAVEL: _no_way,
}
"""What lifts a cause that is about both companies."""


# ---- for one company ----------------------------------------------------------------------------


def _one_more_a_day(_situation: Situation, who: str) -> Iterator[Change]:
    def raised(now: Situation) -> Situation:
        limit = now.mission.daily_limit(who) + 1
        return _with_company(now, who, lambda company: replace(company, max_meetings_per_day=limit))

    yield Change(Cost.LIMIT, Reason("one-more-a-day", (("company", who),)), raised)


def _one_more_representative(_situation: Situation, who: str) -> Iterator[Change]:
    def joined(now: Situation) -> Situation:
        return _with_company(now, who, lambda company: replace(company, representatives=company.representatives + 1))

    yield Change(Cost.LIMIT, Reason("one-more-representative", (("company", who),)), joined)


def _another_table(situation: Situation, who: str) -> Iterator[Change]:
    if situation.mission.company[who].home_table:
        freed = partial(_with_company, who=who, change=lambda company: replace(company, home_table=None))
        yield Change(Cost.COMPANY, Reason("another-table", (("company", who),)), freed)


def _present(situation: Situation, who: str) -> Iterator[Change]:
    for absence in dict.fromkeys(row for row in situation.mission.absences if row.who == who):
        alone = replace(situation.mission, absences=(absence,))
        (span,) = Calendar(alone).absences(who)
        values = (("company", who), ("times", _slots_in(situation, span)))
        yield Change(Cost.COMPANY, Reason("present", values), partial(_without_absence, absence=absence))


def _without_absence(now: Situation, absence: Absence) -> Situation:
    absences = tuple(row for row in now.mission.absences if row != absence)
    return replace(now, mission=replace(now.mission, absences=absences))


def _excused(situation: Situation, who: str) -> Iterator[Change]:
    mission = situation.mission
    assigned = {index for index, codes in situation.visits.items() if who in codes}
    for index in sorted({*mission.binding_blocks(who), *assigned}):
        values = (("company", who), ("times", _slots_in(situation, Calendar(mission).span_of(mission.blocks[index]))))
        yield Change(Cost.COMPANY, Reason("excused", values), partial(_without_company, index=index, who=who))


def _without_company(now: Situation, index: int, who: str) -> Situation:
    if index in now.visits:
        rest = tuple(code for code in now.visits[index] if code != who)
        return replace(now, visits=now.visits | {index: rest})
    block = now.mission.blocks[index]
    others = (code for code in now.mission.company if code != who and now.mission.takes_part(block, code))
    return _with_block(now, index, tuple(others))


LIFTS_FOR_ONE: dict[Rule, Callable[[Situation, str], Iterator[Change]]] = {
    Rule.DAILY_LIMIT: _one_more_a_day,
    Rule.ONE_AT_A_TIME: _one_more_representative,
    Rule.HOME_TABLE: _another_table,
    Rule.COMPANY_AWAY: _present,
    Rule.ATTENDANCE: _excused,
}
"""What lifts a cause that is about one company."""


def _with_company(now: Situation, who: str, change: Callable[[Company], Company]) -> Situation:
    companies = tuple(change(c) if c.code == who else c for c in now.mission.companies)
    return replace(now, mission=replace(now.mission, companies=companies))


def _with_block(now: Situation, index: int, companies: tuple[str, ...]) -> Situation:
    blocks = tuple(
        replace(block, companies=companies) if at == index else block for at, block in enumerate(now.mission.blocks)
    )
    return replace(now, mission=replace(now.mission, blocks=blocks))


def _slots_in(situation: Situation, span: Span) -> tuple[str, ...]:
    """Give the times of the mission's slots that a span takes: the span's own where it takes none."""
    slots = (slot.span for slot in Calendar(situation.mission).slots)
    touched = [s.start for s in slots if minutes_between(s.start, span.end) > 0 < minutes_between(span.start, s.end)]
    return tuple(dict.fromkeys(f"{start:%Y-%m-%d %H:%M}" for start in touched or [span.start]))
