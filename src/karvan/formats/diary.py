"""What one company, or one interpreter, does in a programme, and what has changed in it, in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from karvan.formats.readers import Day, Item, Reader
from karvan.formats.reasons import company_label
from karvan.formats.repair_text import entry_text
from karvan.languages import say
from karvan.languages.dates import clock_range, full_date, weekday
from karvan.mission.programme import Meeting, Programme
from karvan.scheduling.repair.difference import Difference, Entry, MeetingDifference


@dataclass(frozen=True, slots=True)
class Diary:
    """A programme as it concerns one company or one interpreter, for readers of one language.

    Attributes
    ----------
    code : str
        Of the company; with `is_roster`, of the interpreter.
    """

    reader: Reader
    programme: Programme
    code: str
    is_roster: bool = False

    @property
    def days(self) -> tuple[Day, ...]:
        """What they do, day by day; nothing, where the programme does not know them."""
        if self.is_roster:
            return self.reader.days(tuple(self.programme.interpreted_by(self.code)))
        return self.reader.itinerary(self.programme, self.code)

    @property
    def name(self) -> str:
        """The name of the company or the interpreter; empty, where the mission does not know them."""
        if self.is_roster:
            known = self.reader.mission.interpreter.get(self.code)
            return known.name if known else ""
        return self.reader.name(self.code) if self.code in self.reader.mission.company else ""

    def others(self, meeting: Meeting) -> tuple[str, ...]:
        """Whom they meet: of an interpreter's meeting both companies."""
        return (meeting.company, meeting.counterpart) if self.is_roster else (meeting.other(self.code),)


def when_in_both(reader: Reader, item: Item) -> str:
    """Give the day of a meeting or block in both calendars, and its time, in the mission's time zone."""
    start, end = reader.local(item.start), reader.local(item.end)
    day, other = full_date(reader.lang, start.date())
    return say(reader.lang, "told-when", day=day, other=other, time=clock_range(reader.lang, start, end))


def agenda_text(diary: Diary) -> str:
    """Say everything that they do, a paragraph for each day and a line for each thing."""
    return "\n\n".join("\n".join(_day_lines(diary, day)) for day in diary.days)


def _day_lines(diary: Diary, day: Day) -> Iterator[str]:
    lang, (date, items) = diary.reader.lang, day
    own, other = full_date(lang, date)
    yield say(lang, "told-day", weekday=weekday(lang, date), day=own, other=other)
    yield from (_line(diary, item) for item in items)


def _line(diary: Diary, item: Item) -> str:
    reader = diary.reader
    place = reader.place(item.venue, item.table if isinstance(item, Meeting) else "")
    if isinstance(item, Meeting):
        what = say(reader.lang, "told-meeting", companies=[reader.name(code) for code in diary.others(item)])
        interpreter = reader.interpreter(item.interpreter) if item.interpreter and not diary.is_roster else ""
    else:
        what, interpreter = reader.what(item), ""
    time = clock_range(reader.lang, reader.local(item.start), reader.local(item.end))
    facts = {"what": what, "place": place, "interpreter": interpreter}
    kind = "-".join(["told-line", *(name for name in ("place", "interpreter") if facts[name])])
    return say(reader.lang, kind, time=time, **facts)


def roster_changes(made: Difference, interpreter: str) -> tuple[MeetingDifference, ...]:
    """Give what differs for an interpreter: meetings that came, went, or are elsewhere."""
    return tuple(row for row in made.meetings if interpreter in {m.interpreter for m in (row.before, row.after) if m})


def changes_of(made: Difference, diary: Diary) -> tuple[Entry, ...]:
    """Give what differs for one company or one interpreter, in order of time, blocks first."""
    return roster_changes(made, diary.code) if diary.is_roster else made.told.get(diary.code, ())


def change_texts(before: Diary, now: Diary, entries: tuple[Entry, ...]) -> list[str]:
    """Say each change to those whom it concerns; what is gone is named as the mission was then."""
    if now.is_roster:
        return [_roster_text(before, now, entry) for entry in entries if isinstance(entry, MeetingDifference)]
    return [
        entry_text(before.reader if entry.after is None else now.reader, now.code, entry, when=when_in_both)
        for entry in entries
    ]


def _roster_text(before: Diary, now: Diary, entry: MeetingDifference) -> str:
    own = [m is not None and m.interpreter == now.code for m in (entry.before, entry.after)]
    kind = {(True, False): "off", (False, True): "new"}.get((own[0], own[1]), str(entry.kind))
    meeting = entry.after if own[1] and entry.after else entry.before
    reader = now.reader if own[1] else before.reader
    assert meeting
    return say(
        reader.lang,
        f"told-roster-{kind}",
        companies=[company_label(reader.mission, reader.lang, code) for code in (meeting.company, meeting.counterpart)],
        before=when_in_both(reader, entry.before or meeting),
        after=when_in_both(reader, meeting),
        place=reader.place(meeting.venue, meeting.table) or "–",
    )
