"""Pages of a released programme, for reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_POST

from karvan.formats.agendas import agenda_pdf
from karvan.formats.calendars import calendar_ics
from karvan.formats.readers import Reader
from karvan.formats.repair_text import summary
from karvan.mission.companies import Side
from karvan.web.access import Capability, Seat, needs
from karvan.web.errors import ForbiddenError, NotFoundError
from karvan.web.frame.said import say_next
from karvan.web.http import Request
from karvan.web.outbox.actions import acknowledge
from karvan.web.outbox.bridge import texts_of
from karvan.web.outbox.news import news_of, own_changes
from karvan.web.outbox.queries import version_of
from karvan.web.programmes.bridge import Release, difference_between, read_release
from karvan.web.programmes.forms import DirectoryForm, SeenForm, grid_form
from karvan.web.programmes.models import ProgrammeVersion
from karvan.web.programmes.queries import latest_version, versions_of
from karvan.web.programmes.screens import agenda, days, directory, glance, grid, overview


@dataclass(frozen=True, slots=True)
class Opened:
    """A release as a reader of one language opens it."""

    version: ProgrammeVersion
    release: Release
    reader: Reader

    def show(self, request: Request, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
        """Give a page with everything that the frame around it needs."""
        common = {
            "release": self.release,
            "mission": self.release.mission,
            "slug": self.release.slug,
            "first_date": self.release.mission.settings.start_date,
            "first_meeting_date": next(iter(self.meeting_dates), None),
            "reads_all": request.seat.may(Capability.READ_ALL_AGENDAS),
        }
        return render(request, f"programmes/{template}.html", common | context, status=status)

    @property
    def meeting_dates(self) -> tuple[date, ...]:
        """Days with meetings."""
        return days.meeting_dates(self.reader, self.release.programme)

    def require_company(self, code: str) -> None:
        """Refuse the code of no company."""
        if code not in self.release.mission.company:
            raise NotFoundError


def _open(lang: str, slug: str) -> Opened:
    version = latest_version(slug)
    release = read_release(version)
    return Opened(version, release, Reader(release.mission, lang))


@needs(Capability.READ_ALL_AGENDAS)
def start(request: Request, lang: str, slug: str) -> HttpResponse:
    """The released programme at a glance."""
    opened = _open(lang, slug)
    programme = opened.release.programme
    return opened.show(
        request,
        "start",
        page="programme",
        sides=glance.sides(opened.reader),
        figures=glance.key_figures(opened.reader, programme),
        goals=glance.goals(opened.reader, programme),
        days=days.day_summaries(opened.reader, programme),
    )


@needs(Capability.READ_PROGRAMME)
def releases(request: Request, lang: str, slug: str) -> HttpResponse:
    """All releases: which, when, by whom; and what each changed for its reader."""
    versions = versions_of(slug)
    own = own_changes(request.seat, versions, lang)
    context = {
        "page": "releases",
        "versions": [(version, own.get(version.number)) for version in versions],
        "is_own": bool(request.seat.company or request.seat.membership.interpreter),
        "reads_all": request.seat.may(Capability.READ_ALL_AGENDAS),
        "zone": request.seat.mission.time_zone,
    }
    return render(request, "programmes/releases.html", context)


@needs(Capability.READ_ALL_AGENDAS)
def changes(request: Request, lang: str, slug: str, number: int) -> HttpResponse:
    """What differs between a release and the one before it, company by company."""
    versions = {version.number: version for version in versions_of(slug)}
    if number not in versions:
        raise NotFoundError
    version, before = versions[number], versions.get(number - 1)
    made = difference_between(before, version) if before else None
    told = made.told if made else {}
    rows = [(code, texts_of(version, before, lang, code, is_roster=False)) for code in told] if before else []
    release = read_release(version)
    reader = Reader(release.mission, lang)
    context = {
        "page": "releases",
        "version": version,
        "rows": [(reader.name(code) if code in release.mission.company else code, texts) for code, texts in rows],
        "summary": summary(lang, made) if made else "",
    }
    return render(request, "programmes/changes.html", context)


@needs(Capability.READ_OWN_AGENDA, Capability.READ_OWN_ROSTER)
@require_POST
def seen(request: Request, lang: str, slug: str) -> HttpResponse:
    """Confirm that one has seen what a release changes."""
    membership, form = request.seat.membership, SeenForm(request.POST)
    if request.seat.acting_for is not None:
        raise ForbiddenError
    version = version_of(membership.mission, form.cleaned_data["number"]) if form.is_valid() else None
    if version is None:
        raise NotFoundError
    acknowledge(version, membership=membership, at=request.at)
    say_next(request, "news-seen")
    return redirect("roster" if membership.interpreter else "agenda", lang=lang, slug=slug)


@needs(Capability.READ_PROGRAMME)
def first_day(_request: Request, lang: str, slug: str) -> HttpResponse:
    """Lead to the first day."""
    opened = _open(lang, slug)
    return redirect("day", lang=lang, slug=slug, day=opened.release.mission.settings.start_date)


@needs(Capability.READ_PROGRAMME)
def day(request: Request, lang: str, slug: str, day: date) -> HttpResponse:
    """Everything that happens on a day."""
    opened = _open(lang, slug)
    programme = opened.release.programme
    if day not in days.mission_dates(opened.release.mission):
        raise NotFoundError
    return opened.show(
        request,
        "day",
        page="first-day",
        day=day,
        days=days.day_summaries(opened.reader, programme),
        timeline=overview.timeline(opened.reader, programme, day),
        has_meetings=day in opened.meeting_dates,
    )


@needs(Capability.READ_ALL_AGENDAS)
def first_tables(_request: Request, lang: str, slug: str) -> HttpResponse:
    """Lead to the first day with meetings."""
    opened = _open(lang, slug)
    if not opened.meeting_dates:
        return redirect("first-day", lang=lang, slug=slug)
    return redirect("tables", lang=lang, slug=slug, day=opened.meeting_dates[0])


@needs(Capability.READ_ALL_AGENDAS)
def tables(request: Request, lang: str, slug: str, day: date) -> HttpResponse:
    """Slots across, tables down."""
    opened = _open(lang, slug)
    if day not in opened.meeting_dates:
        raise NotFoundError
    form = grid_form(request.GET.dict(), opened.reader)
    return opened.show(
        request,
        "tables",
        page="first-tables",
        status=200 if form.is_valid() else 400,
        form=form,
        day=day,
        dates=opened.meeting_dates,
        is_filtered=bool(form.choice),
        grid=grid.grid(opened.reader, opened.release.programme, day, form.choice),
    )


@needs(Capability.READ_ALL_AGENDAS)
def companies(request: Request, lang: str, slug: str) -> HttpResponse:
    """All companies of both sides."""
    opened = _open(lang, slug)
    form = DirectoryForm(request.GET)
    found = directory.entries(
        opened.reader, opened.release.programme, words=form.words, side=form.side_wanted, order=form.order
    )
    return opened.show(
        request,
        "companies",
        page="agendas",
        status=200 if form.is_valid() else 400,
        form=form,
        companies=found,
        sides=list(Side),
        orders=list(directory.Order),
        order=form.order,
        is_filtered=bool(form.words or form.side_wanted),
    )


@needs(Capability.READ_OWN_AGENDA)
def own_agenda(request: Request, lang: str, slug: str) -> HttpResponse:
    """Lead a company's people to its agenda."""
    assert request.seat.company is not None
    return redirect("company-agenda", lang=lang, slug=slug, code=request.seat.company.code)


