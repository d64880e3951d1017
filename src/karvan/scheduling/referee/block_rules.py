"""The rules about what the programme must contain: blocks, visits, fixed and requested meetings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.mission import Mission
from karvan.mission.programme import Attendance, Meeting, Programme
from karvan.mission.requests import FixedMeeting
from karvan.mission.rules import Rule
from karvan.scheduling.referee.spans import Stay, absences, block_stay, is_too_far, local, overlap
from karvan.scheduling.referee.violation import Violation


def unknown_codes(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """Report meetings and visits that name somebody whom the mission does not know."""
    for meeting in programme.meetings:
        unknown = [code for code in (meeting.company, meeting.counterpart) if _is_new(mission, code)]
        if meeting.interpreter and meeting.interpreter not in mission.interpreter:
            unknown.append(meeting.interpreter)
        if unknown:
            yield Violation(Rule.ACCOUNTED_FOR, tuple(unknown), (meeting,))
    for attendance in (*programme.visits, *programme.blocks):
        unknown = [code for code in attendance.companies if _is_new(mission, code)]
        if unknown:
            yield Violation(Rule.BLOCKS, tuple(unknown))


def _is_new(mission: Mission, code: str) -> bool:
    return code not in mission.company


def fixed(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """FIXED: the meeting is there and every part that was given is the same (`avoid` wins)."""
    for row in mission.fixed:
        if row.pair in mission.avoided:
            continue
        placed = tuple(m for m in programme.meetings if m.pair == row.pair)
        if not any(_keeps(mission, row, meeting) for meeting in placed):
            yield Violation(Rule.FIXED, (row.company, row.counterpart), placed)


def _keeps(mission: Mission, row: FixedMeeting, meeting: Meeting) -> bool:
    clock = local(mission, meeting.start)
    tables = mission.find_tables(row.table) if row.table else ()
    return (
        row.date in (None, clock.date())
        and row.start in (None, clock.time())
        and (not row.interpreter or row.interpreter == meeting.interpreter)
        and (not tables or (meeting.venue, meeting.table) == (tables[0].venue, tables[0].table))
    )


def visit(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """VISIT: named or allowed to choose, within the capacity, free, and in reach of the rest."""
    for index, attendance in find_blocks(mission, programme.visits).items():
        block, companies = mission.blocks[index], attendance.companies
        title = block.title.best(*mission.settings.languages)
        if block.capacity is not None and len(companies) > block.capacity:
            detail = f"{title}: {len(companies)} > {block.capacity}"
            yield Violation(Rule.VISIT, companies, detail=detail)
        strangers = tuple(code for code in companies if not mission.takes_part(block, code))
        if strangers:
            yield Violation(Rule.VISIT, strangers, detail=title)
        if block.is_assigned:
            late = tuple(c for c in companies if not _can_come(mission, programme, attendance, c))
            if late:
                yield Violation(Rule.VISIT, late, detail=title)


def _can_come(mission: Mission, programme: Programme, visit: Attendance, code: str) -> bool:
    here = visit.start, visit.end, visit.venue
    others: list[Stay] = [(a.start, a.end, a.venue) for a in programme.attended_by(code) if a is not visit]
    return not any(overlap(here, o) or is_too_far(mission, here, o) for o in others) and not any(
        overlap(here, away) for away in absences(mission, code)
    )


def blocks(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """BLOCKS: each block once, with those whom it names; each visit that is no choice likewise."""
    visits, others = _split(programme.visits), _split(programme.blocks)
    found = find_blocks(mission, visits[True]) | find_blocks(mission, others[False])
    for index, block in enumerate(mission.blocks):
        attendance = found.get(index)
        named = sorted(code for code in mission.company if mission.takes_part(block, code))
        is_right = attendance is not None and (block.is_assigned or sorted(attendance.companies) == named)
        if block.kind is not BlockKind.MEETINGS and not is_right:
            yield Violation(Rule.BLOCKS, detail=_name(mission, block))
    known = [id(attendance) for attendance in found.values()]
    for attendance in (*programme.visits, *programme.blocks):
        if id(attendance) in known:
            known.remove(id(attendance))
        else:
            yield Violation(Rule.BLOCKS, detail=_name(mission, attendance))


def _split(given: tuple[Attendance, ...]) -> dict[bool, tuple[Attendance, ...]]:
    """Part visits (True) from other blocks (False)."""
    return {is_visit: tuple(a for a in given if (a.kind is BlockKind.VISIT) is is_visit) for is_visit in (True, False)}


def _name(mission: Mission, block: ProgrammeBlock | Attendance) -> str:
    return block.title.best(*mission.settings.languages) or block.kind.value


def find_blocks(mission: Mission, given: tuple[Attendance, ...]) -> dict[int, Attendance]:
    """Say which block of the mission each attendance is, by its index: every block once at most."""
    found: dict[int, Attendance] = {}
    for attendance in given:
        for index, block in enumerate(mission.blocks):
            if index not in found and _is_same(mission, attendance, block):
                found[index] = attendance
                break
    return found


def _is_same(mission: Mission, attendance: Attendance, block: ProgrammeBlock) -> bool:
    start, end, venue = block_stay(mission, block)
    is_there = (attendance.kind, attendance.start, attendance.end, attendance.venue) == (
        block.kind,
        start,
        end,
        venue,
    )
    titles = {text for _, text in attendance.title}, {text for _, text in block.title}
    return is_there and (not all(titles) or bool(titles[0] & titles[1]))


def accounted_for(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """ACCOUNTED_FOR: asked-for pairs = placed or listed once; nothing is both; each listed has reasons."""
    met = {meeting.pair for meeting in programme.meetings}
    listed = Counter(row.pair for row in programme.unplaced)
    for pair in dict.fromkeys((*mission.requested, *(row.pair for row in mission.fixed), *listed)):
        if (pair in met) + listed[pair] != 1:
            yield Violation(Rule.ACCOUNTED_FOR, tuple(sorted(pair)))
    for row in programme.unplaced:
        if not row.reasons:
            yield Violation(Rule.ACCOUNTED_FOR, tuple(sorted(row.pair)))
