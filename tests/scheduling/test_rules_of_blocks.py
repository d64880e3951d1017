"""The rules about what a programme must contain: fixed meetings, visits, blocks, requests, figures."""

from dataclasses import replace

import pytest

from karvan.mission.programme import Figure
from karvan.mission.rules import Rule
from karvan.scheduling.referee import Violation, check, figures
from scheduling.missions import (
    avoid,
    away,
    block,
    broken,
    company,
    draw,
    fixed,
    interpreter,
    meeting,
    mission,
    must,
    pair,
    placed,
    programme,
    starts,
    status,
    tables,
    two_languages,
    unplaced,
    visit,
    want,
    way,
)

TWO_DAYS = (block("09:00-10:40"), block("09:00-10:40", 1))


@pytest.mark.parametrize(
    "row",
    [
        fixed("V1", "H1"),
        fixed("H1", "V1", 1),
        fixed("V1", "H1", None, "09:35"),
        fixed("V1", "H1", 1, "10:10"),
        fixed("V1", "H1", 1, "10:10", "hall/2"),
        fixed("V1", "H1", table="2"),
        fixed("V1", "H1", by="I2"),
    ],
)
def test_fixed_feasible_each_given_part_is_kept(row):
    given = mission(
        *two_languages("V1", "H1"), blocks=TWO_DAYS, fixed=(row,), interpreters=(interpreter(), interpreter("I2"))
    )
    drawn = draw(given)
    (found,) = drawn.programme.meetings
    assert placed(drawn) == ["V1-H1"]
    assert found.level.value == "fixed"
    assert row.date in {None, found.start.date()}
    assert row.start in {None, found.start.time()}
    assert row.table is None or found.table == "2"
    assert row.interpreter in {"", found.interpreter}


@pytest.mark.parametrize(
    "rows",
    [
        (fixed("V1", "H1", 2),),  # no block that day
        (fixed("V1", "H1", 0, "09:00"), fixed("V1", "H2", 0, "09:00")),  # one company twice at once
        (fixed("V1", "H1", 0, "09:00", "1"), fixed("V2", "H2", 0, "09:00", "hall/1")),  # one table twice
    ],
)
def test_fixed_infeasible(rows):
    given = mission("V1", "V2", "H1", "H2", blocks=TWO_DAYS, fixed=rows, requests=(want("V2", "H1"),))
    drawn = draw(given)
    assert (drawn.programme.status, drawn.programme.meetings) == ("infeasible", ())
    assert {row.pair for row in drawn.programme.unplaced} == {pair("V2-H1"), *(row.pair for row in rows)}


def test_fixed_variable():
    row = fixed("V1", "H1", 0, "09:35", "hall/2", "I1")
    given = mission(*two_languages("V1", "H1"), blocks=TWO_DAYS, fixed=(row,), interpreters=(
        interpreter(), interpreter("I2"),
    ))  # fmt: skip
    right = meeting(given, "V1-H1", "09:35", table="2", interpreter="I1")
    assert check(given, programme(given, right)) == ()
    for wrong in (
        meeting(given, "V1-H1", "09:00", table="2", interpreter="I1"),
        meeting(given, "V1-H1", "09:35", 1, table="2", interpreter="I1"),
        replace(right, table="1"),
        replace(right, interpreter="I2"),
    ):
        assert check(given, programme(given, wrong)) == (Violation(Rule.FIXED, ("V1", "H1"), (wrong,)),)
    assert check(given, programme(given)) == (Violation(Rule.FIXED, ("V1", "H1")),)


def test_fixed_gives_way_to_an_avoid():
    given = mission(fixed=(fixed("V1", "H1", 0, "09:00"),), requests=(avoid("H1", "V1"),))
    assert placed(draw(given)) == []
    assert check(given, programme(given)) == ()


OFF_GRID = fixed("V1", "H1", 0, "13:10", "hall/1")


def test_fixed_outside_the_slots_has_the_usual_length():
    drawn = draw(mission(fixed=(OFF_GRID,)))
    (found,) = drawn.programme.meetings
    assert placed(drawn) == ["V1-H1"]
    assert (f"{found.start:%H:%M}", f"{found.end:%H:%M}", found.venue, found.table) == ("13:10", "13:40", "hall", "1")