@needs(Capability.READ_OWN_ROSTER)
def own_roster(request: Request, lang: str, slug: str) -> HttpResponse:
    """Lead an interpreter to their roster."""
    interpreter = request.seat.membership.interpreter
    assert interpreter is not None
    return redirect("interpreter-roster", lang=lang, slug=slug, code=interpreter.code)


def _require_own(seat: Seat, code: str, own: str | None) -> None:
    """Refuse somebody else's agenda or roster to whoever may not read all."""
    if not seat.may(Capability.READ_ALL_AGENDAS) and code != own:
        raise ForbiddenError


def _company_code(seat: Seat) -> str | None:
    return seat.company.code if seat.company else None


def _interpreter_code(seat: Seat) -> str | None:
    interpreter = seat.membership.interpreter
    return interpreter.code if interpreter else None


def _is_mine(request: Request) -> bool:
    """Whether somebody reads in their own name what is theirs, and not on behalf of a company."""
    return request.seat.acting_for is None and not request.seat.may(Capability.READ_ALL_AGENDAS)


@needs(Capability.READ_ALL_AGENDAS, Capability.READ_OWN_AGENDA)
def company(request: Request, lang: str, slug: str, code: str) -> HttpResponse:
    """One company's agenda."""
    _require_own(request.seat, code, _company_code(request.seat))
    opened = _open(lang, slug)
    opened.require_company(code)
    shown = agenda.company_page(opened.reader, opened.release.programme, code)
    is_own = code == _company_code(request.seat)
    news = news_of(request.seat, opened.version, lang) if is_own else None
    return opened.show(
        request, "company", page="agenda" if is_own else "agendas", company=shown, news=news, is_mine=_is_mine(request)
    )


