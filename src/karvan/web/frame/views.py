"""The front door, the health check, and pages for what went wrong."""

from __future__ import annotations

from typing import Any, cast

from django.db import connection
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.cache import patch_vary_headers

from karvan.web.access import Audience, open_to
from karvan.web.errors import ForbiddenError, NotFoundError
from karvan.web.http import Request


@open_to(Audience.EVERYBODY)
def front_door(request: Request) -> HttpResponse:
    """Lead to the start page in the reader's language."""
    response = HttpResponseRedirect(f"/{request.lang}/")
    patch_vary_headers(response, ("Accept-Language",))
    return response


@open_to(Audience.EVERYBODY)
def health(_request: Request) -> HttpResponse:
    """Say ``ok`` where the database answers; a failure is an error 500."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return HttpResponse("ok\n", content_type="text/plain; charset=utf-8", headers={"Cache-Control": "no-store"})


def error_page(request: Request, code: str, status: int) -> HttpResponse:
    """Give the page of an expected error in the reader's language."""
    words = {"heading": f"web-error-{code}", "text": f"web-error-{code}-text"}
    return render(request, "frame/error.html", words | {"status": status}, status=status)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django names it
    """Answer what could not be understood."""
    return _plain_error(request, "bad-request", 400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django names it
    """Answer what this reader may not see."""
    return _plain_error(request, ForbiddenError.code, ForbiddenError.status)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django names it
    """Answer what does not exist."""
    return _plain_error(request, NotFoundError.code, NotFoundError.status)


def failed(request: HttpRequest) -> HttpResponse:
    """Answer when something of ours broke; the log has the details."""
    return _plain_error(request, "failed", 500)


def _plain_error(request: HttpRequest, code: str, status: int) -> HttpResponse:
    """Give an error page even where the request was refused before its language was found."""
    asked = cast("Any", request)
    asked.lang = getattr(request, "lang", "en")
    return error_page(asked, code, status)
