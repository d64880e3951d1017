"""Benchmark files: read with English and Catalan names, or refused with the place of every problem."""

from __future__ import annotations

import pytest

from karvan.formats.b2bsop import DznError, dzn_text, parse_b2bsop, read_b2bsop
from karvan.languages import LANGUAGES
from karvan.scheduling.problem import Meeting, Participant, Problem, Slot, Venue

TEXT = """% a comment; with a semicolon
nBusiness = 3;
nMeetings = 3;
nTables = 2;
nTotalSlots = 4;
nMorningSlots = 2;
requested = [|1, 2, 3
|1, 3, 1
|2, 3, 2|];
nMeetingsBusiness = [2, 2, 2];
forbidden = [{0}, {1, 4}, {}];
fixed = [0, 2, 0,];
precedences = [{}, {}, {1, 0}];
"""

CATALAN = (
    TEXT.replace("nBusiness", "nEmpreses")
    .replace("nMeetings ", "nReunions ")
    .replace("nTables", "nTaules")
    .replace("nTotalSlots", "nFrangesTotal")
    .replace("nMorningSlots", "nFrangesMati")
    .replace("requested", "demanades")
    .replace("forbidden", "prohibides")
    .replace("fixed", "fixat")
)

PROBLEM = Problem(
    slots=tuple(Slot(30 * n, 30 * n + 30) for n in range(4)),
    participants=(Participant("1"), Participant("2", frozenset((1, 2))), Participant("3")),
    meetings=(
        Meeting((0, 1)),
        Meeting((0, 2), slots=frozenset((1,))),
        Meeting((1, 2), slots=frozenset((2, 3))),
    ),
    venues=(Venue("", ("1", "2")),),
    precedences=((0, 2),),
    fairness=2,
)


@pytest.mark.parametrize("text", [TEXT, CATALAN])
def test_both_languages_mean_the_same(text: str) -> None:
    assert parse_b2bsop(text, fairness=2) == PROBLEM


def test_a_file_is_read(tmp_path) -> None:  # type: ignore[no-untyped-def]
    file = tmp_path / "a.dzn"
    file.write_text(TEXT, encoding="utf-8")
    assert read_b2bsop(file, fairness=2) == PROBLEM


def test_what_may_be_missing_is_as_usual() -> None:
    least = "nBusiness = 2; nMeetings = 1; nTables = 1; nTotalSlots = 2; requested = [|1, 2, 3|];"
    problem = parse_b2bsop(least)
    assert problem.meetings == (Meeting((0, 1)),)
    assert problem.participants == (Participant("1"), Participant("2"))
    assert problem.fairness is None


BAD = {
    "missing-field": ("nTables = 2;\n", "", "nTables"),
    "syntax": ("nTables = 2;", "nTables = 2; what is this\n", "file"),
    "unknown-field": ("nTables = 2;", "nTables = 2; nChairs = 3;", "file"),
    "field-twice": ("nTables = 2;", "nTables = 2; nTables = 3;", "nTables"),
    "no-number": ("nTables = 2;", "nTables = two;", "nTables"),
    "bad-row": ("|1, 3, 1", "|1, 3, 4", "requested"),
    "bad-pair": ("|1, 3, 1", "|1, 9, 1", "requested"),
    "out-of-range": ("{1, 4}", "{1, 5}", "forbidden"),
    "no-set": ("{1, 4}", "{1, 4} x", "forbidden"),
    "no-array": ("fixed = [0, 2, 0,];", "fixed = {0, 2, 0};", "fixed"),
    "wrong-length": ("fixed = [0, 2, 0,];", "fixed = [0, 2];", "fixed"),
}


@pytest.mark.parametrize("code", BAD)
def test_each_problem_is_named_with_its_field(code: str) -> None:
    right, wrong, field = BAD[code]
    with pytest.raises(DznError) as caught:
        parse_b2bsop(TEXT.replace(right, wrong), source="a.dzn")
    assert (code, field) in {(issue.code, issue.field) for issue in caught.value.issues}
    assert str(caught.value).startswith("a.dzn")
    said = {lang: [dzn_text(issue, "a.dzn", lang) for issue in caught.value.issues] for lang in LANGUAGES}
    assert len({texts[0] for texts in said.values()}) == len(LANGUAGES)
    assert "\n".join(said["en"]) == str(caught.value)


@pytest.mark.parametrize(
    ("right", "wrong", "code"),
    [
        ("|1, 3, 1", "|1, x, 1", "no-number"),
        ("{1, 4}", "{x}", "no-number"),
        ("fixed = [0, 2, 0,];", "fixed = [0, 9, 0];", "out-of-range"),
        ("nMorningSlots = 2", "nMorningSlots = 9", "out-of-range"),
        ("requested = [|1, 2, 3", "requested = [1, 2, 3", "no-array"),
    ],
)
def test_numbers_and_arrays_inside_are_checked(right: str, wrong: str, code: str) -> None:
    with pytest.raises(DznError) as caught:
        parse_b2bsop(TEXT.replace(right, wrong))
    assert code in {issue.code for issue in caught.value.issues}


def test_places_are_lines_and_all_come_at_once() -> None:
    text = TEXT.replace("nTables = 2", "nTables = two").replace("|1, 3, 1", "|1, 1, 1")
    with pytest.raises(DznError) as caught:
        parse_b2bsop(text)
    assert [(issue.line, issue.code) for issue in caught.value.issues] == [(4, "no-number"), (8, "bad-pair")]
    assert dzn_text(caught.value.issues[0], "a.dzn", "en") == (
        "a.dzn, line 4: nTables: two is no whole number from 0 on."
    )
