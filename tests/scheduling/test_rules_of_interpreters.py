"""The rules about interpreters: feasible, infeasible, and a programme made by hand for each."""

from dataclasses import replace

import pytest

from karvan.mission.rules import Rule
from karvan.scheduling.referee import Violation, check
from scheduling.missions import (
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
    placed,
    programme,
    starts,
    status,
    tables,
    two_languages,
    want,
    way,
)

ONE_SLOT = (block("09:00-09:30"),)
HOSTS = tuple(f"H{n}" for n in range(1, 7))
ALL = tuple(want("V1", host) for host in HOSTS)


def foreign(*companies, **given):
    """Give a mission whose sides share no language, with one interpreter."""
    values = {"interpreters": (interpreter(),)} | given
    return mission(*two_languages(*(companies or ("V1", "H1"))), **values)


def served(given, names, start="09:00", **more):
    return meeting(given, names, start, **({"interpreter": "I1"} | more))


def test_interpreter_needed_feasible_with_one_who_speaks_a_language_of_each():
    others = interpreter("I0", "ru en"), interpreter("I1", "en ru fa"), interpreter("I2", "fa en")
    drawn = draw(foreign(interpreters=others, requests=ALL[:1]))
    assert [m.interpreter for m in drawn.programme.meetings] == ["I1"]
    assert placed(drawn) == ["V1-H1"]


def test_interpreter_needed_not_where_a_language_is_shared():
    both = company("V1", languages=("fa", "ru")), company("H1", languages=("ru", "en"))
    drawn = draw(mission(*both, interpreters=(interpreter(),), requests=ALL[:1]))
    assert [(m.pair, m.interpreter) for m in drawn.programme.meetings] == [({"V1", "H1"}, "")]


@pytest.mark.parametrize("interpreters", [(), (interpreter("I1", "fa en"),), (interpreter("I1", "en ru"),)])
def test_interpreter_needed_infeasible_without_one(interpreters):
    given = foreign(interpreters=interpreters, requests=(must("V1", "H1"),))
    assert placed(draw(given)) == []
    assert status(replace(given, requests=(), fixed=(fixed("V1", "H1"),))) == "infeasible"


def test_interpreter_needed_infeasible_for_two_meetings_at_once():
    given = foreign("V1", "V2", "H1", "H2", blocks=ONE_SLOT, requests=(must("V1", "H1"), must("V2", "H2")))
    assert len(placed(draw(given))) == 1
    assert len(placed(draw(replace(given, interpreters=(interpreter(), interpreter("I2")))))) == 2


def test_interpreter_needed_fixed_variable():
    given = foreign(interpreters=(interpreter(), interpreter("I2", "fa en")))
    for code in ("", "I2"):
        wrong = served(given, "V1-H1", interpreter=code)
        found = check(given, programme(given, wrong))
        assert found == (Violation(Rule.INTERPRETER_NEEDED, ("V1", "H1"), (wrong,), code),)
    assert check(given, programme(given, served(given, "V1-H1"))) == ()


def test_interpreter_needed_languages_come_from_texts_else_from_the_mission():
    """Neither company says what it speaks: both are taken to speak the mission's first language."""
    silent = mission(company("V1", languages=()), company("H1", languages=()), requests=ALL[:1])
    assert placed(draw(silent)) == ["V1-H1"]


def test_interpreter_needed_an_agreed_one_is_kept_where_none_is_needed():
    """What was agreed is kept, even an interpreter who shares no language with either company."""
    given = mission(interpreters=(interpreter(),), fixed=(fixed("V1", "H1", by="I1"),))
    drawn = draw(given)
    assert (placed(drawn), [m.interpreter for m in drawn.programme.meetings]) == (["V1-H1"], ["I1"])
    unasked = replace(given, fixed=())
    assert broken(unasked, programme(unasked, served(unasked, "V1-H1"))) == [(Rule.INTERPRETER_NEEDED, ("V1", "H1"))]


