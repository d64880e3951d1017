"""Drafts and the scheduler's grid."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import urlencode

from django.http import JsonResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.views.decorators.http import require_POST

from karvan.formats.readers import Reader
from karvan.formats.reasons import reason_text
from karvan.languages import say
from karvan.languages.bidi import strip_isolates
from karvan.mission.mission import Pair
from karvan.web.access import Capability, needs
from karvan.web.drafts import board, bridge
from karvan.web.drafts.actions import (
    BlockedError,
    change_draft,
    copy_draft,
    create_draft,
    redo_move,
    undo_move,
)
from karvan.web.drafts.bridge import Opened, Placed
from karvan.web.drafts.curve import curve
from karvan.web.drafts.enums import MoveKind
from karvan.web.drafts.forms import ChangeForm, NameForm, PairForm, PlaceForm, SolveForm
from karvan.web.drafts.models import Draft
from karvan.web.drafts.queries import draft_of, drafts_of, moves_of, pairs_moved
from karvan.web.drafts.tasks import DRAW_UP
from karvan.web.errors import NotFoundError
from karvan.web.frame.forms import Form
from karvan.web.frame.said import Undo, say_next
from karvan.web.http import Request
from karvan.web.jobs.actions import queue_job, stop_job
from karvan.web.jobs.queries import latest_job

if TYPE_CHECKING:
    from django.http import HttpResponse

Asked = TypeVar("Asked", bound=Form)


@needs(Capability.READ_DRAFT)
def drafts(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """All drafts of a mission."""
    context = {
        "page": "drafts",
        "drafts": drafts_of(request.seat.mission),
        "can": request.seat.may(Capability.SCHEDULE),
    }
    return render(request, "drafts/drafts.html", context)


@needs(Capability.SCHEDULE)
@require_POST
def new_draft(request: Request, lang: str, slug: str) -> HttpResponse:
    """An empty draft."""
    mission = request.seat.mission
    name = _asked(NameForm, request).cleaned_data["name"]
    pure = bridge.mission_of(mission.pk, mission.revision)
    made = create_draft(mission, mission=pure, name=name, by=request.user, at=request.at)
    return redirect("draft", lang=lang, slug=slug, number=made.number)


@needs(Capability.READ_DRAFT)
def draft(request: Request, lang: str, slug: str, number: int) -> HttpResponse:  # noqa: ARG001 - of every address
    """The scheduler's grid of a day, with a meeting in hand where the address names one."""
    found = draft_of(request.seat.mission, number)
    opened = bridge.open_draft(found)
    reader = Reader(opened.mission, lang)
    days = _days(opened, reader)
    day = next((d for d in days if d.isoformat() == request.GET.get("day")), days[0] if days else None)
    can = request.seat.may(Capability.SCHEDULE) and request.seat.may(Capability.READ_AVOID)
    pair = _pair(opened, request.GET.get("pick", "")) if can else None
    grid = board.board(opened, reader, day, opened.places(pair, day) if pair else ()) if day else None
    context = {
        "page": "drafts",
        "draft": found,
        "days": days,
        "day": day,
        "board": grid,
        "free": grid.free if grid else 0,
        "tray": board.tray(opened, reader),
        "in_hand": _in_hand(opened, reader, pair) if pair else None,
        "violations": opened.violations,
        "meetings": len(opened.placed),
        "can": can,
        "can_release": request.seat.may(Capability.RELEASE),
    }
    return render(request, "drafts/draft.html", context | _progress(found) | _log(opened, reader, found))


def _log(opened: Opened, reader: Reader, found: Draft) -> dict[str, Any]:
    """Give the last moves in words, and which of them is taken back or done again next."""
    moves = moves_of(found)
    pairs = pairs_moved(moves)
    known = {pk: pair for pk, pair in pairs.items() if pair <= opened.mission.company.keys()}
    rows = [(move, board.names_of(reader, known[move.pk]) if move.pk in known else "") for move in moves]
    return {
        "moves": rows,
        "undoable": next((row for row in rows if not row[0].is_undone), None),
        "redoable": next((row for row in reversed(rows) if row[0].is_undone), None),
    }


