"""A company's own page about when its people cannot meet."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from karvan.web.access import Capability, needs
from karvan.web.availability.actions import forget_availability, give_availability
from karvan.web.availability.bridge import attending, days_of
from karvan.web.availability.forms import AvailabilityForm
from karvan.web.availability.queries import Said, said_by
from karvan.web.blocks.bridge import plan_of
from karvan.web.companies.models import Company
from karvan.web.companies.views import own_company
from karvan.web.errors import NotFoundError
from karvan.web.frame.said import Undo, say_next
from karvan.web.http import Request
from karvan.web.missions.errors import NotOpenError
from karvan.web.missions.phases import Activity

if TYPE_CHECKING:
    from django.http import HttpResponse

BEFORE = "availability_before"
"""The session's word for what a company had said before its latest change."""


@needs(Capability.EDIT_OWN_COMPANY)
def availability(request: Request, lang: str, slug: str) -> HttpResponse:
    """Say when our people cannot meet."""
    company, said = own_company(request), said_by(own_company(request))
    mission, is_open = plan_of(request.seat.mission), request.seat.finds_open(Activity.AVAILABILITY)
    if company.code not in mission.company:
        raise NotFoundError
    people, days = list(attending([company.pk])), days_of(mission, company.code, lang)
    form = AvailabilityForm(request.POST or None, lang=lang, people=people, days=days, said=said)
    if request.method == "POST" and not is_open:
        raise NotOpenError
    if request.method == "POST" and form.is_valid():
        given = give_availability(company, form.away, revision=form.cleaned_data["revision"], **_signed(request))
        _remember(request, company, said, now=given.revision)
        say_next(request, "availability-saved", undo=Undo(reverse("availability-undo", args=[lang, slug])))
        return redirect("availability", lang=lang, slug=slug)
    context = {"page": "availability", "form": form, "days": days, "said_before": said, "is_open": is_open}
    return render(request, "availability/availability.html", context, status=400 if form.is_bound else 200)


def _signed(request: Request) -> dict[str, Any]:
    return {"by": request.user, "at": request.at, "on_behalf_of": request.seat.on_behalf_of}


def _remember(request: Request, company: Company, said: Said, *, now: int) -> None:
    away = [[person, row] for person, row in said.away.items()]
    request.session[BEFORE] = {"company": company.pk, "now": now, "is_given": said.is_given, "away": away}


@needs(Capability.EDIT_OWN_COMPANY)
@require_POST
def undo(request: Request, lang: str, slug: str) -> HttpResponse:
    """Go back to what our company had said before."""
    company, before = own_company(request), request.session.pop(BEFORE, None)
    if not request.seat.finds_open(Activity.AVAILABILITY):
        raise NotOpenError
    if before and before["company"] == company.pk:
        if before["is_given"]:
            give_availability(company, dict(before["away"]), revision=before["now"], **_signed(request))
        else:
            forget_availability(company, revision=before["now"], **_signed(request))
        say_next(request, "availability-undone")
    return redirect("availability", lang=lang, slug=slug)
