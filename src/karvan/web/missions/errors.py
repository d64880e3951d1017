"""What can go wrong with the phases of a mission."""

from __future__ import annotations

from karvan.web.errors import ExpectedError


class NotOpenError(ExpectedError):
    """Companies can do this in another phase; the organiser can do it for them."""

    code = "not-open"
    status = 409