def test_fixed_outside_the_slots_keeps_others_apart():
    """It overlaps the slots 09:00 and 09:35 of the grid, for its companies and for its table."""
    row = fixed("V1", "H1", 0, "09:10", "hall/1")
    given = mission("V1", "V2", "H1", "H2", "H3", fixed=(row,), requests=(must("V1", "H2"), must("V2", "H3")))
    assert starts(draw(given))[-1] == "10:10 V1-H2"
    seated = [(m.start, m.table) for m in draw(given).programme.meetings if m.pair == pair("V2-H3")]
    assert seated[0][1] in {"1", "2"}
    given = replace(given, tables=tables("hall/1"), requests=(must("V2", "H3"),))
    assert starts(draw(given)) == ["09:10 V1-H1", "10:10 V2-H3"]


@pytest.mark.parametrize("blocks", [(block("13:00-13:20", kind="plenary"),), ()])
def test_fixed_outside_the_slots_is_bound_by_blocks_and_absences(blocks):
    absences = () if blocks else (away("H1", 0, "13:30-14:00"),)
    given = mission(fixed=(OFF_GRID,), blocks=(*TWO_DAYS, *blocks), absences=absences)
    assert status(given) == "infeasible"


def test_fixed_variable_outside_the_slots():
    given = mission(fixed=(OFF_GRID,))
    right = meeting(given, "V1-H1", "13:10")
    assert check(given, programme(given, right)) == ()
    short = replace(right, end=meeting(given, "V1-H1", "13:05").end)
    assert broken(given, programme(given, short)) == [(Rule.WITHIN_BLOCK, ("H1", "V1"))]


def test_fixed_outside_the_slots_without_a_table_has_none():
    drawn = draw(mission(fixed=(fixed("V1", "H1", 0, "13:10"),)))
    assert placed(drawn) == ["V1-H1"]
    assert [(m.venue, m.table) for m in drawn.programme.meetings] == [("", "")]


def attendance_of(drawn):
    assert drawn.violations == ()
    return {v.title.best(): v.companies for v in drawn.programme.visits}


PLANT = visit("09:00-12:00", capacity=2, companies=("visitor",))


def test_visit_feasible_up_to_its_capacity():
    given = mission("V1", "V2", "V3", "H1", blocks=(block("13:00-13:30"), PLANT))
    assert len(attendance_of(draw(given))["Plant"]) == 2


def test_visit_feasible_nobody_has_to_choose():
    given = mission("V1", "H1", blocks=(block("13:00-13:30"), PLANT), absences=(away("V1"),))
    assert attendance_of(draw(given)) == {"Plant": ()}
    assert check(given, programme(given)) == ()


def test_visit_infeasible_for_a_must_in_its_only_slot():
    """The visit gives way: whoever has an agreed meeting then does not go."""
    given = mission("V1", "V2", "H1", blocks=(block("11:00-11:30"), PLANT), requests=(must("V1", "H1"),))
    drawn = draw(given)
    assert placed(drawn) == ["V1-H1"]
    assert attendance_of(drawn) == {"Plant": ("V2",)}


@pytest.mark.parametrize(("minutes", "goes"), [(30, ("V1",)), (31, ())])
def test_visit_infeasible_where_it_cannot_be_reached_in_time(minutes, goes):
    blocks = (block("08:00-08:30", kind="plenary", venue="opera", companies=("V1",)), replace(PLANT, venue="plant"))
    given = mission("V1", "H1", blocks=blocks, travel=(way("opera", "plant", minutes),))
    assert attendance_of(draw(given)) == {"Plant": goes}


def test_visit_fixed_variable():
    blocks = (block("13:00-13:30"), PLANT, block("12:10-12:30", kind="plenary", companies=("V3",), venue="opera"))
    given = mission(
        "V1", "V2", "V3", "H1", blocks=(*blocks[:1], replace(PLANT, venue="plant"), blocks[2]),
        travel=(way("plant", "opera", 11),), absences=(away("V2", 0, "11:59-12:30"),),
    )  # fmt: skip
    assert check(given, programme(given, visits={"Plant": ["V1"]})) == ()
    for who, culprits, detail in (
        (["V1", "H1"], ("H1",), "Plant"),  # may not choose it
        (["V1", "V2"], ("V2",), "Plant"),  # is away
        (["V1", "V3"], ("V3",), "Plant"),  # cannot reach what comes next
    ):
        found = check(given, programme(given, visits={"Plant": who}))
        assert found == (Violation(Rule.VISIT, culprits, detail=detail),)


