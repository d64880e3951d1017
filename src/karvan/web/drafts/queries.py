"""Reads of drafts."""

from __future__ import annotations

from karvan.web.drafts.models import Draft, Move
from karvan.web.errors import NotFoundError
from karvan.web.missions.models import Mission


def drafts_of(mission: Mission) -> list[Draft]:
    """The drafts of a mission, latest first; one query."""
    return list(mission.drafts.select_related("changed_by", "source"))


def draft_of(mission: Mission, number: int) -> Draft:
    """A draft of a mission; one query.

    Raises
    ------
    NotFoundError
        If the mission has none of that number.
    """
    found = mission.drafts.filter(number=number).select_related("changed_by", "source").first()
    if found is None:
        raise NotFoundError
    found.mission = mission
    return found


def moves_of(draft: Draft, most: int = 20) -> list[Move]:
    """The latest moves of a draft, those that were taken back among them; one query."""
    return list(draft.moves.select_related("by").defer("removed", "added", "visits")[:most])
