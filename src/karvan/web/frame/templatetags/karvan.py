"""Words, dates, digits and drawings in templates.

Filters take the language as their argument: ``{{ entry.start|clock:lang }}``.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import template
from django.utils.html import format_html, linebreaks, urlize
from django.utils.safestring import mark_safe

from karvan import languages
from karvan.formats.readers import date_range
from karvan.languages import dates, names, numbers
from karvan.languages.bidi import strip_isolates
from karvan.languages.messages import has_message
from karvan.mission.localised import LocalisedText
from karvan.mission.mission import Settings
from karvan.web.frame.icons import ICONS

if TYPE_CHECKING:
    from django.template.context import RequestContext
    from django.utils.safestring import SafeString

register = template.Library()


@register.simple_tag(takes_context=True)
def say(context: RequestContext, message_id: str, **values: Any) -> str:
    """Give a message in the reader's language: ``{% say "web-overview-title" count=n %}``."""
    return languages.say(context["lang"], message_id, **values)


@register.simple_tag(takes_context=True)
def plain(context: RequestContext, message_id: str, **values: Any) -> str:
    """Give a message without bidi isolates, for places that show them as boxes (the window's title)."""
    return strip_isolates(languages.say(context["lang"], message_id, **values))


@register.simple_tag(takes_context=True)
def same_query(context: RequestContext, **changes: Any) -> str:
    """Give the query of this page's address with some values changed: ``?{% same_query page=2 %}``."""
    query = context.request.GET.copy()
    for name, value in changes.items():
        query[name] = str(value)
    return query.urlencode()


@register.filter
def in_words(code: str, prefix: str) -> str:
    """Join a prefix and a code to the name of a message: ``{% say kind|in_words:"block" %}``."""
    return f"{prefix}-{code}"


@register.filter
def detail(name: str, value: str) -> str:
    """Give the name of the message for a particular of the audit trail, or the particular itself where it has none."""
    kinds = {
        "role": "role",
        "before": "web-phase",
        "after": "web-phase",
        "state": "clearance",
        "choice": "match-choice",
    }
    message = f"{kinds.get(name, name)}-{value}"
    return message if has_message("en", message) else str(value)


@register.filter
def spoken(message_id: str, lang: str) -> str:
    """Give a message by its name; a name of none is given back."""
    return languages.say(lang, message_id) if has_message(lang, message_id) else message_id


@register.filter
def best(text: LocalisedText, lang: str) -> str:
    """Give a text in the reader's language, else in English, else in any."""
    return text.best(lang)


@register.filter
def in_any(versions: dict[str, str], lang: str) -> str:
    """Give a stored text in the reader's language, else in English, else in any."""
    return LocalisedText.from_mapping(versions).best(lang)


@register.filter
def named(row: Any, lang: str) -> SafeString:
    """Write the name of a company, person or table that keeps names by language, isolated from what is around it."""
    return format_html("<bdi>{}</bdi>", in_any(row.names, lang))


@register.filter
def as_letter(text: str) -> SafeString:
    """Write the plain text of a letter as paragraphs, with links that are read from left to right in every language."""
    linked = linebreaks(urlize(text, autoescape=True), autoescape=False)
    return mark_safe(linked.replace('<a href="', '<a dir="ltr" href="'))  # noqa: S308 - urlize has escaped it


@register.filter
def dashed(code: str) -> str:
    """Write a code as the names of messages do: with dashes."""
    return code.replace("_", "-")


@register.filter
def language_name(code: str, lang: str) -> str:
    """Write what a language is called."""
    return names.language_name(lang, code)


@register.filter
def country_name(code: str, lang: str) -> str:
    """Write what a country is called."""
    return names.country_name(lang, code)


@register.filter
def digits(value: float, lang: str) -> str:
    """Write a number as readers of a language do."""
    return numbers.number(lang, value)


@register.filter
def percent(ratio: float, lang: str) -> str:
    """Write a ratio 0..1 as a percentage."""
    return numbers.percent(lang, ratio)


@register.filter
def clock(moment: datetime, lang: str) -> SafeString:
    """Write a time of day as a <time>."""
    return format_html('<time datetime="{}">{}</time>', f"{moment:%H:%M}", dates.clock(lang, moment))


@register.filter
def clock_range(item: Any, lang: str) -> str:
    """Write from when to when something with a start and an end lasts."""
    return dates.clock_range(lang, item.start, item.end)


@register.filter
def weekday(day: date, lang: str) -> str:
    """Write the day of the week."""
    return dates.weekday(lang, day)


@register.filter
def short_date(day: date, lang: str) -> str:
    """Write day and month in the readers' own calendar."""
    return dates.short_date(lang, day)


@register.filter
def other_short_date(day: date, lang: str) -> str:
    """Write day and month in the other calendar."""
    other = dates.full_date(lang, day)[1]
    return " ".join(other.split(" ")[:2])


@register.filter
def both_dates(day: date, lang: str) -> SafeString:
    """Write a date in both calendars, the readers' own first."""
    own, other = dates.full_date(lang, day)
    return format_html(
        '<time class="dates" datetime="{}"><span class="own-date">{}</span> <span class="other-date">{}</span></time>',
        day.isoformat(),
        own,
        other,
    )


@register.simple_tag
def icon(name: str) -> SafeString:
    """Draw one of our icons; it says nothing to screen readers, the words beside it do."""
    shape = '<svg class="icon" aria-hidden="true" focusable="false" viewBox="0 0 24 24"><path d="{}"/></svg>'
    return format_html(shape, ICONS[name])


@register.filter
def zone_city(time_zone: str, lang: str) -> str:
    """Write the city that a time zone is named after."""
    return names.city_of_zone(lang, time_zone)


@register.filter
def in_zone(moment: datetime, zone: ZoneInfo) -> datetime:
    """Give a moment in a time zone."""
    return moment.astimezone(zone)


@register.filter
def in_zone_named(moment: datetime, zone: str) -> datetime:
    """Give a moment in the time zone of a name."""
    return moment.astimezone(ZoneInfo(zone))


@register.filter
def local_date(moment: datetime, time_zone: str) -> date:
    """Give the day of a moment in a time zone."""
    return moment.astimezone(ZoneInfo(time_zone)).date()


@register.filter
def date_span(settings: Settings, lang: str) -> SafeString:
    """Write from when to when a mission lasts, in both calendars."""
    own, other = date_range(lang, settings.start_date, settings.end_date)
    return format_html('<span class="own-date">{}</span> <span class="other-date">{}</span>', own, other)
