"""A request as our views see it: with the language of its reader, and their seat in the mission."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from django.http import HttpRequest

from karvan.languages import LANGUAGES
from karvan.web.access import Seat
from karvan.web.accounts.models import User

FALLBACK = "en"
"""Language of a reader who has named none that we speak."""

ACTING = "acting_for"
"""The session's word for the companies on whose behalf somebody acts: codes by mission."""


class Request(HttpRequest):
    """A request after our middleware.

    Attributes
    ----------
    lang : str
        A code of `LANGUAGES`: from the address, else from the browser's settings.
    at : datetime
        When it came: the time of everything that it writes.
    seat : Seat
        Who the reader is in the mission of the address; only on pages of a mission.
    """

    lang: str
    at: datetime
    seat: Seat
    user: User


def signed_in(request: HttpRequest) -> User | None:
    """Give the account of whoever reads, or None for a stranger."""
    user = getattr(request, "user", None)
    return user if isinstance(user, User) else None


def site_of(request: HttpRequest) -> str:
    """Give the address of this server as the reader writes it: what links in letters begin with.

    Behind a proxy that speaks https for us, the operator's word counts: its headers are not believed.
    """
    scheme = "https" if settings.IS_HTTPS else request.scheme
    return f"{scheme}://{request.get_host()}"


def language_of_path(path: str) -> str | None:
    """Give the language that an address begins with, or None."""
    first = path.strip("/").partition("/")[0]
    return first if first in LANGUAGES else None


def preferred_language(accept_language: str) -> str:
    """Give the language that a browser's Accept-Language asks for first among ours."""
    wishes = sorted(_wishes(accept_language), key=lambda wish: -wish[1])
    return next((lang for lang, weight in wishes if weight > 0), FALLBACK)


def _wishes(accept_language: str) -> Iterator[tuple[str, float]]:
    for part in accept_language.split(","):
        tag, _, weight = part.partition(";q=")
        lang = tag.strip().partition("-")[0].lower()
        if lang in LANGUAGES:
            yield lang, _weight(weight)


def _weight(text: str) -> float:
    try:
        return float(text or 1)
    except ValueError:
        return 0.0
