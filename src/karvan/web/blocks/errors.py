"""What can go wrong with the plan of days."""

from __future__ import annotations

from karvan.web.errors import ExpectedError


class ChangedMeanwhileError(ExpectedError):
    """Somebody else has changed, meanwhile, what a form was drawn from."""

    code = "changed-meanwhile"
    status = 409
