"""What happens to every request: security headers, language, who may see it, expected errors."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, cast
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse

from karvan.web.access import Audience, Capability, Seat, audience_of, needs_of
from karvan.web.accounts.models import User
from karvan.web.companies.models import Company
from karvan.web.errors import ExpectedError, ForbiddenError, NotFoundError
from karvan.web.frame.views import error_page
from karvan.web.http import ACTING, Request, language_of_path, preferred_language
from karvan.web.members.models import Membership
from karvan.web.members.queries import membership_in

GetResponse = Callable[[HttpRequest], HttpResponse]


class Middleware:
    """Base: passes the request on."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Give the answer of what lies further in."""
        return self.get_response(request)


class ContentSecurityMiddleware(Middleware):
    """Tells the browser to load nothing but our own files and to run nothing."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Add the headers that Django's own middleware does not know."""
        response = self.get_response(request)
        policy = "; ".join(f"{name} {value}" for name, value in settings.CONTENT_SECURITY_POLICY.items())
        response.headers.setdefault("Content-Security-Policy", policy)
        response.headers["Permissions-Policy"] = ", ".join(f"{name}=()" for name in settings.PERMISSIONS_POLICY)
        response.headers["Cross-Origin-Resource-Policy"] = "same-origin"
        return response


class LanguageMiddleware(Middleware):
    """Finds the reader's language and the time, so that error pages know them too."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set `Request.lang` and `Request.at`."""
        asked = cast("Request", request)
        accepted = request.headers.get("Accept-Language", "")
        asked.lang = language_of_path(request.path) or preferred_language(accepted)
        asked.at = datetime.now(UTC)
        return self.get_response(request)


class AudienceMiddleware(Middleware):
    """Default deny: a view that does not say who may see it is seen by nobody.

    A view of a mission gets `Request.seat`. Whoever does not belong to the mission is told that there is none: that it
    exists is not theirs to know.
    """

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse whoever the view is not for; lead strangers to signing in."""
        asked, audience, capabilities = cast("Request", request), audience_of(view), needs_of(view)
        if audience is Audience.EVERYBODY:
            return None
        if audience is None and not capabilities:
            return _refused(asked, ForbiddenError)
        if not asked.user.is_authenticated:
            return _to_sign_in(asked)
        if audience is Audience.SIGNED_IN:
            return None
        return self._seated(asked, kwargs["slug"], capabilities)

    @staticmethod
    def _seated(request: Request, slug: str, capabilities: frozenset[Capability]) -> HttpResponse | None:
        """Give the reader their seat, or the answer that there is none for them."""
        membership = membership_in(slug, request.user)
        if membership is None:
            return _refused(request, NotFoundError)
        membership.user = request.user
        request.seat = _seat(request, membership)
        if not request.seat.capabilities & capabilities:
            return _refused(request, ForbiddenError)
        if request.seat.is_organiser and _lacks_second_factor(request.user):
            return HttpResponseRedirect(reverse("second-factor-setup", args=[request.lang]))
        return None


def _seat(request: Request, membership: Membership) -> Seat:
    """Give the reader's seat; whoever has said so, and still may, acts for a company."""
    seat = Seat(membership)
    code = request.session.get(ACTING, {}).get(str(membership.mission_id))
    if not code or not seat.may(Capability.ACT_FOR_COMPANY):
        return seat
    return Seat(membership, Company.objects.filter(mission=membership.mission_id, code=code).first())


def _lacks_second_factor(user: User) -> bool:
    """Whether somebody of the organiser's team has come in without the second factor that they need."""
    is_needed = settings.IS_SECOND_FACTOR_REQUIRED and not user.is_sample
    return is_needed and not user.is_verified()  # type: ignore[attr-defined]


def _refused(request: Request, error: type[ExpectedError]) -> HttpResponse:
    return error_page(request, error.code, error.status)


def _to_sign_in(request: Request) -> HttpResponse:
    """Lead to signing in, and back from there to a page that was asked for."""
    address = reverse("sign-in", args=[request.lang])
    query = urlencode({"next": request.get_full_path()}) if request.method == "GET" else ""
    return HttpResponseRedirect(f"{address}?{query}" if query else address)


class ExpectedErrorMiddleware(Middleware):
    """Turns expected errors into a translated page with their status."""

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer expected errors; let all others reach the log."""
        if isinstance(error, ExpectedError):
            return error_page(cast("Request", request), error.code, error.status)
        return None
