"""A company's requests: sent, received, and those it does not want to meet; the organiser's rules for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from karvan.mission.requests import RequestLevel
from karvan.web.access import Capability, Seat, needs
from karvan.web.companies.models import Company
from karvan.web.companies.queries import participants
from karvan.web.errors import ExpectedError, NotFoundError
from karvan.web.frame.said import Undo, say_next
from karvan.web.http import Request
from karvan.web.missions.enums import Phase
from karvan.web.requests import actions
from karvan.web.requests.forms import AnswerForm, AskForm, RulesForm
from karvan.web.requests.queries import rules_of, wishes_of

if TYPE_CHECKING:
    from django.http import HttpResponse


class RequestsClosedError(ExpectedError):
    """Requests are made and answered in the phase of preferences; the neutral desk may later too."""

    code = "requests-closed"
    status = 409


def are_requests_open(seat: Seat) -> bool:
    """Whether somebody may ask and answer now."""
    return seat.mission.phase == Phase.PREFERENCES or seat.acting_for is not None


def _own(request: Request) -> Company:
    company = request.seat.company
    if company is None:
        raise NotFoundError
    return company


def _other(request: Request, code: str) -> Company:
    """Give another company that takes part."""
    found = participants(request.seat.mission).filter(code=code).exclude(pk=_own(request).pk).first()
    if found is None:
        raise NotFoundError
    return found


def _signed(request: Request) -> dict[str, Any]:
    return {"by": request.user, "at": request.at, "on_behalf_of": request.seat.on_behalf_of}


def _require_open(request: Request) -> None:
    if not are_requests_open(request.seat):
        raise RequestsClosedError


@needs(Capability.ASK_MEETINGS)
def overview(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """All requests of our company."""
    context = {
        "page": "requests",
        "wishes": wishes_of(_own(request), request.at),
        "is_open": are_requests_open(request.seat),
    }
    return render(request, "requests/overview.html", context)


@needs(Capability.ASK_MEETINGS)
@require_POST
def ask(request: Request, lang: str, slug: str, code: str) -> HttpResponse:
    """Ask a company for a meeting."""
    _require_open(request)
    other, form = _other(request, code), AskForm(request.POST, lang=lang)
    if not form.is_valid():
        return render(request, "requests/ask.html", {"page": "catalogue", "form": form, "other": other}, status=400)
    actions.ask_meeting(
        _own(request),
        counterpart=other,
        level=RequestLevel(form.cleaned_data["level"]),
        message=form.cleaned_data["message"],
        **_signed(request),
    )
    say_next(request, "request-sent", undo=Undo(reverse("request-withdraw", args=[lang, slug, code])))
    return redirect("company-profile", lang=lang, slug=slug, code=code)


@needs(Capability.ASK_MEETINGS)
@require_POST
def withdraw(request: Request, lang: str, slug: str, code: str) -> HttpResponse:
    """Take back what our company said about another."""
    actions.withdraw_wish(_own(request), counterpart=_other(request, code), **_signed(request))
    say_next(request, "request-taken-back")
    return redirect("company-profile", lang=lang, slug=slug, code=code)


@needs(Capability.ASK_MEETINGS)
@require_POST
def avoid(request: Request, lang: str, slug: str, code: str) -> HttpResponse:
    """Say that our company does not want to meet another."""
    actions.avoid_company(_own(request), counterpart=_other(request, code), **_signed(request))
    say_next(request, "avoid-said", undo=Undo(reverse("request-withdraw", args=[lang, slug, code])))
    return redirect("company-profile", lang=lang, slug=slug, code=code)


@needs(Capability.ASK_MEETINGS)
@require_POST
def answer(request: Request, lang: str, slug: str, code: str) -> HttpResponse:
    """Accept or decline a request."""
    _require_open(request)
    form = AnswerForm(request.POST, lang=lang)
    if form.is_valid():
        is_accepted = form.cleaned_data["verdict"] == "accept"
        actions.answer_request(
            _own(request),
            asker=_other(request, code),
            is_accepted=is_accepted,
            answer=form.cleaned_data["message"],
            **_signed(request),
        )
        opposite = {"verdict": "decline" if is_accepted else "accept"}
        undo = Undo(reverse("request-answer", args=[lang, slug, code]), opposite)
        say_next(request, "request-accepted-said" if is_accepted else "request-declined-said", undo=undo)
    return redirect("requests", lang=lang, slug=slug)


@needs(Capability.EDIT_MISSION)
def rules(request: Request, lang: str, slug: str) -> HttpResponse:
    """Set how long requests wait, and what companies see of each other."""
    row = rules_of(request.seat.mission)
    initial = {name: getattr(row, name) for name in ("days", "website", "people", "contacts")}
    form = RulesForm(request.POST or None, lang=lang, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.set_request_rules(
            request.seat.mission, days=form.cleaned_data["days"], shows=form.shows, by=request.user, at=request.at
        )
        say_next(request, "request-rules-saved")
        return redirect("request-rules", lang=lang, slug=slug)
    status = 400 if form.is_bound else 200
    return render(request, "requests/rules.html", {"page": "request-rules", "form": form}, status=status)
