"""The app of missions."""

from __future__ import annotations

from django.apps import AppConfig


class MissionsConfig(AppConfig):
    """Missions as organisers described them."""

    name = "karvan.web.missions"
