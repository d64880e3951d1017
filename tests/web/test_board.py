"""The scheduler's grid: picking up, placing, locking, taking back, the scheduler's job, releasing."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from karvan.mission.requests import MeetingRequest, RequestLevel
from karvan.web.drafts import board, bridge
from karvan.web.drafts.curve import curve
from karvan.web.drafts.models import Draft
from karvan.web.jobs.actions import take_job
from karvan.web.jobs.kinds import Running
from karvan.web.jobs.models import Job
from karvan.web.jobs.worker import run_job
from karvan.web.programmes.models import ProgrammeVersion
from web import factory

pytestmark = pytest.mark.django_db

BASE = f"/en/missions/{factory.SLUG}/drafts"
DAY = factory.SECOND.isoformat()
FREE = "hall|T2|2026-10-06T06:30"


def sound_mission(companies=2):
    """Return a mission whose programme of one agreed meeting keeps all rules."""
    mission = factory.make_mission(companies)
    wish = MeetingRequest(company="V02", counterpart="H02", level=RequestLevel.WANT)
    people = tuple(replace(c, languages=("en",)) for c in mission.companies)
    return replace(mission, companies=people, requests=(wish,), absences=())


def sound_programme(mission):
    row = replace(factory.meeting(1), interpreter="")
    return replace(factory.make_programme(mission), meetings=(row,), unplaced=(), figures={}, goals=())


@pytest.fixture
def draft(client, db):
    mission = sound_mission()
    version = factory.release_of(mission, sound_programme(mission))
    client.force_login(factory.member(version.mission, "staff"))
    return factory.draft_of(version, sound_programme(mission), mission)


def post(client, draft, what, **data):
    draft.refresh_from_db()
    return client.post(f"{BASE}/1/{what}/", {"revision": draft.revision, "day": DAY} | data)


def held(draft):
    return sorted((m.company, m.counterpart, m.table, m.is_locked) for m in draft.meetings.all())


def free_cells(client, pick):
    page = client.get(f"{BASE}/1/?day={DAY}&pick={pick}").content.decode()
    return re.findall(r'name="cell" value="([^"]+)"', page), page


def test_a_meeting_in_hand_sees_free_cells_and_why_others_are_not(client, draft):
    cells, page = free_cells(client, "V02%2BH02")
    assert FREE in cells
    assert "hall|T1|2026-10-06T06:30" not in cells
    assert "table taken" in page
    assert "There is room" in page


def places(client, **query):
    answer = client.get(f"{BASE}/1/places/", query)
    assert answer.status_code == 200
    return answer.json()


def test_the_cells_of_a_meeting_in_hand_are_told_alone(client, draft):
    found = places(client, pick="V02+H02", day=DAY)
    cells, _ = free_cells(client, "V02%2BH02")
    assert sum(row.count(board.FREE) for row in found["rows"]) == len(cells)
    taken = found["rows"][0][0]
    assert found["why"][taken - 1] == "table taken"
    assert found["rows"][1][0] == board.FREE
    assert "V Company 2" in found["says"]
    assert "There is room" in found["hand"]
    held = places(client, pick="H01+V01", day=DAY)
    assert (held["rows"][0][0], "Lock" in held["hand"]) == (board.NOW, True)


def test_days_say_how_many_cells_are_free_but_the_one_that_it_has(client, draft):
    assert len(free_cells(client, "V01%2BH01")[0]) == 1
    assert places(client, pick="V01+H01") == {"days": {DAY: "one free"}}


def test_nothing_is_told_of_a_pair_that_is_none_nor_to_a_side(client, draft):
    assert places(client, pick="V02+H77", day=DAY) == {"days": {}}
    client.force_login(factory.member(draft.mission, "staff", desk="visitor"))
    assert client.get(f"{BASE}/1/places/", {"pick": "V02+H02", "day": DAY}).status_code == 403


def test_a_curve_holds_each_value_until_the_next_and_the_last_until_now():
    steps = [[0, "must", 2, 3], [2, "want", 4, None], [4, "want", 6, 8]]
    drawn = curve({"stage": "want", "steps": steps, "seconds": 10})
    assert drawn.value == "0.0,80.0 80.0,80.0 80.0,40.0 320.0,40.0"
    assert drawn.bound == "80.0,0.0 320.0,0.0"
    assert (drawn.now.value, drawn.now.bound, drawn.now.gap) == (6, 8, 0.25)
    assert [(reached.stage, reached.gap) for reached in drawn.before] == [("must", 1 / 3)]
    assert curve({"stage": "breaks", "steps": steps}) is None
    assert curve({"stage": "must", "steps": steps[:1], "seconds": 0}).value == "0.0,80.0 320.0,80.0"


def test_a_meeting_is_placed_moved_locked_taken_out_and_all_of_it_taken_back(client, draft):
    assert post(client, draft, "place", pair="V02+H02", cell=FREE).status_code == 302
    assert held(draft)[1] == ("V02", "H02", "T2", False)
    post(client, draft, "lock", pair="H02+V02")
    assert held(draft)[1] == ("V02", "H02", "T2", True)
    other = free_cells(client, "V02%2BH02")[0][-1]
    post(client, draft, "place", pair="V02+H02", cell=other)
    assert held(draft)[1] == ("V02", "H02", other.split("|")[1], True)
    post(client, draft, "take-out", pair="V02+H02")
    assert len(held(draft)) == 1
    for _ in range(4):
        assert post(client, draft, "undo").status_code == 302
    assert held(draft) == [("V01", "H01", "T1", False)]
    post(client, draft, "redo")
    assert held(draft)[1] == ("V02", "H02", "T2", False)


@pytest.mark.parametrize(
    ("what", "data", "status"),
    [
        ("place", {"pair": "V02+H02", "cell": "hall|T1|2026-10-06T06:30"}, 409),
        ("place", {"pair": "V02+H02", "cell": "hall|T9|2026-10-06T06:30"}, 404),
        ("place", {"pair": "V02+H77", "cell": "hall|T2|2026-10-06T06:30"}, 404),
        ("place", {"pair": "V02"}, 404),
        ("lock", {"pair": "V02+H02"}, 404),
        ("undo", {}, 404),
        ("release", {"name": "R", "reason": "Why", "revision": 9}, 409),
    ],
)
def test_what_cannot_be_is_refused(client, draft, what, data, status):
    assert post(client, draft, what, **data).status_code == status
    assert held(draft) == [("V01", "H01", "T1", False)]


def test_whoever_saw_an_older_revision_is_refused_with_an_explanation(client, draft):
    post(client, draft, "lock", pair="V01+H01")
    late = client.post(f"{BASE}/1/lock/", {"revision": 1, "pair": "V01+H01"})
    assert late.status_code == 409
    assert "Somebody else was faster" in late.content.decode()


def test_a_viewer_sees_the_draft_but_no_reasons_and_no_tools(client, draft):
    client.force_login(factory.member(draft.mission, "viewer"))
    page = client.get(f"{BASE}/1/?pick=V02%2BH02").content.decode()
    assert 'name="cell"' not in page
    assert "There is room" not in page
    assert "draft-undo" not in page
    assert "V Company 2" in page


def test_an_avoided_pair_is_blocked_everywhere_for_the_neutral_desk(client, draft):
    mission = sound_mission()
    wish = MeetingRequest(company="H02", counterpart="V02", level=RequestLevel.AVOID)
    factory.store(replace(mission, requests=(*mission.requests, wish)))
    bridge.forget()
    cells, page = free_cells(client, "V02%2BH02")
    assert cells == []
    assert "no wish to meet" in page


def test_the_scheduler_fills_and_keeps_what_is_locked(client, draft):
    post(client, draft, "lock", pair="V01+H01")
    assert post(client, draft, "solve", scope="regenerate", seconds=5).status_code == 302
    assert post(client, draft, "solve", scope="fill", seconds=5).status_code == 409
    run_job(Running(take_job("a", at=factory.RELEASED_AT)))
    job = Job.objects.get()
    assert (job.status, job.problem) == ("done", "")
    assert ("V01", "H01", "T1", True) in held(draft)
    assert ("V02", "H02") in {row[:2] for row in held(draft)}
    assert client.get(f"{BASE}/1/progress/").headers["HX-Trigger"] == "search-over"


def test_an_answer_to_a_draft_that_was_changed_meanwhile_becomes_a_draft_of_its_own(client, draft):
    post(client, draft, "solve", scope="fill", seconds=5)
    post(client, draft, "lock", pair="V01+H01")
    run_job(Running(take_job("a", at=factory.RELEASED_AT)))
    assert Job.objects.get().result["draft"] == 2
    assert held(draft) == [("V01", "H01", "T1", True)]
    assert Draft.objects.get(number=2).meetings.count() > 1


def test_a_search_that_waits_is_stopped(client, draft):
    post(client, draft, "solve", scope="fill", seconds=5)
    assert post(client, draft, "stop").status_code == 302
    assert Job.objects.get().status == "stopped"


def test_a_draft_is_released_and_what_changed_is_told(client, draft):
    post(client, draft, "place", pair="V02+H02", cell=FREE)
    assert post(client, draft, "release", name="Second", reason="Why").status_code == 302
    latest = ProgrammeVersion.objects.order_by("-number").first()
    assert (latest.number, latest.name, latest.is_checked) == (2, "Second", True)
    programme = f"/en/missions/{factory.SLUG}/programme/releases/"
    assert "Second" in client.get(programme).content.decode()
    changes = client.get(f"{programme}2/").content.decode()
    assert "V Company 2" in changes
    assert client.get(f"{programme}1/").status_code == 200


def test_a_draft_that_breaks_a_rule_is_not_released(client, draft):
    mission = sound_mission()
    factory.store(replace(mission, tables=mission.tables[1:]))
    bridge.forget()
    page = client.get(f"{BASE}/1/").content.decode()
    assert "violation" in page
    assert post(client, draft, "release", name="No", reason="Why").status_code == 409
    assert ProgrammeVersion.objects.count() == 1


def test_drafts_are_made_and_copied(client, draft):
    client.post(f"{BASE}/new/", {"name": "Empty"})
    client.post(f"{BASE}/1/copy/", {"name": "What if"})
    page = client.get(f"{BASE}/").content.decode()
    assert all(name in page for name in ("Empty", "What if", "copy of"))
    assert client.get(f"{BASE}/3/").status_code == 200
    assert client.get(f"{BASE}/9/").status_code == 404
