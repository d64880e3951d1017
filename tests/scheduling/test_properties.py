"""Whatever the mission: the referee finds nothing, the figures are right, and the best is the best."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from karvan.mission.mission import Mission, Pair
from karvan.mission.programme import Meeting, Programme
from karvan.mission.rules import Rule
from karvan.mission.validation import find_issues
from karvan.scheduling.draw_up import Drawn, draw_up
from karvan.scheduling.explain import obstacles, why_not
from karvan.scheduling.referee import check, figures
from karvan.scheduling.referee.check import RULES
from scheduling.missions import (
    avoid,
    away,
    block,
    company,
    fixed,
    interpreter,
    mission,
    offer,
    pair,
    programme,
    request,
    steady,
    tables,
    visit,
    way,
)
from scheduling.recount import choices, goals_of, pairs

Scores = dict[Pair, float]
Case = tuple[Mission, Scores]

few = settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Each example is several searches."""

LANGUAGES = st.sampled_from([("fa",), ("ru",), ("en",), ("fa", "en"), ("ru", "en")])
BLOCKS = (
    block("09:00-10:40"),
    block("09:20-10:25"),
    block("10:50-11:20", venue="salon"),
    block("11:30-12:00", venue=""),
    block("09:00-10:05", 1, companies=("visitor", "H1")),
    block("13:00-13:30", domains=("ai",)),
)
OTHERS = (
    block("08:00-09:30", kind="plenary", venue="opera", companies=("V1", "host"), title="Opening"),
    block("10:00-10:20", kind="break", title="Tea"),
    visit("09:00-11:00", companies=("visitor",), capacity=1, domains=("ai",)),
    visit("12:10-14:00", title="Mill", venue="mill"),
)


@st.composite
def companies(draw: st.DrawFn, *codes: str) -> tuple:
    return tuple(
        company(
            code,
            languages=draw(LANGUAGES),
            representatives=draw(st.sampled_from([1, 1, 1, 2])),
            max_meetings_per_day=draw(st.sampled_from([None, None, 1, 2])),
            **({"home_table": draw(st.sampled_from(["hall/1", "salon/1"]))} if draw(st.integers(0, 5)) == 0 else {}),
        )
        for code in codes
    )


def some(rows: tuple, most: int) -> st.SearchStrategy:
    return st.lists(st.sampled_from(rows), max_size=most, unique=True).map(tuple)


@st.composite
def missions(draw: st.DrawFn) -> Case:
    codes = ("V1", "V2", "V3", "H1", "H2", "H3")
    possible = [f"{a}-{b}" for n, a in enumerate(codes) for b in codes[n + 1 :]]
    levels = st.sampled_from(["must", "must", "want", "want", "want", "avoid"])
    asked = draw(st.lists(st.tuples(st.sampled_from(possible), levels, st.sampled_from(
        ["accepted", "accepted", "accepted", "pending", "declined"]
    )), max_size=7, unique_by=lambda row: row[0]))  # fmt: skip
    agreed = draw(some(tuple(possible), 1))
    made = mission(
        *draw(companies(*codes)),
        blocks=(*draw(some(BLOCKS, 4)), *draw(some(OTHERS, 2))),
        tables=tables("hall/1", "hall/2", "salon/1")[: draw(st.integers(0, 3))],
        requests=tuple(request(level, *names.split("-"), status) for names, level, status in asked),
        fixed=tuple(fixed(*names.split("-")) for names in agreed),
        interpreters=tuple(
            interpreter(f"I{n}", languages, max_minutes_per_day=draw(st.sampled_from([30, 60, 360])),
                        max_minutes_without_pause=draw(st.sampled_from([30, 60, 90])))
            for n, languages in enumerate(draw(some(("fa ru", "fa en", "fa ru en"), 2)))
        ),
        absences=tuple(away(who, 0, hours) for who, hours in draw(some(
            tuple((who, hours) for who in ("V1", "H1", "H2") for hours in ("-", "-09:30", "10:05-")), 2
        ))),
        travel=draw(some((way("hall", "salon", 10), way("hall", "opera", 20), way("salon", "mill", 15)), 3)),
        opportunities=tuple(offer(code, "ai") for code in draw(some(codes, 3))),
        settings={"min_meetings_per_company": draw(st.integers(0, 2))},
    )  # fmt: skip
    assume(all(issue.severity == "warning" for issue in find_issues(made)))
    scores = {pair(names): draw(st.integers(1, 100)) / 100 for names in draw(some(tuple(possible), 6))}
    return made, scores


def drawn_of(case: Case) -> Drawn:
    return draw_up(*case, stop=steady(), workers=1)


def values(drawn: Drawn) -> list[int]:
    """Give the goals that slots settle as numbers of which more is better, in order."""
    goals = (goal for goal in drawn.programme.goals if goal.name != "table_changes")
    return [goal.value if goal.is_more_better else -goal.value for goal in goals]


