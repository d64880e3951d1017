"""`changes.html`: who must be told what after a repair, in one file that can be printed."""

from __future__ import annotations

from karvan.formats.pages import Json, page_languages, render_page
from karvan.formats.readers import Reader
from karvan.formats.reasons import company_label
from karvan.formats.repair_text import alternative_lines, entry_text, goal_lines, reasons_of, summary
from karvan.languages import LANGUAGES, say
from karvan.scheduling.repair.mend import Repaired


def repair_html(repaired: Repaired, lang: str) -> str:
    """Give the changes as one HTML file without scripts and without requests to anywhere.

    Parameters
    ----------
    lang : str
        The language that is shown first; the mission's others are in the file too, one link away.
    """
    languages = page_languages(repaired.mission, lang)
    return render_page("repair.html", "repair-title", [_article(repaired, each) for each in languages])


WORDS = {
    "title": "repair-title",
    "told": "repair-told",
    "organiser": "repair-organiser",
    "goals": "repair-goals",
    "alternatives": "repair-alternatives",
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
