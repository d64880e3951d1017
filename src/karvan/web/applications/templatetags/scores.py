"""Scores in templates: ``{{ panel.score|round_off }}``."""

from __future__ import annotations

from django import template

register = template.Library()


@register.filter
def round_off(score: float) -> int:
    """Write a score without its fractions."""
    return round(score)
