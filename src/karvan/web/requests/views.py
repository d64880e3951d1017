"""A company's requests: sent, received, and those it does not want to meet; the organiser's rules for them."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from karvan.mission.requests import RequestLevel
from karvan.web.access import Capability, Seat, needs
from karvan.web.companies.models import Company
from karvan.web.companies.queries import participants
from karvan.web.errors import NotFoundError
from karvan.web.frame.said import Undo, say_next
from karvan.web.http import Request
from karvan.web.missions.enums import Phase
from karvan.web.missions.errors import NotOpenError
from karvan.web.missions.phases import Activity, last_day, midnight_after
from karvan.web.requests import actions
from karvan.web.requests.forms import AnswerForm, AskForm, AvoidForm, ExtendForm, RulesForm
from karvan.web.requests.queries import no_thanks_in, rules_of, waiting_in, wishes_of

if TYPE_CHECKING:
    from django.http import HttpResponse


RULES = ("ends", "days", "website", "people", "contacts")
"""The columns of the rules that a form changes."""


PER_PAGE = 50
"""Rows on a page."""


class RequestsClosedError(NotOpenError):
    """Requests are made and answered in the phase of preferences; the neutral desk may later too."""

    code = "requests-closed"


def are_requests_open(seat: Seat) -> bool:
    """Whether somebody may ask and answer now."""
    return seat.finds_open(Activity.REQUESTS)


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
    form = AvoidForm(request.POST, lang=lang)
    message = form.cleaned_data["message"] if form.is_valid() else ""
    actions.avoid_company(_own(request), counterpart=_other(request, code), message=message, **_signed(request))
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


@needs(Capability.READ_AVOID)
def no_thanks(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show who does not want to meet whom, to the neutral desk."""
    pages = Paginator(no_thanks_in(request.seat.mission), PER_PAGE)
    context = {"page": "no-thanks", "rows": pages.get_page(request.GET.get("page"))}
    return render(request, "requests/no_thanks.html", context)


@needs(Capability.EDIT_MISSION)
def rules(request: Request, lang: str, slug: str) -> HttpResponse:
    """Set how long requests wait, and what companies see of each other."""
    row = rules_of(request.seat.mission)
    initial = {name: getattr(row, name) for name in RULES}
    form = RulesForm(request.POST or None, lang=lang, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.set_request_rules(
            request.seat.mission,
            ends=form.expiry,
            days=form.cleaned_data["days"],
            shows=form.shows,
            by=request.user,
            at=request.at,
        )
        say_next(request, "request-rules-saved")
        return redirect("request-rules", lang=lang, slug=slug)
    return _rules_page(request, form, ExtendForm(lang=lang, today=_today(request)), is_wrong=form.is_bound)


def _rules_page(request: Request, form: RulesForm, extend: ExtendForm, *, is_wrong: bool) -> HttpResponse:
    mission = request.seat.mission
    given = [until for _, until in waiting_in(mission.pk).extensions]
    context = {
        "page": "request-rules",
        "form": form,
        "extend": extend,
        "last_day": max(given) - timedelta(seconds=1) if given else None,
        "phase_ends": last_day(mission, Phase.PREFERENCES),
    }
    return render(request, "requests/rules.html", context, status=400 if is_wrong else 200)


def _today(request: Request) -> date:
    return request.at.astimezone(ZoneInfo(request.seat.mission.time_zone)).date()


@needs(Capability.EDIT_MISSION)
@require_POST
def extend(request: Request, lang: str, slug: str) -> HttpResponse:
    """Give requests that wait more time, or take that back."""
    mission, address = request.seat.mission, reverse("request-extend", args=[lang, slug])
    if made_at := request.POST.get("take_back"):
        actions.take_extension_back(mission, made_at=made_at, by=request.user, at=request.at)
        say_next(request, "request-taken-back")
        return redirect("request-rules", lang=lang, slug=slug)
    form = ExtendForm(request.POST, lang=lang, today=_today(request))
    if not form.is_valid():
        row = rules_of(mission)
        initial = {name: getattr(row, name) for name in RULES}
        return _rules_page(request, RulesForm(lang=lang, initial=initial), form, is_wrong=True)
    until = midnight_after(mission, form.cleaned_data["until"])
    actions.extend_requests(mission, until=until, by=request.user, at=request.at)
    say_next(request, "request-extended", undo=Undo(address, {"take_back": request.at.isoformat()}))
    return redirect("request-rules", lang=lang, slug=slug)
