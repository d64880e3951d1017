"""Calendar files: read again by the library that wrote them, and by one that shares nothing with it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest

from formats.factory import FIRST, MEETINGS, MISSION, PROGRAMME, SECOND, SETTINGS, at
from karvan.formats.calendars import calendar_ics
from karvan.languages import LANGUAGES
from karvan.mission.localised import LocalisedText

STAMP = datetime(2025, 12, 1, 8, tzinfo=UTC)


def written(code="V01", lang="en", programme=PROGRAMME, mission=MISSION, sequence=0, before=None):
    return calendar_ics(mission, programme, code, lang=lang, stamp=STAMP, sequence=sequence, before=before)


def events(**given):
    return icalendar.Calendar.from_ical(written(**given)).walk("VEVENT")


def uids(**given):
    return {str(event["summary"]): str(event["uid"]) for event in events(**given)}


def test_a_calendar_says_whose_it_is():
    calendar = icalendar.Calendar.from_ical(written())
    names = ("version", "prodid", "method", "calscale", "name", "x-wr-calname", "x-wr-timezone")
    assert [str(calendar[name]) for name in names] == [
        "2.0",
        "-//Karvan//Karvan mission programme//EN",
        "PUBLISH",
        "GREGORIAN",
        "Technology mission to Moscow: Rahpeyvand Mowj",
        "Technology mission to Moscow: Rahpeyvand Mowj",
        "Europe/Moscow",
    ]


def test_there_is_one_event_for_everything_that_a_company_does():
    assert [(event.start, event.end, str(event["summary"]), str(event.get("location", ""))) for event in events()] == [
        (at(FIRST, 9), at(FIRST, 10), "First joint meeting", "salon"),
        (at(FIRST, 10), at(FIRST, 10, 25), "Meeting: Vyshegrad-Svyaz", "Hall, table 1"),
        (
            at(FIRST, 10, 30),
            at(FIRST, 10, 55),
            f"Meeting: {MISSION.company['H02'].name.best('en')}",
            "Hall, table 2",
        ),
        (at(FIRST, 11), at(FIRST, 11, 25), "Meeting: Halcyon Subsea Cables", "Hall, table 1"),
        (at(FIRST, 12), at(FIRST, 13), "Break", ""),
        (at(FIRST, 18), at(FIRST, 20), "Ambassador's reception", "Embassy residence"),
        (at(SECOND, 9), at(SECOND, 9, 25), "Meeting: ООО «Базостан»", "Hall, table 1"),
        (at(SECOND, 14), at(SECOND, 16), "Quantum centre", "quantum_centre"),
    ]


def test_a_meeting_says_who_comes_and_what_is_spoken_and_no_more_of_the_other_side():
    own = [event for event in events() if str(event["summary"]).startswith("Meeting")]
    assert [str(event["description"]) for event in own] == [
        "АО «Вышеград-Связь», Moscow\nExpected: Rodion Verkhoturtsev and Foma Antyukhov\nLanguage: English",
        f"{MISSION.company['H02'].name.best('ru')}, Novosibirsk\nInterpreter: Дмитрий Уфимкин",
        "Language: English",
        "Interpreter: Anahita Varjavandnia",
    ]


def test_a_meeting_without_a_common_language_or_interpreter_says_nothing_of_it():
    lost = replace(MEETINGS[5], interpreter="", company="V02")
    (event,) = (e for e in events(code="V02", programme=replace(PROGRAMME, meetings=(lost,), blocks=())))
    assert str(event["description"]) == ""


@pytest.mark.parametrize("lang", LANGUAGES)
def test_texts_carry_no_marks_of_direction(lang):
    assert not {"\u2066", "\u2067", "\u2068", "\u2069"} & set(written(lang=lang).decode())


def test_kinds_are_categories_and_every_event_is_confirmed_with_stamp_and_version():
    rows = events(lang="fa", sequence=3)
    assert [event["categories"].to_ical().decode() for event in rows[:2]] == ["نشست عمومی", "نشست‌های دوجانبه"]
    assert {(str(e["status"]), str(e["transp"]), e["sequence"], e["dtstamp"].dt) for e in rows} == {
        ("CONFIRMED", "OPAQUE", 3, STAMP)
    }


def test_a_meeting_that_moves_stays_the_same_event():
    moved = replace(MEETINGS[0], start=at(SECOND, 10), end=at(SECOND, 10, 25), table="T2", interpreter="I01")
    assert uids(programme=replace(PROGRAMME, meetings=(moved, *MEETINGS[1:]))) == uids()


def test_what_is_no_longer_in_the_programme_is_cancelled_under_its_own_identifier():
    from ical.calendar_stream import IcsCalendarStream

    lost = replace(PROGRAMME, meetings=MEETINGS[1:])
    rows = {str(event["uid"]): event for event in events(programme=lost, before=PROGRAMME, sequence=4)}
    gone = uids()["Meeting: Vyshegrad-Svyaz"]
    assert {uid for uid, event in rows.items() if str(event["status"]) == "CANCELLED"} == {gone}
    assert (rows[gone].start, rows[gone]["sequence"], set(rows)) == (at(FIRST, 10), 4, set(uids().values()))
    calendar = IcsCalendarStream.calendar_from_ics(written(programme=lost, before=PROGRAMME).decode())
    assert [event.uid for event in calendar.events if event.status == "CANCELLED"] == [gone]
    assert {str(event["status"]) for event in events(programme=PROGRAMME, before=lost)} == {"CONFIRMED"}


def test_both_companies_have_the_same_event_and_nothing_else_has():
    both = uids()["Meeting: Vyshegrad-Svyaz"], uids(code="H01")["Meeting: Rahpeyvand Mowj"]
    assert both[0] == both[1]
    assert len(set(uids().values())) == len(events())


def test_two_blocks_of_one_name_on_one_day_are_two_events():
    tea = replace(PROGRAMME.blocks[1], start=at(FIRST, 16), end=at(FIRST, 17))
    rows = events(programme=replace(PROGRAMME, blocks=(*PROGRAMME.blocks, tea)))
    assert len({str(event["uid"]) for event in rows}) == len(rows) == 9


def test_a_corrected_title_changes_no_identifier_and_another_mission_has_others():
    titled = replace(MISSION, settings=replace(SETTINGS, title=LocalisedText.of(en="Mission, corrected")))
    later = replace(MISSION, settings=replace(SETTINGS, start_date=date(2025, 12, 3)))
    assert uids(mission=titled) == uids()
    assert not set(uids(mission=later).values()) & set(uids().values())


def test_lines_are_short_and_end_as_the_standard_wants():
    lines = written(lang="fa").split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line for line in lines)


def test_a_programme_read_from_a_file_has_the_missions_time_zone():
    offset = replace(MEETINGS[0], start=MEETINGS[0].start.astimezone(UTC), end=MEETINGS[0].end.astimezone(UTC))
    (event,) = events(code="H01", programme=replace(PROGRAMME, meetings=(offset,), visits=(), blocks=()))
    assert (event.start, event["dtstart"].params["TZID"]) == (at(FIRST, 10), "Europe/Moscow")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_second_parser_reads_the_same(lang):
    from ical.calendar_stream import IcsCalendarStream

    calendar = IcsCalendarStream.calendar_from_ics(written(lang=lang).decode())
    seen = [(event.uid, event.dtstart, event.dtend, event.summary) for event in calendar.events]
    assert sorted(seen) == sorted((str(e["uid"]), e.start, e.end, str(e["summary"])) for e in events(lang=lang))
    (zone,) = calendar.timezones
    assert (zone.tz_id, zone.standard[0].tz_offset_to.offset) == ("Europe/Moscow", timedelta(hours=3))
    assert {event.dtstart.tzinfo for event in calendar.events} == {ZoneInfo("Europe/Moscow")}
