"""Sending a letter."""

from __future__ import annotations

from django.core.mail import EmailMessage


def send_letter(to: str, *, subject: str, text: str) -> None:
    """Send a letter of plain text; a server that does not answer raises, and the caller's page says so."""
    EmailMessage(subject=" ".join(subject.split()), body=text, to=[to]).send()
