"""The table of calendar feeds."""

from __future__ import annotations

from django.db import models

from karvan.web.members.models import Membership


class Feed(models.Model):
    """That somebody has a feed; without the installation's key nobody can tell its address from this row.

    Attributes
    ----------
    name : str
        The part of the address by which it is found. A new one takes its place where the address is renewed.
    """

    membership = models.OneToOneField(Membership, on_delete=models.CASCADE, related_name="feed")
    name = models.CharField(max_length=24, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        """Give the day on which it was made."""
        return f"{self.made_at:%Y-%m-%d}"
