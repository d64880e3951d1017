"""Why a meeting is not in a programme, and what would let it in: the referee is asked.

The meeting is put, on trial, into every slot, and the referee says which rules it would break
there. A slot in which it would break just one is a change worth proposing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

from karvan.mission.calendar import Calendar, MeetingSlot
from karvan.mission.companies import TableRef
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Attendance, Meeting, Programme, Reason, Unplaced
from karvan.mission.rules import Rule
from karvan.scheduling.candidates import level_of, oriented
from karvan.scheduling.lifts import Cost
from karvan.scheduling.referee.block_rules import find_blocks
from karvan.scheduling.referee.check import RULES
from karvan.scheduling.referee.spans import absences, overlap, stay
from karvan.scheduling.referee.violation import Violation

COMPANY_RULES = (
    Rule.WITHIN_BLOCK,
    Rule.BLOCK_DOMAIN,
    Rule.COMPANY_AWAY,
    Rule.ATTENDANCE,
    Rule.TRAVEL,
    Rule.ONE_AT_A_TIME,
    Rule.DAILY_LIMIT,
)
"""Rules about the two companies, those that cannot be helped first."""

INTERPRETER_RULES = (
    Rule.INTERPRETER_AWAY,
    Rule.INTERPRETER_BUSY,
    Rule.INTERPRETER_HOURS,
    Rule.INTERPRETER_PAUSE,
)
"""Rules that an interpreter who speaks the languages must keep to be free."""

SCARCE = frozenset((Rule.TABLE, Rule.HOME_TABLE, Rule.INTERPRETER_NEEDED))
"""Rules that are in the way though both companies are free."""

Causes = frozenset[tuple[Rule, str]]
"""Rules, each with the code of the company that it is about; empty: no one company."""

MOST_RELAXATIONS = 3
"""So many changes are proposed at most."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """One rule that a meeting would break in a slot.

    Attributes
    ----------
    who : str
        The company that it would break it for; empty: both, or none.
    other : str
        The company that `who` meets then.
    """

    rule: Rule
    who: str = ""
    other: str = field(default="", compare=False)


Obstacles = dict[str, tuple[Obstacle, ...]]
"""By the slot's local start, ``2025-12-04 11:30``; no obstacle: the meeting would fit."""


def why_not(
    mission: Mission,
    programme: Programme,
    pair: Pair,
    proved: Causes = frozenset(),
    *,
    earliest: datetime | None = None,
) -> Unplaced:
    """Say why two companies do not meet in a programme, and what would make it possible.

    Parameters
    ----------
    proved : set of (rule, company code)
        Causes that are proved to keep the meeting out: where one of them is in the way, it is told
        rather than another, so that the reasons are few.
    earliest : datetime or None
        Slots that start before have begun, and are no choice any more.

    Returns
    -------
    Unplaced
        Reasons for the organiser's eyes: where an `avoid` is the cause, it is named, and the text
        for a company must come from somewhere else. Each slot counts once: for a proved cause, else
        for the first rule, in the order of `COMPANY_RULES`, that is in the way there; where both are
        free in some of the slots, these are named first. Where nothing is in the way in some slot,
        the only reason says so, and whether anybody asked. Relaxations are changes after which the
        meeting fits into the programme as it stands.
    """
    company, counterpart = oriented(mission, pair)
    found = obstacles(mission, programme, pair, earliest=earliest)
    reasons = _reasons(mission, pair, found, proved)
    if not found and not is_barred(mission, pair) and obstacles(mission, programme, pair):
        reasons = (Reason("too-late", (("companies", tuple(sorted(pair))),)),)
    return Unplaced(
        company=company,
        counterpart=counterpart,
        level=level_of(mission, pair),
        reasons=reasons,
        relaxations=() if is_barred(mission, pair) else tuple(_relaxations(found)),
    )


def obstacles(mission: Mission, programme: Programme, pair: Pair, *, earliest: datetime | None = None) -> Obstacles:
    """Give, for every slot of a block that both companies may use, the rules in the way there."""
    visits = visits_of(mission, programme)
    excerpt = excerpt_of(mission, programme, pair)
    found: dict[str, tuple[Obstacle, ...]] = {}
    for slot in Calendar(mission, visits).slots:
        if earliest is not None and slot.span.start < earliest:
            continue
        in_way = tuple(_obstacles_in(mission, excerpt, programme, pair, slot))
        key = f"{slot.span.start:%Y-%m-%d %H:%M}"
        if Obstacle(Rule.WITHIN_BLOCK) in in_way:
            continue
        if key not in found or len(in_way) < len(found[key]):
            found[key] = in_way
    return found


def visits_of(mission: Mission, programme: Programme) -> dict[int, tuple[str, ...]]:
    """Give who goes on each visit that is a choice, by the index of its block."""
    found = find_blocks(mission, programme.visits)
    return {index: visit.companies for index, visit in found.items() if mission.blocks[index].is_assigned}


