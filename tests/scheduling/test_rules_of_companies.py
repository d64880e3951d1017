"""The rules about companies: when, whom and how often they may meet.

Each rule has a feasible test (the solver places, the referee finds nothing), an infeasible one (the only way
out would break the rule) and one with a programme made by hand that breaks just this rule.
"""

from dataclasses import replace

import pytest

from karvan.mission.rules import Rule
from karvan.scheduling.referee import Violation, check
from scheduling.missions import (
    at,
    avoid,
    away,
    block,
    broken,
    company,
    draw,
    fixed,
    meeting,
    mission,
    must,
    offer,
    placed,
    programme,
    starts,
    status,
    tables,
    want,
    way,
)

ONE_SLOT = (block("09:00-09:30"),)


def test_within_block_feasible_a_slot_that_both_may_use():
    blocks = (block("09:00-09:30", companies=("V1",)), block("10:00-10:30", companies=("visitor", "H1")))
    assert starts(draw(mission(blocks=blocks, requests=(must("V1", "H1"),)))) == ["10:00 V1-H1"]


def test_within_block_infeasible_without_a_block_for_both():
    blocks = (block("09:00-09:30", companies=("V1",)), block("10:00-10:30", companies=("host",)))
    assert placed(draw(mission(blocks=blocks, requests=(must("V1", "H1"),)))) == []
    assert status(mission(blocks=blocks, fixed=(fixed("V1", "H1"),))) == "infeasible"


def test_within_block_fixed_variable():
    given = mission()
    right = meeting(given, "V1-H1", "09:35")
    for wrong in (
        meeting(given, "V1-H1", "09:30"),  # no slot starts then
        meeting(given, "V1-H1", "10:45"),  # after the last slot
        meeting(given, "V1-H1", "09:35", 1),  # no block that day
        replace(right, end=at(given, "10:10")),  # longer than a slot
        replace(right, venue="salon", table=""),  # another place
    ):
        assert check(given, programme(given, wrong)) == (Violation(Rule.WITHIN_BLOCK, ("H1", "V1"), (wrong,)),)
    assert check(given, programme(given, right)) == ()


def test_within_block_needs_both_companies_named():
    given = mission(blocks=(block("09:00-10:40", companies=("host",)),))
    assert broken(given, programme(given, meeting(given, "V1-H1"))) == [(Rule.WITHIN_BLOCK, ("H1", "V1"))]


@pytest.mark.parametrize(
    ("hours", "slots"),
    [
        ("09:00-12:00", ["09:00", "09:35", "10:10", "10:45", "11:20"]),
        ("09:00-11:49", ["09:00", "09:35", "10:10", "10:45"]),
        ("09:00-09:30", ["09:00"]),
        ("09:00-09:29", []),
    ],
)
def test_within_block_slots_end_by_the_end_of_the_block(hours, slots):
    hosts = [f"H{n}" for n in range(7)]
    given = mission("V1", *hosts, blocks=(block(hours),), requests=[want("V1", host) for host in hosts])
    assert [line[:5] for line in starts(draw(given))] == slots
    tries = [f"{hour:02}:{minute:02}" for hour in (9, 10, 11) for minute in range(0, 60, 5)]
    silent = [t for t in tries if broken(given, programme(given, meeting(given, "V1-H1", t))) == []]
    assert silent == slots


def test_within_block_without_a_venue_uses_every_venue_with_tables():
    blocks = (block("09:00-09:30", venue=""),)
    given = mission(
        "V1", "V2", "H1", "H2", blocks=blocks, tables=tables("hall/1", "salon/1"),
        requests=(want("V1", "H1"), want("V2", "H2")),
    )  # fmt: skip
    assert sorted((m.venue, m.table) for m in draw(given).programme.meetings) == [("hall", "1"), ("salon", "1")]


def test_within_block_without_a_venue_or_tables():
    given = mission(blocks=(block("09:00-09:30", venue=""),), tables=(), requests=(want("V1", "H1"),))
    (only,) = draw(given).programme.meetings
    assert (only.venue, only.table) == ("", "")


def test_block_domain_feasible_with_a_shared_domain():
    blocks = (block("09:00-09:30", domains=("ai", "games")),)
    given = mission(blocks=blocks, opportunities=(offer("V1", "ai", "energy"), offer("H1", "ai")))
    assert placed(draw(given, {"V1-H1": 0.5})) == ["V1-H1"]