def test_interpreter_needed_an_agreed_one_who_cannot_serve_makes_it_infeasible():
    given = foreign(interpreters=(interpreter(), interpreter("I2", "fa en")), fixed=(fixed("V1", "H1", by="I2"),))
    assert status(given) == "infeasible"


def test_interpreter_busy_feasible_one_meeting_after_the_other():
    given = foreign("V1", "V2", "H1", "H2", requests=(must("V1", "H1"), must("V2", "H2")))
    assert len({line[:5] for line in starts(draw(given))}) == 2


APART = (block("09:00-09:30"), block("10:00-10:30", venue="salon"))


@pytest.mark.parametrize(("minutes", "number"), [(30, 2), (31, 1)])
def test_interpreter_busy_infeasible_on_the_way(minutes, number):
    given = foreign(
        "V1", "V2", "H1", "H2", blocks=(APART[0], replace(APART[1], companies=("V2", "H2"))),
        tables=tables("hall/1", "salon/1"), travel=(way("hall", "salon", minutes),),
        requests=(must("V1", "H1"), must("V2", "H2")), absences=(away("V2", 0, "-09:30"),),
    )  # fmt: skip
    assert len(placed(draw(given))) == number


def test_interpreter_busy_infeasible_in_overlapping_blocks():
    blocks = (block("09:00-09:30", companies=("V1", "H1")), block("09:20-09:50", companies=("V2", "H2")))
    given = foreign("V1", "V2", "H1", "H2", blocks=blocks, requests=(must("V1", "H1"), must("V2", "H2")))
    assert len(placed(draw(given))) == 1
    assert status(replace(given, fixed=(fixed("V1", "H1"), fixed("V2", "H2")))) == "infeasible"


def test_interpreter_busy_fixed_variable():
    given = foreign("V1", "V2", "H1", "H2", interpreters=(interpreter(), interpreter("I2")))
    first, second = served(given, "V1-H1"), served(given, "V2-H2", table="2")
    found = check(given, programme(given, first, second))
    assert found == (Violation(Rule.INTERPRETER_BUSY, ("I1",), (first, second)),)
    assert check(given, programme(given, first, replace(second, interpreter="I2"))) == ()


def test_interpreter_busy_fixed_variable_on_the_way():
    given = foreign("V1", "V2", "H1", "H2", blocks=APART, tables=tables("hall/1", "salon/1"))
    rows = served(given, "V1-H1"), served(given, "V2-H2", "10:00", venue="salon")
    far, near = (replace(given, travel=(way("salon", "hall", minutes),)) for minutes in (31, 30))
    assert check(far, programme(far, *rows)) == (Violation(Rule.INTERPRETER_BUSY, ("I1",), rows),)
    assert check(near, programme(near, *rows)) == ()


def test_interpreter_busy_on_the_way_round_a_third_venue():
    """From the hall to the mill it takes an hour, whatever lies between: solver and referee agree."""
    stops = (("09:00-09:30", "hall"), ("09:35-10:05", "salon"), ("10:10-10:40", "mill"))
    blocks = tuple(block(hours, venue=venue, companies=(f"V{n}", f"H{n}")) for n, (hours, venue) in enumerate(stops))
    names = [f"{side}{n}" for side in "VH" for n in range(3)]
    given = foreign(*names, blocks=blocks, tables=(), travel=(way("hall", "mill", 60),))
    rows = [served(given, f"V{n}-H{n}", hours[:5], venue=venue, table="") for n, (hours, venue) in enumerate(stops)]
    found = check(given, programme(given, *rows))
    assert found == (Violation(Rule.INTERPRETER_BUSY, ("I1",), (rows[0], rows[2])),)
    drawn = draw(replace(given, requests=tuple(must(f"V{n}", f"H{n}") for n in range(3))))
    assert len(placed(drawn)) == 2
    assert "room-left" not in {reason.code for row in drawn.programme.unplaced for reason in row.reasons}


def test_interpreter_away_feasible_when_the_absence_touches():
    given = foreign(blocks=(block("09:35-10:05"),), requests=ALL[:1])
    for hours in ("-09:35", "10:05-"):
        assert placed(draw(replace(given, absences=(away("I1", 0, hours),)))) == ["V1-H1"]
    assert placed(draw(replace(given, absences=(away("I1", 1),)))) == ["V1-H1"]