def test_visit_fixed_variable_over_its_capacity():
    given = mission("V1", "V2", "V3", "H1", blocks=(PLANT,))
    found = check(given, programme(given, visits={"Plant": ["V1", "V2", "V3"]}))
    assert found == (Violation(Rule.VISIT, ("V1", "V2", "V3"), detail="Plant: 3 > 2"),)
    assert check(given, programme(given, visits={"Plant": ["V1", "V2"]})) == ()


def test_visit_fixed_variable_two_at_once():
    blocks = PLANT, replace(PLANT, title=replace(PLANT.title, versions=(("en", "Mill"),)))
    given = mission("V1", "V2", "H1", blocks=blocks)
    found = broken(given, programme(given, visits={"Plant": ["V1"], "Mill": ["V1"]}))
    assert found == [(Rule.VISIT, ("V1",)), (Rule.VISIT, ("V1",))]
    assert check(given, programme(given, visits={"Plant": ["V1"], "Mill": ["V2"]})) == ()


def test_visit_two_without_a_title_at_one_time_are_two():
    blocks = (visit("09:00-12:00", title="", capacity=1, companies=("visitor",)),) * 2
    given = mission("V1", "V2", "H1", blocks=blocks)
    drawn = draw(given)
    assert drawn.violations == ()
    assert sorted(v.companies for v in drawn.programme.visits) == [("V1",), ("V2",)]
    both = tuple(replace(v, companies=("V1",)) for v in drawn.programme.visits)
    assert broken(given, replace(drawn.programme, visits=both, figures={})) == [(Rule.VISIT, ("V1",))] * 2


PLENARY = block("08:00-08:30", kind="plenary", title="Opening", companies=("V1", "host"))
ALL_GO = block("08:40-08:50", kind="visit", title="Museum", companies=("*",))


def test_blocks_feasible_everybody_named_takes_part():
    given = mission("V1", "V2", "H1", blocks=(PLENARY, ALL_GO))
    drawn = draw(given)
    assert drawn.violations == ()
    assert [(b.title.best(), b.companies) for b in drawn.programme.blocks] == [("Opening", ("V1", "H1"))]
    assert attendance_of(drawn) == {"Museum": ("V1", "V2", "H1")}


def test_blocks_infeasible_to_leave_one_for_a_meeting():
    given = mission(blocks=(replace(PLENARY, start=ALL_GO.start), block("08:30-09:00")), fixed=(fixed("V1", "H1"),))
    given = replace(given, blocks=(block("08:30-09:00"), block("08:20-08:40", kind="plenary")))
    assert status(given) == "infeasible"


def test_blocks_fixed_variable():
    given = mission("V1", "V2", "H1", blocks=(PLENARY, ALL_GO))
    right = programme(given)
    (opening,), (museum,) = right.blocks, right.visits
    assert check(given, right) == ()
    for wrong, detail in (
        (replace(right, blocks=()), "Opening"),
        (replace(right, visits=()), "Museum"),
        (replace(right, blocks=(replace(opening, companies=("V1",)),)), "Opening"),
        (replace(right, blocks=(replace(opening, companies=("V1", "V2", "H1")),)), "Opening"),
        (replace(right, blocks=(replace(opening, companies=("V1", "H1", "H1")),)), "Opening"),
        (replace(right, visits=(replace(museum, companies=()),)), "Museum"),
        (replace(right, blocks=(opening, opening)), "Opening"),
    ):
        assert check(given, wrong) == (Violation(Rule.BLOCKS, detail=detail),)


def test_blocks_fixed_variable_what_the_mission_does_not_know():
    given = mission("V1", "H1", blocks=(replace(PLENARY, title=replace(PLENARY.title, versions=())),))
    (opening,) = programme(given).blocks
    later = replace(opening, start=opening.end, end=opening.end)
    found = check(given, replace(programme(given), blocks=(opening, later)))
    assert found == (Violation(Rule.BLOCKS, detail="plenary"),)
    among_visits = replace(programme(given), blocks=(), visits=(opening,))
    assert check(given, among_visits) == (Violation(Rule.BLOCKS, detail="plenary"),) * 2  # missing here, unknown there


def test_blocks_fixed_variable_a_visit_twice_hides_nobody():
    given = mission("V1", "V2", "V3", "H1", blocks=(PLANT,))
    (plant,) = programme(given, visits={"Plant": ["V1", "V2"]}).visits
    twice = replace(programme(given), visits=(plant, replace(plant, companies=("V3",))))
    assert check(given, twice) == (Violation(Rule.BLOCKS, detail="Plant"),)


