"""The scheduler's work on drafts."""

from __future__ import annotations

import time
from datetime import UTC, datetime
from typing import Any

from karvan.scheduling.result import Progress
from karvan.scheduling.stop import Limits
from karvan.web.drafts import bridge
from karvan.web.drafts.actions import StaleDraftError, change_draft, create_draft
from karvan.web.drafts.enums import MoveKind, Scope
from karvan.web.drafts.models import Draft
from karvan.web.jobs.kinds import Running, does

DRAW_UP = "draw-up"
"""The kind of job that draws a draft up."""

MOST_STEPS = 200
"""So many points of the curve are kept; of more, every second one."""

KINDS = {Scope.FILL: MoveKind.FILLED, Scope.REGENERATE: MoveKind.REGENERATED}


class Curve:
    """How a search went, as the page of a draft draws it."""

    def __init__(self, running: Running) -> None:
        self._running, self._begun = running, time.monotonic()
        self._steps: list[list[Any]] = []

    def watch(self, step: Progress) -> None:
        """Write one step down."""
        seconds = round(time.monotonic() - self._begun, 1)
        self._steps.append([seconds, step.stage, step.value, step.bound])
        if len(self._steps) > MOST_STEPS:
            self._steps = self._steps[::2]
        told = {"stage": step.stage, "value": step.value, "bound": step.bound, "placed": step.placed}
        self._running.tell(told | {"total": step.total, "seconds": seconds, "steps": self._steps})


def _counts(removed: list[bridge.Placed], added: list[bridge.Placed]) -> dict[str, int]:
    """Count what a change places, moves and takes out."""
    before, after = {each.pair for each in removed}, {each.pair for each in added}
    return {"placed": len(after - before), "moved": len(after & before), "taken": len(before - after)}


@does(DRAW_UP)
def draw_up_draft(running: Running) -> dict[str, Any]:
    """Fill a draft, or draw it up again; where it was changed meanwhile, the answer becomes a draft of its own."""
    job, asked = running.job, running.job.arguments
    draft = Draft.objects.select_related("mission").get(mission=job.mission_id, number=int(job.subject))
    opened, curve = bridge.open_draft(draft), Curve(running)
    stop = Limits(time.monotonic, time.monotonic() + asked["seconds"], is_cancelled=running.is_over)
    drawn = bridge.draw_up_again(opened, asked["scope"], stop=stop, watch=curve.watch)
    programme = drawn.programme
    if not programme.meetings:
        return {"status": programme.status}
    result = {"status": programme.status, "meetings": len(programme.meetings), "draft": draft.number}
    removed, added = bridge.changes(opened, programme)
    result["changed"] = _counts(removed, added)
    options: dict[str, Any] = {"mission": opened.mission, "by": job.queued_by, "at": datetime.now(UTC)}
    try:
        change_draft(
            draft,
            KINDS[Scope(asked["scope"])],
            removed=removed,
            added=added,
            revision=asked["revision"],
            visits=bridge.programme_visits(opened.mission, programme),
            goals=bridge.goals_data(programme),
            **options,
        )
    except StaleDraftError:
        other = create_draft(draft.mission, name=f"{draft.name} +", programme=programme, **options)
        result |= {"draft": other.number}
    return result
