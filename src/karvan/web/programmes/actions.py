"""Writes about programmes: atomic, with the actor and the time passed in."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import Max

from karvan.web.missions.actions import store_mission
from karvan.web.missions.models import Mission
from karvan.web.programmes import bridge
from karvan.web.programmes.models import ProgrammeVersion


@transaction.atomic
def release_programme(
    mission: bridge.PureMission,
    programme: bridge.PureProgramme,
    *,
    slug: str,
    name: str,
    by: str,
    at: datetime,
    is_checked: bool = False,
) -> ProgrammeVersion:
    """Give the new version under which a programme is released, with its mission stored beside it.

    Parameters
    ----------
    mission : karvan.mission.mission.Mission
        The mission that the programme was made for; stored under `slug`, replacing what was there.
    programme : karvan.mission.programme.Programme
        As drawn up and checked.
    slug : str
        The mission's name in addresses.
    name : str
        What the organiser calls this release.
    by, at : str, datetime
        Who releases it, and when, with its time zone.
    is_checked : bool
        Whether the referee found nothing wrong.

    Returns
    -------
    ProgrammeVersion
        Numbered one above the last, or the latest one itself where it holds exactly the same.

    Notes
    -----
    The mission's row is locked, so that two releases at one moment get two numbers.
    """
    stored = store_mission(mission, slug=slug, by=by, at=at)
    locked = Mission.objects.select_for_update().get(pk=stored.pk)
    contents = bridge.contents_of(mission, programme)
    same = bridge.latest_with(locked, contents)
    if same is not None:
        return same
    last = locked.versions.aggregate(last=Max("number"))["last"] or 0
    return ProgrammeVersion.objects.create(
        mission=locked,
        number=last + 1,
        name=name,
        released_at=at,
        released_by=by,
        is_checked=is_checked,
        **contents,
    )
