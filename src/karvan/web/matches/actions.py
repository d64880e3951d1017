"""Writes about suggestions and decisions."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F

from karvan.web.accounts.models import User
from karvan.web.audit.actions import record_event
from karvan.web.companies.models import Company
from karvan.web.matches import bridge
from karvan.web.matches.enums import Choice
from karvan.web.matches.errors import DecidedMeanwhileError
from karvan.web.matches.models import MatchDecision, Suggestion, SuggestionList
from karvan.web.missions.models import Mission


def refresh_suggestions(
    mission: Mission, *, by: User, at: datetime, tell: bridge.Tell = bridge.go_on
) -> SuggestionList:
    """Give the list of a mission's suggestions, made anew from what its companies offer and need today.

    Raises
    ------
    StoppedError
        If `tell` says that it is not to go on; then everything stays as it was.

    Notes
    -----
    Takes about a second for sixteen companies on each side, and longer for more: a job's work. Decisions stay. What
    changes meanwhile makes the list one of an earlier revision.
    """
    read = Mission.objects.get(pk=mission.pk)
    rows = list(bridge.suggested(read, tell))
    bridge.tell_or_stop(tell, "keeping", 0, 1)
    return _keep_suggestions(read, rows, by=by, at=at)


@transaction.atomic
def _keep_suggestions(
    read: Mission, rows: list[tuple[str, str, bridge.Columns]], *, by: User, at: datetime
) -> SuggestionList:
    current = Mission.objects.select_for_update().get(pk=read.pk)
    known = {row.code: row for row in current.companies.all()}
    Suggestion.objects.filter(company__mission=current).delete()
    Suggestion.objects.bulk_create(
        (
            Suggestion(company=known[visitor], counterpart=known[host], **columns)
            for visitor, host, columns in rows
            if {visitor, host} <= known.keys()
        ),
        batch_size=200,
    )
    made = {"mission_revision": read.revision, "made_at": at, "made_by": by}
    found, _ = SuggestionList.objects.update_or_create(mission=current, defaults=made)
    record_event("suggestions-refreshed", mission=current, by=by, at=at)
    return found


@transaction.atomic
def decide_match(
    visitor: Company, host: Company, *, choice: Choice, reason: str, revision: int, by: User, at: datetime
) -> MatchDecision:
    """Give the decision about a pair.

    Parameters
    ----------
    revision : int
        What the form was drawn from; 0 where nobody had decided yet.

    Raises
    ------
    DecidedMeanwhileError
        If somebody else has decided since.

    Notes
    -----
    It changes what programmes are made from, and no suggestion: those that were up to date stay so.
    """
    pair = {"company": visitor, "counterpart": host}
    columns = {"choice": choice.value, "reason": reason, "decided_at": at, "decided_by": by}
    if revision == 0:
        _, is_mine = MatchDecision.objects.get_or_create(**pair, defaults=columns)
    else:
        mine = MatchDecision.objects.filter(**pair, revision=revision)
        is_mine = mine.update(**columns, revision=revision + 1) == 1
    if not is_mine:
        raise DecidedMeanwhileError
    mission = visitor.mission
    _raise_revision(mission, by=by, at=at)
    codes = f"{visitor.code} {host.code}"
    record_event("match-decided", mission=mission, by=by, at=at, subject=codes, is_private=True, choice=choice.value)
    return MatchDecision.objects.get(**pair)


def _raise_revision(mission: Mission, *, by: User, at: datetime) -> None:
    current = Mission.objects.select_for_update().get(pk=mission.pk)
    SuggestionList.objects.filter(mission=current, mission_revision=current.revision).update(
        mission_revision=F("mission_revision") + 1
    )
    Mission.objects.filter(pk=current.pk).update(revision=current.revision + 1, changed_at=at, changed_by=by.name)
