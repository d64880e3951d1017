"""The app of logistics."""

from __future__ import annotations

from django.apps import AppConfig


class LogisticsConfig(AppConfig):
    """Delegation logistics."""

    name = "karvan.web.logistics"
