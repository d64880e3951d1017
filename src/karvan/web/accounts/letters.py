"""Letters about accounts, in the language of whoever gets them."""

from __future__ import annotations

from django.contrib.auth.tokens import default_token_generator
from django.utils.encoding import force_bytes
from django.utils.http import urlsafe_base64_encode

from karvan.languages import say
from karvan.web.accounts.models import User
from karvan.web.frame.letters import send_letter


def send_password_link(user: User, *, site: str) -> None:
    """Send a link that sets a new password, good once and for two hours."""
    number = urlsafe_base64_encode(force_bytes(user.pk))
    link = f"{site}/{user.lang}/new-password/{number}/{default_token_generator.make_token(user)}/"
    subject = say(user.lang, "letter-password-subject")
    send_letter(user.email, subject=subject, text=say(user.lang, "letter-password", name=user.name, link=link))
