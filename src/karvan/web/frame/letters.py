"""Sending a letter."""

from __future__ import annotations

from collections.abc import Iterable
from email.mime.base import MIMEBase
from email.mime.text import MIMEText
from typing import Any

from django.core.mail import EmailMessage, EmailMultiAlternatives
from django.template.loader import render_to_string

from karvan.languages import LANGUAGES


def send_letter(to: str, *, subject: str, text: str) -> None:
    """Send a letter of plain text; a server that does not answer raises, and the caller's page says so."""
    EmailMessage(subject=" ".join(subject.split()), body=text, to=[to]).send()


def letter_in_both_forms(
    to: str, *, subject: str, text: str, lang: str, attached: Iterable[MIMEBase] = (), connection: Any = None
) -> EmailMultiAlternatives:
    """Give a letter as plain text and as HTML, which alone can say in which direction a language is read.

    Notes
    -----
    It says of itself that a program sent it (RFC 3834), so that nobody's absence is told to us.
    """
    headers = {"Auto-Submitted": "auto-generated", "Content-Language": lang}
    letter = EmailMultiAlternatives(subject=subject, body=text, to=[to], headers=headers, connection=connection)
    context = {"subject": subject, "text": text, "language": LANGUAGES[lang]}
    letter.attach_alternative(render_to_string("frame/letter.html", context), "text/html")
    for part in attached:
        letter.attach(part)
    return letter


def calendar_part(name: str, method: str, content: bytes) -> MIMEText:
    """Give a calendar file as a part of a letter (RFC 6047)."""
    part = MIMEText(content.decode(), "calendar", "utf-8")
    part.set_param("method", method)
    part.add_header("Content-Disposition", "attachment", filename=name)
    return part
