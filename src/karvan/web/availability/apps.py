"""The app of availability."""

from __future__ import annotations

from django.apps import AppConfig


class AvailabilityConfig(AppConfig):
    """When companies' people cannot meet."""

    name = "karvan.web.availability"