@needs(Capability.SCHEDULE)
def places(request: Request, lang: str, slug: str, number: int) -> HttpResponse:  # noqa: ARG001 - of every address
    """Where a meeting that was picked up fits: the cells of a day, or how many on each day."""
    found, opened = _opened(request, number)
    reader = Reader(opened.mission, lang)
    pair = _pair(opened, request.GET.get("pick", "")) if request.seat.may(Capability.READ_AVOID) else None
    if pair is None:
        return JsonResponse({"days": {}})
    day = next((d for d in _days(opened, reader) if d.isoformat() == request.GET.get("day")), None)
    if day is None:
        counts = Counter(p.meeting.start.date().isoformat() for p in opened.places(pair) if p.is_free and not p.is_now)
        return JsonResponse({"days": {d: strip_isolates(say(lang, "draft-day-free", n=n)) for d, n in counts.items()}})
    marks = board.marks(opened, reader, day, opened.places(pair, day))
    hand = {"draft": found, "day": day, "free": marks.free, "in_hand": _in_hand(opened, reader, pair)}
    return JsonResponse(
        {
            "rows": marks.rows,
            "why": [strip_isolates(text) for text in marks.why],
            "hand": render_to_string("drafts/hand.html", hand, request),
            "says": strip_isolates(say(lang, "draft-lifted", names=board.names_of(reader, pair), n=marks.free)),
        }
    )


def _days(opened: Opened, reader: Reader) -> list[date]:
    """Give the days with slots for meetings."""
    blocks = {b.date for b in opened.mission.blocks if b.kind == "meetings"}
    return sorted(blocks | {reader.local(m.start).date() for m in opened.programme.meetings})


def _pair(opened: Opened, pick: str) -> Pair | None:
    """Give the pair that is picked up, if the mission knows both."""
    pair = frozenset(pick.replace(" ", "+").split("+"))
    return pair if len(pair) == 2 and pair <= opened.mission.company.keys() else None


def _in_hand(opened: Opened, reader: Reader, pair: Pair) -> dict[str, Any]:
    """Give what the page says of the meeting that is picked up."""
    placed = opened.of_pair.get(pair)
    told = None if placed else opened.why_not(pair)
    return {
        "pick": board.pick_of(pair),
        "names": [(code, reader.name(code)) for code in sorted(pair)],
        "placed": placed,
        "reasons": [reason_text(opened.mission, reader.lang, "reason", r) for r in told.reasons] if told else [],
        "relaxations": [reason_text(opened.mission, reader.lang, "relaxation", r) for r in told.relaxations]
        if told
        else [],
    }


def _progress(found: Draft) -> dict[str, Any]:
    job = latest_job(found.mission, DRAW_UP, str(found.number))
    return {"job": job, "curve": curve(job.progress) if job else None}


@needs(Capability.READ_DRAFT)
def progress(request: Request, lang: str, slug: str, number: int) -> HttpResponse:  # noqa: ARG001 - of every address
    """How far the scheduler is with a draft; once it is done, the page's own script fetches the draft anew."""
    found = draft_of(request.seat.mission, number)
    shown = _progress(found)
    context = {"draft": found, "can": request.seat.may(Capability.SCHEDULE)} | shown
    context["day_text"] = request.GET.get("day", "")[:10]
    response = render(request, "drafts/progress.html", context)
    if shown["job"] and not shown["job"].is_open:
        response.headers["HX-Trigger"] = "search-over"
    return response


def _asked(kind: type[Asked], request: Request) -> Asked:
    """Give a form that is filled in right; what our own pages send always is."""
    form = kind(request.POST, lang=request.lang)
    if not form.is_valid():
        raise NotFoundError
    return form


def _opened(request: Request, number: int) -> tuple[Draft, Opened]:
    found = draft_of(request.seat.mission, number)
    return found, bridge.open_draft(found)


def _back(request: Request, found: Draft, said: str, *, is_undoable: bool = True) -> HttpResponse:
    """Lead back to the grid of the day, saying what was done, with a way to take it back."""
    day, address = request.POST.get("day", "")[:10], (request.lang, found.mission.slug, found.number)
    back = {"revision": str(found.revision), "day": day}
    say_next(request, said, undo=Undo(reverse("draft-undo", args=address), back) if is_undoable else None)
    return redirect(f"{reverse('draft', args=address)}?{urlencode({'day': day})}")


