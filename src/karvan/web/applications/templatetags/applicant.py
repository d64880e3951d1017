"""Names of countries and languages in templates: ``{{ application.country|country_name:lang }}``."""

from __future__ import annotations

from django import template

from karvan.languages import names

register = template.Library()


@register.filter
def country_name(code: str, lang: str) -> str:
    """Write the name of a country."""
    return names.country_name(lang, code)


@register.filter
def language_name(code: str, lang: str) -> str:
    """Write the name of a language."""
    return names.language_name(lang, code)


@register.filter
def round_off(score: float) -> int:
    """Write a score without its fractions."""
    return round(score)
