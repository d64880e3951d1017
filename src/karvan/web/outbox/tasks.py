"""Sending the letters of a release."""

from __future__ import annotations

import smtplib
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from django.core.mail import get_connection

from karvan.web.frame.letters import calendar_part, letter_in_both_forms
from karvan.web.jobs.kinds import Running, does
from karvan.web.outbox.actions import SEND, claim_letter, end_letter, give_up_lost_letters, unqueue_letters
from karvan.web.outbox.bridge import Composed, Press
from karvan.web.outbox.enums import Problem, State
from karvan.web.outbox.models import Letter
from karvan.web.outbox.queries import version_of

MOST_SILENCES = 3
"""After so many letters in a row that found no server, the rest waits."""


@does(SEND)
def send_letters(running: Running) -> dict[str, Any]:
    """Send what is queued of a release, each letter once.

    A letter is claimed before it goes out and marked after. Where a worker dies in between, the letter is marked as
    unsure and never sent again unless somebody says so; all others go on where the work was left.
    """
    job = running.job
    version = version_of(job.mission, int(job.subject))
    assert version is not None
    give_up_lost_letters(version, at=datetime.now(UTC))
    press, connection = Press(version, site=job.arguments["site"]), get_connection()
    total, counts, silences = _queued(version.pk).count(), Counter[str](), 0
    for letter in _each_queued(version.pk):
        if running.is_over() or silences == MOST_SILENCES:
            break
        letter.version = version
        outcome = _send(letter, press.compose(letter), connection)
        silences = silences + 1 if outcome == Problem.SERVER else 0
        counts[outcome] += 1
        running.tell({"done": counts.total(), "total": total})
    connection.close()
    left = unqueue_letters(version, at=datetime.now(UTC))
    return {"sent": counts["sent"], "failed": counts[Problem.REFUSED] + counts[Problem.SERVER], "left": left}


def _queued(version: int) -> Any:
    return Letter.objects.filter(version=version, state=State.QUEUED)


def _each_queued(version: int) -> Iterator[Letter]:
    """Give one queued letter after the other, as they stand when their turn comes."""
    last = 0
    while letter := _queued(version).filter(number__gt=last).order_by("number").first():
        last = letter.number
        yield letter


def _send(letter: Letter, composed: Composed, connection: Any) -> str:
    """Send a letter; give ``sent``, ``skipped`` or why it failed."""
    if not claim_letter(letter, composed, at=datetime.now(UTC)):
        return "skipped"
    parts = [calendar_part(each.name, each.method, each.content) for each in composed.attached]
    words = {"subject": composed.subject, "text": composed.text, "lang": letter.lang}
    message = letter_in_both_forms(letter.email, **words, attached=parts, connection=connection)
    message.extra_headers["Message-ID"] = composed.message_id
    problem = _handed_over(message, connection)
    end_letter(letter, problem=problem, at=datetime.now(UTC))
    return problem.value if problem else "sent"


def _handed_over(message: Any, connection: Any) -> Problem | None:
    """Hand a letter to the server; give why it was not taken. An address that is none raises ValueError in Django."""
    try:
        connection.open()
        message.send()
    except (smtplib.SMTPRecipientsRefused, smtplib.SMTPDataError, smtplib.SMTPSenderRefused, ValueError):
        return Problem.REFUSED
    except (smtplib.SMTPException, OSError):
        connection.close()
        return Problem.SERVER
    return None
