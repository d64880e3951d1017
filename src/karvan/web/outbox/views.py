"""The outbox: who is told what of a release, and what became of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from karvan.formats.readers import Reader
from karvan.languages import LANGUAGES
from karvan.web.access import Capability, needs
from karvan.web.errors import NotFoundError
from karvan.web.frame.said import Undo, say_next
from karvan.web.http import site_of
from karvan.web.jobs.actions import stop_job
from karvan.web.jobs.queries import latest_job
from karvan.web.outbox.actions import SEND, bring_back, hold_back, prepare_letters, queue_letters
from karvan.web.outbox.bridge import Press
from karvan.web.outbox.enums import State
from karvan.web.outbox.forms import ListForm, SendForm
from karvan.web.outbox.queries import letter_of, letters_of, tally_of, version_of
from karvan.web.programmes.bridge import read_release
from karvan.web.programmes.queries import versions_of

if TYPE_CHECKING:
    from karvan.web.http import Request
    from karvan.web.outbox.models import Letter
    from karvan.web.programmes.models import ProgrammeVersion

PER_PAGE = 100

MOST_VERSIONS = 8
"""So many releases the page leads to; earlier ones are reached by their address."""

CAN_BE_HELD = frozenset({State.WAITING, State.QUEUED})
CAN_COME_BACK = frozenset({State.HELD, State.FAILED})


@needs(Capability.RELEASE)
def latest(request: Request, lang: str, slug: str) -> HttpResponse:
    """Lead to the letters of the latest release; say so where there is none."""
    version = version_of(request.seat.mission)
    if version is None:
        return render(request, "outbox/outbox.html", {"page": "outbox", "version": None})
    return redirect("outbox-release", lang=lang, slug=slug, number=version.number)


def _version(request: Request, number: int) -> ProgrammeVersion:
    version = version_of(request.seat.mission, number)
    if version is None:
        raise NotFoundError
    return version


@needs(Capability.RELEASE)
def outbox(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """The letters of a release: to whom, why, and where each stands."""
    versions, form = versions_of(slug), ListForm(request.GET, lang=lang)
    version = next((each for each in versions if each.number == number), None)
    if version is None:
        raise NotFoundError
    letters = letters_of(version, **form.wanted)  # type: ignore[arg-type]
    page = Paginator(letters, PER_PAGE).get_page(form.cleaned_data.get("page") or 1)
    context = {
        "page": "outbox",
        "version": version,
        "versions": versions[:MOST_VERSIONS],
        "is_latest": version == versions[0],
        "letters": page,
        "rows": [_row(version, each, lang) for each in page],
        "tally": tally_of(version),
        "states": State.values,
        "wanted": request.GET.get("state", ""),
        "zone": request.seat.mission.time_zone,
    }
    return render(request, "outbox/outbox.html", context | _progress(version))


def _row(version: ProgrammeVersion, letter: Letter, lang: str) -> dict[str, Any]:
    return {
        "letter": letter,
        "whose": _whose(version, letter, lang),
        "written_in": LANGUAGES[letter.lang],
        "can_be_held": letter.state in CAN_BE_HELD,
        "can_come_back": letter.state in CAN_COME_BACK,
    }


def _whose(version: ProgrammeVersion, letter: Letter, lang: str) -> str:
    """Give the name of the company or interpreter whose programme it is; the code where the release has none."""
    mission = read_release(version).mission
    if letter.is_roster:
        return mission.interpreter[letter.code].name if letter.code in mission.interpreter else letter.code
    return Reader(mission, lang).name(letter.code) if letter.code in mission.company else letter.code


def _progress(version: ProgrammeVersion) -> dict[str, Any]:
    return {"job": latest_job(version.mission, SEND, str(version.number))}


@needs(Capability.RELEASE)
def progress(request: Request, lang: str, slug: str, number: int) -> HttpResponse:  # noqa: ARG001 - of every address
    """How far the sending is; once it is done, the page is loaded anew."""
    version = _version(request, number)
    shown = _progress(version)
    response = render(request, "outbox/progress.html", {"version": version} | shown)
    if shown["job"] and not shown["job"].is_open:
        response.headers["HX-Refresh"] = "true"
    return response


@needs(Capability.RELEASE)
@require_POST
def prepare(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Write to those who have come since the release."""
    latest_one = version_of(request.seat.mission)
    if latest_one is None or latest_one.number != number:
        raise NotFoundError
    count = prepare_letters(latest_one, by=request.user, at=request.at)
    say_next(request, "outbox-prepared", n=count)
    return redirect("outbox-release", lang=lang, slug=slug, number=number)