def test_block_domain_feasible_where_the_pair_asked_for_it():
    blocks = (block("09:00-09:30", domains=("ai",)),)
    assert placed(draw(mission(blocks=blocks, requests=(want("H1", "V1"),)))) == ["V1-H1"]
    assert placed(draw(mission(blocks=blocks, fixed=(fixed("V1", "H1"),)))) == ["V1-H1"]


@pytest.mark.parametrize("domains", [("V1", "ai"), ("H1", "ai"), ("V1", "games"), ("V1",)])
def test_block_domain_infeasible_without_a_shared_domain(domains):
    blocks = (block("09:00-09:30", domains=("ai",)),)
    given = mission(blocks=blocks, opportunities=(offer(*domains),))
    assert placed(draw(given, {"V1-H1": 0.9})) == []


def test_block_domain_infeasible_where_the_shared_domain_is_not_the_blocks():
    blocks = (block("09:00-09:30", domains=("ai",)),)
    given = mission(blocks=blocks, opportunities=(offer("V1", "ai", "games"), offer("H1", "games")))
    assert placed(draw(given, {"V1-H1": 0.9})) == []


def test_block_domain_fixed_variable():
    blocks = (block("09:00-09:30", domains=("ai",)), block("10:00-10:30"))
    given = mission(blocks=blocks)
    wrong, right = meeting(given, "V1-H1"), meeting(given, "V1-H1", "10:00")
    assert check(given, programme(given, wrong)) == (Violation(Rule.BLOCK_DOMAIN, ("H1", "V1"), (wrong,)),)
    assert check(given, programme(given, right)) == ()


def test_block_domain_a_request_that_is_pending_does_not_ask_for_it():
    given = mission(blocks=(block("09:00-09:30", domains=("ai",)),), requests=(want("V1", "H1", "pending"),))
    assert broken(given, programme(given, meeting(given, "V1-H1"))) == [(Rule.BLOCK_DOMAIN, ("H1", "V1"))]


def test_block_domain_one_of_two_blocks_at_a_time_is_enough():
    given = mission(blocks=(block("09:00-09:30", domains=("ai",)), block("09:00-09:30")))
    assert placed(draw(given, {"V1-H1": 0.9})) == ["V1-H1"]


def test_one_at_a_time_feasible_one_after_the_other():
    given = mission("V1", "H1", "H2", requests=(must("V1", "H1"), must("V1", "H2")))
    assert len({line[:5] for line in starts(draw(given))}) == 2


def test_one_at_a_time_infeasible_in_one_slot():
    given = mission("V1", "H1", "H2", blocks=ONE_SLOT, requests=(must("V1", "H1"), must("V1", "H2")))
    assert len(placed(draw(given))) == 1
    assert status(replace(given, requests=(), fixed=(fixed("V1", "H1"), fixed("V1", "H2")))) == "infeasible"


def test_one_at_a_time_fixed_variable():
    given = mission("V1", "H1", "H2")
    first, second = meeting(given, "V1-H1"), meeting(given, "V1-H2", table="2")
    found = check(given, programme(given, first, second))
    assert found == (Violation(Rule.ONE_AT_A_TIME, ("V1",), (first, second)),)
    assert check(given, programme(given, first, meeting(given, "V1-H2", "09:35"))) == ()


def test_one_at_a_time_two_representatives_hold_two_meetings():
    hosts = ("H1", "H2", "H3")
    given = mission(
        company("V1", representatives=2), *hosts, blocks=ONE_SLOT, tables=tables("hall/1", "hall/2", "hall/3"),
        requests=[want("V1", host) for host in hosts],
    )  # fmt: skip
    assert len(placed(draw(given))) == 2
    rows = [meeting(given, f"V1-{host}", table=host[1]) for host in hosts]
    assert check(given, programme(given, *rows[:2])) == ()
    assert broken(given, programme(given, *rows)) == [(Rule.ONE_AT_A_TIME, ("V1",))]


OVERLAPPING = (block("09:00-09:30"), block("09:20-09:50", venue="salon"))


