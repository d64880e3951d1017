"""Writes about the plan of days."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.blocks import bridge
from karvan.web.blocks.models import ProgrammeBlock, RemovedBlock
from karvan.web.blocks.queries import block_numbered
from karvan.web.errors import NotFoundError, StaleError
from karvan.web.missions.models import Mission
from karvan.web.visits.places import kept_places, put_places_back


def touched(mission: Mission, *, by: User, at: datetime) -> Mission:
    """Give the mission, locked until the transaction ends, with a revision that says that its plan has changed."""
    locked = Mission.objects.select_for_update().get(pk=mission.pk)
    locked.revision += 1
    locked.changed_at, locked.changed_by = at, by.name
    locked.save(update_fields=["revision", "changed_at", "changed_by"])
    return locked


def require_unchanged(columns: dict[str, Any], revision: str) -> None:
    """Refuse to write over what has changed since a form was drawn.

    Raises
    ------
    StaleError
        If the row does not hold any more what it held then.
    """
    if bridge.revision_of(columns) != revision:
        raise StaleError


@transaction.atomic
def add_block(mission: Mission, block: bridge.PureBlock, *, by: User, at: datetime) -> ProgrammeBlock:
    """Give a new block at the end of the organiser's order."""
    locked = touched(mission, by=by, at=at)
    row = ProgrammeBlock.objects.create(mission=locked, position=_next_number(locked), **bridge.columns_for(block))
    record_event("block-added", mission=locked, by=by, at=at, subject=_name(row))
    return row


@transaction.atomic
def change_block(
    mission: Mission, block: bridge.PureBlock, *, number: int, revision: str, by: User, at: datetime
) -> ProgrammeBlock:
    """Give a block with what it is to be.

    Raises
    ------
    StaleError
        If it is not what the form was drawn from.
    """
    locked = touched(mission, by=by, at=at)
    row = _unchanged_block(locked, number, revision)
    for name, value in bridge.columns_for(block).items():
        setattr(row, name, value)
    row.save()
    record_event("block-changed", mission=locked, by=by, at=at, subject=_name(row))
    return row


@transaction.atomic
def remove_block(mission: Mission, *, number: int, revision: str, by: User, at: datetime) -> RemovedBlock:
    """Take a block out of the plan; it can be brought back.

    Raises
    ------
    StaleError
        If it is not what was shown.
    """
    locked = touched(mission, by=by, at=at)
    row = _unchanged_block(locked, number, revision)
    contents = json.loads(json.dumps(bridge.columns_of(row) | {"places": kept_places(row)}, default=str))
    removed = RemovedBlock.objects.create(mission=locked, contents=contents, removed_at=at, removed_by=by.name)
    record_event("block-removed", mission=locked, by=by, at=at, subject=_name(row))
    row.delete()
    return removed


@transaction.atomic
def bring_block_back(removed: RemovedBlock, *, by: User, at: datetime) -> ProgrammeBlock:
    """Give a block that had been removed, with its running order and the places that companies had taken."""
    locked = touched(removed.mission, by=by, at=at)
    found = RemovedBlock.objects.filter(pk=removed.pk).first()
    if found is None:
        raise NotFoundError
    columns = {name: value for name, value in found.contents.items() if name != "places"}
    row = ProgrammeBlock.objects.create(mission=locked, position=_next_number(locked), **columns)
    row.refresh_from_db()
    put_places_back(row, found.contents.get("places", []))
    found.delete()
    record_event("block-brought-back", mission=locked, by=by, at=at, subject=_name(row))
    return row


@transaction.atomic
def set_running_order(
    mission: Mission, items: tuple[bridge.PureItem, ...], *, number: int, revision: str, by: User, at: datetime
) -> ProgrammeBlock:
    """Give a block with another running order.

    Raises
    ------
    StaleError
        If it is not what the form was drawn from.
    """
    locked = touched(mission, by=by, at=at)
    row = _unchanged_block(locked, number, revision)
    row.items = bridge.columns_of_items(items)
    row.save(update_fields=["items"])
    record_event("running-order-set", mission=locked, by=by, at=at, subject=_name(row))
    return row


def _unchanged_block(mission: Mission, number: int, revision: str) -> ProgrammeBlock:
    _, row = block_numbered(mission, number)
    require_unchanged(bridge.columns_of(row), revision)
    return row


def _next_number(mission: Mission) -> int:
    last = mission.blocks.aggregate(last=Max("position"))["last"]
    return 0 if last is None else int(last) + 1


def _name(row: ProgrammeBlock) -> str:
    """Name a block in the trail: day, time and kind, the same in every language."""
    return f"{row.date} {row.start:%H:%M} {row.kind}"
