"""`karvan match --search`: companies by name, and by what they offer and need, in any of the languages."""

from __future__ import annotations

from argparse import Namespace
from typing import TYPE_CHECKING

from karvan.cli.exits import Exit
from karvan.cli.inputs import read_mission
from karvan.languages import say

if TYPE_CHECKING:
    from karvan.matching.search import Hit, Why
    from karvan.matching.taxonomy import Taxonomy
    from karvan.mission.mission import Mission

MOST_OPPORTUNITIES = 2
"""So many opportunities of a company are shown."""

NAME = 0.5
"""A name that sounds at least so much (0..1) like the query is told as a reason."""


def answer(options: Namespace) -> tuple[list[str], dict[str, object], Exit]:
    """Give what the query finds as lines, and the same as data."""
    from karvan.formats.search_json import search_data
    from karvan.matching.added import taxonomy_of
    from karvan.matching.search import Index, reading_with

    lang = options.ui_lang
    mission = read_mission(options.mission, lang, is_quiet=True)
    taxonomy = taxonomy_of(mission)
    hits = Index(mission, reading_with(taxonomy)).search(options.search, options.top)
    lines = [line for hit in hits for line in _lines(mission, taxonomy, lang, hit)]
    data = search_data(mission, taxonomy, options.search, hits)
    return lines or [say(lang, "search-nothing", query=options.search)], data, Exit.DONE


def _lines(mission: Mission, taxonomy: Taxonomy, lang: str, hit: Hit) -> list[str]:
    from karvan.formats.reasons import company_label

    name = company_label(mission, lang, hit.company)
    lines = [say(lang, "search-hit", company=name, score=round(hit.score, 2))]
    if hit.name_score >= NAME:
        names = list(dict.fromkeys(text for _, text in mission.company[hit.company].name))
        lines.append("  – " + say(lang, "search-name", names=names))
    return lines + ["  – " + _why(mission, taxonomy, lang, why) for why in hit.opportunities[:MOST_OPPORTUNITIES]]


def _why(mission: Mission, taxonomy: Taxonomy, lang: str, why: Why) -> str:
    row = mission.opportunities[why.opportunity]
    labels = [taxonomy.concepts[concept].labels[lang] for concept in why.concepts]
    ties = labels or list(why.words)
    return say(lang, "search-opportunity", kind=row.kind.value, text=row.title or row.text, ties=ties)