def test_one_at_a_time_infeasible_in_overlapping_blocks():
    given = mission("V1", "H1", "H2", blocks=OVERLAPPING, tables=tables("hall/1", "salon/1"))
    asked = replace(given, requests=(must("V1", "H1"), must("V1", "H2")))
    assert len(placed(draw(asked))) == 1
    first, second = meeting(given, "V1-H1"), meeting(given, "V1-H2", "09:20", venue="salon")
    found = check(given, programme(given, first, second))
    assert found == (Violation(Rule.ONE_AT_A_TIME, ("V1",), (first, second)),)


def test_one_at_a_time_overlap_says_nothing_of_the_way():
    """Who is in two places at once breaks one rule, not a second one about the way between them."""
    given = mission(
        "V1", "H1", "H2", blocks=OVERLAPPING, tables=tables("hall/1", "salon/1"), travel=(way("hall", "salon", 30),)
    )
    rows = meeting(given, "V1-H1"), meeting(given, "V1-H2", "09:20", venue="salon")
    assert broken(given, programme(given, *rows)) == [(Rule.ONE_AT_A_TIME, ("V1",))]


@pytest.mark.parametrize("kind", ["plenary", "visit", "reception", "transfer", "break"])
def test_attendance_feasible_beside_a_block(kind):
    blocks = (block("09:00-10:05"), block("09:30-09:35", kind=kind))
    given = mission("V1", "H1", "H2", blocks=blocks, requests=(must("V1", "H1"), must("V1", "H2")))
    assert [line[:5] for line in starts(draw(given))] == ["09:00", "09:35"]


@pytest.mark.parametrize("kind", ["plenary", "visit", "reception", "transfer", "break"])
@pytest.mark.parametrize("who", ["V1", "visitor", "*"])
def test_attendance_infeasible_during_a_block(kind, who):
    blocks = (*ONE_SLOT, block("09:29-11:00", kind=kind, companies=(who,)))
    assert placed(draw(mission(blocks=blocks, requests=(must("V1", "H1"),)))) == []
    assert status(mission(blocks=blocks, fixed=(fixed("V1", "H1"),))) == "infeasible"


@pytest.mark.parametrize("kind", ["plenary", "visit", "reception", "transfer", "break"])
def test_attendance_fixed_variable(kind):
    blocks = (block("09:00-10:05"), block("09:20-09:35", kind=kind, companies=("V1",), title="Other"))
    given = mission(blocks=blocks)
    wrong, right = meeting(given, "V1-H1"), meeting(given, "V1-H1", "09:35")
    assert check(given, programme(given, wrong)) == (Violation(Rule.ATTENDANCE, ("V1",), (wrong,), "Other"),)
    assert check(given, programme(given, right)) == ()


def test_attendance_binds_all_representatives():
    blocks = (*ONE_SLOT, block("09:00-09:30", kind="plenary", companies=("V1",)))
    given = mission(company("V1", representatives=2), "H1", blocks=blocks, requests=(must("V1", "H1"),))
    assert placed(draw(given)) == []


TWO_VENUES = tables("hall/1", "salon/1")
APART = (block("09:00-09:30"), block("10:00-10:30", venue="salon"))


def two_venues(minutes, *companies, **given):
    values = {"blocks": APART, "tables": TWO_VENUES, "travel": (way("salon", "hall", minutes),)} | given
    return mission(*(companies or ("V1", "H1", "H2")), **values)


BOTH = (must("V1", "H1"), must("V1", "H2"))


@pytest.mark.parametrize(("minutes", "number"), [(0, 2), (29, 2), (30, 2), (31, 1)])
def test_travel_feasible_up_to_exactly_the_gap(minutes, number):
    assert len(placed(draw(two_venues(minutes, requests=BOTH)))) == number


def test_travel_infeasible_between_fixed_meetings():
    rows = fixed("V1", "H1", 0, "09:00"), fixed("V1", "H2", 0, "10:00")
    assert status(two_venues(31, fixed=rows)) == "infeasible"


def test_travel_fixed_variable():
    given = two_venues(31)
    first, second = meeting(given, "V1-H1"), meeting(given, "V1-H2", "10:00", venue="salon")
    found = check(given, programme(given, first, second))
    assert found == (Violation(Rule.TRAVEL, ("V1",), (first, second)),)
    assert check(two_venues(30), programme(given, first, second)) == ()


def test_travel_the_reverse_may_take_another_time():
    given = two_venues(10, travel=(way("hall", "salon", 40), way("salon", "hall", 10)), requests=BOTH)
    assert len(placed(draw(given))) == 1
    assert len(placed(draw(replace(given, travel=given.travel[1:])))) == 2


