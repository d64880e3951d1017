"""Who may see what: every view says it, and a view that says nothing answers nobody."""

from __future__ import annotations

import enum
from collections.abc import Callable
from typing import Any, TypeVar

View = TypeVar("View", bound=Callable[..., Any])


class Audience(enum.Enum):
    """Who may see a view. Accounts and roles come with the full application."""

    EVERYBODY = "everybody"


def open_to(audience: Audience) -> Callable[[View], View]:
    """Declare who may see a view; `AudienceMiddleware` refuses views without it."""

    def declare(view: View) -> View:
        view.audience = audience  # type: ignore[attr-defined]
        return view

    return declare


def audience_of(view: Callable[..., Any]) -> Audience | None:
    """Give the declared audience of a view, or None where there is no declaration."""
    found = getattr(view, "audience", None)
    return found if isinstance(found, Audience) else None