def excerpt_of(mission: Mission, programme: Programme, pair: Pair) -> Mission:
    """Give the mission as it concerns two companies and those they meet, to keep the referee quick."""
    codes = pair.union(*(m.pair for code in pair for m in programme.meetings_of(code)))
    return replace(
        mission,
        companies=tuple(c for c in mission.companies if c.code in codes),
        opportunities=tuple(row for row in mission.opportunities if row.company in codes),
        text_languages=(),
        people=(),
        requests=tuple(row for row in mission.requests if row.pair <= codes),
        fixed=tuple(row for row in mission.fixed if row.pair <= codes),
    )


def _obstacles_in(
    mission: Mission, excerpt: Mission, programme: Programme, pair: Pair, slot: MeetingSlot
) -> Iterator[Obstacle]:
    company, counterpart = oriented(mission, pair)
    trial = Meeting(
        company=company,
        counterpart=counterpart,
        start=slot.span.start,
        end=slot.span.end,
        venue=slot.span.venue,
    )
    yield from company_obstacles(mission, excerpt, programme, trial)
    yield from _table_obstacles(mission, programme, trial)
    yield from _interpreter_obstacles(mission, programme, trial)


def company_obstacles(mission: Mission, excerpt: Mission, programme: Programme, trial: Meeting) -> Iterator[Obstacle]:
    """Give the rules about its two companies that a meeting would break, and whether it was agreed otherwise.

    Parameters
    ----------
    excerpt : Mission
        As `excerpt_of` gives it.
    """
    pair = trial.pair
    if _agreed_otherwise(mission, trial):
        yield Obstacle(Rule.FIXED)
    own = dict.fromkeys(m for code in sorted(pair) for m in programme.meetings_of(code))
    with_trial = Programme(
        status="", meetings=(*own, trial), visits=_part(programme.visits, pair), blocks=_part(programme.blocks, pair)
    )
    for rule in COMPANY_RULES:
        for violation in RULES[rule](excerpt, with_trial):
            if trial in violation.meetings:
                is_of_both = rule in (Rule.WITHIN_BLOCK, Rule.BLOCK_DOMAIN)
                who = "" if is_of_both else violation.who[0]
                held = next((m for m in violation.meetings if m != trial), trial)
                yield Obstacle(rule, who, held.other(who) if who else "")


def _interpreter_obstacles(mission: Mission, programme: Programme, trial: Meeting) -> Iterator[Obstacle]:
    """Give what keeps a meeting from an interpreter, if it needs one."""
    is_agreed = any(row.interpreter for row in mission.fixed if row.pair == trial.pair)
    if (is_agreed or mission.needs_interpreter(*trial.pair)) and not any(free_interpreters(mission, programme, trial)):
        yield Obstacle(Rule.INTERPRETER_NEEDED)
        yield from (Obstacle(Rule.FIXED) for _ in range(is_agreed))


def _part(attendances: tuple[Attendance, ...], pair: Pair) -> tuple[Attendance, ...]:
    """Give visits or blocks as they concern two companies."""
    own = (replace(a, companies=tuple(code for code in a.companies if code in pair)) for a in attendances)
    return tuple(a for a in own if a.companies)


def _agreed_otherwise(mission: Mission, trial: Meeting) -> bool:
    """Whether the meeting was agreed for another time or place."""
    agreed = tuple(replace(row, interpreter="") for row in mission.fixed if row.pair == trial.pair)
    tables = [table for row in agreed if row.table for table in mission.find_tables(row.table)]
    seated = replace(trial, table=tables[0].table) if tables else trial
    only_this = replace(mission, fixed=agreed)
    return any(RULES[Rule.FIXED](only_this, Programme(status="", meetings=(seated,))))


def _table_obstacles(mission: Mission, programme: Programme, trial: Meeting) -> Iterator[Obstacle]:
    """Give what keeps a meeting from a table: a home table, or the want of any."""
    homes = {code: home for code in sorted(trial.pair) if (home := mission.company[code].home_table)}
    agreed = [row.table for row in mission.fixed if row.pair == trial.pair and row.table]
    free = _free_tables(mission, programme, trial)

    def fits(*homes: TableRef) -> bool:
        places = {table for ref in (*homes, *agreed) for table in mission.find_tables(ref)}
        return bool(free) if not places else len(places) == 1 and places <= free

    if fits(*homes.values()):
        return
    culprits = [code for code in homes if fits(*(home for other, home in homes.items() if other != code))]
    yield from (Obstacle(Rule.HOME_TABLE, code) for code in culprits[:1] or homes)
    if not fits():
        yield Obstacle(Rule.TABLE)
        yield from (Obstacle(Rule.FIXED) for _ in agreed)


def _free_tables(mission: Mission, programme: Programme, trial: Meeting) -> set[TableRef]:
    """Give the tables of the venue at which nobody sits meanwhile; one without a name where none has."""
    taken = {
        m.table for m in programme.meetings if m.venue == trial.venue and m.start < trial.end and trial.start < m.end
    }
    tables = mission.tables_at.get(trial.venue)
    if tables is None:
        return {TableRef(trial.venue, "")}
    refs = {TableRef(trial.venue, table) for table in tables if table not in taken}
    return {ref for ref in refs if not any(overlap(stay(trial), lost) for lost in absences(mission, str(ref)))}


