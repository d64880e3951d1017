"""Writes about added concepts: atomic, with the actor and the time passed in, refused where somebody was faster."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import F, Max
from django.forms.models import model_to_dict

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.errors import StaleError
from karvan.web.missions.models import Mission
from karvan.web.taxonomy.models import Concept


@transaction.atomic
def add_concept(mission: Mission, columns: dict[str, Any], *, by: User, at: datetime) -> Concept:
    """Give a new concept, last in the order of entry."""
    last = mission.concepts.aggregate(last=Max("position"))["last"]
    row = Concept.objects.create(mission=mission, position=0 if last is None else last + 1, **columns)
    _note(row, "concept-added", by=by, at=at)
    return row


@transaction.atomic
def change_concept(row: Concept, columns: dict[str, Any], *, revision: int, by: User, at: datetime) -> Concept:
    """Give a concept with other words.

    Raises
    ------
    StaleError
        If somebody else has changed it since.
    """
    if not Concept.objects.filter(pk=row.pk, revision=revision).update(**columns, revision=revision + 1):
        raise StaleError
    _note(row, "concept-changed", by=by, at=at)
    return row


@transaction.atomic
def remove_concept(row: Concept, *, by: User, at: datetime) -> dict[str, Any]:
    """Take a concept out; give its columns, so that it can be put back."""
    columns = model_to_dict(row, exclude=["id", "mission", "position", "revision"])
    _note(row, "concept-removed", by=by, at=at)
    row.delete()
    return columns


@transaction.atomic
def set_text_address(mission: Mission, *, address: str, was: str, by: User, at: datetime) -> None:
    """Set the only address to which a command may send texts.

    Raises
    ------
    StaleError
        If it is another one by now than whoever sets it saw.
    """
    columns = {"send_texts_to": address, "changed_at": at, "changed_by": by.name, "revision": F("revision") + 1}
    if not Mission.objects.filter(pk=mission.pk, send_texts_to=was).update(**columns):
        raise StaleError
    record_event("text-address-set", mission=mission, by=by, at=at)


def _note(row: Concept, action: str, *, by: User, at: datetime) -> None:
    """Raise the mission's revision (suggestions made before do not know of it), and write it into the trail."""
    Mission.objects.filter(pk=row.mission_id).update(revision=F("revision") + 1)
    record_event(action, mission=row.mission, by=by, at=at, subject=str(row))
