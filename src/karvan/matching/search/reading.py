"""How the index reads texts: with the matcher's stems and the taxonomy's concepts."""

from __future__ import annotations

from karvan.matching.search.index import Reading
from karvan.matching.taxonomy import Taxonomy
from karvan.matching.text import normalise, tokens
from karvan.matching.understand import understand


def reading_with(taxonomy: Taxonomy) -> Reading:
    """Give what reads texts by a taxonomy; every phrase of it is a known word."""
    return Reading(
        fold=normalise,
        stems=lambda text, lang: tokens(text, lang or None),
        concepts=lambda text, lang: understand(text, lang or None, taxonomy).concepts,
        parent=taxonomy.parent_of,
        words=[phrase for concept in taxonomy.concepts for row in concept.phrases.values() for phrase in row],
    )
