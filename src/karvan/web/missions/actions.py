"""Writes about missions: atomic, with the actor and the time passed in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from karvan.web.missions import bridge
from karvan.web.missions.enums import Phase
from karvan.web.missions.models import Mission


@transaction.atomic
def store_mission(
    mission: bridge.PureMission, *, slug: str, by: str, at: datetime, phase: Phase = Phase.PROVISIONAL
) -> Mission:
    """Give the stored mission of a slug, created or replaced by the one given.

    Parameters
    ----------
    mission : karvan.mission.mission.Mission
        Valid: see `karvan.mission.validation.require_valid`.
    slug : str
        Its name in addresses: Latin letters, digits, hyphens.
    by : str
        Who does it.
    at : datetime
        When, with its time zone.

    Notes
    -----
    Released programmes keep the mission as it was when they were released.
    """
    columns = bridge.columns_of(mission) | {"phase": phase, "changed_at": at, "changed_by": by}
    stored, _ = Mission.objects.update_or_create(slug=slug, defaults=columns)
    return stored
