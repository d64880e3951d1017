"""Writing the rows of a mission: those that are new, say something else, or are not there any more."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import models

from karvan.web.accounts.models import User
from karvan.web.blocks.models import ProgrammeBlock
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company, Opportunity, Person
from karvan.web.missions.models import Mission
from karvan.web.requests.models import FixedMeeting, MeetingRequest
from karvan.web.resources.models import Absence, Interpreter, Table, TravelTime
from karvan.web.taxonomy.models import Concept
from karvan.web.workbooks import bridge

AT_ONCE = 200
"""So many rows are written with one query."""

TABLES: dict[str, tuple[type[models.Model], Callable[[Any], bridge.Columns]]] = {
    "companies": (Company, lambda row: bridge.company_columns(row) | {"code": row.code}),
    "opportunities": (Opportunity, bridge.opportunity_columns),
    "people": (Person, bridge.person_columns),
    "requests": (MeetingRequest, bridge.request_columns),
    "blocks": (ProgrammeBlock, bridge.block_columns),
    "tables": (Table, bridge.table_columns),
    "travel": (TravelTime, bridge.travel_columns),
    "interpreters": (Interpreter, lambda row: bridge.interpreter_columns(row) | {"code": row.code}),
    "absences": (Absence, bridge.absence_columns),
    "fixed": (FixedMeeting, bridge.fixed_columns),
    "concepts": (Concept, bridge.concept_columns),
}
"""By record: where its rows lie, and what gives their columns."""

OF_COMPANIES = {"opportunities": ("company",), "people": ("company",), "requests": ("company", "counterpart")} | {
    "fixed": ("company", "counterpart")
}
"""By record: its fields that name companies."""

OF_MISSION = TABLES.keys() - {"opportunities", "people", "requests"}
"""Records whose rows name the mission themselves."""

POSITIONED = frozenset({"companies", "opportunities", "people", "blocks", "tables", "interpreters", "concepts"})
"""Records whose rows keep an order of their own."""

REVISED = frozenset({"companies", "opportunities", "people", "concepts"})
"""Records whose rows count their changes."""

ANSWERED = frozenset({"accepted", "declined"})


@dataclass(frozen=True, slots=True)
class Pen:
    """Who writes a plan into a mission, and when.

    Attributes
    ----------
    companies : dict of str to Company
        By code; new ones are added as they are written.
    """

    stored: Mission
    plan: bridge.Plan
    companies: dict[str, Company]
    by: User
    at: datetime

    def write(self, change: bridge.Changes, *, takes_out: bool) -> None:
        """Write what changes in one sheet."""
        record = change.sheet.record
        if change.sheet.is_keyed:
            self._write_settings(change)
            return
        touched = [*self._change(record, change), *self._add(record, change)]
        if takes_out:
            touched += self._take_out(record, change)
        if record in {"opportunities", "people"}:
            owners = {row.company_id for row in touched}
            Company.objects.filter(pk__in=owners).update(changed_at=self.at)

    def _write_settings(self, change: bridge.Changes) -> None:
        for row in change.changed:
            settings = bridge.merged(self.plan.whole.mission.settings, self.plan.after.settings, row.cells)
            for name, value in bridge.settings_columns(settings).items():
                setattr(self.stored, name, value)

    def _change(self, record: str, change: bridge.Changes) -> list[Any]:
        """Write rows that say something else, in place."""
        table, columns_of = TABLES[record]
        old, new = getattr(self.plan.whole.mission, record), getattr(self.plan.after, record)
        rows: list[Any] = []
        names: set[str] = set()
        for each in change.changed:
            row = self.plan.whole.rows[record][each.before or 0]
            merged = bridge.merged(old[each.before], new[each.after], each.cells)
            columns = columns_of(merged) | self._marks(record, row, merged)
            new_columns = {name: value for name, value in columns.items() if getattr(row, name) != value}
            for name, value in new_columns.items():
                setattr(row, name, value)
            names.update(new_columns)
            rows.append(row)
        if names:
            _rows_of(table).bulk_update(rows, sorted(names), batch_size=AT_ONCE)
        return rows

    def _marks(self, record: str, row: Any, merged: Any) -> bridge.Columns:
        """Give the columns besides those of the workbook that a change moves on."""
        marks: bridge.Columns = {"revision": row.revision + 1} if record in REVISED else {}
        if record == "companies":
            marks["changed_at"] = self.at
        if record == "requests" and merged.status in ANSWERED and merged.status != row.status:
            marks |= {"answered_at": self.at, "answered_by": self.by}
        return marks

    def _add(self, record: str, change: bridge.Changes) -> list[Any]:
        """Write new rows, after those that are there."""
        table, columns_of = TABLES[record]
        new = getattr(self.plan.after, record)
        after_last = self._positions(record)
        rows: list[Any] = []
        for each in change.added:
            pure = new[each.after]
            columns = columns_of(pure) | self._owners(record, pure) | self._firsts(record)
            row = table(**columns)
            if record in POSITIONED:
                row.position = after_last[getattr(row, "company_id", None)]  # type: ignore[attr-defined]
                after_last[getattr(row, "company_id", None)] += 1
            rows.append(row)
        _rows_of(table).bulk_create(rows, batch_size=AT_ONCE)
        if record == "companies":
            self.companies.update({row.code: row for row in rows})
        return rows

    def _owners(self, record: str, pure: Any) -> bridge.Columns:
        owners: bridge.Columns = {"mission": self.stored} if record in OF_MISSION else {}
        return owners | {field: self.companies[getattr(pure, field)] for field in OF_COMPANIES.get(record, ())}

    def _firsts(self, record: str) -> bridge.Columns:
        """Give the columns of a new row that no workbook has."""
        if record == "companies":
            return {"changed_at": self.at, "revision": 1}
        return {"asked_at": self.at, "asked_by": self.by} if record == "requests" else {}

    def _positions(self, record: str) -> dict[int | None, int]:
        """Give the next free position, by company where each has an order of its own."""
        found: dict[int | None, int] = defaultdict(int)
        if record in {"opportunities", "people"}:
            known = TABLES[record][0]
            rows: Iterable[Any] = (
                _rows_of(known).filter(company__mission=self.stored).values_list("company", "position")
            )
        elif record in POSITIONED:
            rows = ((None, place) for place in self._all(record).values_list("position", flat=True))
        else:
            return found
        for owner, position in rows:
            found[owner] = max(found[owner], position + 1)
        return found

    def _all(self, record: str) -> models.QuerySet[Any]:
        return _rows_of(TABLES[record][0]).filter(mission=self.stored)

    def _take_out(self, record: str, change: bridge.Changes) -> list[Any]:
        """Take rows out; of companies, note that they have withdrawn."""
        rows = [self.plan.whole.rows[record][row.before or 0] for row in change.removed]
        gone = _rows_of(TABLES[record][0]).filter(pk__in=[row.pk for row in rows])
        if record == "companies":
            revision = models.F("revision") + 1
            gone.update(standing=Standing.WITHDRAWN, changed_at=self.at, revision=revision)
        else:
            gone.delete()
        return rows


def _rows_of(table: type[models.Model]) -> models.Manager[Any]:
    rows: models.Manager[Any] = table.objects  # type: ignore[attr-defined]
    return rows


def counts_of(changes: Iterable[bridge.Changes], taken_out: Iterable[str]) -> Mapping[str, list[int]]:
    """Give how many rows are added, changed and taken out, by record; sheets in which nothing happens are left out."""
    gone = set(taken_out)
    found = {
        change.sheet.record: [
            len(change.added),
            len(change.changed),
            len(change.removed) if change.sheet.record in gone else 0,
        ]
        for change in changes
    }
    return {record: counts for record, counts in found.items() if any(counts)}
