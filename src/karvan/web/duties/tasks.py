"""Sending reminders: one letter after another, so that no page waits for a mail server."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from smtplib import SMTPException
from typing import Any

from karvan.web.duties.actions import REMIND
from karvan.web.duties.letters import letters_to
from karvan.web.duties.models import Reminder
from karvan.web.duties.queries import addresses, owed_by
from karvan.web.duties.words import PLACES
from karvan.web.frame.letters import send_letter
from karvan.web.jobs.kinds import Running, does

logger = logging.getLogger(__name__)


@does(REMIND)
def send_reminders(running: Running) -> dict[str, Any]:
    """Send what has not gone out yet; what a server does not take stays unsent, and the others go on."""
    asked = running.job.arguments
    rows = Reminder.objects.filter(pk__in=asked["reminders"], sent_at=None).order_by("pk")
    counts = {"sent": 0, "failed": 0}
    for row in rows.select_related("company__mission"):
        if running.is_over():
            break
        counts["sent" if _send(row, site=asked["site"]) else "failed"] += 1
        running.tell(counts)
    return counts


def _send(reminder: Reminder, *, site: str) -> bool:
    """Send the letters of one reminder, of what is owed now; give whether the server took them."""
    company, at = reminder.company, datetime.now(UTC)
    owes = owed_by(company.mission, [company], at, activities=PLACES)[company.pk]
    try:
        for to, letter in letters_to(company, owes, addresses([company])[company.pk], site=site) if owes else ():
            send_letter(to, subject=letter.subject, text=letter.text)
    except (SMTPException, OSError):
        logger.exception("reminder %s was not sent", reminder.pk)
        return False
    Reminder.objects.filter(pk=reminder.pk).update(sent_at=at)
    return True
