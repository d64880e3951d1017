"""Writes about accounts."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from karvan.web.accounts.models import User

RECOVERY_CODES = 8
"""How many codes somebody gets for the day on which the telephone is lost."""


@transaction.atomic
def create_account(
    email: str, *, name: str, lang: str, at: datetime, password: str | None = None, is_sample: bool = False
) -> User:
    """Give the account of a mail address: a new one, or the one that is there, unchanged.

    Parameters
    ----------
    email : str
        However it is capitalised.
    password : str, optional
        None: it cannot sign in with a password until one is set.
    """
    user, is_new = User.objects.get_or_create(
        email=email.strip().lower(), defaults={"name": name, "lang": lang, "joined_at": at, "is_sample": is_sample}
    )
    if is_new:
        set_password(user, password)
    return user


def set_password(user: User, password: str | None) -> None:
    """Give an account another password; None: none that would be right."""
    user.set_password(password)
    user.save(update_fields=["password"])


def change_account(user: User, *, name: str, lang: str) -> None:
    """Give an account another name and language."""
    user.name, user.lang = name, lang
    user.save(update_fields=["name", "lang"])


def device_in_setup(user: User) -> TOTPDevice:
    """Give the device that somebody is setting up: a new one, or the one that was begun."""
    begun = TOTPDevice.objects.filter(user=user, confirmed=False).first()
    return begun or TOTPDevice.objects.create(user=user, name="app", confirmed=False)


@transaction.atomic
def confirm_device(device: TOTPDevice) -> list[str]:
    """Put a device to use in place of earlier ones; give the recovery codes, which are shown once."""
    TOTPDevice.objects.filter(user=device.user).exclude(pk=device.pk).delete()
    device.confirmed = True
    device.save()
    StaticDevice.objects.filter(user=device.user).delete()
    static = StaticDevice.objects.create(user=device.user, name="recovery")
    codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
    StaticToken.objects.bulk_create(StaticToken(device=static, token=code) for code in codes)
    return codes


def installation_account(*, at: datetime) -> User:
    """Give the account under which the command line writes: it can never sign in."""
    user = create_account("command-line@karvan.invalid", name="karvan", lang="en", at=at)
    if user.is_active:
        user.is_active = False
        user.save(update_fields=["is_active"])
    return user


def erase_account(user: User, *, pseudonym: str) -> None:
    """Take everything from an account that says whose it was; it cannot sign in any more."""
    user.name, user.email, user.is_active = pseudonym, f"erased-{user.pk}@karvan.invalid", False
    user.set_unusable_password()
    user.save(update_fields=["name", "email", "is_active", "password"])
    TOTPDevice.objects.filter(user=user).delete()
    StaticDevice.objects.filter(user=user).delete()
