"""Letters about memberships, in the language of whoever gets them."""

from __future__ import annotations

from karvan.languages import say
from karvan.languages.bidi import strip_isolates
from karvan.mission.localised import LocalisedText
from karvan.web.frame.letters import send_letter
from karvan.web.members.models import Invitation


def send_invitation(invitation: Invitation, *, link: str) -> None:
    """Send the link of an invitation."""
    lang, mission = invitation.lang, invitation.mission
    title = LocalisedText.from_mapping(mission.titles).best(lang) if mission else say(lang, "web-name")
    send_letter(
        invitation.email,
        subject=strip_isolates(say(lang, "letter-invitation-subject", mission=title)),
        text=say(
            lang,
            "letter-invitation",
            name=invitation.name,
            mission=title,
            role=say(lang, f"role-{invitation.role}"),
            by=invitation.invited_by.name,
            link=link,
        ),
    )
