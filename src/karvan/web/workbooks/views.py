"""Setting a mission up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render

from karvan.web.access import Audience, open_to
from karvan.web.errors import ForbiddenError
from karvan.web.members.enums import Role
from karvan.web.members.queries import memberships_of
from karvan.web.workbooks.actions import found_mission
from karvan.web.workbooks.forms import NewMissionForm

if TYPE_CHECKING:
    from django.http import HttpResponse

    from karvan.web.http import Request


@open_to(Audience.SIGNED_IN)
def new_mission(request: Request, lang: str) -> HttpResponse:
    """Set up a mission from nothing, or as a copy of one that the reader owns."""
    if not request.user.is_administrator:
        raise ForbiddenError
    owned = [row.mission for row in memberships_of(request.user) if row.role == Role.OWNER]
    form = NewMissionForm(request.POST or None, lang=lang, missions=owned)
    if request.method == "POST" and form.is_valid():
        mission = found_mission(
            form.settings, slug=form.cleaned_data["slug"], copy_of=form.copied, by=request.user, at=request.at
        )
        return redirect("mission", lang=lang, slug=mission.slug)
    return render(request, "workbooks/new_mission.html", {"form": form}, status=400 if form.is_bound else 200)
