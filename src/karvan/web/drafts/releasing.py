"""Releasing a draft: what stands in the way, and the write itself."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.clearances.queries import Item, missing_clearances
from karvan.web.drafts import bridge
from karvan.web.drafts.actions import require_releasable
from karvan.web.drafts.models import Draft
from karvan.web.errors import ExpectedError
from karvan.web.missions.enums import ClearanceRule
from karvan.web.missions.models import Mission
from karvan.web.outbox.actions import prepare_letters
from karvan.web.programmes.actions import release_programme
from karvan.web.programmes.models import ProgrammeVersion


class ClearanceMissingError(ExpectedError):
    """Somebody in the programme is not cleared, and the mission does not release without."""

    code = "clearance-missing"
    status = 409


class ReasonMissingError(ExpectedError):
    """Somebody in the programme is not cleared, and nobody said why it is released all the same."""

    code = "reason-missing"
    status = 409


def missing_of(mission: Mission, programme: bridge.PureProgramme, *, today: date) -> list[Item]:
    """Give who in a programme lacks clearance, whatever the mission does about it; five queries."""
    guests = {code for visit in programme.visits for code in visit.companies}
    pairs = [(m.company, m.counterpart) for m in programme.meetings]
    return missing_clearances(mission, pairs, today=today, guests=guests)


@transaction.atomic
def release_draft(
    draft: Draft, opened: bridge.Opened, *, name: str, reason: str, revision: int, by: User, at: datetime
) -> ProgrammeVersion:
    """Give the version under which a draft is released; the letters that tell of it wait in the outbox.

    Parameters
    ----------
    reason : str
        Why it is released although somebody lacks clearance; it goes into the trail, for the neutral desk.
    revision : int
        That of the draft which the releaser saw.

    Raises
    ------
    StaleDraftError, NotReleasableError
        See `require_releasable`.
    ClearanceMissingError
        If somebody lacks clearance, and the mission blocks that.
    ReasonMissingError
        If somebody lacks clearance, the mission warns of that, and there is no reason.

    Notes
    -----
    The mission's row is locked first: neither the rule nor another release comes in between.
    """
    mission = Mission.objects.select_for_update().get(pk=draft.mission_id)
    require_releasable(draft, opened, revision=revision)
    missing = _tolerated(mission, opened, reason, today=at.date())
    pure, whole = opened.mission, opened.complete
    version = release_programme(mission, whole, mission=pure, name=name, by=by, at=at, is_checked=True)
    if missing and version.released_at == at:
        options: dict[str, Any] = {"subject": str(version.number), "missing": len(missing), "reason": reason}
        record_event("released-uncleared", mission=mission, by=by, at=at, is_private=True, **options)
    prepare_letters(version, by=by, at=at)
    return version


def _tolerated(mission: Mission, opened: bridge.Opened, reason: str, *, today: date) -> list[Item]:
    """Give what is missing and may be; refuse what may not."""
    if mission.clearance_rule == ClearanceRule.IGNORE:
        return []
    missing = missing_of(mission, opened.programme, today=today)
    if missing and mission.clearance_rule == ClearanceRule.BLOCK:
        raise ClearanceMissingError
    if missing and not reason.strip():
        raise ReasonMissingError
    return missing
