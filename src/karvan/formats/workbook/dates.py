"""Dates and times as people and spreadsheets write them, in two calendars."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

from persiantools.jdatetime import JalaliDate

from karvan.formats.workbook.raw import Filled
from karvan.languages.numbers import latin_digits

SOLAR_HIJRI_YEARS = range(1200, 1601)
"""A year in this range is one of the Solar Hijri calendar."""

GREGORIAN_YEARS = range(1970, 2201)
"""Years in which a mission can lie; any other date is a slip."""

_EPOCH = datetime(1899, 12, 30)  # noqa: DTZ001 - a spreadsheet's days have no zone
"""Day 0 of a spreadsheet."""

_GREGORIAN_SINCE = datetime(1582, 10, 15)  # noqa: DTZ001
"""Before this day a spreadsheet shows dates of the Julian calendar."""

_YEAR_FIRST = re.compile(r"(\d{4})([-/])(\d{1,2})\2(\d{1,2})(?:[T ]00:00(?::00)?(?:\.0+)?)?")
_DAY_FIRST = re.compile(r"(\d{1,2})([./-])(\d{1,2})\2(\d{4})")
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)")
_DOTTED = re.compile(r"(\d{4})\.(\d{1,2})\.(\d{1,2})")
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::00(?:\.0+)?)?")
_ODD_CLOCK = re.compile(r"(\d{1,2})(?:[.,\-h ](\d\d))?")


def date_of(raw: Filled) -> tuple[date | None, str]:
    """Give the date in a cell, or None and what was probably meant (as ISO text, empty if that is unclear)."""
    if isinstance(raw, datetime):
        is_whole = raw.time() == time.min
        day = _day(raw.year, raw.month, raw.day)
        return (day, "") if is_whole else (None, day.isoformat() if day else "")
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _date_of_number(raw)
    return _date_of_text(latin_digits(raw)) if isinstance(raw, str) else (None, "")


def _date_of_number(number: float) -> tuple[date | None, str]:
    """Read a spreadsheet's day number; guess at a date without separators (20251203)."""
    if float(number).is_integer() and -260_000 < number < 110_000:
        shown = as_shown(_EPOCH + timedelta(days=int(number)))
        return _date_of_text(shown) if isinstance(shown, str) else (_day(shown.year, shown.month, shown.day), "")
    match = _COMPACT.fullmatch(str(int(number)))
    return None, _iso(*match.groups()) if match else ""


def _date_of_text(text: str) -> tuple[date | None, str]:
    if match := _YEAR_FIRST.fullmatch(text):
        return _day(int(match[1]), int(match[3]), int(match[4])), ""
    if re.fullmatch(r"\d{5,8}(?:\.0+)?", text):
        return _date_of_number(float(text))
    if match := _DAY_FIRST.fullmatch(text):
        # 12/03/2025 is the third of December to some and the twelfth of March to others: no guess.
        is_clear = match[2] == "." or int(match[3]) > 12 or int(match[1]) > 12
        return None, _iso(match[4], match[3], match[1]) if is_clear else ""
    match = _DOTTED.fullmatch(text)
    return None, _iso(*match.groups()) if match else ""


def _iso(year: str, month: str, day: str) -> str:
    found = _day(int(year), int(month), int(day))
    return found.isoformat() if found else ""


def _day(year: int, month: int, day: int) -> date | None:
    """Give the day of either calendar, or None where it does not exist."""
    try:
        if year in SOLAR_HIJRI_YEARS:
            found: date = JalaliDate(year, month, day).to_gregorian()
            return found
        return date(year, month, day) if year in GREGORIAN_YEARS else None
    except ValueError:
        return None


def as_shown(moment: datetime) -> datetime | str:
    """Give a moment as a spreadsheet shows it: an early one as text, by the Julian calendar.

    Whoever types 1404-09-12 into LibreOffice, meaning the Solar Hijri year, gets a date of the
    year 1404 of our era; its day number leads back to what was typed only by that calendar.
    """
    if moment >= _GREGORIAN_SINCE:
        return moment
    days = moment.toordinal() + 1_753_507
    years, rest = divmod(4 * days + 3, 1461)
    months, day = divmod(5 * (rest // 4) + 2, 153)
    year, month = years - 4800 + months // 10, months + 3 - 12 * (months // 10)
    return f"{year:04}-{month:02}-{day // 5 + 1:02}"


def time_of(raw: Filled) -> tuple[time | None, str]:
    """Give the time of day in a cell, to the minute, or None and what was probably meant."""
    if isinstance(raw, datetime):
        return _rounded(raw - datetime.combine(raw, time.min)), ""
    if isinstance(raw, time):
        return _rounded(timedelta(hours=raw.hour, minutes=raw.minute, seconds=raw.second)), ""
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        return _time_of_number(raw)
    return _time_of_text(latin_digits(raw)) if isinstance(raw, str) else (None, "")


def _rounded(since_midnight: timedelta) -> time | None:
    """Give a time to the minute; None where the seconds are more than a spreadsheet's rounding."""
    seconds = since_midnight / timedelta(seconds=1)
    minutes = round(seconds / 60)
    if abs(seconds - 60 * minutes) > 1 or not 0 <= minutes < 24 * 60:
        return None
    return time(*divmod(minutes, 60))


def _time_of_number(number: float) -> tuple[time | None, str]:
    """Read a spreadsheet's fraction of a day; guess at whole hours (9)."""
    if 0 <= number < 1:
        return _rounded(timedelta(days=number)), ""
    return None, _clock(str(int(number)), "00") if number > 0 and float(number).is_integer() else ""


def _time_of_text(text: str) -> tuple[time | None, str]:
    if match := _CLOCK.fullmatch(text):
        clock = _clock(match[1], match[2])
        return (time.fromisoformat(clock), "") if clock else (None, "23:59" if text.startswith("24:00") else "")
    if re.fullmatch(r"0?\.\d+", text):
        return _time_of_number(float(text))
    match = _ODD_CLOCK.fullmatch(text)
    return None, _clock(match[1], match[2] or "00") if match else ""


def _clock(hours: str, minutes: str) -> str:
    is_time = int(hours) < 24 and int(minutes) < 60
    return f"{int(hours):02}:{minutes}" if is_time else ""
