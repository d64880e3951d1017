"""What a workbook would change in a stored mission, and whether the mission would still make sense."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from karvan.formats.workbook import (
    ReadResult,
    RowChange,
    SheetChanges,
    brought_together,
    compare,
    describe,
    read_mission_bytes,
    with_english,
    write_mission_xlsx,
)
from karvan.formats.workbook.changes import Given, without_strangers
from karvan.matching.added import concept_issues
from karvan.mission.blocks import EVERYBODY
from karvan.mission.companies import Side
from karvan.mission.issues import Issue, Severity
from karvan.mission.mission import Mission
from karvan.mission.validation import find_issues
from karvan.web.availability.bridge import own_absences
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Person
from karvan.web.missions.models import Mission as StoredMission
from karvan.web.workbooks.bridge.assembly import Whole, read_mission, read_whole

Read: TypeAlias = ReadResult
"""What an uploaded workbook says, for the signatures of actions."""

Changes: TypeAlias = SheetChanges
"""What changes in one sheet, for the signatures of actions."""

Problem: TypeAlias = Issue
"""Something wrong, for the signatures of views."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What it would mean to bring a workbook in.

    Attributes
    ----------
    whole : Whole
        What is stored.
    before : Mission
        The same as a workbook would have it.
    after : Mission
        What the workbook says.
    changes : tuple of Changes
        Sheet by sheet.
    """

    whole: Whole
    before: Mission
    after: Mission
    changes: tuple[Changes, ...]

    @property
    def digest(self) -> str:
        """A mark of what would change: another one as soon as somebody changes what it touches."""
        said = [
            (change.sheet.record, row.before, row.after, *((c.column.header, c.before, c.after) for c in row.cells))
            for change in self.changes
            for row in (*change.added, *change.changed, *change.removed)
        ]
        return hashlib.sha256(repr(said).encode()).hexdigest()

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return all(change.is_empty for change in self.changes)

    @property
    def resting(self) -> list[str]:
        """Codes of companies that the workbook names and that do not take part; bringing it in leaves that so."""
        return [row.code for row in self.whole.rows["companies"] if row.standing != Standing.PARTICIPATING]

    def problems(self, taken_out: Collection[str]) -> list[tuple[str, Problem]]:
        """Give what would be wrong with the mission afterwards, each with the name of its row; empty: nothing."""
        mission = brought_together(self.before, self.after, self.changes, taken_out)
        issues = (*find_issues(mission), *concept_issues(mission))
        return [(_row_of(mission, issue), issue) for issue in issues if issue.severity is Severity.ERROR]

    def name_of(self, record: str, row: RowChange, lang: str) -> str:
        """Give what a reader knows a row by."""
        mission, place = (self.before, row.before) if row.after is None else (self.after, row.after)
        return name_of(record, getattr(mission, record)[place], lang)


def _row_of(mission: Mission, issue: Problem) -> str:
    if issue.index is None or issue.record == "settings":
        return ""
    return name_of(issue.record, getattr(mission, issue.record)[issue.index], "en")


def name_of(record: str, row: Any, lang: str) -> str:
    """Give what a reader knows a row by: its code, its companies, its time."""
    if record in {"requests", "fixed"}:
        return f"{row.company} → {row.counterpart}"
    if record == "opportunities":
        return f"{row.company}: {row.title or row.text[:60]}"
    if record == "blocks":
        return f"{row.date} {row.start:%H:%M}–{row.end:%H:%M} {row.title.best(lang) or row.kind.value}"
    return _PLAIN_NAMES[record](row, lang)


_PLAIN_NAMES: dict[str, Callable[[Any, str], str]] = {
    "companies": lambda row, lang: f"{row.code} · {row.name.best(lang)}",
    "people": lambda row, lang: f"{row.company}: {row.name.best(lang)}",
    "interpreters": lambda row, _: f"{row.code} · {row.name}",
    "tables": lambda row, _: f"{row.venue}/{row.table}",
    "travel": lambda row, _: f"{row.origin} → {row.destination}",
    "absences": lambda row, _: f"{row.who} {row.date}",
    "concepts": lambda row, lang: f"{row.id} · {row.label.best(lang)}",
}


def read_upload(data: bytes, name: str) -> Read:
    """Give what an uploaded workbook says, with all that is wrong with it."""
    return read_mission_bytes(data, name)


def plan_for(stored: StoredMission, after: Mission, given: Given | None = None) -> Plan:
    """Give what a mission would change in a stored one; eighteen queries at most, however large it is.

    When companies cannot meet by their own word stays theirs: no workbook adds it, or takes it out.

    Parameters
    ----------
    given : Given, optional
        As a workbook's reader gives it; None: the mission says everything.
    """
    whole = read_whole(stored, also=after.company.keys())
    before = as_written(whole.mission)
    own = set(own_absences(stored)).difference(before.absences)
    after = replace(after, absences=tuple(row for row in after.absences if row not in own))
    return Plan(whole, before, after, tuple(compare(before, after, given, _kept(stored, whole, before))))


def as_written(mission: Mission) -> Mission:
    """Give a mission as a workbook has it: names in English too, in blocks only companies which are there."""
    known = {*mission.company, *(side.value for side in Side), EVERYBODY}
    blocks = tuple(
        replace(block, companies=tuple(code for code in block.companies if code in known)) for block in mission.blocks
    )
    return with_english(replace(mission, blocks=blocks))


def _kept(stored: StoredMission, whole: Whole, before: Mission) -> set[tuple[str, int]]:
    """Give the rows that no workbook takes out: people with more than it knows of them, and blocks that none shows."""
    people = Person.objects.filter(company__mission=stored)
    bound = set(people.exclude(user=None, journey=None, away=None).values_list("pk", flat=True))
    seated = set(stored.memberships.exclude(interpreter=None).values_list("interpreter", flat=True))
    seated |= set(stored.invitations.exclude(interpreter=None).values_list("interpreter", flat=True))
    return {
        *(("people", place) for place, row in enumerate(whole.rows["people"]) if row.pk in bound),
        *(("interpreters", place) for place, row in enumerate(whole.rows["interpreters"]) if row.pk in seated),
        *(("blocks", place) for place, block in enumerate(before.blocks) if not block.companies),
    }


def exported(stored: StoredMission, side: str, lang: str) -> bytes:
    """Give a mission as a workbook, whole, or as far as it is one side's.

    Parameters
    ----------
    side : str
        Empty: the neutral desk's, with everything. Else that side's companies with their offers, needs, people and
        absences, the settings, tables, ways and added concepts: nothing of the other side's companies, nobody's wishes,
        agreed meetings, or the address for texts.
    """
    mission = read_mission(stored)
    whole = without_strangers(as_written(mission), set())
    return write_mission_xlsx(whole if not side else _of_side(whole, side), lang)


def _of_side(mission: Mission, side: str) -> Mission:
    own = tuple(row for row in mission.companies if row.side.value == side)
    codes = {row.code for row in own}
    return Mission(
        settings=replace(mission.settings, send_texts_to=""),
        companies=own,
        opportunities=tuple(row for row in mission.opportunities if row.company in codes),
        people=tuple(row for row in mission.people if row.company in codes),
        absences=tuple(row for row in mission.absences if row.who in codes),
        tables=mission.tables,
        travel=mission.travel,
        concepts=mission.concepts,
    )


def said(issue: Problem, lang: str) -> str:
    """Say what is wrong, with its place in the workbook where it has one."""
    return describe(issue, lang)
