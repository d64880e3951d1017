"""The way of every change to the plan: entered, checked, its effect shown, saved."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from karvan.formats.readers import Reader
from karvan.formats.workbook.describe import describe
from karvan.mission.issues import Severity
from karvan.web.blocks.bridge import released_programme
from karvan.web.blocks.effects import Edit, Effect, effect_of, new_issues
from karvan.web.blocks.forms import PlanForm
from karvan.web.blocks.screens import EffectPage, effect_page
from karvan.web.errors import StaleError
from karvan.web.frame.said import Undo, say_next
from karvan.web.http import Request
from karvan.web.workbooks.bridge import PureMission
from karvan.web.workbooks.queries import whole_mission


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One change on its way.

    Attributes
    ----------
    heading : str
        The message over its page.
    back : str
        The address to go to after it.
    said : str
        The message that it is done.
    edit : callable
        Gives the mission with the change, from the mission without it.
    save : callable
        Writes it.
    undo : callable
        Gives the form that takes it back, from what `save` gave; where it cannot be, None.
    """

    heading: str
    back: str
    said: str
    edit: Callable[[PureMission], Edit]
    save: Callable[[], Any]
    undo: Callable[[Any], Undo] | None = None
    template: str = "blocks/form.html"
    context: dict[str, Any] = field(default_factory=dict)


def go(request: Request, form: PlanForm, way: Way) -> HttpResponse:
    """Give the next page of a change: the form, what is wrong, what it would do, or where it leads once it is saved."""
    if request.method != "POST":
        return _page(request, form, way)
    if not form.is_valid():
        return _page(request, form, way, status=400)
    if form.is_outdated:
        return _page(request, form, way, status=409, differences=form.differences(), is_outdated=True)
    if "back" in request.POST:
        return _page(request, form, way)
    before = whole_mission(request.seat.mission)
    edit = way.edit(before)
    form.tell(new_issues(before, edit, Severity.ERROR), record=edit.record, index=edit.index)
    if form.errors:
        return _page(request, form, way, status=400)
    effect = effect_of(before, edit, released_programme(request.seat.mission))
    if not effect.is_calm and form.seen != effect.digest:
        return _page(request, form, way, template="blocks/effect.html", **_told(request, before, edit, effect))
    return _saved(request, form, way)


def _saved(request: Request, form: PlanForm, way: Way) -> HttpResponse:
    try:
        saved = way.save()
    except StaleError:
        return _page(request, form, way, status=409, is_outdated=True)
    say_next(request, way.said, undo=way.undo(saved) if way.undo else None)
    return HttpResponseRedirect(way.back)


def _told(request: Request, before: PureMission, edit: Edit, effect: Effect) -> dict[str, Any]:
    """Give the page that says what a change would do; names are of before, since some may be gone after."""
    page: EffectPage = effect_page(Reader(before, request.lang), edit, effect)
    return {"effect": page, "warnings": [describe(issue, request.lang) for issue in effect.warnings]}


def _page(
    request: Request, form: PlanForm, way: Way, *, status: int = 200, template: str = "", **context: Any
) -> HttpResponse:
    revision = form.revision if status == 409 else form.drawn_from
    common = {"form": form, "way": way, "revision": revision}
    return render(request, template or way.template, common | way.context | context, status=status)
