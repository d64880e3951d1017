"""The taxonomy of one mission: Karvan's own, and what its organiser added."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from karvan.matching.taxonomy import LANGUAGES, Concept, Taxonomy, load
from karvan.mission.concepts import AddedConcept
from karvan.mission.issues import Issue
from karvan.mission.mission import Mission

_MARKS = re.compile("[;؛]")


def taxonomy_of(mission: Mission) -> Taxonomy:
    """Give the taxonomy with the mission's own concepts; one whose code is known adds its words to Karvan's."""
    return extended_by(mission.concepts)


def extended_by(rows: Sequence[AddedConcept]) -> Taxonomy:
    """Give Karvan's taxonomy with added concepts."""
    known = load()
    return known.extended(concept_of(row, known) for row in rows) if rows else known


def concept_of(row: AddedConcept, known: Taxonomy) -> Concept:
    """Give a row as a concept; a label that is missing is the English one, of a known concept its own."""
    words = {lang: _words(row, lang) for lang in LANGUAGES}
    own = known.concepts[known.index[row.id]].labels if row.id in known.index else {}
    labels = {lang: own.get(lang) or row.label.best(lang) for lang in LANGUAGES}
    return Concept(row.id, row.parent, labels, {lang: found for lang, found in words.items() if found}, row.links)


def _words(row: AddedConcept, lang: str) -> tuple[str, ...]:
    given = (row.label.in_language(lang) or "", *_MARKS.split(row.synonyms.in_language(lang) or ""))
    return tuple(dict.fromkeys(word.strip() for word in given if word.strip()))


def concept_issues(mission: Mission) -> Iterator[Issue]:
    """Say which rows name a domain or a concept that there is not, or stand twice."""
    if not mission.concepts:
        return
    known = load()
    domains = sorted(concept.id for concept in known.concepts if not concept.parent)
    ids, seen = {row.id for row in mission.concepts}, set[str]()
    for index, row in enumerate(mission.concepts):
        if row.parent not in domains:
            yield Issue("unknown-domain", "concepts", index, "parent", row.parent, "; ".join(domains))
        if row.id in seen:
            yield Issue("duplicate-concept", "concepts", index, "code", row.code)
        seen.add(row.id)
        for link in row.links:
            if link not in known.index and link not in ids:
                yield Issue("unknown-link", "concepts", index, "links", link)
