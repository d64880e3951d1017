"""Letters to applicants, in the language in which they applied."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from karvan.languages import dates
from karvan.mission.localised import LocalisedText
from karvan.web.applications.enums import Outcome
from karvan.web.applications.models import Application
from karvan.web.frame.letters import send_letter
from karvan.web.letters.enums import LetterName
from karvan.web.letters.queries import Wording, wording

LETTERS = {
    Outcome.ACCEPTED: LetterName.ACCEPTED,
    Outcome.RESERVE: LetterName.RESERVE,
    Outcome.DECLINED: LetterName.DECLINED,
}
"""Which letter tells of which decision."""


def letter_about(application: Application, name: LetterName, *, lang: str = "", link: str = "") -> Wording:
    """Give a letter to an applicant, in the language of the application or another; one query."""
    lang, mission = lang or application.lang, application.mission
    closes_at = application.call.closes_at.astimezone(ZoneInfo(mission.time_zone))
    deadline = f"{dates.full_date(lang, closes_at.date())[0]}, {dates.clock(lang, closes_at)}"
    values = {
        "name": application.contact_name,
        "company": LocalisedText.from_mapping(application.names).best(lang),
        "mission": LocalisedText.from_mapping(mission.titles).best(lang),
        "deadline": deadline,
        "link": link,
    }
    return wording(mission, name, lang).filled(values)


def send_receipt(application: Application, *, link: str) -> None:
    """Say that an application has come, with the private link to it."""
    letter = letter_about(application, LetterName.RECEIVED, link=link)
    send_letter(application.contact_email, subject=letter.subject, text=letter.text)
