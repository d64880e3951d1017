"""The list of companies as a file for spreadsheets: what its reader sees of it, and nothing else."""

from __future__ import annotations

from collections.abc import Sequence

from karvan.formats.sheets import Value
from karvan.languages import say
from karvan.languages.bidi import strip_isolates
from karvan.languages.names import country_name, language_name
from karvan.mission.localised import LocalisedText
from karvan.web.access import Capability, Seat
from karvan.web.companies.bridge import field_of
from karvan.web.companies.parts import Part
from karvan.web.delegations.queries import Row

WORDS = (
    "delegations-code", "delegations-name", "delegations-side", "profile-country", "profile-city", "profile-kind",
    "profile-size", "profile-languages", "profile-website", "delegations-domain", "delegations-offers",
    "delegations-needs",
)  # fmt: skip
"""The headings of what the catalogue shows of every company, in order."""

OWN_WORDS = (
    "delegations-standing", "delegations-profile", "profile-missing", "delegations-people", "delegations-manager",
    "delegations-sent", "delegations-received", "delegations-accepted",
)  # fmt: skip
"""The headings of what is known of those that the reader sees to."""

CONTACT_WORDS = ("profile-contact-name", "profile-contact-email")
"""The headings of what only whoever may change companies takes away."""


def exported(rows: Sequence[Row], seat: Seat, lang: str) -> tuple[list[str], list[list[Value]]]:
    """Give the headings and the lines of a list."""
    with_contacts = seat.may(Capability.EDIT_COMPANIES)
    words = (*WORDS, *OWN_WORDS, *(CONTACT_WORDS if with_contacts else ()))
    headings = [strip_isolates(say(lang, word)) for word in words]
    blank: list[Value] = [None] * (len(words) - len(WORDS))
    lines = [
        [*_seen(row, lang), *(_own(row, lang, with_contacts=with_contacts) if row.is_ours else blank)] for row in rows
    ]
    return headings, lines


def _seen(row: Row, lang: str) -> list[Value]:
    mine = row.company
    return [
        mine.code,
        LocalisedText.from_mapping(mine.names).best(lang),
        strip_isolates(say(lang, f"side-{mine.side}")),
        country_name(lang, mine.country) if mine.country else "",
        mine.city,
        say(lang, f"company-kind-{mine.kind}"),
        say(lang, f"company-size-{mine.size}") if mine.size else "",
        "; ".join(language_name(lang, code) for code in mine.languages),
        mine.website,
        "; ".join(field_of(code, lang).label for code in row.domains),
        row.profile.offers,
        row.profile.needs,
    ]


def _own(row: Row, lang: str, *, with_contacts: bool) -> list[Value]:
    mine, counts = row.company, row.counts
    return [
        say(lang, f"standing-{mine.standing}"),
        f"{row.profile.done}/{len(Part)}",
        "; ".join(strip_isolates(say(lang, f"delegations-missing-{part}")) for part in row.profile.missing),
        row.profile.people,
        say(lang, f"manager-{row.manager}"),
        counts.sent if counts else None,
        counts.received if counts else None,
        counts.accepted if counts else None,
        *((mine.contact_name, mine.contact_email) if with_contacts else ()),
    ]
