"""Reads of drafts."""

from __future__ import annotations

from collections.abc import Iterable

from karvan.web.drafts.enums import MoveKind
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


BY_HAND = frozenset((MoveKind.PLACED, MoveKind.MOVED, MoveKind.TAKEN_OUT, MoveKind.LOCKED, MoveKind.UNLOCKED))
"""Moves of one meeting."""


def pairs_moved(moves: Iterable[Move]) -> dict[int, frozenset[str]]:
    """The two companies of each move of one meeting, by the move's number in the database; one query."""
    wanted = [move.pk for move in moves if move.kind in BY_HAND]
    rows = Move.objects.filter(pk__in=wanted).values_list("pk", "removed", "added")
    return {
        pk: frozenset((meeting["company"], meeting["counterpart"]))
        for pk, removed, added in rows
        for meeting in (added or removed)[:1]
    }
