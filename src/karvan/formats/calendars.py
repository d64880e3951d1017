"""What a company or an interpreter does, for the calendars of its people (RFC 5545)."""

from __future__ import annotations

import uuid
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from functools import cache

from icalendar import Calendar, Event, Timezone, vDuration

from karvan.formats.diary import Diary
from karvan.formats.readers import Item, Reader
from karvan.languages import say
from karvan.languages.bidi import strip_isolates
from karvan.languages.messages import Value
from karvan.mission.mission import Mission
from karvan.mission.programme import Attendance, Meeting, Programme

PRODUCT = "-//Karvan//Karvan mission programme//EN"
"""Who wrote the file, as RFC 5545 wants it."""


@dataclass(frozen=True, slots=True)
class Edition:
    """Which version of a programme a file tells of.

    Attributes
    ----------
    stamp : datetime
        When the programme was made, with a time zone.
    sequence : int
        Each release has a higher one.
    """

    stamp: datetime
    sequence: int = 0


Row = tuple[str, Item, Diary, str]
"""An event's identifier, what happens, in whose words, and its status."""

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "missions.karvan.invalid")
"""Where the identifiers of missions live (RFC 9562, version 5)."""


def calendar_ics(
    mission: Mission,
    programme: Programme,
    code: str,
    *,
    lang: str,
    stamp: datetime,
    sequence: int = 0,
    before: Programme | None = None,
) -> bytes:
    """Give a company's meetings, visits and other blocks as one iCalendar file to subscribe to.

    Parameters
    ----------
    stamp : datetime
        When the programme was made, with a time zone.
    sequence : int
        Which version of the programme this is; each release has a higher one.
    before : Programme, optional
        The programme that the company was told before: what is no longer in it is given as cancelled, since a
        calendar keeps an event of which it hears nothing.

    Notes
    -----
    Two companies meet once, so the identifier of their meeting is made of the mission and the two
    codes: a meeting that moves to another time or table stays the same event. A block's identifier
    is made of its kind, date and title. Of the other side only the names are given.
    """
    reader = Reader(mission, lang)
    diary, edition = Diary(reader, programme, code), Edition(stamp, sequence)
    gone = [] if before is None else _gone(Diary(reader, before, code), diary)
    return _written(_calendar(diary, "PUBLISH"), [*gone, *_kept(diary)], edition)


def diary_ics(diary: Diary, edition: Edition, *, organizer: str = "", refresh: timedelta | None = None) -> bytes:
    """Give what a company or an interpreter does as one iCalendar file (RFC 5546, method PUBLISH).

    Parameters
    ----------
    organizer : str
        The mail address that tells of it; a file that is sent by mail needs one.
    refresh : timedelta, optional
        How often who has subscribed should look again (RFC 7986).
    """
    calendar = _calendar(diary, "PUBLISH")
    if refresh is not None:
        calendar.add("refresh-interval", refresh, parameters={"value": "DURATION"})
        calendar.add("x-published-ttl", vDuration(refresh))
    return _written(calendar, _kept(diary), edition, organizer=organizer)


def cancelled_ics(before: Diary, now: Diary, edition: Edition, *, organizer: str, attendee: str) -> list[bytes]:
    """Give a file for each thing that is no longer done, which takes it out of a calendar (RFC 5546, method CANCEL).

    Parameters
    ----------
    before : Diary
        What the reader was told last, with the mission as it was then.
    organizer, attendee : str
        Mail addresses: who tells of it, and whom.
    """
    parties = {"organizer": organizer, "attendee": attendee}
    return [_written(_calendar(before, "CANCEL"), [row], edition, **parties) for row in _gone(before, now)]


def _kept(diary: Diary) -> list[Row]:
    return [(uid, item, diary, "CONFIRMED") for uid, item in _by_identifier(diary)]


def _gone(before: Diary, now: Diary) -> list[Row]:
    """Give what was done and is done no more."""
    kept = dict(_by_identifier(now))
    return [(uid, item, before, "CANCELLED") for uid, item in _by_identifier(before) if uid not in kept]


