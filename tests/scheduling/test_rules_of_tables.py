"""The rules about tables: feasible, infeasible, and a programme made by hand for each."""

from dataclasses import replace

import pytest

from karvan.mission.rules import Rule
from karvan.scheduling.referee import Violation, check
from scheduling.missions import (
    block,
    broken,
    company,
    draw,
    fixed,
    meeting,
    mission,
    must,
    placed,
    programme,
    starts,
    status,
    tables,
)

ONE_SLOT = (block("09:00-09:30"),)
PAIRS = (must("V1", "H1"), must("V2", "H2"))


def four(*companies, **given):
    return mission(*(companies or ("V1", "V2", "H1", "H2")), **({"blocks": ONE_SLOT} | given))


def test_table_feasible_one_for_each_meeting():
    drawn = draw(four(requests=PAIRS))
    assert placed(drawn) == ["V1-H1", "V2-H2"]
    assert sorted(m.table for m in drawn.programme.meetings) == ["1", "2"]


def test_table_infeasible_with_one_too_few():
    given = four(tables=tables("hall/1"), requests=PAIRS)
    assert len(placed(draw(given))) == 1
    assert status(replace(given, requests=(), fixed=(fixed("V1", "H1"), fixed("V2", "H2")))) == "infeasible"


def test_table_fixed_variable_two_meetings_at_one():
    given = four()
    first, second = meeting(given, "V1-H1"), meeting(given, "V2-H2")
    found = check(given, programme(given, first, second))
    assert found == (Violation(Rule.TABLE, (), (first, second), "hall/1"),)
    assert check(given, programme(given, first, replace(second, table="2"))) == ()


@pytest.mark.parametrize(("table", "named"), [("7", "hall/7"), ("", "hall/")])
def test_table_fixed_variable_none_of_the_venues(table, named):
    given = four()
    wrong = meeting(given, "V1-H1", table=table)
    assert check(given, programme(given, wrong)) == (Violation(Rule.TABLE, (), (wrong,), named),)


def test_table_a_venue_without_tables_has_room_for_all_and_gives_no_numbers():
    blocks = (block("09:00-09:30", venue="garden"),)
    drawn = draw(four(blocks=blocks, requests=PAIRS))
    assert [(m.venue, m.table) for m in drawn.programme.meetings] == [("garden", ""), ("garden", "")]
    assert placed(drawn) == ["V1-H1", "V2-H2"]
    given = four(blocks=blocks)
    wrong = meeting(given, "V1-H1", venue="garden")
    assert check(given, programme(given, wrong)) == (Violation(Rule.TABLE, (), (wrong,), "garden/1"),)


def test_table_the_same_number_at_two_venues_is_two_tables():
    given = four(blocks=(*ONE_SLOT, block("09:00-09:30", venue="salon")), tables=tables("hall/1", "salon/1"))
    rows = meeting(given, "V1-H1"), meeting(given, "V2-H2", venue="salon")
    assert check(given, programme(given, *rows)) == ()
    assert len(placed(draw(replace(given, requests=PAIRS)))) == 2


OVERLAPPING = (block("09:00-09:30"), block("09:20-09:50"), block("09:40-10:10"))


def test_table_overlapping_grids_share_the_tables():
    codes = [f"{side}{n}" for side in "VH" for n in range(3)]
    pairs = tuple(must(f"V{n}", f"H{n}") for n in range(3))
    given = mission(*codes, blocks=OVERLAPPING, tables=tables("hall/1", "hall/2"), requests=pairs)
    assert len(placed(draw(given))) == 3
    drawn = draw(replace(given, tables=tables("hall/1")))
    assert [line[:5] for line in starts(drawn)] == ["09:00", "09:40"]


def test_table_overlapping_grids_fixed_variable():
    given = four(blocks=OVERLAPPING)
    first, second = meeting(given, "V1-H1"), meeting(given, "V2-H2", "09:20")
    assert broken(given, programme(given, first, second)) == [(Rule.TABLE, ())]
    assert check(given, programme(given, first, meeting(given, "V2-H2", "09:40"))) == ()


AT_HOME = company("H1", home_table="hall/2")


def test_home_table_feasible_at_the_table_of_the_company():
    given = mission("V1", "V2", AT_HOME, requests=(must("V1", "H1"), must("V2", "H1")))
    drawn = draw(given)
    assert placed(drawn) == ["V1-H1", "V2-H1"]
    assert {m.table for m in drawn.programme.meetings} == {"2"}


