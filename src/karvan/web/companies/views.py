"""A company's own pages: its profile, its offers and needs, its people."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from karvan.web.access import Capability, needs
from karvan.web.companies import actions, bridge
from karvan.web.companies.forms import (
    OpportunityForm,
    PersonForm,
    ProfileForm,
    opportunity_initial,
    person_initial,
    profile_initial,
)
from karvan.web.companies.models import Company, Opportunity, Person
from karvan.web.companies.parts import Part
from karvan.web.companies.queries import profiles_of
from karvan.web.errors import NotFoundError, StaleError
from karvan.web.frame.conflicts import conflict_page
from karvan.web.frame.forms import Form
from karvan.web.frame.said import Undo, say_next
from karvan.web.http import Request
from karvan.web.taxonomy.bridge import taxonomy_for

if TYPE_CHECKING:
    from django.http import HttpResponse

TAKEN_OUT = "taken_out"
"""The session's word for what was removed last, so that it can be put back."""


def own_company(request: Request) -> Company:
    """Give the company for which somebody sits here; those without one have no such pages."""
    company = request.seat.company
    if company is None:
        raise NotFoundError
    return company


def _signed(request: Request) -> dict[str, Any]:
    """Give who does it, when, and on whose behalf."""
    return {"by": request.user, "at": request.at, "on_behalf_of": request.seat.on_behalf_of}


@needs(Capability.EDIT_OWN_COMPANY, Capability.READ_OWN_AGENDA)
def own(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Our own company: what it has said, and what is still missing."""
    company = own_company(request)
    context = {
        "page": "own-company",
        "company": company,
        "profile": profiles_of([company])[0],
        "parts": list(Part),
        "statements": _statements(request, company),
        "people": list(company.people.all()),
        "may_edit": request.seat.may(Capability.EDIT_OWN_COMPANY),
    }
    return render(request, "companies/own.html", context)


def _statements(request: Request, company: Company) -> list[dict[str, Any]]:
    """Give the offers and needs of a company with their fields; two queries."""
    known = taxonomy_for(request.seat.mission)
    return [
        {"row": row, "fields": [bridge.field_of(code, request.lang, known) for code in row.domains]}
        for row in company.opportunities.all()
    ]


@needs(Capability.EDIT_OWN_COMPANY)
def edit(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Change the profile of our company."""
    company = own_company(request)
    initial = profile_initial(company)
    form = ProfileForm(request.POST or None, lang=lang, mission=request.seat.mission, initial=initial)

    def save() -> None:
        actions.change_company(company, form.columns, revision=form.cleaned_data["revision"], **_signed(request))
        say_next(request, "profile-saved")

    back = _own_address(request)
    return _edit(request, form, save, initial=initial, template="companies/profile_form.html", back=back)


def _own_address(request: Request) -> str:
    return redirect("own-company", lang=request.lang, slug=request.seat.mission.slug)["Location"]


def _edit(
    request: Request, form: Form, save: Callable[[], None], *, initial: dict[str, Any], template: str, back: str
) -> HttpResponse:
    """Show a form, or save what was entered; where somebody else was faster, show both versions."""
    if request.method == "POST" and "check" not in request.POST and form.is_valid():
        try:
            save()
        except StaleError:
            return conflict_page(request, form, initial, revision=initial["revision"], back=back)
        return redirect(back)
    is_checked = "check" in request.POST
    status = 400 if form.is_bound and not is_checked else 200
    context = {"page": "own-company", "form": form, "back": back, "is_checked": is_checked}
    return render(request, template, context, status=status)


@needs(Capability.EDIT_OWN_COMPANY)
def opportunity(request: Request, lang: str, slug: str, pk: int | None = None) -> HttpResponse:  # noqa: ARG001 - of every address
    """Write an offer or need, with advice."""
    company = own_company(request)
    row = _part(company, Opportunity, pk)
    kind = request.GET.get("kind", "offer")
    initial = opportunity_initial(row) if row else {"kind": kind, "revision": 0}
    known = taxonomy_for(request.seat.mission)
    form = OpportunityForm(request.POST or None, lang=lang, initial=initial, known=known)
    save = _saving(request, form, company, row, Opportunity)
    return _edit(
        request, form, save, initial=initial, template="companies/opportunity_form.html", back=_own_address(request)
    )


@needs(Capability.EDIT_OWN_COMPANY)
def person(request: Request, lang: str, slug: str, pk: int | None = None) -> HttpResponse:  # noqa: ARG001 - of every address
    """Write down somebody who comes for our company."""
    company = own_company(request)
    row = _part(company, Person, pk)
    initial = person_initial(row) if row else {"revision": 0, "is_travelling": True}
    form = PersonForm(request.POST or None, lang=lang, mission=request.seat.mission, initial=initial)
    save = _saving(request, form, company, row, Person)
    return _edit(
        request, form, save, initial=initial, template="companies/person_form.html", back=_own_address(request)
    )


def _part(company: Company, kind: type[actions.Part], pk: int | None) -> actions.Part | None:
    """Give an offer, need or person of a company; None where it is to be a new one."""
    if pk is None:
        return None
    found = kind.objects.filter(company=company, pk=pk).select_related("company__mission").first()
    if found is None:
        raise NotFoundError
    return found


def _saving(
    request: Request,
    form: OpportunityForm | PersonForm,
    company: Company,
    row: actions.Part | None,
    kind: type[actions.Part],
) -> Callable[[], None]:
    """Give what saves a part of a company: a new one, or changes to one."""
    name = kind.__name__.lower()

    def save() -> None:
        if row is None:
            actions.add_part(company, kind, form.columns, **_signed(request))
        else:
            actions.change_part(row, form.columns, revision=form.cleaned_data["revision"], **_signed(request))
        say_next(request, f"{name}-saved")

    return save


@needs(Capability.EDIT_OWN_COMPANY)
@require_POST
def advice(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Give the advice on a text while it is written."""
    form = OpportunityForm(request.POST, lang=lang, known=taxonomy_for(request.seat.mission))
    return render(request, "companies/advice.html", {"form": form})


@needs(Capability.EDIT_OWN_COMPANY)
@require_POST
def remove(request: Request, lang: str, slug: str, pk: int, part: str) -> HttpResponse:
    """Take an offer, a need or a person out, with a way to put it back."""
    kind: Any = _KINDS[part]
    row = _part(own_company(request), kind, pk)
    assert row is not None
    columns = actions.remove_part(row, **_signed(request))
    request.session[TAKEN_OUT] = {"part": part, "columns": columns, "company": row.company.code}
    address = redirect("own-put-back", lang=lang, slug=slug)["Location"]
    say_next(request, f"{part}-removed", undo=Undo(address))
    return redirect("own-company", lang=lang, slug=slug)


@needs(Capability.EDIT_OWN_COMPANY)
@require_POST
def put_back(request: Request, lang: str, slug: str) -> HttpResponse:
    """Put back what was removed last."""
    company, taken = own_company(request), request.session.pop(TAKEN_OUT, None)
    if taken and taken["company"] == company.code:
        kind: Any = _KINDS[taken["part"]]
        actions.add_part(company, kind, taken["columns"], **_signed(request))
        say_next(request, "put-back")
    return redirect("own-company", lang=lang, slug=slug)


_KINDS: dict[str, type[Opportunity | Person]] = {"opportunity": Opportunity, "person": Person}
