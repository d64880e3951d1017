"""What a change of the plan does to meetings: which slots come and go, and which rules a programme would break."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from karvan.mission.blocks import BlockKind
from karvan.mission.calendar import Calendar, Span
from karvan.mission.issues import Issue, Severity
from karvan.mission.mission import Mission
from karvan.mission.programme import Attendance, Meeting, Programme
from karvan.mission.rules import Rule
from karvan.mission.validation import find_issues
from karvan.scheduling.referee import Violation, check
from karvan.scheduling.referee.block_rules import find_blocks

OF_THE_PROGRAMME = frozenset((Rule.BLOCKS, Rule.ACCOUNTED_FOR, Rule.FIGURES))
"""Rules about the programme's own book-keeping, which says nothing about meetings that are held."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """A mission with one change that somebody has entered.

    Attributes
    ----------
    record, index : str, int or None
        Where in it lies what was entered; None: it lies nowhere any more.
    removed : int or None
        The block that is not there any more, by its index before.
    """

    after: Mission
    record: str
    index: int | None = None
    removed: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect:
    """What a change does.

    Attributes
    ----------
    gone, added : tuple of (date, spans)
        Slots by local date.
    broken : tuple of Violation
        Rules that the meetings would break and do not break now.
    unvisited : tuple of str
        Companies that were assigned to a visit that goes away.
    warnings : tuple of Issue
        What is newly odd about the mission.
    is_compared : bool
        Whether there was a programme to compare with.
    """

    gone: tuple[tuple[date, tuple[Span, ...]], ...] = ()
    added: tuple[tuple[date, tuple[Span, ...]], ...] = ()
    broken: tuple[Violation, ...] = ()
    unvisited: tuple[str, ...] = ()
    warnings: tuple[Issue, ...] = ()
    is_compared: bool = False

    @property
    def is_calm(self) -> bool:
        """Whether there is nothing to tell."""
        return not (self.gone or self.added or self.broken or self.unvisited or self.warnings)

    @property
    def digest(self) -> str:
        """A short sign of what is told, so that nobody saves what they have not been told."""
        return hashlib.sha256(repr(self).encode()).hexdigest()[:16]

    @property
    def meetings(self) -> tuple[Meeting, ...]:
        """The meetings that would break a rule, each once, in order of time."""
        found = {(m.start, m.company, m.counterpart): m for row in self.broken for m in row.meetings}
        return tuple(found[key] for key in sorted(found))

    @property
    def count_gone(self) -> int:
        """How many slots go."""
        return sum(len(spans) for _, spans in self.gone)

    @property
    def count_added(self) -> int:
        """How many slots come."""
        return sum(len(spans) for _, spans in self.added)


def new_issues(before: Mission, edit: Edit, severity: Severity) -> tuple[Issue, ...]:
    """Give what is wrong with a changed mission: of errors, those of what was entered and those that were not there."""
    known = Counter(map(_key, find_issues(before)))
    found: list[Issue] = []
    for issue in find_issues(edit.after):
        known[_key(issue)] -= 1
        is_own = severity is Severity.ERROR and (issue.record, issue.index) == (edit.record, edit.index)
        if issue.severity is severity and (is_own or known[_key(issue)] < 0):
            found.append(issue)
    return tuple(found)


def _key(issue: Issue) -> tuple[str, ...]:
    return issue.code, issue.record, issue.field, issue.value, issue.expected


def effect_of(before: Mission, edit: Edit, programme: Programme | None) -> Effect:
    """Say what a change does to slots, and to the meetings of a programme."""
    old, new = _slots(before), _slots(edit.after)
    warnings = new_issues(before, edit, Severity.WARNING)
    gone, added = _by_day(old - new, before), _by_day(new - old, edit.after)
    if programme is None:
        return Effect(gone=gone, added=added, warnings=warnings)
    broken, unvisited = _broken(before, edit, programme)
    return Effect(gone=gone, added=added, broken=broken, unvisited=unvisited, warnings=warnings, is_compared=True)


def _slots(mission: Mission) -> Counter[Span]:
    return Counter(slot.span for slot in Calendar(mission).slots if slot.only is None)


def _by_day(slots: Counter[Span], mission: Mission) -> tuple[tuple[date, tuple[Span, ...]], ...]:
    days: dict[date, list[Span]] = {}
    for span in sorted(slots.elements(), key=lambda span: (span.start, span.venue)):
        days.setdefault(span.start.astimezone(mission.settings.zone).date(), []).append(span)
    return tuple((day, tuple(spans)) for day, spans in days.items())


def _broken(before: Mission, edit: Edit, programme: Programme) -> tuple[tuple[Violation, ...], tuple[str, ...]]:
    """Give the violations that are new, and the companies whose visit is gone."""
    visits = {
        index: visit
        for index, visit in find_blocks(before, programme.visits).items()
        if before.blocks[index].is_assigned
    }
    known = set(map(_sign, _violations(before, _fitted(programme, before, visits))))
    kept = {
        index - (edit.removed is not None and index > edit.removed): visit
        for index, visit in visits.items()
        if index != edit.removed
    }
    found = _violations(edit.after, _fitted(programme, edit.after, kept))
    gone = visits[edit.removed].companies if edit.removed in visits else ()
    return tuple(row for row in found if _sign(row) not in known), gone


def _sign(row: Violation) -> tuple[object, ...]:
    return row.rule, row.who, tuple((m.start, m.pair) for m in row.meetings)


def _violations(mission: Mission, programme: Programme) -> list[Violation]:
    return [row for row in check(mission, programme) if row.rule not in OF_THE_PROGRAMME]


def _fitted(programme: Programme, mission: Mission, visits: dict[int, Attendance]) -> Programme:
    """Give the meetings of a programme among the blocks as a mission has them, without those whom it does not know."""
    meetings = tuple(
        m if m.interpreter in mission.interpreter else replace(m, interpreter="")
        for m in programme.meetings
        if m.pair <= mission.company.keys()
    )
    rows = tuple(_attendances(mission, visits))
    return replace(
        programme,
        meetings=meetings,
        visits=tuple(row for row in rows if row.kind is BlockKind.VISIT),
        blocks=tuple(row for row in rows if row.kind is not BlockKind.VISIT),
        figures={},
    )


def _attendances(mission: Mission, visits: dict[int, Attendance]) -> Iterator[Attendance]:
    calendar = Calendar(mission)
    for index, block in enumerate(mission.blocks):
        if block.kind is BlockKind.MEETINGS:
            continue
        assigned = visits[index].companies if index in visits else ()
        named = assigned if block.is_assigned else tuple(mission.company)
        span = calendar.span_of(block)
        yield Attendance(
            kind=block.kind,
            title=block.title,
            start=span.start,
            end=span.end,
            venue=block.venue,
            companies=tuple(code for code in named if code in mission.company and mission.takes_part(block, code)),
        )
