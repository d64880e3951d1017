"""What changes do to a mission: the mission as it is now, and who still goes on which visit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, time, timedelta

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.calendar import Calendar, Span
from karvan.mission.changes import BlockChange, ChangeKind, Changes, MeetingChange, PresenceChange
from karvan.mission.companies import TableRef
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Meeting, Programme
from karvan.mission.requests import FixedMeeting, MeetingRequest, RequestLevel, RequestStatus
from karvan.mission.resources import Absence
from karvan.scheduling.referee.block_rules import find_blocks


@dataclass(frozen=True, kw_only=True)
class Situation:
    """A mission after changes, with what is left of its released programme.

    Attributes
    ----------
    mission : Mission
        As it is now.
    released : Programme
        As it was released.
    visits : dict of block index to company codes
        Who goes on each visit that is a choice, as far as they still can.
    withdrawn : frozenset of pair
        Pairs that do not meet any more.
    added : frozenset of pair
        Pairs that the changes ask for.
    followed : dict of pair to Meeting
        Where meetings would be that move together with their block.
    """

    mission: Mission
    released: Programme
    changes: Changes
    visits: dict[int, tuple[str, ...]]
    withdrawn: frozenset[Pair] = frozenset()
    added: frozenset[Pair] = frozenset()
    followed: Mapping[Pair, Meeting] = field(default_factory=dict[Pair, Meeting])


def apply_changes(mission: Mission, released: Programme, changes: Changes) -> Situation:
    """Give the mission after changes.

    What has begun stays as it is: an absence begins at `changes.now` at the earliest, and when the
    meeting or visit is over in which somebody is then; a block that has begun keeps the slots that
    have. A block that is shortened keeps its other slots where they are.

    Parameters
    ----------
    mission : Mission
        As it was when the programme was released.
    changes : Changes
        Sound for this mission and programme (`karvan.formats.changes_json.read_changes`).
    """
    now = _Past(released, changes)
    blocks = dict(enumerate(mission.blocks))
    going = {i: a.companies for i, a in find_blocks(mission, released.visits).items() if blocks[i].is_assigned}
    after = mission
    for change in changes.changes:
        if isinstance(change, PresenceChange):
            after = _with_presence(after, change, now)
        elif isinstance(change, BlockChange):
            blocks = _with_block(mission, blocks, change, changes)
        else:
            after = _with_meeting(after, change)
    order = tuple(blocks)
    after = replace(after, blocks=tuple(blocks.values()))
    visits = {order.index(i): codes for i, codes in going.items() if i in blocks}
    asked = [c for c in changes.changes if isinstance(c, MeetingChange)]
    return Situation(
        mission=after,
        released=released,
        changes=changes,
        visits=_still_going(after, visits, changes),
        withdrawn=frozenset(c.pair for c in asked if not _is_still_wanted(after, c.pair)),
        added=frozenset(c.pair for c in asked if after.is_asked_for(c.pair) and c.pair not in after.avoided),
        followed=dict(_followed(mission, released, changes)),
    )


def _is_still_wanted(mission: Mission, pair: Pair) -> bool:
    return mission.is_asked_for(pair) and pair not in mission.avoided


@dataclass(frozen=True, slots=True)
class _Past:
    """What has begun, and therefore stays."""

    released: Programme
    changes: Changes

    def earliest(self, who: str, start: datetime) -> datetime:
        """Give when somebody, or a table, can be lost at the earliest: not before now, nor while busy."""
        if self.changes.now is None:
            return start
        begin = max(start, self.changes.now)
        ends = (end for names, end in self._running() if who in names and end > begin)
        return max((begin, *ends))

    def _running(self) -> Iterator[tuple[Iterable[str], datetime]]:
        for m in self.released.meetings:
            if self.changes.has_begun(m.start):
                yield (m.company, m.counterpart, m.interpreter, str(TableRef(m.venue, m.table))), m.end
        for visit in self.released.visits:
            if self.changes.has_begun(visit.start):
                yield visit.companies, visit.end


# ---- presence ---------------------------------------------------------------------------------


def _with_presence(mission: Mission, change: PresenceChange, past: _Past) -> Mission:
    if change.is_loss:
        begin = past.earliest(change.who, change.start)
        return replace(mission, absences=(*mission.absences, *_rows(mission, change.who, begin, change.end)))
    kept: list[Absence] = []
    for row in mission.absences:
        kept += _without(mission, row, change) if row.who == change.who else [row]
    return replace(mission, absences=tuple(kept))


def _rows(mission: Mission, who: str, start: datetime, end: datetime, reason: str = "") -> list[Absence]:
    """Write a span of time as absences, one for each day."""
    zone = mission.settings.zone
    rows, begin = [], start.astimezone(zone)
    until = end.astimezone(zone)
    while begin < until:
        midnight = datetime.combine(begin.date() + timedelta(days=1), time.min, zone)
        stop = min(until, midnight)
        rows.append(
            Absence(
                who=who,
                date=begin.date(),
                start=begin.time() if begin.time() != time.min else None,
                end=stop.time() if stop < midnight else None,
                reason=reason,
            )
        )
        begin = midnight
    return rows


def _without(mission: Mission, row: Absence, change: PresenceChange) -> list[Absence]:
    """Give what is left of an absence when somebody is there for a while."""
    (span,) = Calendar(replace(mission, absences=(row,))).absences(row.who)
    if change.end <= span.start or span.end <= change.start:
        return [row]
    before = _rows(mission, row.who, span.start, change.start, row.reason)
    return before + _rows(mission, row.who, change.end, span.end, row.reason)


# ---- blocks -----------------------------------------------------------------------------------

Blocks = dict[int, ProgrammeBlock]
"""Blocks by their index in the mission before any change."""


def _with_block(mission: Mission, blocks: Blocks, change: BlockChange, changes: Changes) -> Blocks:
    if change.block not in blocks:
        return blocks
    block = blocks[change.block]
    if change.kind is ChangeKind.BLOCK_CANCELLED:
        return _cancelled(mission, blocks, change, changes)
    start, end = (moment.astimezone(mission.settings.zone) for moment in (change.start, change.end))
    if change.kind is ChangeKind.BLOCK_SHORTENED and block.kind is BlockKind.MEETINGS:
        start = min((s.start for s in _slots(mission, block) if s.start >= start), default=start)
    moved = replace(block, date=start.date(), start=start.time(), end=end.time(), venue=change.venue)
    if changes.has_begun(Calendar(mission).span_of(block).start):
        moved = replace(moved, end=max(moved.end, _begun_until(mission, block, changes)))
    return blocks | {change.block: moved}


def _cancelled(mission: Mission, blocks: Blocks, change: BlockChange, changes: Changes) -> Blocks:
    block = blocks[change.block]
    if not changes.has_begun(Calendar(mission).span_of(block).start):
        return {index: other for index, other in blocks.items() if index != change.block}
    return blocks | {change.block: replace(block, end=_begun_until(mission, block, changes))}


def _begun_until(mission: Mission, block: ProgrammeBlock, changes: Changes) -> time:
    """Give until when a block that has begun goes on at least: its running slot's end, or now."""
    assert changes.now
    ends = [slot.end for slot in _slots(mission, block) if changes.has_begun(slot.start)]
    return min(max((changes.now, *ends)), Calendar(mission).span_of(block).end).astimezone(mission.settings.zone).time()


