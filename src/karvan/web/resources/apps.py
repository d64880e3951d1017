"""The app of resources."""

from __future__ import annotations

from django.apps import AppConfig


class ResourcesConfig(AppConfig):
    """Tables, interpreters, absences."""

    name = "karvan.web.resources"
