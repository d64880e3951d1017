"""The app of the pages' frame."""

from __future__ import annotations

from django.apps import AppConfig


class FrameConfig(AppConfig):
    """Layout, template tags, static files and error pages."""

    name = "karvan.web.frame"
