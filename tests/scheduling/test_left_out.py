"""Why no programme can hold a meeting: smallest sets of causes, and remedies that are proved to help."""

from __future__ import annotations

from dataclasses import replace

import pytest

from karvan.mission.mission import Mission
from karvan.mission.programme import Reason
from karvan.mission.rules import Rule
from karvan.scheduling.explain import why_not
from karvan.scheduling.left_out import REARRANGED, Verdict, explain_absence, explained, remedy
from karvan.scheduling.lifts import (
    LIFTS_FOR_BOTH,
    LIFTS_FOR_ONE,
    Cause,
    Change,
    Cost,
    Situation,
    causes_of,
    changed,
)
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
    visit,
    want,
    way,
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
    Rule.HOME_TABLE: (
        mission(company("V1", home_table="hall/1"), company("H1", home_table="hall/2"), requests=(want("V1", "H1"),)),
        "V1-H1",
        "H1",
    ),
    Rule.TRAVEL: (
        mission(
            blocks=(
                block("09:00-09:30", kind="plenary", venue="opera"),
                block("09:40-10:10"),
                block("10:20-10:50", kind="plenary", venue="opera"),
            ),
            requests=(want("V1", "H1"),),
            travel=(way("opera", "hall", 20),),
        ),
        "V1-H1",
        "",
    ),
}
"""For each cause: a mission in which it alone keeps a meeting out, the meeting, and whom it concerns."""


ALONG_WITH = {
    Rule.HOME_TABLE: (Cause(Rule.HOME_TABLE, "V1"),),
    Rule.TRAVEL: (Cause(Rule.ATTENDANCE, "H1"),),
}
"""Causes without which the meeting would be possible: there, each of them alone can be lifted."""

FIRST_REMEDY = {
    Rule.TABLE: (Cost.TABLE, "one-more-table"),
    Rule.INTERPRETER_NEEDED: (Cost.INTERPRETER, "one-more-interpreter"),
    Rule.ONE_AT_A_TIME: (Cost.LIMIT, "one-more-representative"),
    Rule.DAILY_LIMIT: (Cost.LIMIT, "one-more-a-day"),
    Rule.COMPANY_AWAY: (Cost.COMPANY, "present"),
    Rule.ATTENDANCE: (Cost.COMPANY, "excused"),
    Rule.HOME_TABLE: (Cost.COMPANY, "another-table"),
    Rule.WITHIN_BLOCK: (Cost.LIMIT, "admitted"),
    Rule.TRAVEL: (Cost.LIMIT, "no-way"),
}


def cost_and_code(changes: tuple[Change, ...]) -> tuple[Cost, str]:
    (change,) = changes
    return change.cost, change.reason.code


def verdict(given: Mission, names: str) -> Verdict | None:
    met = map(pair, placed(draw(given)))
    return explain_absence(given, pair(names), visits={}, placed=met, stop=steady())


@pytest.mark.parametrize("rule", CASES)
def test_one_cause_is_found_and_lifting_it_helps(rule: Rule) -> None:
    given, names, who = CASES[rule]
    found = verdict(given, names)
    assert found is not None
    assert set(found.causes) == {Cause(rule, who), *ALONG_WITH.get(rule, ())}
    assert cost_and_code(found.remedies[0]) == FIRST_REMEDY[rule]


@pytest.mark.parametrize("rule", CASES)
def test_with_the_remedy_everything_that_was_placed_stays(rule: Rule) -> None:
    given, names, who = CASES[rule]
    before = placed(draw(given))
    now = Situation(given, {})
    after = changed(now, causes_of(now, pair(names))[Cause(rule, who)]).mission
    assert set(before) | {names} <= set(placed(draw(after)))


def test_every_cause_that_can_be_lifted_has_a_case() -> None:
    assert CASES.keys() == LIFTS_FOR_BOTH.keys() | LIFTS_FOR_ONE.keys()


