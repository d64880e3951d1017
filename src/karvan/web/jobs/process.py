"""The process of a job. It begins without Django: nothing here may import a table before that is set up."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from multiprocessing.process import BaseProcess


def do_job(pk: int, claim: str) -> None:
    """Do a job in this process, which ends when the one that started it does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    from karvan.web import runtime

    runtime.configure()
    from django.db import connections

    from karvan.web.jobs.kinds import Running
    from karvan.web.jobs.models import Job
    from karvan.web.jobs.worker import run_job

    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    job = Job.objects.get(pk=pk)
    job.claim = claim
    running = Running(job)
    with running.synced():
        run_job(running)
    connections.close_all()


def _end_with(parent: BaseProcess) -> None:
    """Wait for the process that started this one to end, and end at once."""
    parent.join()
    os._exit(1)
