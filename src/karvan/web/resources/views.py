"""Tables, ways, interpreters, absences and rules: changed by the neutral desk, each change shown before it is saved."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from karvan.formats.readers import Reader
from karvan.web.access import Capability, needs
from karvan.web.availability.queries import given_in
from karvan.web.blocks.bridge import plan_of, revision_of
from karvan.web.blocks.editing import Way, go
from karvan.web.blocks.forms import PlanForm
from karvan.web.resources import actions, bridge
from karvan.web.resources.forms import (
    AbsenceForm,
    InterpreterForm,
    RulesForm,
    TableForm,
    TablesForm,
    WaysForm,
    who_options,
)
from karvan.web.resources.queries import absences_of, interpreter_numbered, table_numbered
from karvan.web.workbooks.queries import whole_mission

if TYPE_CHECKING:
    from django.http import HttpResponse

    from karvan.web.blocks.effects import Edit
    from karvan.web.http import Request
    from karvan.web.workbooks.bridge import PureMission


def _way(
    request: Request,
    heading: str,
    page: str,
    edit: Callable[[PureMission], Edit],
    save: Callable[[], object],
    *,
    template: str = "blocks/form.html",
    **context: object,
) -> Way:
    """Give a change that leads back to one of the pages here."""
    back = reverse(page, args=[request.lang, request.seat.mission.slug])
    said = "means-said-removed" if heading.startswith("means-remove") else "means-said"
    return Way(
        heading=heading, back=back, said=said, edit=edit, save=save, template=template, context={"page": page} | context
    )


@needs(Capability.EDIT_PROGRAMME)
def tables(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show all tables by venue."""
    stored = request.seat.mission
    rows = list(stored.tables.all())
    reader = Reader(plan_of(stored), lang)
    venues = {venue: reader.venue(venue) for venue in dict.fromkeys(row.venue for row in rows)}
    groups = [(name, venue, [row for row in rows if row.venue == venue]) for venue, name in venues.items()]
    context = {"page": "tables-and-venues", "groups": groups}
    return render(request, "resources/tables.html", context)


