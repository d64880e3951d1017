"""A meeting that was agreed for a time and place is kept there, whether or not a block has such a slot."""

from __future__ import annotations

from scheduling.missions import block, company, draw, fixed, mission, placed, tables


def test_at_a_slot_of_a_block_that_admits_neither() -> None:
    given = mission(
        "V1", "H1", blocks=(block("09:00-10:40", companies=("V2",)),), fixed=(fixed("V1", "H1", 0, "09:35"),)
    )
    assert placed(draw(given)) == ["V1-H1"]


def test_at_a_slot_but_at_another_venue() -> None:
    given = mission(
        "V1",
        "H1",
        tables=tables("hall/1", "salon/1"),
        fixed=(fixed("V1", "H1", 0, "09:35", table="salon/1"),),
    )
    drawn = draw(given)
    assert placed(drawn) == ["V1-H1"]
    assert drawn.programme.meetings[0].venue == "salon"


def test_off_the_grid_at_the_home_table() -> None:
    given = mission(company("V1", home_table="hall/2"), "H1", fixed=(fixed("V1", "H1", 0, "14:00"),))
    drawn = draw(given)
    assert placed(drawn) == ["V1-H1"]
    assert (drawn.programme.meetings[0].venue, drawn.programme.meetings[0].table) == ("hall", "2")
