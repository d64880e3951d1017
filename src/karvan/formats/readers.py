"""What a reader of one language sees: names in the reader's script, places, days."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from babel.languages import get_official_languages
from babel.lists import format_list

from karvan.languages import LANGUAGES, say
from karvan.languages.dates import full_date
from karvan.languages.messages import isolate_in
from karvan.languages.names import country_name, language_name
from karvan.mission.calendar import minutes_between
from karvan.mission.companies import Person, Side
from karvan.mission.mission import Mission
from karvan.mission.opportunities import OpportunityKind
from karvan.mission.programme import Attendance, Meeting, Programme
from karvan.scheduling.referee.figures import count_breaks

Item = Meeting | Attendance
"""One thing that a company does: both have a start, an end and a venue."""

Day = tuple[date, tuple[Item, ...]]
"""A date, and what happens on it in order of time."""


def script_of(text: str) -> str:
    """Give the script of a text's first letter as Unicode names it (``ARABIC``), or nothing."""
    letter = next((char for char in text if char.isalpha()), "")
    return unicodedata.name(letter, "").split(" ")[0] if letter else ""


def date_range(lang: str, first: date, last: date) -> tuple[str, str]:
    """Write a span of days in both calendars, the readers' own first: ``2-5 December 2025``."""
    both = zip(full_date(lang, first), full_date(lang, last), strict=True)
    own, other = (_join_dates(a, b) for a, b in both)
    return own, other


def _join_dates(first: str, last: str) -> str:
    (day, _, month), (other_day, _, other_month) = first.partition(" "), last.partition(" ")
    if first == last:
        return first
    if month == other_month:
        return f"{day}\u2013{other_day} {month}"
    return f"{first} \u2013 {last}"


def minutes_of(item: Item) -> int:
    """Give the length of a meeting or block in whole minutes."""
    return minutes_between(item.start, item.end)


def breaks_of(mission: Mission, programme: Programme, code: str) -> int:
    """Count the breaks of one company, as the referee counts those of all."""
    return count_breaks(mission, programme, code)


@dataclass(frozen=True, slots=True)
class Reader:
    """Names, places and days of a mission as readers of one language see them."""

    mission: Mission
    lang: str

    @property
    def title(self) -> str:
        """The mission's title."""
        return self.mission.settings.title.best(self.lang)

    def text(self, text: str) -> str:
        """Wrap a user's text, so that it cannot disturb the text around it."""
        return isolate_in(self.lang, text) if text else ""

    def name(self, code: str) -> str:
        """Give a company's name in the reader's language, else in English, else in any."""
        return self.mission.company[code].name.best(self.lang)

    def own_name(self, code: str) -> str:
        """Give a company's name in its own language; empty where `name` says it already."""
        company = self.mission.company[code]
        country = company.country or self.mission.settings.country_of(company.side)
        for lang in (*get_official_languages(country), *company.languages):
            own = company.name.in_language(lang)
            if own:
                return "" if own == self.name(code) else own
        return ""

    def city(self, code: str) -> str:
        """Give the city of a company as it was entered."""
        return self.mission.company[code].city

    def people(self, code: str) -> tuple[Person, ...]:
        """Give the delegates who are expected: travelling, and not in reserve."""
        return tuple(p for p in self.mission.people_of[code] if p.is_travelling and not p.is_reserve)

    def country(self, side: Side) -> str:
        """Give the name of the country that a side comes from."""
        code = self.mission.settings.country_of(side)
        return country_name(self.lang, code)

    def languages(self, codes: tuple[str, ...]) -> str:
        """Give the names of languages as a list."""
        return format_list([language_name(self.lang, code) for code in codes], locale=self.lang)

    def interpreter(self, code: str) -> str:
        """Give the name of an interpreter, or nothing where there is none."""
        return self.mission.interpreter[code].name if code else ""

    def participants(self, block: Attendance) -> str:
        """Give who takes part in a visit or block as a list; a side that is all there is named as one."""
        names: list[str] = []
        for side in Side:
            codes = [company.code for company in self.mission.delegation(side).companies]
            present = [code for code in codes if code in block.companies]
            if present and present == codes:
                names.append(say(self.lang, "document-all", side=say(self.lang, f"side-{side}")))
            else:
                names += [self.text(self.name(code)) for code in present]
        return format_list(names, locale=self.lang)

    def shared_languages(self, a: str, b: str) -> str:
        """Give the languages that two companies can speak with each other; empty: none."""
        theirs = self.mission.languages_of[b]
        return self.languages(tuple(lang for lang in self.mission.languages_of[a] if lang in theirs))

    def can_read(self, text: str) -> bool:
        """Whether a text is in the reader's script, or in Latin letters, which most can read."""
        return script_of(text) in {script_of(LANGUAGES[self.lang].name), "LATIN"}

    def opportunities(self, code: str, kind: OpportunityKind) -> tuple[str, ...]:
        """Give the titles of what a company offers or needs, as far as the reader can read them."""
        rows = self.mission.opportunities_of[code]
        return tuple(r.title for r in rows if r.kind is kind and r.title and self.can_read(r.title))

    def venue(self, code: str) -> str:
        """Give the title of a venue: that of its only room, else what the titles of all its tables begin with."""
        titles = [t.title.best(self.lang) for t in self.mission.tables if t.venue == code]
        if len(titles) == 1:
            return titles[0] or code
        beginnings = {re.split("[,،]", title)[0] for title in titles}
        return beginnings.pop() if len(beginnings) == 1 and any(beginnings) else code

    def place(self, venue: str, table: str = "") -> str:
        """Give where to go: the table's title, else its code and the venue; empty: nobody said."""
        if not table:
            return self.venue(venue) if venue else ""
        for row in self.mission.tables:
            if (row.venue, row.table) == (venue, table) and row.title:
                return row.title.best(self.lang)
        return say(self.lang, "document-table-at", table=table, venue=self.venue(venue))

    def what(self, block: Attendance) -> str:
        """Give the title of a visit or block, or the word for its kind."""
        return block.title.best(self.lang) or say(self.lang, f"block-{block.kind}")

    def local(self, moment: datetime) -> datetime:
        """Give a moment in the mission's time zone."""
        return moment.astimezone(self.mission.settings.zone)

    def days(self, items: tuple[Item, ...]) -> tuple[Day, ...]:
        """Group what happens by local date, in order of time."""
        ordered = sorted(items, key=lambda item: (item.start, item.end))
        groups = groupby(ordered, key=lambda item: self.local(item.start).date())
        return tuple((day, tuple(group)) for day, group in groups)

    def itinerary(self, programme: Programme, code: str) -> tuple[Day, ...]:
        """Give everything that a company does, day by day."""
        return self.days((*programme.meetings_of(code), *programme.attended_by(code)))


def dates_of(reader: Reader, programme: Programme) -> tuple[date, ...]:
    """Give the days on which anything happens."""
    items: tuple[Item, ...] = (*programme.meetings, *programme.visits, *programme.blocks)
    return tuple(day for day, _ in reader.days(items))
