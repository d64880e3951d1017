"""What the organiser's team sees: applications of its side, calls, decisions and their letters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from karvan.languages import LANGUAGES, say
from karvan.web.access import Capability, needs
from karvan.web.applications import bridge
from karvan.web.applications.actions import set_call
from karvan.web.applications.assessing import SORTS, bands_in, counts_by_outcome, rows_for
from karvan.web.applications.assessing import assess as write_assessment
from karvan.web.applications.decisions import decide as write_decision
from karvan.web.applications.decisions import send_decision
from karvan.web.applications.enums import Outcome
from karvan.web.applications.exports import TYPES, as_csv, as_xlsx, exported
from karvan.web.applications.forms import (
    AssessForm,
    CallForm,
    DecideForm,
    LetterForm,
    ListForm,
    answer_in_words,
    best,
)
from karvan.web.applications.letters import LETTERS, letter_about
from karvan.web.applications.queries import application_for, call_of, calls_of, own_side
from karvan.web.audit.actions import record_event
from karvan.web.errors import StaleError
from karvan.web.frame.said import say_next
from karvan.web.http import Request, site_of
from karvan.web.letters.queries import Wording

if TYPE_CHECKING:
    from karvan.web.applications.models import Application

PER_PAGE = 50


@needs(Capability.ASSESS)
def applications(request: Request, lang: str, slug: str) -> HttpResponse:  # noqa: ARG001 - of every address
    """Show the calls and the applications of one's side."""
    seat, rows, form = request.seat, rows_for(request.seat), ListForm(request.GET, lang=lang)
    calls = calls_of(seat)
    number = form.cleaned_data["page"] if form.is_valid() else 1
    context = {
        "page": "applications",
        "calls": [(side, call, call.state(request.at).value if call else "") for side, call in calls.items()],
        "rows": Paginator(form.chosen(rows), PER_PAGE).get_page(number or 1),
        "counts": counts_by_outcome(rows),
        "bands": bands_in(rows).items(),
        "sorts": SORTS,
        "form": form,
        "total": len(rows),
        "query": request.GET.urlencode(),
        "can_decide": seat.may(Capability.DECIDE),
    }
    return render(request, "applications/applications.html", context)


@needs(Capability.ASSESS)
def export(request: Request, lang: str, slug: str, file: str) -> HttpResponse:
    """Give the list, as it is filtered, as a file for spreadsheets."""
    rows = ListForm(request.GET, lang=lang).chosen(rows_for(request.seat))
    headings, lines = exported(rows, lang)
    title = say(lang, "nav-applications")
    body = (
        as_xlsx(headings, lines, lang=lang, title=title, at=request.at) if file == "xlsx" else as_csv(headings, lines)
    )
    by, at, side = request.user, request.at, "" if request.seat.is_neutral else str(request.seat.desk)
    record_event("applications-exported", mission=request.seat.mission, by=by, at=at, side=side, subject=str(len(rows)))
    response = HttpResponse(body, content_type=TYPES[file])
    response.headers["Content-Disposition"] = f'attachment; filename="{slug}-applications.{file}"'
    return response