def _followed(mission: Mission, released: Programme, changes: Changes) -> Iterator[tuple[Pair, Meeting]]:
    """Let the meetings of a block that is moved go with it, in their order and at their tables."""
    for change in changes.changes:
        if not isinstance(change, BlockChange) or change.kind is not ChangeKind.BLOCK_MOVED:
            continue
        block = mission.blocks[change.block]
        by = change.start - Calendar(mission).span_of(block).start
        old = {(in_utc(s.start), s.venue) for s in _slots(mission, block)}
        for m in released.meetings:
            if (in_utc(m.start), m.venue) in old and mission.admits(block, m.pair):
                start, end = (moment.astimezone(mission.settings.zone) + by for moment in (m.start, m.end))
                venue = change.venue if block.venue else m.venue
                yield m.pair, replace(m, start=start, end=end, venue=venue)


def _slots(mission: Mission, block: ProgrammeBlock) -> list[Span]:
    """Give the slots of one block."""
    return [slot.span for slot in Calendar(replace(mission, blocks=(block,), fixed=())).slots]


def _still_going(mission: Mission, visits: dict[int, tuple[str, ...]], changes: Changes) -> dict[int, tuple[str, ...]]:
    """VISIT: keep on each visit those who can still come; whoever is on one that has begun stays."""
    found = dict(visits)
    for index, codes_before in visits.items():
        span = Calendar(mission).span_of(mission.blocks[index])
        if not changes.has_begun(span.start):
            calendar = Calendar(mission, {i: codes for i, codes in found.items() if i != index})
            found[index] = tuple(code for code in codes_before if _can_come(calendar, span, code))
    return found


