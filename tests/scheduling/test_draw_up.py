"""The conductor: which pairs are tried, who goes on visits, and what a programme says of itself."""

from dataclasses import replace

import pytest

from karvan.mission.programme import Figure, PlacedLevel
from karvan.scheduling import draw_up as conductor
from karvan.scheduling import exact, visits
from karvan.scheduling.candidates import asked_for, choose_candidates, level_of, oriented
from karvan.scheduling.exact.linear import Start
from karvan.scheduling.referee import figures
from karvan.scheduling.result import Result, Status
from karvan.scheduling.stop import Limits
from karvan.scheduling.visits import assign_visits
from scheduling.missions import (
    avoid,
    away,
    block,
    company,
    draw,
    fixed,
    meeting,
    mission,
    must,
    offer,
    pair,
    placed,
    programme,
    steady,
    tables,
    visit,
    want,
    way,
)


def test_candidates_fixed_then_asked_for_then_suggested():
    given = mission(
        "V1", "V2", "H1", "H2",
        requests=(want("H1", "V2"), must("V1", "H2", "declined"), avoid("V2", "H2"), must("V2", "V1")),
        fixed=(fixed("H1", "V1"),),
    )  # fmt: skip
    scores = {pair(names): 0.5 for names in ("V1-H1", "V1-H2", "V2-H1", "V2-H2", "V1-V2")}
    found = choose_candidates(given, scores)
    assert [(c.company, c.counterpart, c.level.value, c.score) for c in found] == [
        ("V1", "H1", "fixed", 0.5), ("V2", "H1", "want", 0.5), ("V2", "V1", "must", 0.5),
    ]  # fmt: skip
    assert [c.level.value for c in choose_candidates(replace(given, requests=()), scores)] == ["fixed"] + [
        "suggestion"
    ] * 3
    assert asked_for(given) == (pair("V1-H1"), pair("V2-H1"), pair("V1-V2"))
    assert level_of(given, pair("V2-H2")) is PlacedLevel.SUGGESTION


@pytest.mark.parametrize(
    ("names", "order"), [("H1-V1", ("V1", "H1")), ("V3-V2", ("V3", "V2")), ("V2-V1", ("V1", "V2"))]
)
def test_the_visitor_comes_first_and_within_a_side_whoever_asked(names, order):
    given = mission("V1", "V2", "V3", "H1", requests=(want("V3", "V2", "pending"),))
    assert oriented(given, pair(names)) == order


@pytest.mark.parametrize("answer", ["pending", "declined", "expired"])
def test_a_request_that_was_not_accepted_is_no_suggestion_either(answer):
    given = mission("V1", "H1", "H2", requests=(want("V1", "H1", answer),))
    assert placed(draw(given, {"V1-H1": 1.0, "V1-H2": 0.3})) == ["V1-H2"]


def test_a_must_comes_before_wants_and_these_before_suggestions():
    given = mission(
        "V1", "H1", "H2", "H3", "H4", blocks=(block("09:00-10:05"),),
        requests=(want("V1", "H1"), want("V1", "H2"), must("V1", "H3")),
    )  # fmt: skip
    drawn = draw(given, {"V1-H4": 1.0, "V1-H2": 0.9})
    assert {m.level for m in drawn.programme.meetings} == {PlacedLevel.MUST, PlacedLevel.WANT}
    assert drawn.programme.status == "optimal"
    assert {goal.name: goal.value for goal in drawn.programme.goals} == {
        "must": 1, "want": 1, "shortfall": 0, "suggestions": 0, "worst_off": 0, "breaks": 0,
            "fairness": 0, "idle_slots": 0, "table_changes": 0, "venue_changes": 0,
    }  # fmt: skip
    assert drawn.programme.figures["want"] == Figure(1, 2)


def test_min_meetings_shortfall_is_a_goal_and_no_rule():
    """One suggestion is worth more, and yet both companies that lack a meeting come first."""
    given = mission(
        "V1", "V2", "H1", "H2", blocks=(block("09:00-09:30"),), tables=tables("hall/1", "hall/2"),
        settings={"min_meetings_per_company": 2},
    )  # fmt: skip
    drawn = draw(given, {"V1-H1": 1.0, "V1-H2": 0.1, "V2-H1": 0.1})
    assert placed(drawn) == ["V1-H2", "V2-H1"]
    assert {g.name: g.value for g in drawn.programme.goals}["shortfall"] == 4
    assert drawn.programme.figures["coverage"] == Figure(0, 4)


def test_a_programme_without_any_meeting_is_optimal():
    drawn = draw(mission(blocks=()))
    assert (drawn.programme.status, drawn.programme.meetings, drawn.violations) == ("optimal", (), ())


PLANT = visit("09:00-12:00", companies=("visitor",), capacity=1, domains=("ai",), venue="plant")
MORNING = block("09:00-10:40")


