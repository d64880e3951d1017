"""Writes about programmes: atomic, with the actor and the time passed in."""

from __future__ import annotations

from datetime import datetime

from django.db import models, transaction
from django.db.models import Max

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.missions.models import Mission
from karvan.web.programmes import bridge
from karvan.web.programmes.models import ProgrammeVersion


@transaction.atomic
def release_programme(
    stored: Mission,
    programme: bridge.PureProgramme,
    *,
    mission: bridge.PureMission,
    name: str,
    by: User,
    at: datetime,
    is_checked: bool = False,
) -> ProgrammeVersion:
    """Give the new version under which a programme of a stored mission is released.

    Parameters
    ----------
    programme : karvan.mission.programme.Programme
        As drawn up and checked.
    mission : karvan.mission.mission.Mission
        The mission as it was when the programme was made; kept beside it.
    name : str
        What the organiser calls this release.
    by, at : User, datetime
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
    locked = Mission.objects.select_for_update().get(pk=stored.pk)
    contents = bridge.contents_of(mission, programme)
    same = bridge.latest_with(locked, contents)
    if same is not None:
        return same
    last = locked.versions.aggregate(last=Max("number"))["last"] or 0
    version = ProgrammeVersion.objects.create(
        mission=locked,
        number=last + 1,
        name=name,
        released_at=at,
        released_by=by.name,
        is_checked=is_checked,
        **contents,
    )
    record_event("programme-released", mission=locked, by=by, at=at, subject=str(version.number))
    return version


@transaction.atomic
def pseudonymise_versions(mission: Mission, known: set[str], *, pseudonym: str) -> None:
    """Put a pseudonym in the place of a person's names and addresses, in all released programmes of a mission.

    The one change that a released programme takes: a person has the right to be forgotten.
    """
    for version in mission.versions.all():
        changed = bridge.pseudonymised(version, known, pseudonym)
        models.QuerySet(ProgrammeVersion).filter(pk=version.pk).update(**changed)
    bridge.forget()
