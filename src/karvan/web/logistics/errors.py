"""What can go wrong with logistics."""

from __future__ import annotations

from karvan.web.errors import ExpectedError


class ChangedMeanwhileError(ExpectedError):
    """Somebody else has changed the same row since the form was drawn."""

    code = "changed-meanwhile"
    status = 409
