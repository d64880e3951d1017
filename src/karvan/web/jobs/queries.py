"""Reads of jobs."""

from __future__ import annotations

from karvan.web.errors import NotFoundError
from karvan.web.jobs.enums import OPEN
from karvan.web.jobs.models import Job
from karvan.web.missions.models import Mission


def job_of(mission: Mission, number: int) -> Job:
    """A job of a mission; one query.

    Raises
    ------
    NotFoundError
        If the mission has none of that number.
    """
    found = Job.objects.filter(mission=mission, pk=number).select_related("queued_by").first()
    if found is None:
        raise NotFoundError
    return found


def latest_job(mission: Mission, kind: str, subject: str) -> Job | None:
    """The latest job of a kind about a subject; one query."""
    jobs = Job.objects.filter(mission=mission, kind=kind, subject=subject).select_related("queued_by")
    return jobs.first()


def open_jobs(mission: Mission) -> list[Job]:
    """Jobs that are not over, latest first; one query."""
    return list(Job.objects.filter(mission=mission, status__in=OPEN).select_related("queued_by"))
