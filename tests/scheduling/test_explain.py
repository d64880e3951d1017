"""Why a meeting is not in a programme, and what would let it in: every remedy is tried out here."""

from dataclasses import replace
from datetime import timedelta

import pytest

from karvan.languages import LANGUAGES
from karvan.languages.messages import has_message
from karvan.mission.programme import Reason
from karvan.mission.rules import Rule
from karvan.scheduling.explain import obstacles, why_not
from karvan.scheduling.referee import check
from karvan.scheduling.room import COMPANY_RULES
from scheduling.missions import (
    at,
    avoid,
    away,
    block,
    company,
    draw,
    fixed,
    interpreter,
    meeting,
    mission,
    must,
    offer,
    pair,
    programme,
    tables,
    two_languages,
    visit,
    want,
    way,
)

ONE_SLOT = (block("09:00-09:30"),)
AT_NINE = ("2025-12-03 09:00",)
PAIR = pair("V1-H1")


def said(reason):
    return reason.code, dict(reason.values)


def reasons(given, made, names="V1-H1"):
    found = why_not(given, made, pair(names))
    for reason in found.reasons:
        assert all(has_message(lang, f"reason-{reason.code}") for lang in LANGUAGES)
    for reason in found.relaxations:
        assert all(has_message(lang, f"relaxation-{reason.code}") for lang in LANGUAGES)
    return found


def fits(given, made, start, number=0, *, visits=None, **more):
    """Whether V1 and H1 can meet at a time, with all other meetings where they are."""
    meetings = tuple(m for m in made.meetings)
    places = [(v, t) for v in ("hall", "salon") for t in given.tables_at.get(v, ("",))]
    helpers = ["", *given.interpreter]
    return any(
        check(given, programme(given, *meetings, trial, visits=visits)) == ()
        for venue, table in places
        for helper in helpers
        for trial in [meeting(given, "V1-H1", start, number, venue=venue, table=table, interpreter=helper)]
    )


def test_each_reason_has_a_message_in_every_language():
    codes = [rule.value for rule in (*COMPANY_RULES, Rule.AVOID, Rule.TABLE, Rule.HOME_TABLE, Rule.FIXED)]
    codes += ["interpreter-needed", "room-left", "not-asked-for", "not-accepted", "same-side"]
    codes += ["fixed-clash", "nothing-placed", "for-company"]
    assert [(lang, c) for lang in LANGUAGES for c in codes if not has_message(lang, f"reason-{c}")] == []


def busy_company():
    given = mission("V1", "V2", "H1", "H2", blocks=ONE_SLOT, requests=(must("V1", "H1"),))
    made = programme(given, meeting(given, "V1-H2"))
    better = replace(given, companies=(company("V1", representatives=2), *given.companies[1:]))
    return given, made, "one-at-a-time", {"company": "V1", "other": "H2"}, [(better, made), (given, programme(given))]


def no_table():
    given = mission("V1", "V2", "H1", "H2", blocks=ONE_SLOT, tables=tables("hall/1"), requests=(must("V1", "H1"),))
    made = programme(given, meeting(given, "V2-H2"))
    return given, made, "table", {}, [(replace(given, tables=tables("hall/1", "hall/2")), made)]


def home_table_taken():
    given = mission("V1", "V2", company("H1", home_table="2"), "H2", blocks=ONE_SLOT, requests=(must("V1", "H1"),))
    made = programme(given, meeting(given, "V2-H2", table="2"))
    free = replace(given, companies=(*given.companies[:2], company("H1"), given.companies[3]))
    return given, made, "home-table", {"company": "H1"}, [(free, made)]


def two_home_tables():
    given = mission(company("V1", home_table="1"), company("H1", home_table="2"), blocks=ONE_SLOT, requests=(
        must("V1", "H1"),
    ))  # fmt: skip
    free = replace(given, companies=(company("H1"), company("V1", home_table="1")))
    return given, programme(given), "home-table", {"company": "H1"}, [(free, programme(given))]


