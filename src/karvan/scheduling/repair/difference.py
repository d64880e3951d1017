"""What differs between a released programme and its repair: for whom, and what they must be told."""

from __future__ import annotations

import enum
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property

from karvan.mission.mission import Pair
from karvan.mission.programme import Attendance, Meeting, PlacedLevel, Programme, Reason
from karvan.scheduling.repair.told import BlockDifference, block_differences


class MeetingChangeKind(enum.StrEnum):
    """How a meeting is not what it was; the strongest word is used."""

    LOST = "lost"
    """It does not take place."""
    ADDED = "added"
    """It takes place, and was not in the programme."""
    MOVED = "moved"
    """It is at another time or venue."""
    RESEATED = "reseated"
    """It is at its old time, at another table."""
    REINTERPRETED = "reinterpreted"
    """It is at its old time and place, with another interpreter."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingDifference:
    """One meeting that is not what it was.

    Attributes
    ----------
    before, after : Meeting or None
        None: it was, or is, not in the programme.
    reasons : tuple of Reason
        Why a meeting is lost, for the organiser's eyes.
    is_withdrawn : bool
        Whether it is lost because somebody does not want it any more.
    """

    kind: MeetingChangeKind
    before: Meeting | None
    after: Meeting | None
    reasons: tuple[Reason, ...] = ()
    is_withdrawn: bool = False

    @property
    def meeting(self) -> Meeting:
        """The meeting as it is, else as it was."""
        meeting = self.after or self.before
        assert meeting
        return meeting

    @property
    def changes_agenda(self) -> bool:
        """Whether its companies have to be somewhere else, or at another time."""
        return self.kind is not MeetingChangeKind.REINTERPRETED

    @property
    def was_fixed(self) -> bool:
        """Whether something had been agreed beforehand that does not hold any more."""
        levels = [m.level for m in (self.before, self.after) if m]
        return levels[0] is PlacedLevel.FIXED and levels[-1] is not PlacedLevel.FIXED


Entry = MeetingDifference | BlockDifference
"""One thing that a company is told."""


@dataclass(frozen=True)
class Difference:
    """Everything that differs between two programmes, in order of time."""

    meetings: tuple[MeetingDifference, ...] = ()
    blocks: tuple[BlockDifference, ...] = ()

    def __bool__(self) -> bool:
        """Whether there is any."""
        return bool(self.meetings or self.blocks)

    @cached_property
    def told(self) -> dict[str, tuple[Entry, ...]]:
        """By company code: what each company must be told, blocks first."""
        rows: dict[str, list[Entry]] = defaultdict(list)
        for block in self.blocks:
            for code in block.companies:
                rows[code].append(block)
        for row in self.meetings:
            for code in sorted(row.meeting.pair):
                rows[code].append(row)
        return {code: tuple(rows[code]) for code in sorted(rows)}

    @cached_property
    def companies(self) -> tuple[str, ...]:
        """Codes of the companies whose agenda changes in time or place."""
        return tuple(
            code
            for code, entries in self.told.items()
            if any(isinstance(e, BlockDifference) or e.changes_agenda for e in entries)
        )


def difference(before: Programme, after: Programme, withdrawn: frozenset[Pair] = frozenset()) -> Difference:
    """Compare a released programme with its repair.

    Parameters
    ----------
    withdrawn : frozenset of pair
        Pairs that do not want to meet any more.
    """
    reasons = {row.pair: row.reasons for row in after.unplaced}
    rows = tuple(_meetings(before, after, reasons, withdrawn))
    old, new = ((*made.visits, *made.blocks) for made in (before, after))
    blocks = sorted(block_differences(old, new), key=_begins)
    in_time = sorted(rows, key=lambda row: (row.meeting.start, row.meeting.venue, row.meeting.company))
    return Difference(tuple(in_time), tuple(blocks))


def _begins(row: BlockDifference) -> datetime:
    block: Attendance | None = row.before or row.after
    assert block
    return block.start


def _meetings(
    before: Programme, after: Programme, reasons: dict[Pair, tuple[Reason, ...]], withdrawn: frozenset[Pair]
) -> Iterator[MeetingDifference]:
    now = {m.pair: m for m in after.meetings}
    was = {m.pair: m for m in before.meetings}
    for pair, old in was.items():
        new = now.get(pair)
        kind = _kind(old, new)
        if kind is not None:
            is_withdrawn = new is None and pair in withdrawn
            yield MeetingDifference(
                kind=kind, before=old, after=new, reasons=reasons.get(pair, ()), is_withdrawn=is_withdrawn
            )
    for pair, new in now.items():
        if pair not in was:
            yield MeetingDifference(kind=MeetingChangeKind.ADDED, before=None, after=new)


def _kind(old: Meeting, new: Meeting | None) -> MeetingChangeKind | None:
    if new is None:
        return MeetingChangeKind.LOST
    if (old.start, old.end, old.venue) != (new.start, new.end, new.venue):
        return MeetingChangeKind.MOVED
    if old.table != new.table:
        return MeetingChangeKind.RESEATED
    return MeetingChangeKind.REINTERPRETED if old.interpreter != new.interpreter else None
