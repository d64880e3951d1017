"""Writes about what is decided: the decision, the company that it makes, and the letter that tells of it."""

from __future__ import annotations

import re
from datetime import datetime

from django.db import transaction

from karvan.mission.companies import Side
from karvan.mission.opportunities import OpportunityKind
from karvan.web.accounts.models import User
from karvan.web.applications.enums import Outcome
from karvan.web.applications.errors import LetterSentError
from karvan.web.applications.models import Application, Decision
from karvan.web.audit.actions import record_event
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company, Opportunity
from karvan.web.errors import StaleError
from karvan.web.frame.letters import send_letter
from karvan.web.letters.queries import Wording
from karvan.web.members.actions import Post, invite, withdraw_invitation
from karvan.web.members.enums import Role
from karvan.web.members.queries import open_invitations
from karvan.web.missions.models import Mission

LETTER_OF = {Side.VISITOR: "V", Side.HOST: "H"}
"""What the codes of a side's companies begin with."""

STANDINGS = {
    Outcome.ACCEPTED: Standing.PARTICIPATING,
    Outcome.RESERVE: Standing.RESERVE,
    Outcome.DECLINED: Standing.WITHDRAWN,
}
"""Where a company stands after a decision."""


@transaction.atomic
def decide(
    application: Application, *, outcome: Outcome, reason: str, revision: int, site: str, by: User, at: datetime
) -> Decision:
    """Give the new decision about an application; earlier ones stay in its history.

    Accepting makes the company with its offer and need, and invites the contact as its manager. Another decision later
    takes the company into reserve or out of the mission, and withdraws an invitation that was not taken; nothing is
    deleted.

    Raises
    ------
    StaleError
        If the application was changed, or decided about, since the writer has read it.
    """
    changed = {"outcome": outcome, "changed_at": at, "revision": revision + 1}
    if Application.objects.filter(pk=application.pk, revision=revision).update(**changed) != 1:
        raise StaleError
    application.refresh_from_db()
    decision = Decision.objects.create(
        application=application, outcome=outcome, reason=reason, decided_by=by, decided_at=at
    )
    mission = Mission.objects.select_for_update().get(pk=application.mission_id)
    side = application.call.side
    subject = str(application.number)
    record_event(
        "application-decided", mission=mission, by=by, at=at, subject=subject, side=side, outcome=outcome.value
    )
    company = application.company
    if company is None and outcome is Outcome.ACCEPTED:
        company = _make_company(application, mission, at=at)
    if company is not None:
        _settle(application, company, mission, outcome, site=site, by=by, at=at)
    return decision


def _make_company(application: Application, mission: Mission, *, at: datetime) -> Company:
    """Make the company of an application, with its offer and need."""
    side = Side(application.call.side)
    company = Company.objects.create(
        mission=mission,
        code=free_code(mission, side),
        position=mission.companies.count(),
        side=side,
        names=application.names,
        country=application.country,
        city=application.city,
        size=application.size,
        website=application.website,
        contact_name=application.contact_name,
        contact_email=application.contact_email,
        changed_at=at,
    )
    said = ((OpportunityKind.OFFER, application.offer), (OpportunityKind.NEED, application.need))
    Opportunity.objects.bulk_create(
        Opportunity(company=company, position=position, kind=kind, text=text, language=application.lang)
        for position, (kind, text) in enumerate(said)
        if text
    )
    application.company = company
    application.save(update_fields=["company"])
    return company


def free_code(mission: Mission, side: Side) -> str:
    """Give the next code of a side's companies: ``V01``, ``V02``; one query."""
    letter = LETTER_OF[side]
    codes = mission.companies.filter(code__startswith=letter).values_list("code", flat=True)
    taken = [int(code[1:]) for code in codes if re.fullmatch(r"[0-9]+", code[1:])]
    return f"{letter}{max(taken, default=0) + 1:02}"


def _settle(
    application: Application,
    company: Company,
    mission: Mission,
    outcome: Outcome,
    *,
    site: str,
    by: User,
    at: datetime,
) -> None:
    """Bring the company to where the decision puts it, and its invitation with it."""
    company.standing, company.changed_at = STANDINGS[outcome], at
    company.revision += 1
    company.save(update_fields=["standing", "changed_at", "revision"])
    mission.revision, mission.changed_at, mission.changed_by = mission.revision + 1, at, by.name
    mission.save(update_fields=["revision", "changed_at", "changed_by"])
    invited = open_invitations(mission, at=at).filter(company=company)
    if outcome is not Outcome.ACCEPTED:
        for invitation in invited:
            withdraw_invitation(invitation, by=by, at=at)
    elif not invited.exists() and not company.memberships.exists():
        invite(
            mission,
            email=application.contact_email,
            name=application.contact_name,
            lang=application.lang,
            post=Post(role=Role.MANAGER, company=company),
            site=site,
            by=by,
            at=at,
        )


@transaction.atomic
def send_decision(decision: Decision, *, letter: Wording, by: User, at: datetime) -> None:
    """Send the letter that tells of a decision, as it was previewed, and keep it.

    Raises
    ------
    LetterSentError
        If it has gone out already.
    """
    kept = {"letter_subject": letter.subject, "letter_text": letter.text, "letter_sent_at": at}
    if Decision.objects.filter(pk=decision.pk, letter_sent_at=None).update(**kept) != 1:
        raise LetterSentError
    application = decision.application
    subject, side = str(application.number), application.call.side
    mission = application.mission
    record_event("letter-sent", mission=mission, by=by, at=at, subject=subject, side=side, outcome=decision.outcome)
    to = application.contact_email
    transaction.on_commit(lambda: send_letter(to, subject=letter.subject, text=letter.text), robust=True)
