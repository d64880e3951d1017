"""The timetable engine: when every meeting must be held, with as few breaks as possible.

It serves problems in which nothing is left out and nobody is shared: one venue, one day, two
participants a meeting, no interpreters. `solve` is the way in; `refusal` says what other problems
ask for that this engine does not know.
"""

from __future__ import annotations

from karvan.scheduling.timetable.solve import solve
from karvan.scheduling.timetable.view import refusal

__all__ = ["refusal", "solve"]
