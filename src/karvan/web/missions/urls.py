"""Addresses of missions, after the language."""

from __future__ import annotations

from django.urls import path

from karvan.web.missions import views

urlpatterns = [
    path("", views.home, name="home"),
    path("missions/<slug:slug>/", views.mission, name="mission"),
    path("missions/<slug:slug>/phase/", views.phase, name="phase"),
    path("missions/<slug:slug>/phases/", views.deadlines, name="phase-deadlines"),
]
