"""The matcher's work on a mission."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from karvan.web.jobs.kinds import Running, does
from karvan.web.matches.actions import refresh_suggestions
from karvan.web.matches.bridge import StoppedError
from karvan.web.matches.models import Suggestion
from karvan.web.missions.models import Mission

SUGGEST = "suggest"
"""The kind of job that makes a mission's suggestions."""


@does(SUGGEST)
def make_suggestions(running: Running) -> dict[str, Any]:
    """Make the suggestions of a mission anew; stopped in time, it leaves them as they were."""
    job = running.job
    mission = Mission.objects.get(pk=job.mission_id)

    def tell(step: str, done: int, total: int) -> bool:
        running.tell({"step": step, "done": done, "total": total})
        return not running.is_over()

    try:
        refresh_suggestions(mission, by=job.queued_by, at=datetime.now(UTC), tell=tell)
    except StoppedError:
        return {}
    return {"suggestions": Suggestion.objects.filter(company__mission=mission).count()}
