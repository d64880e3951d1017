"""The organiser's list of companies, and each of them as its team sees it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from karvan.languages import say
from karvan.web.access import Capability, needs
from karvan.web.applications.decisions import free_code
from karvan.web.applications.exports import TYPES, as_csv, as_xlsx
from karvan.web.applications.queries import sides_of
from karvan.web.audit.actions import record_event
from karvan.web.catalogue.bridge import find
from karvan.web.companies import actions
from karvan.web.companies.bridge import field_of
from karvan.web.companies.enums import Standing
from karvan.web.companies.forms import DeskForm, StandingForm, profile_initial
from karvan.web.companies.parts import Part
from karvan.web.companies.queries import profiles_of
from karvan.web.delegations.enums import SORTS, Manager
from karvan.web.delegations.exports import exported
from karvan.web.delegations.forms import ListForm, ManagerForm
from karvan.web.delegations.queries import Row, company_for, managers_of, rows_for
from karvan.web.errors import NotFoundError, StaleError
from karvan.web.frame.conflicts import conflict_page
from karvan.web.frame.said import Undo, say_next
from karvan.web.http import Request, site_of
from karvan.web.members.actions import Post, invite
from karvan.web.members.enums import Role
from karvan.web.members.queries import open_invitations
from karvan.web.missions.models import Mission
from karvan.web.requests.queries import request_counts
from karvan.web.taxonomy.bridge import taxonomy_for

if TYPE_CHECKING:
    from karvan.web.access import Seat
    from karvan.web.companies.models import Company

PER_PAGE = 50
MOST_FIELDS = 2

LINK = "manager_link"
"""The session's word for the link of the invitation that was just sent, shown once."""


def _chosen(request: Request) -> tuple[ListForm, list[Row], list[Row]]:
    """Give what is asked for, the rows that fit it, and all that the reader sees."""
    seat = request.seat
    rows = rows_for(seat, request.at)
    form = ListForm(request.GET, lang=request.lang, rows=rows)
    words = form.wish("q")
    scope = "everybody" if seat.is_neutral else str(seat.desk)
    scores = find(seat.mission, words, request.lang, scope=scope).companies if words else {}
    return form, form.chosen(rows, scores), rows


