"""The front page, and the page of one mission."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.conf import settings
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from karvan.web.access import Audience, Capability, needs, open_to
from karvan.web.accounts.queries import sample_users
from karvan.web.http import Request
from karvan.web.members.queries import memberships_of
from karvan.web.missions.actions import set_phase
from karvan.web.missions.enums import Phase
from karvan.web.missions.forms import PhaseForm

if TYPE_CHECKING:
    from django.http import HttpResponse


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
    phase = Phase(request.seat.mission.phase)
    context = {
        "page": "mission",
        "phases": Phase.values,
        "reached": Phase.values[: Phase.values.index(phase)],
        "can_set_phase": request.seat.may(Capability.EDIT_MISSION),
    }
    return render(request, "missions/mission.html", context)


@needs(Capability.EDIT_MISSION)
@require_POST
def phase(request: Request, lang: str, slug: str) -> HttpResponse:
    """Put the mission into another phase."""
    form = PhaseForm(request.POST, lang=lang)
    if form.is_valid():
        set_phase(request.seat.mission, phase=form.phase, by=request.user, at=request.at)
    return redirect("mission", lang=lang, slug=slug)
