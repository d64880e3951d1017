"""The app of visits."""

from __future__ import annotations

from django.apps import AppConfig


class VisitsConfig(AppConfig):
    """Places on visits."""

    name = "karvan.web.visits"
