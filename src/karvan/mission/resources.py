"""What is scarce: tables, interpreters, and everybody's time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time

from karvan.mission.localised import NO_TEXT, LocalisedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """One table of a venue, or a room that holds one meeting at a time."""

    venue: str
    table: str
    seats: int | None = None
    title: LocalisedText = NO_TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelTime:
    """Minutes from one venue to another; both ways unless the reverse is given too."""

    origin: str
    destination: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Interpreter:
    """Somebody who interprets between at least two languages.

    Minutes are minutes of meetings; the changeover between two meetings is no pause, a free slot is.
    """

    code: str
    name: str
    languages: tuple[str, ...]
    max_minutes_per_day: int = 360
    max_minutes_without_pause: int = 90
    pause_minutes: int = 15


@dataclass(frozen=True, slots=True, kw_only=True)
class Absence:
    """When a company or an interpreter is away, or a table is lost; without times: all day.

    Attributes
    ----------
    who : str
        Code of a company or an interpreter, or a table as ``venue/table``.
    """

    who: str
    date: date
    start: time | None = None
    end: time | None = None
    reason: str = ""
