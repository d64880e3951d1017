"""Writes about missions: atomic, with the actor and the time passed in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.missions.enums import Phase
from karvan.web.missions.models import Mission


@transaction.atomic
def set_phase(mission: Mission, *, phase: Phase, by: User, at: datetime) -> Mission:
    """Give the mission in another phase; any phase can follow any, since organisers step back too."""
    locked = Mission.objects.select_for_update().get(pk=mission.pk)
    before, locked.phase, locked.changed_at, locked.changed_by = locked.phase, phase, at, by.name
    locked.save(update_fields=["phase", "changed_at", "changed_by"])
    record_event("phase-set", mission=locked, by=by, at=at, before=before, after=phase.value)
    return locked
