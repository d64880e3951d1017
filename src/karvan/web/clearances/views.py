"""Pages of clearances."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render

from karvan.web.access import Capability, Seat, needs
from karvan.web.clearances.actions import decide_clearance
from karvan.web.clearances.enums import ClearanceState
from karvan.web.clearances.forms import ClearanceForm
from karvan.web.clearances.queries import companies_to_clear, history, meetings_to_clear
from karvan.web.errors import NotFoundError
from karvan.web.programmes.queries import released_pairs

if TYPE_CHECKING:
    from datetime import date

    from django.http import HttpResponse

    from karvan.web.clearances.queries import Item
    from karvan.web.companies.models import Company
    from karvan.web.http import Request


def _items(seat: Seat, today: date) -> list[Item]:
    """Give what somebody sees to: companies, and for the neutral desk the meetings that move technology."""
    companies = companies_to_clear(seat, today=today)
    if not seat.is_neutral:
        return companies
    return companies + meetings_to_clear(seat.mission, released_pairs(seat.mission), today=today)


@needs(Capability.CLEAR)
def clearances(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show what is cleared, what is not, and every decision."""
    items = _items(request.seat, request.at.date())
    wanted = request.GET.get("state", "")
    context = {
        "page": "clearances",
        "items": [item for item in items if not wanted or item.state == wanted],
        "states": list(ClearanceState),
        "wanted": wanted,
        "open_count": sum(not item.is_cleared for item in items),
        "total": len(items),
        "history": history(request.seat.mission, seat=request.seat)[:100],
    }
    return render(request, "clearances/clearances.html", context)


@needs(Capability.CLEAR)
def clearance(request: Request, lang: str, slug: str, code: str, other: str = "") -> HttpResponse:
    """Enter a decision about a company, or about a meeting of two."""
    company = _company(request.seat, code)
    counterpart = _company(request.seat, other) if other else None
    if counterpart is not None and not request.seat.is_neutral:
        raise NotFoundError
    form = ClearanceForm(request.POST or None, lang=lang, today=request.at.date(), name=request.user.name)
    if request.method == "POST" and form.is_valid():
        entered = form.cleaned_data | {"state": ClearanceState(form.cleaned_data["state"])}
        decide_clearance(company, counterpart=counterpart, by=request.user, at=request.at, **entered)
        return redirect("clearances", lang=lang, slug=slug)
    context = {"page": "clearances", "form": form, "company": company, "counterpart": counterpart}
    return render(request, "clearances/clearance.html", context, status=400 if form.is_bound else 200)


def _company(seat: Seat, code: str) -> Company:
    """Give a company of a code, of their own side for staff of a side."""
    rows = seat.mission.companies.filter(code=code)
    found = (rows if seat.is_neutral else rows.filter(side=seat.desk or "")).first()
    if found is None:
        raise NotFoundError
    return found
