"""What the referee reports."""

from __future__ import annotations

from dataclasses import dataclass

from karvan.mission.programme import Meeting
from karvan.mission.rules import Rule


@dataclass(frozen=True, slots=True)
class Violation:
    """One place where a programme breaks a rule.

    Attributes
    ----------
    who : tuple of str
        Codes of the companies or the interpreter concerned.
    meetings : tuple of Meeting
        The meetings that break the rule together.
    detail : str
        What is wrong in figures or names, where the meetings do not say it.
    """

    rule: Rule
    who: tuple[str, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    detail: str = ""
