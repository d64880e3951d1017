"""The rules about tables."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations

from karvan.mission.companies import TableRef
from karvan.mission.mission import Mission
from karvan.mission.programme import Meeting, Programme
from karvan.mission.rules import Rule
from karvan.scheduling.referee.spans import absences, overlap, stay
from karvan.scheduling.referee.violation import Violation


def table(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """TABLE: a venue with tables gives each meeting one of its own, never two at once, and none that is lost then."""
    for meeting in programme.meetings:
        tables = mission.tables_at.get(meeting.venue, ())
        if (tables or meeting.table) and meeting.table not in tables:
            detail = str(TableRef(meeting.venue, meeting.table))
            yield Violation(Rule.TABLE, (), (meeting,), detail)
    for (venue, code), meetings in _at_tables(programme).items():
        ref = str(TableRef(venue, code))
        for lost in absences(mission, ref):
            yield from (Violation(Rule.TABLE, (), (m,), ref) for m in meetings if overlap(stay(m), lost))
        stays = [(stay(meeting), meeting) for meeting in meetings]
        for (first, a), (then, b) in combinations(stays, 2):
            if overlap(first, then):
                yield Violation(Rule.TABLE, (), (a, b), str(TableRef(a.venue, a.table)))


def _at_tables(programme: Programme) -> dict[tuple[str, str], list[Meeting]]:
    """Give the meetings at each table."""
    rows: dict[tuple[str, str], list[Meeting]] = defaultdict(list)
    for meeting in programme.meetings:
        if meeting.table:
            rows[meeting.venue, meeting.table].append(meeting)
    return rows


def home_table(mission: Mission, programme: Programme) -> Iterator[Violation]:
    """HOME_TABLE: every meeting of a company with a home table is at that table."""
    for company in mission.companies:
        if company.home_table:
            (home,) = mission.find_tables(company.home_table)
            for meeting in programme.meetings_of(company.code):
                if (meeting.venue, meeting.table) != (home.venue, home.table):
                    yield Violation(Rule.HOME_TABLE, (company.code,), (meeting,), str(home))
