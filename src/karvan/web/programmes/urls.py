"""Addresses of the programmes' pages, after the language."""

from __future__ import annotations

from django.urls import path

from karvan.web.programmes import views

urlpatterns = [
    path("", views.start, name="start"),
    path("missions/<slug:slug>/", views.start, name="mission"),
    path("missions/<slug:slug>/days/", views.first_day, name="first-day"),
    path("missions/<slug:slug>/days/<date:day>/", views.day, name="day"),
    path("missions/<slug:slug>/tables/<date:day>/", views.tables, name="tables"),
    path("missions/<slug:slug>/companies/", views.companies, name="companies"),
    path("missions/<slug:slug>/companies/<path:code>/agenda.pdf", views.company_pdf, name="company-pdf"),
    path("missions/<slug:slug>/companies/<path:code>/agenda.ics", views.company_calendar, name="company-calendar"),
    path("missions/<slug:slug>/companies/<path:code>/", views.company, name="company"),
    path("missions/<slug:slug>/interpreters/", views.interpreters, name="interpreters"),
    path("missions/<slug:slug>/interpreters/<path:code>/", views.interpreter, name="interpreter"),
]
