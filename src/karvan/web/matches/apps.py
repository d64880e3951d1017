"""The app of matches."""

from __future__ import annotations

from django.apps import AppConfig


class MatchesConfig(AppConfig):
    """The match board."""

    name = "karvan.web.matches"
