"""Pages for the organiser: one HTML file in the mission's languages, without scripts, asking nothing of the network."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache
from typing import Any

import jinja2

from karvan.languages import LANGUAGES, say
from karvan.mission.mission import Mission

Json = dict[str, Any]


def page_languages(mission: Mission, first: str) -> list[str]:
    """Give the languages of a page: the one that is shown first, then the mission's others."""
    return list(dict.fromkeys((first, *(other for other in mission.settings.languages if other in LANGUAGES))))


def render_page(template: str, title: str, articles: Sequence[Json]) -> str:
    """Put articles, one for each language, into a template that extends ``page.html``.

    Parameters
    ----------
    title : str
        Message of the page's kind, which stands before the mission's title.
    """
    first = articles[0]["language"].code
    return (
        _environment()
        .get_template(template)
        .render(articles=articles, title=say(first, title), languages_label=say(first, "report-languages"))
    )


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("karvan.formats"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
