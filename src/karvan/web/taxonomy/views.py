"""The concepts that a mission adds: for the neutral desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from karvan.web.access import Capability, needs
from karvan.web.errors import NotFoundError, StaleError
from karvan.web.frame.conflicts import conflict_page
from karvan.web.frame.said import Undo, say_next
from karvan.web.taxonomy import actions, bridge
from karvan.web.taxonomy.forms import AddressForm, ConceptForm, TryForm, concept_initial
from karvan.web.taxonomy.models import Concept

if TYPE_CHECKING:
    from django.http import HttpResponse

    from karvan.web.http import Request

TAKEN_OUT = "concept_taken_out"
"""The session's word for what was removed last, so that it can be put back."""


@needs(Capability.EDIT_MISSION)
def taxonomy(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show what the mission adds, and what a text is understood to mean with it."""
    return _page(request, _address_form(request))


def _page(request: Request, form: AddressForm, status: int = 200) -> HttpResponse:
    mission, lang = request.seat.mission, request.lang
    tried = TryForm(request.GET, lang=lang)
    text = tried.cleaned_data["text"] if tried.is_valid() else ""
    domains = dict(bridge.domains(lang))
    context = {
        "page": "taxonomy",
        "rows": [
            (row, domains.get(row.parent, row.parent), bridge.label_of(str(row), lang))
            for row in mission.concepts.all()
        ],
        "languages": bridge.LANGUAGES,
        "text": text,
        "understood": bridge.try_out(mission, text, lang) if text else [],
        "form": form,
    }
    return render(request, "taxonomy/taxonomy.html", context, status=status)


def _address_form(request: Request, data: object = None) -> AddressForm:
    now = request.seat.mission.send_texts_to
    return AddressForm(data, lang=request.lang, initial={"address": now, "was": now})  # type: ignore[arg-type]


@needs(Capability.EDIT_MISSION)
@require_POST
def address(request: Request, lang: str, slug: str) -> HttpResponse:
    """Set the only address to which a command may send texts."""
    form = _address_form(request, request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    mission, given = request.seat.mission, form.cleaned_data
    actions.set_text_address(mission, address=given["address"], was=given["was"], by=request.user, at=request.at)
    undo = Undo(reverse("taxonomy-address", args=(lang, slug)), {"address": given["was"], "was": given["address"]})
    say_next(request, "taxonomy-address-saved", undo=undo)
    return redirect("taxonomy", lang=lang, slug=slug)


@needs(Capability.EDIT_MISSION)
def concept(request: Request, lang: str, slug: str, pk: int | None = None) -> HttpResponse:
    """Write a concept, or words for one of Karvan's own."""
    row = _concept(request, pk) if pk is not None else None
    form = ConceptForm(request.POST or None, lang=lang, mission=request.seat.mission, row=row)
    back = reverse("taxonomy", args=(lang, slug))
    if form.is_bound and form.is_valid():
        try:
            _save(request, form, row)
        except StaleError:
            assert row is not None
            return conflict_page(request, form, concept_initial(row), revision=row.revision, back=back)
        say_next(request, "concept-saved")
        return redirect(back)
    context = {"page": "taxonomy", "form": form, "row": row, "back": back}
    return render(request, "taxonomy/concept.html", context, status=400 if form.is_bound else 200)


def _concept(request: Request, pk: int) -> Concept:
    found = request.seat.mission.concepts.filter(pk=pk).select_related("mission").first()
    if found is None:
        raise NotFoundError
    return found


def _save(request: Request, form: ConceptForm, row: Concept | None) -> None:
    if row is None:
        actions.add_concept(request.seat.mission, form.columns, by=request.user, at=request.at)
    else:
        revision = form.cleaned_data["revision"]
        actions.change_concept(row, form.columns, revision=revision, by=request.user, at=request.at)


@needs(Capability.EDIT_MISSION)
@require_POST
def remove(request: Request, lang: str, slug: str, pk: int) -> HttpResponse:
    """Take a concept out, with a way to put it back."""
    columns = actions.remove_concept(_concept(request, pk), by=request.user, at=request.at)
    request.session[TAKEN_OUT] = {"mission": slug, "columns": columns}
    say_next(request, "concept-removed", undo=Undo(reverse("concept-put-back", args=(lang, slug))))
    return redirect("taxonomy", lang=lang, slug=slug)


@needs(Capability.EDIT_MISSION)
@require_POST
def put_back(request: Request, lang: str, slug: str) -> HttpResponse:
    """Put back what was removed last, unless there is such a concept again."""
    taken, mission = request.session.pop(TAKEN_OUT, None), request.seat.mission
    if taken and taken["mission"] == slug:
        columns = taken["columns"]
        if not mission.concepts.filter(parent=columns["parent"], code=columns["code"]).exists():
            actions.add_concept(mission, columns, by=request.user, at=request.at)
            say_next(request, "put-back")
    return redirect("taxonomy", lang=lang, slug=slug)
