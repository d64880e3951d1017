"""The app of the outbox."""

from __future__ import annotations

from django.apps import AppConfig


class OutboxConfig(AppConfig):
    """Letters that tell of releases."""

    name = "karvan.web.outbox"