def home_table_elsewhere():
    """The home table has a number that is free in the hall, and is at another venue all the same."""
    given = mission("V1", company("H1", home_table="salon/1"), blocks=ONE_SLOT, tables=tables("hall/1", "salon/1"))
    given = replace(given, requests=(must("V1", "H1"),))
    free = replace(given, companies=(company("V1"), company("H1")))
    return given, programme(given), "home-table", {"company": "H1"}, [(free, programme(given))]


def no_interpreter():
    people = two_languages("V1", "V2", "H1", "H2")
    given = mission(*people, blocks=ONE_SLOT, interpreters=(interpreter(),), requests=(must("V1", "H1"),))
    made = programme(given, meeting(given, "V2-H2", interpreter="I1"))
    better = replace(given, interpreters=(interpreter(), interpreter("I2")))
    return given, made, "interpreter-needed", {}, [(better, made)]


def daily_limit():
    blocks = (block("09:00-09:30"), block("09:35-10:05"))
    given = mission(company("V1", max_meetings_per_day=1), "H1", "H2", blocks=blocks, requests=(must("V1", "H1"),))
    made = programme(given, meeting(given, "V1-H2", "09:35"))
    better = replace(given, companies=(company("V1", max_meetings_per_day=2), *given.companies[1:]))
    return given, made, "daily-limit", {"company": "V1"}, [(better, made)]


def absent():
    given = mission(blocks=ONE_SLOT, absences=(away("H1", 0, "-09:20"),), requests=(must("V1", "H1"),))
    return given, programme(given), "company-away", {"company": "H1"}, [(replace(given, absences=()), programme(given))]


def attending():
    plenary = block("08:00-09:10", kind="plenary", companies=("V1", "V2"))
    given = mission("V1", "V2", "H1", blocks=(*ONE_SLOT, plenary), requests=(must("V1", "H1"),))
    excused = replace(given, blocks=(*ONE_SLOT, replace(plenary, companies=("V2",))))
    return given, programme(given), "attendance", {"company": "V1"}, [(excused, programme(excused))]


def travelling():
    blocks = (*ONE_SLOT, block("08:00-08:50", kind="plenary", venue="opera", companies=("V1",)))
    given = mission(blocks=blocks, travel=(way("opera", "hall", 20),), requests=(must("V1", "H1"),))
    faster = replace(given, travel=(way("opera", "hall", 10),))
    return given, programme(given), "travel", {"company": "V1"}, [(faster, programme(given))]


def other_domain():
    given = mission(blocks=(block("09:00-09:30", domains=("ai",)),), opportunities=(offer("V1", "ai"),))
    return given, programme(given), "block-domain", {}, [(replace(given, blocks=ONE_SLOT), programme(given))]


CASES = [
    busy_company, no_table, home_table_taken, two_home_tables, home_table_elsewhere, no_interpreter, daily_limit,
    absent, attending, travelling, other_domain,
]  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_a_relaxation_lets_the_meeting_in_without_moving_others(case):
    given, made, code, who, remedies = case()
    found = reasons(given, made)
    proposed = {reason.code: dict(reason.values) for reason in found.relaxations}
    assert proposed[code] == {"times": AT_NINE} | who
    assert not fits(given, made, "09:00")
    for better, programme_of_others in remedies:
        assert fits(better, programme_of_others, "09:00")
        assert reasons(better, programme_of_others).reasons[0].code in {"room-left", "not-asked-for"}


@pytest.mark.parametrize("case", CASES)
def test_the_reason_names_the_rule(case):
    given, made, code, who, _ = case()
    (first, *_) = reasons(given, made).reasons
    assert first.code == code
    assert {key: value for key, value in who.items() if key == "company"}.items() <= dict(first.values).items()


