"""Between stored programmes and pure ones: what pages get to see passes through here."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import Any, TypeAlias

from karvan.formats.programme_json import read_programme, write_programme
from karvan.formats.workbook import mission_from_tables, mission_tables
from karvan.mission.issues import InvalidMissionError
from karvan.mission.mission import Mission
from karvan.mission.programme import PlacedLevel, Programme
from karvan.scheduling.repair.difference import Difference, difference
from karvan.web.missions.models import Mission as StoredMission
from karvan.web.programmes.models import ProgrammeVersion

Contents = dict[str, Any]
"""Columns of a version."""

PureMission: TypeAlias = Mission
"""A mission without a database, for the signatures of actions."""

PureProgramme: TypeAlias = Programme
"""A programme without a database, for the signatures of actions."""


@dataclass(frozen=True, slots=True)
class Release:
    """A released programme as everybody may see it.

    Attributes
    ----------
    mission : Mission
        Without requests, absences, contacts: those are between companies and the organiser.
    programme : Programme
        Without what could not be placed, and without who asked for what.
    """

    slug: str
    phase: str
    number: int
    name: str
    released_at: datetime
    is_checked: bool
    mission: Mission
    programme: Programme


def mission_of(document: dict[str, list[dict[str, str]]]) -> Mission:
    """Give the mission that a version was released for.

    Raises
    ------
    InvalidMissionError
        If the document is none; `contents_of` gave one.
    """
    read = mission_from_tables(document)
    if read.mission is None:
        raise InvalidMissionError(read.issues)
    return read.mission


def contents_of(mission: Mission, programme: Programme) -> Contents:
    """Give the columns that hold a programme and its mission, with their digest."""
    return _with_digest(mission_tables(mission), json.loads(write_programme(programme, mission)))


def pseudonymised(version: ProgrammeVersion, known: set[str], pseudonym: str) -> Contents:
    """Give the columns of a version in which a pseudonym stands wherever one of the known texts stood alone."""

    def changed(value: Any) -> Any:
        if isinstance(value, dict):
            return {key: changed(each) for key, each in value.items()}
        if isinstance(value, list):
            return [changed(each) for each in value]
        if not isinstance(value, str) or value not in known:
            return value
        return "" if "@" in value else pseudonym

    return _with_digest(changed(version.mission_document), changed(version.document))


def _with_digest(mission_document: Any, document: Any) -> Contents:
    documents = {"mission_document": mission_document, "document": document}
    text = json.dumps(documents, ensure_ascii=False, sort_keys=True)
    return documents | {"digest": hashlib.sha256(text.encode()).hexdigest()}


def latest_with(mission: StoredMission, contents: Mapping[str, Any]) -> ProgrammeVersion | None:
    """Give a mission's latest version if it holds exactly these contents."""
    latest = mission.versions.order_by("-number").first()
    return latest if latest is not None and latest.digest == contents["digest"] else None


def read_release(version: ProgrammeVersion) -> Release:
    """Give a version for its readers; one query the first time, none while it is remembered."""
    mission, programme = _read(version.pk, version.digest)
    return Release(
        slug=version.mission.slug,
        phase=version.mission.phase,
        number=version.number,
        name=version.name,
        released_at=version.released_at,
        is_checked=version.is_checked,
        mission=mission,
        programme=programme,
    )


@lru_cache(maxsize=16)
def _read(pk: int, _digest: str) -> tuple[Mission, Programme]:
    """Read and strip a version's documents; they never change, so they are read once per process."""
    mission_document, document = ProgrammeVersion.objects.values_list("mission_document", "document").get(pk=pk)
    mission = mission_of(mission_document)
    return public_mission(mission), public_programme(read_programme(json.dumps(document)))


def difference_between(before: ProgrammeVersion, after: ProgrammeVersion) -> Difference:
    """Give what differs between two versions, as everybody may see it; it never changes, so it is remembered."""
    return _difference(before.pk, before.digest, after.pk, after.digest)


@lru_cache(maxsize=16)
def _difference(before: int, before_digest: str, after: int, after_digest: str) -> Difference:
    return difference(_read(before, before_digest)[1], _read(after, after_digest)[1])


def forget() -> None:
    """Drop what is remembered of versions (for tests, which roll versions back)."""
    _read.cache_clear()
    _difference.cache_clear()


def public_mission(mission: Mission) -> Mission:
    """Give a mission without what is between a company and the organiser, wishes above all."""
    return replace(
        mission,
        companies=tuple(replace(company, contact_name="", contact_email="") for company in mission.companies),
        people=tuple(replace(person, email="") for person in mission.people),
        requests=(),
        absences=(),
        fixed=(),
    )


def public_programme(programme: Programme) -> Programme:
    """Give a programme without what was not placed and why, what binds, and any trace of who asked for whom."""
    meetings = tuple(replace(m, level=PlacedLevel.SUGGESTION, score=None) for m in programme.meetings)
    return replace(programme, meetings=meetings, unplaced=(), reliefs=())