@needs(Capability.READ_DESK)
def companies(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show all companies, or those that are asked for."""
    form, found, rows = _chosen(request)
    shown = Paginator(found, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "page": "companies",
        "form": form,
        "rows": shown,
        "lines": [(row, [field_of(code, lang).label for code in row.domains[:MOST_FIELDS]]) for row in shown],
        "headings": {name: _heading(form.wish("sort"), name) for name in SORTS},
        "parts": len(Part),
        "total": len(rows),
        "standings": _standings(rows),
        "query": request.GET.urlencode(),
        "sees_counts": request.seat.may(Capability.READ_MATCHES),
        "may_edit": request.seat.may(Capability.EDIT_COMPANIES),
    }
    return render(request, "delegations/companies.html", context, status=200 if form.is_valid() else 400)


def _standings(rows: list[Row]) -> list[tuple[str, int]]:
    """Give how many of those that the reader sees to stand where."""
    counted = Counter(row.company.standing for row in rows if row.is_ours)
    return [(each.value, counted[each.value]) for each in Standing]


def _heading(sort: str, name: str) -> dict[str, str]:
    """Give what the heading of a column leads to, and how the list is sorted by it now."""
    now = {name: "ascending", f"-{name}": "descending"}.get(sort, "")
    return {"to": f"-{name}" if now == "ascending" else name, "now": now}


@needs(Capability.READ_DESK)
def export(request: Request, lang: str, slug: str, file: str) -> HttpResponse:
    """Give the list, as it is filtered, as a file for spreadsheets."""
    seat, (_, found, _) = request.seat, _chosen(request)
    headings, lines = exported(found, seat, lang)
    title = say(lang, "nav-companies")
    body = (
        as_xlsx(headings, lines, lang=lang, title=title, at=request.at) if file == "xlsx" else as_csv(headings, lines)
    )
    side = "" if seat.is_neutral else str(seat.desk)
    record_event(
        "companies-exported", mission=seat.mission, by=request.user, at=request.at, side=side, subject=str(len(found))
    )
    response = HttpResponse(body, content_type=TYPES[file])
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}-companies.{file}"'
    return response


@needs(Capability.EDIT_COMPANIES)
def new(request: Request, lang: str, slug: str) -> HttpResponse:
    """Add a company by hand."""
    seat = request.seat
    sides = [side.value for side in sides_of(seat)]
    initial = {"revision": 0, "representatives": 1, "side": request.GET.get("side", "")}
    form = DeskForm(request.POST or None, lang=lang, mission=seat.mission, is_new=True, sides=sides, initial=initial)
    if form.is_bound and form.is_valid():
        columns = form.columns
        columns["code"] = columns["code"] or free_code(seat.mission, form.side)
        added = actions.add_company(seat.mission, columns, by=request.user, at=request.at)
        say_next(request, "company-was-added", code=added.code)
        return redirect("company", lang=lang, slug=slug, code=added.code)
    back = reverse("companies", args=(lang, slug))
    context = {"page": "companies", "form": form, "back": back}
    return render(request, "delegations/company_form.html", context, status=400 if form.is_bound else 200)


@needs(Capability.READ_DESK)
def company(request: Request, lang: str, slug: str, code: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show a company that the reader sees to: what it has said, what is missing, where it stands."""
    return _page(request, company_for(request.seat, code))


def _page(request: Request, found: Company, form: ManagerForm | None = None) -> HttpResponse:
    """Give the page of a company, with an invitation that did not go through where there is one."""
    seat, lang = request.seat, request.lang
    known = taxonomy_for(seat.mission)
    statements = [
        {"row": row, "fields": [field_of(code, lang, known) for code in row.domains]}
        for row in found.opportunities.all()
    ]
    may_edit = seat.may(Capability.EDIT_COMPANIES)
    context = {
        "page": "companies",
        "company": found,
        "profile": profiles_of([found])[0],
        "parts": len(Part),
        "statements": statements,
        "people": list(found.people.all()),
        "counts": request_counts(seat.mission, [found], request.at)[found.pk] if _knows_requests(seat) else None,
        "standings": [each.value for each in Standing if each != found.standing],
        "manager": managers_of(seat, request.at).get(found.pk, Manager.NOBODY).value,
        "managers": list(found.memberships.select_related("user")),
        "invitations": list(open_invitations(seat.mission, at=request.at).filter(company=found)),
        "may_edit": may_edit,
        "may_act": seat.may(Capability.ACT_FOR_COMPANY),
        "form": (form or ManagerForm(lang=lang, company=found)) if may_edit else None,
        "link": _link(request, found),
    }
    return render(request, "delegations/company.html", context, status=400 if form else 200)


def _knows_requests(seat: Seat) -> bool:
    return seat.may(Capability.READ_MATCHES)


def _link(request: Request, found: Company) -> str:
    """Give the link of the invitation that was just sent, once."""
    company, link = request.session.pop(LINK, (None, ""))
    return str(link) if company == found.pk else ""


@needs(Capability.EDIT_COMPANIES)
def change(request: Request, lang: str, slug: str, code: str) -> HttpResponse:
    """Change a company's profile on its behalf."""
    seat, found = request.seat, company_for(request.seat, code)
    initial = profile_initial(found)
    options: dict[str, Any] = {"mission": seat.mission, "is_new": False, "sides": (), "initial": initial}
    form = DeskForm(request.POST or None, lang=lang, **options)
    back = reverse("company", args=(lang, slug, code))
    if form.is_bound and form.is_valid():
        try:
            actions.change_company(
                found,
                form.columns,
                revision=form.cleaned_data["revision"],
                by=request.user,
                at=request.at,
                on_behalf_of=found.code,
            )
        except StaleError:
            return conflict_page(request, form, initial, revision=initial["revision"], back=back)
        say_next(request, "profile-saved")
        return redirect(back)
    context = {"page": "companies", "form": form, "back": back, "company": found}
    return render(request, "delegations/company_form.html", context, status=400 if form.is_bound else 200)


@needs(Capability.EDIT_COMPANIES)
@require_POST
def standing(request: Request, lang: str, slug: str, code: str) -> HttpResponse:
    """Let a company take part, hold it in reserve, or note that it has withdrawn; with a way back."""
    found, form = company_for(request.seat, code), StandingForm(request.POST, lang=lang)
    if not form.is_valid():
        raise NotFoundError
    was = form.cleaned_data["was"]
    actions.set_standing(found, standing=form.standing, was=Standing(was), by=request.user, at=request.at)
    address = reverse("company-standing", args=(lang, slug, code))
    undo = Undo(address, {"to": was, "was": form.standing.value})
    say_next(request, f"company-now-{form.standing.value}", undo=undo, code=code)
    return redirect("company", lang=lang, slug=slug, code=code)


@needs(Capability.EDIT_COMPANIES)
@require_POST
def invite_manager(request: Request, lang: str, slug: str, code: str) -> HttpResponse:
    """Invite somebody to manage a company on the web; the link is shown once."""
    found = company_for(request.seat, code)
    form = ManagerForm(request.POST, lang=lang, company=found)
    if not form.is_valid():
        return _page(request, found, form)
    mission: Mission = request.seat.mission
    _, link = invite(
        mission,
        email=form.cleaned_data["email"],
        name=form.cleaned_data["name"],
        lang=form.cleaned_data["letter_language"],
        post=Post(role=Role.MANAGER, company=found),
        site=site_of(request),
        by=request.user,
        at=request.at,
    )
    request.session[LINK] = (found.pk, link)
    return redirect("company", lang=lang, slug=slug, code=code)
