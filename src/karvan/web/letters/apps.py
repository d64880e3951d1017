"""The app of letters."""

from __future__ import annotations

from django.apps import AppConfig


class LettersConfig(AppConfig):
    """Texts of letters."""

    name = "karvan.web.letters"
