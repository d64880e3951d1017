"""The app of calendar feeds."""

from __future__ import annotations

from django.apps import AppConfig


class FeedsConfig(AppConfig):
    """Calendar feeds."""

    name = "karvan.web.feeds"