def test_visits_first_many_companies_then_many_places_then_interest():
    mill = visit("13:00-14:00", companies=("visitor",), capacity=1, domains=("games",), title="Mill")
    given = mission("V1", "V2", "H1", blocks=(PLANT, mill), opportunities=(offer("V2", "ai"), offer("V1", "games")))
    assert assign_visits(given) == {0: ("V2",), 1: ("V1",)}
    assert assign_visits(replace(given, companies=(given.companies[0], given.companies[2]), opportunities=())) == {
        0: ("V1",), 1: ("V1",),
    }  # fmt: skip


def test_visits_without_an_answer_in_time_take_nobody(monkeypatch):
    monkeypatch.setattr(visits, "solve_linear_part", lambda model, seconds: Start())
    assert assign_visits(mission("V1", "H1", blocks=(PLANT,))) == {0: ()}


def test_visits_that_take_the_same_slot_take_it_once():
    mill = visit("12:00-13:00", companies=("visitor",), title="Mill", venue="plant")
    blocks = (block("12:00-12:30", venue="hall"), block("08:00-08:30"), PLANT, mill)
    given = mission("V1", "H1", blocks=blocks, travel=(way("plant", "hall", 20),), requests=(want("V1", "H1"),))
    assert assign_visits(given) == {2: ("V1",), 3: ("V1",)}


def test_visits_without_a_capacity_take_everybody_named():
    given = mission("V1", "V2", "H1", blocks=(replace(PLANT, capacity=None, domains=()),))
    assert assign_visits(given) == {0: ("V1", "V2")}


def test_visits_at_one_time_share_the_companies():
    given = mission("V1", "V2", "H1", blocks=(PLANT, replace(PLANT, capacity=None)))
    assert sorted(code for codes in assign_visits(given).values() for code in codes) == ["V1", "V2"]


@pytest.mark.parametrize(("minutes", "both"), [(60, True), (61, False)])
def test_visits_one_after_the_other_leave_time_for_the_way(minutes, both):
    mill = visit("13:00-14:00", companies=("visitor",), title="Mill", venue="mill")
    given = mission("V1", "H1", blocks=(PLANT, mill), travel=(way("plant", "mill", minutes),))
    assert sum(map(len, assign_visits(given).values())) == 1 + both


def test_visits_leave_as_many_slots_as_agreed_meetings():
    blocks = (MORNING, block("13:00-14:05"), PLANT)
    hosts = ("H1", "H2", "H3")
    given = mission("V1", *hosts, blocks=blocks, requests=tuple(want("V1", host) for host in hosts))
    assert assign_visits(given) == {2: ()}
    assert assign_visits(replace(given, requests=given.requests[:2])) == {2: ("V1",)}
    two = replace(given, companies=(company("V1", representatives=2), *given.companies[1:]))
    assert assign_visits(two) == {2: ("V1",)}


def test_visits_count_slots_at_several_venues_once():
    """Two venues at once are one chance to meet, not two."""
    blocks = (MORNING, block("13:00-13:30"), block("13:00-13:30", venue="salon"), PLANT)
    given = mission(
        "V1", "H1", "H2", blocks=blocks, tables=tables("hall/1", "salon/1"),
        requests=(want("V1", "H1"), want("V1", "H2")),
    )  # fmt: skip
    assert len(placed(draw(given))) == 2


def test_visits_together_leave_a_meeting_one_of_its_slots():
    """Either of two visits leaves the pair a slot, both together none."""
    mill = visit("13:00-14:00", companies=("visitor",), title="Mill", domains=("ai",))
    blocks = (block("09:00-09:30", companies=("V1", "H1")), block("13:00-13:30", companies=("V1", "H1")), PLANT, mill)
    blocks = (*blocks, block("15:00-16:05"))
    given = mission("V1", "H1", "H2", blocks=blocks, requests=(want("V1", "H1"),), absences=(away("H1", 0, "14:30-"),))
    assert sum(map(len, assign_visits(given).values())) == 1
    assert placed(draw(given)) == ["V1-H1"]


def test_a_visit_that_keeps_a_must_out_is_given_up():
    """H1 is free at nine only, where the table is scarce; counting slots alone does not see it."""
    blocks = (block("09:00-09:30"), block("13:00-13:30"), PLANT)
    given = mission(
        "V1", "V2", "H1", "H2", blocks=blocks, tables=tables("hall/1"), requests=(must("V1", "H1"), must("V2", "H2")),
        absences=(away("V2", 0, "-12:30"),),
    )  # fmt: skip
    drawn = draw(given)
    assert placed(drawn) == ["V1-H1", "V2-H2"]
    assert [v.companies for v in drawn.programme.visits] == [()]


def test_a_visit_is_kept_where_giving_it_up_helps_nobody():
    """The third must has no table with or without the visit."""
    blocks = (block("09:00-09:30"), block("13:00-13:30"), PLANT)
    given = mission(
        "V1", "V2", "H1", "H2", blocks=blocks, tables=tables("hall/1"),
        requests=(must("V1", "H1"), must("V2", "H2"), must("V2", "H1")), absences=(away("V2", 0, "-12:30"),),
    )  # fmt: skip
    drawn = draw(given)
    assert drawn.violations == ()
    assert len(drawn.programme.unplaced) == 1


