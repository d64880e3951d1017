"""Reads of what companies have said of their time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from karvan.web.availability.models import Availability, Away
from karvan.web.companies.models import Company
from karvan.web.missions.models import Mission

if TYPE_CHECKING:
    from django.db.models import QuerySet


@dataclass(frozen=True, slots=True)
class Said:
    """What a company has said.

    Attributes
    ----------
    away : dict
        ``spans`` and ``reason`` by the key of the person; None: of all.
    revision : int
        0: nothing yet.
    """

    away: dict[int | None, dict[str, Any]]
    revision: int = 0

    @property
    def is_given(self) -> bool:
        """Whether it has said anything, be it that its people always can."""
        return self.revision > 0


def said_by(company: Company) -> Said:
    """What a company has said; two queries."""
    row = Availability.objects.filter(company=company).first()
    rows = Away.objects.filter(availability__company=company)
    away = {each.person_id: {"spans": each.spans, "reason": each.reason} for each in rows}
    return Said(away, row.revision if row else 0)


def silent_of(companies: Sequence[Company]) -> list[Company]:
    """Of the given companies, those that have not said when they cannot meet; one query."""
    known = set(Availability.objects.filter(company__in=companies).values_list("company", flat=True))
    return [company for company in companies if company.pk not in known]


def given_in(mission: Mission) -> QuerySet[Away]:
    """All that companies have said, with company and person, for the neutral desk; one query."""
    rows = Away.objects.filter(availability__company__mission=mission).select_related("availability__company", "person")
    return rows.order_by("availability__company__position", "pk")
