"""A mission as a whole, with the look-ups that everybody needs."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from zoneinfo import ZoneInfo

from karvan.mission.blocks import EVERYBODY, BlockKind, ProgrammeBlock
from karvan.mission.companies import Company, Delegation, Person, Side, TableRef
from karvan.mission.concepts import AddedConcept
from karvan.mission.goals import GoalName
from karvan.mission.localised import LocalisedText, distinct
from karvan.mission.opportunities import Opportunity
from karvan.mission.requests import FixedMeeting, MeetingRequest, RequestLevel
from karvan.mission.resources import Absence, Interpreter, Table, TravelTime

Pair = frozenset[str]
"""Two companies by their codes, in no order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the sheet Mission says."""

    title: LocalisedText
    start_date: date
    end_date: date
    time_zone: str
    visiting_country: str
    host_country: str
    slot_minutes: int = 30
    changeover_minutes: int = 5
    languages: tuple[str, ...] = ("fa", "ru", "en")
    max_meetings_per_company_per_day: int = 8
    min_meetings_per_company: int = 0
    body: str = ""
    session_number: int | None = None
    goals: tuple[GoalName, ...] = ()
    """In the organiser's order; those that are not named come last, as usual."""
    send_texts_to: str = ""
    """The only address to which a command may send texts, to have a model of sentences compare them."""

    @property
    def zone(self) -> ZoneInfo:
        """The mission's time zone."""
        return ZoneInfo(self.time_zone)

    def country_of(self, side: Side) -> str:
        """Give the country that a side comes from."""
        return self.visiting_country if side is Side.VISITOR else self.host_country