def test_travel_to_a_block_that_is_attended():
    blocks = (*ONE_SLOT, block("10:00-11:00", kind="plenary", venue="opera", companies=("V1",)))
    near, far = (mission(blocks=blocks, travel=(way("hall", "opera", n),), requests=BOTH[:1]) for n in (30, 31))
    assert placed(draw(near)) == ["V1-H1"]
    assert placed(draw(far)) == []
    made = meeting(far, "V1-H1")
    assert check(far, programme(far, made)) == (Violation(Rule.TRAVEL, ("V1",), (made,)),)
    assert check(near, programme(near, made)) == ()


def test_travel_a_block_without_a_venue_is_anywhere():
    blocks = (*ONE_SLOT, block("09:30-11:00", kind="plenary"))
    given = mission(blocks=blocks, travel=(way("hall", "opera", 60),), requests=BOTH[:1])
    assert placed(draw(given)) == ["V1-H1"]


def test_travel_one_of_two_representatives_can_come():
    two = company("V1", representatives=2)
    assert len(placed(draw(two_venues(31, two, "H1", "H2", requests=BOTH)))) == 2


def test_travel_both_representatives_are_on_the_way():
    two = company("V1", representatives=2)
    given = two_venues(31, two, "H1", "H2", "H3", tables=tables("hall/1", "hall/2", "salon/1"))
    rows = meeting(given, "V1-H1"), meeting(given, "V1-H2", table="2"), meeting(given, "V1-H3", "10:00", venue="salon")
    assert check(given, programme(given, *rows)) == (Violation(Rule.TRAVEL, ("V1",), rows),)
    assert check(given, programme(given, *rows[1:])) == ()
    asked = replace(given, requests=(*BOTH, must("V1", "H3")))
    assert len(placed(draw(asked))) == 2


def test_company_away_feasible_when_the_absence_touches():
    given = mission(blocks=(block("09:35-10:05"),), requests=BOTH[:1])
    for hours in ("-09:35", "09:00-09:35", "10:05-", "10:05-23:00"):
        assert placed(draw(replace(given, absences=(away("V1", 0, hours),)))) == ["V1-H1"]
    assert placed(draw(replace(given, absences=(away("V1", 1),)))) == ["V1-H1"]


@pytest.mark.parametrize("hours", ["-", "-09:36", "10:04-", "09:40-09:50", "08:00-12:00"])
@pytest.mark.parametrize("who", ["V1", "H1"])
def test_company_away_infeasible(who, hours):
    given = mission(blocks=(block("09:35-10:05"),), requests=BOTH[:1], absences=(away(who, 0, hours),))
    assert placed(draw(given)) == []
    assert status(replace(given, requests=(), fixed=(fixed("V1", "H1"),))) == "infeasible"


@pytest.mark.parametrize("hours", ["-", "-09:10", "09:20-", "09:10-09:15"])
def test_company_away_fixed_variable(hours):
    given = mission(absences=(away("V1", 0, hours),))
    wrong = meeting(given, "V1-H1")
    assert check(given, programme(given, wrong)) == (Violation(Rule.COMPANY_AWAY, ("V1",), (wrong,)),)
    present = replace(given, absences=(away("V1", 0, "09:30-"), away("V1", 1)))
    assert check(present, programme(given, wrong)) == ()


HOSTS = ("H1", "H2", "H3")
ALL_THREE = tuple(want("V1", host) for host in HOSTS)


@pytest.mark.parametrize(
    ("own", "of_all", "number"),
    [(None, 2, 2), (1, 2, 1), (3, 2, 3), (None, 8, 3), (2, 8, 2)],
)
def test_daily_limit_feasible_up_to_the_limit_of_the_company_else_of_the_mission(own, of_all, number):
    """A company's own limit takes the place of the mission's, whether it is lower or higher."""
    given = mission(
        company("V1", max_meetings_per_day=own), *HOSTS, requests=ALL_THREE,
        settings={"max_meetings_per_company_per_day": of_all},
    )  # fmt: skip
    assert len(placed(draw(given))) == number