@needs(Capability.EDIT_PROGRAMME)
def new_tables(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Add one table, or many at once."""
    stored = request.seat.mission
    form = TablesForm(request.POST or None, lang=lang, mission=plan_of(stored))
    way = _way(
        request,
        "means-new-tables",
        "tables-and-venues",
        lambda mission: bridge.with_tables(mission, form.tables),
        lambda: actions.add_tables(stored, form.tables, by=request.user, at=request.at),
    )
    return go(request, form, way)


@needs(Capability.EDIT_PROGRAMME)
def table(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Change a table."""
    stored = request.seat.mission
    index, row = table_numbered(stored, number)
    pure = bridge.table_of(row)
    revision = revision_of(bridge.columns_of_table(pure))
    form = TableForm(request.POST or None, lang=lang, mission=plan_of(stored), table=pure, revision=revision)
    way = _way(
        request,
        "means-table-change",
        "tables-and-venues",
        lambda mission: bridge.with_table(mission, form.entered, index),
        lambda: actions.change_table(
            stored, form.entered, number=number, revision=form.drawn_from, by=request.user, at=request.at
        ),
        remove=reverse("table-remove", args=[lang, slug, number]),
    )
    return go(request, form, way)


@needs(Capability.EDIT_PROGRAMME)
@require_POST
def remove_table(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Take a table away, once it was shown what that does."""
    stored = request.seat.mission
    index, row = table_numbered(stored, number)
    form = PlanForm(request.POST, lang=lang, revision=revision_of(bridge.columns_of_table(bridge.table_of(row))))
    way = _way(
        request,
        "means-remove-table",
        "tables-and-venues",
        lambda mission: bridge.without_table(mission, index),
        lambda: actions.remove_table(stored, number=number, revision=form.drawn_from, by=request.user, at=request.at),
        cancel=reverse("table", args=[lang, slug, number]),
    )
    return go(request, form, way)


@needs(Capability.EDIT_PROGRAMME)
def ways(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show and change the minutes between venues."""
    stored = request.seat.mission
    mission = whole_mission(stored)
    revision = revision_of(bridge.columns_of_ways(mission.travel))
    form = WaysForm(request.POST or None, lang=lang, mission=mission, revision=revision)
    way = _way(
        request,
        "means-ways",
        "tables-and-venues",
        lambda mission: bridge.with_ways(mission, form.ways),
        lambda: actions.set_ways(stored, form.ways, revision=form.drawn_from, by=request.user, at=request.at),
        template="resources/ways.html",
    )
    return go(request, form, way)


@needs(Capability.EDIT_PROGRAMME)
def interpreters(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show all interpreters."""
    stored = request.seat.mission
    context = {
        "page": "interpreter-list",
        "interpreters": list(stored.interpreters.all()),
    }
    return render(request, "resources/interpreters.html", context)


@needs(Capability.EDIT_PROGRAMME)
def new_interpreter(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Add an interpreter."""
    stored = request.seat.mission
    form = InterpreterForm(request.POST or None, lang=lang, mission=plan_of(stored))
    way = _way(
        request,
        "means-new-interpreter",
        "interpreter-list",
        lambda mission: bridge.with_interpreter(mission, form.entered, None),
        lambda: actions.add_interpreter(stored, form.entered, by=request.user, at=request.at),
    )
    return go(request, form, way)


@needs(Capability.EDIT_PROGRAMME)
def interpreter(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Change what is known of an interpreter."""
    stored = request.seat.mission
    index, row = interpreter_numbered(stored, number)
    pure = bridge.interpreter_of(row)
    revision = revision_of(bridge.columns_of_interpreter(pure))
    form = InterpreterForm(request.POST or None, lang=lang, mission=plan_of(stored), known=pure, revision=revision)
    way = _way(
        request,
        "means-interpreter-change",
        "interpreter-list",
        lambda mission: bridge.with_interpreter(mission, form.entered, index),
        lambda: actions.change_interpreter(
            stored, form.entered, number=number, revision=form.drawn_from, by=request.user, at=request.at
        ),
        remove=reverse("interpreter-remove", args=[lang, slug, number]),
    )
    return go(request, form, way)


@needs(Capability.EDIT_PROGRAMME)
@require_POST
def remove_interpreter(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Take an interpreter out of the mission, once it was shown what that does."""
    stored = request.seat.mission
    index, row = interpreter_numbered(stored, number)
    columns = bridge.columns_of_interpreter(bridge.interpreter_of(row))
    form = PlanForm(request.POST, lang=lang, revision=revision_of(columns))
    way = _way(
        request,
        "means-remove-interpreter",
        "interpreter-list",
        lambda mission: bridge.without_interpreter(mission, index),
        lambda: actions.remove_interpreter(
            stored, number=number, revision=form.drawn_from, by=request.user, at=request.at
        ),
        cancel=reverse("interpreter", args=[lang, slug, number]),
    )
    return go(request, form, way)


@needs(Capability.EDIT_PROGRAMME)
def absences(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show who is away when, and which tables are lost."""
    stored = request.seat.mission
    names = {code: name for _, options in who_options(whole_mission(stored), lang) for code, name in options}
    context = {
        "page": "absences",
        "given": given_in(stored),
        "absences": [(row, names.get(row.who, row.who)) for row in absences_of(stored)],
    }
    return render(request, "resources/absences.html", context)


@needs(Capability.EDIT_PROGRAMME)
def new_absence(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Say that somebody is away, or a table lost."""
    stored = request.seat.mission
    form = AbsenceForm(request.POST or None, lang=lang, mission=whole_mission(stored))
    way = _way(
        request,
        "means-new-absence",
        "absences",
        lambda mission: bridge.with_absence(mission, form.entered),
        lambda: actions.add_absence(stored, form.entered, by=request.user, at=request.at),
    )
    return go(request, form, way)


@needs(Capability.EDIT_PROGRAMME)
@require_POST
def remove_absence(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Take back that somebody is away."""
    row = get_object_or_404(absences_of(request.seat.mission).select_related("mission"), pk=number)
    form = PlanForm(request.POST, lang=lang)
    way = _way(
        request,
        "means-remove-absence",
        "absences",
        lambda mission: bridge.without_absence(mission, bridge.absence_of(row)),
        lambda: actions.remove_absence(row, by=request.user, at=request.at),
        cancel=reverse("absences", args=[lang, slug]),
    )
    return go(request, form, way)


@needs(Capability.EDIT_MISSION)
def rules(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show and change days, slots, limits and the order of goals."""
    stored = request.seat.mission
    settings = bridge.settings_of(stored)
    revision = revision_of(bridge.columns_of_settings(settings))
    form = RulesForm(request.POST or None, lang=lang, settings=settings, revision=revision)
    way = _way(
        request,
        "nav-mission-rules",
        "mission-rules",
        lambda mission: bridge.with_settings(mission, form.entered),
        lambda: actions.set_rules(stored, form.entered, revision=form.drawn_from, by=request.user, at=request.at),
    )
    return go(request, form, way)
