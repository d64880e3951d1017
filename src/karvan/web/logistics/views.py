"""Pages of logistics: for the desk alone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from django.core.serializers.json import DjangoJSONEncoder
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from karvan.web.access import Capability, needs
from karvan.web.audit.actions import record_event
from karvan.web.logistics.actions import change_journey, erase_person
from karvan.web.logistics.enums import Visa
from karvan.web.logistics.forms import JourneyForm
from karvan.web.logistics.queries import everything_about, kept_until, travellers

if TYPE_CHECKING:
    from karvan.web.companies.models import Person
    from karvan.web.http import Request


def _person(request: Request, number: int) -> Person:
    return get_object_or_404(travellers(request.seat), pk=number)


@needs(Capability.READ_LOGISTICS)
def logistics(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show who travels, and what is still missing of whom."""
    people = list(travellers(request.seat))
    wanted = request.GET.get("visa", "")
    shown = [each for each in people if not wanted or _visa_of(each) == wanted]
    until = kept_until(request.seat.mission)
    context = {
        "page": "logistics",
        "people": shown,
        "visas": list(Visa),
        "wanted": wanted,
        "kept_until": until,
        "is_past": request.at.date() > until,
        "can_edit": request.seat.may(Capability.EDIT_LOGISTICS),
    }
    return render(request, "logistics/logistics.html", context)


def _visa_of(person: Person) -> str:
    journey = getattr(person, "journey", None)
    return journey.visa if journey else Visa.UNKNOWN


@needs(Capability.EDIT_LOGISTICS)
def journey(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Change the journey of one person."""
    person = _person(request, number)
    zone = ZoneInfo(request.seat.mission.time_zone)
    form = JourneyForm(request.POST or None, lang=lang, journey=getattr(person, "journey", None), zone=zone)
    if request.method == "POST" and form.is_valid():
        revision = form.cleaned_data["revision"]
        change_journey(person, form.columns, revision=revision, by=request.user, at=request.at)
        return redirect("logistics", lang=lang, slug=slug)
    context = {"page": "logistics", "form": form, "person": person}
    return render(request, "logistics/journey.html", context, status=400 if form.is_bound else 200)


@needs(Capability.EDIT_LOGISTICS)
def personal_data(request: Request, lang: str, slug: str, number: int) -> HttpResponse:  # noqa: ARG001 - of every address
    """Give everything that is kept of a person as a file, for them to read."""
    person = _person(request, number)
    company = person.company
    mission = request.seat.mission
    record_event(
        "logistics-exported", mission=mission, by=request.user, at=request.at, subject=company.code, side=company.side
    )
    text = json.dumps(everything_about(person), ensure_ascii=False, indent=2, cls=DjangoJSONEncoder)
    headers = {"Content-Disposition": f'attachment; filename="person-{person.pk}.json"'}
    return HttpResponse(text, content_type="application/json; charset=utf-8", headers=headers)


@needs(Capability.EDIT_LOGISTICS)
@require_POST
def erase(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Make a pseudonym of a person."""
    erase_person(_person(request, number), by=request.user, at=request.at)
    return redirect("logistics", lang=lang, slug=slug)