@few
@given(missions())
def test_the_referee_finds_nothing_and_counts_the_same(case):
    drawn = drawn_of(case)
    if drawn.programme.status == "infeasible":
        assert case[0].fixed
        assert all(row.reasons for row in drawn.programme.unplaced)
        return
    assert drawn.violations == ()
    assert drawn.programme.figures == figures(case[0], drawn.programme)
    assert {goal.name: goal.value for goal in drawn.programme.goals} == goals_of(*case, drawn.programme)
    assert drawn.programme.figures["breaks"].numerator == goals_of(*case, drawn.programme)["breaks"]


@few
@given(missions())
def test_what_is_left_out_of_an_optimum_has_no_room(case):
    """Reasons add up to all slots, and nothing that was asked for is left out though it would fit."""
    drawn = drawn_of(case)
    assume(drawn.programme.status == "optimal")
    for row in drawn.programme.unplaced:
        explained = why_not(case[0], drawn.programme, row.pair)
        assert "room-left" not in {reason.code for reason in explained.reasons}
        in_way = {each.rule.value for rules in obstacles(case[0], drawn.programme, row.pair).values() for each in rules}
        told = {reason.code for reason in explained.reasons}
        assert {reason.code for reason in row.reasons} <= in_way | told  # of several, a proved cause is told
        counted = [dict(reason.values) for reason in explained.reasons if "total" in dict(reason.values)]
        assert sum(values["n"] for values in counted) == (counted[0]["total"] if counted else 0)


def relabelled(case: Case) -> Case:
    """Give the same mission with every list of companies, requests and scores turned round."""
    given, scores = case
    turned = replace(
        given, companies=given.companies[::-1], requests=given.requests[::-1], interpreters=given.interpreters[::-1]
    )
    return turned, dict(reversed(scores.items()))


def without_choices(case: Case) -> Case:
    """Who goes on a visit is settled before anybody meets, by the order of companies among equals."""
    return replace(case[0], blocks=tuple(b for b in case[0].blocks if not b.is_assigned)), case[1]


@few
@given(missions())
def test_another_order_of_companies_keeps_the_optimum(case):
    case = without_choices(case)
    first, second = drawn_of(case), drawn_of(relabelled(case))
    assume("feasible" not in {first.programme.status, second.programme.status})
    assert (first.programme.status, values(first)) == (second.programme.status, values(second))


@few
@given(missions(), st.booleans())
def test_one_more_table_or_interpreter_is_never_worse(case, is_table):
    made, scores = without_choices(case)
    venue = tuple({t.venue for t in made.tables})
    assume(venue or not is_table)
    more = {"tables": (*made.tables, *tables(f"{venue[0]}/9"))} if is_table else {
        "interpreters": (*made.interpreters, interpreter("I9", "fa ru en"))
    }  # fmt: skip
    first, second = drawn_of((made, scores)), drawn_of((replace(made, **more), scores))
    assume("feasible" not in {first.programme.status, second.programme.status})
    assume(first.programme.status == "optimal")
    assert second.programme.status == "optimal"
    assert values(second) >= values(first)


ALWAYS = [rule for rule in Rule if rule not in {Rule.FIXED, Rule.BLOCKS, Rule.ACCOUNTED_FOR, Rule.FIGURES}]
"""Rules that stay broken whatever is added."""


@st.composite
def tiny_missions(draw: st.DrawFn) -> Case:
    made, scores = draw(missions())
    kept = made.blocks[:1] + tuple(b for b in made.blocks[1:] if b.kind != "meetings" and not b.is_assigned)
    blocks = tuple(
        replace(b, end=min(b.end, block("00:00-10:05").end)) for b in kept if b.date == made.settings.start_date
    )
    made = replace(made, blocks=blocks, requests=made.requests[:3], fixed=(), interpreters=made.interpreters[:1])
    assume(all(issue.severity == "warning" for issue in find_issues(made)))
    return made, dict(list(scores.items())[:2])


def programmes(given: Mission, waiting: list[Pair], so_far: tuple[Meeting, ...] = ()) -> Iterator[Programme]:
    """Give every programme that keeps the rules."""
    made = programme(given, *so_far)
    if any(True for rule in ALWAYS for _ in RULES[rule](given, made)):
        return
    if not waiting:
        yield made
        return
    yield from programmes(given, waiting[1:], so_far)
    for row in choices(given, waiting[0]):
        for trial in row:
            yield from programmes(given, waiting[1:], (*so_far, trial))


@few
@given(tiny_missions())
def test_the_optimum_is_the_best_of_all_programmes(case):
    waiting = pairs(*case)
    assume(0 < len(waiting) <= 4)
    drawn = drawn_of(case)
    assert drawn.violations == ()
    assert drawn.programme.status == "optimal"
    # Tables are given once the slots are settled: theirs is no goal over all programmes.
    sense = {g.name: 1 if g.is_more_better else -1 for g in drawn.programme.goals if g.name != "table_changes"}

    def worth(made: Programme) -> list[int]:
        counted = goals_of(*case, made)
        return [sign * counted[name] for name, sign in sense.items()]

    assert worth(drawn.programme) == max(map(worth, programmes(case[0], waiting)))


def test_an_avoid_is_never_drawn_by_chance():
    """The missions of this module hold what they are meant to hold."""
    made = mission(requests=(avoid("V1", "H1"),))
    assert pairs(made, {pair("V1-H1"): 1.0}) == []
    assert check(made, programme(made)) == ()