def test_a_second_search_that_runs_out_of_time_does_not_cost_the_first_programme(monkeypatch):
    """The bug: of a search without an answer nobody knew who lost, so that it seemed to be the better one."""
    blocks = (block("09:00-09:30"), block("13:00-13:30"), PLANT)
    given = mission(
        "V1", "V2", "H1", "H2", blocks=blocks, tables=tables("hall/1"), requests=(must("V1", "H1"), must("V2", "H2")),
        absences=(away("V2", 0, "-12:30"),),
    )  # fmt: skip
    calls = []

    def solve(problem, **how):
        calls.append(problem)
        return Result(Status.UNKNOWN, None) if len(calls) == 2 else exact.solve(problem, **how)

    monkeypatch.setattr(conductor, "exact", type("Room", (), {"solve": staticmethod(solve)}))
    drawn = draw(given)
    assert len(calls) == 3
    assert len(placed(drawn)) == 1


def test_a_search_that_finds_nothing_in_time_says_so(monkeypatch):
    unknown = type("Room", (), {"solve": staticmethod(lambda problem, **how: Result(Status.UNKNOWN, None))})
    monkeypatch.setattr(conductor, "exact", unknown)
    drawn = draw(mission(blocks=(MORNING, PLANT), requests=(must("V1", "H1"),)))
    assert (drawn.programme.status, drawn.programme.meetings, drawn.violations) == ("unknown", (), ())
    assert [row.pair for row in drawn.programme.unplaced] == [pair("V1-H1")]


def test_progress_is_told_and_the_wish_to_end_is_heard():
    told = []
    hosts = tuple(f"H{n}" for n in range(8))
    given = mission("V1", *hosts, requests=tuple(want("V1", host) for host in hosts))
    asked = iter([False] * 2)
    stop = Limits(clock=lambda: 0.0, iterations=50, is_cancelled=lambda: next(asked, True))
    drawn = conductor.draw_up(given, {}, stop=stop, workers=1, on_progress=told.append)
    assert drawn.violations == ()
    assert {step.total for step in told} == {8}
    assert drawn.programme.status in {"feasible", "optimal"}


def test_tables_change_as_little_as_can_be():
    hosts = [f"H{n}" for n in range(6)]
    asked = tuple(must(f"V{n // 3}", f"H{n}") for n in range(6))
    assert draw(mission("V0", "V1", *hosts, requests=asked)).programme.figures["table_changes"] == Figure(0)


def test_tables_are_written_in_the_order_of_people():
    codes = [f"{side}{n}" for side in "VH" for n in range(3)]
    given = mission(
        *codes, blocks=(block("09:00-09:30"),), tables=tables("hall/10", "hall/2", "hall/B"),
        requests=tuple(must(f"V{n}", f"H{n}") for n in range(3)),
    )  # fmt: skip
    assert [m.table for m in draw(given).programme.meetings] == ["2", "10", "B"]


def test_breaks_a_programme_has_no_idle_slot_where_none_is_needed():
    given = mission("V1", "H1", "H2", blocks=(block("09:00-12:00"),), requests=(must("V1", "H1"), must("V1", "H2")))
    drawn = draw(given)
    assert drawn.programme.figures["breaks"] == Figure(0)
    made = programme(given, meeting(given, "V1-H1"), meeting(given, "V1-H2", "10:45"))
    assert (figures(given, made)["breaks"], figures(given, made)["idle_slots"]) == (Figure(1), Figure(2))


def test_breaks_a_block_that_is_attended_is_no_gap():
    blocks = (block("09:00-09:30"), block("10:00-10:30"), block("09:35-09:55", kind="break"), block("11:00-11:30"))
    given = mission("V1", "H1", "H2", blocks=(*blocks, block("09:30-10:00")), requests=())
    made = programme(given, meeting(given, "V1-H1"), meeting(given, "V1-H2", "10:00"))
    assert figures(given, made)["breaks"] == Figure(0)


def test_steady_answers_are_the_same_again():
    hosts = tuple(f"H{n}" for n in range(5))
    given = mission("V1", "V2", *hosts, requests=tuple(want("V1", host) for host in hosts))
    scores = {f"V2-{host}": 0.5 for host in hosts}
    assert draw(given, scores) == draw(given, scores)
    assert steady().seconds_left() == float("inf")


def test_what_was_found_while_visits_were_given_out_is_kept_when_somebody_ends_the_search(monkeypatch):
    """The bug: Ctrl-C after the first programme on the screen left none."""
    calls = []

    def solve(problem, **how):
        calls.append(problem)
        return exact.solve(problem, **how) if len(calls) == 1 else Result(Status.UNKNOWN, None)

    monkeypatch.setattr(conductor, "exact", type("Room", (), {"solve": staticmethod(solve)}))
    drawn = draw(mission("V1", "H1", blocks=(block("13:00-13:30"), PLANT), requests=(must("V1", "H1"),)))
    assert (len(calls), drawn.programme.status, placed(drawn)) == (2, "feasible", ["V1-H1"])