@dataclass(frozen=True, kw_only=True)
class Mission:
    """Everything an organiser has said about a mission.

    Every list is in the organiser's order. `karvan.mission.validation.find_issues` says what is
    wrong with one; all other code may take it that nothing is.
    """

    settings: Settings
    companies: tuple[Company, ...]
    opportunities: tuple[Opportunity, ...] = ()
    people: tuple[Person, ...] = ()
    requests: tuple[MeetingRequest, ...] = ()
    blocks: tuple[ProgrammeBlock, ...] = ()
    tables: tuple[Table, ...] = ()
    travel: tuple[TravelTime, ...] = ()
    interpreters: tuple[Interpreter, ...] = ()
    absences: tuple[Absence, ...] = ()
    fixed: tuple[FixedMeeting, ...] = ()
    concepts: tuple[AddedConcept, ...] = ()
    text_languages: tuple[str, ...] = field(default=())
    """Language of each opportunity's text, as detected by whoever read it; empty: as given."""

    @cached_property
    def company(self) -> dict[str, Company]:
        """Companies by code."""
        return {company.code: company for company in self.companies}

    @cached_property
    def interpreter(self) -> dict[str, Interpreter]:
        """Interpreters by code."""
        return {interpreter.code: interpreter for interpreter in self.interpreters}

    def delegation(self, side: Side) -> Delegation:
        """Give all companies of a side."""
        return Delegation(side, tuple(c for c in self.companies if c.side is side))

    @cached_property
    def opportunities_of(self) -> dict[str, tuple[Opportunity, ...]]:
        """Opportunities by company code; companies without one have an empty tuple."""
        rows: dict[str, list[Opportunity]] = {company.code: [] for company in self.companies}
        for opportunity in self.opportunities:
            rows[opportunity.company].append(opportunity)
        return {code: tuple(row) for code, row in rows.items()}

    @cached_property
    def people_of(self) -> dict[str, tuple[Person, ...]]:
        """People by company code; companies without one have an empty tuple."""
        rows: dict[str, list[Person]] = {company.code: [] for company in self.companies}
        for person in self.people:
            rows[person.company].append(person)
        return {code: tuple(row) for code, row in rows.items()}

    @cached_property
    def languages_of(self) -> dict[str, tuple[str, ...]]:
        """Languages each company speaks: as given, else of its texts, else the mission's first."""
        of_texts: dict[str, list[str]] = defaultdict(list)
        detected = self.text_languages or ("",) * len(self.opportunities)
        for opportunity, language in zip(self.opportunities, detected, strict=True):
            of_texts[opportunity.company].append(opportunity.language or language)
        return {
            c.code: c.languages or distinct(filter(None, of_texts[c.code])) or self.settings.languages[:1]
            for c in self.companies
        }

    @cached_property
    def domains_of(self) -> dict[str, frozenset[str]]:
        """Domains in which each company has an opportunity."""
        return {
            code: frozenset(domain for opportunity in row for domain in opportunity.domains)
            for code, row in self.opportunities_of.items()
        }

    @cached_property
    def avoided(self) -> frozenset[Pair]:
        """Pairs of which one side does not want to meet the other; for the organiser's eyes only."""
        return frozenset(r.pair for r in self.requests if r.level is RequestLevel.AVOID)

    @cached_property
    def requested(self) -> dict[Pair, RequestLevel]:
        """Pairs with an accepted request, and the strongest level asked for."""
        levels: dict[Pair, RequestLevel] = {}
        for request in self.requests:
            if request.is_binding and levels.get(request.pair) is not RequestLevel.MUST:
                levels[request.pair] = request.level
        return levels

    @cached_property
    def fixed_pairs(self) -> frozenset[Pair]:
        """Pairs whose meeting was agreed beforehand."""
        return frozenset(row.pair for row in self.fixed)

    def is_asked_for(self, pair: Pair) -> bool:
        """Whether a request that was accepted, or a fixed row, asks for this meeting."""
        return pair in self.requested or pair in self.fixed_pairs

    def needs_interpreter(self, a: str, b: str) -> bool:
        """Whether two companies share no language."""
        return not set(self.languages_of[a]) & set(self.languages_of[b])

    def can_interpret(self, interpreter: Interpreter, a: str, b: str) -> bool:
        """Whether an interpreter speaks a language of each of two companies."""
        spoken = set(interpreter.languages)
        return bool(spoken & set(self.languages_of[a])) and bool(spoken & set(self.languages_of[b]))

    def takes_part(self, block: ProgrammeBlock, code: str) -> bool:
        """Whether a block names a company: by its code, by its side, or with everybody."""
        named = {code, self.company[code].side.value, EVERYBODY}
        return not named.isdisjoint(block.companies)

    def admits(self, block: ProgrammeBlock, pair: Pair) -> bool:
        """Whether two companies may meet in a meetings block: both named, and its domains shared."""
        if not all(self.takes_part(block, code) for code in pair):
            return False
        shared = frozenset.intersection(*(self.domains_of[code] for code in pair))
        return not block.domains or self.is_asked_for(pair) or bool(shared & set(block.domains))

    def binding_blocks(self, code: str) -> tuple[int, ...]:
        """Give the indices of the blocks that a company must attend whatever is assigned."""
        return tuple(
            index
            for index, block in enumerate(self.blocks)
            if block.kind is not BlockKind.MEETINGS and not block.is_assigned and self.takes_part(block, code)
        )

    def daily_limit(self, code: str) -> int:
        """Give the most meetings a company can have on one day."""
        own = self.company[code].max_meetings_per_day
        return self.settings.max_meetings_per_company_per_day if own is None else own

    @cached_property
    def travel_minutes(self) -> dict[tuple[str, str], int]:
        """Minutes between venues in each direction."""
        there = {(t.origin, t.destination): t.minutes for t in self.travel}
        back = {(b, a): minutes for (a, b), minutes in there.items()}
        return back | there

    def way_minutes(self, origin: str, destination: str) -> int:
        """Give the minutes from one venue to another; zero where nobody said, or at one venue."""
        if origin == destination:
            return 0
        return self.travel_minutes.get((origin, destination), 0)

    @cached_property
    def tables_at(self) -> dict[str, tuple[str, ...]]:
        """Tables of each venue, in the organiser's order."""
        rows: dict[str, list[str]] = defaultdict(list)
        for table in self.tables:
            rows[table.venue].append(table.table)
        return {venue: tuple(row) for venue, row in rows.items()}

    def venues_of(self, block: ProgrammeBlock) -> tuple[str, ...]:
        """Give the venues in which a block's meetings can be: its own, or all that have tables."""
        return (block.venue,) if block.venue else tuple(self.tables_at) or ("",)

    def find_tables(self, ref: TableRef) -> tuple[TableRef, ...]:
        """Give the tables a reference can mean: none if unknown, several if it is ambiguous."""
        written = str(ref)
        return tuple(
            full for full in (TableRef(t.venue, t.table) for t in self.tables) if written in (str(full), full.table)
        )
