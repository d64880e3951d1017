"""Tables of accounts."""

from __future__ import annotations

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower


class UserManager(BaseUserManager["User"]):
    """Finds accounts by address, however it is capitalised."""

    def get_by_natural_key(self, username: str | None) -> User:
        """Give the account of a mail address."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """One person who can sign in; what they may do is said by their memberships.

    Attributes
    ----------
    email : str
        In small letters.
    lang : str
        The language of mail to them.
    is_administrator : bool
        May set up missions of this installation.
    is_sample : bool
        Belongs to the sample mission: signs in with one click where the demo runs, and nowhere else.
    """

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    lang = models.CharField(max_length=8, default="en")
    is_active = models.BooleanField(default=True)
    is_sample = models.BooleanField(default=False)
    is_administrator = models.BooleanField(default=False)
    joined_at = models.DateTimeField()

    objects = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        """By name."""

        ordering = ("name", "pk")
        constraints = (
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_in_small_letters"),
        )

    def __str__(self) -> str:
        """Give the name."""
        return self.name