@pytest.mark.parametrize("written", ["2", "hall/2"])
def test_home_table_is_written_with_or_without_its_venue(written):
    given = mission("V1", company("H1", home_table=written), requests=(must("V1", "H1"),))
    assert [m.table for m in draw(given).programme.meetings] == ["2"]


def test_home_table_infeasible_where_another_meeting_is_fixed_at_it():
    given = four("V1", "V2", AT_HOME, "H2", fixed=(fixed("V2", "H2", table="2"),), requests=PAIRS[:1])
    assert placed(draw(given)) == ["V2-H2"]
    assert status(replace(given, fixed=(*given.fixed, fixed("V1", "H1")))) == "infeasible"


def test_home_table_infeasible_for_two_at_the_same():
    given = four("V1", "V2", AT_HOME, company("H2", home_table="hall/2"), requests=PAIRS)
    assert len(placed(draw(given))) == 1


def test_home_table_fixed_variable():
    given = mission("V1", AT_HOME)
    wrong = meeting(given, "V1-H1", table="1")
    assert check(given, programme(given, wrong)) == (Violation(Rule.HOME_TABLE, ("H1",), (wrong,), "hall/2"),)
    assert check(given, programme(given, replace(wrong, table="2"))) == ()


def test_home_table_two_different_ones_never_meet():
    given = mission(company("V1", home_table="hall/1"), AT_HOME, requests=(must("V1", "H1"),))
    assert placed(draw(given)) == []
    assert status(replace(given, requests=(), fixed=(fixed("V1", "H1"),))) == "infeasible"
    for table in "12":
        (found,) = broken(given, programme(given, meeting(given, "V1-H1", table=table)))
        assert found[0] is Rule.HOME_TABLE


def test_home_table_two_companies_of_one_table_meet_there():
    given = mission(company("V1", home_table="hall/2"), AT_HOME, requests=(must("V1", "H1"),))
    assert [m.table for m in draw(given).programme.meetings] == ["2"]


def test_home_table_at_a_venue_without_meetings_keeps_the_company_out():
    given = mission("V1", company("H1", home_table="attic/1"), tables=tables("hall/2", "attic/1"), requests=PAIRS[:1])
    assert placed(draw(given)) == []


def test_home_table_is_not_the_table_of_that_number_elsewhere():
    given = mission("V1", company("H1", home_table="attic/1"), tables=tables("hall/1", "attic/1"))
    wrong = meeting(given, "V1-H1")
    assert check(given, programme(given, wrong)) == (Violation(Rule.HOME_TABLE, ("H1",), (wrong,), "attic/1"),)


def test_home_table_is_free_for_others_while_its_company_is_not_there():
    """Where grids overlap as well as where they do not: a home table is no reserved table."""
    for blocks in (ONE_SLOT, OVERLAPPING[:2]):
        given = four("V1", "V2", AT_HOME, "H2", blocks=blocks, tables=tables("hall/2"), requests=PAIRS[1:])
        assert placed(draw(given, {"V1-H1": 0.9})) == ["V2-H2"]


def test_home_table_beside_others_in_overlapping_grids():
    """09:00 V2-H2 and 09:20 V3-H3 leave no table for 09:40 unless the home table is used as well."""
    codes = [f"{side}{n}" for side in "VH" for n in range(2, 5)]
    pairs = tuple(must(f"V{n}", f"H{n}") for n in range(2, 5))
    given = mission("V1", AT_HOME, *codes, blocks=OVERLAPPING[:2], requests=pairs)
    assert len(placed(draw(given, {"V1-H1": 0.9}))) == 2


def test_home_table_leaves_others_the_tables_that_remain():
    """09:00 takes table 1 first, and must give it up: 09:20 has no other, as 09:40 is at home at table 2."""
    agreed = fixed("V2", "H2", 0, "09:00"), fixed("V3", "H3", 0, "09:20"), fixed("V1", "H1", 0, "09:40")
    given = mission("V1", "V2", "V3", AT_HOME, "H2", "H3", blocks=OVERLAPPING, fixed=agreed)
    drawn = draw(given)
    assert placed(drawn) == ["V1-H1", "V2-H2", "V3-H3"]
    assert [m.table for m in drawn.programme.meetings] == ["2", "1", "2"]