def test_reasons_part_the_slots_and_add_up():
    blocks = (block("09:00-10:40"), block("09:00-09:30", 1), block("09:20-09:30", 1, "plenary", companies=("H1",)))
    given = mission(
        "V1", "V2", "H1", "H2", "H3", blocks=blocks, tables=tables("hall/1"), requests=(must("V1", "H1"),),
        absences=(away("V1", 0, "-09:30"),),
    )  # fmt: skip
    made = programme(given, meeting(given, "V1-H2", "09:35"), meeting(given, "V2-H3", "10:10"))
    (head, together), *found = (said(reason) for reason in reasons(given, made).reasons)
    assert (head, together["times"]) == ("free-together", ("2025-12-03 10:10",))
    assert [(code, values.get("company"), values["n"], values["total"]) for code, values in found] == [
        ("attendance", "H1", 1, 4),
        ("company-away", "V1", 1, 4),
        ("one-at-a-time", "V1", 1, 4),
        ("table", None, 1, 4),
    ]
    assert sorted(time for _, values in found for time in values["times"]) == sorted(obstacles(given, made, PAIR))


def test_avoid_is_the_only_reason_and_has_no_remedy():
    given = mission(requests=(must("V1", "H1"), avoid("H1", "V1")), tables=())
    found = reasons(given, programme(given))
    assert (found.reasons, found.relaxations) == ((Reason("avoid"),), ())


def test_room_left_for_a_pair_that_was_asked_for():
    given = mission(blocks=ONE_SLOT, requests=(want("V1", "H1"),))
    assert reasons(given, programme(given)).reasons == (Reason("room-left", (("times", AT_NINE),)),)


@pytest.mark.parametrize(
    ("requests", "code"),
    [((), "not-asked-for"), ((want("V1", "H1", "pending"),), "not-accepted"), ((must("H1", "V1", "declined"),),
     "not-accepted")],
)  # fmt: skip
def test_room_for_a_pair_that_nobody_asked_for(requests, code):
    given = mission(blocks=ONE_SLOT, requests=requests)
    found = reasons(given, programme(given))
    assert (found.company, found.counterpart, found.level.value) == ("V1", "H1", "suggestion")
    assert (found.reasons, found.relaxations) == ((Reason(code, (("times", AT_NINE),)),), ())


@pytest.mark.parametrize("requests", [(), (want("V2", "V1", "pending"),)])
def test_same_side_without_a_request(requests):
    given = mission("V1", "V2", "H1", requests=requests)
    found = reasons(given, programme(given), "V1-V2")
    assert (found.reasons, found.relaxations) == ((Reason("same-side"),), ())


def test_no_block_for_both():
    given = mission(blocks=(block("09:00-09:30", companies=("V1",)),), requests=(must("V1", "H1"),))
    found = reasons(given, programme(given))
    assert found.reasons == (Reason("within-block", (("companies", ("H1", "V1")),)),)


def test_at_a_time_with_two_venues_the_better_one_counts():
    blocks = (block("09:00-09:30"), block("09:00-09:30", venue="salon"))
    given = mission(
        "V1", "V2", "H1", "H2", blocks=blocks, tables=tables("hall/1", "salon/1"), requests=(must("V1", "H1"),)
    )
    made = programme(given, meeting(given, "V2-H2"))
    assert [reason.code for reason in reasons(given, made).reasons] == ["room-left"]


def test_at_most_three_relaxations_cheapest_first():
    blocks = tuple(block(f"{hour:02}:00-{hour:02}:30") for hour in range(9, 14))
    plenary = block("12:00-12:30", kind="plenary", companies=("V1",))
    given = mission(
        "V1", "V2", "H1", "H2", "H3", blocks=(*blocks, plenary), requests=(must("V1", "H1"),),
        absences=(away("V1", 0, "10:00-10:30"), away("H1", 0, "13:00-")),
    )  # fmt: skip
    both_taken = meeting(given, "V2-H2", "09:00"), meeting(given, "V2-H3", "09:00", table="2")
    made = programme(given, *both_taken, meeting(given, "V1-H3", "11:00"))
    found = reasons(given, made)
    assert [(r.code, dict(r.values).get("company")) for r in found.relaxations] == [
        ("company-away", "V1"), ("attendance", "V1"), ("company-away", "H1"),
    ]  # fmt: skip


