"""What is owed, in words: for pages and for letters."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from karvan.languages import dates, numbers, say
from karvan.languages.bidi import strip_isolates
from karvan.web.duties.queries import Owed
from karvan.web.missions.phases import Activity

PLACES = {
    Activity.PROFILE: "own-company",
    Activity.REQUESTS: "requests",
    Activity.AVAILABILITY: "availability",
    Activity.VISITS: "visit-choice",
    Activity.JOURNEYS: "mission",
}
"""Where a company does it: names of addresses."""

DESK_PLACES = {
    Activity.JOURNEYS: "logistics",
    Activity.CLEARANCES: "clearances",
    Activity.DECISIONS: "applications",
}
"""Where the organiser's team does it or sees it."""


def say_owed(lang: str, owed: Owed) -> str:
    """Write what is owed; of a profile with what it lacks."""
    if owed.activity is not Activity.PROFILE:
        return say(lang, f"owed-{owed.activity}", n=owed.count or len(owed.people))
    parts = say(lang, "list-comma").join(say(lang, f"part-{part}") for part in owed.missing)
    return say(lang, "owed-profile", share=numbers.percent(lang, owed.share), parts=parts)


def letter_line(lang: str, owed: Owed, *, zone: str, link: str) -> str:
    """Write what is owed, until when, and where it is done, as a line of a letter.

    Notes
    -----
    Of requests it says no number: the same letter for everybody who has any, whatever their own page shows.
    """
    text = say(lang, "owed-requests-plain") if owed.activity is Activity.REQUESTS else say_owed(lang, owed)
    until = say(lang, "owed-until", day=" · ".join(last_days(lang, owed.due_at, zone))) if owed.due_at else ""
    return strip_isolates(f"— {text}{until}\n  {link}")


def last_days(lang: str, end: datetime, zone: str) -> tuple[str, str]:
    """Write the last day before an end in both calendars."""
    return dates.full_date(lang, last_day_before(end, zone))


def last_day_before(end: datetime, zone: str) -> date:
    """Give the last day on which something that ends at a moment can be done: of midnight, the day before."""
    return (end.astimezone(ZoneInfo(zone)) - timedelta(seconds=1)).date()
