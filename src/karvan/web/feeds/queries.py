"""Reads of calendar feeds."""

from __future__ import annotations

import base64

from django.utils.crypto import constant_time_compare, salted_hmac

from karvan.web.access import Capability, granted
from karvan.web.errors import NotFoundError
from karvan.web.feeds.models import Feed
from karvan.web.members.enums import Role
from karvan.web.members.models import Membership

NAME_LENGTH = 16
"""Of the part of a secret by which the feed is found; the rest proves that we made it."""

OWN = frozenset({Capability.READ_OWN_AGENDA, Capability.READ_OWN_ROSTER})


def secret_of(name: str) -> str:
    """Give the secret of an address: the name of the feed, and its signature with the installation's key."""
    digest = salted_hmac("karvan.feeds", name, algorithm="sha256").digest()
    return name + base64.urlsafe_b64encode(digest)[:22].decode()


def feed_of(membership: Membership) -> Feed | None:
    """The feed of somebody; None where they have none. One query."""
    return Feed.objects.filter(membership=membership).first()


def membership_with(secret: str) -> Membership:
    """Whose feed an address is, with all that says what they may read; one query.

    Raises
    ------
    NotFoundError
        If it is nobody's, any more or ever, or they may not read it any more. A guess costs no query.
    """
    name = secret[:NAME_LENGTH]
    if not constant_time_compare(secret.encode("utf-8", "replace"), secret_of(name)):
        raise NotFoundError
    rows = Membership.objects.select_related("user", "mission", "company", "interpreter")
    found = rows.filter(feed__name=name, user__is_active=True).first()
    if found is None or not granted(Role(found.role)) & OWN:
        raise NotFoundError
    return found
