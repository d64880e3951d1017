"""No repair changes less: compared with all that there are, on missions small enough to list them."""

from __future__ import annotations

from dataclasses import replace
from unittest.mock import patch

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from karvan.mission.changes import ChangeKind
from karvan.mission.programme import PlacedLevel
from karvan.scheduling.judge import judge
from karvan.scheduling.problem import Level
from karvan.scheduling.repair import search
from karvan.scheduling.repair.goals import ORDER, count
from karvan.scheduling.repair.search import Run, least_change
from karvan.scheduling.result import Schedule, unwatched
from scheduling.missions import at, avoid, block, company, interpreter, mission, must, programme, tables, want
from scheduling.repair.cases import (
    added,
    asked,
    block_to,
    case_of,
    changes,
    cost,
    every_schedule,
    gone,
    mend,
    values,
    withdrawn,
)

PAIRS = [("V1", "H1"), ("V1", "H2"), ("V2", "H1"), ("V2", "H2")]
CODES = ["V1", "V2", "H1", "H2"]
CLOCKS = ["09:00", "09:30", "10:00", "10:40"]


@st.composite
def missions(draw):
    languages = draw(st.sampled_from([("en", "en"), ("fa", "ru")]))
    home = draw(st.sampled_from(CODES))
    own = {home: {"home_table": "hall/1"}} if draw(st.booleans()) else {}
    several = draw(st.sampled_from([1, 1, 2]))
    companies = [
        company(c, languages=(languages[c[0] == "H"],), representatives=several if c == "V1" else 1, **own.get(c, {}))
        for c in CODES
    ]
    requests = [draw(st.sampled_from([must, want])) for _ in PAIRS[:2]]
    return mission(
        *companies,
        requests=tuple(ask(*pair) for ask, pair in zip(requests, PAIRS, strict=False)),
        interpreters=tuple(interpreter(f"I{n}") for n in (1, 2)),
        tables=tables("hall/1", "hall/2"),
        settings={"max_meetings_per_company_per_day": draw(st.sampled_from([2, 8]))},
        blocks=(block("09:00-10:40"),) if draw(st.booleans()) else (block("09:00-10:05"), block("09:20-10:25")),
    )


@st.composite
def released(draw, made):
    """Place some pairs, one after the other, wherever the judge allows it."""
    case = case_of(made, programme(made), changes(*(added(*pair, level="want") for pair in PAIRS)))
    problem = case.problem
    soft = replace(problem, meetings=tuple(map(_soft, problem.meetings)))
    places = [(None, None, None)] * len(problem.meetings)
    for index, spec in enumerate(problem.meetings):
        people = [None] if spec.interpreters is None else sorted(spec.interpreters)
        slots = sorted(problem.allowed(index))
        tried = [(s, t, p) for s in slots for t in range(2) for p in people]
        trial = [*places]
        trial[index] = draw(st.sampled_from(tried)) if tried else places[index]
        if judge(soft, Schedule(*map(tuple, zip(*trial, strict=True)))).is_valid:
            places = trial
    found = case.made.placed_meetings(Schedule(*map(tuple, zip(*places, strict=True))))
    levels = {frozenset(pair): "suggestion" for pair in PAIRS} | {p: v.value for p, v in made.requested.items()}
    return programme(made, *(_with_level(m, levels[m.pair]) for m in found))


def _soft(meeting):
    return replace(meeting, level=Level.WANT)


def _with_level(meeting, level):
    return replace(meeting, level=PlacedLevel(level))


@st.composite
def happenings(draw, made, before):
    start, end = sorted(draw(st.lists(st.sampled_from(CLOCKS), min_size=2, max_size=2, unique=True)))
    met = {m.pair for m in before.meetings}
    pair = draw(st.sampled_from(PAIRS))
    possible = [
        gone(made, draw(st.sampled_from(CODES)), start, end),
        gone(made, draw(st.sampled_from(["hall/1", "hall/2"])), start, end, ChangeKind.TABLE_LOST),
        gone(made, "I1", start, end, ChangeKind.INTERPRETER_LOST),
        block_to(made, 0, "09:00", "09:45"),
        block_to(made, 0, "09:20", "10:05"),
        withdrawn(*pair) if frozenset(pair) in met else added(*pair, level=draw(st.sampled_from(["must", "want"]))),
        asked(*pair, level=avoid(*pair).level),
    ]
    return draw(st.lists(st.sampled_from(possible), min_size=1, max_size=2, unique_by=id))


@settings(max_examples=120, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_no_repair_changes_less(data):
    made = data.draw(missions())
    before = data.draw(released(made))
    rows = data.draw(happenings(made, before))
    now = data.draw(st.sampled_from([None, None, at(made, "09:10")]))
    if now is not None:
        rows = [row for row in rows if getattr(row, "block", None) is None]
        rows = [row for row in rows if getattr(row, "company", None) is None or "added" in row.kind]
    with patch.object(search, "SMALL", data.draw(st.sampled_from([0, 400]))):
        found = mend(made, before, *rows, now=now)
    case = case_of(made, before, changes(*rows, now=now))
    assert values(found) == min(cost(case, schedule) for schedule in every_schedule(case))
    begun = [m for m in before.meetings if now is not None and m.start < now]
    assert [(m.pair, m.start, m.table, m.interpreter) for m in begun] == [
        (m.pair, m.start, m.table, m.interpreter) for m in found.programme.meetings if now is not None and m.start < now
    ]


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_without_changes_nothing_changes(data):
    made = data.draw(missions())
    before = data.draw(released(made))
    found = mend(made, before)
    assert set(found.programme.meetings) == set(before.meetings)
    assert not found.difference
    assert values(found) == [0] * len(ORDER)


@settings(max_examples=30, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.data())
def test_a_search_that_ends_at_once_still_gives_a_repair_that_is_counted_right(data):
    made = data.draw(missions())
    before = data.draw(released(made))
    case = case_of(made, before, changes(*data.draw(happenings(made, before))))
    found = least_change(case, Run(_Over(), unwatched))
    assert [count(case, found.schedule)[goal] for goal in ORDER] == cost(case, found.schedule)
    assert cost(case, found.schedule) in [cost(case, schedule) for schedule in every_schedule(case)]
    assert all(found.bounds[goal] <= found.values[goal] for goal in found.bounds)


class _Over:
    iterations = None

    def seconds_left(self):
        return 0.0

    def is_over(self):
        return True
