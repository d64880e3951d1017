"""What one company or interpreter does, and what changed for them: in words, and for calendars by mail and feed."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import icalendar
import pytest

from formats.factory import MEETINGS, MISSION, PROGRAMME, SECOND, at
from karvan.formats.calendars import Edition, cancelled_ics, diary_ics
from karvan.formats.diary import Diary, agenda_text, change_texts, changes_of
from karvan.formats.readers import Reader
from karvan.languages import LANGUAGES
from karvan.languages.bidi import strip_isolates
from karvan.scheduling.repair.difference import difference

EDITION = Edition(datetime(2025, 12, 1, 8, tzinfo=UTC), 2)
MOVED = replace(MEETINGS[0], start=at(SECOND, 10), end=at(SECOND, 10, 25), table="T2")
LATER = replace(PROGRAMME, meetings=(MOVED, *MEETINGS[2:]))


def diary(code="V01", lang="en", programme=PROGRAMME, mission=MISSION, is_roster=False):
    return Diary(Reader(mission, lang), programme, code, is_roster)


def changes(code, lang="en", now=LATER, mission=MISSION, is_roster=False):
    before, after = (diary(code, lang, each, m, is_roster) for each, m in ((PROGRAMME, MISSION), (now, mission)))
    made = difference(PROGRAMME, now)
    return [strip_isolates(text) for text in change_texts(before, after, changes_of(made, after))]


def test_an_agenda_is_a_paragraph_for_each_day_and_a_line_for_each_thing():
    first, second = agenda_text(diary()).split("\n\n")
    assert first.splitlines()[:3] == [
        "Thursday, 4 December 2025 / 13 Azar 1404",
        "09:00–10:00  First joint meeting. Place: salon",
        "10:00–10:25  Meeting: Vyshegrad-Svyaz. Place: Hall, table 1",
    ]
    assert second.splitlines()[1].endswith("Place: Hall, table 1. Interpreter: Anahita Varjavandnia")


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_change_says_from_when_to_when_in_both_calendars(lang):
    text = changes("V01", lang)[0]
    dates = {
        "en": ("4 December 2025 / 13 Azar 1404, 10:00–10:25", "5 December 2025 / 14 Azar 1404, 10:00–10:25"),
        "ru": ("4 декабря 2025 г. / 13 азара 1404, 10:00–10:25", "5 декабря 2025 г. / 14 азара 1404, 10:00–10:25"),
        "fa": ("۱۳ آذر ۱۴۰۴ / ۴ دسامبر ۲۰۲۵، ۱۰:۰۰–۱۰:۲۵", "۱۴ آذر ۱۴۰۴ / ۵ دسامبر ۲۰۲۵، ۱۰:۰۰–۱۰:۲۵"),
    }
    assert [each in text for each in dates[lang]] == [True, True]


def test_what_is_gone_is_named_by_the_mission_that_had_it():
    code = MEETINGS[1].counterpart
    rest = replace(MISSION, companies=tuple(each for each in MISSION.companies if each.code != code))
    lost = replace(PROGRAMME, meetings=(MEETINGS[0], *MEETINGS[2:]))
    own = MEETINGS[1].company
    (text,) = changes(own, now=lost, mission=rest)
    assert MISSION.company[code].name.best("en") in text
    before, after = diary(own), diary(own, programme=lost, mission=rest)
    (cancelled,) = cancelled_ics(before, after, EDITION, organizer="a@x.example", attendee="b@x.example")
    calendar = icalendar.Calendar.from_ical(cancelled)
    (event,) = calendar.walk("VEVENT")
    assert (str(calendar["method"]), str(event["status"]), event["sequence"]) == ("CANCEL", "CANCELLED", 2)
    assert (str(event["organizer"]), str(event["attendee"])) == ("mailto:a@x.example", "mailto:b@x.example")


def test_an_interpreter_hears_of_meetings_that_come_go_move_or_change_their_table():
    row = next(m for m in MEETINGS if m.interpreter)
    rest = tuple(m for m in MEETINGS if m is not row)

    def told(code=row.interpreter, **changed):
        return changes(code, now=replace(PROGRAMME, meetings=(replace(row, **changed), *rest)), is_roster=True)

    other = next(each for each in MISSION.interpreter if each != row.interpreter)
    assert [text.partition(":")[0] for text in told(interpreter=other)] == ["No longer yours"]
    assert [text.partition(":")[0] for text in told(other, interpreter=other)] == ["New for you"]
    assert [" is now at " in text for text in told(table="T9")] == [True]
    assert [" is now on " in text for text in told(end=row.end + timedelta(minutes=5))] == [True]
    assert [text.partition(":")[0] for text in changes(row.interpreter, now=replace(PROGRAMME, meetings=rest),
            is_roster=True)] == ["No longer yours"]  # fmt: skip


def test_a_roster_names_both_companies():
    row = next(m for m in MEETINGS if m.interpreter)
    roster = diary(row.interpreter, is_roster=True)
    assert roster.name == MISSION.interpreter[row.interpreter].name
    names = [MISSION.company[code].name.best("en") for code in (row.company, row.counterpart)]
    assert all(name in agenda_text(roster) for name in names)
    assert "Interpreter:" not in agenda_text(roster)
    event = icalendar.Calendar.from_ical(diary_ics(roster, EDITION)).walk("VEVENT")[0]
    assert str(event["summary"]).startswith("Meeting: ")
    assert " – " in str(event["summary"])


def test_a_calendar_of_nobody_is_empty_and_has_the_missions_name():
    for is_roster in (False, True):
        nobody = diary("X", is_roster=is_roster)
        calendar = icalendar.Calendar.from_ical(diary_ics(nobody, EDITION))
        assert (nobody.name, calendar.walk("VEVENT")) == ("", [])
        assert str(calendar["x-wr-calname"]) == "Technology mission to Moscow"


def test_whoever_subscribes_is_told_when_to_look_again():
    calendar = icalendar.Calendar.from_ical(diary_ics(diary(), EDITION, refresh=timedelta(hours=1)))
    assert calendar["refresh-interval"].params["value"] == "DURATION"
    assert calendar.to_ical().count(b"PT1H") == 2


def test_mail_names_who_tells_of_it_and_feeds_do_not():
    mailed, fed = (diary_ics(diary(), EDITION, organizer=each) for each in ("desk@x.example", ""))
    assert (mailed.count(b"ORGANIZER:mailto:desk@x.example"), fed.count(b"ORGANIZER")) == (8, 0)
