"""Addresses of letters' texts, after the language."""

from __future__ import annotations

from django.urls import path

from karvan.web.letters import views

urlpatterns = [
    path("missions/<slug:slug>/letters/", views.letter_texts, name="letter-texts"),
    path("missions/<slug:slug>/letters/<slug:letter>/<lang:written_in>/", views.letter_text, name="letter-text"),
    path(
        "missions/<slug:slug>/letters/<slug:letter>/<lang:written_in>/restore/",
        views.restore,
        name="letter-text-restore",
    ),
]
