"""What has happened since a programme was released: changes with their times."""

from __future__ import annotations

import enum
from dataclasses import dataclass
from datetime import datetime

from karvan.mission.blocks import BlockKind
from karvan.mission.companies import TableRef
from karvan.mission.requests import RequestLevel, RequestStatus


class ChangeKind(enum.StrEnum):
    """What can happen."""

    LATE = "late"
    """A company comes later than planned."""
    ABSENT = "absent"
    """A company is away for a while."""
    BACK = "back"
    """A company that was away is there again."""
    TABLE_LOST = "table_lost"
    TABLE_REGAINED = "table_regained"
    INTERPRETER_LOST = "interpreter_lost"
    INTERPRETER_REGAINED = "interpreter_regained"
    BLOCK_MOVED = "block_moved"
    BLOCK_SHORTENED = "block_shortened"
    BLOCK_CANCELLED = "block_cancelled"
    MEETING_ADDED = "meeting_added"
    """Two companies agree on a meeting that was not in the programme."""
    MEETING_WITHDRAWN = "meeting_withdrawn"
    """Two companies do not want their meeting any more."""
    REQUEST_CHANGED = "request_changed"
    """A company asks for something else than before, or the other side answers differently."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PresenceChange:
    """Somebody or something is lost or regained for a while.

    Attributes
    ----------
    who : str
        Code of a company or an interpreter, or a table as ``venue/table``.
    start, end : datetime
        Half-open ``[start, end)``.
    """

    kind: ChangeKind
    who: str
    start: datetime
    end: datetime

    @property
    def is_loss(self) -> bool:
        """Whether it takes something away."""
        return self.kind in LOSSES


LOSSES = frozenset(
    (ChangeKind.LATE, ChangeKind.ABSENT, ChangeKind.TABLE_LOST, ChangeKind.INTERPRETER_LOST),
)
"""Kinds of change after which somebody or something is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockChange:
    """A block is moved, shortened or cancelled.

    Attributes
    ----------
    block : int
        Index into the blocks of the mission as it was before any change.
    start, end : datetime
        The new times; of a cancelled block the old ones.
    venue : str
        The new venue; of a block that stays where it is the old one.
    """

    kind: ChangeKind
    block: int
    start: datetime
    end: datetime
    venue: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingChange:
    """A meeting is added or withdrawn, or a request changed.

    Attributes
    ----------
    level, status
        Of an added meeting or a changed request; None: as it was.
    start, table, interpreter
        What was agreed for an added meeting, as far as anything was.
    """

    kind: ChangeKind
    company: str
    counterpart: str
    level: RequestLevel | None = None
    status: RequestStatus | None = None
    start: datetime | None = None
    table: TableRef | None = None
    interpreter: str = ""

    @property
    def pair(self) -> frozenset[str]:
        """The two companies."""
        return frozenset((self.company, self.counterpart))


Change = PresenceChange | BlockChange | MeetingChange


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """Everything that has happened.

    Attributes
    ----------
    now : datetime or None
        What began before is frozen; None: nothing has begun.
    """

    changes: tuple[Change, ...] = ()
    now: datetime | None = None

    def has_begun(self, moment: datetime) -> bool:
        """Whether something that starts at a moment has begun."""
        return self.now is not None and moment < self.now


@dataclass(frozen=True, slots=True, kw_only=True)
class BlockRef:
    """Which block is meant: its start, and as much more as is needed to tell it from others."""

    start: datetime
    kind: BlockKind | None = None
    venue: str | None = None
    title: str | None = None
