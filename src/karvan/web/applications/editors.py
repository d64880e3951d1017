"""What the organiser's team asks: its own questions in the form, and the questionnaire of the assessment."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render

from karvan.web.access import Capability, needs
from karvan.web.applications import bridge
from karvan.web.applications.actions import change_call
from karvan.web.applications.editor_forms import QuestionForm, ReadinessForm, ReviseForm
from karvan.web.applications.queries import call_of, own_side
from karvan.web.errors import NotFoundError, StaleError
from karvan.web.http import Request

if TYPE_CHECKING:
    from django.http import HttpResponse

    from karvan.web.applications.models import CallForCompanies


def _call(request: Request, side: str) -> CallForCompanies:
    """Give the call whose questions are edited."""
    found = call_of(request.seat, own_side(request.seat, side))
    if found is None:
        raise NotFoundError
    return found


def _write(request: Request, call: CallForCompanies, column: str, value: Any, revision: int) -> int:
    """Write a column of a call; give the status of the answer where it cannot be, else 0."""
    try:
        change_call(call, column=column, value=value, revision=revision, by=request.user, at=request.at)
    except StaleError:
        return StaleError.status
    return 0


@needs(Capability.DECIDE)
def questions(request: Request, lang: str, slug: str, side: str) -> HttpResponse:
    """Show the organiser's own questions; add one."""
    call = _call(request, side)
    form = QuestionForm(request.POST or None, lang=lang, call=call)
    status = 400 if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        asked = [*call.questions, form.question]
        status = _write(request, call, "questions", asked, form.cleaned_data["revision"])
        if not status:
            return redirect("call-questions", lang=lang, slug=slug, side=side)
    return _questions_page(request, call, form, status)


def _questions_page(request: Request, call: CallForCompanies, form: QuestionForm, status: int = 200) -> HttpResponse:
    is_conflict = status == StaleError.status
    context = {
        "page": "applications",
        "call": call if not is_conflict else _call(request, call.side),
        "form": form,
        "is_conflict": is_conflict,
    }
    return render(request, "applications/questions.html", context, status=status)


@needs(Capability.DECIDE)
def revise_question(request: Request, lang: str, slug: str, side: str) -> HttpResponse:
    """Move one of the organiser's own questions up, or take it out; answers already given stay."""
    call = _call(request, side)
    form = ReviseForm(request.POST or None, lang=lang)
    if request.method != "POST" or not form.is_valid():
        return redirect("call-questions", lang=lang, slug=slug, side=side)
    asked = form.revised(call.questions)
    if _write(request, call, "questions", asked, form.cleaned_data["revision"]):
        return _questions_page(request, call, QuestionForm(lang=lang, call=call), StaleError.status)
    return redirect("call-questions", lang=lang, slug=slug, side=side)


@needs(Capability.DECIDE)
def readiness(request: Request, lang: str, slug: str, side: str) -> HttpResponse:
    """Change weights, least grades and bands of the assessment."""
    call = _call(request, side)
    form = ReadinessForm(request.POST or None, lang=lang, call=call)
    status = 400 if form.is_bound else 200
    if request.method == "POST" and form.is_valid():
        status = _write(request, call, "readiness", form.stored, form.cleaned_data["revision"])
        if not status:
            return redirect("application-readiness", lang=lang, slug=slug, side=side)
    is_conflict = status == StaleError.status
    theirs = ReadinessForm(lang=lang, call=_call(request, side)) if is_conflict else None
    context = {
        "page": "applications",
        "call": theirs.call if theirs else call,
        "form": form,
        "theirs": theirs,
        "is_own": call.readiness not in ({}, bridge.default_readiness()),
    }
    return render(request, "applications/readiness.html", context, status=status)
