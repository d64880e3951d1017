"""Suggestions as other programs read them (`karvan/suggestions`, version 1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Any

from karvan.languages import LANGUAGES, say
from karvan.languages.bidi import strip_isolates
from karvan.matching.suggestions import Drawback, Evidence, Suggestion
from karvan.matching.taxonomy import Taxonomy
from karvan.mission.mission import Mission

Json = dict[str, Any]

ALIKE = 0.3
"""From here on, what a model of sentences finds alike is told as a reason."""


def suggestions_data(mission: Mission, suggestions: Sequence[Suggestion], top: int, taxonomy: Taxonomy) -> Json:
    """Give the best suggestions of every company of both sides, best first, scores unrounded.

    Parameters
    ----------
    suggestions : sequence of Suggestion
        Each pair once, best first.
    top : int
        Suggestions per company.
    taxonomy : Taxonomy
        The one that the suggestions were made with.
    """
    own: dict[str, list[tuple[str, Suggestion]]] = defaultdict(list)
    for suggestion in suggestions:
        own[suggestion.company].append((suggestion.counterpart, suggestion))
        own[suggestion.counterpart].append((suggestion.company, suggestion))
    rows = [_row(mission, code, other, s, taxonomy) for code in mission.company for other, s in own[code][:top]]
    return {"format": "karvan/suggestions", "version": 1, "suggestions": rows}


def _row(mission: Mission, code: str, other: str, suggestion: Suggestion, taxonomy: Taxonomy) -> Json:
    return {
        "company": code,
        "counterpart": other,
        "score": suggestion.score,
        "reasons": [_reason(mission, evidence, taxonomy) for evidence in suggestion.reasons],
        "against": [
            {"kind": drawback.value, "text": {lang: _drawback(lang, drawback) for lang in LANGUAGES}}
            for drawback in suggestion.against
        ],
    }


def _drawback(lang: str, drawback: Drawback) -> str:
    return say(lang, f"against-{drawback.value.replace('_', '-')}")


def _reason(mission: Mission, evidence: Evidence, taxonomy: Taxonomy) -> Json:
    offer, need = mission.opportunities[evidence.offer], mission.opportunities[evidence.need]
    return {
        "offer": {"company": offer.company, "title": offer.title, "text": offer.text},
        "need": {"company": need.company, "title": need.title, "text": need.text},
        "because": _because(mission, evidence, taxonomy),
        "score": evidence.affinity.score,
    }


def _because(mission: Mission, evidence: Evidence, taxonomy: Taxonomy) -> Json:
    ties = evidence.affinity
    offer, need = mission.opportunities[evidence.offer], mission.opportunities[evidence.need]
    return {
        "concepts": [
            {
                "id": tie.concept,
                "labels": taxonomy.concepts[taxonomy.index[tie.concept]].labels,
                "strength": tie.strength,
                "offer": tie.offer.of(offer.title, offer.text),
                "need": tie.need.of(need.title, need.text),
            }
            for tie in ties.concepts
        ],
        "domains": list(ties.domains),
        "words": [word.need for word in ties.words if word.is_same],
        "meanings": [word._asdict() for word in ties.words if not word.is_same],
        "routes": [route.value for route in ties.routes],
        **({} if ties.likeness is None else {"likeness": ties.likeness}),
        "text": {lang: _sentence(lang, evidence, taxonomy) for lang in LANGUAGES},
    }


def _sentence(lang: str, evidence: Evidence, taxonomy: Taxonomy) -> str:
    """Say what ties an offer to a need."""
    ties = evidence.affinity
    named = {
        "concepts": [_label(tie.concept, lang, taxonomy) for tie in ties.concepts],
        "fields": [_label(field, lang, taxonomy) for field in ties.fields],
        "domains": [_label(domain, lang, taxonomy) for domain in ties.domains],
        "words": [word.need for word in ties.words if word.is_same],
        "meanings": [f"{word.offer} = {word.need}" for word in ties.words if not word.is_same],
        "routes": [say(lang, f"route-{route.value.replace('_', '-')}").lower() for route in ties.routes],
    }
    parts = [say(lang, f"because-{name}", n=len(values), values=values) for name, values in named.items() if values]
    if ties.likeness is not None and ties.likeness >= ALIKE:
        parts.append(say(lang, "because-likeness", likeness=round(ties.likeness, 2)))
    return strip_isolates(say(lang, "list-semicolon").join(parts))


def _label(concept: str, lang: str, taxonomy: Taxonomy) -> str:
    """Give the name of a concept; a domain of the organiser's own has its code alone."""
    if concept not in taxonomy.index:
        return concept
    labels = taxonomy.concepts[taxonomy.index[concept]].labels
    return labels.get(lang, labels["en"])
