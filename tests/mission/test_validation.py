from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.mission.blocks import BlockKind
from karvan.mission.companies import Person, TableRef
from karvan.mission.issues import InvalidMissionError, Issue, Severity
from karvan.mission.localised import NO_TEXT, LocalisedText
from karvan.mission.requests import RequestLevel
from karvan.mission.validation import MOST_CLASHES, MOST_NAMES, find_issues, require_valid
from mission.missions import (
    COMPANIES,
    DAY,
    NEXT,
    absence,
    block,
    clock,
    fixed,
    host,
    interpreter,
    mission,
    need,
    offer,
    request,
    tables,
    visitor,
    way,
)

LATER = date(2025, 12, 9)
SPAN = "2025-12-03 – 2025-12-04"
BREAK, PLENARY, VISIT = BlockKind.BREAK, BlockKind.PLENARY, BlockKind.VISIT


def error(*place: object) -> Issue:
    return Issue(*place)


def warning(code: str, record: str, index: int | None, field: str, value: str = "", expected: str = "") -> Issue:
    return Issue(code, record, index, field, value, expected, Severity.WARNING)


FULL = mission(
    block("09:00", "12:00", venue="hall", domains=("ai",)),
    block("12:00", "13:00", BREAK),
    block("14:00", "16:00", VISIT, venue="plant", capacity=2, companies=("visitor",)),
    block("14:00", "16:00", VISIT, venue="plant", capacity=1, is_choice=True),
    companies=(visitor("V01", home_table=TableRef("", "2")), *COMPANIES[1:]),
    opportunities=(offer("V01", domains=("ai",)), need("H01", domains=("ai",))),
    people=(Person(company="V01", name=NO_TEXT),),
    requests=(
        request("V01", "H01"),
        request("H01", "V01"),
        request("V02", "H02", RequestLevel.AVOID),
        request("V01", "V02", RequestLevel.MUST),
    ),
    tables=tables("hall/1", "hall/2", "salon/1"),
    travel=(way("hall", "plant", 30), way("plant", "hall", 40)),
    interpreters=(interpreter("I01"),),
    absences=(absence("V01", "11:30"), absence("I01", day=NEXT), absence("H02", "09:00", "10:00")),
    fixed=(
        fixed("V01", "H01", "09:35", table=TableRef("hall", "1"), interpreter="I01"),
        fixed("V02", "H01", "10:10", None),
        fixed("V01", "H02", day=None),
    ),
)


def test_a_valid_mission_has_no_issue():
    assert find_issues(FULL) == ()
    require_valid(FULL)


