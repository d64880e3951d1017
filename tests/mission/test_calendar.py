from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.mission.blocks import BlockKind
from karvan.mission.calendar import Calendar, MeetingSlot, Span, minutes_between
from karvan.mission.companies import TableRef
from karvan.mission.requests import RequestStatus
from mission.missions import NEXT, absence, block, fixed, host, mission, moment, need, offer, request, tables, way

PAIR = frozenset(("V01", "H01"))
BERLIN = ZoneInfo("Europe/Berlin")


def starts(calendar, indices=None):
    """Return the local times at which slots begin, in the calendar's order."""
    slots = calendar.slots if indices is None else [calendar.slots[index] for index in sorted(indices)]
    return [f"{slot.span.start:%H:%M}" for slot in slots]


# --- slots


def test_three_hours_hold_five_slots_of_thirty_minutes_with_five_between():
    slots = Calendar(mission(block("09:00", "12:00", venue="hall"))).slots
    begins = ("09:00", "09:35", "10:10", "10:45", "11:20")
    ends = ("09:30", "10:05", "10:40", "11:15", "11:50")
    assert slots == tuple(
        MeetingSlot(index, 0, Span(moment(start), moment(end), "hall"))
        for index, (start, end) in enumerate(zip(begins, ends, strict=True))
    )


@pytest.mark.parametrize(
    ("end", "count"), [("09:29", 0), ("09:30", 1), ("10:04", 1), ("10:05", 2), ("09:00", 0), ("08:00", 0)]
)
def test_the_last_slot_ends_by_the_end_of_its_block(end, count):
    assert len(Calendar(mission(block("09:00", end))).slots) == count


@given(st.integers(0, 600), st.integers(1, 120), st.integers(0, 30), st.sampled_from(["Europe/Moscow", "Asia/Tehran"]))
def test_slot_k_starts_k_steps_after_its_block(length, slot, changeover, zone):
    end = f"{8 + length // 60:02}:{length % 60:02}"
    made = mission(block("08:00", end), slot_minutes=slot, changeover_minutes=changeover, time_zone=zone)
    spans = [one.span for one in Calendar(made).slots]
    begin = moment("08:00", zone=ZoneInfo(zone))
    assert [minutes_between(begin, span.start) for span in spans] == [
        k * (slot + changeover) for k in range(len(spans))
    ]
    assert {span.minutes for span in spans} <= {slot}
    # as many as fit: one more would end after the block
    assert (len(spans) - 1) * (slot + changeover) + slot <= length or not spans
    assert len(spans) * (slot + changeover) + slot > length


def test_slots_of_several_blocks_are_in_order_of_time_then_of_blocks():
    made = mission(
        block("09:00", "09:30", date=NEXT),
        block("10:00", "11:05"),
        block("10:00", "10:30"),
        block("08:00", "09:00", BlockKind.PLENARY),
    )
    slots = Calendar(made).slots
    assert [(slot.index, slot.block, slot.span.start) for slot in slots] == [
        (0, 1, moment("10:00")),
        (1, 2, moment("10:00")),
        (2, 1, moment("10:35")),
        (3, 0, moment("09:00", NEXT)),
    ]


def test_a_block_without_a_venue_has_its_slots_in_every_venue_with_tables():
    made = mission(block("09:00", "09:30"), tables=tables("hall/1", "salon/1", "hall/2"))
    assert [slot.span.venue for slot in Calendar(made).slots] == ["hall", "salon"]
    made = mission(block("09:00", "09:30", venue="plant"), tables=tables("hall/1"))
    assert [slot.span.venue for slot in Calendar(made).slots] == ["plant"]


# --- daylight saving


@pytest.mark.parametrize(
    ("zone", "day", "start", "end", "minutes"),
    [
        ("Europe/Berlin", date(2026, 3, 29), "01:00", "04:00", 120),  # 02:00 becomes 03:00
        ("Europe/Berlin", date(2026, 10, 25), "01:00", "04:00", 240),  # 03:00 becomes 02:00
        ("Europe/Berlin", date(2026, 3, 29), "09:00", "12:00", 180),
        ("Asia/Tehran", date(2022, 3, 21), "22:00", "23:59", 119),
        ("Asia/Tehran", date(2022, 3, 22), "00:00", "03:00", 120),  # the last change: 00:00 becomes 01:00
        ("Asia/Tehran", date(2023, 3, 22), "00:00", "03:00", 180),  # abolished
        ("Asia/Tehran", date(2022, 9, 21), "22:00", "23:59", 119),  # 24:00 becomes 23:00: the first 23:59 is meant
        ("Asia/Tehran", date(2022, 9, 21), "00:00", "23:59", 1439),
    ],
)
def test_a_block_is_as_long_as_the_time_that_passes(zone, day, start, end, minutes):
    made = mission(block(start, end, date=day), time_zone=zone)
    assert Calendar(made).span_of(made.blocks[0]).minutes == minutes