@needs(Capability.READ_ALL_AGENDAS, Capability.READ_OWN_AGENDA)
def company_pdf(request: Request, lang: str, slug: str, code: str) -> HttpResponse:
    """One company's agenda, to print."""
    _require_own(request.seat, code, _company_code(request.seat))
    opened = _open(lang, slug)
    opened.require_company(code)
    pdf = agenda_pdf(opened.release.mission, opened.release.programme, code, lang)
    return _download(pdf, "application/pdf", f"{code}.{lang}.pdf")


@needs(Capability.READ_ALL_AGENDAS, Capability.READ_OWN_AGENDA)
def company_calendar(request: Request, lang: str, slug: str, code: str) -> HttpResponse:
    """One company's agenda, for a calendar program."""
    _require_own(request.seat, code, _company_code(request.seat))
    opened = _open(lang, slug)
    opened.require_company(code)
    release = opened.release
    calendar = calendar_ics(
        release.mission, release.programme, code, lang=lang, stamp=release.released_at, sequence=release.number
    )
    return _download(calendar, "text/calendar; charset=utf-8", f"{code}.ics")


def _download(content: bytes, content_type: str, name: str) -> HttpResponse:
    disposition = content_disposition_header(as_attachment=True, filename=name)
    return HttpResponse(
        content, content_type=content_type, headers={"Content-Disposition": disposition or "attachment"}
    )


@needs(Capability.READ_ALL_AGENDAS)
def interpreters(request: Request, lang: str, slug: str) -> HttpResponse:
    """All interpreters, and how busy they are."""
    opened = _open(lang, slug)
    found = agenda.rosters(opened.reader, opened.release.programme)
    return opened.show(request, "interpreters", page="interpreters", rosters=found, dates=opened.meeting_dates)


@needs(Capability.READ_ALL_AGENDAS, Capability.READ_OWN_ROSTER)
def interpreter(request: Request, lang: str, slug: str, code: str) -> HttpResponse:
    """One interpreter's roster."""
    _require_own(request.seat, code, _interpreter_code(request.seat))
    opened = _open(lang, slug)
    if code not in opened.release.mission.interpreter:
        raise NotFoundError
    shown = agenda.roster(opened.reader, opened.release.programme, code)
    is_own = code == _interpreter_code(request.seat)
    news = news_of(request.seat, opened.version, lang) if is_own else None
    return opened.show(
        request,
        "interpreter",
        page="roster" if is_own else "interpreters",
        roster=shown,
        news=news,
        is_mine=_is_mine(request),
    )
