"""Reads of clearances."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from karvan.web.clearances.bridge import is_sensitive
from karvan.web.clearances.enums import ClearanceState
from karvan.web.clearances.models import Clearance
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company, Opportunity
from karvan.web.missions.models import Mission

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from karvan.web.access import Seat

Key = tuple[int, int | None]
"""The number of a company, and of the other one where it is about their meeting."""


@dataclass(frozen=True, slots=True)
class Item:
    """A company, or a meeting of two, with what holds of it today.

    Attributes
    ----------
    latest : Clearance or None
        None: nobody has decided yet.
    """

    company: Company
    counterpart: Company | None
    latest: Clearance | None
    today: date

    @property
    def state(self) -> str:
        """What holds today: a clearance that has run out is open again."""
        if self.latest is None or (self.latest.valid_until and self.latest.valid_until < self.today):
            return ClearanceState.OPEN
        return self.latest.state

    @property
    def is_cleared(self) -> bool:
        """Whether nothing stands in the way."""
        return self.state == ClearanceState.CLEARED


def companies_to_clear(seat: Seat, *, today: date) -> list[Item]:
    """Companies that take part, of the side that somebody sees to, with their clearance; two queries."""
    rows = seat.mission.companies.filter(standing=Standing.PARTICIPATING)
    if not seat.is_neutral:
        rows = rows.filter(side=seat.desk or "")
    latest = _latest(seat.mission)
    return [Item(row, None, latest.get((row.pk, None)), today) for row in rows]


def uncleared(companies: Sequence[Company], *, today: date) -> list[Company]:
    """Of the given companies, those that are not cleared today; one query."""
    latest: dict[int, Clearance] = {}
    rows = Clearance.objects.filter(company__in=companies, counterpart=None).order_by("entered_at", "pk")
    for row in rows:
        latest[row.company_id] = row
    return [row for row in companies if not Item(row, None, latest.get(row.pk), today).is_cleared]


def meetings_to_clear(mission: Mission, pairs: Iterable[tuple[str, str]], *, today: date) -> list[Item]:
    """Meetings among the given pairs of codes that need a clearance of their own; three queries."""
    rows = {row.code: row for row in mission.companies.filter(standing=Standing.PARTICIPATING)}
    routes, latest = _routes(mission), _latest(mission)
    found = []
    for pair in pairs:
        first, second = sorted((rows[code] for code in pair if code in rows), key=lambda row: row.pk) or (None, None)
        if first and second and is_sensitive(routes[first.pk], routes[second.pk]):
            found.append(Item(first, second, latest.get((first.pk, second.pk)), today))
    return found


def missing_clearances(
    mission: Mission, pairs: Iterable[tuple[str, str]], *, today: date, guests: Iterable[str] = ()
) -> list[Item]:
    """What is not cleared of a programme with these meetings: companies, then meetings; five queries.

    Parameters
    ----------
    guests : iterable of str
        Codes of companies that take part without a meeting: on a visit.
    """
    pairs = list(pairs)
    codes = {code for pair in pairs for code in pair} | set(guests)
    rows = mission.companies.filter(standing=Standing.PARTICIPATING, code__in=codes)
    latest = _latest(mission)
    companies = [Item(row, None, latest.get((row.pk, None)), today) for row in rows]
    everything = companies + meetings_to_clear(mission, pairs, today=today)
    return [item for item in everything if not item.is_cleared]


def history(mission: Mission, *, seat: Seat) -> QuerySet[Clearance]:
    """Every decision, latest first; one query. Staff of a side reads those about its own companies."""
    rows = Clearance.objects.filter(company__mission=mission).select_related("company", "counterpart", "entered_by")
    return rows if seat.is_neutral else rows.filter(company__side=seat.desk or "", counterpart=None)


def _latest(mission: Mission) -> dict[Key, Clearance]:
    rows = Clearance.objects.filter(company__mission=mission).order_by("entered_at", "pk")
    return {(row.company_id, row.counterpart_id): row for row in rows}


def _routes(mission: Mission) -> defaultdict[int, set[str]]:
    found: defaultdict[int, set[str]] = defaultdict(set)
    for company, routes in Opportunity.objects.filter(company__mission=mission).values_list("company", "routes"):
        found[company].update(routes)
    return found
