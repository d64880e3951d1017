"""What is new in a release for those who read it: on their agenda, and in the list of releases."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from karvan.web.outbox.bridge import texts_of
from karvan.web.outbox.queries import last_seen, version_of

if TYPE_CHECKING:
    from karvan.web.access import Seat
    from karvan.web.programmes.models import ProgrammeVersion

MOST_TOLD = 10
"""Of so many releases the list says what each changed for its reader; of earlier ones only when they were."""


@dataclass(frozen=True, slots=True)
class News:
    """What a release changes for somebody who has not confirmed it.

    Attributes
    ----------
    since : ProgrammeVersion or None
        The last release that they have confirmed, else the one before; None: this is the first.
    texts : list of str
        What differs since.
    """

    version: ProgrammeVersion
    since: ProgrammeVersion | None
    texts: list[str]


def _whose(seat: Seat) -> tuple[str, bool] | None:
    """Give the code of the company or interpreter that somebody reads for, and whether it is a roster."""
    if seat.company is not None:
        return seat.company.code, False
    interpreter = seat.membership.interpreter
    return (interpreter.code, True) if interpreter else None


def news_of(seat: Seat, version: ProgrammeVersion, lang: str) -> News | None:
    """What a release changes for somebody; None where they have confirmed it, or nothing differs. Two queries at most.

    Who acts for a company confirms nothing in its people's place, and so is asked nothing.
    """
    whose = _whose(seat)
    if whose is None or seat.acting_for is not None:
        return None
    seen = last_seen(seat.membership)
    number = version.number - 1 if seen is None else seen
    if number == version.number:
        return None
    since = version_of(seat.mission, number)
    texts = texts_of(version, since, lang, whose[0], is_roster=whose[1]) if since else []
    return News(version, since, texts) if texts or seen is None else None


def own_changes(seat: Seat, versions: Sequence[ProgrammeVersion], lang: str) -> dict[int, list[str]]:
    """Say what each release changed for somebody, by its number; only of the latest few, and of none for others.

    Parameters
    ----------
    versions : sequence of ProgrammeVersion
        Latest first.
    """
    whose = _whose(seat)
    if whose is None:
        return {}
    pairs = list(pairwise(versions))[:MOST_TOLD]
    return {now.number: texts_of(now, before, lang, whose[0], is_roster=whose[1]) for now, before in pairs}
