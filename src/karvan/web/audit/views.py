"""The audit trail of a mission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.shortcuts import render

from karvan.web.access import Capability, needs
from karvan.web.audit.forms import TrailForm
from karvan.web.audit.queries import trail
from karvan.web.audit.words import ACTIONS

if TYPE_CHECKING:
    from django.http import HttpResponse

    from karvan.web.http import Request

PER_PAGE = 50


@needs(Capability.READ_AUDIT)
def audit(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show who did what, when, and on whose behalf."""
    form = TrailForm(request.GET, lang=lang)
    pages = Paginator(trail(request.seat, **form.wanted), PER_PAGE)
    number = form.cleaned_data["page"] if form.is_valid() else 1
    context = {
        "page": "audit",
        "form": form,
        "events": pages.get_page(number or 1),
        "actions": ACTIONS,
        "zone": request.seat.mission.time_zone,
    }
    return render(request, "audit/audit.html", context)
