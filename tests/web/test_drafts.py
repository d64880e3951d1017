"""Drafts: every resource once, one change to one revision, and the way back."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from urllib.parse import urlsplit

import psycopg
import pytest

from karvan.mission.programme import Programme
from karvan.web.drafts import bridge
from karvan.web.drafts.actions import (
    StaleDraftError,
    TakenError,
    change_draft,
    copy_draft,
    create_draft,
    redo_move,
    undo_move,
)
from karvan.web.drafts.enums import MoveKind
from karvan.web.errors import NotFoundError
from web import factory

pytestmark = pytest.mark.django_db

AT = factory.RELEASED_AT
MISSION = factory.make_mission(12)
EMPTY = Programme(status="feasible", meetings=())


def make_draft(mission=MISSION, programme=None):
    bridge.forget()
    stored = factory.store(mission)
    return create_draft(stored, mission=mission, name="A", by=factory.user(), at=AT, programme=programme)


def placed(visitor, host, *, table="T1", hour=10, minute=0, interpreter=""):
    start = factory.at(factory.SECOND, hour, minute)
    row = factory.meeting(1)
    changed = {"company": f"V{visitor:02}", "counterpart": f"H{host:02}", "table": table, "interpreter": interpreter}
    return bridge.Placed(replace(row, **changed, start=start, end=start + timedelta(minutes=30)))


def change(draft, revision=None, **what):
    kind = what.pop("kind", MoveKind.PLACED)
    options = {"mission": MISSION, "by": factory.user(), "at": AT} | what
    return change_draft(draft, kind, revision=revision or draft.revision, **options)


def held(draft):
    return sorted((row.company, row.counterpart, row.table, row.is_locked) for row in draft.meetings.all())


def test_a_draft_holds_its_programme():
    programme = factory.make_programme(MISSION)
    draft = make_draft(programme=programme)
    opened = bridge.open_draft(draft)
    assert [m.pair for m in opened.programme.meetings] == [m.pair for m in sorted(programme.meetings, key=key)]
    assert opened.programme.visits == programme.visits
    assert draft.cell_minutes == 5


def key(meeting):
    return meeting.start, meeting.venue, meeting.table


@pytest.mark.parametrize(
    "second",
    [placed(1, 2, table="T2"), placed(2, 1, table="T2"), placed(2, 2), placed(1, 1, table="T2", hour=11),
     placed(2, 2, minute=25)],
    ids=["company", "counterpart", "table", "pair", "overlap"],
)  # fmt: skip
def test_nothing_is_booked_twice(second):
    draft = make_draft()
    change(draft, added=[placed(1, 1)])
    with pytest.raises(TakenError):
        change(draft, added=[second])
    draft.refresh_from_db()
    assert (held(draft), draft.revision) == ([("V01", "H01", "T1", False)], 2)


def test_an_interpreter_is_booked_once_and_is_free_when_the_meeting_ends():
    draft = make_draft()
    change(draft, added=[placed(1, 1, interpreter="I01"), placed(2, 2, table="T2", minute=30, interpreter="I01")])
    with pytest.raises(TakenError):
        change(draft, added=[placed(3, 3, table="T3", minute=35, interpreter="I01")])


def test_a_company_has_as_many_seats_as_representatives():
    companies = tuple(replace(c, representatives=2) if c.code == "V01" else c for c in MISSION.companies)
    mission = replace(MISSION, companies=companies)
    draft = make_draft(mission)
    change(draft, added=[placed(1, 1), placed(1, 2, table="T2")], mission=mission)
    with pytest.raises(TakenError):
        change(draft, added=[placed(1, 3, table="T3")], mission=mission)


def test_times_that_are_no_multiple_of_five_minutes_get_finer_cells():
    odd = replace(MISSION, settings=replace(MISSION.settings, slot_minutes=12, changeover_minutes=0))
    draft = make_draft(odd)
    first = placed(1, 1).meeting
    rows = [replace(first, end=first.start + timedelta(minutes=12))]
    rows.append(replace(rows[0], counterpart="H02", start=rows[0].end, end=rows[0].end + timedelta(minutes=12)))
    change(draft, added=[bridge.Placed(row) for row in rows], mission=odd)
    assert (draft.cell_minutes, draft.meetings.count()) == (1, 2)


def test_two_who_change_the_same_revision_do_not_overwrite_each_other():
    draft = make_draft()
    change(draft, revision=1, added=[placed(1, 1)])
    with pytest.raises(StaleDraftError):
        change(draft, revision=1, added=[placed(2, 2, table="T2")])
    assert held(draft) == [("V01", "H01", "T1", False)]


def test_moves_are_taken_back_and_done_again():
    draft = make_draft()
    old, new = placed(1, 1), placed(1, 1, table="T2", minute=35)
    change(draft, added=[old])
    change(draft, kind=MoveKind.MOVED, removed=[old], added=[new])
    states = [held(draft)]
    for step in (undo_move, undo_move, redo_move, redo_move):
        step(draft, mission=MISSION, revision=draft.revision, by=factory.user(), at=AT)
        states.append(held(draft))
    at_new, at_old = [("V01", "H01", "T2", False)], [("V01", "H01", "T1", False)]
    assert states == [at_new, at_old, [], at_old, at_new]
    assert draft.revision == 7
    with pytest.raises(NotFoundError):
        redo_move(draft, mission=MISSION, revision=draft.revision, by=factory.user(), at=AT)


def test_after_a_new_move_nothing_is_done_again():
    draft = make_draft()
    change(draft, added=[placed(1, 1)])
    undo_move(draft, mission=MISSION, revision=2, by=factory.user(), at=AT)
    change(draft, added=[placed(2, 2)])
    assert [move.is_undone for move in draft.moves.all()] == [False]


def test_a_copy_is_changed_alone():
    draft = make_draft(programme=factory.make_programme(MISSION))
    copied = copy_draft(draft, mission=MISSION, name="What if", by=factory.user(), at=AT)
    change(copied, removed=[bridge.from_row(copied.meetings.first())])
    assert (draft.meetings.count(), copied.meetings.count(), copied.source, copied.number) == (12, 11, draft, 2)


def raced(url, home):
    """Return what came of 200 writes at once in a database of their own: see race.py."""
    script = Path(__file__).with_name("race.py")
    environment = os.environ | {"DATABASE_URL": url, "KARVAN_HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, script], env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr[-3000:]
    return json.loads(done.stdout)


ONE_WINS_EACH = {
    "won": 10,
    "409": 190,
    "meetings": 10,
    "cells": 60,
    "twice": 0,
    "jobs": 12,
    "letters": 30,
    "places": [7, 33, True],
    "solved": "done",
}
"""Of twenty pairs that want a place, one gets it, for six cells of five minutes; twelve jobs are taken once each."""


@pytest.mark.slow
def test_of_200_writes_at_once_one_wins_each_place_on_sqlite(tmp_path):
    assert raced(f"sqlite:///{tmp_path / 'race.sqlite3'}", tmp_path) == ONE_WINS_EACH


@pytest.mark.slow
@pytest.mark.postgres
def test_of_200_writes_at_once_one_wins_each_place_on_postgresql(postgres_url, tmp_path):
    with psycopg.connect(postgres_url, autocommit=True) as server:
        server.execute("DROP DATABASE IF EXISTS test_race")
        server.execute("CREATE DATABASE test_race")
    try:
        assert raced(urlsplit(postgres_url)._replace(path="/test_race").geturl(), tmp_path) == ONE_WINS_EACH
    finally:
        with psycopg.connect(postgres_url, autocommit=True) as server:
            server.execute("DROP DATABASE test_race WITH (FORCE)")
