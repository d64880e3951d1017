"""The app of drafts."""

from __future__ import annotations

from django.apps import AppConfig


class DraftsConfig(AppConfig):
    """Draft programmes and the scheduler's grid."""

    name = "karvan.web.drafts"
