"""Why no programme can hold a meeting: smallest sets of causes, and remedies that are proved to help."""

from __future__ import annotations

from dataclasses import replace

import pytest

from karvan.mission.mission import Mission
from karvan.mission.programme import Reason
from karvan.mission.rules import Rule
from karvan.scheduling.left_out import LIFT, Cause, Verdict, explain_absence, remedy
from karvan.scheduling.stop import Limits
from scheduling.missions import (
    away,
    block,
    company,
    draw,
    interpreter,
    mission,
    must,
    pair,
    placed,
    steady,
    tables,
    two_languages,
    want,
)

ONE_SLOT = (block("09:00-09:30"),)

CASES: dict[Rule, tuple[Mission, str, str]] = {
    Rule.TABLE: (
        mission(
            "V1",
            "V2",
            "H1",
            "H2",
            blocks=ONE_SLOT,
            tables=tables("hall/1"),
            requests=(must("V1", "H1"), want("V2", "H2")),
        ),
        "V2-H2",
        "",
    ),
    Rule.INTERPRETER_NEEDED: (
        mission(
            *two_languages("V1", "V2", "H1", "H2"),
            blocks=ONE_SLOT,
            interpreters=(interpreter(),),
            requests=(must("V1", "H1"), want("V2", "H2")),
        ),
        "V2-H2",
        "",
    ),
    Rule.ONE_AT_A_TIME: (
        mission("V1", "H1", "H2", blocks=ONE_SLOT, requests=(must("V1", "H1"), want("V1", "H2"))),
        "V1-H2",
        "V1",
    ),
    Rule.DAILY_LIMIT: (
        mission(company("V1", max_meetings_per_day=1), "H1", "H2", requests=(must("V1", "H1"), want("V1", "H2"))),
        "V1-H2",
        "V1",
    ),
    Rule.COMPANY_AWAY: (mission(requests=(want("V1", "H1"),), absences=(away("V1"),)), "V1-H1", "V1"),
    Rule.ATTENDANCE: (
        mission(
            blocks=(block("09:00-10:40"), block("09:00-10:40", kind="plenary", companies=("V1",))),
            requests=(want("V1", "H1"),),
        ),
        "V1-H1",
        "V1",
    ),
    Rule.WITHIN_BLOCK: (
        mission(blocks=(block("09:00-10:40", companies=("H1",)),), requests=(want("V1", "H1"),)),
        "V1-H1",
        "",
    ),
}
"""For each cause: a mission in which it alone keeps a meeting out, the meeting, and whom it concerns."""


def verdict(given: Mission, names: str) -> Verdict | None:
    met = map(pair, placed(draw(given)))
    return explain_absence(given, pair(names), visits={}, placed=met, stop=steady())


@pytest.mark.parametrize("rule", CASES)
def test_one_cause_is_found_and_lifting_it_helps(rule: Rule) -> None:
    given, names, who = CASES[rule]
    assert verdict(given, names) == Verdict((Cause(rule, who),), (Cause(rule, who),))


@pytest.mark.parametrize("rule", CASES)
def test_with_the_remedy_everything_that_was_placed_stays(rule: Rule) -> None:
    given, names, who = CASES[rule]
    before = placed(draw(given))
    changed = LIFT[rule](given, pair(names), who)
    assert set(before) | {names} <= set(placed(draw(changed)))


def test_every_cause_that_can_be_lifted_has_a_case() -> None:
    assert CASES.keys() == LIFT.keys()


def test_of_two_causes_that_each_suffice_one_is_given_and_no_change_helps_alone() -> None:
    given = mission(requests=(want("V1", "H1"),), absences=(away("V1"), away("H1")))
    assert verdict(given, "V1-H1") == Verdict((Cause(Rule.COMPANY_AWAY, "H1"),), ())


def test_what_no_such_change_helps_is_not_explained() -> None:
    homes = (company("V1", home_table="hall/1"), company("H1", home_table="hall/2"))
    assert verdict(mission(*homes, requests=(want("V1", "H1"),)), "V1-H1") is None


def test_a_meeting_that_is_possible_after_all_has_no_causes() -> None:
    given = mission(requests=(want("V1", "H1"),))
    assert explain_absence(given, pair("V1-H1"), visits={}, placed=(), stop=steady()) is None


def test_out_of_time_nothing_is_claimed() -> None:
    given, names, _ = CASES[Rule.TABLE]
    over = Limits(clock=lambda: 1.0, deadline=0.0)
    assert explain_absence(given, pair(names), visits={}, placed=(), stop=over) is None


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        (Rule.TABLE, Reason("one-more-table", (("companies", ("V2", "H2")),))),
        (Rule.INTERPRETER_NEEDED, Reason("one-more-interpreter", (("languages", ("fa", "ru")),))),
        (Rule.DAILY_LIMIT, Reason("one-more-a-day", (("company", "V1"),))),
    ],
)
def test_a_remedy_is_named(rule: Rule, reason: Reason) -> None:
    given, names, who = CASES[rule]
    assert remedy(given, pair(names), Cause(rule, who)) == reason


def test_the_programme_names_the_proved_cause_alone_and_the_remedy_first() -> None:
    given, names, _ = CASES[Rule.INTERPRETER_NEEDED]
    given = replace(given, tables=tables("hall/1", "hall/2"))
    (row,) = draw(given).programme.unplaced
    assert row.pair == pair(names)
    assert [reason.code for reason in row.reasons] == ["interpreter-needed"]
    assert [reason.code for reason in row.relaxations] == ["one-more-interpreter", "interpreter-needed"]


def test_the_reasons_of_a_programme_add_up_to_all_slots():
    """A proved cause is told wherever it is in the way; the other slots keep what is in the way there."""
    given = mission(
        *two_languages("V1", "V2", "H1", "H2"), interpreters=(interpreter(max_minutes_per_day=60),),
        requests=(must("V1", "H1"), must("V2", "H1"), want("V1", "H2")), absences=(away("V1", 0, "-09:30"),),
    )  # fmt: skip
    (row,) = draw(given).programme.unplaced
    counted = [dict(reason.values) for reason in row.reasons if "total" in dict(reason.values)]
    assert sum(values["n"] for values in counted) == counted[0]["total"] == 3
    assert "interpreter-needed" in {reason.code for reason in row.reasons}
    assert row.relaxations[0].code == "one-more-interpreter"
