"""Reads of companies with what they have said."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from django.db.models import Count

from karvan.mission.opportunities import OpportunityKind
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company, Opportunity, Person
from karvan.web.companies.parts import Profile
from karvan.web.missions.models import Mission

if TYPE_CHECKING:
    from django.db.models import QuerySet


def participants(mission: Mission) -> QuerySet[Company]:
    """Companies that take part, of both sides, in the organiser's order; one query."""
    return Company.objects.filter(mission=mission, standing=Standing.PARTICIPATING)


def profiles_of(companies: Iterable[Company]) -> list[Profile]:
    """Companies with how much each has said, in their order; three queries."""
    rows = list(companies)
    keys = [row.pk for row in rows]
    said = Opportunity.objects.filter(company__in=keys).order_by().values_list("company", "kind")
    statements = {(company, kind): n for company, kind, n in said.annotate(n=Count("pk"))}
    known = Person.objects.filter(company__in=keys).order_by().values_list("company")
    people = dict(known.annotate(n=Count("pk")))
    return [
        Profile(
            company=row,
            people=people.get(row.pk, 0),
            offers=statements.get((row.pk, OpportunityKind.OFFER), 0),
            needs=statements.get((row.pk, OpportunityKind.NEED), 0),
        )
        for row in rows
    ]
