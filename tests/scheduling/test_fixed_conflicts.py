"""Fixed meetings that contradict each other: fewest of them, against every set tried one by one."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from karvan.mission.mission import Mission
from karvan.mission.rules import Rule
from karvan.scheduling.draw_up import draw_up
from karvan.scheduling.referee.check import RULES
from scheduling.missions import block, draw, fixed, mission, programme, steady, tables
from scheduling.recount import choices
from scheduling.test_properties import ALWAYS

NAMES = ("V1-H1", "V1-H2", "V2-H1", "V2-H2", "V2-H3")


@st.composite
def cases(draw: st.DrawFn) -> Mission:
    """Give a mission of one or two slots in which up to four meetings were agreed."""
    names = draw(st.lists(st.sampled_from(NAMES), min_size=2, max_size=4, unique=True))
    rows = [fixed(*row.split("-"), *draw(st.sampled_from([(), (0, "09:00"), (0, "09:35")]))) for row in names]
    return mission(
        "V1", "V2", "H1", "H2", "H3",
        blocks=(block("09:00-10:05"),),
        tables=tables("hall/1", "hall/2")[: draw(st.integers(1, 2))], fixed=tuple(rows),
    )  # fmt: skip


def can_be_kept(given_mission: Mission, rows: tuple) -> bool:
    """Try every programme of some agreed meetings, with the referee's rules alone."""

    only = replace(given_mission, fixed=rows)

    def holds(waiting: tuple, held: tuple) -> bool:
        made = programme(only, *held)
        rules = ALWAYS if waiting else [*ALWAYS, Rule.FIXED]
        if any(True for rule in rules for _ in RULES[rule](only, made)):
            return False
        if not waiting:
            return True
        trials = [trial for row in choices(only, waiting[0].pair) for trial in row]
        return any(holds(waiting[1:], (*held, trial)) for trial in trials)

    return holds(rows, ())


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much])
@given(cases())
def test_fewest_fixed_meetings_that_contradict_each_other_are_named(case):
    drawn = draw_up(case, {}, stop=steady(), workers=1)
    is_kept = can_be_kept(case, case.fixed)
    assert (drawn.programme.status == "infeasible") == (not is_kept)
    assume(not is_kept)
    rows = drawn.programme.unplaced
    named = {row.pair for row in rows if {"fixed-clash"} == {reason.code for reason in row.reasons}}
    if not named:  # one that is impossible alone says why
        named = {row.pair for row in rows if "nothing-placed" not in {reason.code for reason in row.reasons}}
        assert len(named) == 1
    clash = tuple(row for row in case.fixed if row.pair in named)
    assert not can_be_kept(case, clash)
    assert all(can_be_kept(case, fewer) for fewer in combinations(case.fixed, len(clash) - 1))


def test_two_that_clash_are_named_and_not_three_that_do():
    """Three want two slots, two want one table: striking off one by one would end with the three."""
    rows = (
        fixed("V2", "H1", 0, "09:00"), fixed("V2", "H2", 0, "09:00"),
        fixed("V1", "H1"), fixed("V1", "H2"), fixed("V1", "H3"),
    )  # fmt: skip
    given_mission = mission("V1", "V2", "H1", "H2", "H3", blocks=(block("09:00-10:05"),), fixed=rows)
    unplaced = draw(given_mission).programme.unplaced
    named = {row.pair for row in unplaced if row.reasons[0].code == "fixed-clash"}
    assert named == {frozenset(("V2", "H1")), frozenset(("V2", "H2"))}
