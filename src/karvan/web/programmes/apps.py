"""The app of programmes."""

from __future__ import annotations

from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    """Released programmes and their pages."""

    name = "karvan.web.programmes"
