"""Codes that one sheet takes from another: what is only a follow-up, and what was probably meant."""

from __future__ import annotations

import re
from collections.abc import Mapping

from karvan.formats.workbook.rows import ReadSheet
from karvan.formats.workbook.vocabulary import closest_code
from karvan.mission.issues import Issue
from karvan.mission.mission import Mission

_DEFINED_IN = {
    "unknown-company": ("companies",),
    "unknown-interpreter": ("interpreters",),
    "unknown-company-or-interpreter": ("companies", "interpreters", "tables"),
    "unknown-table": ("tables",),
}
"""The lists that define what an issue calls unknown."""

_NEEDS_ALL_OF = {
    "empty-side": ("companies",),
    "unknown-link": ("concepts",),
    "unused-domain": ("opportunities",),
    "venue-without-tables": ("tables",),
    "unknown-venue": ("tables", "blocks"),
    "outside-mission": ("settings",),
}
"""The lists of which no row may be missing, or the issue means nothing."""

_MOST_GUESSES = 500
"""Distinct codes for which a close one is sought; a whole column of wrong codes needs no more."""


class Known:
    """The codes that a workbook defines.

    Parameters
    ----------
    mission : Mission
        Built from the rows that are sound.
    sheets : mapping of record to ReadSheet
    unusable : set of str
        Records whose sheet could not be understood at all.
    """

    def __init__(self, mission: Mission, sheets: Mapping[str, ReadSheet], unusable: set[str]) -> None:
        self._unusable = unusable
        self._partial = unusable | {
            record for record, read in sheets.items() if any(issue.is_error for issue in read.issues)
        }
        self._codes: dict[str, tuple[str, ...]] = {
            "companies": tuple(mission.company),
            "interpreters": tuple(mission.interpreter),
            "tables": tuple(f"{table.venue}/{table.table}" for table in mission.tables),
        }
        for record, read in sheets.items():
            if record in self._codes:
                self._codes[record] += tuple(read.refused)
        self._guesses: dict[tuple[str, str], str] = {}

    def is_follow_up(self, issue: Issue) -> bool:
        """Whether an issue says only that the sheet it refers to was refused."""
        return not (
            self._unusable.isdisjoint(_DEFINED_IN.get(issue.code, ()))
            and self._partial.isdisjoint(_NEEDS_ALL_OF.get(issue.code, ()))
        )

    def closest_to(self, issue: Issue) -> str:
        """Give the code that an unknown one was probably meant to be, or the empty text."""
        key = issue.code, issue.value
        if issue.code not in _DEFINED_IN:
            return ""
        if key not in self._guesses and len(self._guesses) < _MOST_GUESSES:
            self._guesses[key] = self._guess(issue)
        return self._guesses.get(key, "")

    def _guess(self, issue: Issue) -> str:
        codes = [code for record in _DEFINED_IN[issue.code] for code in self._codes[record]]
        parts = [part.strip() for part in re.split("[,،|\n]", issue.value) if part.strip()]
        if len(parts) > 1 and set(parts) <= set(codes):
            return "; ".join(parts)
        return closest_code(issue.value, codes)
