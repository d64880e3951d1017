"""The app of companies."""

from __future__ import annotations

from django.apps import AppConfig


class CompaniesConfig(AppConfig):
    """Companies, people, opportunities."""

    name = "karvan.web.companies"
