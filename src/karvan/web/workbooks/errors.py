"""What can go wrong with workbooks."""

from __future__ import annotations

from karvan.web.errors import ExpectedError


class NothingSavedError(ExpectedError):
    """Something is wrong with a workbook, or would be with the mission: nothing was saved."""

    code = "nothing-saved"
    status = 409
