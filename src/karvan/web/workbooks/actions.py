"""Storing a whole mission: what a workbook says replaces what was there, company by company."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import TypeVar

from django.db import models, transaction

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.availability.bridge import own_absences
from karvan.web.blocks.models import ProgrammeBlock
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company, Opportunity, Person
from karvan.web.members.actions import Post, add_member
from karvan.web.members.enums import Desk, Role
from karvan.web.missions.enums import Phase
from karvan.web.missions.models import Mission
from karvan.web.requests.models import FixedMeeting, MeetingRequest
from karvan.web.resources.models import Absence, Interpreter, Table, TravelTime
from karvan.web.workbooks import bridge

Record = TypeVar("Record")


@transaction.atomic
def store_mission(
    mission: bridge.PureMission, *, slug: str, by: User, at: datetime, phase: Phase | None = None
) -> Mission:
    """Give the stored mission of a slug, created, or brought to what the given one says.

    Parameters
    ----------
    mission : karvan.mission.mission.Mission
        Valid: see `karvan.mission.validation.require_valid`.
    slug : str
        Its name in addresses: Latin letters, digits, hyphens.
    by, at : User, datetime
        Who does it, and when, with its time zone.
    phase : Phase, optional
        Where it stands; None: as before.

    Notes
    -----
    Companies are found again by their codes, so that accounts and history stay with them; one that the given mission
    does not name has withdrawn. Released programmes keep the mission as it was when they were released.
    """
    columns = bridge.settings_columns(mission.settings) | {"changed_at": at, "changed_by": by.name}
    stored, is_new = Mission.objects.select_for_update().get_or_create(slug=slug, defaults=columns)
    for name, value in (columns | ({"phase": phase} if phase else {})).items():
        setattr(stored, name, value)
    stored.revision += 1
    stored.save()
    companies = _store_companies(stored, mission, at=at)
    _store_what_companies_say(companies, mission)
    _store_requests(stored, companies, mission, by=by, at=at)
    _store_programme(stored, mission)
    record_event("mission-imported" if not is_new else "mission-created", mission=stored, by=by, at=at)
    return stored


@transaction.atomic
def found_mission(
    settings: bridge.PureSettings, *, slug: str, by: User, at: datetime, copy_of: Mission | None = None
) -> Mission:
    """Give a new mission with its owner: from nothing, or with what serves it of an earlier one.

    Parameters
    ----------
    settings : karvan.mission.mission.Settings
        Valid.
    slug : str
        Not taken.
    by : User
        Becomes the owner, of the neutral desk.
    """
    if copy_of is None:
        pure = bridge.PureMission(settings=settings, companies=())
    else:
        pure = bridge.copied_for(bridge.read_mission(copy_of), settings)
    stored = store_mission(pure, slug=slug, by=by, at=at, phase=Phase.REGISTRATION)
    add_member(stored, by, post=Post(role=Role.OWNER, desk=Desk.NEUTRAL), by=by, at=at)
    if copy_of is not None:
        record_event("mission-copied", mission=stored, by=by, at=at, subject=copy_of.slug)
    return stored


def _store_companies(stored: Mission, mission: bridge.PureMission, *, at: datetime) -> dict[str, Company]:
    """Update, add and withdraw companies; give their rows by code."""
    known = {row.code: row for row in stored.companies.all()}
    columns: bridge.Columns = {}
    for position, company in enumerate(mission.companies):
        columns = bridge.company_columns(company) | {"position": position, "standing": Standing.PARTICIPATING}
        row = known.setdefault(company.code, Company(mission=stored, code=company.code))
        for name, value in (columns | {"changed_at": at, "revision": row.revision + 1}).items():
            setattr(row, name, value)
    Company.objects.bulk_create(row for row in known.values() if not row.pk)
    _update([row for row in known.values() if row.code in mission.company], columns)
    stored.companies.exclude(code__in=mission.company).update(standing=Standing.WITHDRAWN, changed_at=at)
    return {row.code: row for row in stored.companies.all() if row.code in mission.company}


def _update(rows: list[Company], columns: Iterable[str]) -> None:
    Company.objects.bulk_update(rows, [*columns, "changed_at", "revision"], batch_size=200)


def _store_what_companies_say(companies: dict[str, Company], mission: bridge.PureMission) -> None:
    """Replace opportunities, and people without an account."""
    mine = {"company__in": list(companies.values())}
    Opportunity.objects.filter(**mine).delete()
    Person.objects.filter(**mine, user=None).delete()
    Opportunity.objects.bulk_create(
        Opportunity(company=companies[row.company], position=position, **bridge.opportunity_columns(row))
        for row, position in _numbered(mission.opportunities)
    )
    Person.objects.bulk_create(
        Person(company=companies[row.company], position=position, **bridge.person_columns(row))
        for row, position in _numbered(mission.people)
    )


def _numbered(rows: Iterable[Record]) -> Iterable[tuple[Record, int]]:
    """Give each row with its position among those of its company."""
    counts: dict[str, int] = defaultdict(int)
    for row in rows:
        code = row.company  # type: ignore[attr-defined]
        yield row, counts[code]
        counts[code] += 1


def _store_requests(
    stored: Mission, companies: dict[str, Company], mission: bridge.PureMission, *, by: User, at: datetime
) -> None:
    """Replace requests and agreed meetings."""
    MeetingRequest.objects.filter(company__mission=stored).delete()
    MeetingRequest.objects.bulk_create(
        MeetingRequest(
            company=companies[row.company],
            counterpart=companies[row.counterpart],
            asked_at=at,
            asked_by=by,
            **bridge.request_columns(row),
        )
        for row in {(r.company, r.counterpart): r for r in mission.requests}.values()
    )
    stored.fixed_meetings.all().delete()
    FixedMeeting.objects.bulk_create(
        FixedMeeting(
            mission=stored,
            company=companies[row.company],
            counterpart=companies[row.counterpart],
            **bridge.fixed_columns(row),
        )
        for row in mission.fixed
    )


def _store_programme(stored: Mission, mission: bridge.PureMission) -> None:
    """Replace blocks, tables, ways and absences; interpreters keep their rows, for their accounts.

    No workbook holds running orders: each stays with the block that is at the same time and venue. What companies
    said themselves of their time stays theirs.
    """
    orders = {_place_of(row): row.items for row in stored.blocks.all() if row.items}
    _replace(stored, ProgrammeBlock, mission.blocks, bridge.block_columns, is_ordered=True)
    for block in stored.blocks.all() if orders else ():
        block.items = orders.get(_place_of(block), [])
        block.save(update_fields=["items"])
    _replace(stored, Table, mission.tables, bridge.table_columns, is_ordered=True)
    _replace(stored, TravelTime, mission.travel, bridge.travel_columns)
    own = set(own_absences(stored))
    _replace(stored, Absence, (row for row in mission.absences if row not in own), bridge.absence_columns)
    stored.interpreters.exclude(code__in=mission.interpreter).delete()
    for position, row in enumerate(mission.interpreters):
        columns = bridge.interpreter_columns(row) | {"position": position}
        Interpreter.objects.update_or_create(mission=stored, code=row.code, defaults=columns)


def _place_of(row: ProgrammeBlock) -> tuple[object, ...]:
    return row.date, row.start, row.kind, row.venue


def _replace(
    stored: Mission,
    table: type[models.Model],
    records: Iterable[Record],
    columns_of: Callable[[Record], bridge.Columns],
    *,
    is_ordered: bool = False,
) -> None:
    """Put new rows of a table in the place of the mission's old ones."""
    rows: models.Manager[models.Model] = table.objects  # type: ignore[attr-defined]
    rows.filter(mission=stored).delete()
    rows.bulk_create(
        table(mission=stored, **columns_of(record), **({"position": position} if is_ordered else {}))
        for position, record in enumerate(records)
    )
