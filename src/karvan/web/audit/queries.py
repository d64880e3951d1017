"""Reads of the audit trail."""

from __future__ import annotations

from typing import TYPE_CHECKING

from karvan.web.audit.models import Event

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from karvan.web.access import Seat


def trail(seat: Seat, *, action: str = "", who: str = "") -> QuerySet[Event]:
    """What somebody may read of a mission's trail, latest first; one query.

    Parameters
    ----------
    action : str
        Only events of this code.
    who : str
        Only what was done by somebody whose name has this in it, or on behalf of the company of this code.

    Notes
    -----
    Staff of a side reads what is its own side's and what is everybody's; what is private only the neutral desk reads.
    """
    events = seat.mission.events.select_related("by", "person")
    if not seat.is_neutral:
        events = events.filter(is_private=False, side__in=("", seat.desk or ""))
    if action:
        events = events.filter(action=action)
    if who:
        events = events.filter(by__name__icontains=who) | events.filter(on_behalf_of__iexact=who)
    return events
