"""What is owed, and until when, in templates: ``{{ owed|owed_text:lang }}``."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime

from django import template

from karvan.web.duties.queries import Owed
from karvan.web.duties.words import last_day_before, say_owed

register = template.Library()


@register.filter
def owed_text(owed: Owed, lang: str) -> str:
    """Write what is owed."""
    return say_owed(lang, owed)


@register.filter
def day_before(end: datetime, zone: str) -> date:
    """Give the last day on which something that ends at a moment can be done."""
    return last_day_before(end, zone)


@register.filter
def at_key(values: Mapping[str, str], key: str) -> str:
    """Give what a mapping has for a key; empty: nothing."""
    return values.get(key, "")
