"""The way through a mission: every page that somebody can go to from every other, in one list."""

from __future__ import annotations

from dataclasses import dataclass

from karvan.web.access import Capability, Seat


@dataclass(frozen=True, slots=True)
class Place:
    """One page of the side bar.

    Attributes
    ----------
    name : str
        Of its address, which takes the language and the mission's slug; its words are ``nav-<name>``.
    needs : frozenset of Capability
        Any one of them lets a reader go there.
    icon : str
        A name of `karvan.web.frame.icons.ICONS`.
    """

    name: str
    icon: str
    needs: frozenset[Capability]


@dataclass(frozen=True, slots=True)
class Group:
    """Places that belong together; the words over them are ``nav-group-<name>``."""

    name: str
    places: tuple[Place, ...]


def _place(name: str, icon: str, *needs: Capability) -> Place:
    return Place(name, icon, frozenset(needs))


C = Capability
PLACES: tuple[Group, ...] = (
    Group(
        "mission",
        (_place("mission", "place", C.READ_PROGRAMME),),
    ),
    Group(
        "company",
        (
            _place("own-company", "company", C.READ_OWN_AGENDA),
            _place("recommended", "search", C.ASK_MEETINGS),
            _place("requests", "meetings", C.ASK_MEETINGS),
            _place("availability", "clock", C.EDIT_OWN_COMPANY),
            _place("visit-choice", "visit", C.EDIT_OWN_COMPANY),
            _place("agenda", "meetings", C.READ_OWN_AGENDA),
            _place("roster", "interpreter", C.READ_OWN_ROSTER),
        ),
    ),
    Group(
        "applications",
        (
            _place("applications", "document", C.ASSESS),
            _place("letter-texts", "document", C.WRITE_LETTERS),
        ),
    ),
    Group(
        "catalogue",
        (
            _place("companies", "company", C.READ_DESK),
            _place("catalogue", "search", C.READ_CATALOGUE),
            _place("marketplace", "document", C.READ_CATALOGUE),
            _place("workbook", "document", C.EDIT_COMPANIES),
        ),
    ),
    Group(
        "matches",
        (
            _place("matches", "search", C.READ_MATCHES),
            _place("taxonomy", "language", C.EDIT_MISSION),
            _place("no-thanks", "shield", C.READ_AVOID),
            _place("request-rules", "shield", C.EDIT_MISSION),
        ),
    ),
    Group(
        "preparation",
        (
            _place("plan", "calendar", C.READ_PROGRAMME),
            _place("tables-and-venues", "place", C.EDIT_PROGRAMME),
            _place("interpreter-list", "interpreter", C.EDIT_PROGRAMME),
            _place("absences", "clock", C.EDIT_PROGRAMME),
            _place("visit-places", "visit", C.READ_DESK),
            _place("mission-rules", "shield", C.EDIT_MISSION),
        ),
    ),
    Group(
        "scheduling",
        (
            _place("drafts", "calendar", C.READ_DRAFT),
            _place("outbox", "document", C.RELEASE),
        ),
    ),
    Group(
        "programme",
        (
            _place("releases", "clock", C.READ_PROGRAMME),
            _place("programme", "document", C.READ_ALL_AGENDAS),
            _place("first-day", "calendar", C.READ_PROGRAMME),
            _place("first-tables", "meetings", C.READ_ALL_AGENDAS),
            _place("agendas", "company", C.READ_ALL_AGENDAS),
            _place("interpreters", "interpreter", C.READ_ALL_AGENDAS),
        ),
    ),
    Group(
        "care",
        (
            _place("clearances", "shield", C.CLEAR),
            _place("logistics", "transfer", C.READ_LOGISTICS),
        ),
    ),
    Group(
        "team",
        (
            _place("members", "company", C.EDIT_MEMBERS),
            _place("audit", "document", C.READ_AUDIT),
        ),
    ),
)
"""All places in the order of the side bar."""


def places_for(seat: Seat) -> list[Group]:
    """Give the groups with the places that somebody may go to; groups without any are left out."""
    groups = (Group(g.name, tuple(p for p in g.places if p.needs & seat.capabilities)) for g in PLACES)
    return [group for group in groups if group.places]
