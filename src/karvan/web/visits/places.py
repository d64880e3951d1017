"""Who has chosen what, for those who put missions together or take them apart; it knows the tables alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from karvan.web.blocks.models import ProgrammeBlock
from karvan.web.missions.models import Mission
from karvan.web.visits.models import NoVisits, VisitPlace


@dataclass(frozen=True, slots=True)
class Choices:
    """What the companies of a mission have said about visits.

    Attributes
    ----------
    chosen : dict of int to tuple of str
        Codes by the key of the block, in the order of taking.
    refused : tuple of str
        Codes of those that go on no visit.
    """

    chosen: Mapping[int, tuple[str, ...]]
    refused: tuple[str, ...]


def choices_of(mission: Mission) -> Choices:
    """What companies have chosen; two queries."""
    chosen: dict[int, tuple[str, ...]] = defaultdict(tuple)
    rows = VisitPlace.objects.filter(block__mission=mission).order_by("taken_at", "pk")
    for block, code in rows.values_list("block", "company__code"):
        chosen[block] += (code,)
    refused = NoVisits.objects.filter(company__mission=mission).order_by("company__position", "pk")
    return Choices(chosen, tuple(refused.values_list("company__code", flat=True)))


def kept_places(block: ProgrammeBlock) -> list[dict[str, Any]]:
    """Give the places of a visit as JSON data, so that they can be put back; one query where it is a choice."""
    if not block.is_choice:
        return []
    rows = VisitPlace.objects.filter(block=block).order_by("pk")
    return [
        {"number": n, "company_id": company, "taken_at": at.isoformat(), "taken_by_id": by}
        for n, company, at, by in rows.values_list("number", "company", "taken_at", "taken_by")
    ]


def put_places_back(block: ProgrammeBlock, places: Iterable[Mapping[str, Any]]) -> None:
    """Put places back that had been kept."""
    VisitPlace.objects.bulk_create(VisitPlace(block=block, **place) for place in places)
