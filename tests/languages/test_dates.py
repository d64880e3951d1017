from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.languages import LANGUAGES
from karvan.languages.bidi import END, RIGHT_TO_LEFT
from karvan.languages.dates import clock, clock_range, full_date, gregorian, short_date, solar_hijri, weekday
from karvan.languages.numbers import latin_digits

DAY = date(2025, 12, 4)

LEAP_YEARS = {
    *(1304, 1309, 1313, 1317, 1321, 1325, 1329, 1333, 1337, 1342, 1346, 1350, 1354, 1358, 1362, 1366, 1370, 1375),
    *(1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408, 1412, 1416),
}
"""Leap years of the Solar Hijri calendar in the century after it became the law of Iran."""


def solar_hijri_days(first_year=1304, last_year=1416):
    """Yield every Gregorian date with its Solar Hijri year, month and day, counted from Nowruz 1304."""
    day = date(1925, 3, 21)
    for year in range(first_year, last_year + 1):
        for month in range(1, 13):
            length = 31 if month <= 6 else 30 if month <= 11 or year in LEAP_YEARS else 29
            for number in range(1, length + 1):
                yield day, year, month, number
                day += timedelta(days=1)


def test_both_calendars_agree_on_every_day_of_a_century():
    months = LANGUAGES["en"].solar_hijri_months
    wrong = [
        (day, solar_hijri("en", day))
        for day, year, month, number in solar_hijri_days()
        if solar_hijri("en", day) != f"{number} {months[month - 1]} {year}"
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (DAY, "13 Azar 1404"),
        (date(1979, 2, 11), "22 Bahman 1357"),
        (date(2021, 3, 20), "30 Esfand 1399"),  # a leap year's last day
        (date(2021, 3, 21), "1 Farvardin 1400"),  # Nowruz
        (date(2024, 3, 19), "29 Esfand 1402"),
        (date(2024, 3, 20), "1 Farvardin 1403"),
        (date(2025, 3, 20), "30 Esfand 1403"),
        (date(2025, 3, 21), "1 Farvardin 1404"),
        (date(2026, 3, 21), "1 Farvardin 1405"),
        (date(2029, 3, 20), "1 Farvardin 1408"),
        (date(2030, 3, 21), "1 Farvardin 1409"),
    ],
)
def test_known_dates(day, text):
    assert solar_hijri("en", day) == text


def test_a_date_in_every_language_and_both_calendars_the_readers_own_first():
    assert {lang: full_date(lang, DAY) for lang in ("en", "fa", "ru")} == {
        "en": ("4 December 2025", "13 Azar 1404"),
        "fa": ("۱۳ آذر ۱۴۰۴", "۴ دسامبر ۲۰۲۵"),
        "ru": ("4 декабря 2025 г.", "13 азара 1404"),
    }


def test_day_and_month_are_those_of_the_readers_own_calendar():
    assert [short_date(lang, DAY) for lang in ("en", "fa", "ru")] == ["4 December", "۱۳ آذر", "4 декабря"]


def test_days_of_the_week():
    assert [weekday(lang, DAY) for lang in ("en", "fa", "ru")] == ["Thursday", "پنجشنبه", "Четверг"]
    assert [weekday(lang, DAY, is_short=True) for lang in ("en", "ru")] == ["Thu", "Чт"]


def test_a_moment_is_written_by_its_date_and_its_time():
    moment = datetime(2025, 12, 4, 9, 5)  # noqa: DTZ001 - local by definition
    assert (clock("fa", moment), clock("ru", time(9, 5)), short_date("en", moment)) == ("۰۹:۰۵", "09:05", "4 December")


def test_a_span_of_time_runs_in_the_direction_of_reading():
    assert clock_range("ru", time(9), time(9, 30)) == "09:00–09:30"
    assert clock_range("fa", time(9), time(9, 30)) == f"{RIGHT_TO_LEFT}۰۹:۰۰–۰۹:۳۰{END}"


@given(st.dates(date(1900, 1, 1), date(2100, 12, 31)), st.sampled_from(sorted(LANGUAGES)))
def test_a_date_has_its_day_and_year_in_every_language(day, lang):
    assert latin_digits(gregorian(lang, day)).split(" ")[::2][:2] == [str(day.day), str(day.year)]
    number, month, year = solar_hijri(lang, day).split(" ")
    assert month in LANGUAGES[lang].solar_hijri_months
    english = LANGUAGES["en"].solar_hijri_months[LANGUAGES[lang].solar_hijri_months.index(month)]
    assert solar_hijri("en", day) == f"{latin_digits(number)} {english} {latin_digits(year)}"
