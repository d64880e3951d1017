"""Reads of accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth.tokens import default_token_generator
from django.utils.http import urlsafe_base64_decode
from django_otp import user_has_device

from karvan.web.accounts.models import User

if TYPE_CHECKING:
    from django.db.models import QuerySet


def sample_users() -> QuerySet[User]:
    """Accounts of the sample mission that one click signs in, in the order in which they were made."""
    return User.objects.filter(is_sample=True, is_active=True).order_by("pk")


def has_second_factor(user: User) -> bool:
    """Whether somebody has set up a second factor."""
    return bool(user_has_device(user))


def user_of_link(number: str, token: str) -> User | None:
    """The account of a link for a new password; None where the link is too old, used, or none of ours."""
    try:
        user = User.objects.filter(pk=int(urlsafe_base64_decode(number)), is_active=True).first()
    except ValueError:
        return None
    return user if user is not None and default_token_generator.check_token(user, token) else None
