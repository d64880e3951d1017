"""Addresses of requests, after the mission."""

from __future__ import annotations

from django.urls import path

from karvan.web.requests import views

urlpatterns = [
    path("", views.overview, name="requests"),
    path("no-thanks/", views.no_thanks, name="no-thanks"),
    path("rules/", views.rules, name="request-rules"),
    path("rules/extend/", views.extend, name="request-extend"),
    path("<str:code>/ask/", views.ask, name="request-ask"),
    path("<str:code>/withdraw/", views.withdraw, name="request-withdraw"),
    path("<str:code>/avoid/", views.avoid, name="request-avoid"),
    path("<str:code>/answer/", views.answer, name="request-answer"),
]
