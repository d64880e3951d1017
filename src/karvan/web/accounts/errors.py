"""What can go wrong with accounts."""

from __future__ import annotations

from karvan.web.errors import ExpectedError


class PasswordLinkGoneError(ExpectedError):
    """The link for a new password was used or is too old."""

    code = "password-link-gone"
    status = 410
