"""The app of the catalogue."""

from __future__ import annotations

from django.apps import AppConfig


class CatalogueConfig(AppConfig):
    """Companies, and the marketplace of offers and needs."""

    name = "karvan.web.catalogue"
