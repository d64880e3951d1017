"""The catalogue of companies, one company's page, and the marketplace of offers and needs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.shortcuts import render

from karvan.web.access import Capability, needs
from karvan.web.catalogue import bridge
from karvan.web.catalogue.forms import CatalogueForm, MarketForm
from karvan.web.companies.bridge import Field, field_of
from karvan.web.companies.models import Company, Opportunity
from karvan.web.companies.queries import participants
from karvan.web.errors import NotFoundError
from karvan.web.http import Request
from karvan.web.requests.forms import AskForm
from karvan.web.requests.queries import Relation, Wishes, is_disclosed, rules_of, wishes_of
from karvan.web.requests.views import are_requests_open

if TYPE_CHECKING:
    from django.http import HttpResponse

A_PAGE = 40
"""So many companies, or offers and needs, are on a page."""


@dataclass(frozen=True, slots=True)
class Statement:
    """An offer or need as the catalogue shows it.

    Attributes
    ----------
    ties : tuple of str
        What ties it to what was searched for.
    """

    row: Opportunity
    fields: tuple[Field, ...]
    ties: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """A company as the catalogue shows it."""

    company: Company
    statements: tuple[Statement, ...]
    relation: str


def _wishes(request: Request) -> Wishes | None:
    """Give the requests of the reader's own company, if they have one and may see them."""
    company = request.seat.company
    return wishes_of(company, request.at) if company and request.seat.may(Capability.ASK_MEETINGS) else None


def _statement(row: Opportunity, lang: str, ties: tuple[str, ...] = ()) -> Statement:
    return Statement(row, tuple(field_of(code, lang) for code in row.domains if "." not in code), ties)


@needs(Capability.READ_CATALOGUE)
def catalogue(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """All companies that take part, or those that are searched for."""
    form = CatalogueForm(request.GET, lang=lang)
    rows = participants(request.seat.mission)
    for name in ("side", "kind"):
        rows = rows.filter(**{name: form.wish(name)}) if form.wish(name) else rows
    found, ties = list(rows), {}
    if form.wish("q"):
        hits = bridge.find(request.seat.mission, form.wish("q"), lang)
        ties, scores = hits.opportunities, hits.companies
        found = sorted((row for row in found if row.code in scores), key=lambda row: -scores[row.code])
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    context = {"page": "catalogue", "form": form, "pages": page, "entries": _entries(request, page.object_list, ties)}
    return render(request, "catalogue/catalogue.html", context, status=200 if form.is_valid() else 400)


def _entries(request: Request, companies: Any, ties: dict[int, tuple[str, ...]]) -> list[Entry]:
    """Give companies with what they say, what is searched for first; four queries."""
    wishes, shown = _wishes(request), list(companies)
    said: dict[int, list[Statement]] = {company.pk: [] for company in shown}
    for row in Opportunity.objects.filter(company__in=list(said)):
        said[row.company_id].append(_statement(row, request.lang, ties.get(row.pk, ())))
    return [
        Entry(
            company,
            tuple(sorted(said[company.pk], key=lambda each: not each.ties)),
            wishes.about(company.code).word if wishes else "",
        )
        for company in shown
    ]


@needs(Capability.READ_CATALOGUE)
def company(request: Request, lang: str, slug: str, code: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """One company: what it says, and what there is between it and ours."""
    found = participants(request.seat.mission).filter(code=code).select_related("mission").first()
    if found is None:
        raise NotFoundError
    own, wishes, rules = request.seat.company, _wishes(request), rules_of(request.seat.mission)
    relation = wishes.about(code) if wishes else Relation()
    is_own = own is not None and own.pk == found.pk
    sees_all = is_own or (request.seat.is_organiser and request.seat.acting_for is None)
    shows = {
        f"shows_{name}": sees_all or is_disclosed(getattr(rules, name), is_accepted=relation.is_accepted)
        for name in ("website", "people", "contacts")
    }
    level = {"level": relation.sent.level, "message": relation.sent.message} if relation.sent else {"level": "want"}
    context = {
        "page": "catalogue",
        "company": found,
        "statements": [_statement(row, lang) for row in found.opportunities.all()],
        "people": list(found.people.all()) if shows["shows_people"] else [],
        "relation": relation,
        "may_ask": wishes is not None and not is_own,
        "is_open": are_requests_open(request.seat),
        "form": AskForm(lang=lang, initial=level),
    }
    return render(request, "catalogue/company.html", context | shows)


@needs(Capability.READ_CATALOGUE)
def marketplace(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """All offers and needs, or those that are searched for."""
    form = MarketForm(request.GET, lang=lang)
    rows = Opportunity.objects.filter(company__in=participants(request.seat.mission)).select_related("company")
    for name, column in (("side", "company__side"), ("kind", "kind"), ("stage", "stage")):
        rows = rows.filter(**{column: form.wish(name)}) if form.wish(name) else rows
    found = [row for row in rows if not form.wish("route") or form.wish("route") in row.routes]
    ties: dict[int, tuple[str, ...]] = {}
    if form.wish("q"):
        ties = bridge.find(request.seat.mission, form.wish("q"), lang).opportunities
        order = {pk: place for place, pk in enumerate(ties)}
        found = sorted((row for row in found if row.pk in order), key=lambda row: order[row.pk])
    page = Paginator(found, A_PAGE).get_page(request.GET.get("page"))
    statements = [_statement(row, lang, ties.get(row.pk, ())) for row in page.object_list]
    context = {"page": "marketplace", "form": form, "pages": page, "statements": statements}
    return render(request, "catalogue/marketplace.html", context, status=200 if form.is_valid() else 400)