ISSUES = {
    "end before start": (
        mission(start_date=NEXT, end_date=DAY),
        [error("end-before-start", "settings", None, "end_date", "2025-12-03", "2025-12-04")],
    ),
    "code twice": (
        mission(companies=(*COMPANIES, host("V01"))),
        [error("duplicate-code", "companies", 4, "code", "V01")],
    ),
    "reserved code": (
        mission(companies=(*COMPANIES, host("Visitor"), host("*"))),
        [
            error("reserved-code", "companies", 4, "code", "Visitor"),
            error("reserved-code", "companies", 5, "code", "*"),
        ],
    ),
    "empty side": (mission(companies=COMPANIES[:2]), [warning("empty-side", "companies", None, "side", "host")]),
    "home table unknown": (
        mission(companies=(visitor("V01", home_table=TableRef("hall", "9")), *COMPANIES[1:]), tables=tables("hall/1")),
        [error("unknown-table", "companies", 0, "home_table", "hall/9")],
    ),
    "home table ambiguous": (
        mission(
            companies=(visitor("V01", home_table=TableRef("", "1")), *COMPANIES[1:]),
            tables=tables("hall/1", "salon/1"),
        ),
        [error("ambiguous-table", "companies", 0, "home_table", "1", "hall/1; salon/1")],
    ),
    "opportunity of nobody": (
        mission(opportunities=(offer("V01"), need("X9"))),
        [error("unknown-company", "opportunities", 1, "company", "X9")],
    ),
    "person of nobody": (
        mission(people=(Person(company="X9", name=NO_TEXT),)),
        [error("unknown-company", "people", 0, "company", "X9")],
    ),
    "request of and to nobody": (
        mission(requests=(request("X8", "X9"),)),
        [
            error("unknown-company", "requests", 0, "company", "X8"),
            error("unknown-company", "requests", 0, "counterpart", "X9"),
        ],
    ),
    "request to itself": (
        mission(requests=(request("V01", "V01"),)),
        [error("meets-itself", "requests", 0, "counterpart", "V01")],
    ),
    "avoid wins over a request": (
        mission(requests=(request("V01", "H01", RequestLevel.MUST), request("H01", "V01", RequestLevel.AVOID))),
        [warning("avoid-wins", "requests", 0, "level", "must")],
    ),
    "request twice": (
        mission(requests=(request("V01", "H01"), request("V01", "H01"))),
        [warning("duplicate-request", "requests", 1, "counterpart", "H01")],
    ),
    "block outside the mission": (
        mission(block("09:00", "12:00", date=LATER)),
        [error("outside-mission", "blocks", 0, "date", "2025-12-09", SPAN)],
    ),
    "block ends before its start": (
        mission(block("09:00", "09:00")),
        [error("ends-before-start", "blocks", 0, "end", "09:00", "09:00")],
    ),
    "block of nobody": (
        mission(block("09:00", "12:00", companies=("*", "host", "V01", "X9"))),
        [error("unknown-company", "blocks", 0, "companies", "X9")],
    ),
    "choice without visit": (
        mission(block("09:00", "12:00", BREAK, is_choice=True)),
        [warning("choice-without-visit", "blocks", 0, "choice", "yes")],
    ),
    "visit too small": (
        mission(block("09:00", "12:00", VISIT, capacity=2, companies=("visitor", "V01", "H01"))),
        [error("visit-too-small", "blocks", 0, "capacity", "2", "3")],
    ),
    "unused domain": (
        mission(block("09:00", "12:00", domains=("ai", "iot")), opportunities=(offer("V01", domains=("ai",)),)),
        [warning("unused-domain", "blocks", 0, "domains", "iot")],
    ),
    "venue without tables": (
        mission(block("09:00", "12:00", venue="plant"), tables=tables("hall/1", "salon/1")),
        [warning("venue-without-tables", "blocks", 0, "venue", "plant", "hall; salon")],
    ),
    "table twice": (
        mission(tables=tables("hall/1", "salon/1", "hall/1")),
        [error("duplicate-table", "tables", 2, "table", "hall/1")],
    ),
    "way from and to nowhere": (
        mission(tables=tables("hall/1"), travel=(way("hall", "plant", 5), way("port", "hall", 5))),
        [
            warning("unknown-venue", "travel", 0, "destination", "plant", "hall"),
            warning("unknown-venue", "travel", 1, "origin", "port", "hall"),
        ],
    ),
    "way twice": (
        mission(tables=tables("a/1", "b/1"), travel=(way("a", "b", 5), way("b", "a", 5), way("a", "b", 6))),
        [error("duplicate-travel", "travel", 2, "destination")],
    ),
    "interpreter twice": (
        mission(interpreters=(interpreter("I01"), interpreter("I01"))),
        [error("duplicate-code", "interpreters", 1, "code", "I01")],
    ),
    "interpreter called like a company": (
        mission(interpreters=(interpreter("V01"), interpreter("host"))),
        [
            error("duplicate-code", "interpreters", 0, "code", "V01"),
            error("duplicate-code", "interpreters", 1, "code", "host"),
        ],
    ),
    "interpreter of one language": (
        mission(interpreters=(interpreter("I01", ("fa", "fa")),)),
        [error("one-language", "interpreters", 0, "languages", "fa; fa")],
    ),
    "interpreter tired before the slot ends": (
        mission(interpreters=(interpreter("I01", max_minutes_without_pause=20),)),
        [warning("shorter-than-slot", "interpreters", 0, "max_minutes_without_pause", "20", "30")],
    ),
    "absence of nobody": (
        mission(absences=(absence("X9"),)),
        [error("unknown-company-or-interpreter", "absences", 0, "who", "X9")],
    ),
    "absence outside the mission": (
        mission(absences=(absence("V01", day=LATER),)),
        [warning("outside-mission", "absences", 0, "date", "2025-12-09", SPAN)],
    ),
    "absence ends before its start": (
        mission(absences=(absence("V01", "10:00", "09:00"),)),
        [error("ends-before-start", "absences", 0, "end", "09:00", "10:00")],
    ),
    "fixed meeting of nobody": (
        mission(fixed=(fixed("X8", "X9"),)),
        [
            error("unknown-company", "fixed", 0, "company", "X8"),
            error("unknown-company", "fixed", 0, "counterpart", "X9"),
        ],
    ),
    "fixed meeting with itself": (
        mission(fixed=(fixed("V01", "V01"),)),
        [error("meets-itself", "fixed", 0, "counterpart", "V01")],
    ),
    "avoid wins over a fixed meeting": (
        mission(fixed=(fixed("V01", "H01"),), requests=(request("H01", "V01", RequestLevel.AVOID),)),
        [warning("avoid-wins", "fixed", 0, "counterpart", "H01")],
    ),
    "fixed meeting with an unknown interpreter": (
        mission(fixed=(fixed("V01", "H01", interpreter="I09"),)),
        [error("unknown-interpreter", "fixed", 0, "interpreter", "I09")],
    ),
    "fixed meeting outside the mission": (
        mission(fixed=(fixed("V01", "H01", day=LATER),)),
        [error("outside-mission", "fixed", 0, "date", "2025-12-09", SPAN)],
    ),
    "fixed meeting at an unknown table": (
        mission(fixed=(fixed("V01", "H01", table=TableRef("", "9")),)),
        [error("unknown-table", "fixed", 0, "table", "9")],
    ),
    "fixed twice": (
        mission(fixed=(fixed("V01", "H01"), fixed("H01", "V01"))),
        [error("fixed-twice", "fixed", 1, "counterpart", "V01")],
    ),
    "language assumed": (
        mission(
            companies=(
                visitor("V01", languages=()),
                visitor("V02", languages=()),
                host("H01", languages=()),
                host("H02"),
            ),
            opportunities=(offer("V01", language="ru"), offer("V02"), offer("H01")),
            text_languages=("", "fa", ""),
        ),
        [warning("assumed-language", "companies", 2, "languages", "", "fa")],
    ),
    "block without a slot": (
        mission(block("09:00", "09:20"), block("09:00", "09:30")),
        [warning("no-slot", "blocks", 0, "end", "20", "30")],
    ),
    "no such slot": (
        mission(block("09:00", "10:05"), fixed=(fixed("V01", "H01", "09:10", None),)),
        [error("no-such-slot", "fixed", 0, "start", "09:10", "09:00; 09:35")],
    ),
    "off the grid": (
        mission(block("09:00", "10:05"), fixed=(fixed("V01", "H01", "09:10"), fixed("V02", "H01", "09:35"))),
        [warning("off-grid", "fixed", 0, "start", "09:10")],
    ),
    "bound twice": (
        mission(
            block("09:00", "10:00", PLENARY, title=LocalisedText.of(en="Opening"), companies=("visitor",)),
            block("09:30", "11:00", BREAK, companies=("V02", "host")),
            block("09:30", "11:00", BREAK, companies=("H02",)),
        ),
        [
            warning("bound-twice", "blocks", 1, "companies", "V02", "Opening"),
            warning("bound-twice", "blocks", 2, "companies", "H02", "09:30"),
        ],
    ),
    "too far apart": (
        mission(
            block("09:00", "10:00", PLENARY, venue="hall"),
            block("10:10", "11:00", VISIT, venue="plant", companies=("V01",)),
            travel=(way("hall", "plant", 20),),
        ),
        [warning("bound-twice", "blocks", 1, "companies", "V01", "09:00")],
    ),
}


