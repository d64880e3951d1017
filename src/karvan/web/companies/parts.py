"""What a company's profile is made of, and which parts of one are still missing."""

from __future__ import annotations

import enum
from dataclasses import dataclass

from karvan.web.companies.models import Company


class Part(enum.StrEnum):
    """A part of a profile; its words are ``profile-missing-<part>``."""

    DESCRIPTION = "description"
    CITY = "city"
    LANGUAGES = "languages"
    CONTACT = "contact"
    PEOPLE = "people"
    OFFERS_AND_NEEDS = "offers-and-needs"


@dataclass(frozen=True, slots=True)
class Profile:
    """A company with how much it has said.

    Attributes
    ----------
    people, offers, needs : int
        How many of each it has.
    """

    company: Company
    people: int
    offers: int
    needs: int

    @property
    def missing(self) -> tuple[Part, ...]:
        """The parts that nobody has filled in."""
        company = self.company
        given = {
            Part.DESCRIPTION: any(company.descriptions.values()),
            Part.CITY: bool(company.city),
            Part.LANGUAGES: bool(company.languages),
            Part.CONTACT: bool(company.contact_email),
            Part.PEOPLE: self.people > 0,
            Part.OFFERS_AND_NEEDS: self.offers + self.needs > 0,
        }
        return tuple(part for part, is_given in given.items() if not is_given)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is missing."""
        return not self.missing

    @property
    def done(self) -> int:
        """How many parts are filled in."""
        return len(Part) - len(self.missing)