def _can_come(calendar: Calendar, span: Span, code: str) -> bool:
    bound = (calendar.span_of(block) for block in calendar.attended(code))
    return all(calendar.are_apart(span, other) for other in (*bound, *calendar.absences(code)))


# ---- meetings ---------------------------------------------------------------------------------


def _with_meeting(mission: Mission, change: MeetingChange) -> Mission:
    made = {
        ChangeKind.MEETING_ADDED: _added,
        ChangeKind.MEETING_WITHDRAWN: _withdrawn,
        ChangeKind.REQUEST_CHANGED: _asked_differently,
    }
    return made[change.kind](mission, change)


def _added(mission: Mission, change: MeetingChange) -> Mission:
    if not (change.start or change.table or change.interpreter):
        request = MeetingRequest(
            company=change.company, counterpart=change.counterpart, level=change.level or RequestLevel.MUST
        )
        return replace(mission, requests=(*mission.requests, request))
    local = change.start.astimezone(mission.settings.zone) if change.start else None
    row = FixedMeeting(
        company=change.company,
        counterpart=change.counterpart,
        date=local.date() if local else None,
        start=local.time() if local else None,
        table=change.table,
        interpreter=change.interpreter,
    )
    return replace(mission, fixed=(*(r for r in mission.fixed if r.pair != change.pair), row))


def _withdrawn(mission: Mission, change: MeetingChange) -> Mission:
    requests = (
        replace(row, status=RequestStatus.DECLINED) if row.pair == change.pair and row.is_binding else row
        for row in mission.requests
    )
    fixed = (row for row in mission.fixed if row.pair != change.pair)
    return replace(mission, requests=tuple(requests), fixed=tuple(fixed))


def _asked_differently(mission: Mission, change: MeetingChange) -> Mission:
    def changed(row: MeetingRequest) -> MeetingRequest:
        if (row.company, row.counterpart) != (change.company, change.counterpart):
            return row
        return replace(row, level=change.level or row.level, status=change.status or row.status)

    requests = tuple(map(changed, mission.requests))
    if not any((row.company, row.counterpart) == (change.company, change.counterpart) for row in requests):
        row = MeetingRequest(
            company=change.company,
            counterpart=change.counterpart,
            level=change.level or RequestLevel.WANT,
            status=change.status or RequestStatus.ACCEPTED,
        )
        requests = (*requests, row)
    return replace(mission, requests=requests)


def release_fixed(mission: Mission, pairs: Iterable[Pair]) -> Mission:
    """Let go of what was agreed for some meetings: each becomes an accepted `must`, at any time or place."""
    let_go = frozenset(pairs)
    rows = [row for row in mission.fixed if row.pair in let_go]
    asked = (
        MeetingRequest(company=row.company, counterpart=row.counterpart, level=RequestLevel.MUST)
        for row in rows
        if mission.requested.get(row.pair) is not RequestLevel.MUST
    )
    kept = tuple(row for row in mission.fixed if row.pair not in let_go)
    return replace(mission, fixed=kept, requests=(*mission.requests, *asked))


def in_utc(moment: datetime) -> datetime:
    """Give a moment so that equal ones are equal however they were written."""
    return moment.astimezone(UTC)
