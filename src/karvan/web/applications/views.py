"""What everybody sees: the call, the form, and one's own application by its private link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render

from karvan.web.access import Audience, open_to
from karvan.web.applications.actions import apply, change_application, count_attempt, is_editable
from karvan.web.applications.enums import CallState
from karvan.web.applications.forms import ApplyForm, consent_of
from karvan.web.applications.queries import application_with, public_call, public_calls
from karvan.web.errors import StaleError
from karvan.web.http import Request, site_of

if TYPE_CHECKING:
    from django.http import HttpResponse

    from karvan.web.applications.models import Application, CallForCompanies

RECEIVED = "application_received"
"""The session's word for: the application has just come, or has just been changed."""


@open_to(Audience.EVERYBODY)
def calls(request: Request, lang: str, called: str) -> HttpResponse:
    """Show a mission's calls; where there is one, lead to it."""
    found = public_calls(called)
    if len(found) == 1:
        return redirect("apply-to", lang=lang, called=called, side=found[0].side)
    shown = [(call, call.state(request.at)) for call in found]
    return render(request, "applications/calls.html", {"calls": shown, "mission": found[0].mission})


@open_to(Audience.EVERYBODY)
def apply_to(request: Request, lang: str, called: str, side: str) -> HttpResponse:
    """Show the form of a call, or when it opens or has closed; take an application."""
    call = public_call(called, side)
    state = call.state(request.at)
    if request.method == "POST":
        count_attempt(request.META["REMOTE_ADDR"], at=request.at)
    form = ApplyForm(request.POST or None, lang=lang, call=call)
    if request.method == "POST" and form.is_valid():
        return _taken(request, call, form)
    context = {"call": call, "state": state.value, "is_open": state is CallState.OPEN, "form": form}
    return render(request, "applications/apply.html", context, status=400 if form.is_bound else 200)


def _taken(request: Request, call: CallForCompanies, form: ApplyForm) -> HttpResponse:
    """Take an application, and lead to its receipt."""
    site = site_of(request)
    consent = consent_of(call, request.lang)
    _, link = apply(call, columns=form.columns, consent=consent, lang=request.lang, site=site, at=request.at)
    request.session[RECEIVED] = "received"
    return redirect(link.removeprefix(site))


@open_to(Audience.EVERYBODY)
def own_application(request: Request, lang: str, secret: str) -> HttpResponse:
    """Show an application to the company that wrote it; let it be changed until the deadline."""
    found = application_with(secret)
    form = ApplyForm(request.POST or None, lang=lang, call=found.call, application=found)
    status = 400 if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        try:
            revision = form.cleaned_data["revision"]
            change_application(found, columns=form.columns, revision=revision, at=request.at)
        except StaleError:
            status = StaleError.status
        else:
            request.session[RECEIVED] = "changed"
            return redirect("own-application", lang=lang, secret=secret)
    return _shown(request, found, form, status)


def _shown(request: Request, found: Application, form: ApplyForm, status: int) -> HttpResponse:
    """Give the page of one's own application; after a conflict with what stands now beside what was entered."""
    context = {
        "application": found,
        "form": form,
        "is_editable": is_editable(found, at=request.at),
        "news": request.session.pop(RECEIVED, ""),
        "link": request.build_absolute_uri(),
        "theirs": ApplyForm(lang=request.lang, call=found.call, application=found) if status == 409 else None,
    }
    return render(request, "applications/own.html", context, status=status)
