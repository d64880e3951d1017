"""What the next page says of what was just done, with a way to undo it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from karvan.languages import say
from karvan.web.http import Request

if TYPE_CHECKING:
    from django.http import HttpRequest

SAID = "said"
"""The session's word for it."""


@dataclass(frozen=True, slots=True)
class Undo:
    """The form that takes something back: its address, and what it sends."""

    address: str
    fields: dict[str, str] = field(default_factory=dict[str, str])


def say_next(request: Request, message: str, *, undo: Undo | None = None, **values: str | int) -> None:
    """Have the next page say a message in the reader's language, with a button that undoes what was done."""
    request.session[SAID] = {
        "text": say(request.lang, message, **values),
        "undo": {"address": undo.address, "fields": undo.fields} if undo else None,
    }


def take_said(request: HttpRequest) -> dict[str, Any] | None:
    """Give what is to be said, once; None where there is nothing."""
    session = getattr(request, "session", None)
    said: dict[str, Any] | None = None if session is None else session.pop(SAID, None)
    return said