@needs(Capability.ASSESS)
def assess(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Give grades to an application."""
    found = application_for(request.seat, number)
    asked = bridge.questionnaire(bridge.readiness_of(found.call))
    mine = found.assessments.filter(assessor=request.user).first()
    form = AssessForm(request.POST or None, lang=lang, asked=asked, assessment=mine)
    if request.method == "POST" and form.is_valid():
        write_assessment(found, grades=form.grades, notes=form.notes, by=request.user, at=request.at)
        say_next(request, "applications-said-assessed")
        return redirect("application", lang=lang, slug=slug, number=number)
    context = {"page": "applications", "application": found, "form": form}
    return render(request, "applications/assess.html", context, status=400 if form.is_bound else 200)


@needs(Capability.DECIDE)
def call(request: Request, lang: str, slug: str, side: str) -> HttpResponse:
    """Open the call of a side, or change it."""
    seat, own = request.seat, own_side(request.seat, side)
    mission, found = seat.mission, call_of(seat, own)
    options = {"lang": lang, "call": found, "languages": mission.languages, "time_zone": mission.time_zone}
    form = CallForm(request.POST or None, **options)
    status, theirs = 400 if form.is_bound else 200, None
    if request.method == "POST" and form.is_valid():
        try:
            revision = form.cleaned_data["revision"]
            set_call(mission, side=own, columns=form.columns, revision=revision, by=request.user, at=request.at)
        except StaleError:
            status, theirs = StaleError.status, CallForm(**options)
        else:
            say_next(request, "applications-said-call-saved")
            return redirect("applications", lang=lang, slug=slug)
    context = {"page": "applications", "form": form, "side": own.value, "call": found, "theirs": theirs}
    return render(request, "applications/call.html", context, status=status)


@needs(Capability.ASSESS)
def application(request: Request, lang: str, slug: str, number: int) -> HttpResponse:  # noqa: ARG001 - likewise
    """Show one application with its assessments and its history."""
    return _page(request, application_for(request.seat, number))


def _page(request: Request, found: Application, form: DecideForm | None = None, status: int = 200) -> HttpResponse:
    """Give the page of an application, with a decision that did not go through where there is one."""
    lang = request.lang
    answers = [
        (best(question["labels"], lang), answer_in_words(question, found.answers[question["code"]], lang))
        for question in found.call.questions
        if question["code"] in found.answers
    ]
    asked = bridge.questionnaire(bridge.readiness_of(found.call))
    assessments = list(found.assessments.select_related("assessor"))
    context = {
        "page": "applications",
        "application": found,
        "answers": answers,
        "criteria": [
            (each, [(row.grades.get(each.code), row.notes.get(each.code, "")) for row in assessments])
            for each in asked.criteria
        ],
        "panel": bridge.panel_of(asked, assessments),
        "verdicts": [(each.assessor, bridge.verdict_of(asked, each)) for each in assessments],
        "decisions": list(found.decisions.select_related("decided_by")),
        "form": form or DecideForm(lang=lang, application=found),
        "is_conflict": status == StaleError.status,
        "can_decide": request.seat.may(Capability.DECIDE),
        "zone": found.mission.time_zone,
    }
    return render(request, "applications/application.html", context, status=status)


@needs(Capability.DECIDE)
@require_POST
def decide(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Decide about an application, and lead to the letter that tells of it."""
    found = application_for(request.seat, number)
    form = DecideForm(request.POST, lang=lang, application=found)
    if not form.is_valid():
        return _page(request, found, form, status=400)
    try:
        write_decision(
            found,
            outcome=form.decided,
            reason=form.cleaned_data["reason"],
            revision=form.cleaned_data["revision"],
            site=site_of(request),
            by=request.user,
            at=request.at,
        )
    except StaleError:
        return _page(request, application_for(request.seat, number), status=StaleError.status)
    say_next(request, "applications-said-decided")
    return redirect("application-letter", lang=lang, slug=slug, number=number)


@needs(Capability.WRITE_LETTERS)
def letter(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """Show the letter that tells of the latest decision, and send it."""
    found = application_for(request.seat, number)
    decision = found.decisions.select_related("application__mission", "application__call").first()
    if decision is None or decision.letter_sent_at is not None:
        return redirect("application", lang=lang, slug=slug, number=number)
    asked = request.GET.get("in", "")
    letter_lang = asked if asked in LANGUAGES else found.lang
    ready = letter_about(found, LETTERS[Outcome(decision.outcome)], lang=letter_lang)
    initial = {"subject": ready.subject, "text": ready.text}
    form = LetterForm(request.POST or None, lang=lang, initial=initial)
    if request.method == "POST" and form.is_valid():
        written = Wording(form.cleaned_data["subject"], form.cleaned_data["text"])
        send_decision(decision, letter=written, by=request.user, at=request.at)
        say_next(request, "applications-said-letter-sent")
        return redirect("application", lang=lang, slug=slug, number=number)
    context = {
        "page": "applications",
        "application": found,
        "decision": decision,
        "form": form,
        "letter_lang": letter_lang,
        "languages": LANGUAGES.values(),
    }
    return render(request, "applications/letter.html", context, status=400 if form.is_bound else 200)
