"""What happens to every request: security headers, language, audience, expected errors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from karvan.web.access import audience_of
from karvan.web.errors import ExpectedError, ForbiddenError
from karvan.web.frame.views import error_page
from karvan.web.http import Request, language_of_path, preferred_language

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
    """Finds the reader's language, so that error pages know it too."""

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Set `Request.lang`."""
        accepted = request.headers.get("Accept-Language", "")
        cast("Request", request).lang = language_of_path(request.path) or preferred_language(accepted)
        return self.get_response(request)


class AudienceMiddleware(Middleware):
    """Default deny: a view that does not say who may see it is seen by nobody."""

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], _args: tuple[Any, ...], _kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        """Refuse views without `open_to`."""
        if audience_of(view) is None:
            return error_page(cast("Request", request), ForbiddenError.code, ForbiddenError.status)
        return None


class ExpectedErrorMiddleware(Middleware):
    """Turns expected errors into a translated page with their status."""

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """Answer expected errors; let all others reach the log."""
        if isinstance(error, ExpectedError):
            return error_page(cast("Request", request), error.code, error.status)
        return None