def test_blocks_fixed_variable_unknown_company():
    given = mission("V1", "H1", blocks=(PLENARY,))
    (opening,) = programme(given).blocks
    stranger = replace(programme(given), blocks=(replace(opening, companies=("V1", "H1", "H9")),))
    assert check(given, stranger) == (Violation(Rule.BLOCKS, ("H9",)),)


def test_blocks_of_the_same_time_are_told_apart_by_their_titles_in_any_language():
    blocks = (
        PLENARY,
        replace(PLENARY, title=replace(PLENARY.title, versions=(("ru", "Открытие"),)), companies=("V2",)),
    )
    given = mission("V1", "V2", "H1", blocks=blocks)
    assert draw(given).violations == ()
    assert check(given, replace(programme(given), blocks=programme(given).blocks[::-1])) == ()


def test_accounted_for_feasible_placed_or_listed():
    given = mission("V1", "H1", "H2", blocks=(block("09:00-09:30"),), requests=(must("V1", "H1"), want("V1", "H2")))
    drawn = draw(given)
    assert placed(drawn) == ["V1-H1"]
    assert [row.pair for row in drawn.programme.unplaced] == [pair("V1-H2")]


@pytest.mark.parametrize("answer", ["pending", "declined", "expired"])
def test_accounted_for_infeasible_what_was_not_accepted_is_neither(answer):
    given = mission(requests=(must("V1", "H1", answer), want("H1", "V1", answer)))
    drawn = draw(given, {"V1-H1": 1.0})
    assert (placed(drawn), drawn.programme.unplaced) == ([], ())


def test_accounted_for_fixed_variable():
    given = mission("V1", "H1", "H2", requests=(want("V1", "H1"), want("V1", "H2")))
    made = programme(given, meeting(given, "V1-H1"))
    row = unplaced(pair("V1-H2"))
    assert check(given, made) == ()
    for rows, who in (
        ((), ("H2", "V1")),  # dropped
        ((row, row), ("H2", "V1")),  # twice
        ((row, unplaced(pair("V1-H1"))), ("H1", "V1")),  # placed and listed
        ((replace(row, reasons=()),), ("H2", "V1")),  # without a reason
    ):
        assert check(given, replace(made, unplaced=rows)) == (Violation(Rule.ACCOUNTED_FOR, who),)


def test_accounted_for_fixed_variable_a_suggestion_is_not_placed_and_listed():
    given = mission()
    made = replace(programme(given, meeting(given, "V1-H1")), unplaced=(unplaced(pair("V1-H1")),))
    assert check(given, made) == (Violation(Rule.ACCOUNTED_FOR, ("H1", "V1")),)


@pytest.mark.parametrize(("names", "by", "who"), [("V1-H9", "", ("H9",)), ("V1-H1", "I7", ("I7",))])
def test_accounted_for_fixed_variable_unknown_codes_are_all_that_is_said(names, by, who):
    given = mission()
    stranger = meeting(given, names, "03:00", interpreter=by)
    assert check(given, programme(given, stranger)) == (Violation(Rule.ACCOUNTED_FOR, who, (stranger,)),)


def test_figures_feasible_those_of_the_solver_are_right():
    given = mission("V1", "H1", "H2", requests=(must("V1", "H1"), want("V1", "H2")))
    drawn = draw(given)
    assert drawn.violations == ()
    assert drawn.programme.figures == figures(given, drawn.programme)


def test_figures_fixed_variable():
    given = mission()
    made = programme(given, meeting(given, "V1-H1"))
    right = replace(made, figures=figures(given, made))
    assert check(given, right) == ()
    for name, true in right.figures.items():
        wrong = Figure(true.numerator + 1, true.denominator)
        found = check(given, replace(right, figures={**right.figures, name: wrong}))
        assert found == (Violation(Rule.FIGURES, detail=f"{name}: {wrong} ≠ {true}"),)


def test_figures_infeasible_is_said_without_meetings():
    given = mission(company("V1"), "H1", blocks=TWO_DAYS, fixed=(fixed("V1", "H1", 2),))
    made = draw(given).programme
    assert made.figures["meetings"] == Figure(0)
    assert made.figures["fixed"] == Figure(0, 1)
