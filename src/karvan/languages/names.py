"""What languages and countries are called in a language."""

from __future__ import annotations


def language_name(lang: str, code: str) -> str:
    """Give the name of a language in another one, or its code where nobody knows it."""
    from babel import Locale

    return str(Locale(lang).languages.get(code, code))


def country_name(lang: str, code: str) -> str:
    """Give the name of a country in a language, or its code where nobody knows it."""
    from babel import Locale

    return str(Locale(lang).territories.get(code, code))


def city_of_zone(lang: str, time_zone: str) -> str:
    """Give the city that a time zone is named after."""
    from babel.dates import get_timezone_location

    return str(get_timezone_location(time_zone, locale=lang, return_city=True))
