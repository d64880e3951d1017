"""The app of requests."""

from __future__ import annotations

from django.apps import AppConfig


class RequestsConfig(AppConfig):
    """Meeting requests."""

    name = "karvan.web.requests"
