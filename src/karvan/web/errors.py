"""Errors that are expected: each has a stable code, which names its translated text."""

from __future__ import annotations

from typing import ClassVar


class ExpectedError(Exception):
    """Base of what a person can cause and should be told about.

    Attributes
    ----------
    code : str
        Names the texts ``web-error-CODE`` and ``web-error-CODE-text``.
    status : int
        The HTTP status that says the same to programs.
    """

    code: ClassVar[str] = "failed"
    status: ClassVar[int] = 400


class NotFoundError(ExpectedError):
    """What the address names does not exist, or not for this reader."""

    code = "not-found"
    status = 404


class ForbiddenError(ExpectedError):
    """A view that is not open to this reader."""

    code = "forbidden"
    status = 403


class StaleError(ExpectedError):
    """Somebody else has changed what this reader was about to change."""

    code = "stale"
    status = 409
