"""Writing the audit trail: called by every action, in its transaction."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from karvan.web.accounts.models import User
from karvan.web.audit.models import Event
from karvan.web.audit.words import ACTIONS
from karvan.web.missions.models import Mission


def record_event(
    action: str,
    *,
    by: User,
    at: datetime,
    mission: Mission | None = None,
    subject: str = "",
    person: User | None = None,
    on_behalf_of: str = "",
    side: str = "",
    is_private: bool = False,
    **details: Any,
) -> Event:
    """Give the new entry of the trail.

    Parameters
    ----------
    action : str
        One of `ACTIONS`, which have words in every language.
    by, at : User, datetime
        Who did it, and when.
    subject, person : str, User
        To what, or to whom: see `Event`.
    on_behalf_of : str
        Code of a company for which it was done.
    side, is_private : str, bool
        Who may read it besides the neutral desk: see `Event`.
    **details : Any
        Particulars for the words; no secret, and no text that somebody wrote but the reason for a release without
        clearance, which is what the trail is asked for.
    """
    assert action in ACTIONS
    return Event.objects.create(
        mission=mission,
        at=at,
        by=by,
        on_behalf_of=on_behalf_of,
        action=action,
        subject=subject,
        person=person,
        side=side,
        is_private=is_private,
        details=details,
    )
