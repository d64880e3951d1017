"""Suggestions as other programs read them (`karvan/suggestions`, version 1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from karvan.languages import LANGUAGES, say
from karvan.languages.bidi import strip_isolates
from karvan.matching.suggestions import Evidence, Suggestion
from karvan.mission.mission import Mission

Json = dict[str, Any]


def suggestions_data(mission: Mission, suggestions: Sequence[Suggestion], top: int) -> Json:
    """Give the best suggestions of every company of both sides, best first, scores unrounded.

    Parameters
    ----------
    suggestions : sequence of Suggestion
        Each pair once, best first.
    top : int
        Suggestions per company.
    """
    own: dict[str, list[tuple[str, Suggestion]]] = defaultdict(list)
    for suggestion in suggestions:
        own[suggestion.company].append((suggestion.counterpart, suggestion))
        own[suggestion.counterpart].append((suggestion.company, suggestion))
    rows = [_row(mission, code, other, s) for code in mission.company for other, s in own[code][:top]]
    return {"format": "karvan/suggestions", "version": 1, "suggestions": rows}


def _row(mission: Mission, code: str, other: str, suggestion: Suggestion) -> Json:
    return {
        "company": code,
        "counterpart": other,
        "score": suggestion.score,
        "reasons": [_reason(mission, evidence) for evidence in suggestion.reasons],
    }


def _reason(mission: Mission, evidence: Evidence) -> Json:
    offer, need = mission.opportunities[evidence.offer], mission.opportunities[evidence.need]
    return {
        "offer": {"company": offer.company, "title": offer.title, "text": offer.text},
        "need": {"company": need.company, "title": need.title, "text": need.text},
        "because": _because(evidence),
        "score": evidence.affinity.score,
    }


def _because(evidence: Evidence) -> Json:
    ties = evidence.affinity
    return {
        "domains": list(ties.domains),
        "words": list(ties.words),
        "routes": [route.value for route in ties.routes],
        "text": {lang: _sentence(lang, evidence) for lang in LANGUAGES},
    }


def _sentence(lang: str, evidence: Evidence) -> str:
    """Say what ties an offer to a need."""
    ties = evidence.affinity
    parts = [
        say(lang, f"because-{name}", n=len(values), values=[str(value) for value in values])
        for name, values in (("domains", ties.domains), ("words", ties.words), ("routes", ties.routes))
        if values
    ]
    return strip_isolates(say(lang, "list-semicolon").join(parts))