@needs(Capability.SCHEDULE)
@require_POST
def place(request: Request, lang: str, slug: str, number: int) -> HttpResponse:  # noqa: ARG001 - of every address
    """Put a pair's meeting at a table in a slot; refused where a rule is in the way."""
    form = _asked(PlaceForm, request)
    found, opened = _opened(request, number)
    pair, cell = form.companies, form.cleaned_data["cell"]
    if not pair <= opened.mission.company.keys():
        raise NotFoundError
    wanted = [p for p in opened.places(pair) if _cell_of(p.meeting) == cell]
    if not wanted:
        raise NotFoundError
    if not wanted[0].is_free:
        raise BlockedError
    old = opened.of_pair.get(pair)
    change_draft(
        found,
        MoveKind.MOVED if old else MoveKind.PLACED,
        removed=[old] if old else [],
        added=[Placed(wanted[0].meeting, bool(old and old.is_locked))],
        **_by(request, opened, form),
    )
    return _back(request, found, "move-moved" if old else "move-placed")


def _cell_of(meeting: bridge.PureMeeting) -> str:
    return f"{meeting.venue}|{meeting.table}|{bridge.utc(meeting.start):%Y-%m-%dT%H:%M}"


def _by(request: Request, opened: Opened, form: Form) -> dict[str, Any]:
    """Give what every change to a draft needs to know."""
    revision = form.cleaned_data["revision"]
    return {"mission": opened.mission, "revision": revision, "by": request.user, "at": request.at}


@needs(Capability.SCHEDULE)
@require_POST
def take_out(request: Request, lang: str, slug: str, number: int) -> HttpResponse:  # noqa: ARG001 - of every address
    """Put a meeting back into the tray."""
    form = _asked(PairForm, request)
    found, opened = _opened(request, number)
    change_draft(found, MoveKind.TAKEN_OUT, removed=[_held(opened, form)], **_by(request, opened, form))
    return _back(request, found, "move-taken-out")


def _held(opened: Opened, form: PairForm) -> Placed:
    held = opened.of_pair.get(form.companies)
    if held is None:
        raise NotFoundError
    return held


@needs(Capability.SCHEDULE)
@require_POST
def lock(request: Request, lang: str, slug: str, number: int) -> HttpResponse:  # noqa: ARG001 - of every address
    """Lock a meeting, so that the scheduler leaves it where it is; or unlock it."""
    form = _asked(PairForm, request)
    found, opened = _opened(request, number)
    held = _held(opened, form)
    kind = MoveKind.UNLOCKED if held.is_locked else MoveKind.LOCKED
    changed = Placed(held.meeting, not held.is_locked)
    change_draft(found, kind, removed=[held], added=[changed], **_by(request, opened, form))
    return _back(request, found, f"move-{kind.value}")


@needs(Capability.SCHEDULE)
@require_POST
def undo(request: Request, lang: str, slug: str, number: int) -> HttpResponse:  # noqa: ARG001 - of every address
    """Take the last move back."""
    form = _asked(ChangeForm, request)
    found, opened = _opened(request, number)
    undo_move(found, **_by(request, opened, form))
    return _back(request, found, "draft-was-undone", is_undoable=False)


@needs(Capability.SCHEDULE)
@require_POST
def redo(request: Request, lang: str, slug: str, number: int) -> HttpResponse:  # noqa: ARG001 - of every address
    """Do again what was taken back last."""
    form = _asked(ChangeForm, request)
    found, opened = _opened(request, number)
    redo_move(found, **_by(request, opened, form))
    return _back(request, found, "draft-was-redone")


@needs(Capability.SCHEDULE)
@require_POST
def copy(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Copy a draft, to try something out."""
    form = _asked(NameForm, request)
    found, opened = _opened(request, number)
    name = form.cleaned_data["name"]
    made = copy_draft(found, mission=opened.mission, name=name, by=request.user, at=request.at)
    return redirect("draft", lang=lang, slug=slug, number=made.number)


@needs(Capability.SCHEDULE)
@require_POST
def solve(request: Request, lang: str, slug: str, number: int) -> HttpResponse:  # noqa: ARG001 - of every address
    """Have the scheduler fill a draft, or draw it up again around what is locked."""
    form = _asked(SolveForm, request)
    found = draft_of(request.seat.mission, number)
    queue_job(found.mission, DRAW_UP, subject=str(number), arguments=form.cleaned_data, by=request.user, at=request.at)
    return _back(request, found, "draft-was-queued", is_undoable=False)


@needs(Capability.SCHEDULE)
@require_POST
def stop(request: Request, lang: str, slug: str, number: int) -> HttpResponse:  # noqa: ARG001 - of every address
    """Have the scheduler end with the best it has."""
    found = draft_of(request.seat.mission, number)
    job = latest_job(found.mission, DRAW_UP, str(number))
    if job is not None:
        stop_job(job, at=request.at)
    return _back(request, found, "draft-was-stopped", is_undoable=False)
