"""Reads of released programmes."""

from __future__ import annotations

from karvan.web.errors import NotFoundError
from karvan.web.missions.models import Mission
from karvan.web.programmes.models import ProgrammeVersion, ReleasedQuerySet

DOCUMENTS = ("document", "mission_document")
"""Large columns, left out until somebody reads a whole programme."""


class NothingReleasedError(NotFoundError):
    """There is no released programme yet."""

    code = "nothing-released"


def released_versions() -> ReleasedQuerySet:
    """All released programmes with their missions, latest mission and latest version first; without documents."""
    versions = ProgrammeVersion.objects.select_related("mission").defer(*DOCUMENTS)
    return versions.order_by("-mission__start_date", "mission__slug", "-number")


def latest_version(slug: str | None = None) -> ProgrammeVersion:
    """The latest released programme of a mission, or of the latest mission; one query.

    Raises
    ------
    NothingReleasedError
        If there is none.
    """
    versions = released_versions()
    if slug is not None:
        versions = versions.filter(mission__slug=slug)
    found = versions.first()
    if found is None:
        raise NothingReleasedError
    return found


def released_pairs(mission: Mission) -> list[tuple[str, str]]:
    """Who meets whom in the latest released programme of a mission, by codes; none before the first. One query."""
    latest = mission.versions.order_by("-number").values_list("document", flat=True).first()
    return [(row["company"], row["counterpart"]) for row in latest["meetings"]] if latest else []


def versions_of(slug: str) -> list[ProgrammeVersion]:
    """All released programmes of a mission, latest first; one query."""
    return list(released_versions().filter(mission__slug=slug))
