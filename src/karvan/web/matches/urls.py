"""Addresses of matches, after the language."""

from __future__ import annotations

from django.urls import path

from karvan.web.matches import views

urlpatterns = [
    path("missions/<slug:slug>/matches/", views.board, name="matches"),
    path("missions/<slug:slug>/matches/refresh/", views.refresh, name="refresh-matches"),
    path("missions/<slug:slug>/matches/progress/", views.progress, name="match-progress"),
    path("missions/<slug:slug>/matches/stop/", views.stop, name="match-stop"),
    path("missions/<slug:slug>/matches/map/", views.heat_map, name="match-map"),
    path("missions/<slug:slug>/matches/fairness/", views.fairness, name="match-fairness"),
    path("missions/<slug:slug>/matches/<str:code>/<str:other>/", views.match, name="match"),
    path("missions/<slug:slug>/recommended/", views.recommended, name="recommended"),
]
