"""Reads of what is owed: by one company, or by everybody that somebody of the organiser's team sees to."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from karvan.web.access import Capability, Seat
from karvan.web.accounts.models import User
from karvan.web.applications.enums import Outcome
from karvan.web.applications.models import Application
from karvan.web.applications.queries import applications_for
from karvan.web.availability.queries import silent_of
from karvan.web.clearances.queries import uncleared
from karvan.web.companies.models import Company, Person
from karvan.web.companies.parts import Part
from karvan.web.companies.queries import participants, profiles_of
from karvan.web.duties.models import Reminder
from karvan.web.logistics.queries import people_without_journey
from karvan.web.members.enums import Role
from karvan.web.members.models import Membership
from karvan.web.missions.enums import Phase
from karvan.web.missions.models import Mission
from karvan.web.missions.phases import OF_THE_DESK, Activity, ends_at, opening_of
from karvan.web.requests.queries import Wishes, request_counts
from karvan.web.visits.queries import without_visit

PAUSE = timedelta(days=1)
"""Nobody is reminded more often than that, unless somebody asks for it."""

SOON = timedelta(minutes=10)
"""A reminder that has not gone out after so long does not count: no server took it."""

SEEN_BY = {
    Activity.JOURNEYS: Capability.READ_LOGISTICS,
    Activity.CLEARANCES: Capability.CLEAR,
    Activity.DECISIONS: Capability.ASSESS,
}
"""What of the organiser's team only some may read; all others read the rest."""


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that somebody still has to do.

    Attributes
    ----------
    due_at : datetime or None
        Until when; None: nobody has set a deadline.
    count : int
        How many requests wait.
    missing, filled_in : tuple of Part, int
        What a profile lacks, and how many parts it has.
    people : tuple of Person
        Whose travel data is missing.
    """

    activity: Activity
    due_at: datetime | None = None
    count: int = 0
    missing: tuple[Part, ...] = ()
    filled_in: int = 0
    people: tuple[Person, ...] = ()

    @property
    def share(self) -> float:
        """How much of a profile there is, 0..1."""
        return self.filled_in / len(Part)


Found = Mapping[int, Owed]
"""What companies owe of one kind, by their keys."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What a search for debts begins with: whose, until when they should be paid, and what time it is."""

    mission: Mission
    companies: tuple[Company, ...]
    at: datetime
    due_at: datetime | None


def _profiles(ground: Ground) -> Found:
    found = profiles_of(ground.companies)
    return {
        each.company.pk: Owed(Activity.PROFILE, ground.due_at, missing=each.missing, filled_in=each.done)
        for each in found
        if not each.is_complete
    }


def _requests(ground: Ground) -> Found:
    counts = request_counts(ground.mission, ground.companies, ground.at)
    return {pk: Owed(Activity.REQUESTS, each.owed_until, count=each.owed) for pk, each in counts.items() if each.owed}


def _availability(ground: Ground) -> Found:
    return {company.pk: Owed(Activity.AVAILABILITY, ground.due_at) for company in silent_of(ground.companies)}


def _visits(ground: Ground) -> Found:
    found = without_visit(ground.mission, ground.companies)
    return {company.pk: Owed(Activity.VISITS, ground.due_at) for company in found}


def _journeys(ground: Ground) -> Found:
    people: dict[int, list[Person]] = defaultdict(list)
    for person in people_without_journey(ground.companies):
        people[person.company_id].append(person)
    return {pk: Owed(Activity.JOURNEYS, ground.due_at, people=tuple(own)) for pk, own in people.items()}


def _clearances(ground: Ground) -> Found:
    today = ground.at.astimezone(ZoneInfo(ground.mission.time_zone)).date()
    found = uncleared(ground.companies, today=today)
    return {company.pk: Owed(Activity.CLEARANCES, ground.due_at) for company in found}


FINDERS: dict[Activity, Callable[[Ground], Found]] = {
    Activity.PROFILE: _profiles,
    Activity.REQUESTS: _requests,
    Activity.AVAILABILITY: _availability,
    Activity.VISITS: _visits,
    Activity.JOURNEYS: _journeys,
    Activity.CLEARANCES: _clearances,
}
"""How the debts of companies are found; each makes as many queries for one company as for a thousand."""


def owed_by(
    mission: Mission, companies: Iterable[Company], at: datetime, *, activities: Iterable[Activity]
) -> dict[int, tuple[Owed, ...]]:
    """What companies owe in the phase of their mission, by their keys, the most urgent first; ten queries at most."""
    ground = Ground(mission, tuple(companies), at, ends_at(mission, Phase(mission.phase)))
    wanted = set(activities)
    found = [FINDERS[each](ground) for each in opening_of(mission).expects if each in FINDERS and each in wanted]
    return {company.pk: tuple(by[company.pk] for by in found if company.pk in by) for company in ground.companies}


