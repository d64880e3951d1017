"""Pages of a released programme, for reading."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header

from karvan.formats.agendas import agenda_pdf
from karvan.formats.calendars import calendar_ics
from karvan.formats.readers import Reader
from karvan.mission.companies import Side
from karvan.web.access import Audience, open_to
from karvan.web.errors import NotFoundError
from karvan.web.missions.enums import Phase
from karvan.web.programmes.bridge import Release, read_release
from karvan.web.programmes.forms import DirectoryForm, grid_form
from karvan.web.programmes.queries import latest_version
from karvan.web.programmes.screens import agenda, days, directory, glance, grid, overview

if TYPE_CHECKING:
    from django.http.request import HttpRequest


@dataclass(frozen=True, slots=True)
class Opened:
    """A release as a reader of one language opens it."""

    release: Release
    reader: Reader

    def show(self, request: HttpRequest, template: str, *, status: int = 200, **context: Any) -> HttpResponse:
        """Give a page with everything that the frame around it needs."""
        common = {
            "release": self.release,
            "mission": self.release.mission,
            "slug": self.release.slug,
            "first_date": self.release.mission.settings.start_date,
            "first_meeting_date": next(iter(self.meeting_dates), None),
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


def _open(lang: str, slug: str | None) -> Opened:
    release = read_release(latest_version(slug))
    return Opened(release, Reader(release.mission, lang))


@open_to(Audience.EVERYBODY)
def start(request: HttpRequest, lang: str, slug: str | None = None) -> HttpResponse:
    """The mission at a glance."""
    opened = _open(lang, slug)
    programme = opened.release.programme
    return opened.show(
        request,
        "start",
        page="start",
        sides=glance.sides(opened.reader),
        figures=glance.key_figures(opened.reader, programme),
        goals=glance.goals(opened.reader, programme),
        days=days.day_summaries(opened.reader, programme),
        phases=Phase.values,
        reached=Phase.values[: Phase.values.index(opened.release.phase)],
    )


@open_to(Audience.EVERYBODY)
def first_day(_request: HttpRequest, lang: str, slug: str) -> HttpResponse:
    """Lead to the first day."""
    opened = _open(lang, slug)
    return redirect("day", lang=lang, slug=slug, day=opened.release.mission.settings.start_date)


@open_to(Audience.EVERYBODY)
def day(request: HttpRequest, lang: str, slug: str, day: date) -> HttpResponse:
    """Everything that happens on a day."""
    opened = _open(lang, slug)
    programme = opened.release.programme
    if day not in days.mission_dates(opened.release.mission):
        raise NotFoundError
    return opened.show(
        request,
        "day",
        page="day",
        day=day,
        days=days.day_summaries(opened.reader, programme),
        timeline=overview.timeline(opened.reader, programme, day),
        has_meetings=day in opened.meeting_dates,
    )


@open_to(Audience.EVERYBODY)
def tables(request: HttpRequest, lang: str, slug: str, day: date) -> HttpResponse:
    """Slots across, tables down."""
    opened = _open(lang, slug)
    if day not in opened.meeting_dates:
        raise NotFoundError
    form = grid_form(request.GET.dict(), opened.reader)
    return opened.show(
        request,
        "tables",
        page="tables",
        status=200 if form.is_valid() else 400,
        form=form,
        day=day,
        dates=opened.meeting_dates,
        is_filtered=bool(form.choice),
        grid=grid.grid(opened.reader, opened.release.programme, day, form.choice),
    )


@open_to(Audience.EVERYBODY)
def companies(request: HttpRequest, lang: str, slug: str) -> HttpResponse:
    """All companies of both sides."""
    opened = _open(lang, slug)
    form = DirectoryForm(request.GET)
    found = directory.entries(
        opened.reader, opened.release.programme, words=form.words, side=form.side_wanted, order=form.order
    )
    return opened.show(
        request,
        "companies",
        page="companies",
        status=200 if form.is_valid() else 400,
        form=form,
        companies=found,
        sides=list(Side),
        orders=list(directory.Order),
        order=form.order,
        is_filtered=bool(form.words or form.side_wanted),
    )


@open_to(Audience.EVERYBODY)
def company(request: HttpRequest, lang: str, slug: str, code: str) -> HttpResponse:
    """One company's agenda."""
    opened = _open(lang, slug)
    opened.require_company(code)
    shown = agenda.company_page(opened.reader, opened.release.programme, code)
    return opened.show(request, "company", page="companies", company=shown)


@open_to(Audience.EVERYBODY)
def company_pdf(_request: HttpRequest, lang: str, slug: str, code: str) -> HttpResponse:
    """One company's agenda, to print."""
    opened = _open(lang, slug)
    opened.require_company(code)
    pdf = agenda_pdf(opened.release.mission, opened.release.programme, code, lang)
    return _download(pdf, "application/pdf", f"{code}.{lang}.pdf")


@open_to(Audience.EVERYBODY)
def company_calendar(_request: HttpRequest, lang: str, slug: str, code: str) -> HttpResponse:
    """One company's agenda, for a calendar program."""
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


@open_to(Audience.EVERYBODY)
def interpreters(request: HttpRequest, lang: str, slug: str) -> HttpResponse:
    """All interpreters, and how busy they are."""
    opened = _open(lang, slug)
    found = agenda.rosters(opened.reader, opened.release.programme)
    return opened.show(request, "interpreters", page="interpreters", rosters=found, dates=opened.meeting_dates)


@open_to(Audience.EVERYBODY)
def interpreter(request: HttpRequest, lang: str, slug: str, code: str) -> HttpResponse:
    """One interpreter's roster."""
    opened = _open(lang, slug)
    if code not in opened.release.mission.interpreter:
        raise NotFoundError
    shown = agenda.roster(opened.reader, opened.release.programme, code)
    return opened.show(request, "interpreter", page="interpreters", roster=shown)