@pytest.mark.parametrize("name", ISSUES)
def test_an_issue_is_found_alone_and_in_its_place(name):
    made, issues = ISSUES[name]
    assert find_issues(made) == tuple(issues)


@pytest.mark.parametrize("name", ISSUES)
def test_errors_are_refused_with_all_issues_and_warnings_are_not(name):
    made, issues = ISSUES[name]
    if all(issue.severity is Severity.WARNING for issue in issues):
        require_valid(made)
    else:
        with pytest.raises(InvalidMissionError) as caught:
            require_valid(made)
        assert caught.value.issues == tuple(issues)


def test_an_error_names_every_place():
    text = str(InvalidMissionError((Issue("a", "rows", 1, "code"), Issue("b", "sheet"))))
    assert text == "rows[1].code: a; sheet[None].: b"


def test_what_needs_the_calendar_is_not_checked_while_references_are_wrong():
    short = block("09:00", "09:20")
    wrong = (offer("X9"),)
    assert find_issues(mission(short, opportunities=wrong)) == (
        error("unknown-company", "opportunities", 0, "company", "X9"),
    )
    assert find_issues(mission(short), is_partial=True) == ()


def test_codes_of_refused_rows_are_not_reported_a_second_time():
    made = mission(
        block("09:00", "12:00", companies=("X9",)),
        companies=(visitor("V01", home_table=TableRef("", "9")),),
        opportunities=(offer("X9"),),
        people=(Person(company="X9", name=NO_TEXT),),
        requests=(request("V01", "X9"),),
        tables=tables("hall/1"),
        absences=(absence("X9"), absence("I09")),
        fixed=(fixed("V01", "X9", table=TableRef("", "9"), interpreter="I09"),),
    )
    assert find_issues(made, known_codes={"X9", "I09", "9"}) == ()
    assert {issue.value for issue in find_issues(made)} >= {"X9", "I09", "9", "host"}


