"""Clocks that are set forward or back, and programmes written in another zone."""

from dataclasses import replace
from datetime import UTC, date, timedelta

from karvan.mission.rules import Rule
from karvan.scheduling.referee import check, figures
from scheduling.missions import (
    SETTINGS,
    block,
    broken,
    draw,
    fixed,
    interpreter,
    meeting,
    mission,
    must,
    programme,
    starts,
    two_languages,
    want,
)

HOSTS = tuple(f"H{n}" for n in range(1, 9))
SPRING = {"time_zone": "Europe/Berlin", "start_date": date(2026, 3, 29), "end_date": date(2026, 3, 30)}
AUTUMN = {"time_zone": "Europe/Berlin", "start_date": date(2025, 10, 26), "end_date": date(2025, 10, 27)}
PLAIN = {"slot_minutes": 30, "changeover_minutes": 0}


def night(season, **given):
    values = {
        "blocks": (replace(block("01:00-04:00"), date=season["start_date"]),),
        "requests": tuple(want("V1", host) for host in HOSTS),
        "interpreters": (interpreter(max_minutes_without_pause=600, max_minutes_per_day=600),),
    } | given
    return mission(*two_languages("V1", *HOSTS), settings=season | PLAIN, **values)


def test_an_hour_that_is_left_out_has_no_slots():
    assert [line[:5] for line in starts(draw(night(SPRING)))] == ["01:00", "01:30", "03:00", "03:30"]


def test_an_hour_that_comes_twice_has_its_slots_twice():
    drawn = draw(night(AUTUMN))
    assert drawn.violations == ()
    times = sorted((m.start.astimezone(UTC), f"{m.start:%H:%M}") for m in drawn.programme.meetings)
    assert [text for _, text in times] == ["01:00", "01:30", "02:00", "02:30", "02:00", "02:30", "03:00", "03:30"]


def after_one(given, *minutes):
    """Give meetings that start so many minutes after 01:00, in time that passes."""
    day = given.settings.start_date
    one = meeting(given, "V1-H1", "01:00").start.replace(year=day.year, month=day.month, day=day.day)
    rows = []
    for host, later in zip(HOSTS, minutes, strict=False):
        start, end = (
            (one.astimezone(UTC) + timedelta(minutes=m)).astimezone(given.settings.zone) for m in (later, later + 30)
        )
        rows.append(replace(meeting(given, f"V1-{host}"), start=start, end=end, interpreter="I1"))
    return rows


def test_a_pause_is_measured_in_time_that_passes():
    """From 02:30 to 03:00 in the night of the change there is an hour; on another night there is none."""
    worker = interpreter(max_minutes_without_pause=60, pause_minutes=30)
    given = night(AUTUMN, interpreters=(worker,), requests=())
    rows = after_one(given, 30, 60, 150, 180)
    assert [f"{m.start:%H:%M}" for m in rows] == ["01:30", "02:00", "02:30", "03:00"]
    assert check(given, programme(given, *rows)) == ()
    assert broken(given, programme(given, *after_one(given, 30, 60, 90))) == [(Rule.INTERPRETER_PAUSE, ("I1",))]


def test_two_meetings_at_one_time_of_the_clock_are_not_at_once():
    given = night(AUTUMN, requests=())
    rows = after_one(given, 60, 120)
    assert {f"{m.start:%H:%M}" for m in rows} == {"02:00"}
    assert check(given, programme(given, *rows)) == ()
    assert figures(given, programme(given, *rows))["breaks"].numerator == 1
    assert figures(given, programme(given, *rows))["idle_slots"].numerator == 1


def test_a_programme_in_another_zone_is_the_same_programme():
    """A file may give moments in UTC: days and agreed times are the mission's all the same."""
    given = mission(
        "V1", "H1", "H2", blocks=(block("00:30-03:00"), block("23:00-23:30"), block("00:30-03:00", 1)),
        fixed=(fixed("V1", "H1", 0, "00:30"), fixed("H2", "V1", 1, "03:10")), requests=(must("V1", "H1"),),
        settings={"max_meetings_per_company_per_day": 1},
    )  # fmt: skip
    drawn = draw(given)
    assert starts(drawn) == ["00:30 V1-H1", "03:10 V1-H2"]
    abroad = tuple(
        replace(m, start=m.start.astimezone(UTC), end=m.end.astimezone(UTC)) for m in drawn.programme.meetings
    )
    assert [m.start.day - SETTINGS.start_date.day for m in abroad] == [-1, 1]
    assert check(given, replace(drawn.programme, meetings=abroad)) == ()
