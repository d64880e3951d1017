"""A worker: takes jobs from the queue and has each done by a process of its own.

The process of a job may be busy, break or be killed; the worker goes on saying that the job is alive, and writes down
what became of it. Where the worker itself dies, its job's process ends too, and another worker takes the job up.
"""

from __future__ import annotations

import logging
import multiprocessing
import time
import uuid
from collections.abc import Callable
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from django.db import close_old_connections

from karvan.web.jobs.actions import end_job, hand_back_job, keep_alive, recover_lost_jobs, take_job
from karvan.web.jobs.kinds import Running, work_of
from karvan.web.jobs.models import Job
from karvan.web.jobs.process import do_job
from karvan.web.workbooks.actions import throw_away_old_uploads

if TYPE_CHECKING:
    from multiprocessing.context import SpawnProcess

POLL_S = 0.5
"""How often an idle worker looks for work, in seconds."""

RECOVER_EVERY_S = 5.0
"""How often it looks for jobs whose worker has died, in seconds."""

CLEAN_EVERY_S = 3600.0
"""How often it throws away workbooks that nobody decided about, in seconds."""

logger = logging.getLogger(__name__)


def work(*, is_over: Callable[[], bool], poll_s: float = POLL_S) -> None:
    """Take and do jobs until told to end; a job under way then goes back into the queue."""
    recovered_at = cleaned_at = float("-inf")
    while not is_over():
        close_old_connections()
        if time.monotonic() - recovered_at >= RECOVER_EVERY_S:
            recovered_at = time.monotonic()
            recover_lost_jobs(at=datetime.now(UTC))
        if time.monotonic() - cleaned_at >= CLEAN_EVERY_S:
            cleaned_at = time.monotonic()
            throw_away_old_uploads(at=datetime.now(UTC))
        job = take_job(uuid.uuid4().hex, at=datetime.now(UTC))
        if job is None:
            time.sleep(poll_s)
        else:
            _have_done(job, is_over, poll_s)


def _have_done(job: Job, is_over: Callable[[], bool], poll_s: float) -> None:
    """Start a job's process and wait for it; end it where the worker ends or has lost the job."""
    process = multiprocessing.get_context("spawn").Process(target=do_job, args=(job.pk, job.claim), daemon=True)
    process.start()
    while process.is_alive():
        process.join(poll_s)
        if is_over() or not keep_alive(job, at=datetime.now(UTC)):
            break
    _end(process)
    # A process that has written its result has ended the claim, and neither of these changes anything.
    if is_over():
        hand_back_job(job)
    else:
        end_job(job, at=datetime.now(UTC), problem="broken")


def _end(process: SpawnProcess) -> None:
    process.terminate()
    process.join(2.0)
    process.kill()
    process.join()


def run_job(running: Running) -> None:
    """Do a claimed job here and now, and write what came of it; an error of ours goes to the log."""
    job = running.job
    try:
        running.sync()
        result = work_of(job.kind)(running)
        running.sync()
    except Exception:
        logger.exception("job %s (%s) broke", job.pk, job.kind)
        end_job(job, at=datetime.now(UTC), problem="broken")
    else:
        end_job(job, at=datetime.now(UTC), result=result)
