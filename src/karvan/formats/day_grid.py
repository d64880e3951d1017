"""One day of a programme laid out as a grid: tables down, times across."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime

from karvan.formats.readers import Reader
from karvan.mission.programme import Attendance, Meeting, Programme

Times = tuple[datetime, datetime]
Place = tuple[str, str]
"""Venue and table."""


@dataclass(frozen=True)
class Grid:
    """A day's meetings by place and time, and what else happens."""

    times: tuple[Times, ...]
    places: tuple[Place, ...]
    meetings: dict[tuple[Place, Times], list[Meeting]]
    blocks: dict[Times, list[Attendance]]

    def has_meetings(self, times: Times) -> bool:
        """Whether anybody meets then, at whichever table."""
        return any(own == times for _, own in self.meetings)


def grid_of(reader: Reader, programme: Programme, day: date) -> Grid:
    """Lay a day out: every table of a venue that is used, every time at which something begins."""
    meetings: dict[tuple[Place, Times], list[Meeting]] = defaultdict(list)
    blocks: dict[Times, list[Attendance]] = defaultdict(list)
    for meeting in programme.meetings:
        if reader.local(meeting.start).date() == day:
            meetings[(meeting.venue, meeting.table), (meeting.start, meeting.end)].append(meeting)
    for block in (*programme.visits, *programme.blocks):
        if reader.local(block.start).date() == day:
            blocks[block.start, block.end].append(block)
    times = sorted({*(time for _, time in meetings), *blocks})
    return Grid(tuple(times), _places(reader, {place for place, _ in meetings}), meetings, blocks)


def _places(reader: Reader, used: set[Place]) -> tuple[Place, ...]:
    """Give all tables of the venues in use, in the organiser's order, then those nobody listed."""
    venues = {venue for venue, _ in used}
    listed = [
        (t.venue, t.table) for t in reader.mission.tables if t.venue in venues and (t.table or (t.venue, "") in used)
    ]
    return (*listed, *sorted(used - set(listed)))
