"""The goals of a programme counted from the mission and the programme alone, in the plainest way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from itertools import combinations, pairwise

from karvan.mission.blocks import BlockKind
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Meeting, Programme
from karvan.mission.requests import RequestLevel, RequestStatus


def levels(mission: Mission) -> dict[Pair, str]:
    """Give what was asked for and accepted, read from the rows themselves."""
    found: dict[Pair, str] = {}
    for row in mission.requests:
        if row.status is RequestStatus.ACCEPTED and row.level is not RequestLevel.AVOID:
            found[row.pair] = min(row.level.value, found.get(row.pair, "want"))  # "must" < "want"
    return found | {row.pair: "fixed" for row in mission.fixed}


def goals_of(mission: Mission, scores: Mapping[Pair, float], programme: Programme) -> dict[str, int]:
    """Count every goal of a programme."""
    met = [m.pair for m in programme.meetings]
    asked, least = levels(mission), mission.settings.min_meetings_per_company
    counts = {code: sum(code in pair for pair in met) for code in mission.company}
    return {
        "must": sum(asked.get(pair) in {"must", "fixed"} for pair in met),
        "want": sum(asked.get(pair) == "want" for pair in met),
        "shortfall": sum(max(0, least - n) for n in counts.values()),
        "suggestions": sum(round(100 * scores[pair]) for pair in met if pair not in asked),
        "worst_off": min((counts[code] for code in _with_a_chance(mission, scores)), default=0),
        "breaks": sum(len(_gaps(mission, programme, code)) for code in mission.company),
        "fairness": max((len(_gaps(mission, programme, code)) for code in mission.company), default=0),
        "idle_slots": sum(sum(_gaps(mission, programme, code)) for code in mission.company),
        "table_changes": sum(_changes(mission, programme, code, ("venue", "table")) for code in mission.company),
        "venue_changes": sum(_changes(mission, programme, code, ("venue",)) for code in mission.company),
    }


def _changes(mission: Mission, programme: Programme, code: str, what: tuple[str, ...]) -> int:
    own = sorted(programme.meetings_of(code), key=lambda m: (m.start, m.end, m.venue))
    zone = mission.settings.zone
    return sum(
        a.start.astimezone(zone).date() == b.start.astimezone(zone).date()
        and any(getattr(a, name) != getattr(b, name) for name in what)
        for a, b in pairwise(own)
    )


def pairs(mission: Mission, scores: Iterable[Pair]) -> list[Pair]:
    """Give the pairs that may meet at all."""
    asked = levels(mission)
    rows = {row.pair for row in mission.requests}
    suggested = [p for p in scores if p not in rows | asked.keys() and len({code[0] for code in p}) == 2]
    avoided = {row.pair for row in mission.requests if row.level is RequestLevel.AVOID}
    return [p for p in (*asked, *suggested) if p not in avoided]


def _with_a_chance(mission: Mission, scores: Iterable[Pair]) -> set[str]:
    return {code for pair in pairs(mission, scores) for code in pair}


def slots(mission: Mission) -> list[tuple[datetime, datetime, str, int]]:
    """Give start, end, venue and block of every slot."""
    length, change = (
        timedelta(minutes=n) for n in (mission.settings.slot_minutes, mission.settings.changeover_minutes)
    )
    found = []
    for index, block in enumerate(mission.blocks):
        if block.kind is not BlockKind.MEETINGS:
            continue
        start, end = (
            datetime.combine(block.date, clock, mission.settings.zone).astimezone(UTC)
            for clock in (block.start, block.end)
        )
        while start + length <= end:
            venues = [block.venue] if block.venue else sorted({t.venue for t in mission.tables}) or [""]
            found += [(start, start + length, venue, index) for venue in venues]
            start += length + change
    return found


def _gaps(mission: Mission, programme: Programme, code: str) -> list[int]:
    """Give the idle slots of each break of a company, as many as fit one after the other."""
    side = mission.company[code].side.value
    own = [
        (start, end)
        for start, end, venue, index in slots(mission)
        if {code, side, "*"} & set(mission.blocks[index].companies)
        and all(_apart(mission, (start, end, venue), (a.start, a.end, a.venue)) for a in programme.attended_by(code))
    ]
    busy = sorted((m.start.astimezone(UTC), m.end.astimezone(UTC)) for m in programme.meetings_of(code))
    found = []
    for (_, end), (start, _) in pairwise(busy):
        until = max(e for s, e in busy if s < start) if any(s < start for s, _ in busy) else end
        same_day = end.astimezone(mission.settings.zone).date() == start.astimezone(mission.settings.zone).date()
        idle = [(s, e) for s, e in own if s >= until and e <= start]
        if same_day and idle:
            found.append(max(n for n in range(1, len(idle) + 1) if any(map(_in_row, combinations(sorted(idle), n)))))
    return found


def _in_row(spans: tuple[tuple[datetime, datetime], ...]) -> bool:
    return all(a[1] <= b[0] for a, b in pairwise(spans))


Stay = tuple[datetime, datetime, str]


def _apart(mission: Mission, a: Stay, b: Stay) -> bool:
    first, then = sorted((a, b), key=lambda stay: stay[0])
    way = {(row.origin, row.destination): row.minutes for row in mission.travel}
    there = (first[2], then[2])
    minutes = 0 if there[0] == there[1] else way.get(there, way.get(there[::-1], 0))
    return then[0] - first[1] >= timedelta(minutes=minutes)


def choices(mission: Mission, pair: Pair) -> list[tuple[Meeting, ...]]:
    """Give every way to hold a meeting, one row for each slot: its tables and interpreters."""
    a, b = sorted(pair, reverse=True)
    rows = []
    for start, end, venue in dict.fromkeys(slot[:3] for slot in slots(mission)):
        tables = [t.table for t in mission.tables if t.venue == venue] or [""]
        helpers = ["", *(i.code for i in mission.interpreters)]
        zone = mission.settings.zone
        rows.append(
            tuple(
                Meeting(
                    company=a,
                    counterpart=b,
                    start=start.astimezone(zone),
                    end=end.astimezone(zone),
                    venue=venue,
                    table=table,
                    interpreter=helper,
                )
                for table in tables
                for helper in helpers
            )
        )
    return rows
