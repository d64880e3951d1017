"""The app of duties."""

from __future__ import annotations

from django.apps import AppConfig


class DutiesConfig(AppConfig):
    """What is owed, and reminders of it."""

    name = "karvan.web.duties"
