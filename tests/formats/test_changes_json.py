"""CHANGES: what is understood, and what is told with its place."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from formats.schemas import problems
from karvan.formats.changes_json import FIELDS, read_changes
from karvan.languages import LANGUAGES, say
from karvan.mission.changes import BlockChange, ChangeKind, Changes, MeetingChange, PresenceChange
from karvan.mission.companies import TableRef
from karvan.mission.issues import InvalidMissionError
from karvan.mission.requests import RequestLevel, RequestStatus
from scheduling.missions import at, avoid, block, interpreter, meeting, mission, must, programme, tables, way

MISSION = mission(
    "V1",
    "V2",
    "H1",
    "H2",
    requests=(must("V1", "H1"), avoid("V2", "H1")),
    interpreters=(interpreter(),),
    tables=tables("hall/1", "hall/2", "salon/2"),
    blocks=(
        block("09:00-10:40"),
        block("09:00-10:40", venue="salon"),
        block("12:00-13:00", kind="break", title="Lunch"),
    ),
    travel=(way("hall", "salon", 5),),
)
RELEASED = programme(MISSION, meeting(MISSION, "V1-H1"))
LUNCH = {"start": "2025-12-03T12:00"}
HALL = {"start": "2025-12-03T09:00", "venue": "hall"}


def file(*rows, **more):
    return json.dumps({"format": "karvan/changes", "version": 1, "changes": rows} | more)


def read(*rows, **more):
    return read_changes(file(*rows, **more), MISSION, RELEASED)


def wrong(*rows, text=None, **more):
    with pytest.raises(InvalidMissionError) as caught:
        read_changes(file(*rows, **more) if text is None else text, MISSION, RELEASED)
    return [(issue.field, issue.code.removeprefix("changes-"), issue.expected) for issue in caught.value.issues]


def change(kind, **fields):
    return {"kind": kind, **fields}


GOOD = [
    (
        change("late", company="V1", until="2025-12-03T10:00"),
        PresenceChange(kind=ChangeKind.LATE, who="V1", start=at(MISSION, "00:00"), end=at(MISSION, "10:00")),
    ),
    (
        change("absent", company="V1", **{"from": "2025-12-03", "to": "2025-12-03"}),
        PresenceChange(kind=ChangeKind.ABSENT, who="V1", start=at(MISSION, "00:00"), end=at(MISSION, "00:00", 1)),
    ),
    (
        change("back", company="V1", **{"from": "2025-12-03T06:00:00+00:00"}),
        PresenceChange(kind=ChangeKind.BACK, who="V1", start=at(MISSION, "09:00"), end=at(MISSION, "00:00", 3)),
    ),
    (
        change("table_lost", table="1"),
        PresenceChange(
            kind=ChangeKind.TABLE_LOST, who="hall/1", start=at(MISSION, "00:00"), end=at(MISSION, "00:00", 3)
        ),
    ),
    (
        change("interpreter_lost", interpreter="I1", to="2025-12-03T12:00", reason="ill"),
        PresenceChange(
            kind=ChangeKind.INTERPRETER_LOST, who="I1", start=at(MISSION, "00:00"), end=at(MISSION, "12:00")
        ),
    ),
    (
        change("block_moved", block=LUNCH, start="2025-12-03T12:30"),
        BlockChange(kind=ChangeKind.BLOCK_MOVED, block=2, start=at(MISSION, "12:30"), end=at(MISSION, "13:30")),
    ),
    (
        change("block_moved", block={**LUNCH, "title": "Lunch", "kind": "break"}, venue="salon"),
        BlockChange(
            kind=ChangeKind.BLOCK_MOVED, block=2, start=at(MISSION, "12:00"), end=at(MISSION, "13:00"), venue="salon"
        ),
    ),
    (
        change("block_shortened", block=HALL, end="2025-12-03T10:00"),
        BlockChange(
            kind=ChangeKind.BLOCK_SHORTENED, block=0, start=at(MISSION, "09:00"), end=at(MISSION, "10:00"), venue="hall"
        ),
    ),
    (
        change("block_cancelled", block=LUNCH),
        BlockChange(kind=ChangeKind.BLOCK_CANCELLED, block=2, start=at(MISSION, "12:00"), end=at(MISSION, "13:00")),
    ),
    (
        change(
            "meeting_added", company="V2", counterpart="H2", level="want", table="hall/2", interpreter="I1",
            start="2025-12-03T09:00",
        ),
        MeetingChange(
            kind=ChangeKind.MEETING_ADDED, company="V2", counterpart="H2", level=RequestLevel.WANT,
            start=at(MISSION, "09:00"), table=TableRef("hall", "2"), interpreter="I1",
        ),
    ),
    (
        change("meeting_withdrawn", company="V1", counterpart="H1"),
        MeetingChange(kind=ChangeKind.MEETING_WITHDRAWN, company="V1", counterpart="H1"),
    ),
    (
        change("request_changed", company="V1", counterpart="H2", level="must", status="pending"),
        MeetingChange(
            kind=ChangeKind.REQUEST_CHANGED, company="V1", counterpart="H2", level=RequestLevel.MUST,
            status=RequestStatus.PENDING,
        ),
    ),
]  # fmt: skip


@pytest.mark.parametrize(("row", "expected"), GOOD, ids=lambda item: item["kind"] if isinstance(item, dict) else "")
def test_each_kind_of_change_is_understood_and_published(row, expected):
    assert read(row) == Changes(changes=(expected,))
    assert problems(json.loads(file(row)), "changes") == []


def test_now_is_local_to_the_mission_and_absences_begin_with_it():
    (found,) = read(change("absent", company="V1"), now="2025-12-03T09:10").changes
    assert found.start == at(MISSION, "09:10")


BAD = [
    (change("gone"), "kind", "unknown-kind", ", ".join(ChangeKind)),
    (change("late", company="V1"), "until", "missing", ""),
    (change("late", company="V1", until="2025-12-03T10:00", table="1"), "table", "unknown-field", None),
    (change("absent", company="V3"), "company", "unknown-company", None),
    (change("absent", company=3), "company", "not-text", ""),
    (change("absent", company="V1", to="noon"), "to", "not-a-moment", "2025-12-04T09:00"),
    (
        change("absent", company="V1", **{"from": "2025-12-03T10:00", "to": "2025-12-03T09:00"}),
        "to", "ends-before-start", "2025-12-03T10:00",
    ),
    (change("table_lost", table="9"), "table", "unknown-table", None),
    (change("table_lost", table="2"), "table", "ambiguous-table", "hall/2, salon/2"),
    (change("interpreter_lost", interpreter="I9"), "interpreter", "unknown-interpreter", "I1"),
    (change("block_moved", block=LUNCH), "start", "missing", ""),
    (change("block_shortened", block=LUNCH), "end", "missing", ""),
    (change("block_cancelled", block="Lunch"), "block", "not-an-object", ""),
    (change("block_cancelled", block={}), "block.start", "missing", ""),
    (change("block_cancelled", block={**LUNCH, "room": "1"}), "block.room", "unknown-field", None),
    (
        change("block_cancelled", block={"start": "2025-12-03T12:05"}), "block", "unknown-block",
        "2025-12-03T09:00 meetings hall; 2025-12-03T09:00 meetings salon; 2025-12-03T12:00 break Lunch",
    ),
    (
        change("block_cancelled", block={"start": "2025-12-03T09:00"}), "block", "ambiguous-block",
        "2025-12-03T09:00 meetings hall; 2025-12-03T09:00 meetings salon",
    ),
    (
        change("block_moved", block=LUNCH, start="2025-12-03T14:00", end="2025-12-03T13:00"),
        "end", "ends-before-start", "2025-12-03T14:00",
    ),
    (change("block_moved", block=LUNCH, start="2025-12-09T14:00"), "start", "not-on-a-day", "2025-12-03 – 2025-12-05"),
    (
        change("block_shortened", block=LUNCH, end="2025-12-03T14:00"), "", "not-shorter",
        "2025-12-03T12:00 – 2025-12-03T13:00",
    ),
    (change("meeting_added", company="V1", counterpart="V1"), "counterpart", "meets-itself", ""),
    (change("meeting_added", company="V1", counterpart="H1"), "", "already-there", ""),
    (change("meeting_added", company="V2", counterpart="H1"), "", "avoided", ""),
    (change("meeting_added", company="V2", counterpart="H2", level="avoid"), "level", "unknown-value", "must, want"),
    (change("meeting_added", company="V2", counterpart="H2", level="now"), "level", "unknown-value", None),
    (change("meeting_withdrawn", company="V2", counterpart="H2"), "", "no-such-meeting", ""),
    (change("request_changed", company="V2", counterpart="H2"), "level", "missing", ""),
]  # fmt: skip


@pytest.mark.parametrize(("row", "field", "code", "expected"), BAD)
def test_each_problem_has_its_place_and_says_what_would_be_right(row, field, code, expected):
    ((place, found, right),) = wrong(row)
    assert (place, found) == (f"changes[0].{field}".rstrip("."), code)
    assert expected in (None, right)


@pytest.mark.parametrize(
    ("row", "place", "code"),
    [
        (change("block_moved", block=HALL, start="2025-12-03T14:00"), "start", "has-begun"),
        (change("meeting_added", company="V2", counterpart="H2", start="2025-12-03T09:00"), "start", "has-begun"),
        (change("meeting_withdrawn", company="V1", counterpart="H1"), "", "meeting-begun"),
        (change("request_changed", company="V1", counterpart="H1", level="avoid"), "", "meeting-begun"),
    ],
)
def test_what_has_begun_is_refused(row, place, code):
    assert wrong(row, now="2025-12-03T09:10")[0][:2] == (f"changes[0].{place}".rstrip("."), code)


def test_a_change_is_refused_after_another_made_it_pointless():
    cancelled = change("block_cancelled", block=LUNCH)
    assert wrong(cancelled, cancelled) == [("changes[1].block", "block-gone", "")]
    twice = change("meeting_added", company="V2", counterpart="H2")
    assert wrong(twice, twice) == [("changes[1]", "already-there", "")]


def test_what_was_added_can_be_withdrawn():
    pair = {"company": "V2", "counterpart": "H2"}
    assert len(read(change("meeting_added", **pair), change("meeting_withdrawn", **pair)).changes) == 2


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{", [("1:2", "not-json")]),
        ("[" * 100_000, [("", "not-json")]),
        ("[]", [("$", "not-an-object")]),
        ("{}", [("format", "wrong-format"), ("changes", "not-a-list")]),
        (file(3), [("changes[0]", "not-an-object")]),
        (file(now="then"), [("now", "not-a-moment")]),
        (file(later=1), [("later", "unknown-field")]),
    ],
)
def test_what_is_no_file_of_changes_is_refused(text, found):
    assert [row[:2] for row in wrong(text=text)] == found


def test_all_problems_are_told_at_once():
    assert len(wrong(*(row for row, *_ in BAD))) == len(BAD)


@pytest.mark.parametrize("lang", list(LANGUAGES))
def test_every_problem_is_said_in_every_language(lang):
    codes = {code for _, _, code, _ in BAD} | {"has-begun", "meeting-begun", "block-gone", "not-a-list", "wrong-format"}
    assert all(say(lang, f"changes-{code}", value="x", expected="y") for code in codes)


def test_every_kind_has_its_fields():
    assert set(FIELDS) == set(ChangeKind)


def test_a_company_without_a_meeting_can_still_withdraw_a_request():
    nobody = replace(RELEASED, meetings=())
    row = change("meeting_withdrawn", company="V1", counterpart="H1")
    assert len(read_changes(file(row), MISSION, nobody).changes) == 1