@pytest.mark.parametrize("hours", ["-", "-09:36", "10:04-", "09:40-09:50"])
def test_interpreter_away_infeasible(hours):
    given = foreign(blocks=(block("09:35-10:05"),), requests=ALL[:1], absences=(away("I1", 0, hours),))
    assert placed(draw(given)) == []
    assert status(replace(given, requests=(), fixed=(fixed("V1", "H1"),))) == "infeasible"


def test_interpreter_away_another_takes_over():
    given = foreign(interpreters=(interpreter(), interpreter("I2")), requests=ALL[:1], absences=(away("I1"),))
    assert [m.interpreter for m in draw(given).programme.meetings] == ["I2"]


def test_interpreter_away_fixed_variable():
    given = foreign(absences=(away("I1", 0, "09:20-09:35"),))
    wrong, right = served(given, "V1-H1"), served(given, "V1-H1", "09:35")
    assert check(given, programme(given, wrong)) == (Violation(Rule.INTERPRETER_AWAY, ("I1",), (wrong,)),)
    assert check(given, programme(given, right)) == ()


LONG = (block("09:00-12:25"),)
"""Six slots: 09:00, 09:35, 10:10, 10:45, 11:20, 11:55."""

STARTS = ("09:00", "09:35", "10:10", "10:45", "11:20", "11:55")


@pytest.mark.parametrize(("most", "number"), [(60, 2), (89, 2), (90, 3), (29, 0), (0, 0)])
def test_interpreter_hours_feasible_up_to_exactly_the_limit(most, number):
    worker = interpreter(max_minutes_per_day=most, max_minutes_without_pause=500)
    assert len(placed(draw(foreign("V1", *HOSTS, blocks=LONG, interpreters=(worker,), requests=ALL)))) == number


def test_interpreter_hours_are_counted_by_day():
    worker = interpreter(max_minutes_per_day=60)
    blocks = (block("09:00-10:40"), block("09:00-10:40", 1))
    assert len(placed(draw(foreign("V1", *HOSTS, blocks=blocks, interpreters=(worker,), requests=ALL)))) == 4


def test_interpreter_hours_infeasible_for_fixed_meetings():
    worker = interpreter(max_minutes_per_day=59)
    rows = tuple(fixed("V1", host) for host in HOSTS[:2])
    assert status(foreign("V1", *HOSTS, blocks=LONG, interpreters=(worker,), fixed=rows)) == "infeasible"


def in_a_row(given, *times):
    return [served(given, f"V1-{host}", start) for host, start in zip(HOSTS, times, strict=False)]


def test_interpreter_hours_fixed_variable():
    worker = interpreter(max_minutes_per_day=60, max_minutes_without_pause=500)
    given = foreign("V1", *HOSTS, blocks=(*LONG, block("09:00-12:25", 1)), interpreters=(worker,))
    rows = in_a_row(given, *STARTS[:3])
    found = check(given, programme(given, *rows))
    assert found == (Violation(Rule.INTERPRETER_HOURS, ("I1",), tuple(rows), "90 > 60"),)
    rows[2] = meeting(given, "V1-H3", "09:00", 1, interpreter="I1")
    assert check(given, programme(given, *rows)) == ()


@pytest.mark.parametrize(
    ("limit", "changeover", "pause", "number"),
    [
        (90, 5, 15, 5),  # exactly ninety minutes in a row are allowed: one of six slots stays free
        (89, 5, 15, 4),
        (60, 5, 15, 4),
        (30, 5, 15, 3),
        (29, 5, 15, 0),
        (180, 5, 15, 6),
        (90, 5, 40, 5),  # a free slot and two changeovers are forty minutes
        (90, 5, 41, 4),  # a pause longer than a free slot takes two
        (90, 0, 30, 5),
        (90, 0, 31, 4),
        (60, 0, 61, 3),  # two free slots are too short as well: two meetings, three slots free, a third
    ],
)
def test_interpreter_pause_feasible_with_free_slots_between(limit, changeover, pause, number):
    minutes = 6 * 30 + 5 * changeover
    blocks = (block(f"09:00-{9 + minutes // 60:02}:{minutes % 60:02}"),)
    worker = interpreter(max_minutes_without_pause=limit, pause_minutes=pause)
    given = foreign(
        "V1", *HOSTS, blocks=blocks, interpreters=(worker,), requests=ALL, settings={"changeover_minutes": changeover}
    )
    assert len(placed(draw(given))) == number