def test_of_two_causes_that_each_suffice_one_is_given_and_the_changes_help_together() -> None:
    given = mission(requests=(want("V1", "H1"),), absences=(away("V1"), away("H1")))
    found = verdict(given, "V1-H1")
    assert found is not None
    assert found.causes == (Cause(Rule.COMPANY_AWAY, "H1"),)
    ((first, second),) = found.remedies
    assert remedy((first, second)) == Reason("both", parts=(first.reason, second.reason))
    assert [dict(change.reason.values)["company"] for change in (first, second)] == ["V1", "H1"]


def test_what_no_such_change_helps_is_not_explained() -> None:
    assert verdict(mission(blocks=(), requests=(want("V1", "H1"),)), "V1-H1") is None


def test_a_meeting_that_is_possible_after_all_needs_nobody_to_give_anything_up() -> None:
    given = mission(requests=(want("V1", "H1"),))
    found = explain_absence(given, pair("V1-H1"), visits={}, placed=(), stop=steady())
    assert found == Verdict((), ((REARRANGED,),))


def test_another_meeting_is_given_up_only_where_nothing_cheaper_helps() -> None:
    """Away in the only other slot, twice bound in it: one change does not open it, giving up a meeting does."""
    given = mission(
        "V1", "H1", "H2", blocks=(block("09:00-09:30"),), tables=tables("hall/1"),
        requests=(want("V1", "H2"), want("V1", "H1")),
    )  # fmt: skip
    found = explain_absence(given, pair("V1-H1"), visits={}, placed=(pair("V1-H2"),), stop=steady())
    assert found is not None
    assert [cost_and_code(changes) for changes in found.remedies] == [(Cost.MEETING, "given-up")]


def test_who_is_on_a_chosen_visit_can_be_excused_from_it() -> None:
    given = mission(blocks=(block("09:00-09:30"), visit("08:00-10:00")), requests=(want("V1", "H1"),))
    found = explain_absence(given, pair("V1-H1"), visits={1: ("V1",)}, placed=(), stop=steady())
    assert found is not None
    assert found.causes == (Cause(Rule.ATTENDANCE, "V1"),)
    assert remedy(found.remedies[0]) == Reason("excused", (("company", "V1"), ("times", ("2025-12-03 09:00",))))


def test_out_of_time_nothing_is_claimed() -> None:
    given, names, _ = CASES[Rule.TABLE]
    over = Limits(clock=lambda: 1.0, deadline=0.0)
    assert explain_absence(given, pair(names), visits={}, placed=(), stop=over) is None


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        (Rule.TABLE, Reason("one-more-table", (("venue", "hall"),))),
        (Rule.INTERPRETER_NEEDED, Reason("one-more-interpreter", (("languages", ("fa", "ru")),))),
        (Rule.DAILY_LIMIT, Reason("one-more-a-day", (("company", "V1"),))),
    ],
)
def test_a_remedy_is_named(rule: Rule, reason: Reason) -> None:
    given, names, who = CASES[rule]
    (change,) = causes_of(Situation(given, {}), pair(names))[Cause(rule, who)]
    assert remedy((change,)) == reason


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


def test_nobody_who_did_not_ask_is_explained_by_solving_again() -> None:
    given = mission("V1", "H1", "H2", blocks=ONE_SLOT, requests=(must("V1", "H1"),))
    made = draw(given).programme
    row = why_not(given, made, pair("V1-H2"))
    assert explained(given, made, row, visits={}, stop=steady()) is row


def test_proved_and_tried_remedies_come_together_cheapest_first() -> None:
    given, _, _ = CASES[Rule.ATTENDANCE]
    given = replace(given, companies=(*given.companies, company("H2")), requests=(*given.requests, want("V1", "H2")),
                    absences=(away("H1", 0, "-09:35"),), tables=tables("hall/1"))  # fmt: skip
    for row in draw(given).programme.unplaced:
        assert [reason.code for reason in row.relaxations][:1] == ["excused"]