def test_a_visit_that_was_chosen_counts_as_a_block():
    blocks = (*ONE_SLOT, visit("08:00-10:00", companies=("visitor",), capacity=1))
    given = mission(blocks=blocks, requests=(must("V1", "H1"),))
    made = programme(given, visits={"Plant": ["V1"]})
    assert [said(reason)[0] for reason in reasons(given, made).reasons] == ["attendance"]
    assert fits(given, programme(given), "09:00", visits={"Plant": []})


def test_a_fixed_meeting_that_is_impossible_says_why():
    given = mission(blocks=(block("09:00-10:05"),), fixed=(fixed("V1", "H1", 0, "09:00"),), absences=(
        away("V1", 0, "-09:20"),
    ))  # fmt: skip
    drawn = draw(given)
    (row,) = drawn.programme.unplaced
    assert drawn.programme.status == "infeasible"
    assert [said(reason)[0] for reason in row.reasons] == ["company-away", "fixed"]
    assert {reason.code: dict(reason.values)["times"] for reason in row.relaxations} == {
        "fixed": ("2025-12-03 09:35",), "company-away": AT_NINE,
    }  # fmt: skip
    moved = replace(given, fixed=(fixed("V1", "H1", 0, "09:35"),))
    assert fits(moved, programme(moved), "09:35")
    present = replace(given, absences=())
    assert fits(present, programme(present), "09:00")


def test_fixed_meetings_that_contradict_each_other_are_named():
    rows = fixed("V1", "H1", 0, "09:00"), fixed("V2", "H3"), fixed("V2", "H4"), fixed("V1", "H2", 0, "09:00")
    given = mission("V1", "V2", "H1", "H2", "H3", "H4", fixed=rows, requests=(must("V2", "H1"), avoid("V2", "H3")))
    found = {row.pair: row for row in draw(given).programme.unplaced}
    assert found[PAIR].reasons == (Reason("fixed-clash", (("companies", ("H2", "V1")),)),)
    assert found[pair("V1-H2")].reasons == (Reason("fixed-clash", (("companies", ("H1", "V1")),)),)
    for names in ("V2-H1", "V2-H4"):
        assert found[pair(names)].reasons == (Reason("nothing-placed", (("companies", ("H1", "H2", "V1")),)),)
    assert found[pair("V2-H3")].reasons == (Reason("avoid"),)


def test_a_fixed_table_or_interpreter_that_is_taken_has_no_easy_remedy():
    people = two_languages("V1", "V2", "H1", "H2")
    row = fixed("V1", "H1", 0, "09:00", "hall/1", "I1")
    helpers = interpreter(), interpreter("I2")
    given = mission(*people, blocks=ONE_SLOT, interpreters=helpers, fixed=(row,))
    for taken in ({"table": "2", "interpreter": "I1"}, {"table": "1", "interpreter": "I2"}):
        found = reasons(given, programme(given, meeting(given, "V2-H2", **taken)))
        assert found.relaxations == ()
    found = reasons(given, programme(given, meeting(given, "V2-H2", table="2", interpreter="I2")))
    assert [reason.code for reason in found.reasons] == ["room-left"]


def test_a_slot_just_after_another_meeting_needs_two_changes():
    """Who would have to give up two meetings gets no proposal to give up one."""
    blocks = (block("09:00-10:05"), block("09:20-09:50"))
    given = mission("V1", "H1", "H2", "H3", blocks=blocks, requests=(must("V1", "H1"),))
    made = programme(given, meeting(given, "V1-H2"), meeting(given, "V1-H3", "09:35"))
    times = {dict(reason.values)["times"] for reason in reasons(given, made).relaxations}
    assert ("2025-12-03 09:20",) not in times
    assert at(given, "09:20") - at(given, "09:00") == timedelta(minutes=20)