def test_slots_go_on_through_the_hour_that_is_left_out():
    made = mission(block("01:00", "04:00", date=date(2026, 3, 29)), time_zone="Europe/Berlin")
    calendar = Calendar(made)
    assert starts(calendar) == ["01:00", "01:35", "03:10"]
    assert [slot.span.minutes for slot in calendar.slots] == [30, 30, 30]
    assert f"{calendar.slots[1].span.end:%H:%M %z}" == "03:05 +0200"


def test_slots_go_on_through_the_hour_that_comes_twice_and_stay_in_order():
    day = date(2026, 10, 25)
    made = mission(block("01:30", "03:30", date=day), block("02:50", "03:20", date=day), time_zone="Europe/Berlin")
    slots = Calendar(made).slots
    # The clock shows 02:05 and 02:40 before it goes back, then 02:15 and 02:50; the second block means the first 02:50.
    assert [f"{slot.span.start:%H:%M %z}" for slot in slots] == [
        "01:30 +0200",
        "02:05 +0200",
        "02:40 +0200",
        "02:50 +0200",
        "02:15 +0100",
        "02:25 +0100",
        "02:50 +0100",
    ]
    assert [slot.span.start.astimezone(UTC) for slot in slots] == sorted(s.span.start.astimezone(UTC) for s in slots)


def test_a_whole_day_of_absence_has_the_hours_of_that_day():
    made = mission(
        time_zone="Asia/Tehran", absences=tuple(absence("V01", day=date(2022, *day)) for day in ((3, 22), (9, 21)))
    )
    assert [span.minutes // 60 for span in Calendar(made).absences("V01")] == [23, 25]


# --- who is bound, away, free


def test_absences_are_of_the_named_alone_and_open_ends_reach_midnight():
    rows = (
        absence("V01"),
        absence("V01", start="15:00"),
        absence("V01", end="10:00"),
        absence("I01", "09:00", "10:00"),
    )
    calendar = Calendar(mission(absences=rows))
    midnights = moment("00:00"), moment("00:00", NEXT)
    assert calendar.absences("V01") == (
        Span(*midnights),
        Span(moment("15:00"), midnights[1]),
        Span(midnights[0], moment("10:00")),
    )
    assert calendar.absences("I01") == (Span(moment("09:00"), moment("10:00")),)
    assert calendar.absences("V02") == ()


def test_an_absence_takes_free_slots_but_sitting_idle_then_is_still_a_break():
    made = mission(block("09:00", "12:00"), absences=(absence("V01", "10:00", "10:45"),))
    calendar = Calendar(made)
    assert starts(calendar, calendar.free_slots["V01"]) == ["09:00", "10:45", "11:20"]
    assert starts(calendar, calendar.idle_slots["V01"]) == ["09:00", "09:35", "10:10", "10:45", "11:20"]
    assert calendar.free_slots["H01"] == calendar.idle_slots["H01"] == frozenset(range(5))


def test_a_block_that_binds_takes_the_slots_and_is_no_break():
    made = mission(
        block("09:00", "12:00", companies=("visitor", "H01")),
        block("10:00", "10:30", BlockKind.PLENARY, companies=("V01",)),
    )
    calendar = Calendar(made)
    assert starts(calendar, calendar.free_slots["V01"]) == ["09:00", "10:45", "11:20"]
    assert calendar.idle_slots["V01"] == calendar.free_slots["V01"]
    assert (len(calendar.free_slots["V02"]), len(calendar.free_slots["H02"])) == (5, 0)


def test_a_visit_by_choice_binds_only_those_who_were_assigned():
    visit = block("09:30", "10:00", BlockKind.VISIT, is_choice=True)
    plenary = block("08:00", "08:30", BlockKind.PLENARY)
    calendar = Calendar(mission(block("09:00", "10:05"), visit, plenary), visits={1: ("V02", "H01")})
    assert calendar.attended("V01") == (plenary,)
    assert calendar.attended("V02") == (plenary, visit)
    assert [starts(calendar, calendar.free_slots[code]) for code in ("V01", "V02")] == [["09:00", "09:35"], ["09:00"]]


def test_between_two_venues_there_is_the_way():
    plant = block("10:00", "10:30", BlockKind.VISIT, venue="plant", companies=("V01",))
    made = mission(
        block("08:00", "12:00", venue="hall"), plant, travel=(way("hall", "plant", 30), way("plant", "hall", 15))
    )
    calendar = Calendar(made)
    assert starts(calendar) == ["08:00", "08:35", "09:10", "09:45", "10:20", "10:55", "11:30"]
    # 30 minutes there: the slot that ends at 09:40 is too late; 15 back: 10:55 is in time.
    assert starts(calendar, calendar.free_slots["V01"]) == ["08:00", "08:35", "10:55", "11:30"]


@pytest.mark.parametrize(
    ("first", "then", "apart"),
    [
        (("09:00", "10:00", "a"), ("10:00", "11:00", "a"), True),
        (("09:00", "10:00", "a"), ("09:59", "11:00", "a"), False),
        (("09:00", "10:00", "a"), ("10:19", "11:00", "b"), False),
        (("09:00", "10:00", "a"), ("10:20", "11:00", "b"), True),
        (("09:00", "10:00", "b"), ("10:05", "11:00", "a"), True),
        (("09:00", "10:00", ""), ("10:00", "11:00", "b"), True),  # an absence is nowhere
    ],
)
def test_two_spans_are_apart(first, then, apart):
    calendar = Calendar(mission(travel=(way("a", "b", 20), way("b", "a", 5))))
    spans = [Span(moment(start), moment(end), venue) for start, end, venue in (first, then)]
    assert calendar.are_apart(*spans) is calendar.are_apart(*reversed(spans)) is apart


# --- fixed meetings


def test_a_fixed_meeting_on_the_grid_makes_no_slot():
    made = mission(block("09:00", "10:00"), fixed=(fixed("V01", "H01", "09:00"), fixed("V02", "H01", day=None)))
    assert [slot.only for slot in Calendar(made).slots] == [None]


def test_a_fixed_meeting_off_the_grid_has_a_slot_of_its_own():
    made = mission(
        block("09:00", "10:05", venue="hall"),
        tables=tables("hall/1", "salon/1"),
        fixed=(fixed("V01", "H01", "18:10", NEXT, table=TableRef("salon", "1")), fixed("H02", "V02", "09:10")),
    )
    calendar = Calendar(made)
    assert calendar.slots[2:] == (
        MeetingSlot(2, None, Span(moment("18:10", NEXT), moment("18:40", NEXT), "salon"), PAIR),
        MeetingSlot(3, None, Span(moment("09:10"), moment("09:40")), frozenset(("V02", "H02"))),
    )
    # It is free for these two alone, and to sit idle then is no break.
    assert [2 in calendar.free_slots[code] for code in ("V01", "H01", "V02")] == [True, True, False]
    assert calendar.idle_slots["V01"] == frozenset((0, 1))
    assert calendar.slots_for(PAIR) == frozenset((0, 1, 2))
    assert calendar.slots_for(frozenset(("V01", "H02"))) == frozenset((0, 1))


def test_a_fixed_meeting_at_an_unknown_table_is_anywhere():
    made = mission(fixed=(fixed("V01", "H01", "09:00", table=TableRef("", "9")),))
    assert [slot.span.venue for slot in Calendar(made).slots] == [""]


# --- which slots a pair may use


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({}, ["11:00"]),
        ({"requests": (request("V01", "H01"),)}, ["09:00", "11:00"]),
        ({"requests": (request("V01", "H01", status=RequestStatus.DECLINED),)}, ["11:00"]),
        ({"opportunities": (offer("V01", domains=("ai",)), need("H01", domains=("ai",)))}, ["09:00", "11:00"]),
        ({"absences": (absence("H01", "10:00"),)}, []),
    ],
)
def test_slots_for_a_pair_are_those_whose_block_admits_it_and_both_are_free(given, found):
    blocks = (
        block("09:00", "09:30", domains=("ai",)),
        block("10:00", "10:30", companies=("V01", "H02")),
        block("11:00", "11:30"),
    )
    calendar = Calendar(mission(*blocks, **given))
    assert starts(calendar, calendar.slots_for(PAIR)) == found


