"""A programme as JSON: what is written is as published, and is read back the same."""

import json
from datetime import datetime, timedelta, timezone

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from formats.factory import MISSION, PROGRAMME
from formats.schemas import problems
from karvan.formats.programme_json import read_programme, write_programme
from karvan.formats.published import EXPECTED, NAME_OF_KEYWORD, read_json, schema
from karvan.languages import LANGUAGES
from karvan.languages.bidi import END, FIRST_STRONG
from karvan.languages.messages import has_message
from karvan.mission.blocks import BlockKind
from karvan.mission.issues import InvalidMissionError, Issue
from karvan.mission.localised import LocalisedText
from karvan.mission.programme import Attendance, Figure, Goal, Meeting, PlacedLevel, Programme, Reason, Relief, Unplaced
from mission.missions import mission

CODES = st.sampled_from(list(MISSION.company))
WORDS = st.text(max_size=8)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(1, 1, 3), datetime(9999, 12, 28), timezones=ZONES)  # noqa: DTZ001 - Hypothesis
MOMENTS = MOMENTS.map(lambda moment: moment.replace(microsecond=0))
TEXTS = st.dictionaries(st.sampled_from(["en", "fa", "ru", "zh"]), WORDS).map(LocalisedText.from_mapping)
COUNTS = st.integers(0, 10**6)
TIMES = st.lists(st.sampled_from(["2025-12-04 11:30", "2025-12-04 14:05", "2025-12-05 09:00"])).map(tuple)
PLACED = st.builds(lambda n, total, times: (("n", n), ("total", total), ("times", times)), COUNTS, COUNTS, TIMES)
REASONS = st.one_of(
    st.just(Reason("avoid")),
    st.builds(lambda codes: Reason("within-block", (("companies", codes),)), st.lists(CODES).map(tuple)),
    st.builds(lambda values: Reason("table", values), PLACED),
    st.builds(lambda values, code: Reason("company-away", (*values, ("company", code))), PLACED, CODES),
)
RELAXATIONS = st.builds(lambda times: Reason("table", (("times", times),)), TIMES)
LEVELS = st.sampled_from(PlacedLevel)
MEETINGS = st.builds(
    Meeting,
    company=CODES,
    counterpart=CODES,
    start=MOMENTS,
    end=MOMENTS,
    venue=WORDS,
    table=WORDS,
    interpreter=WORDS,
    level=LEVELS,
    score=st.none() | st.floats(0, 1),
)


def attendances(kinds):
    return st.builds(
        Attendance,
        kind=kinds,
        title=TEXTS,
        start=MOMENTS,
        end=MOMENTS,
        venue=WORDS,
        companies=st.lists(CODES, max_size=3).map(tuple),
    )


