"""The rules about companies: when, whom and how often they may meet."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from datetime import timedelta

from karvan.mission.blocks import BlockKind, ProgrammeBlock
from karvan.mission.mission import Mission
from karvan.mission.programme import Meeting, Programme
from karvan.mission.rules import Rule
from karvan.scheduling.referee.figures import slots_of_block
from karvan.scheduling.referee.spans import Stay, absences, by_day, in_order, is_too_far, local, overlap, stay
from karvan.scheduling.referee.violation import Violation


def within_block(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """WITHIN_BLOCK: some block that names both has a slot at this time and venue, or it is fixed."""
    blocks_at = _blocks_by_slot(mission)
    for meeting in programme.meetings:
        named = _naming(mission, blocks_at, meeting)
        if not named and not _is_fixed_at(mission, meeting):
            yield Violation(Rule.WITHIN_BLOCK, tuple(sorted(meeting.pair)), (meeting,))


def block_domain(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """BLOCK_DOMAIN: one of those blocks is open, shares a domain with both, or it was asked for."""
    blocks_at = _blocks_by_slot(mission)
    for meeting in programme.meetings:
        named = _naming(mission, blocks_at, meeting)
        shared = frozenset.intersection(*(mission.domains_of[code] for code in meeting.pair))
        is_open = any(not block.domains or shared & set(block.domains) for block in named)
        if named and not is_open and not mission.is_asked_for(meeting.pair):
            yield Violation(Rule.BLOCK_DOMAIN, tuple(sorted(meeting.pair)), (meeting,))


def _blocks_by_slot(mission: Mission) -> dict[Stay, list[ProgrammeBlock]]:
    """Give the meetings blocks that have a slot at each time and venue."""
    rows: dict[Stay, list[ProgrammeBlock]] = defaultdict(list)
    for block in mission.blocks:
        if block.kind is BlockKind.MEETINGS:
            for start, end in slots_of_block(mission, block):
                for venue in mission.venues_of(block):
                    rows[start, end, venue].append(block)
    return rows


def _naming(mission: Mission, blocks_at: dict[Stay, list[ProgrammeBlock]], meeting: Meeting) -> list[ProgrammeBlock]:
    """Give the meetings blocks that have a slot exactly where a meeting is, and name both companies."""
    blocks = blocks_at.get(stay(meeting), [])
    return [block for block in blocks if all(mission.takes_part(block, code) for code in meeting.pair)]


def _is_fixed_at(mission: Mission, meeting: Meeting) -> bool:
    """Whether a meeting outside the slots was agreed for just this time, with the usual length."""
    start, end, _ = stay(meeting)
    clock = local(mission, start)
    return end - start == timedelta(minutes=mission.settings.slot_minutes) and any(
        row.pair == meeting.pair and (row.date, row.start) == (clock.date(), clock.time()) for row in mission.fixed
    )


def one_at_a_time(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """ONE_AT_A_TIME: at the start of each meeting, no more run than there are representatives."""
    for company in mission.companies:
        own = [(stay(meeting), meeting) for meeting in in_order(programme.meetings_of(company.code))]
        for start in sorted({here[0] for here, _ in own}):
            running = tuple(meeting for here, meeting in own if here[0] <= start < here[1])
            if len(running) > company.representatives:
                yield Violation(Rule.ONE_AT_A_TIME, (company.code,), running)


def attendance(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """ATTENDANCE: no meeting overlaps a block that one of its companies takes part in."""
    for code in mission.company:
        for meeting in programme.meetings_of(code):
            here = stay(meeting)
            for block in programme.attended_by(code):
                if overlap(here, (block.start, block.end, block.venue)):
                    title = block.title.best(*mission.settings.languages)
                    yield Violation(Rule.ATTENDANCE, (code,), (meeting,), title)


def travel(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """TRAVEL: the gap between two stays at different venues is no shorter than the way.

    Where a company has several representatives, one of them must be able to come: those who sit
    in, or are still on the way from, earlier meetings are fewer than all.
    """
    for company in mission.companies:
        own = [(stay(meeting), meeting) for meeting in in_order(programme.meetings_of(company.code))]
        attended = [(a.start, a.end, a.venue) for a in programme.attended_by(company.code)]
        for position, (here, meeting) in enumerate(own):
            if any(is_too_far(mission, here, a) for a in attended):
                yield Violation(Rule.TRAVEL, (company.code,), (meeting,))
            far = tuple(m for before, m in own[:position] if is_too_far(mission, before, here))
            held = [m for before, m in own[:position] if m in far or overlap(before, here)]
            if far and len(held) >= company.representatives:
                yield Violation(Rule.TRAVEL, (company.code,), (*far, meeting))


def company_away(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """COMPANY_AWAY: no meeting overlaps an absence of one of its companies."""
    for code in mission.company:
        away = list(absences(mission, code))
        for meeting in programme.meetings_of(code):
            if any(overlap(stay(meeting), span) for span in away):
                yield Violation(Rule.COMPANY_AWAY, (code,), (meeting,))


def daily_limit(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """DAILY_LIMIT: meetings of a company on one day <= its limit."""
    for code in mission.company:
        limit = mission.daily_limit(code)
        for meetings in by_day(mission, programme.meetings_of(code)):
            if len(meetings) > limit:
                detail = f"{len(meetings)} > {limit}"
                yield Violation(Rule.DAILY_LIMIT, (code,), tuple(meetings), detail)


def pair_once(_mission: Mission, programme: Programme) -> Iterator[Violation]:
    """PAIR_ONCE: every pair stands in at most one meeting, and nobody meets itself."""
    counts = Counter(meeting.pair for meeting in programme.meetings)
    for pair, count in counts.items():
        if count > 1 or len(pair) == 1:
            meetings = tuple(m for m in programme.meetings if m.pair == pair)
            yield Violation(Rule.PAIR_ONCE, tuple(sorted(pair)), meetings)


def avoid(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """AVOID: no meeting of a pair that an `avoid` keeps apart."""
    for meeting in programme.meetings:
        if meeting.pair in mission.avoided:
            yield Violation(Rule.AVOID, tuple(sorted(meeting.pair)), (meeting,))


def same_side(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """SAME_SIDE: a meeting within one side has an accepted request or a fixed row."""
    for meeting in programme.meetings:
        sides = {mission.company[code].side for code in meeting.pair}
        if len(sides) == 1 and not mission.is_asked_for(meeting.pair):
            yield Violation(Rule.SAME_SIDE, tuple(sorted(meeting.pair)), (meeting,))
