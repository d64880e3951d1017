"""What can go wrong with memberships and invitations."""

from __future__ import annotations

from karvan.web.errors import ExpectedError


class InvitationGoneError(ExpectedError):
    """The link was used, withdrawn, or is too old."""

    code = "invitation-gone"
    status = 410


class LastOwnerError(ExpectedError):
    """A mission cannot be left without an owner."""

    code = "last-owner"
    status = 409


class NotOwnAccountError(ExpectedError):
    """The invitation is for another address than the one that is signed in."""

    code = "not-own-account"
    status = 409
