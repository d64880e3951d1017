"""Pages of matches."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from karvan.web.access import Capability, Seat, needs
from karvan.web.companies.enums import Standing
from karvan.web.errors import ForbiddenError, NotFoundError
from karvan.web.jobs.actions import JobOpenError, queue_job, stop_job
from karvan.web.jobs.queries import latest_job
from karvan.web.matches import bridge
from karvan.web.matches.actions import decide_match
from karvan.web.matches.enums import Asked, Choice, Sort
from karvan.web.matches.errors import DecidedMeanwhileError
from karvan.web.matches.forms import BoardForm, DecisionForm
from karvan.web.matches.queries import (
    heat,
    is_agreed,
    match_of,
    matches,
    recommended_to,
    sharing,
    suggestion_list,
    with_reasons,
)
from karvan.web.matches.tasks import SUGGEST

if TYPE_CHECKING:
    from django.http import HttpResponse

    from karvan.web.companies.models import Company
    from karvan.web.http import Request
    from karvan.web.matches.queries import Match

PER_PAGE = 25
MOST_RECOMMENDED = 20


def _about(seat: Seat) -> dict[str, Any]:
    """Give what every page of the board says: how old the suggestions are, and what the reader may do."""
    made = suggestion_list(seat.mission)
    return {
        "page": "matches",
        "made": made,
        "is_old": made is not None and made.mission_revision != seat.mission.revision,
        "making": latest_job(seat.mission, SUGGEST, ""),
        "zone": seat.mission.time_zone,
        "can_edit": seat.may(Capability.EDIT_MATCHES),
        "reads_decisions": seat.may(Capability.READ_AVOID),
    }


@needs(Capability.READ_MATCHES)
def board(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show pairs with scores, reasons, requests and decisions."""
    form = BoardForm(request.GET, lang=lang)
    everything = matches(request.seat)
    found = form.chosen(everything)
    shown = Paginator(found, PER_PAGE).get_page(form.wanted.get("page") or 1)
    companies = {row.code: row for match in everything for row in (match.visitor, match.host)}
    context = _about(request.seat) | {
        "form": form,
        "wanted": form.wanted,
        "matches": shown,
        "rows": with_reasons(shown),
        "companies": sorted(companies.values(), key=lambda row: row.position),
        "company": companies.get(form.wanted.get("company", "")),
        "domains": sorted({name for match in everything if match.suggestion for name in match.suggestion.domains}),
        "sorts": list(Sort),
        "askers": list(Asked),
        "choices": list(Choice),
        "total": len(everything),
    }
    return render(request, "matches/board.html", context)


@needs(Capability.EDIT_MATCHES)
@require_POST
def refresh(request: Request, lang: str, slug: str) -> HttpResponse:
    """Have the suggestions made anew, if that is not under way."""
    with suppress(JobOpenError):
        queue_job(request.seat.mission, SUGGEST, by=request.user, at=request.at)
    return redirect("matches", lang=lang, slug=slug)


@needs(Capability.READ_MATCHES)
def progress(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """How far the suggestions are; once they are made, the page is loaded anew."""
    job = latest_job(request.seat.mission, SUGGEST, "")
    context = {"making": job, "can_edit": request.seat.may(Capability.EDIT_MATCHES)}
    response = render(request, "matches/progress.html", context)
    if job is not None and not job.is_open:
        response.headers["HX-Refresh"] = "true"
    return response


@needs(Capability.EDIT_MATCHES)
@require_POST
def stop(request: Request, lang: str, slug: str) -> HttpResponse:
    """Leave the suggestions as they were."""
    job = latest_job(request.seat.mission, SUGGEST, "")
    if job is not None:
        stop_job(job, at=request.at)
    return redirect("matches", lang=lang, slug=slug)


@needs(Capability.READ_MATCHES)
def heat_map(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show the scores of visitors with hosts as one table, in parts where there are many."""
    shown = heat(request.seat.mission, page=request.GET.get("page", ""), hosts_page=request.GET.get("hosts", ""))
    coloured = [
        (visitor, [(host, score, bridge.step(score or 0.0)) for host, score in cells]) for visitor, cells in shown.rows
    ]
    context = {"hosts": shown.hosts, "visitors": shown.visitors, "rows": coloured}
    return render(request, "matches/map.html", _about(request.seat) | context)


@needs(Capability.READ_MATCHES)
def fairness(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show how evenly suggestions, requests and meetings are shared out."""
    return render(request, "matches/fairness.html", _about(request.seat) | {"sides": sharing(request.seat)})


@needs(Capability.READ_MATCHES)
def match(request: Request, lang: str, slug: str, code: str, other: str) -> HttpResponse:
    """Show one pair; the neutral desk decides about it."""
    seat = request.seat
    pair = match_of(seat, _company(seat, code, bridge.VISITOR), _company(seat, other, bridge.HOST))
    if request.method == "POST" and not seat.may(Capability.EDIT_MATCHES):
        raise ForbiddenError
    form = DecisionForm(request.POST or None, lang=lang, match=pair, is_agreed=is_agreed(pair.visitor, pair.host))
    status = 200
    if form.is_bound:
        status = _decide(request, pair, form) if form.is_valid() else 400
        if status == 302:
            return redirect("match", lang=lang, slug=slug, code=code, other=other)
    context = _about(seat) | {"match": pair, "form": form, "is_conflict": status == 409}
    return render(request, "matches/match.html", context, status=status)


def _decide(request: Request, pair: Match, form: DecisionForm) -> int:
    """Keep a decision; give the status of the answer: to another page, or that somebody else was faster."""
    entered = form.cleaned_data | {"choice": Choice(form.cleaned_data["choice"])}
    try:
        decide_match(pair.visitor, pair.host, by=request.user, at=request.at, **entered)
    except DecidedMeanwhileError as error:
        # Keeping it once more means it.
        form.data = dict(request.POST.items()) | {"revision": str(pair.decision.revision if pair.decision else 0)}
        return error.status
    return 302


def _company(seat: Seat, code: str, side: str) -> Company:
    found = seat.mission.companies.filter(code=code, side=side, standing=Standing.PARTICIPATING).first()
    if found is None:
        raise NotFoundError
    return found


@needs(Capability.ASK_MEETINGS)
def recommended(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show a company whom it should meet, and why."""
    seat = request.seat
    found = recommended_to(seat.company, MOST_RECOMMENDED) if seat.company else []
    made = suggestion_list(seat.mission)
    context = {"page": "recommended", "found": found, "made": made, "zone": seat.mission.time_zone}
    return render(request, "matches/recommended.html", context)
