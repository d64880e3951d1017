"""Writes about missions: atomic, with the actor and the time passed in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.errors import StaleError
from karvan.web.missions.enums import ClearanceRule, Phase
from karvan.web.missions.models import Mission
from karvan.web.missions.phases import revision_of


@transaction.atomic
def set_phase(mission: Mission, *, phase: Phase, by: User, at: datetime) -> Mission:
    """Give the mission in another phase; any phase can follow any, since organisers step back too."""
    locked = Mission.objects.select_for_update().get(pk=mission.pk)
    before, locked.phase, locked.changed_at, locked.changed_by = locked.phase, phase, at, by.name
    locked.save(update_fields=["phase", "changed_at", "changed_by"])
    record_event("phase-set", mission=locked, by=by, at=at, before=before, after=phase.value)
    return locked


@transaction.atomic
def set_clearance_rule(mission: Mission, *, rule: ClearanceRule, by: User, at: datetime) -> None:
    """Say what a release does about missing clearances; no programme changes by it."""
    Mission.objects.filter(pk=mission.pk).update(clearance_rule=rule, changed_at=at, changed_by=by.name)
    said: dict[str, Any] = {"clearance-rule": rule.value}
    record_event("clearance-rule-set", mission=mission, by=by, at=at, **said)


@transaction.atomic
def set_deadlines(
    mission: Mission, days: Mapping[Phase, date | None], *, revision: int, by: User, at: datetime
) -> Mission:
    """Give the mission with other last days of its phases.

    Parameters
    ----------
    revision : int
        Of the deadlines that the writer has seen: see `karvan.web.missions.phases.revision_of`.

    Raises
    ------
    StaleError
        If they are others by now.
    """
    locked = Mission.objects.select_for_update().get(pk=mission.pk)
    if revision_of(locked.deadlines) != revision:
        raise StaleError
    locked.deadlines = {phase.value: day.isoformat() for phase, day in days.items() if day}
    locked.changed_at, locked.changed_by = at, by.name
    locked.save(update_fields=["deadlines", "changed_at", "changed_by"])
    record_event("deadlines-set", mission=locked, by=by, at=at)
    return locked
