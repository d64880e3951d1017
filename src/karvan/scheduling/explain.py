"""Why a meeting is not in a programme, and what would let it in: the referee is asked.

The meeting is put, on trial, into every slot, and the referee says which rules it would break
there. A slot in which it would break just one is a change worth proposing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from karvan.mission.companies import TableRef
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Meeting, Programme, Reason, Unplaced
from karvan.mission.rules import Rule
from karvan.scheduling.candidates import level_of, oriented
from karvan.scheduling.lifts import Cost
from karvan.scheduling.room import Obstacle, Room

SCARCE = frozenset((Rule.TABLE, Rule.HOME_TABLE, Rule.INTERPRETER_NEEDED))
"""Rules that are in the way though both companies are free."""

Causes = frozenset[tuple[Rule, str]]
"""Rules, each with the code of the company that it is about; empty: no one company."""

MOST_RELAXATIONS = 3
"""So many changes are proposed at most."""


Obstacles = dict[str, tuple[Obstacle, ...]]
"""By the slot's local start, ``2025-12-04 11:30``; no obstacle: the meeting would fit."""


def why_not(
    mission: Mission,
    programme: Programme,
    pair: Pair,
    proved: Causes = frozenset(),
    *,
    earliest: datetime | None = None,
    room: Room | None = None,
) -> Unplaced:
    """Say why two companies do not meet in a programme, and what would make it possible.

    Parameters
    ----------
    proved : set of (rule, company code)
        Causes that are proved to keep the meeting out: where one of them is in the way, it is told
        rather than another, so that the reasons are few.
    earliest : datetime or None
        Slots that start before have begun, and are no choice any more.
    room : Room or None
        Of the same programme, where many pairs are asked about.

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
    room = room or Room(mission, programme)
    found = obstacles(mission, programme, pair, earliest=earliest, room=room)
    reasons = _reasons(mission, pair, found, proved)
    if not found and not is_barred(mission, pair) and obstacles(mission, programme, pair, room=room):
        reasons = (Reason("too-late", (("companies", tuple(sorted(pair))),)),)
    return Unplaced(
        company=company,
        counterpart=counterpart,
        level=level_of(mission, pair),
        reasons=reasons,
        relaxations=() if is_barred(mission, pair) else tuple(_relaxations(found)),
    )


def obstacles(
    mission: Mission,
    programme: Programme,
    pair: Pair,
    *,
    earliest: datetime | None = None,
    room: Room | None = None,
) -> Obstacles:
    """Give, for every slot of a block that both companies may use, the rules in the way there."""
    room = room or Room(mission, programme)
    company, counterpart = oriented(mission, pair)
    spans = [slot.span for slot in room.slots if earliest is None or slot.span.start >= earliest]
    trials = [
        Meeting(company=company, counterpart=counterpart, start=span.start, end=span.end, venue=span.venue)
        for span in spans
    ]
    found: dict[str, tuple[Obstacle, ...]] = {}
    for trial, shared in room.of_companies(trials).items():
        if Obstacle(Rule.WITHIN_BLOCK) in shared:
            continue
        in_way = (*shared, *_table_obstacles(room, trial), *_interpreter_obstacles(room, trial))
        key = f"{trial.start:%Y-%m-%d %H:%M}"
        if key not in found or len(in_way) < len(found[key]):
            found[key] = in_way
    return found


def _interpreter_obstacles(room: Room, trial: Meeting) -> Iterator[Obstacle]:
    """Give what keeps a meeting from an interpreter, if it needs one."""
    mission = room.mission
    is_agreed = any(row.interpreter for row in mission.fixed if row.pair == trial.pair)
    if (is_agreed or mission.needs_interpreter(*trial.pair)) and not any(room.free_interpreters(trial)):
        yield Obstacle(Rule.INTERPRETER_NEEDED)
        yield from (Obstacle(Rule.FIXED) for _ in range(is_agreed))


def _table_obstacles(room: Room, trial: Meeting) -> Iterator[Obstacle]:
    """Give what keeps a meeting from a table: a home table, or the want of any."""
    mission = room.mission
    homes = {code: home for code in sorted(trial.pair) if (home := mission.company[code].home_table)}
    agreed = [row.table for row in mission.fixed if row.pair == trial.pair and row.table]
    free = _free_tables(room, trial)

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


def _free_tables(room: Room, trial: Meeting) -> set[TableRef]:
    """Give the tables of the venue at which nobody sits meanwhile; one without a name where none has."""
    tables = room.mission.tables_at.get(trial.venue)
    if tables is None:
        return {TableRef(trial.venue, "")}
    blocked = room.taken(trial).keys() | room.lost(trial)
    return {TableRef(trial.venue, table) for table in tables if table not in blocked}


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
