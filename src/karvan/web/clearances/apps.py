"""The app of clearances."""

from __future__ import annotations

from django.apps import AppConfig


class ClearancesConfig(AppConfig):
    """Compliance clearance."""

    name = "karvan.web.clearances"
