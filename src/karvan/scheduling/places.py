"""Where one meeting could be put by hand: every table in every slot, and what is in the way there."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from karvan.mission.calendar import Span
from karvan.mission.companies import TableRef
from karvan.mission.mission import Pair
from karvan.mission.programme import Meeting
from karvan.mission.rules import Rule
from karvan.scheduling.candidates import level_of, oriented
from karvan.scheduling.explain import is_barred
from karvan.scheduling.room import Obstacle, Room


@dataclass(frozen=True, slots=True)
class Place:
    """One table in one slot, for one meeting.

    Attributes
    ----------
    meeting : Meeting
        As it would be there, with an interpreter who is free if it needs one.
    obstacles : tuple of Obstacle
        The rules that it would break; none: it fits.
    held : Meeting or None
        The meeting that has the table then.
    is_now : bool
        The meeting is here as the programme stands.
    """

    meeting: Meeting
    obstacles: tuple[Obstacle, ...] = ()
    held: Meeting | None = None
    is_now: bool = False

    @property
    def is_free(self) -> bool:
        """Whether the meeting fits."""
        return not self.obstacles


def places(room: Room, pair: Pair, *, on: date | None = None) -> tuple[Place, ...]:
    """Say of every table in every slot whether two companies could meet there, and what is in the way.

    Parameters
    ----------
    room : Room
        Of the programme as it stands; a meeting of the pair in it is left out of account.
    on : date or None
        The day that is asked about, by the mission's clocks; None: all of them.

    Returns
    -------
    tuple of Place
        In order of time, then of tables. Those for the organiser's eyes only: where the two do not meet whatever
        room there is, every place says so (`Rule.AVOID`, `Rule.SAME_SIDE`).

    Notes
    -----
    A place is free exactly where the referee finds nothing about the meeting once it is put there. The rules about
    companies and interpreters are asked once for each slot, those about tables for each place.
    """
    asked = _Asked(room, pair)
    spans = dict.fromkeys(slot.span for slot in room.slots if slot.only in (None, pair))
    trials = [asked.trial(span) for span in spans if on in (None, span.start.date())]
    shared = room.of_companies(trials)
    return tuple(place for trial in trials for place in asked.at(trial, shared[trial]))


class _Asked:
    """One meeting that is to be put somewhere into a programme without it."""

    def __init__(self, room: Room, pair: Pair) -> None:
        mission = room.mission
        held = next((m for m in room.programme.meetings_of(min(pair)) if m.pair == pair), None)
        self._room, self._pair = room, pair
        self._company, self._counterpart = oriented(mission, pair)
        self._level = held.level if held else level_of(mission, pair)
        self._score = held.score if held else None
        self._held = held
        self._barred = (Obstacle(Rule.AVOID if pair in mission.avoided else Rule.SAME_SIDE),) * is_barred(mission, pair)
        self._homes = {code: table for code in sorted(pair) for table in self._tables(mission.company[code].home_table)}
        fixed = [row for row in mission.fixed if row.pair == pair]
        self._agreed = {table for row in fixed for table in self._tables(row.table)}
        self._is_interpreted = any(row.interpreter for row in fixed) or mission.needs_interpreter(*pair)

    def _tables(self, ref: TableRef | None) -> tuple[TableRef, ...]:
        return self._room.mission.find_tables(ref) if ref else ()

    def trial(self, span: Span) -> Meeting:
        """Give the meeting as it would be in a slot."""
        return Meeting(
            company=self._company,
            counterpart=self._counterpart,
            start=span.start,
            end=span.end,
            venue=span.venue,
            level=self._level,
            score=self._score,
        )

    def at(self, trial: Meeting, of_companies: tuple[Obstacle, ...]) -> Iterator[Place]:
        """Give the places of a slot."""
        shared = (*self._barred, *of_companies)
        interpreter = self._interpreter(trial)
        if interpreter is None:
            shared = (*shared, Obstacle(Rule.INTERPRETER_NEEDED))
        taken, lost = self._room.taken(trial), self._room.lost(trial)
        for table in self._room.mission.tables_at.get(trial.venue, ("",)):
            own = tuple(self._at_table(TableRef(trial.venue, table), taken, lost))
            meeting = replace(trial, table=table, interpreter=interpreter or "")
            yield Place(meeting, (*shared, *own), taken.get(table) if table else None, self._is_now(meeting))

    def _is_now(self, meeting: Meeting) -> bool:
        held = self._held
        return held is not None and (held.start, held.venue, held.table) == (
            meeting.start,
            meeting.venue,
            meeting.table,
        )

    def _interpreter(self, trial: Meeting) -> str | None:
        """Give an interpreter who is free, whoever has the meeting first; empty: none is needed; None: none is."""
        if not self._is_interpreted:
            return ""
        return next(self._room.free_interpreters(trial, first=self._held.interpreter if self._held else ""), None)

    def _at_table(self, ref: TableRef, taken: Mapping[str, Meeting], lost: frozenset[str]) -> Iterator[Obstacle]:
        """Give what is in the way at a table: whoever sits there, its loss, another table that was agreed."""
        if ref.table and (ref.table in taken or ref.table in lost):
            yield Obstacle(Rule.TABLE)
        yield from (Obstacle(Rule.HOME_TABLE, code) for code, home in self._homes.items() if home != ref)
        if self._agreed and ref not in self._agreed:
            yield Obstacle(Rule.FIXED)
