"""Addresses of a released programme, after its mission."""

from __future__ import annotations

from django.urls import path

from karvan.web.programmes import views

urlpatterns = [
    path("", views.start, name="programme"),
    path("releases/", views.releases, name="releases"),
    path("releases/<int:number>/", views.changes, name="changes"),
    path("seen/", views.seen, name="programme-seen"),
    path("agenda/", views.own_agenda, name="agenda"),
    path("roster/", views.own_roster, name="roster"),
    path("days/", views.first_day, name="first-day"),
    path("days/<date:day>/", views.day, name="day"),
    path("tables/", views.first_tables, name="first-tables"),
    path("tables/<date:day>/", views.tables, name="tables"),
    path("companies/", views.companies, name="agendas"),
    path("companies/<path:code>/agenda.pdf", views.company_pdf, name="company-pdf"),
    path("companies/<path:code>/agenda.ics", views.company_calendar, name="company-calendar"),
    path("companies/<path:code>/", views.company, name="company-agenda"),
    path("interpreters/", views.interpreters, name="interpreters"),
    path("interpreters/<path:code>/", views.interpreter, name="interpreter-roster"),
]
