"""Parts of addresses that are more than text."""

from __future__ import annotations

from datetime import date

from karvan.languages import LANGUAGES


class LanguageConverter:
    """A language that we speak."""

    regex = "|".join(LANGUAGES)

    def to_python(self, value: str) -> str:
        """Give it as it is."""
        return value

    def to_url(self, value: str) -> str:
        """Write it as it is."""
        return value


class IsoDateConverter:
    """A day as ``2025-12-03``."""

    regex = r"\d{4}-\d{2}-\d{2}"

    def to_python(self, value: str) -> date:
        """Read it; a day that does not exist raises ValueError, which Django takes as no match."""
        return date.fromisoformat(value)

    def to_url(self, value: date) -> str:
        """Write it."""
        return value.isoformat()
