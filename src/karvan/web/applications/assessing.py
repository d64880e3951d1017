"""Writes and reads about how ready applicants are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from karvan.mission.localised import LocalisedText
from karvan.web.access import Seat
from karvan.web.accounts.models import User
from karvan.web.applications import bridge
from karvan.web.applications.enums import Outcome
from karvan.web.applications.models import Application, Assessment
from karvan.web.applications.queries import applications_for
from karvan.web.audit.actions import record_event

SORTS = ("number", "name", "score", "spread")
"""By what the list can be put into order; scores and spreads the highest first."""


@transaction.atomic
def assess(
    application: Application, *, grades: Mapping[str, int], notes: Mapping[str, str], by: User, at: datetime
) -> Assessment:
    """Give somebody's assessment of an application, new or in place of their earlier one."""
    columns = {"grades": dict(grades), "notes": dict(notes), "assessed_at": at}
    assessment, _ = Assessment.objects.update_or_create(application=application, assessor=by, defaults=columns)
    subject, side = str(application.number), application.call.side
    record_event("application-assessed", mission=application.mission, by=by, at=at, subject=subject, side=side)
    return assessment


@dataclass(frozen=True, slots=True)
class Row:
    """One application of the list, with what its assessments come to."""

    application: Application
    panel: bridge.PanelVerdict | None

    def matches(self, *, q: str, side: str, outcome: str, band: str) -> bool:
        """Whether it fits a filter; empty words fit everything."""
        mine = self.application
        said = " ".join((str(mine.number), mine.city, *mine.names.values())).casefold()
        return (
            q.casefold() in said
            and side in {"", mine.call.side}
            and outcome in {"", mine.outcome}
            and band in {"", self.panel.band.code if self.panel else "none"}
        )

    def key(self, sort: str, lang: str) -> tuple[float | str, int]:
        """Give its place in an order; those without a score come last."""
        number = self.application.number
        if sort == "name":
            return LocalisedText.from_mapping(self.application.names).best(lang).casefold(), number
        if sort in {"score", "spread"}:
            return (-getattr(self.panel, sort) if self.panel else 1.0), number
        return 0.0, number


def rows_for(seat: Seat) -> list[Row]:
    """All applications that somebody of the organiser's team handles, with their verdicts; two queries."""
    found = applications_for(seat).prefetch_related("assessments")
    return list(_rows(found))


def _rows(applications: Iterable[Application]) -> Iterator[Row]:
    """Read each call's questionnaire once."""
    asked: dict[int, bridge.Questionnaire] = {}
    for each in applications:
        if each.call_id not in asked:
            asked[each.call_id] = bridge.questionnaire(bridge.readiness_of(each.call))
        yield Row(each, bridge.panel_of(asked[each.call_id], each.assessments.all()))


def counts_by_outcome(rows: list[Row]) -> list[tuple[str, int]]:
    """How many applications stand where."""
    counted = Counter(row.application.outcome for row in rows)
    return [(outcome.value, counted[outcome.value]) for outcome in Outcome]


def bands_in(rows: list[Row]) -> dict[str, LocalisedText]:
    """The bands into which applications have come, by code."""
    return {row.panel.band.code: row.panel.band.name for row in rows if row.panel}
