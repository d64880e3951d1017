"""Reads of visits that are a choice."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from karvan.web.blocks.models import ProgrammeBlock
from karvan.web.companies.models import Company
from karvan.web.missions.models import Mission
from karvan.web.visits.bridge import VISIT, may_choose
from karvan.web.visits.models import NoVisits, VisitPlace


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit that is a choice, with the places that are taken.

    Attributes
    ----------
    places : tuple of VisitPlace
        With their companies, in the order of taking.
    """

    row: ProgrammeBlock
    places: tuple[VisitPlace, ...]

    @property
    def left(self) -> int | None:
        """How many places there are still; None: without limit."""
        return None if self.row.capacity is None else max(0, self.row.capacity - len(self.places))

    @property
    def is_full(self) -> bool:
        """Whether there is none."""
        return self.left == 0

    def is_taken_by(self, company: Company) -> bool:
        """Whether a company has a place."""
        return any(place.company_id == company.pk for place in self.places)


def visits_of(mission: Mission) -> tuple[Visit, ...]:
    """The visits of a mission that are a choice, in order of time; two queries."""
    rows = ProgrammeBlock.objects.filter(mission=mission, kind=VISIT, is_choice=True)
    places = places_by_block(mission)
    return tuple(Visit(row, tuple(places.get(row.pk, ()))) for row in rows.order_by("date", "start", "position"))


def places_by_block(mission: Mission) -> Mapping[int, list[VisitPlace]]:
    """All places that are taken, with their companies; one query."""
    found: dict[int, list[VisitPlace]] = defaultdict(list)
    rows = VisitPlace.objects.filter(block__mission=mission).select_related("company").order_by("taken_at", "pk")
    for place in rows:
        found[place.block_id].append(place)
    return found


def goes_nowhere(company: Company) -> bool:
    """Whether a company has said that it goes on no visit; one query."""
    return NoVisits.objects.filter(company=company).exists()


def without_visit(mission: Mission, companies: Sequence[Company]) -> list[Company]:
    """Of the given companies, those that could still choose a visit and have said nothing; three queries."""
    visits = visits_of(mission)
    refused = set(NoVisits.objects.filter(company__mission=mission).values_list("company", flat=True))
    gone = refused | {place.company_id for visit in visits for place in visit.places}
    open_visits = [visit for visit in visits if not visit.is_full]
    return [
        company
        for company in companies
        if company.pk not in gone and any(may_choose(visit.row, company) for visit in open_visits)
    ]
