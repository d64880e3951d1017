"""Between what companies say of their people's time and the absences that the scheduler knows.

A company is away while all of its people are: as long as one of them can meet, it can.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, time
from typing import TYPE_CHECKING, TypeAlias

from karvan.mission.calendar import Calendar
from karvan.mission.mission import Mission
from karvan.mission.resources import Absence
from karvan.web.availability.models import Away
from karvan.web.companies.models import Person
from karvan.web.frame.dates import days_between
from karvan.web.missions.models import Mission as StoredMission

if TYPE_CHECKING:
    from django.db.models import QuerySet

PureMission: TypeAlias = Mission
"""A mission without a database, for the signatures of others."""

Spans = list[list[str]]
"""As `Away.spans`."""

DAY = 24 * 60
"""Minutes."""

Piece = tuple[date, int, int]
"""A stretch ``[start, end)`` of a day, in minutes after midnight."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A slot in which a company could meet.

    Attributes
    ----------
    key : str
        Its day and start, as forms send it.
    """

    key: str
    start: time
    end: time

    @property
    def minutes(self) -> tuple[int, int]:
        """From when to when it lasts, in minutes after midnight."""
        return _minutes(self.start), _minutes(self.end)


@dataclass(frozen=True, slots=True)
class Group:
    """Slots of one block, with its title in the reader's language."""

    title: str
    slots: tuple[Slot, ...]


@dataclass(frozen=True, slots=True)
class Day:
    """A day of the mission with a company's slots; none: it could be away all day all the same."""

    date: date
    groups: tuple[Group, ...]

    @property
    def key(self) -> str:
        """The whole day, as forms send it."""
        return self.date.isoformat()

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All its slots in order of time."""
        return tuple(sorted((s for group in self.groups for s in group.slots), key=lambda slot: slot.minutes))


def days_of(mission: Mission, code: str, lang: str) -> tuple[Day, ...]:
    """Give the days of a mission with the slots in which a company could meet; two at the same time are one."""
    titles = {i: block.title.best(lang) for i, block in enumerate(mission.blocks)}
    groups: dict[date, dict[int, dict[str, Slot]]] = defaultdict(lambda: defaultdict(dict))
    seen: set[tuple[str, time]] = set()
    for row in Calendar(mission).slots:
        if row.block is None or not mission.takes_part(mission.blocks[row.block], code):
            continue
        start, end = row.span.start, row.span.end
        slot = Slot(f"{start:%Y-%m-%dT%H:%M}", start.time(), end.time())
        if (slot.key, slot.end) not in seen:
            seen.add((slot.key, slot.end))
            groups[start.date()][row.block][slot.key] = slot
    days = {*days_between(mission.settings.start_date, mission.settings.end_date), *groups}
    return tuple(
        Day(day, tuple(Group(titles[i], tuple(own.values())) for i, own in groups[day].items())) for day in sorted(days)
    )


def spans_of(keys: Iterable[str], days: Iterable[Day], before: Spans) -> Spans:
    """Give what was ticked as spans, neighbours joined; what was said before of times that nobody shows stays."""
    wanted, days = set(keys), tuple(days)
    shown = {day.date for day in days}
    found = [span for span in before if _is_elsewhere(span, days, shown)]
    for day in days:
        if day.key in wanted:
            found.append([day.key, "", ""])
        else:
            found.extend(_joined(day, wanted))
    return sorted(found)


def _joined(day: Day, wanted: set[str]) -> Iterator[list[str]]:
    """Give one span for each run of slots that were ticked."""
    run: list[Slot] = []
    for slot in (*day.slots, None):
        if slot is not None and slot.key in wanted:
            run.append(slot)
        elif run:
            end = max(each.end for each in run)
            yield [day.key, f"{run[0].start:%H:%M}", f"{end:%H:%M}"]
            run = []


def _is_elsewhere(span: list[str], days: Iterable[Day], shown: set[date]) -> bool:
    """Whether a span is of a time that is on no page: no slot is there, and it is no whole day that is shown."""
    piece = _piece(span)
    is_whole = not span[1] and not span[2] and piece[0] in shown
    return not is_whole and not any(_touches(piece, day, slot) for day in days for slot in day.slots)


def keys_of(spans: Spans, days: Iterable[Day]) -> set[str]:
    """Give what is ticked: whole days, and every slot that a span touches."""
    pieces = [_piece(span) for span in spans]
    found = {span[0] for span in spans if not span[1] and not span[2]}
    for day in days:
        found |= {s.key for s in day.slots if day.key not in found and any(_touches(p, day, s) for p in pieces)}
    return found


def _touches(piece: Piece, day: Day, slot: Slot) -> bool:
    start, end = slot.minutes
    return piece[0] == day.date and piece[1] < end and start < piece[2]


def own_absences(stored: StoredMission) -> tuple[Absence, ...]:
    """Give when companies are away by what they have said themselves; two queries at most."""
    rows = list(
        Away.objects.filter(availability__company__mission=stored)
        .select_related("availability__company")
        .order_by("pk")
    )
    codes = {row.availability.company_id: row.availability.company.code for row in rows}
    people: dict[int, set[int]] = defaultdict(set)
    if rows:
        for company, person in attending(codes).values_list("company", "pk"):
            people[company].add(person)
    by: dict[int, dict[int | None, list[Piece]]] = defaultdict(dict)
    for row in rows:
        by[row.availability.company_id][row.person_id] = [_piece(span) for span in row.spans]
    return tuple(
        _absence(code, piece)
        for company, code in codes.items()
        for piece in away_together(by[company], people[company])
    )


def attending(companies: Iterable[int]) -> QuerySet[Person]:
    """Give the people who meet for these companies: no reserves."""
    return Person.objects.filter(company__in=list(companies), is_reserve=False).order_by("position", "pk")


def away_together(pieces: Mapping[int | None, list[Piece]], people: set[int]) -> list[Piece]:
    """Give when nobody of a company can meet: what holds of all, and what all of its people have in common."""
    found = list(pieces.get(None, []))
    if people:
        shared = pieces.get(min(people), [])
        for person in people:
            shared = [common for a in shared for b in pieces.get(person, []) if (common := _common(a, b))]
        found += shared
    return sorted(set(found))


def _common(a: Piece, b: Piece) -> Piece | None:
    start, end = max(a[1], b[1]), min(a[2], b[2])
    return (a[0], start, end) if a[0] == b[0] and start < end else None


def _piece(span: list[str]) -> Piece:
    day, start, end = span
    return (
        date.fromisoformat(day),
        _minutes(time.fromisoformat(start)) if start else 0,
        _minutes(time.fromisoformat(end)) if end else DAY,
    )


def _minutes(clock: time) -> int:
    return clock.hour * 60 + clock.minute


def _absence(code: str, piece: Piece) -> Absence:
    day, start, end = piece
    return Absence(who=code, date=day, start=_clock(start) if start else None, end=_clock(end) if end < DAY else None)


def _clock(minutes: int) -> time:
    return time(minutes // 60, minutes % 60)
