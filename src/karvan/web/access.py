"""Who may see and do what: one table of capabilities by role.

Every view says what it needs: `open_to` an audience, or `needs` a capability in its mission. A view that says nothing
answers nobody (`AudienceMiddleware`).
"""

from __future__ import annotations

import enum
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from karvan.web.accounts.models import User
from karvan.web.companies.models import Company
from karvan.web.members.enums import ORGANISERS, Desk, Role
from karvan.web.members.models import Membership
from karvan.web.missions.models import Mission
from karvan.web.missions.phases import Activity, is_open

View = TypeVar("View", bound=Callable[..., Any])


class Audience(enum.Enum):
    """Who may see a view that belongs to no mission."""

    EVERYBODY = "everybody"
    SIGNED_IN = "signed-in"


class Capability(enum.StrEnum):
    """What somebody may see or do in a mission."""

    READ_PROGRAMME = "read-programme"
    """The days, blocks and phases."""
    READ_ALL_AGENDAS = "read-all-agendas"
    """Who meets whom, of everybody, as released."""
    READ_OWN_AGENDA = "read-own-agenda"
    """The agenda of one's own company."""
    READ_OWN_ROSTER = "read-own-roster"
    """The roster of oneself as an interpreter."""
    READ_CATALOGUE = "read-catalogue"
    """Profiles of the companies that take part."""
    ASK_MEETINGS = "ask-meetings"
    """Send and answer meeting requests for one's own company."""
    EDIT_OWN_COMPANY = "edit-own-company"
    """Profile, people, availability of one's own company."""
    READ_DESK = "read-desk"
    """The organiser's overview, companies and their states."""
    EDIT_MISSION = "edit-mission"
    """Settings, phases, rules."""
    EDIT_COMPANIES = "edit-companies"
    """Add, import and change companies."""
    EDIT_PROGRAMME = "edit-programme"
    """Blocks, venues, tables, interpreters."""
    READ_MATCHES = "read-matches"
    """Suggestions with scores and reasons, of everybody."""
    EDIT_MATCHES = "edit-matches"
    """Pin and block suggestions, decide about requests."""
    READ_AVOID = "read-avoid"
    """Who does not want to meet whom."""
    READ_DRAFT = "read-draft"
    """The programme before its release, with what could not be placed and why."""
    SCHEDULE = "schedule"
    """Change the draft, run the scheduler."""
    RELEASE = "release"
    """Release programmes and send what tells of them."""
    ASSESS = "assess"
    """Read applications, assess readiness."""
    DECIDE = "decide"
    """Accept and decline applications."""
    READ_LOGISTICS = "read-logistics"
    """Passports, visas, flights, hotels."""
    EDIT_LOGISTICS = "edit-logistics"
    """Change them."""
    CLEAR = "clear"
    """Give or refuse compliance clearance."""
    ACT_FOR_COMPANY = "act-for-company"
    """Do for a company what its people may do; logged."""
    WRITE_LETTERS = "write-letters"
    """Edit and send letters."""
    READ_AUDIT = "read-audit"
    """The audit trail."""
    EDIT_MEMBERS = "edit-members"
    """Invite people and change their roles."""


NEUTRAL_ONLY = frozenset(
    {
        Capability.READ_AVOID,
        Capability.READ_DRAFT,
        Capability.SCHEDULE,
        Capability.RELEASE,
        Capability.EDIT_PROGRAMME,
        Capability.EDIT_MISSION,
        Capability.EDIT_MATCHES,
        Capability.EDIT_MEMBERS,
    }
)
"""What one side's staff may not do: it concerns both sides."""