def owed_by_own(company: Company, wishes: Wishes, at: datetime) -> tuple[Owed, ...]:
    """What a company owes, as its own people see it.

    Notes
    -----
    Of requests it is told what its own page of requests shows: none that it has answered by a "no thanks".
    """
    kinds = set(FINDERS) - OF_THE_DESK
    found = owed_by(company.mission, [company], at, activities=kinds - {Activity.REQUESTS})[company.pk]
    if not wishes.to_answer or Activity.REQUESTS not in opening_of(company.mission).expects:
        return found
    until = min(request.expires_at for request in wishes.to_answer)
    return (Owed(Activity.REQUESTS, until, count=len(wishes.to_answer)), *found)


@dataclass(frozen=True, slots=True)
class Debtor:
    """A company that owes something, or an application that waits for a decision.

    Attributes
    ----------
    reminder : Reminder or None
        The latest one.
    """

    of: Company | Application
    owes: tuple[Owed, ...]
    reminder: Reminder | None = None
    has_address: bool = False
    at: datetime | None = None

    @property
    def side(self) -> str:
        """Whose side it is on."""
        return self.of.call.side if isinstance(self.of, Application) else self.of.side

    @property
    def is_concerned(self) -> bool:
        """Whether the company itself owes something, and not the organiser alone."""
        return any(owed.activity not in OF_THE_DESK for owed in self.owes)

    @property
    def can_be_reminded(self) -> bool:
        """Whether a letter can help, and reach anybody."""
        return self.has_address and self.is_concerned

    @property
    def is_reminded(self) -> bool:
        """Whether it was reminded within the last day."""
        return bool(self.at and self.reminder and counts_still(self.reminder, self.at))


def counts_still(reminder: Reminder, at: datetime) -> bool:
    """Whether a reminder is so young that there should be no other one."""
    is_out = reminder.sent_at is not None or reminder.reminded_at > at - SOON
    return is_out and reminder.reminded_at > at - PAUSE


@dataclass(frozen=True, slots=True)
class Debts:
    """All that is owed in what somebody of the organiser's team sees to.

    Attributes
    ----------
    counts : dict of Activity to int
        How many owe each thing that the phase expects; zeros too.
    companies : int
        How many companies there are.
    """

    debtors: tuple[Debtor, ...]
    counts: Mapping[Activity, int]
    companies: int

    @property
    def indebted(self) -> int:
        """How many companies owe something."""
        return sum(isinstance(debtor.of, Company) for debtor in self.debtors)

    def narrowed(self, *, side: str, kind: str) -> tuple[Debtor, ...]:
        """The debtors of a side who owe a thing; empty: any."""
        return tuple(
            debtor
            for debtor in self.debtors
            if side in ("", debtor.side) and (not kind or any(owed.activity == kind for owed in debtor.owes))
        )


def debts(seat: Seat, at: datetime) -> Debts:
    """Who owes what, for somebody of the organiser's team: all, or those of their own side; fifteen queries at most."""
    mission = seat.mission
    kinds = [each for each in opening_of(mission).expects if each not in SEEN_BY or seat.may(SEEN_BY[each])]
    companies = list(companies_of(seat))
    owed = owed_by(mission, companies, at, activities=kinds)
    indebted = [company for company in companies if owed[company.pk]]
    reminders, reachable = latest_reminders(mission), {pk for pk, own in addresses(indebted).items() if own}
    debtors = [
        Debtor(company, owed[company.pk], reminders.get(company.pk), company.pk in reachable, at)
        for company in indebted
    ]
    if Activity.DECISIONS in kinds:
        waiting = applications_for(seat).filter(outcome=Outcome.WAITING)
        due_at = ends_at(mission, Phase(mission.phase))
        debtors += [Debtor(each, (Owed(Activity.DECISIONS, due_at),)) for each in waiting]
    counted = Counter(each.activity for debtor in debtors for each in debtor.owes)
    return Debts(tuple(debtors), {kind: counted[kind] for kind in kinds}, len(companies))


def companies_of(seat: Seat) -> Iterable[Company]:
    """The companies that take part and that somebody of the organiser's team sees to; one query."""
    found = participants(seat.mission).select_related("mission")
    return found if seat.is_neutral else found.filter(side=seat.desk or "")


def latest_reminders(mission: Mission) -> dict[int, Reminder]:
    """The latest reminder of each company that had one, by the company's key; one query."""
    rows = Reminder.objects.filter(company__mission=mission).select_related("reminded_by").order_by("reminded_at", "pk")
    return {row.company_id: row for row in rows}


@dataclass(frozen=True, slots=True)
class Address:
    """To whom a letter about a company goes, and in which language; an empty one: the company's."""

    email: str
    name: str
    lang: str


def addresses(companies: Sequence[Company]) -> dict[int, tuple[Address, ...]]:
    """To whom letters about companies go: their managers or, where there are none, their contact; one query."""
    rows = Membership.objects.filter(company__in=companies, role=Role.MANAGER, user__is_active=True)
    managers: dict[int | None, list[User]] = defaultdict(list)
    for row in rows.select_related("user").order_by("pk"):
        managers[row.company_id].append(row.user)
    return {company.pk: tuple(_addresses(company, managers[company.pk])) for company in companies}


def _addresses(company: Company, managers: Iterable[User]) -> Iterable[Address]:
    found = [Address(user.email, user.name, user.lang) for user in managers]
    contact = [Address(company.contact_email, company.contact_name, "")] if company.contact_email else []
    return found or contact
