"""200 conflicting writes at once to one draft, in a database of their own; prints what came of them as JSON.

Twenty pairs want each of ten tables at the same time. They pass the revision by: the database alone decides.
"""

from __future__ import annotations

import json
import sys
import threading
from collections import Counter
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from karvan.web import runtime
from web import factory

WRITERS, THREADS, TABLES = 200, 20, 10


def main():
    runtime.prepare()
    from karvan.web.drafts.actions import create_draft
    from karvan.web.drafts.models import Booking, Meeting

    mission = factory.make_mission(WRITERS)
    draft = create_draft(
        factory.store(mission), mission=mission, name="Race", by=factory.user(), at=factory.RELEASED_AT
    )
    outcomes = race(draft, mission)
    once = race_for_jobs(draft.mission)
    booked = Counter(Booking.objects.values_list("resource", "cell"))
    tables = [place for place in booked if place[0].startswith("table/")]
    found = {"meetings": Meeting.objects.count(), "cells": len(tables), "twice": sum(n > 1 for n in booked.values())}
    found["jobs"] = once
    found["letters"] = race_for_letters()
    found["places"] = race_for_places(draft.mission)
    found["solved"] = solve()
    sys.stdout.write(json.dumps(dict(Counter(map(str, outcomes))) | found))


def solve():
    """Let a worker and its process fill a draft of the small mission; return how the job ended."""
    from karvan.web.drafts.actions import create_draft
    from karvan.web.jobs.actions import queue_job
    from karvan.web.jobs.models import Job
    from karvan.web.jobs.worker import work

    mission = factory.make_mission()
    stored = factory.store(mission, slug="small")
    about = {"by": factory.user(), "at": factory.RELEASED_AT}
    create_draft(stored, mission=mission, name="Small", **about)
    Job.objects.all().delete()
    job = queue_job(stored, "draw-up", subject="1", arguments={"scope": "fill", "seconds": 5, "revision": 1}, **about)
    work(is_over=lambda: not Job.objects.get(pk=job.pk).is_open)
    return Job.objects.get(pk=job.pk).status


def race(draft, mission):
    """Let the threads write, the writers of a table spread over all of them."""
    outcomes, begin = [], threading.Barrier(THREADS)
    threads = [
        threading.Thread(target=write, args=(draft, mission, range(k, WRITERS, THREADS), outcomes, begin))
        for k in range(THREADS)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return outcomes


def race_for_jobs(mission):
    """Let six workers take twelve jobs; return how many were taken, each by one."""
    from django.db import connection

    from karvan.web.jobs.actions import queue_job, take_job

    jobs = [queue_job(mission, "race", subject=str(n), by=factory.user(), at=factory.RELEASED_AT) for n in range(12)]
    taken, begin = [], threading.Barrier(6)

    def take():
        begin.wait()
        while (job := take_job("x", at=factory.RELEASED_AT)) is not None:
            taken.append(job.pk)
        connection.close()

    threads = [threading.Thread(target=take) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(taken) if sorted(taken) == [job.pk for job in jobs] else sorted(taken)


def race_for_letters():
    """Let four workers claim thirty letters while somebody holds each back; return how many have one fate each."""
    from django.db import connection

    from karvan.web.outbox.actions import LetterGoneError, claim_letter, hold_back, prepare_letters
    from karvan.web.outbox.bridge import Composed
    from karvan.web.outbox.models import Letter

    at, fates, begin = factory.RELEASED_AT, [], threading.Barrier(5)
    version = factory.release(15, slug="letters")
    prepare_letters(version, by=factory.user(), at=at)
    Letter.objects.update(state="queued")
    letters = list(version.letters.all())

    def claim():
        begin.wait()
        composed = Composed("S", "T", (), "<x>")
        fates.extend(each.pk for each in letters if claim_letter(each, composed, at=at))
        connection.close()

    def hold():
        begin.wait()
        for each in reversed(letters):
            try:
                hold_back(each, by=factory.user(), at=at)
                fates.append(each.pk)
            except LetterGoneError:
                pass
        connection.close()

    threads = [*(threading.Thread(target=claim) for _ in range(4)), threading.Thread(target=hold)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return len(letters) if sorted(fates) == [each.pk for each in letters] else sorted(fates)


def race_for_places(mission):
    """Let forty companies take the seven places of a visit at once; return how many got one, and who was refused."""
    from django.db import connection

    from karvan.web.visits.actions import take_place
    from karvan.web.visits.errors import VisitFullError
    from karvan.web.visits.models import VisitPlace

    block = mission.blocks.get(venue="port")
    mission.blocks.filter(pk=block.pk).update(is_choice=True, capacity=7)
    companies = list(mission.companies.filter(side="visitor").select_related("mission")[:40])
    outcomes, begin, account = [], threading.Barrier(len(companies)), factory.user()

    def take(company):
        begin.wait()
        try:
            take_place(company, block, by=account, at=factory.RELEASED_AT)
            outcomes.append("got")
        except VisitFullError:
            outcomes.append("full")
        connection.close()

    threads = [threading.Thread(target=take, args=(company,)) for company in companies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    numbers = sorted(VisitPlace.objects.filter(block=block).values_list("number", flat=True))
    return [outcomes.count("got"), outcomes.count("full"), numbers == list(range(1, 8))]


def write(draft, mission, numbers, outcomes, begin):
    from django.db import connection

    from karvan.web.drafts.actions import TakenError, book_meetings
    from karvan.web.drafts.bridge import Placed

    begin.wait()
    for place, n in enumerate(numbers):
        meeting = replace(
            factory.meeting(1),
            company=f"V{n + 1:02}",
            counterpart=f"H{n + 1:02}",
            table=f"T{place + 1}",
            interpreter="",
        )
        try:
            book_meetings(draft, [Placed(meeting)], mission=mission)
            outcomes.append("won")
        except TakenError as error:
            outcomes.append(error.status)
    connection.close()


if __name__ == "__main__":
    main()
