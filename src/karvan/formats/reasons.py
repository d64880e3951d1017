"""Reasons and remedies in words: companies by their names, times as readers write them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from itertools import groupby

from karvan.formats.readers import Reader
from karvan.languages import say
from karvan.languages.dates import clock, short_date
from karvan.languages.messages import Value, has_message
from karvan.languages.names import language_name
from karvan.mission.mission import Mission
from karvan.mission.programme import Reason

COMPANIES = frozenset(("company", "other"))
"""Values of a reason that are a company's code."""

MOST_TIMES = 6
"""So many times are named; the rest is counted."""


def reason_text(mission: Mission, lang: str, kind: str, reason: Reason) -> str:
    """Give a reason (``kind`` is ``reason``) or a remedy (``relaxation``) as a sentence.

    It is for the organiser: it may name an `avoid`. What a company is told is
    ``reason-for-company``, the same for every cause.
    """
    if kind == "relaxation" and reason.parts:
        return say(lang, "relaxation-both", changes=[_said(mission, lang, "change", part) for part in reason.parts])
    if kind == "relaxation" and has_message(lang, f"change-{reason.code}"):
        return say(lang, "relaxation-proved", change=_said(mission, lang, "change", reason))
    return _said(mission, lang, kind, reason)


def _said(mission: Mission, lang: str, kind: str, reason: Reason) -> str:
    values = {name: _value(mission, lang, name, value) for name, value in reason.values}
    return say(lang, f"{kind}-{reason.code}", **values)


def company_label(mission: Mission, lang: str, code: str) -> str:
    """Give a company's name in the reader's language, with its code."""
    company = mission.company.get(code)
    return f"{company.name.best(lang)} ({code})" if company else code


def _value(mission: Mission, lang: str, name: str, value: str | int | tuple[str, ...]) -> Value:
    if isinstance(value, int):
        return value
    if isinstance(value, str):
        return _named(mission, lang, name, value)
    if name == "companies":
        return [company_label(mission, lang, code) for code in value]
    if name == "languages":
        return [language_name(lang, code) for code in value]
    return moments(lang, value)


def _named(mission: Mission, lang: str, name: str, value: str) -> str:
    """Give what stands for a code: a company's name, a venue's title; other texts as they are."""
    if name in COMPANIES:
        return company_label(mission, lang, value)
    return Reader(mission, lang).venue(value) if name == "venue" else value


def moments(lang: str, times: Sequence[str]) -> str:
    """Write local times (``2025-12-04 11:30``) day by day: ``4 December 11:30, 14:05``."""
    parsed = [datetime.fromisoformat(time) for time in sorted(times)]
    days = [
        f"{short_date(lang, day)} {say(lang, 'list-comma').join(clock(lang, moment) for moment in row)}"
        for day, row in groupby(parsed[:MOST_TIMES], key=datetime.date)
    ]
    more = len(parsed) - MOST_TIMES
    text = say(lang, "list-semicolon").join(days)
    return text + say(lang, "and-more", n=more) if more > 0 else text
