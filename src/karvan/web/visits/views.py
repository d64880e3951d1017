"""Visits to choose from, for a company; and who goes where, for the organiser's team."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from karvan.formats.readers import Reader
from karvan.mission.localised import LocalisedText
from karvan.web.access import Capability, needs
from karvan.web.blocks.bridge import plan_of
from karvan.web.blocks.models import ProgrammeBlock
from karvan.web.companies.bridge import field_of
from karvan.web.companies.models import Company
from karvan.web.companies.views import own_company
from karvan.web.frame.said import Undo, say_next
from karvan.web.http import Request
from karvan.web.missions.errors import NotOpenError
from karvan.web.missions.phases import Activity
from karvan.web.visits import actions
from karvan.web.visits.bridge import PureMission, clash_with, may_choose
from karvan.web.visits.errors import VisitClashError, VisitFullError
from karvan.web.visits.queries import Visit, goes_nowhere, visits_of

if TYPE_CHECKING:
    from django.http import HttpResponse


@dataclass(frozen=True, slots=True)
class Card:
    """A visit as a page shows it.

    Attributes
    ----------
    place : str
        Where it is, unless its title says that already.
    clash : str
        The title of what the company is bound to at that time; empty: nothing.
    companies : tuple of Company
        Those with a place that the reader may know of.
    """

    visit: Visit
    place: str
    fields: tuple[str, ...]
    is_taken: bool = False
    clash: str = ""
    companies: tuple[Company, ...] = ()


def _card(visit: Visit, reader: Reader, **more: Any) -> Card:
    fields = tuple(field_of(code, reader.lang).label for code in visit.row.domains)
    place, title = reader.place(visit.row.venue), LocalisedText.from_mapping(visit.row.titles).best(reader.lang)
    return Card(visit, place if place != title else "", fields, **more)


@needs(Capability.EDIT_OWN_COMPANY)
def choice(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Choose visits for our company."""
    company, stored = own_company(request), request.seat.mission
    mission = plan_of(stored)
    indices = {row.pk: i for i, row in enumerate(stored.blocks.all())}
    own = [visit for visit in visits_of(stored) if may_choose(visit.row, company)]
    taken = [indices[visit.row.pk] for visit in own if visit.is_taken_by(company)]
    context = {
        "page": "visit-choice",
        "cards": [
            _card(
                visit,
                Reader(mission, lang),
                is_taken=visit.is_taken_by(company),
                clash=_clash(mission, company, indices[visit.row.pk], taken, lang),
            )
            for visit in own
        ],
        "goes_nowhere": goes_nowhere(company),
        "is_open": request.seat.finds_open(Activity.VISITS),
    }
    return render(request, "visits/choice.html", context)


def _clash(mission: PureMission, company: Company, index: int, taken: list[int], lang: str) -> str:
    """Give what a company is bound to at the time of a visit: its title, or its kind in a word of ours."""
    found = clash_with(mission, company.code, index, taken) if company.code in mission.company else None
    if found is None:
        return ""
    return mission.blocks[found].title.best(lang) or mission.blocks[found].kind.value


@needs(Capability.READ_DESK)
def places(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show who goes where; staff of a side reads the names of its own."""
    seat = request.seat
    reader = Reader(plan_of(seat.mission), lang)
    cards = [
        _card(
            visit,
            reader,
            companies=tuple(p.company for p in visit.places if seat.is_neutral or p.company.side == seat.desk),
        )
        for visit in visits_of(seat.mission)
    ]
    return render(request, "visits/places.html", {"page": "visit-places", "cards": cards})


def _require_open(request: Request) -> None:
    if not request.seat.finds_open(Activity.VISITS):
        raise NotOpenError


def _block(request: Request, number: int) -> ProgrammeBlock:
    return get_object_or_404(request.seat.mission.blocks, position=number)


def _signed(request: Request) -> dict[str, Any]:
    return {"by": request.user, "at": request.at, "on_behalf_of": request.seat.on_behalf_of}


@needs(Capability.EDIT_OWN_COMPANY)
@require_POST
def take(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Take a place; whoever comes too late, or is somewhere else then, is told so on the same page."""
    _require_open(request)
    company, block = own_company(request), _block(request, number)
    try:
        actions.take_place(company, block, **_signed(request))
    except (VisitFullError, VisitClashError) as error:
        say_next(request, f"visits-said-{error.code}")
    else:
        say_next(request, "visits-said-taken", undo=Undo(reverse("visit-leave", args=[lang, slug, number])))
    return redirect("visit-choice", lang=lang, slug=slug)


@needs(Capability.EDIT_OWN_COMPANY)
@require_POST
def leave(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Give a place free."""
    _require_open(request)
    actions.leave_place(own_company(request), _block(request, number), **_signed(request))
    say_next(request, "visits-said-left", undo=Undo(reverse("visit-take", args=[lang, slug, number])))
    return redirect("visit-choice", lang=lang, slug=slug)


@needs(Capability.EDIT_OWN_COMPANY)
@require_POST
def nowhere(request: Request, lang: str, slug: str) -> HttpResponse:
    """Say that our company goes on no visit, or may after all."""
    _require_open(request)
    is_refusing = request.POST.get("goes") != "on"
    actions.refuse_visits(own_company(request), is_refusing=is_refusing, **_signed(request))
    undo = Undo(reverse("visits-nowhere", args=[lang, slug]), {"goes": "on"} if is_refusing else {})
    say_next(request, "visits-said-nowhere" if is_refusing else "visits-said-somewhere", undo=undo)
    return redirect("visit-choice", lang=lang, slug=slug)
