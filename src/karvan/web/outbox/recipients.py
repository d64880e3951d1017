"""Whom a release concerns: a company's people with and without accounts, and interpreters."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from babel.languages import get_official_languages

from karvan.languages import LANGUAGES
from karvan.mission.localised import LocalisedText
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company, Person
from karvan.web.http import FALLBACK
from karvan.web.members.models import Membership
from karvan.web.missions.models import Mission


@dataclass(frozen=True, slots=True)
class Recipient:
    """Somebody with an address, and whose programme is theirs.

    Attributes
    ----------
    code : str
        Of their company; with `is_roster`, of themselves as an interpreter.
    """

    name: str
    email: str
    lang: str
    code: str
    is_roster: bool = False
    membership: Membership | None = None

    @property
    def key(self) -> tuple[str, str, bool]:
        """What makes two of them the same."""
        return self.email, self.code, self.is_roster


def recipients(mission: Mission) -> list[Recipient]:
    """Everybody who is told of releases, each once for a company or roster; three queries.

    Members of companies and interpreters; delegates who travel and are not in reserve; and the contact of a company of
    which nobody else can be reached.
    """
    found = {each.key: each for each in (*_delegates(mission), *_members(mission))}
    reached = {each.code for each in found.values()}
    contacts = [each for each in _contacts(mission) if each.code not in reached]
    everybody = [*found.values(), *contacts]
    return sorted(everybody, key=lambda each: (each.is_roster, each.code, each.name, each.email))


def _members(mission: Mission) -> Iterator[Recipient]:
    rows = mission.memberships.filter(user__is_active=True).select_related("user", "company", "interpreter")
    for row in rows:
        whose = row.company or row.interpreter
        if whose is not None:
            user = row.user
            yield Recipient(user.name, user.email, user.lang, whose.code, row.interpreter is not None, row)


def _delegates(mission: Mission) -> Iterator[Recipient]:
    rows = Person.objects.filter(company__mission=mission, is_travelling=True, is_reserve=False, user=None)
    for row in rows.exclude(email="").select_related("company"):
        lang = language_of(row.languages, row.company)
        yield Recipient(LocalisedText.from_mapping(row.names).best(lang), row.email.lower(), lang, row.company.code)


def _contacts(mission: Mission) -> Iterator[Recipient]:
    for row in mission.companies.filter(standing=Standing.PARTICIPATING).exclude(contact_email=""):
        lang = language_of((), row)
        name = row.contact_name or LocalisedText.from_mapping(row.names).best(lang)
        yield Recipient(name, row.contact_email.lower(), lang, row.code)


def language_of(own: Iterable[str], company: Company) -> str:
    """Give the language to write to somebody in: the first of theirs, their company's or country's that we speak."""
    official = get_official_languages(company.country) if company.country else ()
    known = (lang for lang in (*own, *company.languages, *official) if lang in LANGUAGES)
    return next(known, FALLBACK)
