"""The feed itself, which asks for no session, and the page on which somebody gets, renews or withdraws theirs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse, HttpResponseNotFound
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.views.decorators.http import require_POST, require_safe

from karvan.web.access import Audience, Capability, needs, open_to
from karvan.web.errors import ForbiddenError, NotFoundError
from karvan.web.feeds.actions import renew_feed, withdraw_feed
from karvan.web.feeds.bridge import calendar_of
from karvan.web.feeds.queries import feed_of, membership_with, secret_of
from karvan.web.frame.said import say_next
from karvan.web.http import site_of
from karvan.web.programmes.queries import latest_version

if TYPE_CHECKING:
    from django.http.response import HttpResponseBase

    from karvan.web.http import Request
    from karvan.web.members.models import Membership

HEADERS = {"Cache-Control": "private, no-cache", "X-Robots-Tag": "noindex"}


@open_to(Audience.EVERYBODY)
@require_safe
def feed(request: Request, lang: str, secret: str) -> HttpResponseBase:
    """The released agenda or roster of whoever has this address, for their calendar; two queries.

    Where nothing is to be told, every answer is the same.
    """
    try:
        membership = membership_with(secret)
        version = latest_version(membership.mission.slug)
    except NotFoundError:
        return HttpResponseNotFound(headers=HEADERS)
    whose = membership.company or membership.interpreter
    assert whose
    etag = f'"{version.pk}-{version.digest[:16]}-{whose.code}-{lang}"'
    released = int(version.released_at.timestamp())
    headers = HEADERS | {"ETag": etag, "Last-Modified": http_date(released)}
    unread = HttpResponse(headers=headers)
    held = get_conditional_response(request, etag=etag, last_modified=released, response=unread)
    if held is not None and held.status_code != unread.status_code:
        return held
    content = calendar_of(version, lang, whose.code, is_roster=membership.interpreter is not None)
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)


def _own(request: Request) -> Membership:
    """Give the seat of whoever reads; who acts for a company has no feed of it, since a feed is a person's."""
    if request.seat.acting_for is not None:
        raise ForbiddenError
    return request.seat.membership


@needs(Capability.READ_OWN_AGENDA, Capability.READ_OWN_ROSTER)
def subscription(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """How to have one's programme in one's calendar."""
    membership = _own(request)
    found = feed_of(membership)
    rest = f"/{lang}/feeds/{secret_of(found.name)}.ics" if found else ""
    context = {
        "page": "roster" if membership.interpreter else "agenda",
        "feed": found,
        "address": f"{site_of(request)}{rest}",
        "webcal": f"webcal://{request.get_host()}{rest}",
        "zone": membership.mission.time_zone,
        "kinds": ("iphone", "android", "outlook"),
    }
    return render(request, "feeds/subscription.html", context)


@needs(Capability.READ_OWN_AGENDA, Capability.READ_OWN_ROSTER)
@require_POST
def renew(request: Request, lang: str, slug: str) -> HttpResponse:
    """Make an address, or another one in its place."""
    membership = _own(request)
    was_there = feed_of(membership) is not None
    renew_feed(membership, at=request.at)
    say_next(request, "feed-renewed" if was_there else "feed-made")
    return redirect("subscription", lang=lang, slug=slug)


@needs(Capability.READ_OWN_AGENDA, Capability.READ_OWN_ROSTER)
@require_POST
def withdraw(request: Request, lang: str, slug: str) -> HttpResponse:
    """Make the address lead nowhere."""
    withdraw_feed(_own(request), at=request.at)
    say_next(request, "feed-withdrawn")
    return redirect("subscription", lang=lang, slug=slug)
