"""Writes about calendar feeds."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction

from karvan.web.audit.actions import record_event
from karvan.web.feeds.models import Feed
from karvan.web.members.models import Membership


@transaction.atomic
def renew_feed(membership: Membership, *, at: datetime) -> Feed:
    """Give the feed of somebody at a new address; one that they had before leads nowhere from now on."""
    columns = {"name": secrets.token_urlsafe(12), "made_at": at}
    feed, _ = Feed.objects.update_or_create(membership=membership, defaults=columns)
    _record("feed-renewed", membership, at=at)
    return feed


@transaction.atomic
def withdraw_feed(membership: Membership, *, at: datetime) -> None:
    """Take the feed of somebody away."""
    if Feed.objects.filter(membership=membership).delete()[0]:
        _record("feed-withdrawn", membership, at=at)


def _record(action: str, membership: Membership, *, at: datetime) -> None:
    side = membership.company.side if membership.company else ""
    record_event(action, mission=membership.mission, by=membership.user, at=at, side=side)