def some(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


PROGRAMMES = st.builds(
    Programme,
    status=st.sampled_from(["optimal", "feasible", "infeasible", "unknown"]),
    meetings=some(MEETINGS),
    visits=some(attendances(st.just(BlockKind.VISIT))),
    blocks=some(attendances(st.sampled_from(BlockKind))),
    unplaced=some(
        st.builds(
            Unplaced,
            company=CODES,
            counterpart=CODES,
            level=LEVELS,
            reasons=some(REASONS),
            relaxations=some(RELAXATIONS),
        )
    ),
    goals=some(st.builds(Goal, WORDS, COUNTS, st.none() | COUNTS, st.booleans())),
    figures=st.dictionaries(WORDS, st.builds(Figure, COUNTS, st.none() | COUNTS), max_size=3),
    reliefs=some(
        st.builds(
            Relief,
            st.just(Reason("table", (("venue", "hall"),))),
            st.none() | st.tuples(COUNTS, COUNTS, COUNTS, COUNTS),
            COUNTS,
        )
    ),
)


@given(PROGRAMMES)
def test_a_programme_is_read_back_as_it_was_written(programme):
    text = write_programme(programme, MISSION)
    assert problems(json.loads(text), "programme") == []
    assert read_programme(text) == programme
    assert read_programme(text.encode()) == programme


def test_the_programme_of_the_sample_is_read_back():
    assert read_programme(write_programme(PROGRAMME, MISSION)) == PROGRAMME


def test_what_is_written():
    data = json.loads(write_programme(PROGRAMME, MISSION))
    assert data["meetings"][0] == {
        "company": "V01",
        "counterpart": "H01",
        "start": "2025-12-04T10:00:00+03:00",
        "end": "2025-12-04T10:25:00+03:00",
        "venue": "hall",
        "table": "T1",
        "interpreter": None,
        "level": "must",
        "score": 0.83,
    }
    assert (data["format"], data["version"], data["status"]) == ("karvan/programme", 1, "feasible")
    assert data["visits"][0]["title"] == "مرکز کوانتومی"
    assert [block["kind"] for block in data["blocks"]] == ["plenary", "break", "reception"]
    assert data["goals"] == [
        {"name": "must", "sense": "maximise", "value": 1, "bound": 1, "proved": True},
        {"name": "breaks", "sense": "minimise", "value": 3, "bound": None, "proved": False},
    ]
    tables = data["bottlenecks"]["loads"][0]
    assert {name: tables[name] for name in ("kind", "who", "used", "of")} == {
        "kind": "tables",
        "who": "hall",
        "used": 7,
        "of": 12,
    }
    assert tables["slots"][0] == {"start": "2025-12-04T10:00:00+03:00", "used": 2, "of": 2}
    assert data["figures"] == {"meetings": 7, "coverage": {"numerator": 6, "denominator": 7, "ratio": 6 / 7}}


def test_reasons_are_written_in_the_missions_languages_without_marks_of_direction():
    row = Unplaced(company="V01", counterpart="H01", level=PlacedLevel.MUST, reasons=(Reason("avoid"),))
    programme = Programme(status="feasible", meetings=(), unplaced=(row,))
    for languages, written in (
        (("fa", "ru", "en"), ["fa", "ru", "en"]),
        (("zh", "ru"), ["ru"]),
        (("zh",), ["en"]),  # none that Karvan speaks
    ):
        (reason,) = json.loads(write_programme(programme, mission(languages=languages)))["unplaced"][0]["reasons"]
        assert (reason["code"], reason["values"], list(reason["text"])) == ("avoid", {}, written)
        assert not any(mark in text for text in reason["text"].values() for mark in (END, FIRST_STRONG))


def test_a_programme_of_another_program_needs_only_the_essentials():
    text = """{"format": "karvan/programme", "version": 1, "status": "unknown", "figures": {}, "visits": [],
        "meetings": [{"company": "a", "counterpart": "b", "venue": null, "table": null,
                      "start": "2025-12-03T09:00:00Z", "end": "2025-12-03T09:30:00Z"}],
        "blocks": [{"kind": "break", "title": "Lunch", "companies": [],
                    "start": "2025-12-03T12:00+03:00", "end": "2025-12-03T13:00+03:00"}],
        "unplaced": [{"company": "a", "counterpart": "c", "reasons": [{"code": "avoid"}], "relaxations": []}]}"""
    read = read_programme(text)
    nine = datetime.fromisoformat("2025-12-03T09:00:00+00:00")
    noon = datetime.fromisoformat("2025-12-03T12:00:00+03:00")
    assert read == Programme(
        status="unknown",
        meetings=(Meeting(company="a", counterpart="b", start=nine, end=nine + timedelta(minutes=30)),),
        blocks=(
            Attendance(
                kind=BlockKind.BREAK,
                title=LocalisedText.of(en="Lunch"),
                start=noon,
                end=noon + timedelta(hours=1),
                venue="",
                companies=(),
            ),
        ),
        unplaced=(Unplaced(company="a", counterpart="c", level=PlacedLevel.WANT, reasons=(Reason("avoid"),)),),
    )


@pytest.mark.parametrize("text", ["", "{", b"\xff\xfe{", "[1,]"])
def test_what_is_no_json_is_refused(text):
    with pytest.raises(InvalidMissionError) as caught:
        read_programme(text, "p.json")
    (issue,) = caught.value.issues
    assert (issue.code, issue.record) == ("not-json", "p.json")


def changed(*path_and_value):
    """Return the sample's JSON with one place changed."""
    *path, last, value = path_and_value
    data = json.loads(write_programme(PROGRAMME, MISSION))
    place = data
    for step in path:
        place = place[step]
    place[last] = value
    return json.dumps(data)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("[]", ["type $"]),
        (changed("format", "karvan/changes"), ["const $.format"]),
        (changed("version", 2), ["const $.version"]),
        (changed("status", "fine"), ["enum $.status"]),
        (changed("meetings", 1, "company", 7), ["type $.meetings[1].company"]),
        (changed("meetings", 1, "start", "2025-12-04T10:00:00"), ["moment $.meetings[1].start"] * 2),  # without a zone
        (changed("meetings", 1, "start", "2025-13-04T10:00:00Z"), ["moment $.meetings[1].start"]),  # no such month
        (changed("meetings", 1, "score", 1.5), ["maximum $.meetings[1].score"]),
        (changed("meetings", 1, "score", -1), ["minimum $.meetings[1].score"]),
        (changed("blocks", 0, "kind", "party"), ["enum $.blocks[0].kind"]),
        (changed("goals", 0, {}), ["required $.goals[0]"] * 4),
        (changed("figures", "meetings", "7"), ["other $.figures.meetings"]),
    ],
)
def test_every_place_that_is_not_as_published_is_named(text, found):
    with pytest.raises(InvalidMissionError) as caught:
        read_programme(text)
    assert [(f"{i.code.removeprefix('json-')} {i.field}", i.record) for i in caught.value.issues] == [
        (each, "programme.json") for each in found
    ]
    assert all(isinstance(issue, Issue) and issue.value for issue in caught.value.issues)