def test_interpreter_pause_a_changeover_is_none_even_if_long():
    """Twenty minutes between meetings are more than the pause of fifteen, and yet no pause."""
    blocks = (block("09:00-12:10"),)
    given = foreign(
        "V1", *HOSTS, blocks=blocks, interpreters=(interpreter(max_minutes_without_pause=60),),
        requests=ALL, settings={"changeover_minutes": 20},
    )  # fmt: skip
    drawn = draw(given)
    assert [line[:5] for line in starts(drawn)] in (["09:00", "09:50", "11:30"], ["09:00", "10:40", "11:30"])
    rows = in_a_row(given, "09:00", "09:50", "10:40")
    assert broken(given, programme(given, *rows)) == [(Rule.INTERPRETER_PAUSE, ("I1",))]


@pytest.mark.parametrize(("gap", "number"), [(15, 4), (14, 3)])
def test_interpreter_pause_a_gap_between_blocks_counts_from_its_length(gap, number):
    later = 10 * 60 + 40 + gap
    second = f"{later // 60:02}:{later % 60:02}-{(later + 30) // 60:02}:{(later + 30) % 60:02}"
    given = foreign("V1", *HOSTS, blocks=(block("09:00-10:40"), block(second)), requests=ALL)
    assert len(placed(draw(given))) == number


def test_interpreter_pause_infeasible_for_fixed_meetings():
    rows = tuple(fixed("V1", host, 0, start) for host, start in zip(HOSTS, STARTS[:4], strict=False))
    given = foreign("V1", *HOSTS, blocks=LONG, fixed=rows)
    assert status(given) == "infeasible"
    assert status(replace(given, fixed=rows[:3])) == "optimal"


def test_interpreter_pause_fixed_variable():
    given = foreign("V1", *HOSTS, blocks=LONG)
    rows = in_a_row(given, *STARTS[:4])
    found = check(given, programme(given, *rows))
    assert found == (Violation(Rule.INTERPRETER_PAUSE, ("I1",), tuple(rows), "120 > 90"),)
    rows[3] = served(given, "V1-H4", STARTS[4])
    assert check(given, programme(given, *rows)) == ()


def test_interpreter_pause_two_venues_at_a_time():
    """Meetings in a row at two venues are a row: the rule asks how long, not where."""
    blocks = tuple(block("09:00-11:15", venue=venue) for venue in ("hall", "salon"))
    given = foreign("V1", *HOSTS, blocks=blocks, tables=tables("hall/1", "salon/1"), requests=ALL)
    assert len(placed(draw(given))) == 3


def test_interpreter_pause_two_share_the_work():
    given = foreign("V1", *HOSTS, blocks=LONG, interpreters=(interpreter(), interpreter("I2")), requests=ALL)
    assert len(placed(draw(given))) == 6


@pytest.mark.parametrize(("limit", "number"), [(29, 0), (30, 2), (60, 2), (90, 3)])
def test_interpreter_pause_in_overlapping_grids(limit, number):
    """09:00 and 09:35 of one grid, 10:10 of another that starts at 09:20: without a pause where none is due."""
    worker = interpreter(max_minutes_without_pause=limit, pause_minutes=30)
    blocks = block("09:00-10:05"), block("09:20-09:50"), block("10:10-10:40")
    given = foreign("V1", *HOSTS, blocks=blocks, interpreters=(worker,), requests=ALL)
    assert len(placed(draw(given))) == number
