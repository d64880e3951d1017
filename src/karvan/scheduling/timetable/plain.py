"""A timetable as plain Python data: what the proving processes read, and start the sooner for."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Self


@dataclass(frozen=True)
class PlainTimetable:
    """A timetable without arrays: the fields are those of `view.Timetable`.

    Attributes
    ----------
    ends : tuple of (int, int)
        The two participants of each meeting.
    allowed : tuple of int
        Slots of each meeting, as masks.
    grid : tuple of int
        For each participant the slots in which idling is a break, as masks.
    precedences : tuple of (int, int)
        Meeting, and a meeting that must lie strictly after it.
    """

    n_slots: int
    n_tables: int
    ends: tuple[tuple[int, int], ...]
    allowed: tuple[int, ...]
    grid: tuple[int, ...]
    precedences: tuple[tuple[int, int], ...]
    fairness: int | None

    @property
    def n_meetings(self) -> int:
        """Number of meetings."""
        return len(self.ends)

    @property
    def n_participants(self) -> int:
        """Number of participants, those without a meeting among them."""
        return len(self.grid)

    @cached_property
    def meetings_of(self) -> tuple[tuple[int, ...], ...]:
        """For each participant, its meetings."""
        rows: list[list[int]] = [[] for _ in self.grid]
        for meeting, (left, right) in enumerate(self.ends):
            rows[left].append(meeting)
            rows[right].append(meeting)
        return tuple(map(tuple, rows))

    @cached_property
    def degree(self) -> tuple[int, ...]:
        """Meetings of each participant."""
        return tuple(map(len, self.meetings_of))

    @cached_property
    def available(self) -> tuple[int, ...]:
        """For each participant, the slots in which some meeting of its may lie."""
        masks = [0] * self.n_participants
        for pair, mask in zip(self.ends, self.allowed, strict=True):
            for end in pair:
                masks[end] |= mask
        return tuple(masks)

    def to_json(self) -> dict[str, Any]:
        """Give the fields as JSON knows them."""
        return {name: getattr(self, name) for name in self.__dataclass_fields__}

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """Read what `to_json` wrote."""
        return cls(
            n_slots=data["n_slots"],
            n_tables=data["n_tables"],
            ends=_pairs(data["ends"]),
            allowed=tuple(data["allowed"]),
            grid=tuple(data["grid"]),
            precedences=_pairs(data["precedences"]),
            fairness=data["fairness"],
        )


def _pairs(rows: Iterable[Iterable[int]]) -> tuple[tuple[int, int], ...]:
    return tuple((first, second) for first, second in rows)


def narrow(allowed: list[int], precedences: tuple[tuple[int, int], ...]) -> None:
    """Take off the slots that precedences rule out, in place, until nothing changes."""
    changed = True
    while changed:
        changed = False
        for first, then in precedences:
            early = allowed[first] & -allowed[first]
            late = 1 << max(allowed[then].bit_length() - 1, 0)
            cut_then = allowed[then] & ~(2 * early - 1) if early else 0
            cut_first = allowed[first] & (late - 1)
            if (cut_first, cut_then) != (allowed[first], allowed[then]):
                allowed[first], allowed[then] = cut_first, cut_then
                changed = True


def measure(table: PlainTimetable, slot_of: Sequence[int]) -> tuple[int, bool]:
    """Give the breaks of a timetable, and whether they are fairly spread and no slot holds too many meetings."""
    busy = [0] * table.n_participants
    load = [0] * table.n_slots
    for (left, right), slot in zip(table.ends, slot_of, strict=True):
        busy[left] |= 1 << slot
        busy[right] |= 1 << slot
        load[slot] += 1
    breaks = [_breaks(mask, grid) for mask, grid in zip(busy, table.grid, strict=True)]
    spread = max(breaks, default=0) - min(breaks, default=0)
    is_fair = table.fairness is None or spread <= table.fairness
    return sum(breaks), is_fair and max(load, default=0) <= table.n_tables


def _breaks(busy: int, grid: int) -> int:
    """Count the gaps between two busy slots that hold a slot of the grid."""
    found = 0
    while rest := busy & (busy - 1):
        gap = (rest & -rest) - ((busy & -busy) << 1)
        found += gap & grid != 0
        busy = rest
    return found
