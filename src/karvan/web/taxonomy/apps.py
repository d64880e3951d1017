"""The app of added concepts."""

from __future__ import annotations

from django.apps import AppConfig


class TaxonomyConfig(AppConfig):
    """Concepts that a mission adds."""

    name = "karvan.web.taxonomy"
