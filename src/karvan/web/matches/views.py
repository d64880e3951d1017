"""Pages of matches."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from karvan.web.access import Capability, Seat, needs
from karvan.web.companies.enums import Standing
from karvan.web.errors import ForbiddenError, NotFoundError
from karvan.web.matches import bridge
from karvan.web.matches.actions import decide_match, refresh_suggestions
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
    """Make the suggestions anew."""
    refresh_suggestions(request.seat.mission, by=request.user, at=request.at)
    return redirect("matches", lang=lang, slug=slug)


@needs(Capability.READ_MATCHES)
def heat_map(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show the scores of all visitors with all hosts as one table."""
    hosts, rows = heat(request.seat.mission)
    coloured = [
        (visitor, [(host, score, bridge.step(score or 0.0)) for host, score in cells]) for visitor, cells in rows
    ]
    return render(request, "matches/map.html", _about(request.seat) | {"hosts": hosts, "rows": coloured})


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
