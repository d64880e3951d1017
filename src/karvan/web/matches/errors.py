"""What can go wrong with a decision about a pair."""

from __future__ import annotations

from karvan.web.errors import StaleError


class DecidedMeanwhileError(StaleError):
    """Somebody else has decided about the same pair since the form was drawn."""

    code = "decided-meanwhile"