def free_interpreters(mission: Mission, programme: Programme, trial: Meeting) -> Iterator[str]:
    """Give the interpreters who could take a meeting on: the agreed one, else those who speak the languages."""
    agreed = {row.interpreter for row in mission.fixed if row.pair == trial.pair} - {""}
    for interpreter in mission.interpreters:
        can_serve = interpreter.code in agreed or (not agreed and mission.can_interpret(interpreter, *trial.pair))
        if can_serve and not any(_breaks(mission, programme, replace(trial, interpreter=interpreter.code))):
            yield interpreter.code


def _breaks(mission: Mission, programme: Programme, trial: Meeting) -> Iterator[Violation]:
    """Give the interpreter rules that a meeting would break."""
    near = timedelta(days=1)
    own = (m for m in programme.interpreted_by(trial.interpreter) if abs(m.start - trial.start) < near)
    alone = replace(mission, interpreters=(mission.interpreter[trial.interpreter],))
    with_trial = Programme(status="", meetings=(*own, trial))
    for rule in INTERPRETER_RULES:
        yield from RULES[rule](alone, with_trial)


def _reasons(mission: Mission, pair: Pair, found: Obstacles, proved: Causes) -> tuple[Reason, ...]:
    if is_barred(mission, pair):
        return (Reason((Rule.AVOID if pair in mission.avoided else Rule.SAME_SIDE).value),)
    if not found:
        return (Reason(Rule.WITHIN_BLOCK.value, (("companies", tuple(sorted(pair))),)),)
    free = tuple(time for time, in_way in found.items() if not in_way)
    if free:
        return (Reason(_cause_with_room(mission, pair), (("times", free),)),)
    times: dict[Obstacle, list[str]] = defaultdict(list)
    for time, in_way in found.items():
        telling = (each for each in in_way if (each.rule, each.who) in proved)
        times[next(telling, in_way[0])].append(time)
    ordered = sorted(times.items(), key=lambda item: (-len(item[1]), item[0].rule, item[0].who))
    return (*_free_together(pair, found), *(_reason(obstacle, own, len(found)) for obstacle, own in ordered))


def _free_together(pair: Pair, found: Obstacles) -> Iterator[Reason]:
    """Say when both companies are free, where that is in some of the slots only."""
    times = tuple(time for time, in_way in found.items() if in_way[0].rule in SCARCE)
    if 0 < len(times) < len(found):
        yield Reason("free-together", (("companies", tuple(sorted(pair))), ("times", times)))


def is_barred(mission: Mission, pair: Pair) -> bool:
    """Whether two companies do not meet whatever room there is."""
    sides = {mission.company[code].side for code in pair}
    return pair in mission.avoided or (len(sides) == 1 and not mission.is_asked_for(pair))


def _cause_with_room(mission: Mission, pair: Pair) -> str:
    """Say why two companies do not meet though there is room: the code of a reason."""
    if mission.is_asked_for(pair):
        return "room-left"
    return "not-accepted" if any(request.pair == pair for request in mission.requests) else "not-asked-for"


def _reason(obstacle: Obstacle, times: list[str], total: int) -> Reason:
    who = (("company", obstacle.who),) if obstacle.who else ()
    said = (("n", len(times)), ("total", total), ("times", tuple(times)))
    return Reason(obstacle.rule.value, (*who, *said))


def _relaxations(found: Obstacles) -> Iterator[Reason]:
    """Give changes that remove the only obstacle of a slot, one for each kind, cheapest first."""
    single = [(time, row[0]) for time, row in found.items() if len(row) == 1]
    proposals = [_relaxation(time, obstacle) for time, obstacle in single]
    proposals.sort(key=lambda item: item[0])
    seen: set[tuple[str, str]] = set()
    for _, reason in proposals:
        key = reason.code, str(dict(reason.values).get("company", ""))
        if key not in seen and len(seen) < MOST_RELAXATIONS:
            seen.add(key)
            yield reason


RELAXATION_COST = {
    Rule.HOME_TABLE: Cost.COMPANY,
    Rule.COMPANY_AWAY: Cost.COMPANY,
    Rule.ATTENDANCE: Cost.COMPANY,
    Rule.INTERPRETER_NEEDED: Cost.INTERPRETER,
    Rule.TABLE: Cost.TABLE,
    Rule.DAILY_LIMIT: Cost.LIMIT,
    Rule.TRAVEL: Cost.LIMIT,
    Rule.BLOCK_DOMAIN: Cost.LIMIT,
    Rule.ONE_AT_A_TIME: Cost.MEETING,
    Rule.FIXED: Cost.AGREEMENT,
}
"""What it costs an organiser to remove an obstacle; a lower cost is proposed first."""


def _relaxation(time: str, obstacle: Obstacle) -> tuple[int, Reason]:
    values: list[tuple[str, str | int | tuple[str, ...]]] = [("times", (time,))]
    if obstacle.who:
        values.append(("company", obstacle.who))
    if obstacle.rule is Rule.ONE_AT_A_TIME:
        values.append(("other", obstacle.other))
    return RELAXATION_COST[obstacle.rule], Reason(obstacle.rule.value, tuple(values))
