"""A mission as a workbook: taken along, looked through before it changes anything, brought in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from karvan.web.access import Capability, needs
from karvan.web.audit.actions import record_event
from karvan.web.errors import StaleError
from karvan.web.frame.said import say_next
from karvan.web.workbooks import bridge
from karvan.web.workbooks.actions import bring_in, keep_upload
from karvan.web.workbooks.errors import NothingSavedError
from karvan.web.workbooks.forms import UploadForm
from karvan.web.workbooks.queries import MOST_PROBLEMS, brought_in, shown, waiting_upload

if TYPE_CHECKING:
    from karvan.web.http import Request
    from karvan.web.workbooks.models import Upload

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
MOST_BEFORE = 5
"""So many of the workbooks that were brought in are listed."""


@needs(Capability.EDIT_COMPANIES)
def workbook(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show what can be done with the mission's workbook."""
    return _workbook(request, UploadForm(lang=lang))


def _workbook(request: Request, form: UploadForm) -> HttpResponse:
    may_import = request.seat.may(Capability.EDIT_MISSION)
    context = {
        "page": "workbook",
        "form": form,
        "may_import": may_import,
        "upload": waiting_upload(request.seat, request.at) if may_import else None,
        "before": brought_in(request.seat.mission)[:MOST_BEFORE] if may_import else (),
        "zone": request.seat.mission.time_zone,
    }
    return render(request, "workbooks/workbook.html", context, status=400 if form.is_bound else 200)


@needs(Capability.EDIT_COMPANIES)
def take(request: Request, lang: str, slug: str) -> HttpResponse:
    """Give the mission as a workbook: whole to the neutral desk, else as far as it is the reader's side's."""
    seat = request.seat
    side = "" if seat.is_neutral else str(seat.desk)
    body = bridge.exported(seat.mission, side, lang)
    record_event("workbook-taken", mission=seat.mission, by=request.user, at=request.at, side=side)
    response = HttpResponse(body, content_type=XLSX)
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}{side and "-"}{side}.xlsx"'
    return response


@needs(Capability.EDIT_MISSION)
@require_POST
def upload(request: Request, lang: str, slug: str) -> HttpResponse:
    """Keep a workbook that somebody has sent, and show what it would change."""
    form = UploadForm(request.POST, request.FILES, lang=lang)
    if not form.is_valid():
        return _workbook(request, form)
    sent = form.cleaned_data["file"]
    keep_upload(request.seat.mission, name=sent.name, data=sent.read(), by=request.user, at=request.at)
    return redirect("workbook-preview", lang=lang, slug=slug)


@needs(Capability.EDIT_MISSION)
def preview(request: Request, lang: str, slug: str) -> HttpResponse:
    """Show what the workbook that waits would change, or bring it in."""
    waiting = waiting_upload(request.seat, request.at)
    if waiting is None:
        return redirect("workbook", lang=lang, slug=slug)
    if request.method != "POST":
        return _preview(request, waiting)
    taken_out = request.POST.getlist("take_out")
    try:
        digest = request.POST.get("digest", "")
        counts = bring_in(waiting, taken_out=taken_out, digest=digest, by=request.user, at=request.at)
    except (StaleError, NothingSavedError) as error:
        return _preview(request, waiting, taken_out=taken_out, error=error)
    rows = [sum(kind) for kind in zip(*counts.values(), strict=True)] or [0, 0, 0]
    say_next(request, "workbook-is-in", added=rows[0], changed=rows[1], removed=rows[2])
    return redirect("workbook", lang=lang, slug=slug)


def _preview(
    request: Request,
    waiting: Upload,
    *,
    taken_out: list[str] | None = None,
    error: StaleError | NothingSavedError | None = None,
) -> HttpResponse:
    """Show what a workbook would change, with what is wrong with it or with the mission afterwards."""
    lang = request.lang
    read = bridge.read_upload(bytes(waiting.data), waiting.name)
    context = {
        "page": "workbook",
        "upload": waiting,
        "errors": [bridge.said(issue, lang) for issue in read.errors[:MOST_PROBLEMS]],
        "error_count": len(read.errors),
        "warnings": [bridge.said(issue, lang) for issue in read.warnings[:MOST_PROBLEMS]],
        "warning_count": len(read.warnings),
        "is_stale": isinstance(error, StaleError),
        "taken_out": taken_out or (),
    }
    if read.mission is not None:
        plan = bridge.plan_for(request.seat.mission, read.mission, read.given)
        records = [change.sheet.record for change in plan.changes if change.removed]
        problems = plan.problems(taken_out or ())
        context |= {
            "digest": plan.digest,
            "sheets": shown(plan, lang),
            "resting": plan.resting,
            "problems": [(row, bridge.said(issue, lang)) for row, issue in problems[:MOST_PROBLEMS]],
            "is_possible": not problems or (bool(records) and not plan.problems(records)),
        }
    return render(request, "workbooks/preview.html", context, status=error.status if error else 200)


@needs(Capability.EDIT_MISSION)
@require_POST
def discard(request: Request, lang: str, slug: str) -> HttpResponse:
    """Throw the workbook that waits away."""
    if waiting := waiting_upload(request.seat, request.at):
        waiting.delete()
        say_next(request, "workbook-discarded")
    return redirect("workbook", lang=lang, slug=slug)
