"""How full tables, interpreters and companies are: counted by hand on small programmes."""

from __future__ import annotations

from karvan.scheduling.loads import Load, binding, loads
from scheduling.missions import away, block, interpreter, meeting, mission, programme, tables, two_languages


def of_kind(kind: str, given, made) -> list[Load]:
    return [load for load in loads(given, made) if load.kind == kind]


def taken(load: Load) -> list[tuple[str, int, int]]:
    return [(f"{slot.start:%H:%M}", slot.used, slot.of) for slot in load.slots]


def test_tables_are_counted_time_by_time_without_those_that_are_lost():
    given = mission("V1", "V2", "H1", "H2", absences=(away("hall/2", 0, "10:05-"),))
    made = programme(
        given, meeting(given, "V1-H1"), meeting(given, "V2-H2", table="2"), meeting(given, "V1-H2", "10:10")
    )
    (load,) = of_kind("tables", given, made)
    assert (load.who, load.used, load.of) == ("hall", 3, 5)
    assert taken(load) == [("09:00", 2, 2), ("09:35", 0, 2), ("10:10", 1, 1)]
    assert [f"{slot.start:%H:%M}" for slot in load.full_at] == ["09:00", "10:10"]


def test_each_venue_counts_its_own_meetings_in_its_own_times():
    blocks = (block("09:00-09:30"), block("11:00-11:30", venue="salon"))
    given = mission(blocks=blocks, tables=tables("hall/1", "salon/1", "lobby/1"))
    made = programme(given, meeting(given, "V1-H1", "11:00", venue="salon"))
    found = {load.who: (load.used, load.of) for load in of_kind("tables", given, made)}
    assert found == {"hall": (0, 1), "salon": (1, 1)}
    assert {load.who for load in binding(given, made)} == {"salon", "V1", "H1"}


def test_interpreters_are_counted_together_without_those_who_are_away():
    given = mission(
        *two_languages("V1", "H1"), interpreters=(interpreter(), interpreter("I2")), absences=(away("I2", 0, "09:30-"),)
    )
    made = programme(given, meeting(given, "V1-H1", "09:35", interpreter="I1"))
    (load,) = of_kind("interpreters", given, made)
    assert taken(load) == [("09:00", 0, 2), ("09:35", 1, 1), ("10:10", 0, 1)]


def test_companies_come_busiest_first_of_the_times_that_they_have():
    given = mission("V1", "H1", "H2", absences=(away("H2", 0, "09:30-"),))
    made = programme(given, meeting(given, "V1-H1"), meeting(given, "V1-H2", "09:35"))
    assert [(load.who, load.used, load.of) for load in of_kind("company", given, made)] == [
        ("H2", 1, 1), ("V1", 2, 3), ("H1", 1, 3),
    ]  # fmt: skip


def test_who_has_no_time_at_all_is_not_told_of():
    given = mission(absences=(away("V1"),))
    made = programme(given)
    assert [load.who for load in of_kind("company", given, made)] == ["H1"]
    assert Load("company", "V1", 0, 0).share == 0.0
