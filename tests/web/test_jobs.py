"""Jobs: one worker has each, progress and the wish to stop pass between processes, and no dead worker keeps one."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest

from karvan.web.jobs import kinds
from karvan.web.jobs.actions import (
    LOST_AFTER,
    JobOpenError,
    end_job,
    hand_back_job,
    keep_alive,
    queue_job,
    recover_lost_jobs,
    report_progress,
    stop_job,
    take_job,
)
from karvan.web.jobs.enums import Status
from karvan.web.jobs.models import Job
from karvan.web.jobs.queries import latest_job, open_jobs
from karvan.web.jobs.worker import run_job, work
from web import factory

pytestmark = pytest.mark.django_db

AT = factory.RELEASED_AT


@pytest.fixture
def mission(db):
    return factory.store(factory.make_mission())


@pytest.fixture
def job(mission):
    return queue_job(mission, "draw-up", subject="1", by=factory.user(), at=AT)


@pytest.fixture
def kind(monkeypatch):
    """Let a test say what the work of the kind `draw-up` is."""

    kinds.work_of("draw-up")  # every app has said what it offers

    def set_work(done):
        monkeypatch.setitem(kinds._KINDS, "draw-up", done)

    return set_work


def status(job):
    job.refresh_from_db()
    return job.status, job.problem


def test_the_job_that_has_waited_longest_is_taken_once(mission, job):
    later = queue_job(mission, "draw-up", subject="2", by=factory.user(), at=AT + timedelta(seconds=1))
    assert [take_job(claim, at=AT) for claim in "abc"] == [job, later, None]
    assert status(job) == ("running", "")


def test_about_one_thing_there_is_one_open_job(mission, job):
    with pytest.raises(JobOpenError):
        queue_job(mission, "draw-up", subject="1", by=factory.user(), at=AT)
    stop_job(job, at=AT)
    again = queue_job(mission, "draw-up", subject="1", by=factory.user(), at=AT)
    assert (latest_job(mission, "draw-up", "1"), open_jobs(mission)) == (again, [again])


def test_a_job_that_nobody_has_taken_stops_at_once_and_one_under_way_with_what_it_has(mission, job, kind):
    kind(lambda running: {"was_over": running.is_over()})
    taken = take_job("a", at=AT)
    stop_job(job, at=AT)
    assert status(job) == ("running", "")
    run_job(kinds.Running(taken))
    assert status(job) == ("stopped", "")
    assert job.result == {"was_over": True}


def test_progress_and_result_are_written(job, kind):
    def done(running):
        running.tell({"value": 3})
        assert not running.is_over()
        return {"n": 1}

    kind(done)
    run_job(kinds.Running(take_job("a", at=AT)))
    assert status(job) == ("done", "")
    assert (job.progress, job.result) == ({"value": 3}, {"n": 1})


def test_work_that_breaks_is_reported(job, kind, caplog):
    def done(running):
        raise ZeroDivisionError

    kind(done)
    run_job(kinds.Running(take_job("a", at=AT)))
    assert status(job) == ("failed", "broken")
    assert "broke" in caplog.text


def test_a_kind_that_nobody_offers_is_reported(mission, caplog):
    job = queue_job(mission, "unheard-of", by=factory.user(), at=AT)
    run_job(kinds.Running(take_job("a", at=AT)))
    assert status(job) == ("failed", "broken")


def test_a_worker_that_has_lost_its_job_writes_nothing(job):
    lost = take_job("a", at=AT)
    recover_lost_jobs(at=AT + LOST_AFTER + timedelta(seconds=1))
    taken = take_job("b", at=AT)
    assert [act(lost, {}) for act in (lambda j, _: keep_alive(j, at=AT), report_progress)] == [False, False]
    assert (hand_back_job(lost), end_job(lost, at=AT)) == (False, False)
    running = kinds.Running(lost)
    running.sync()
    assert running.is_over()
    assert (keep_alive(taken, at=AT), status(job)) == (True, ("running", ""))


def test_a_job_whose_worker_has_died_is_taken_up_once_more_and_then_reported(job):
    late = AT + LOST_AFTER + timedelta(seconds=1)
    take_job("a", at=AT)
    assert (recover_lost_jobs(at=AT + LOST_AFTER), recover_lost_jobs(at=late)) == (0, 1)
    assert status(job) == ("queued", "")
    take_job("b", at=AT)
    recover_lost_jobs(at=late)
    assert status(job) == ("failed", "worker-lost")


def test_a_job_that_was_to_stop_when_its_worker_died_has_stopped(job):
    take_job("a", at=AT)
    stop_job(job, at=AT)
    recover_lost_jobs(at=AT + LOST_AFTER + timedelta(seconds=1))
    assert status(job) == ("stopped", "")


def test_a_worker_that_ends_hands_its_job_back_without_counting_it(job):
    assert hand_back_job(take_job("a", at=AT))
    job.refresh_from_db()
    assert (job.status, job.attempts) == ("queued", 0)


@pytest.mark.django_db(transaction=True)
def test_a_worker_does_what_is_queued_and_ends_when_told(mission, job, monkeypatch):
    from karvan.web.jobs import worker

    class Process:
        """The process of a job, done in this one."""

        def __init__(self, target, args, daemon):
            self._args = args

        def start(self):
            job = Job.objects.get(pk=self._args[0])
            end_job(job, at=AT, result={"n": 2})

        def is_alive(self):
            return False

        terminate = kill = lambda self: None

        def join(self, timeout=None):
            pass

    monkeypatch.setattr(worker.multiprocessing, "get_context", lambda _: type("Context", (), {"Process": Process}))
    until = time.monotonic() + 0.2
    work(is_over=lambda: time.monotonic() > until, poll_s=0.01)
    assert status(job) == (Status.DONE, "")
    assert job.result == {"n": 2}