def test_what_is_missing_and_what_would_be_right_is_told():
    with pytest.raises(InvalidMissionError) as caught:
        read_programme(changed("goals", 0, {}))
    assert [issue.value for issue in caught.value.issues] == ["name", "sense", "value", "bound"]
    with pytest.raises(InvalidMissionError) as caught:
        read_programme(changed("status", "x" * 100))
    (issue,) = caught.value.issues
    assert (len(issue.value), issue.expected) == (60, '"optimal", "feasible", "infeasible", "unknown"')


def test_every_refusal_of_a_published_schema_has_its_words():
    """Keywords that no schema uses need none; those that one uses have a code, and the code a message."""
    keywords = {"items", "properties", "prefixItems", "$ref", "allOf", "oneOf", "anyOf"}
    for code in {f"json-{NAME_OF_KEYWORD.get(word, word)}" for word in EXPECTED} | {"json-other"}:
        assert all(has_message(lang, code) for lang in LANGUAGES)
    assert keywords.isdisjoint(EXPECTED)


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("project", {"format": "karvan/project", "version": 1, "parts": [], "colour": 1}, "json-unknown-name colour"),
        ("project", {"format": "karvan/project", "version": 1, "parts": []}, "json-too-few []"),
    ],
)
def test_names_that_are_not_known_and_lists_that_are_too_short(name, data, code):
    with pytest.raises(InvalidMissionError) as caught:
        read_json(json.dumps(data), name, "file.json")
    assert code in {f"{issue.code} {issue.value}" for issue in caught.value.issues}


@pytest.mark.parametrize("name", ["programme", "suggestions", "schedule"])
def test_a_published_schema_is_one(name):
    jsonschema.Draft202012Validator.check_schema(schema(name))
    assert schema(name)["properties"]["format"] == {"const": f"karvan/{name}"}
