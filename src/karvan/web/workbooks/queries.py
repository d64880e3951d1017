"""A stored mission as the pure packages know it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from karvan.web.access import Seat
from karvan.web.missions.models import Mission
from karvan.web.workbooks import bridge
from karvan.web.workbooks.models import Upload

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from karvan.web.audit.models import Event

MOST_SHOWN = 40
"""So many rows of each kind are shown; of the others there is the number."""

MOST_PROBLEMS = 100
LONG, AROUND = 100, 30
"""A text of more characters is shown where it differs, with so many around."""


def whole_mission(stored: Mission) -> bridge.PureMission:
    """The mission with everything that a matcher, a scheduler or a workbook needs of it.

    Notes
    -----
    Companies that are held in reserve or have withdrawn are left out, with everything that is theirs. A pair that the
    neutral desk has blocked stands there as an `avoid`, one that it has pinned as an accepted `want`, unless a company
    said as much or the opposite: an `avoid` always wins. Seventeen queries at most, however large the mission is.
    What companies said and nothing else is `bridge.read_mission`. Both hold what only the neutral desk may see
    (`avoid`): never hand them to a page whole.
    """
    return bridge.with_decisions(bridge.read_mission(stored), stored)


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of the preview: its name, and its cells as header, before, after."""

    name: str
    cells: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True, slots=True)
class Part:
    """Rows of a sheet to which the same happens.

    Attributes
    ----------
    kind : str
        ``added``, ``changed`` or ``removed``.
    more : int
        How many rows are not shown.
    """

    kind: str
    count: int
    rows: tuple[ShownRow, ...]

    @property
    def more(self) -> int:
        """How many rows are counted and not shown."""
        return self.count - len(self.rows)


@dataclass(frozen=True, slots=True)
class ShownSheet:
    """What changes in one sheet, as the preview shows it."""

    record: str
    name: str
    parts: tuple[Part, ...]
    unchanged: int


def shown(plan: bridge.Plan, lang: str) -> list[ShownSheet]:
    """The sheets in which something changes, with the first rows of each kind; no query."""
    return [_sheet(plan, change, lang) for change in plan.changes if not change.is_empty]


def _sheet(plan: bridge.Plan, change: bridge.Changes, lang: str) -> ShownSheet:
    record = change.sheet.record
    parts = []
    for kind, rows in (("added", change.added), ("changed", change.changed), ("removed", change.removed)):
        first = tuple(
            ShownRow(
                "" if change.sheet.is_keyed else plan.name_of(record, row, lang),
                tuple((cell.column.header, *differing(cell.before, cell.after)) for cell in row.cells)
                if kind == "changed"
                else (),
            )
            for row in rows[:MOST_SHOWN]
        )
        parts.append(Part(kind, len(rows), first))
    return ShownSheet(record, change.sheet.name, tuple(part for part in parts if part.count), change.unchanged)


def differing(before: str, after: str) -> tuple[str, str]:
    """Give of two long texts the parts in which they differ, with a little around them."""
    if max(len(before), len(after)) <= LONG:
        return before, after
    start = _shared(before, after)
    rest = min(len(before), len(after)) - start
    end = min(rest, _shared(before[::-1], after[::-1]))
    first, last = max(0, start - AROUND), max(0, end - AROUND)
    marks = "…" if first else "", "…" if last else ""
    return tuple(f"{marks[0]}{text[first : len(text) - last]}{marks[1]}" for text in (before, after))  # type: ignore[return-value]


def _shared(one: str, other: str) -> int:
    """Give with how many characters two texts begin alike."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def waiting_upload(seat: Seat, at: datetime) -> Upload | None:
    """The workbook that somebody has sent to a mission and not decided about; one query."""
    return Upload.objects.filter(mission=seat.mission, sent_by=seat.user, sent_at__gte=at - Upload.LASTS).first()


def brought_in(mission: Mission) -> QuerySet[Event]:
    """The workbooks that were brought into a mission, latest first, with what they did; one query."""
    return mission.events.filter(action="workbook-brought-in").select_related("by")
