"""The letters that remind, each in the language of whoever gets it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.urls import reverse

from karvan.languages import LANGUAGES
from karvan.mission.localised import LocalisedText
from karvan.web.companies.models import Company
from karvan.web.duties.queries import Address, Owed
from karvan.web.duties.words import PLACES, last_days, letter_line
from karvan.web.http import FALLBACK
from karvan.web.letters.enums import LetterName
from karvan.web.letters.queries import Wording, wording
from karvan.web.missions.enums import Phase
from karvan.web.missions.phases import ends_at


def letters_to(
    company: Company, owes: Sequence[Owed], recipients: Sequence[Address], *, site: str
) -> Iterator[tuple[str, Wording]]:
    """Give to whom a company's reminder goes, and the letter itself; one query each.

    Parameters
    ----------
    site : str
        Where the links lead: scheme and host, without a slash at the end.
    """
    for address in recipients:
        yield address.email, _letter(company, owes, address, site=site)


def _letter(company: Company, owes: Sequence[Owed], address: Address, *, site: str) -> Wording:
    lang, mission = address.lang or language_of(company), company.mission
    links = {owed: site + reverse(PLACES[owed.activity], args=[lang, mission.slug]) for owed in owes}
    lines = (letter_line(lang, owed, zone=mission.time_zone, link=link) for owed, link in links.items())
    end = ends_at(mission, Phase(mission.phase))
    values = {
        "name": address.name,
        "company": LocalisedText.from_mapping(company.names).best(lang),
        "mission": LocalisedText.from_mapping(mission.titles).best(lang),
        "owed": "\n\n".join(lines),
        "deadline": last_days(lang, end, mission.time_zone)[0] if end else "—",
        "link": site + reverse("mission", args=[lang, mission.slug]),
    }
    return wording(mission, LetterName.REMINDER, lang).filled(values)


def language_of(company: Company) -> str:
    """Give the language in which to write to a company: its own or its mission's first that we speak."""
    return next((lang for lang in (*company.languages, *company.mission.languages) if lang in LANGUAGES), FALLBACK)
