"""Dates and times in a language, Solar Hijri beside Gregorian."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache

from karvan.languages.bidi import END, RIGHT_TO_LEFT
from karvan.languages.language import LANGUAGES
from karvan.languages.numbers import localise_digits


def gregorian(lang: str, day: date) -> str:
    """Write a Gregorian date in full: ``4 December 2025``."""
    from babel.dates import format_date

    pattern = "d MMMM y 'г.'" if lang == "ru" else "d MMMM y"
    return localise_digits(lang, format_date(day, pattern, locale=lang))


def solar_hijri(lang: str, day: date) -> str:
    """Write a Solar Hijri date in full: ``13 Azar 1404``."""
    from persiantools.jdatetime import JalaliDate

    jalali = JalaliDate(day)
    month = LANGUAGES[lang].solar_hijri_months[jalali.month - 1]
    return localise_digits(lang, f"{jalali.day} {month} {jalali.year}")


def weekday(lang: str, day: date, *, is_short: bool = False) -> str:
    """Write the name of the day of the week, as it stands alone."""
    from babel.dates import format_date

    name = format_date(day, "ccc" if is_short else "cccc", locale=lang)
    return name[:1].upper() + name[1:]


@lru_cache(maxsize=1024)
def full_date(lang: str, day: date) -> tuple[str, str]:
    """Write a date in both calendars, the one that its readers live by first; remembered, since pages repeat a few."""
    one, other = gregorian(lang, day), solar_hijri(lang, day)
    return (other, one) if LANGUAGES[lang].is_solar_hijri_first else (one, other)


def short_date(lang: str, day: date) -> str:
    """Write a day and month in the readers' own calendar: ``4 December`` or ``۱۳ آذر``."""
    from babel.dates import format_date

    if LANGUAGES[lang].is_solar_hijri_first:
        return " ".join(solar_hijri(lang, day).split(" ")[:2])
    return localise_digits(lang, format_date(day, "d MMMM", locale=lang))


def clock(lang: str, moment: time | datetime) -> str:
    """Write a time of day: ``09:00``."""
    return localise_digits(lang, f"{moment:%H:%M}")


def clock_range(lang: str, start: time | datetime, end: time | datetime) -> str:
    """Write a span of time, earlier first in the direction of reading."""
    text = f"{clock(lang, start)}\u2013{clock(lang, end)}"
    return f"{RIGHT_TO_LEFT}{text}{END}" if LANGUAGES[lang].is_rtl else text
