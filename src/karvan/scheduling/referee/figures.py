"""Key figures of a programme, recomputed from the mission and the programme alone.

Each figure keeps its numerator and denominator; the glossary has the formulas.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import UTC, datetime, timedelta
from itertools import pairwise

from karvan.mission.blocks import EVERYBODY, BlockKind, ProgrammeBlock
from karvan.mission.mission import Mission
from karvan.mission.programme import Figure, Meeting, Programme
from karvan.mission.requests import RequestLevel
from karvan.scheduling.referee.spans import Stay, block_stay, by_day, is_too_far, minutes, overlap, stay


def figures(mission: Mission, programme: Programme) -> dict[str, Figure]:
    """Compute every figure of a programme.

    Returns
    -------
    dict of str to Figure
        ``meetings``, ``must``, ``want`` (placed of accepted), ``suggestions``, ``fixed``,
        ``coverage`` (companies with at least the mission's minimum, or one, of all),
        ``fewest_meetings`` (of any company), ``breaks``, ``most_breaks`` (of one company),
        ``companies_without_break``, ``idle_slots``, ``table_use``, ``interpreted``,
        ``interpreter_minutes``, ``table_changes``, ``venue_changes``.
    """
    met = {meeting.pair for meeting in programme.meetings}
    counts = [len(programme.meetings_of(code)) for code in mission.company]
    slots = _own_slots(mission)
    gaps = [_gaps(mission, programme, slots, code) for code in mission.company]
    breaks = [len(row) for row in gaps]
    wanted = max(1, mission.settings.min_meetings_per_company)
    return {
        "meetings": Figure(len(programme.meetings)),
        "must": _placed(mission, met, RequestLevel.MUST),
        "want": _placed(mission, met, RequestLevel.WANT),
        "fixed": Figure(len(met & mission.fixed_pairs), len(mission.fixed_pairs)),
        "suggestions": Figure(sum(not mission.is_asked_for(pair) for pair in met)),
        "coverage": Figure(sum(n >= wanted for n in counts), len(counts)),
        "fewest_meetings": Figure(min(counts, default=0)),
        "breaks": Figure(sum(breaks)),
        "most_breaks": Figure(max(breaks, default=0)),
        "companies_without_break": Figure(sum(n == 0 for n in breaks), len(breaks)),
        "idle_slots": Figure(sum(map(sum, gaps))),
        "table_use": _table_use(mission, programme),
        "interpreted": Figure(sum(bool(m.interpreter) for m in programme.meetings), len(programme.meetings)),
        "interpreter_minutes": Figure(sum(minutes(m) for m in programme.meetings if m.interpreter)),
        "table_changes": Figure(sum(_changes(mission, programme, "table"))),
        "venue_changes": Figure(sum(_changes(mission, programme, "venue"))),
    }


def count_breaks(mission: Mission, programme: Programme, code: str) -> int:
    """Count the breaks of one company, as `figures` counts those of all."""
    return len(_gaps(mission, programme, _own_slots(mission), code))


def _placed(mission: Mission, met: set[frozenset[str]], level: RequestLevel) -> Figure:
    asked = {pair for pair, own in mission.requested.items() if own is level}
    return Figure(len(asked & met), len(asked))


def slots_of_block(mission: Mission, block: ProgrammeBlock) -> list[tuple[datetime, datetime]]:
    """Give the slots of a meetings block in UTC, as the workbook's rule says them."""
    start, end, _ = block_stay(mission, block)
    length = timedelta(minutes=mission.settings.slot_minutes)
    step = length + timedelta(minutes=mission.settings.changeover_minutes)
    found = []
    while start + length <= end:
        found.append((start, start + length))
        start += step
    return found


Own = dict[tuple[str, ...], list[Stay]]
"""The slots at each venue of the meetings blocks that name the same companies."""


def _own_slots(mission: Mission) -> Own:
    rows: Own = defaultdict(list)
    for block in mission.blocks:
        if block.kind is BlockKind.MEETINGS:
            times = slots_of_block(mission, block)
            rows[block.companies] += [(*time, venue) for time in times for venue in mission.venues_of(block)]
    return rows


def _gaps(mission: Mission, programme: Programme, slots: Own, code: str) -> list[int]:
    """Give the idle slots in each break of a company; blocks that it attends are no gap."""
    days = [day for day in by_day(mission, programme.meetings_of(code)) if len(day) > 1]
    if not days:
        return []
    attended = [(a.start, a.end, a.venue) for a in programme.attended_by(code)]
    named = {code, mission.company[code].side.value, EVERYBODY}
    own = [slot for companies, row in slots.items() if not named.isdisjoint(companies) for slot in row]
    free = [slot for slot in own if not any(overlap(slot, a) or is_too_far(mission, slot, a) for a in attended)]
    gaps = []
    for meetings in days:
        last = stay(meetings[0])[1]
        for start, end, _ in map(stay, meetings[1:]):
            idle = [slot for slot in free if slot[0] >= last and slot[1] <= start]
            gaps += [_most_in_a_row(idle)] if idle else []
            last = max(last, end)
    return gaps


def _most_in_a_row(stays: list[Stay]) -> int:
    count, end = 0, datetime.min.replace(tzinfo=UTC)
    for start, stop, _ in sorted(stays, key=lambda slot: slot[1]):
        if start >= end:
            count, end = count + 1, stop
    return count


def _table_use(mission: Mission, programme: Programme) -> Figure:
    """Meetings at tables, of all tables in all slots of the blocks at their venues."""
    places = sum(
        len(slots_of_block(mission, block)) * len(mission.tables_at.get(venue, ()))
        for block in mission.blocks
        if block.kind is BlockKind.MEETINGS
        for venue in mission.venues_of(block)
    )
    return Figure(sum(bool(m.table) for m in programme.meetings), places)


def _changes(mission: Mission, programme: Programme, what: str) -> list[int]:
    """Count per company how often two meetings in a row on one day differ in place."""
    counts = []
    for code in mission.company:
        days = by_day(mission, programme.meetings_of(code))
        pairs = [pair for row in days for pair in pairwise(row)]
        counts.append(sum(_place(a, what) != _place(b, what) for a, b in pairs))
    return counts


def _place(meeting: Meeting, what: str) -> tuple[str, str]:
    return meeting.venue, meeting.table if what == "table" else ""
