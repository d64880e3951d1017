"""Storing a whole mission: what a workbook says replaces what was there, company by company."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from django.db import transaction

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.companies.enums import Standing
from karvan.web.errors import StaleError
from karvan.web.members.actions import Post, add_member
from karvan.web.members.enums import Desk, Role
from karvan.web.missions.enums import Phase
from karvan.web.missions.models import Mission
from karvan.web.workbooks import bridge
from karvan.web.workbooks.errors import NothingSavedError
from karvan.web.workbooks.models import Upload
from karvan.web.workbooks.writing import TABLES, Pen, counts_of


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
    Rows are found again by their codes, or by what they say, and changed in place: accounts, journeys, clearances,
    answers to requests and running orders stay. A company that the given mission does not name has withdrawn, unless
    it is in reserve; one that had withdrawn and is named takes part again. Released programmes keep the mission as it
    was when they were released.
    """
    columns = bridge.settings_columns(mission.settings) | {"changed_at": at, "changed_by": by.name}
    stored, is_new = Mission.objects.select_for_update().get_or_create(slug=slug, defaults=columns)
    stored.phase = phase or Phase(stored.phase)
    stored.companies.filter(code__in=mission.company, standing=Standing.WITHDRAWN).update(
        standing=Standing.PARTICIPATING, changed_at=at
    )
    _write(stored, bridge.plan_for(stored, mission), taken_out=TABLES.keys(), by=by, at=at)
    record_event("mission-imported" if not is_new else "mission-created", mission=stored, by=by, at=at)
    return stored


def _write(stored: Mission, plan: bridge.Plan, *, taken_out: Collection[str], by: User, at: datetime) -> None:
    """Write all that a plan changes, and raise the mission's revision."""
    pen = Pen(stored, plan, {row.code: row for row in plan.whole.rows["companies"]}, by, at)
    for change in plan.changes:
        pen.write(change, takes_out=change.sheet.record in taken_out)
    stored.revision += 1
    stored.changed_at, stored.changed_by = at, by.name
    stored.save()


def throw_away_old_uploads(*, at: datetime) -> None:
    """Throw away workbooks that nobody has decided about for `Upload.LASTS`, of whatever mission."""
    Upload.objects.filter(sent_at__lt=at - Upload.LASTS).delete()


@transaction.atomic
def keep_upload(mission: Mission, *, name: str, data: bytes, by: User, at: datetime) -> Upload:
    """Give a workbook that waits to be brought in; it takes the place of the one that the same person sent before."""
    throw_away_old_uploads(at=at)
    Upload.objects.filter(mission=mission, sent_by=by).delete()
    return Upload.objects.create(mission=mission, sent_by=by, sent_at=at, name=name, data=data)


@transaction.atomic
def bring_in(
    upload: Upload, *, taken_out: Collection[str], digest: str, by: User, at: datetime
) -> dict[str, list[int]]:
    """Bring an uploaded workbook into its mission; give how many rows were added, changed and taken out, by record.

    Parameters
    ----------
    taken_out : collection of str
        Records whose rows go where the workbook does not have them; companies withdraw.
    digest : str
        Of the plan that whoever brings it in saw.

    Raises
    ------
    StaleError
        If it would change something else by now.
    NothingSavedError
        If something is wrong with the workbook, or would be with the mission; then nothing is written.
    """
    stored = Mission.objects.select_for_update().get(pk=upload.mission_id)
    read = bridge.read_upload(bytes(upload.data), upload.name)
    if read.mission is None:
        raise NothingSavedError
    plan = bridge.plan_for(stored, read.mission, read.given)
    if plan.digest != digest:
        raise StaleError
    if plan.problems(taken_out):
        raise NothingSavedError
    _write(stored, plan, taken_out=taken_out, by=by, at=at)
    counts = dict(counts_of(plan.changes, taken_out))
    # How many wishes it has would tell of those that only the neutral desk knows.
    record_event("workbook-brought-in", mission=stored, by=by, at=at, is_private=True, sheets=counts)
    upload.delete()
    return counts


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
        stored.clearance_rule = copy_of.clearance_rule
        stored.save(update_fields=["clearance_rule"])
        record_event("mission-copied", mission=stored, by=by, at=at, subject=copy_of.slug)
    return stored
