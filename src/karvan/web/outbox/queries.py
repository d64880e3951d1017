"""Reads of the outbox."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.db.models import Count, OuterRef, Subquery

from karvan.web.errors import NotFoundError
from karvan.web.members.models import Membership
from karvan.web.missions.models import Mission
from karvan.web.outbox.enums import State
from karvan.web.outbox.models import Letter, Seen
from karvan.web.programmes.models import ProgrammeVersion
from karvan.web.programmes.queries import released_versions

if TYPE_CHECKING:
    from django.db.models import QuerySet

Told = dict[tuple[str, str, bool], int]
"""By address, code and whether it is a roster: the release of which somebody was told last."""


def version_of(mission: Mission, number: int | None = None) -> ProgrammeVersion | None:
    """A release of a mission, or its latest one; None where there is none. One query."""
    versions = released_versions().filter(mission=mission)
    return (versions if number is None else versions.filter(number=number)).first()


def letters_of(version: ProgrammeVersion, *, state: str = "", is_unseen: bool = False) -> QuerySet[Letter]:
    """The letters of a release with when each reader has seen it; one query.

    Parameters
    ----------
    is_unseen : bool
        Only those of members who have not said that they have seen it.
    """
    seen = Seen.objects.filter(membership=OuterRef("membership"), version=version).values("at")[:1]
    letters = Letter.objects.filter(version=version).defer("subject", "text").annotate(seen_at=Subquery(seen))
    if state:
        letters = letters.filter(state=state)
    return letters.filter(seen_at=None, membership__isnull=False) if is_unseen else letters


@dataclass(frozen=True, slots=True)
class Tally:
    """How many letters of a release stand where, and how many members have seen it."""

    states: dict[str, int]
    members: int
    seen: int

    @property
    def total(self) -> int:
        """All letters."""
        return sum(self.states.values())

    @property
    def unseen(self) -> int:
        """Members who have not said that they have seen it."""
        return self.members - self.seen


def tally_of(version: ProgrammeVersion) -> Tally:
    """Count the letters of a release; two queries."""
    rows = Letter.objects.filter(version=version).values("state").annotate(n=Count("pk")).order_by()
    members = Letter.objects.filter(version=version, membership__isnull=False)
    seen = Seen.objects.filter(version=version).values("membership")
    counts = members.aggregate(members=Count("membership", distinct=True))
    is_seen = members.filter(membership__in=seen).values("membership").distinct().count()
    return Tally({row["state"]: row["n"] for row in rows}, counts["members"], is_seen)


def letter_of(version: ProgrammeVersion, number: int) -> Letter:
    """A letter of a release; one query.

    Raises
    ------
    NotFoundError
        If the release has none of that number.
    """
    found = Letter.objects.filter(version=version, number=number).first()
    if found is None:
        raise NotFoundError
    found.version = version
    return found


def told_last(mission: Mission, *, before: int) -> Told:
    """Of which release somebody was told last, of those before a number; one query.

    A letter of which nobody knows whether it went out does not count: its reader is told all of it again.
    """
    sent = Letter.objects.filter(version__mission=mission, version__number__lt=before, state=State.SENT)
    rows = sent.order_by("version__number").values_list("email", "code", "is_roster", "version__number")
    return {(email, code, is_roster): number for email, code, is_roster, number in rows}


def last_seen(membership: Membership) -> int | None:
    """The number of the last release that somebody has seen; None where there is none. One query."""
    numbers = Seen.objects.filter(membership=membership).values_list("version__number", flat=True)
    return numbers.order_by("-version__number").first()
