"""What can go wrong with applications."""

from __future__ import annotations

from karvan.web.errors import ExpectedError


class CallClosedError(ExpectedError):
    """The call is not open now, or the deadline has passed."""

    code = "call-closed"
    status = 409


class LetterSentError(ExpectedError):
    """The letter of a decision goes out once."""

    code = "letter-sent"
    status = 409


class TooManyApplicationsError(ExpectedError):
    """One place has sent more applications than people do."""

    code = "too-many-applications"
    status = 429
