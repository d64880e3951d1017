"""What can be wrong with a mission as somebody entered it."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Severity(enum.StrEnum):
    """Whether an issue stops the work."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Issue:
    """One problem of the input, with its place; the words are the languages' business.

    Attributes
    ----------
    code : str
        Names the message, e.g. ``unknown-company``.
    record : str
        The list of `Mission` (or of a file) that it is about, e.g. ``requests``.
    index : int or None
        Position in that list, 0-based; None: the list as a whole.
    field : str
        The field of the record; empty: the record as a whole.
    value : str
        What was given.
    expected : str
        What would be right, where that is data rather than words (a list of codes, a range).
    """

    code: str
    record: str
    index: int | None = None
    field: str = ""
    value: str = ""
    expected: str = ""
    severity: Severity = Severity.ERROR


class InvalidMissionError(ValueError):
    """A mission was needed, and what was given is none.

    Attributes
    ----------
    issues : tuple of Issue
        Everything that is wrong, errors and warnings.
    """

    def __init__(self, issues: tuple[Issue, ...]) -> None:
        self.issues = issues
        super().__init__("; ".join(f"{i.record}[{i.index}].{i.field}: {i.code}" for i in issues))
