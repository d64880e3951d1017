"""The app of blocks."""

from __future__ import annotations

from django.apps import AppConfig


class BlocksConfig(AppConfig):
    """Programme blocks."""

    name = "karvan.web.blocks"
