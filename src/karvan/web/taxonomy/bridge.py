"""Between stored concepts and the taxonomy with which texts are understood."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from karvan.languages.detect import detect_language
from karvan.matching import taxonomy as own
from karvan.matching.added import extended_by
from karvan.matching.understand import understand
from karvan.mission.concepts import AddedConcept
from karvan.mission.localised import LocalisedText
from karvan.web.missions.models import Mission
from karvan.web.taxonomy.models import Concept

Added = tuple[AddedConcept, ...]
"""All that a mission adds."""

LANGUAGES = own.LANGUAGES
"""In which concepts have words."""

LEAST = 0.15
"""What a text names more weakly, 0..1, is not shown when an organiser tries one out."""


@dataclass(frozen=True, slots=True)
class Understood:
    """A concept that a text names.

    Attributes
    ----------
    strength : float
        How clearly, 0..1.
    is_added : bool
        Whether the mission added it, or words to it.
    """

    code: str
    label: str
    strength: float
    is_added: bool


def pure_concept(row: Concept) -> AddedConcept:
    """Give a concept that the mission adds from its row."""
    return AddedConcept(
        code=row.code,
        parent=row.parent,
        label=LocalisedText.from_mapping(row.labels),
        synonyms=LocalisedText.from_mapping(row.synonyms),
        links=tuple(row.links),
    )


def added_concepts(mission: Mission) -> Added:
    """Give what a mission adds; one query."""
    return tuple(map(pure_concept, mission.concepts.all()))


@lru_cache(maxsize=16)
def extended(added: Added) -> own.Taxonomy:
    """Give Karvan's taxonomy with what a mission adds, put together once."""
    return extended_by(added)


def taxonomy_for(mission: Mission) -> own.Taxonomy:
    """Give the taxonomy of a mission; one query."""
    return extended(added_concepts(mission))


def domains(lang: str) -> list[tuple[str, str]]:
    """Give Karvan's domains by code, in the order of their names."""
    found = [(each.id, each.labels[lang]) for each in extended(()).concepts if not each.parent]
    return sorted(found, key=lambda option: option[1])


def label_of(code: str, lang: str) -> str:
    """Give the name of one of Karvan's own concepts; empty where it has none of this code."""
    known = extended(())
    return known.concepts[known.index[code]].labels[lang] if code in known.index else ""


def unknown_links(mission: Mission, codes: list[str]) -> list[str]:
    """Give the codes that are no concept of a mission's taxonomy."""
    known = taxonomy_for(mission).index
    return [code for code in codes if code not in known]


def code_from(label: str) -> str:
    """Give a code made from an English name: ``water_reuse``; empty where it has no Latin letters."""
    return "_".join(re.findall(r"[a-z0-9]+", label.casefold()))[:60]


def try_out(mission: Mission, text: str, lang: str) -> list[Understood]:
    """Give what a text is understood to name, the clearest first; one query."""
    added = added_concepts(mission)
    known, mine = extended(added), {row.id for row in added}
    found = understand(text, detect_language(text) or None, known).concepts
    return [
        Understood(
            known.concepts[place].id, known.concepts[place].labels[lang], strength, known.concepts[place].id in mine
        )
        for place, strength in found
        if strength >= LEAST
    ]
