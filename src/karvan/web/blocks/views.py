"""The plan of days: read by everybody, changed by the neutral desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from karvan.formats.readers import Reader
from karvan.mission.calendar import Calendar
from karvan.web.access import Capability, needs
from karvan.web.blocks import actions, bridge, screens
from karvan.web.blocks.editing import Way, go
from karvan.web.blocks.forms import BlockForm, ItemForm, PlanForm
from karvan.web.blocks.queries import block_numbered, removed_blocks
from karvan.web.blocks.running_order import WITH_ORDER, timed
from karvan.web.errors import NotFoundError
from karvan.web.frame.said import Undo, say_next
from karvan.web.workbooks.queries import whole_mission

if TYPE_CHECKING:
    from django.http import HttpResponse

    from karvan.web.http import Request

NEW = "new"
"""The revision of a block that is not there yet."""

SPARE_ITEMS = 3
"""Empty lines at the end of a running order."""


@needs(Capability.READ_PROGRAMME)
def plan(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show all days with their blocks."""
    stored, seat = request.seat.mission, request.seat
    mission = bridge.plan_of(stored)
    can_edit = seat.may(Capability.EDIT_PROGRAMME)
    rows = [screens.Row(row.position, bridge.pure_of(row), bridge.items_of(row)) for row in stored.blocks.all()]
    context = {
        "page": "plan",
        "days": screens.planned_days(Reader(mission, lang), rows),
        "names": {code: company.name.best(lang) for code, company in mission.company.items()},
        "can_edit": can_edit,
        "removed": list(removed_blocks(stored)) if can_edit else [],
    }
    return render(request, "blocks/plan.html", context)


@needs(Capability.EDIT_PROGRAMME)
def new_block(request: Request, lang: str, slug: str) -> HttpResponse:
    """Add a block."""
    stored = request.seat.mission
    form = BlockForm(
        request.POST or None,
        lang=lang,
        mission=whole_mission(stored),
        block=None,
        revision=NEW,
        day=request.GET.get("date"),
    )
    way = Way(
        heading="plan-new",
        back=reverse("plan", args=[lang, slug]),
        said="plan-said-added",
        edit=lambda mission: bridge.with_block(mission, form.block, None),
        save=lambda: actions.add_block(stored, form.block, by=request.user, at=request.at),
        context={"page": "plan"},
    )
    return go(request, form, way)


@needs(Capability.EDIT_PROGRAMME)
def block(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Change a block, or move it to another time or day."""
    stored = request.seat.mission
    index, row = block_numbered(stored, number)
    pure, revision = bridge.pure_of(row), bridge.revision_of(bridge.columns_of(row))
    form = BlockForm(request.POST or None, lang=lang, mission=whole_mission(stored), block=pure, revision=revision)
    way = Way(
        heading="plan-change",
        back=reverse("plan", args=[lang, slug]),
        said="plan-said-changed",
        edit=lambda mission: bridge.with_block(mission, form.block, index),
        save=lambda: actions.change_block(
            stored, form.block, number=number, revision=form.drawn_from, by=request.user, at=request.at
        ),
        context={
            "page": "plan",
            "remove": reverse("block-remove", args=[lang, slug, number]),
            "running_order": pure.kind in WITH_ORDER and reverse("running-order", args=[lang, slug, number]),
        },
    )
    return go(request, form, way)


@needs(Capability.EDIT_PROGRAMME)
@require_POST
def remove_block(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Take a block out of the plan, once it was shown what that does."""
    stored = request.seat.mission
    index, row = block_numbered(stored, number)
    form = PlanForm(request.POST, lang=lang, revision=bridge.revision_of(bridge.columns_of(row)))
    way = Way(
        heading="plan-remove",
        back=reverse("plan", args=[lang, slug]),
        said="plan-said-removed",
        edit=lambda mission: bridge.without_block(mission, index),
        save=lambda: actions.remove_block(
            stored, number=number, revision=form.drawn_from, by=request.user, at=request.at
        ),
        undo=lambda removed: Undo(reverse("block-bring-back", args=[lang, slug, removed.pk])),
        context={"page": "plan", "cancel": reverse("block", args=[lang, slug, number])},
    )
    return go(request, form, way)


@needs(Capability.EDIT_PROGRAMME)
@require_POST
def bring_back(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Bring a removed block back, once it was shown what that does."""
    stored = request.seat.mission
    removed = get_object_or_404(removed_blocks(stored).select_related("mission"), pk=number)
    form = PlanForm(request.POST, lang=lang)
    way = Way(
        heading="plan-bring-back",
        back=reverse("plan", args=[lang, slug]),
        said="plan-said-back",
        edit=lambda mission: bridge.with_block(mission, bridge.removed_block(removed), None),
        save=lambda: actions.bring_block_back(removed, by=request.user, at=request.at),
        context={"page": "plan", "cancel": reverse("plan", args=[lang, slug])},
    )
    return go(request, form, way)


@needs(Capability.EDIT_PROGRAMME)
def running_order(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Show and change what comes after what in a plenary or reception."""
    stored = request.seat.mission
    _, row = block_numbered(stored, number)
    pure, mission, items = bridge.pure_of(row), bridge.plan_of(stored), bridge.items_of(row)
    if pure.kind not in WITH_ORDER:
        raise NotFoundError
    form = PlanForm(request.POST or None, lang=lang, revision=bridge.revision_of(bridge.columns_of(row)))
    lines = _item_forms(request, mission, items)
    is_sent = request.method == "POST"
    is_good = is_sent and not any(line.errors for line in lines)
    if is_good and not form.is_outdated:
        entered = tuple(line.item for line in sorted(lines, key=_order) if line.item)
        actions.set_running_order(
            stored, entered, number=number, revision=form.drawn_from, by=request.user, at=request.at
        )
        say_next(request, "plan-said-order")
        return _to_running_order(lang, slug, number)
    status = (409 if is_good else 400) if is_sent else 200
    span = Calendar(mission).span_of(pure)
    context = {
        "page": "plan",
        "form": form,
        "lines": lines,
        "number": number,
        "planned": pure,
        "span": span,
        "items": timed(items, span.start),
        "names": {code: company.name.best(lang) for code, company in mission.company.items()},
        "over": sum(item.minutes for item in items) - span.minutes,
        "is_outdated": status == 409,
        "revision": form.revision if status == 409 else form.drawn_from,
    }
    return render(request, "blocks/running_order.html", context, status=status)


def _item_forms(request: Request, mission: bridge.PureMission, items: tuple[bridge.PureItem, ...]) -> list[ItemForm]:
    """Give a line for each item that is there or was sent, and spare ones."""
    sent = sum(f"item{n}-minutes" in request.POST for n in range(1, 101))
    count = sent or len(items) + SPARE_ITEMS
    rows = [*items, *([None] * count)][:count]
    data = request.POST or None
    return [
        ItemForm(data, lang=request.lang, mission=mission, item=item, number=number)
        for number, item in enumerate(rows, start=1)
    ]


def _order(line: ItemForm) -> tuple[int, str]:
    return line.cleaned_data["order"] or 1000, line.prefix or ""


def _to_running_order(lang: str, slug: str, number: int) -> HttpResponse:
    return redirect("running-order", lang=lang, slug=slug, number=number)
