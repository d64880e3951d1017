"""What can stand in the way of a place on a visit."""

from __future__ import annotations

from karvan.web.errors import ExpectedError


class VisitFullError(ExpectedError):
    """Others were faster: every place is taken."""

    code = "visit-full"
    status = 409


class VisitClashError(ExpectedError):
    """The company is somewhere else at that time."""

    code = "visit-clash"
    status = 409