def _written(
    calendar: Calendar, rows: Iterable[Row], edition: Edition, *, organizer: str = "", attendee: str = ""
) -> bytes:
    for uid, item, diary, status in rows:
        event = _event(diary, item)
        event.add("uid", uid)
        event.add("dtstamp", edition.stamp)
        event.add("sequence", edition.sequence)
        event.add("status", status)
        for name, address in (("organizer", organizer), ("attendee", attendee)):
            if address:
                event.add(name, f"mailto:{address}")
        calendar.add_component(event)
    written: bytes = calendar.to_ical()
    return written


def _calendar(diary: Diary, method: str) -> Calendar:
    calendar, reader = Calendar(), diary.reader
    known = bool(diary.name)
    name = _plain(reader, "calendar-name", mission=reader.title, company=diary.name) if known else reader.title
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", method)
    calendar.add("name", name)
    calendar.add("x-wr-calname", name)
    settings = reader.mission.settings
    calendar.add("x-wr-timezone", settings.time_zone)
    calendar.add_component(_zone(settings.time_zone, settings.start_date, settings.end_date))
    return calendar


@cache
def _zone(name: str, first: date, last: date) -> Timezone:
    """Describe a time zone for the months around a mission; it takes long, and all companies share it."""
    some_time = timedelta(days=92)
    return Timezone.from_tzid(name, first_date=first - some_time, last_date=last + some_time)


def _plain(reader: Reader, message: str, **values: Value) -> str:
    """Say something without the characters that keep directions apart: calendars show them as boxes."""
    return strip_isolates(say(reader.lang, message, **values))


def identity(mission: Mission) -> uuid.UUID:
    """Give an identifier of a mission that outlives corrections of its title and programme."""
    settings = mission.settings
    parts = (settings.visiting_country, settings.host_country, str(settings.start_date), settings.body)
    return uuid.uuid5(NAMESPACE, "\n".join(parts))


def _by_identifier(diary: Diary) -> Iterator[tuple[str, Item]]:
    """Give what a company or interpreter does with an identifier that no two of them share."""
    mission = identity(diary.reader.mission)
    seen: dict[tuple[str, ...], int] = {}
    for day, items in diary.days:
        for item in items:
            if isinstance(item, Meeting):
                key: tuple[str, ...] = ("meeting", *sorted(item.pair))
            else:
                key = (item.kind.value, str(day), item.title.best("en"))
            seen[key] = seen.get(key, 0) + 1
            name = "\n".join((*key, str(seen[key])))
            yield f"{uuid.uuid5(mission, name)}@karvan", item


def _event(diary: Diary, item: Item) -> Event:
    reader = diary.reader
    event = _meeting(diary, item) if isinstance(item, Meeting) else _block(reader, item)
    event.add("dtstart", reader.local(item.start))
    event.add("dtend", reader.local(item.end))
    place = reader.place(item.venue, item.table if isinstance(item, Meeting) else "")
    if place:
        event.add("location", strip_isolates(place))
    return event


def _meeting(diary: Diary, meeting: Meeting) -> Event:
    event, reader, others = Event(), diary.reader, diary.others(meeting)
    names = " – ".join(reader.name(other) for other in others)
    event.add("summary", _plain(reader, "calendar-meeting", counterpart=names))
    event.add("description", "" if diary.is_roster else "\n".join(_lines(reader, meeting, others[0])))
    event.add("categories", [say(reader.lang, "block-meetings")])
    event.add("transp", "OPAQUE")
    return event


def _lines(reader: Reader, meeting: Meeting, other: str) -> Iterator[str]:
    """Say the counterpart's own name and city, who comes, and who interprets or what is spoken."""
    own = ", ".join(filter(None, (reader.own_name(other), reader.city(other))))
    people = [person.name.best(reader.lang) for person in reader.people(other)]
    shared = reader.shared_languages(meeting.company, meeting.counterpart)
    if own:
        yield own
    if people:
        yield _plain(reader, "calendar-people", people=people)
    if meeting.interpreter:
        yield _plain(reader, "calendar-interpreter", name=reader.interpreter(meeting.interpreter))
    elif shared:
        yield _plain(reader, "calendar-language", languages=shared)


def _block(reader: Reader, block: Attendance) -> Event:
    event = Event()
    event.add("summary", reader.what(block))
    event.add("categories", [say(reader.lang, f"block-{block.kind}")])
    event.add("transp", "OPAQUE")
    return event
