"""The scheduler's grid: slots across, tables down, a tray of what is not placed, and where a meeting in hand fits."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

from karvan.formats.readers import Reader
from karvan.languages import say
from karvan.mission.mission import Pair
from karvan.scheduling.candidates import level_of, oriented
from karvan.scheduling.places import Place
from karvan.scheduling.room import Obstacle
from karvan.web.drafts.bridge import Opened, Placed
from karvan.web.programmes.screens import grid

Key = tuple[str, str, datetime]
"""A venue, a table, and a start in UTC."""

GENERAL = frozenset(("within-block", "block-domain", "interpreter-needed", "fixed", "avoid", "same-side", "table"))
"""Obstacles that are about no one company."""


@dataclass(frozen=True, slots=True)
class Party:
    """One company."""

    code: str
    name: str


@dataclass(frozen=True, slots=True)
class Cell:
    """One table in one slot.

    Attributes
    ----------
    why : str
        Why the meeting in hand cannot be put there; empty: it can, or there is none in hand.
    address : str
        ``venue|table|start``, for the form.
    """

    placed: Placed | None
    parties: tuple[Party, ...]
    is_free: bool
    why: str
    address: str
    is_after_gap: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One table."""

    title: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One meeting of the tray."""

    parties: tuple[Party, ...]
    level: str
    pick: str


@dataclass(frozen=True, slots=True)
class Board:
    """The grid of a day."""

    slots: tuple[grid.Slot, ...]
    rows: tuple[Row, ...]
    free: int


def pick_of(pair: Pair) -> str:
    """Name a pair in an address."""
    return "+".join(sorted(pair))


def board(opened: Opened, reader: Reader, day: date, found: tuple[Place, ...]) -> Board:
    """Give the grid of a day; `found` are the places of the meeting in hand, none where there is none."""
    held = [m for m in opened.programme.meetings if reader.local(m.start).date() == day]
    slots = grid.columns_of(grid.spans_of(reader, held, day))
    at = {(p.meeting.venue, p.meeting.table, p.meeting.start.astimezone(UTC)): p for p in opened.placed}
    free = {(p.meeting.venue, p.meeting.table, p.meeting.start.astimezone(UTC)): p for p in found}
    rows = tuple(
        Row(reader.place(venue, table), tuple(_cells(reader, (venue, table), slots, at, free)))
        for venue, table in grid.tables_of(reader, held, day)
    )
    return Board(slots, rows, sum(cell.is_free for row in rows for cell in row.cells))


def _cells(
    reader: Reader,
    where: tuple[str, str],
    slots: tuple[grid.Slot, ...],
    at: Mapping[Key, Placed],
    found: Mapping[Key, Place],
) -> Iterator[Cell]:
    venue, table = where
    for slot in slots:
        key = venue, table, slot.start.astimezone(UTC)
        placed, place = at.get(key), found.get(key)
        yield Cell(
            placed,
            _parties(reader, placed.meeting.company, placed.meeting.counterpart) if placed else (),
            bool(place and place.is_free),
            why(reader, place.obstacles[0]) if place and place.obstacles else "",
            f"{venue}|{table}|{key[2]:%Y-%m-%dT%H:%M}",
            slot.is_after_gap,
        )


def _parties(reader: Reader, *codes: str) -> tuple[Party, ...]:
    known = reader.mission.company
    return tuple(Party(code, reader.name(code) if code in known else code) for code in codes)


def why(reader: Reader, obstacle: Obstacle) -> str:
    """Say in a few words what is in the way of a meeting."""
    rule = obstacle.rule.value
    if rule in GENERAL or not obstacle.who:
        return say(reader.lang, f"place-{rule}")
    return say(reader.lang, f"place-{rule}", company=obstacle.who)


def tray(opened: Opened, reader: Reader) -> list[Waiting]:
    """Give the meetings that were asked for and are not placed."""
    mission = opened.mission
    return [
        Waiting(_parties(reader, *oriented(mission, pair)), level_of(mission, pair).value, pick_of(pair))
        for pair in opened.left_out
    ]
