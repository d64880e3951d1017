"""Reads of companies for the organiser's team: its own side's whole, of the other side what the catalogue shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q

from karvan.mission.localised import LocalisedText
from karvan.web.access import Capability, Seat
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company, Opportunity
from karvan.web.companies.parts import Profile
from karvan.web.companies.queries import profiles_of
from karvan.web.delegations.enums import Manager
from karvan.web.errors import NotFoundError
from karvan.web.members.enums import Role
from karvan.web.members.models import Membership
from karvan.web.members.queries import open_invitations
from karvan.web.requests.queries import Counts, request_counts

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Row:
    """A company as the list shows it.

    Attributes
    ----------
    domains : tuple of str
        Codes of the domains of its offers and needs.
    is_ours : bool
        Whether the reader sees to it. Of others there is only what the catalogue shows: nothing else of them is
        filtered or sorted by.
    manager : Manager
        Whether somebody manages it on the web.
    counts : Counts or None
        Of requests; None where the reader may not know.
    """

    profile: Profile
    domains: tuple[str, ...]
    is_ours: bool
    manager: Manager
    counts: Counts | None

    @property
    def company(self) -> Company:
        """The company."""
        return self.profile.company

    def key(self, sort: str, lang: str) -> tuple[str, float]:
        """Give its place in an order; what the reader does not see counts as nothing."""
        if sort == "name":
            return LocalisedText.from_mapping(self.company.names).best(lang).casefold(), 0
        if sort in {"code", "side"}:
            return str(getattr(self.company, sort)).casefold(), 0
        if not self.is_ours:
            return "", -1
        if sort in {"sent", "received"}:
            return "", float(getattr(self.counts, sort)) if self.counts else -1
        words = {"standing": self.company.standing, "manager": self.manager.value}
        numbers = {"profile": self.profile.done, "people": self.profile.people}
        return words.get(sort, ""), numbers.get(sort, 0)

    def says(self, words: str) -> bool:
        """Whether its code, a name, its city, or (of ours) its contact has some words in it."""
        mine = self.company
        own = (mine.contact_name, mine.contact_email) if self.is_ours else ()
        return words.casefold() in " ".join((mine.code, mine.city, *mine.names.values(), *own)).casefold()


def sees_to(seat: Seat, company: Company) -> bool:
    """Whether somebody of the organiser's team sees to a company: of their side, or any for the neutral desk."""
    return seat.is_neutral or seat.desk == company.side


def visible_companies(seat: Seat) -> QuerySet[Company]:
    """Companies of the side that somebody sees to, and those of the other side that take part; one query."""
    rows = seat.mission.companies.select_related("mission")
    if seat.is_neutral:
        return rows
    return rows.filter(Q(side=seat.desk or "") | Q(standing=Standing.PARTICIPATING))


def company_for(seat: Seat, code: str) -> Company:
    """A company that somebody of the organiser's team sees to; one query.

    Raises
    ------
    NotFoundError
        If there is none, or it is the other side's.
    """
    found = seat.mission.companies.filter(code=code).select_related("mission").first()
    if found is None or not sees_to(seat, found):
        raise NotFoundError
    return found


def rows_for(seat: Seat, at: datetime) -> list[Row]:
    """The list of companies as somebody may read it, in the organiser's order; eight queries however long it is."""
    profiles = profiles_of(visible_companies(seat))
    companies = [profile.company for profile in profiles]
    domains, managers = _domains_of(companies), managers_of(seat, at)
    counts = request_counts(seat.mission, companies, at) if seat.may(Capability.READ_MATCHES) else {}
    return [
        Row(
            profile=profile,
            domains=domains.get(profile.company.pk, ()),
            is_ours=sees_to(seat, profile.company),
            manager=managers.get(profile.company.pk, Manager.NOBODY),
            counts=counts.get(profile.company.pk) if sees_to(seat, profile.company) else None,
        )
        for profile in profiles
    ]


def _domains_of(companies: Iterable[Company]) -> dict[int, tuple[str, ...]]:
    """Give the domains that each company's offers and needs name; one query."""
    found: dict[int, dict[str, None]] = defaultdict(dict)
    said = Opportunity.objects.filter(company__in=[row.pk for row in companies]).order_by("company", "position", "pk")
    for company, codes in said.values_list("company", "domains"):
        found[company].update(dict.fromkeys(code.partition(".")[0] for code in codes))
    return {company: tuple(codes) for company, codes in found.items()}


def managers_of(seat: Seat, at: datetime) -> dict[int, Manager]:
    """Who has a manager, or somebody invited to be one; two queries."""
    invited = open_invitations(seat.mission, at=at).filter(role=Role.MANAGER).values_list("company", flat=True)
    joined = Membership.objects.filter(mission=seat.mission, role=Role.MANAGER).values_list("company", flat=True)
    found = dict.fromkeys((pk for pk in invited if pk), Manager.INVITED)
    return found | dict.fromkeys((pk for pk in joined if pk), Manager.JOINED)
