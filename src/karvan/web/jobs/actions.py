"""Writes about jobs: queueing and stopping by people, taking and ending by workers.

Each change is a conditional update whose row count says whether it happened: two workers never have one job, and one
that has lost its job writes nothing more about it. That holds on SQLite and PostgreSQL alike.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F

from karvan.web.accounts.models import User
from karvan.web.errors import ExpectedError
from karvan.web.jobs.enums import Status
from karvan.web.jobs.models import Job
from karvan.web.missions.models import Mission

LOST_AFTER = timedelta(seconds=20)
"""A running job whose worker has said nothing for so long has lost it."""

MOST_ATTEMPTS = 2
"""So often a job is taken up; a job that has lost its workers so often is reported as failed."""


class JobOpenError(ExpectedError):
    """The same work is queued or under way already."""

    code = "job-open"
    status = 409


def queue_job(
    mission: Mission, kind: str, *, by: User, at: datetime, subject: str = "", arguments: dict[str, Any] | None = None
) -> Job:
    """Give the new job, which the next free worker takes up.

    Raises
    ------
    JobOpenError
        If one of the kind about the same subject is not over.
    """
    try:
        with transaction.atomic():
            return Job.objects.create(
                mission=mission, kind=kind, subject=subject, arguments=arguments or {}, queued_at=at, queued_by=by
            )
    except IntegrityError as error:
        raise JobOpenError from error


def stop_job(job: Job, *, at: datetime) -> None:
    """Have a job end with what it has; one that nobody has taken up ends at once."""
    waiting = Job.objects.filter(pk=job.pk, status=Status.QUEUED)
    if not waiting.update(status=Status.STOPPED, ended_at=at, is_stop_wanted=True):
        Job.objects.filter(pk=job.pk, status=Status.RUNNING).update(is_stop_wanted=True)


def take_job(claim: str, *, at: datetime) -> Job | None:
    """Give the job that has waited longest, claimed; None where there is none."""
    for pk in list(Job.objects.filter(status=Status.QUEUED).order_by("queued_at", "pk").values_list("pk", flat=True)):
        taken = {"status": Status.RUNNING, "claim": claim, "started_at": at, "seen_at": at}
        if Job.objects.filter(pk=pk, status=Status.QUEUED).update(**taken, attempts=F("attempts") + 1):
            return Job.objects.get(pk=pk)
    return None


def recover_lost_jobs(*, at: datetime) -> int:
    """Put jobs whose worker has died back into the queue; give their number.

    One that has lost its worker too often has failed, and one that was to stop has stopped.
    """
    lost = Job.objects.filter(status=Status.RUNNING, seen_at__lt=at - LOST_AFTER)
    count = lost.filter(is_stop_wanted=True).update(status=Status.STOPPED, ended_at=at, claim="")
    failed = {"status": Status.FAILED, "problem": "worker-lost", "ended_at": at, "claim": ""}
    count += lost.filter(attempts__gte=MOST_ATTEMPTS).update(**failed)
    return count + lost.update(status=Status.QUEUED, claim="", progress={})


def keep_alive(job: Job, *, at: datetime) -> bool:
    """Say that a job's worker is alive; False: it has lost the job."""
    return bool(_own(job).update(seen_at=at))


def hand_back_job(job: Job) -> bool:
    """Put a job back into the queue because its worker ends; False: it has been lost, or ended in time."""
    waiting = {"status": Status.QUEUED, "claim": "", "progress": {}, "attempts": F("attempts") - 1}
    return bool(_own(job).update(**waiting))


def report_progress(job: Job, progress: dict[str, Any]) -> bool:
    """Write how far a job is; False: it has been lost."""
    return bool(_own(job).update(progress=progress))


def end_job(job: Job, *, at: datetime, result: dict[str, Any] | None = None, problem: str = "") -> bool:
    """Write what came of a job; False: it has been lost, and nothing was written."""
    status = Status.FAILED if problem else Status.STOPPED if is_stop_wanted(job) else Status.DONE
    return bool(_own(job).update(status=status, ended_at=at, result=result or {}, problem=problem, claim=""))


def is_stop_wanted(job: Job) -> bool:
    """Whether a job is to end with what it has: somebody wants it, or another worker has it now."""
    return not _own(job).filter(is_stop_wanted=False).exists()


def _own(job: Job) -> Any:
    """Give the job as long as it is its worker's."""
    return Job.objects.filter(pk=job.pk, status=Status.RUNNING, claim=job.claim)
