"""Addresses of applications, after the language: first those for everybody, then those of the organiser's team."""

from __future__ import annotations

from django.urls import path

from karvan.web.applications import desk, editors, views

urlpatterns = [
    path("missions/<slug:called>/apply/", views.calls, name="apply"),
    path("missions/<slug:called>/apply/<str:side>/", views.apply_to, name="apply-to"),
    path("applications/<str:secret>/", views.own_application, name="own-application"),
    path("missions/<slug:slug>/applications/", desk.applications, name="applications"),
    path("missions/<slug:slug>/applications/<int:number>/", desk.application, name="application"),
    path("missions/<slug:slug>/applications/export.csv", desk.export, {"file": "csv"}, name="applications-csv"),
    path("missions/<slug:slug>/applications/export.xlsx", desk.export, {"file": "xlsx"}, name="applications-xlsx"),
    path("missions/<slug:slug>/applications/<int:number>/assess/", desk.assess, name="application-assess"),
    path("missions/<slug:slug>/applications/<int:number>/decide/", desk.decide, name="application-decide"),
    path("missions/<slug:slug>/applications/<int:number>/letter/", desk.letter, name="application-letter"),
    path("missions/<slug:slug>/call/<str:side>/", desk.call, name="call"),
    path("missions/<slug:slug>/call/<str:side>/questions/", editors.questions, name="call-questions"),
    path("missions/<slug:slug>/call/<str:side>/question/", editors.revise_question, name="call-question"),
    path("missions/<slug:slug>/call/<str:side>/readiness/", editors.readiness, name="application-readiness"),
]
