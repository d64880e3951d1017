"""The organisations that take part, their people, and the two sides they belong to."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from karvan.mission.localised import LocalisedText


class Side(enum.StrEnum):
    """Which delegation a company belongs to."""

    VISITOR = "visitor"
    HOST = "host"


class CompanyKind(enum.StrEnum):
    """What sort of organisation it is."""

    COMPANY = "company"
    RESEARCH = "research"
    UNIVERSITY = "university"
    GOVERNMENT = "government"
    ASSOCIATION = "association"


class CompanySize(enum.StrEnum):
    """How large an organisation is."""

    MICRO = "micro"
    SMALL = "small"
    MEDIUM = "medium"
    LARGE = "large"


@dataclass(frozen=True, slots=True)
class TableRef:
    """A table of a venue; `venue` is empty where the table's code alone says which."""

    venue: str
    table: str

    def __str__(self) -> str:
        """Write it as in the workbook: ``venue/table``."""
        return f"{self.venue}/{self.table}" if self.venue else self.table


@dataclass(frozen=True, slots=True, kw_only=True)
class Company:
    """One organisation of either side.

    Attributes
    ----------
    languages : tuple of str
        Spoken by its delegates, as given; `Mission.languages_of` fills in where this is empty.
    representatives : int
        How many meetings it can hold at once.
    home_table : TableRef or None
        The table at which it always sits.
    """

    code: str
    side: Side
    name: LocalisedText
    country: str = ""
    city: str = ""
    kind: CompanyKind = CompanyKind.COMPANY
    size: CompanySize | None = None
    languages: tuple[str, ...] = ()
    website: str = ""
    contact_name: str = ""
    contact_email: str = ""
    home_table: TableRef | None = None
    max_meetings_per_day: int | None = None
    representatives: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """One delegate of a company; a `reserve` stands in when another cannot."""

    company: str
    name: LocalisedText
    role: str = ""
    email: str = ""
    languages: tuple[str, ...] = ()
    is_travelling: bool = True
    is_reserve: bool = False


@dataclass(frozen=True, slots=True)
class Delegation:
    """All companies of one side."""

    side: Side
    companies: tuple[Company, ...]
