"""The scheduler's grid: slots across, tables down, a tray of what is not placed, and where a meeting in hand fits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

from karvan.formats.readers import Reader
from karvan.languages import say
from karvan.mission.mission import Pair
from karvan.mission.rules import Rule
from karvan.scheduling.candidates import level_of, oriented
from karvan.scheduling.places import Place
from karvan.scheduling.room import Obstacle
from karvan.web.drafts.bridge import Opened, Placed, PureMeeting
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
    is_now : bool
        The meeting in hand is here now.
    why : str
        Why the meeting in hand cannot be put there; empty: it can, or there is none in hand.
    address : str
        ``venue|table|start``, for the form.
    """

    placed: Placed | None
    parties: tuple[Party, ...]
    is_free: bool
    is_now: bool
    why: str
    address: str
    is_after_gap: bool


@dataclass(frozen=True, slots=True)
class Row:
    """One table; `place` is ``venue|table``, for the form."""

    title: str
    place: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Waiting:
    """One meeting of the tray."""

    parties: tuple[Party, ...]
    level: str
    pick: str


@dataclass(frozen=True, slots=True)
class Board:
    """The grid of a day; each slot with its start, as the addresses of cells have it."""

    slots: tuple[tuple[grid.Slot, str], ...]
    rows: tuple[Row, ...]
    free: int


NOW, FREE = -1, 0
"""What `Marks` says of a cell that holds the meeting in hand, and of one that is free for it."""

UNMARKED: tuple[int | None, str] = (None, "")
"""A cell while there is no meeting in hand."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The grid of a day as a meeting in hand sees it.

    Attributes
    ----------
    rows : list of list of int
        For each table and slot `NOW`, `FREE`, or the number of what is in the way, from 1 on.
    why : list of str
        What is in the way, in words.
    """

    rows: list[list[int]]
    why: list[str]

    def told(self, row: int, column: int) -> tuple[int, str]:
        """Give the mark of a cell, and what is in the way there in words."""
        mark = self.rows[row][column]
        return mark, self.why[mark - 1] if mark > FREE else ""

    @property
    def free(self) -> int:
        """How many cells are free."""
        return sum(mark == FREE for row in self.rows for mark in row)


def pick_of(pair: Pair) -> str:
    """Name a pair in an address."""
    return "+".join(sorted(pair))


def board(opened: Opened, reader: Reader, day: date, found: tuple[Place, ...]) -> Board:
    """Give the grid of a day; `found` are the places of the meeting in hand, none where there is none."""
    slots, tables = _sheet(opened, reader, day)
    starts = [f"{slot.start.astimezone(UTC):%Y-%m-%dT%H:%M}" for slot in slots]
    at = {_key(p.meeting): p for p in opened.placed}
    marked = marks(opened, reader, day, found) if found else None
    rows = tuple(
        Row(
            reader.place(venue, table),
            f"{venue}|{table}",
            tuple(
                _cell(
                    reader,
                    slot,
                    at.get(key),
                    f"{venue}|{table}|{start}",
                    marked.told(number, n) if marked else UNMARKED,
                )
                for n, (slot, start, key) in enumerate(zip(slots, starts, _keys((venue, table), slots), strict=True))
            ),
        )
        for number, (venue, table) in enumerate(tables)
    )
    return Board(tuple(zip(slots, starts, strict=True)), rows, marked.free if marked else 0)


def _sheet(opened: Opened, reader: Reader, day: date) -> tuple[tuple[grid.Slot, ...], list[tuple[str, str]]]:
    """Give the slots and the tables of a day."""
    held = [m for m in opened.programme.meetings if reader.local(m.start).date() == day]
    return grid.columns_of(grid.spans_of(reader, held, day)), grid.tables_of(reader, held, day)


def _key(meeting: PureMeeting) -> Key:
    return meeting.venue, meeting.table, meeting.start.astimezone(UTC)


def _keys(where: tuple[str, str], slots: tuple[grid.Slot, ...]) -> list[Key]:
    return [(*where, slot.start.astimezone(UTC)) for slot in slots]


def _cell(reader: Reader, slot: grid.Slot, held: Placed | None, address: str, marked: tuple[int | None, str]) -> Cell:
    mark, told = marked
    parties = _parties(reader, held.meeting.company, held.meeting.counterpart) if held else ()
    return Cell(held, parties, mark == FREE, mark == NOW, told, address, slot.is_after_gap)


def marks(opened: Opened, reader: Reader, day: date, found: tuple[Place, ...]) -> Marks:
    """Mark the cells of a day for a meeting whose places are given; a cell without one is outside its slots."""
    slots, tables = _sheet(opened, reader, day)
    places = {_key(p.meeting): p for p in found}
    now = next((_key(p.meeting) for p in found if p.is_now), None)
    told: dict[Obstacle, int] = {}
    outside = Obstacle(Rule.WITHIN_BLOCK)

    def mark(key: Key) -> int:
        place = places.get(key)
        if key == now:
            return NOW
        if place and place.is_free:
            return FREE
        return told.setdefault(place.obstacles[0] if place else outside, len(told) + 1)

    rows = [[mark(key) for key in _keys(table, slots)] for table in tables]
    return Marks(rows, [why(reader, obstacle) for obstacle in told])


def _parties(reader: Reader, *codes: str) -> tuple[Party, ...]:
    known = reader.mission.company
    return tuple(Party(code, reader.name(code) if code in known else code) for code in codes)


def names_of(reader: Reader, pair: Pair) -> str:
    """Name both companies in one text."""
    return " – ".join(party.name for party in _parties(reader, *oriented(reader.mission, pair)))


def why(reader: Reader, obstacle: Obstacle) -> str:
    """Say in a few words what is in the way of a meeting."""
    rule = obstacle.rule.value
    if rule in GENERAL or not obstacle.who:
        return say(reader.lang, f"place-{rule}")
    return say(reader.lang, f"place-{rule}", company=reader.name(obstacle.who))


def tray(opened: Opened, reader: Reader) -> list[Waiting]:
    """Give the meetings that were asked for and are not placed."""
    mission = opened.mission
    return [
        Waiting(_parties(reader, *oriented(mission, pair)), level_of(mission, pair).value, pick_of(pair))
        for pair in opened.left_out
    ]
