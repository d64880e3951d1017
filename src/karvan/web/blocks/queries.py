"""Reads of the plan of days."""

from __future__ import annotations

from typing import TYPE_CHECKING

from karvan.web.blocks.models import ProgrammeBlock, RemovedBlock
from karvan.web.errors import NotFoundError
from karvan.web.missions.models import Mission

if TYPE_CHECKING:
    from django.db.models import QuerySet


def block_numbered(mission: Mission, number: int) -> tuple[int, ProgrammeBlock]:
    """A block with its index among the mission's blocks; one query.

    Raises
    ------
    NotFoundError
        If no block has this number.
    """
    for index, row in enumerate(mission.blocks.all()):
        if row.position == number:
            return index, row
    raise NotFoundError


def removed_blocks(mission: Mission) -> QuerySet[RemovedBlock]:
    """Blocks that can be brought back, latest first; one query."""
    return mission.removed_blocks.all()
