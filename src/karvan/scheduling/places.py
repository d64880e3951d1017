"""Where one meeting could be put by hand: every table in every slot, and what is in the way there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from karvan.mission.calendar import Calendar, MeetingSlot
from karvan.mission.companies import TableRef
from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Meeting, Programme
from karvan.mission.rules import Rule
from karvan.scheduling.candidates import level_of, oriented
from karvan.scheduling.explain import (
    Obstacle,
    company_obstacles,
    excerpt_of,
    free_interpreters,
    is_barred,
    visits_of,
)
from karvan.scheduling.referee.spans import absences, overlap, stay


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
    """

    meeting: Meeting
    obstacles: tuple[Obstacle, ...] = ()
    held: Meeting | None = None

    @property
    def is_free(self) -> bool:
        """Whether the meeting fits."""
        return not self.obstacles


def places(mission: Mission, programme: Programme, pair: Pair) -> tuple[Place, ...]:
    """Say of every table in every slot whether two companies could meet there, and what is in the way.

    Parameters
    ----------
    programme : Programme
        As it stands; a meeting of the pair in it is taken out first.

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
    held = next((m for m in programme.meetings_of(min(pair)) if m.pair == pair), None)
    rest = replace(programme, meetings=tuple(m for m in programme.meetings if m.pair != pair)) if held else programme
    asked = _Asked(_preferring(mission, held), rest, pair, held)
    slots = Calendar(mission, visits_of(mission, programme)).slots
    return tuple(place for slot in slots if slot.only in (None, pair) for place in asked.at(slot))


def _preferring(mission: Mission, held: Meeting | None) -> Mission:
    """Put the interpreter whom a meeting has first, so that it keeps them where it can."""
    if held is None or not held.interpreter:
        return mission
    in_order = sorted(mission.interpreters, key=lambda interpreter: interpreter.code != held.interpreter)
    return replace(mission, interpreters=tuple(in_order))


class _Asked:
    """One meeting that is to be put somewhere into a programme without it."""

    def __init__(self, mission: Mission, programme: Programme, pair: Pair, held: Meeting | None) -> None:
        self._mission, self._programme, self._pair = mission, programme, pair
        self._company, self._counterpart = oriented(mission, pair)
        self._level = held.level if held else level_of(mission, pair)
        self._score = held.score if held else None
        self._excerpt = excerpt_of(mission, programme, pair)
        self._barred = (Obstacle(Rule.AVOID if pair in mission.avoided else Rule.SAME_SIDE),) * is_barred(mission, pair)
        self._homes = {code: table for code in sorted(pair) for table in self._tables(mission.company[code].home_table)}
        agreed = [row.table for row in mission.fixed if row.pair == pair]
        self._agreed = {table for ref in agreed for table in self._tables(ref)}

    def _tables(self, ref: TableRef | None) -> tuple[TableRef, ...]:
        return self._mission.find_tables(ref) if ref else ()

    def at(self, slot: MeetingSlot) -> Iterator[Place]:
        """Give the places of a slot."""
        span = slot.span
        trial = Meeting(
            company=self._company,
            counterpart=self._counterpart,
            start=span.start,
            end=span.end,
            venue=span.venue,
            level=self._level,
            score=self._score,
        )
        shared = (*self._barred, *company_obstacles(self._mission, self._excerpt, self._programme, trial))
        interpreter = self._interpreter(trial)
        if interpreter is None:
            shared = (*shared, Obstacle(Rule.INTERPRETER_NEEDED))
        taken, lost = self._taken(trial), self._lost(trial)
        for table in self._mission.tables_at.get(span.venue, ("",)):
            own = tuple(self._at_table(TableRef(span.venue, table), taken, lost))
            meeting = replace(trial, table=table, interpreter=interpreter or "")
            yield Place(meeting, (*shared, *own), taken.get(table) if table else None)

    def _interpreter(self, trial: Meeting) -> str | None:
        """Give an interpreter who is free; empty: none is needed; None: none is free."""
        is_agreed = any(row.interpreter for row in self._mission.fixed if row.pair == self._pair)
        if not is_agreed and not self._mission.needs_interpreter(*self._pair):
            return ""
        return next(free_interpreters(self._mission, self._programme, trial), None)

    def _taken(self, trial: Meeting) -> dict[str, Meeting]:
        """Give the meeting at each table of the venue meanwhile."""
        meetings = self._programme.meetings
        return {m.table: m for m in meetings if m.start < trial.end and trial.start < m.end and m.venue == trial.venue}

    def _lost(self, trial: Meeting) -> frozenset[str]:
        """Give the tables of the venue that are lost meanwhile."""
        away = {a.who for a in self._mission.absences}
        tables = self._mission.tables_at.get(trial.venue, ())
        refs = {table: str(TableRef(trial.venue, table)) for table in tables}
        return frozenset(
            table
            for table, ref in refs.items()
            if ref in away and any(overlap(stay(trial), span) for span in absences(self._mission, ref))
        )

    def _at_table(self, ref: TableRef, taken: dict[str, Meeting], lost: frozenset[str]) -> Iterator[Obstacle]:
        """Give what is in the way at a table: whoever sits there, its loss, another table that was agreed."""
        if ref.table and (ref.table in taken or ref.table in lost):
            yield Obstacle(Rule.TABLE)
        yield from (Obstacle(Rule.HOME_TABLE, code) for code, home in self._homes.items() if home != ref)
        if self._agreed and ref not in self._agreed:
            yield Obstacle(Rule.FIXED)