def test_daily_limit_infeasible_for_fixed_meetings():
    rows = tuple(fixed("V1", host) for host in HOSTS)
    given = mission("V1", *HOSTS, fixed=rows, settings={"max_meetings_per_company_per_day": 2})
    assert status(given) == "infeasible"


def test_daily_limit_fixed_variable():
    given = mission("V1", *HOSTS, blocks=(block("09:00-10:40"), block("09:00-10:40", 1)))
    given = replace(given, companies=(company("V1", max_meetings_per_day=2), *given.companies[1:]))
    rows = [meeting(given, f"V1-{host}", start) for host, start in zip(HOSTS, ("09:00", "09:35", "10:10"), strict=True)]
    found = check(given, programme(given, *rows))
    assert found == (Violation(Rule.DAILY_LIMIT, ("V1",), tuple(rows), "3 > 2"),)
    rows[2] = meeting(given, "V1-H3", "10:10", 1)
    assert check(given, programme(given, *rows)) == ()


def test_pair_once_feasible_two_requests_are_one_meeting():
    given = mission(requests=(want("V1", "H1"), must("H1", "V1")), fixed=())
    drawn = draw(given, {"V1-H1": 0.9})
    assert placed(drawn) == ["V1-H1"]
    assert [m.level.value for m in drawn.programme.meetings] == ["must"]


def test_pair_once_infeasible_a_second_meeting_is_not_suggested():
    given = mission(fixed=(fixed("V1", "H1"),), requests=(must("V1", "H1"),), settings={"min_meetings_per_company": 2})
    assert placed(draw(given, {"V1-H1": 0.9})) == ["V1-H1"]


def test_pair_once_fixed_variable():
    given = mission()
    first, second = meeting(given, "V1-H1"), meeting(given, "H1-V1", "09:35")
    found = check(given, programme(given, first, second))
    assert found == (Violation(Rule.PAIR_ONCE, ("H1", "V1"), (first, second)),)
    assert check(given, programme(given, first)) == ()


def test_pair_once_nobody_meets_itself():
    given = mission()
    assert (Rule.PAIR_ONCE, ("V1",)) in broken(given, programme(given, meeting(given, "V1-V1")))


def test_avoid_feasible_for_other_pairs():
    given = mission("V1", "H1", "H2", requests=(avoid("V1", "H1"), want("V1", "H2")))
    assert placed(draw(given, {"V1-H1": 1.0})) == ["V1-H2"]


@pytest.mark.parametrize("status_of_avoid", ["accepted", "pending", "declined", "expired"])
def test_avoid_infeasible_whatever_was_asked(status_of_avoid):
    wish = replace(avoid("H1", "V1"), status=want("H1", "V1", status_of_avoid).status)
    given = mission(requests=(must("V1", "H1"), wish), fixed=(fixed("V1", "H1"),))
    drawn = draw(given, {"V1-H1": 1.0})
    assert (drawn.programme.status, placed(drawn)) == ("optimal", [])
    assert [row.pair for row in drawn.programme.unplaced] == [frozenset(("V1", "H1"))]


def test_avoid_fixed_variable():
    given = mission(requests=(avoid("V1", "H1"),))
    wrong = meeting(given, "V1-H1")
    assert check(given, programme(given, wrong)) == (Violation(Rule.AVOID, ("H1", "V1"), (wrong,)),)
    assert check(given, programme(given)) == ()


@pytest.mark.parametrize("asked", [{"requests": (want("V2", "V1"),)}, {"fixed": (fixed("V2", "V1"),)}])
def test_same_side_feasible_where_asked_for(asked):
    assert placed(draw(mission("V1", "V2", "H1", **asked))) == ["V2-V1"]


@pytest.mark.parametrize("answer", ["pending", "declined", "expired"])
def test_same_side_infeasible_unless_asked_for(answer):
    given = mission("V1", "V2", "H1", requests=(want("V2", "V1", answer),))
    assert placed(draw(given, {"V1-V2": 1.0})) == []
    assert placed(draw(replace(given, requests=()), {"V1-V2": 1.0})) == []


def test_same_side_fixed_variable():
    given = mission("V1", "V2", "H1")
    wrong = meeting(given, "V1-V2")
    assert check(given, programme(given, wrong)) == (Violation(Rule.SAME_SIDE, ("V1", "V2"), (wrong,)),)
    assert check(replace(given, requests=(want("V1", "V2"),)), programme(given, wrong)) == ()