def test_of_many_clashes_only_so_many_are_told_and_so_many_companies_named():
    rows = [block("09:00", "10:00", PLENARY) for _ in range(20)]
    companies = tuple(visitor(f"V{number:02}") for number in range(30))
    issues = find_issues(mission(*rows, companies=(*companies, host("H01"))))
    assert len(issues) == MOST_CLASHES
    assert {len(issue.value.split("; ")) for issue in issues} == {MOST_NAMES}


CODES = st.sampled_from(["V01", "V02", "H01", "H02", "X9", "I01", "*", "visitor", ""])
CLOCKS = st.sampled_from(["", "08:00", "09:00", "09:35", "12:00"])
DAYS = st.sampled_from([DAY, NEXT, LATER])
REFS = st.sampled_from([None, TableRef("", "1"), TableRef("hall", "1"), TableRef("x", "y")])


@st.composite
def missions(draw):
    """Draw missions whose records need not fit together."""
    rows = st.integers(0, 2)

    def some(make):
        return tuple(make() for _ in range(draw(rows)))

    return mission(
        *some(
            lambda: block(
                draw(CLOCKS) or "09:00",
                draw(CLOCKS) or "10:00",
                draw(st.sampled_from(BlockKind)),
                date=draw(DAYS),
                companies=(draw(CODES),),
                capacity=draw(st.sampled_from([None, 0, 1])),
                is_choice=draw(st.booleans()),
            )
        ),
        companies=some(lambda: replace(draw(st.sampled_from(COMPANIES)), home_table=draw(REFS))),
        opportunities=some(lambda: offer(draw(CODES))),
        requests=some(lambda: request(draw(CODES), draw(CODES), draw(st.sampled_from(RequestLevel)))),
        tables=tables(*draw(st.lists(st.sampled_from(["hall/1", "hall/2", "salon/1"]), max_size=3))),
        travel=some(lambda: way(draw(CODES), draw(CODES), 5)),
        interpreters=some(lambda: interpreter(draw(CODES))),
        absences=some(lambda: absence(draw(CODES), draw(CLOCKS), draw(CLOCKS), draw(DAYS))),
        fixed=some(lambda: fixed(draw(CODES), draw(CODES), draw(CLOCKS), draw(DAYS | st.none()), table=draw(REFS))),
        start_date=draw(DAYS),
    )


@given(missions())
def test_whatever_is_wrong_it_is_said_and_never_raised(made):
    issues = find_issues(made)
    assert list(issues) == [issue for issue in issues if issue.code and issue.record]
    for issue in issues:
        if issue.index is not None:
            assert issue.index < len(getattr(made, issue.record))


@given(missions())
def test_a_mission_without_errors_can_be_used_by_every_look_up(made):
    try:
        require_valid(made)
    except InvalidMissionError:
        return
    assert set(made.languages_of) == set(made.domains_of) == set(made.people_of) == set(made.company)


def test_a_time_may_be_given_alone():
    assert (
        find_issues(mission(block("09:00", "12:00"), fixed=(replace(fixed("V01", "H01"), start=clock("09:00")),))) == ()
    )
