"""Writes about reminders."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.companies.models import Company
from karvan.web.duties.models import Reminder
from karvan.web.duties.queries import counts_still, latest_reminders
from karvan.web.jobs.actions import queue_job
from karvan.web.missions.models import Mission

REMIND = "remind"
"""The kind of job that sends reminders."""


@transaction.atomic
def remind(
    mission: Mission, companies: Iterable[Company], *, is_again: bool = False, site: str, by: User, at: datetime
) -> list[Reminder]:
    """Give the new reminders of companies; a worker sends their letters.

    Parameters
    ----------
    is_again : bool
        Whether those too that were reminded within the last day.
    site : str
        Where the links of the letters lead: scheme and host, without a slash at the end.

    Notes
    -----
    Two people who remind at once send one letter: the mission is locked meanwhile.
    """
    Mission.objects.select_for_update().get(pk=mission.pk)
    latest = {} if is_again else latest_reminders(mission)
    due = [row for row in companies if row.pk not in latest or not counts_still(latest[row.pk], at)]
    rows = [Reminder.objects.create(company=company, reminded_at=at, reminded_by=by) for company in due]
    for company in due:
        record_event("company-reminded", mission=mission, by=by, at=at, subject=company.code, side=company.side)
    if rows:
        arguments = {"reminders": [row.pk for row in rows], "site": site}
        queue_job(mission, REMIND, subject=str(rows[0].pk), arguments=arguments, by=by, at=at)
    return rows