VIEWER = frozenset(
    {
        Capability.READ_PROGRAMME,
        Capability.READ_ALL_AGENDAS,
        Capability.READ_CATALOGUE,
        Capability.READ_DESK,
        Capability.READ_MATCHES,
        Capability.READ_DRAFT,
    }
)
STAFF = frozenset(Capability) - {
    Capability.READ_OWN_AGENDA,
    Capability.READ_OWN_ROSTER,
    Capability.ASK_MEETINGS,
    Capability.EDIT_OWN_COMPANY,
    Capability.EDIT_MEMBERS,
}
REPRESENTATIVE = frozenset(
    {
        Capability.READ_PROGRAMME,
        Capability.READ_OWN_AGENDA,
        Capability.READ_CATALOGUE,
        Capability.ASK_MEETINGS,
    }
)
MANAGER = REPRESENTATIVE | {Capability.EDIT_OWN_COMPANY}
GRANTS: dict[Role, frozenset[Capability]] = {
    Role.OWNER: STAFF | {Capability.EDIT_MEMBERS},
    Role.STAFF: STAFF,
    Role.VIEWER: VIEWER,
    Role.MANAGER: MANAGER,
    Role.REPRESENTATIVE: REPRESENTATIVE,
    Role.INTERPRETER: frozenset({Capability.READ_PROGRAMME, Capability.READ_OWN_ROSTER}),
    Role.OBSERVER: frozenset({Capability.READ_PROGRAMME, Capability.READ_ALL_AGENDAS}),
}
"""What each role may do; of the organiser's team, the neutral desk's people."""


def granted(role: Role, desk: Desk | None = None) -> frozenset[Capability]:
    """Give what somebody of a role may do; staff of a side do not get what is for the neutral desk alone."""
    everything = GRANTS[role]
    return everything - NEUTRAL_ONLY if desk in {Desk.VISITOR, Desk.HOST} else everything


@dataclass(frozen=True, slots=True)
class Seat:
    """Somebody in a mission, as every view, action and query of the mission knows them.

    Attributes
    ----------
    acting_for : Company or None
        The company on whose behalf somebody of the organiser's team acts just now.
    """

    membership: Membership
    acting_for: Company | None = None

    @property
    def user(self) -> User:
        """Who it is."""
        return self.membership.user

    @property
    def mission(self) -> Mission:
        """Where."""
        return self.membership.mission

    @property
    def role(self) -> Role:
        """As what."""
        return Role(self.membership.role)

    @property
    def desk(self) -> Desk | None:
        """To whom they belong, if they are of the organiser's team."""
        return Desk(self.membership.desk) if self.membership.desk else None

    @property
    def is_organiser(self) -> bool:
        """Whether they are of the organiser's team."""
        return self.role in ORGANISERS

    @property
    def is_neutral(self) -> bool:
        """Whether they are of the neutral desk."""
        return self.desk is Desk.NEUTRAL

    @property
    def company(self) -> Company | None:
        """Their own company, or the one on whose behalf they act."""
        return self.acting_for or self.membership.company

    @property
    def on_behalf_of(self) -> str:
        """Code of the company on whose behalf they act, for the audit trail; else empty."""
        return self.acting_for.code if self.acting_for else ""

    @property
    def capabilities(self) -> frozenset[Capability]:
        """What they may do; while they act for a company, what its manager may do, and nothing else.

        Requests are the company's own and the neutral desk's: one side's staff would learn of a "no thanks".
        """
        if self.acting_for is None:
            return granted(self.role, self.desk)
        return MANAGER if self.is_neutral else MANAGER - {Capability.ASK_MEETINGS}

    def finds_open(self, activity: Activity) -> bool:
        """Whether something is open to them now: to companies in this phase, or because they act for one."""
        return self.acting_for is not None or is_open(self.mission, activity)

    def may(self, capability: Capability) -> bool:
        """Whether they may see or do something."""
        return capability in self.capabilities


def open_to(audience: Audience) -> Callable[[View], View]:
    """Declare the audience of a view that belongs to no mission."""

    def declare(view: View) -> View:
        view.audience = audience  # type: ignore[attr-defined]
        return view

    return declare


def needs(*capabilities: Capability) -> Callable[[View], View]:
    """Declare what the readers of a mission's view may do: any one of the given."""

    def declare(view: View) -> View:
        view.capabilities = frozenset(capabilities)  # type: ignore[attr-defined]
        return view

    return declare


def audience_of(view: Callable[..., Any]) -> Audience | None:
    """Give the declared audience of a view, or None where there is no declaration."""
    found = getattr(view, "audience", None)
    return found if isinstance(found, Audience) else None


def needs_of(view: Callable[..., Any]) -> frozenset[Capability]:
    """Give the capabilities of which a view's readers need one; none where it declares none."""
    return getattr(view, "capabilities", frozenset())