@needs(Capability.RELEASE)
@require_POST
def send(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Send all letters that wait, or try again all that failed."""
    form = SendForm(request.POST, lang=lang)
    are_failed = form.is_valid() and form.cleaned_data["failed"]
    site, version = site_of(request), _version(request, number)
    queue_letters(version, are_failed=are_failed, site=site, by=request.user, at=request.at)
    return redirect("outbox-release", lang=lang, slug=slug, number=number)


@needs(Capability.RELEASE)
@require_POST
def stop(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Stop sending; what has not gone out waits."""
    job = _progress(_version(request, number))["job"]
    if job is not None:
        stop_job(job, at=request.at)
    return redirect("outbox-release", lang=lang, slug=slug, number=number)


@needs(Capability.RELEASE)
def letter(request: Request, lang: str, slug: str, number: int, place: int) -> HttpResponse:  # noqa: ARG001
    """A letter as it will be read, or as it went out."""
    version = _version(request, number)
    found = letter_of(version, place)
    press = Press(version, site=site_of(request))
    context = {
        "page": "outbox",
        "version": version,
        "composed": press.compose(found),
        "zone": request.seat.mission.time_zone,
    }
    return render(request, "outbox/letter.html", context | _row(version, found, lang))


@needs(Capability.RELEASE)
def attached(request: Request, lang: str, slug: str, number: int, *, place: int, file: int) -> HttpResponse:  # noqa: ARG001
    """A calendar file of a letter, counted from 1."""
    version = _version(request, number)
    files = Press(version, site="").compose(letter_of(version, place)).attached
    if not 1 <= file <= len(files):
        raise NotFoundError
    found = files[file - 1]
    disposition = content_disposition_header(as_attachment=True, filename=found.name)
    return HttpResponse(
        found.content,
        content_type=f"text/calendar; charset=utf-8; method={found.method}",
        headers={"Content-Disposition": disposition or "attachment"},
    )


def _back(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Lead back to the list, to the part of it that was shown."""
    response = redirect("outbox-release", lang=lang, slug=slug, number=number)
    state = request.POST.get("state", "")
    response["Location"] += f"?state={state}" if state in {*State.values, "unseen"} else ""
    return response


@needs(Capability.RELEASE)
@require_POST
def hold(request: Request, lang: str, slug: str, number: int, place: int) -> HttpResponse:
    """Hold a letter back."""
    found = letter_of(_version(request, number), place)
    hold_back(found, by=request.user, at=request.at)
    undo = reverse("outbox-bring-back", args=[lang, slug, number, place])
    say_next(request, "outbox-held", name=found.to_name, undo=Undo(undo))
    return _back(request, lang, slug, number)


@needs(Capability.RELEASE)
@require_POST
def bring_back_letter(request: Request, lang: str, slug: str, number: int, place: int) -> HttpResponse:
    """Have a letter wait again."""
    found = letter_of(_version(request, number), place)
    bring_back(found, by=request.user, at=request.at)
    undo = reverse("outbox-hold", args=[lang, slug, number, place])
    say_next(request, "outbox-brought-back", name=found.to_name, undo=Undo(undo))
    return _back(request, lang, slug, number)
