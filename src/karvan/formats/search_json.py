"""What a query finds as other programs read it (`karvan/search`, version 1)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from karvan.matching.search import Hit, Why
from karvan.matching.taxonomy import Taxonomy
from karvan.mission.mission import Mission

Json = dict[str, Any]


def search_data(mission: Mission, taxonomy: Taxonomy, query: str, hits: Sequence[Hit]) -> Json:
    """Give the companies that a query finds, the best first, with the opportunities that it finds them by."""
    return {
        "format": "karvan/search",
        "version": 1,
        "query": query,
        "hits": [
            {
                "company": hit.company,
                "score": hit.score,
                "name_score": hit.name_score,
                "opportunities": [_why(mission, taxonomy, why) for why in hit.opportunities],
            }
            for hit in hits
        ],
    }


def _why(mission: Mission, taxonomy: Taxonomy, why: Why) -> Json:
    row = mission.opportunities[why.opportunity]
    return {
        "kind": row.kind.value,
        "title": row.title,
        "text": row.text,
        "score": why.score,
        "words": list(why.words),
        "concepts": [taxonomy.concepts[concept].id for concept in why.concepts],
    }