# --- moments


@given(
    st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1), timezones=st.just(UTC)),  # noqa: DTZ001 - Hypothesis
    st.integers(-10_000, 10_000),
    st.sampled_from(["Europe/Berlin", "Asia/Tehran", "UTC", "America/St_Johns"]),
)
def test_minutes_are_those_that_pass_whatever_the_clock_on_the_wall_says(start, minutes, zone):
    later = (start + timedelta(minutes=minutes)).astimezone(ZoneInfo(zone))
    assert minutes_between(start, later) == minutes
    assert minutes_between(start.astimezone(BERLIN), later) == minutes


HOURS = st.sets(st.integers(0, 23), min_size=2, max_size=2).map(sorted)


@given(st.lists(st.tuples(HOURS, st.booleans()), max_size=4))
def test_free_slots_never_overlap_what_binds_or_an_absence(rows):
    bound = [block(f"{start:02}:00", f"{end:02}:00", BlockKind.BREAK) for (start, end), is_bound in rows if is_bound]
    away = tuple(absence("V01", f"{start:02}:00", f"{end:02}:00") for (start, end), is_bound in rows if not is_bound)
    calendar = Calendar(mission(block("00:00", "23:59"), *bound, absences=away, companies=(host("V01"),)))
    taken = [(time(start), time(end)) for (start, end), _ in rows]
    assert calendar.free_slots["V01"] == {
        slot.index
        for slot in calendar.slots
        if all(slot.span.end.time() <= start or slot.span.start.time() >= end for start, end in taken)
    }
