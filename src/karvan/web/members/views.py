"""Members of a mission, invitations to it, and acting on behalf of a company."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.contrib.auth import login
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from karvan.web.access import Audience, Capability, Seat, needs, open_to
from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.companies.models import Company
from karvan.web.errors import NotFoundError
from karvan.web.http import ACTING, Request, signed_in, site_of
from karvan.web.members.actions import invite, remove_member, take_invitation, withdraw_invitation
from karvan.web.members.enums import Desk
from karvan.web.members.forms import ActForForm, InviteForm, TakeForm
from karvan.web.members.queries import invitation_with, members_of, open_invitations

if TYPE_CHECKING:
    from django.http import HttpResponse

    from karvan.web.members.models import Invitation

LINK = "invitation_link"
"""The session's word for the link of the invitation that was just sent, shown once."""


@needs(Capability.EDIT_MEMBERS)
def members(request: Request, lang: str, slug: str) -> HttpResponse:
    """Show who belongs to the mission and who is invited; invite somebody."""
    mission = request.seat.mission
    form = InviteForm(request.POST or None, lang=lang, mission=mission)
    if request.method == "POST" and form.is_valid():
        entered = form.cleaned_data
        _, link = invite(
            mission,
            email=entered["email"],
            name=entered["name"],
            lang=entered["letter_language"],
            post=form.post,
            site=site_of(request),
            by=request.user,
            at=request.at,
        )
        request.session[LINK] = link
        return redirect("members", lang=lang, slug=slug)
    context = {
        "page": "members",
        "form": form,
        "link": request.session.pop(LINK, ""),
        "members": members_of(mission),
        "invitations": open_invitations(mission, at=request.at),
    }
    return render(request, "members/members.html", context, status=400 if form.is_bound else 200)


@needs(Capability.EDIT_MEMBERS)
@require_POST
def withdraw(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Make the link of an invitation useless."""
    withdraw_invitation(get_object_or_404(request.seat.mission.invitations, pk=number), by=request.user, at=request.at)
    return redirect("members", lang=lang, slug=slug)


@needs(Capability.EDIT_MEMBERS)
@require_POST
def remove(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Take somebody out of the mission."""
    remove_member(get_object_or_404(request.seat.mission.memberships, pk=number), by=request.user, at=request.at)
    return redirect("members", lang=lang, slug=slug)


@open_to(Audience.EVERYBODY)
@sensitive_post_parameters("password")
def invitation(request: Request, lang: str, secret: str) -> HttpResponse:
    """Show what somebody is invited to, and let them take it."""
    found = invitation_with(secret, at=request.at)
    reader = signed_in(request)
    is_known = User.objects.filter(email=found.email).exists()
    form = TakeForm(request.POST or None, lang=lang, initial={"name": found.name})
    if request.method == "POST" and (reader is not None or form.is_valid()):
        return _take(request, found, reader, form)
    context = {"invitation": found, "form": form, "is_known": is_known, "reader": reader, "next": request.path}
    return render(request, "members/invitation.html", context, status=400 if form.is_bound else 200)


def _take(request: Request, found: Invitation, reader: User | None, form: TakeForm) -> HttpResponse:
    """Take an invitation, and lead to what it opens."""
    if reader is not None:
        take_invitation(found, user=reader, at=request.at)
    else:
        entered = form.cleaned_data
        user = take_invitation(found, name=entered["name"], password=entered["password"], at=request.at)
        login(request, user, backend="django.contrib.auth.backends.ModelBackend")
    return redirect("home", lang=request.lang)


@needs(Capability.ACT_FOR_COMPANY)
@require_POST
def act_for(request: Request, lang: str, slug: str) -> HttpResponse:
    """Begin to act for a company; everything done from now on is logged as on its behalf."""
    form = ActForForm(request.POST, lang=lang)
    company = _company(request.seat, form.cleaned_data["company"]) if form.is_valid() else None
    if company is None:
        raise NotFoundError
    _remember(request, company.code)
    mission, code = request.seat.mission, company.code
    record_event("acting-begun", mission=mission, by=request.user, at=request.at, on_behalf_of=code, side=company.side)
    return redirect("mission", lang=lang, slug=slug)


@needs(Capability.READ_PROGRAMME)
@require_POST
def act_for_nobody(request: Request, lang: str, slug: str) -> HttpResponse:
    """Be oneself again."""
    _remember(request, None)
    return redirect("mission", lang=lang, slug=slug)


def _company(seat: Seat, code: str) -> Company | None:
    """Give a company for which somebody may act: of their own side, or any for the neutral desk."""
    companies = seat.mission.companies.filter(code=code)
    return (companies if seat.desk is Desk.NEUTRAL else companies.filter(side=seat.desk)).first()


def _remember(request: Request, code: str | None) -> None:
    acting = request.session.get(ACTING, {})
    acting[str(request.seat.mission.pk)] = code
    request.session[ACTING] = acting
