"""`changes.html`: who must be told what after a repair, in one file that can be printed."""

from __future__ import annotations

from functools import cache
from typing import Any

import jinja2

from karvan.formats.readers import Reader
from karvan.formats.reasons import company_label
from karvan.formats.repair_text import alternative_lines, entry_text, goal_lines, reasons_of, summary
from karvan.languages import LANGUAGES, say
from karvan.scheduling.repair.mend import Repaired

Json = dict[str, Any]


def repair_html(repaired: Repaired, lang: str) -> str:
    """Give the changes as one HTML file without scripts and without requests to anywhere.

    Parameters
    ----------
    lang : str
        The language that is shown first; the mission's others are in the file too, one link away.
    """
    given = repaired.mission.settings.languages
    languages = dict.fromkeys((lang, *(other for other in given if other in LANGUAGES)))
    return _environment().get_template("repair.html").render(articles=[_article(repaired, each) for each in languages])


@cache
def _environment() -> jinja2.Environment:
    return jinja2.Environment(
        loader=jinja2.PackageLoader("karvan.formats"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


WORDS = {
    "title": "repair-title",
    "told": "repair-told",
    "organiser": "repair-organiser",
    "goals": "repair-goals",
    "alternatives": "repair-alternatives",
    "languages": "report-languages",
}
"""Headings of the page."""


def _article(repaired: Repaired, lang: str) -> Json:
    reader = Reader(repaired.mission, lang)
    return {
        "language": LANGUAGES[lang],
        "words": {name: say(lang, message) for name, message in WORDS.items()},
        "title": reader.title,
        "summary": summary(lang, repaired.difference),
        "companies": [
            {
                "name": company_label(repaired.mission, lang, code),
                "entries": [
                    {"text": entry_text(reader, code, entry), "reasons": list(reasons_of(reader, entry))}
                    for entry in entries
                ],
            }
            for code, entries in repaired.difference.told.items()
        ],
        "goals": goal_lines(lang, repaired.programme),
        "alternatives": [alternative_lines(lang, repaired, each) for each in repaired.alternatives],
    }
