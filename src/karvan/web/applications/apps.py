"""The app of applications."""

from __future__ import annotations

from django.apps import AppConfig


class ApplicationsConfig(AppConfig):
    """Calls, applications, assessments, decisions."""

    name = "karvan.web.applications"
