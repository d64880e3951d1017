"""Sheets as they stand in a file, before anybody asks what they mean."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, time

from karvan.formats.workbook.located import FILE, Located
from karvan.mission.issues import Severity


@dataclass(frozen=True, slots=True)
class BadCell:
    """A cell without a usable value.

    Attributes
    ----------
    code : str
        Of the issue: ``error-cell`` or ``formula-without-value``.
    text : str
        What the cell shows: ``#REF!``, or its formula.
    """

    code: str
    text: str


Filled = str | int | float | bool | datetime | time | BadCell
"""What a cell can hold when it is not blank."""


@dataclass(frozen=True, slots=True)
class RawRow:
    """One row that is not blank.

    Attributes
    ----------
    number : int
        As a spreadsheet counts it, from 1.
    cells : dict of int to value
        Columns counted from 1; blank ones are left out.
    """

    number: int
    cells: dict[int, Filled]


@dataclass(frozen=True, slots=True, kw_only=True)
class RawSheet:
    """One sheet; its first row is the header.

    Attributes
    ----------
    source : str
        Name of the file.
    merged : tuple of str
        Ranges of merged cells: ``A2:A4``.
    has_letters : bool
        Whether its columns are known by letters, as in a spreadsheet.
    """

    name: str
    source: str
    rows: tuple[RawRow, ...]
    merged: tuple[str, ...] = ()
    is_hidden: bool = False
    has_letters: bool = True


@dataclass(slots=True, kw_only=True)
class RawBook:
    """All sheets of a workbook that its schema knows, and what was wrong with the others.

    Attributes
    ----------
    unreadable : set of str
        Keys (`word_key`) of sheets that are there, but could not be read.
    """

    source: str
    sheets: list[RawSheet] = field(default_factory=list[RawSheet])
    issues: list[Located] = field(default_factory=list[Located])
    unreadable: set[str] = field(default_factory=set[str])

    def ignore(self, name: str, source: str) -> None:
        """Note a sheet that the schema does not know."""
        self.issues.append(Located("unknown-sheet", FILE, value=name, severity=Severity.WARNING, source=source))

    def refuse(self, key: str, issue: Located) -> None:
        """Note a sheet that is there, but cannot be read."""
        self.unreadable.add(key)
        self.issues.append(issue)
