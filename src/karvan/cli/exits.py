"""Exit codes that other programs rely on."""

from __future__ import annotations

import enum


class Exit(enum.IntEnum):
    """How a command ended."""

    DONE = 0
    BAD_INPUT = 2
    IMPOSSIBLE = 3
    NO_ANSWER = 4
    INTERRUPTED = 130
