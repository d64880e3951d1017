"""The front page, and the page of one mission."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from karvan.languages import say
from karvan.web.access import Audience, Capability, needs, open_to
from karvan.web.accounts.queries import sample_users
from karvan.web.applications.queries import sides_of
from karvan.web.duties.forms import DebtsForm
from karvan.web.duties.queries import debts
from karvan.web.duties.steps import steps_for
from karvan.web.duties.words import DESK_PLACES
from karvan.web.errors import StaleError
from karvan.web.frame.conflicts import conflict_page
from karvan.web.frame.said import Undo, say_next
from karvan.web.http import Request
from karvan.web.members.queries import memberships_of
from karvan.web.missions.actions import set_deadlines, set_phase
from karvan.web.missions.enums import Phase
from karvan.web.missions.forms import DeadlinesForm, PhaseForm, deadlines_initial
from karvan.web.missions.models import Mission
from karvan.web.missions.phases import OPENINGS, next_phase, opening_of, phase_line

if TYPE_CHECKING:
    from django.http import HttpResponse

PER_PAGE = 25
"""Debtors on a page."""


@open_to(Audience.EVERYBODY)
def home(request: Request, lang: str) -> HttpResponse:
    """The missions of whoever is signed in; strangers are asked to sign in."""
    if request.user.is_authenticated:
        found = list(memberships_of(request.user))
        if len(found) == 1 and not request.user.is_administrator:
            return redirect("mission", lang=lang, slug=found[0].mission.slug)
        return render(request, "missions/home.html", {"memberships": found})
    if settings.IS_DEMO:
        users = sample_users().prefetch_related("memberships__mission", "memberships__company")
        return render(request, "missions/demo.html", {"users": users})
    return redirect("sign-in", lang=lang)


@needs(Capability.READ_PROGRAMME)
def mission(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """One mission: where it stands, and what its reader can do."""
    seat = request.seat
    context = {
        "page": "mission",
        "line": phase_line(seat.mission),
        "opening": opening_of(seat.mission),
        "steps": steps_for(seat, request.at, lang),
        "change": _next_change(seat.mission) if seat.may(Capability.EDIT_MISSION) else None,
    }
    if seat.may(Capability.READ_DESK):
        context |= _desk_context(request)
    return render(request, "missions/mission.html", context)


def _desk_context(request: Request) -> dict[str, Any]:
    """Give what the organiser's team sees besides: who owes what, and who brought the mission to its phase."""
    seat, form = request.seat, DebtsForm(request.GET, lang=request.lang)
    owed, wanted = debts(seat, request.at), form.wanted
    pages = Paginator(owed.narrowed(**wanted), PER_PAGE)
    return {
        "debts": owed,
        "debtors": pages.get_page(form.cleaned_data.get("page") or 1),
        "wanted": wanted,
        "sides": sides_of(seat),
        "desk_places": DESK_PLACES,
        "can_remind": seat.may(Capability.WRITE_LETTERS),
        "can_act": seat.may(Capability.ACT_FOR_COMPANY),
        "since": seat.mission.events.filter(action="phase-set").select_related("by").first(),
    }


def _next_change(mission: Mission) -> dict[str, Any]:
    """Give the phase that comes next, with what going there opens and closes."""
    now, following = Phase(mission.phase), next_phase(Phase(mission.phase))
    if following is None:
        return {"phases": Phase.values}
    before, after = OPENINGS[now].opens, OPENINGS[following].opens
    return {
        "phases": Phase.values,
        "to": following,
        "opens": [each for each in after if each not in before],
        "closes": [each for each in before if each not in after],
    }


@needs(Capability.EDIT_MISSION)
@require_POST
def phase(request: Request, lang: str, slug: str) -> HttpResponse:
    """Put the mission into another phase."""
    form = PhaseForm(request.POST, lang=lang)
    if form.is_valid():
        mission, before = request.seat.mission, request.seat.mission.phase
        set_phase(mission, phase=form.phase, by=request.user, at=request.at)
        undo = Undo(reverse("phase", args=[lang, slug]), {"to": before})
        say_next(request, "phase-said", undo=undo, phase=say(lang, f"web-phase-{form.phase.value}"))
    return redirect("mission", lang=lang, slug=slug)


@needs(Capability.EDIT_MISSION)
def deadlines(request: Request, lang: str, slug: str) -> HttpResponse:
    """Set the last day of each phase."""
    mission, address = request.seat.mission, reverse("phase-deadlines", args=[lang, slug])
    form = DeadlinesForm(request.POST or None, lang=lang, mission=mission)
    back = reverse("mission", args=[lang, slug])
    if request.method == "POST" and form.is_valid():
        before, revision = deadlines_initial(mission), form.cleaned_data["revision"]
        try:
            now = set_deadlines(mission, form.days, revision=revision, by=request.user, at=request.at)
        except StaleError:
            return conflict_page(request, form, before, revision=before["revision"], back=back)
        sent = before | {"revision": deadlines_initial(now)["revision"]}
        undo = Undo(address, {name: str(value) for name, value in sent.items() if value is not None})
        say_next(request, "deadlines-said", undo=undo)
        return redirect("mission", lang=lang, slug=slug)
    context = {"page": "mission", "form": form, "back": back}
    return render(request, "missions/deadlines.html", context, status=400 if form.is_bound else 200)
