"""The app of the organiser's list of companies."""

from __future__ import annotations

from django.apps import AppConfig


class DelegationsConfig(AppConfig):
    """The delegations of both sides."""

    name = "karvan.web.delegations"
