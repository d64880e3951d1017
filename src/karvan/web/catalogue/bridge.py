"""The search through a mission's companies: it knows names, offers and needs, and nothing of requests."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import Count, Max, Q

from karvan.formats.workbook import detected_languages
from karvan.matching.search import Index, Reading, reading_with
from karvan.mission.mission import Mission
from karvan.web.companies.enums import Standing
from karvan.web.companies.models import Company, Opportunity
from karvan.web.companies.queries import participants
from karvan.web.missions.models import Mission as StoredMission
from karvan.web.taxonomy.bridge import Added, added_concepts, extended
from karvan.web.workbooks.bridge import records

if TYPE_CHECKING:
    from django.db.models import QuerySet

Stamp = tuple[int, datetime | None, int | None]
"""What changes whenever a company, an offer or a need of a mission changes."""

MOST_REMEMBERED = 10_000
"""Texts of which an index remembers what they mean."""

MOST = 100_000
"""More hits than any mission has companies."""


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found, the best first.

    Attributes
    ----------
    companies : dict of str to float
        Codes with how well they fit, 0..1.
    opportunities : dict of int to tuple of str
        Rows of offers and needs with the words, or names of fields, that tie them to the query.
    """

    companies: dict[str, float]
    opportunities: dict[int, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class _Searchable:
    index: Index
    rows: tuple[int, ...]


def find(stored: StoredMission, words: str, lang: str, *, scope: str = "") -> Found:
    """Give what words find in a mission, in whatever language; two queries, and two more after a change.

    Parameters
    ----------
    scope : str
        Where to look: empty, companies that take part; a side, those and all of the side; ``everybody``, all.
    """
    added = added_concepts(stored)
    searchable = _searchable(stored.pk, scope, _stamp(stored, scope), added)
    concepts = extended(added).concepts
    hits = searchable.index.search(words, MOST)
    whys = sorted((why for hit in hits for why in hit.opportunities), key=lambda why: -why.score)
    opportunities = {
        searchable.rows[why.opportunity]: tuple(concepts[i].labels.get(lang, "") for i in why.concepts) or why.words
        for why in whys
    }
    return Found({hit.company: hit.score for hit in hits}, opportunities)


def _rows(stored: StoredMission, scope: str) -> QuerySet[Company]:
    if scope == "everybody":
        return stored.companies.all()
    if scope:
        return stored.companies.filter(Q(standing=Standing.PARTICIPATING) | Q(side=scope))
    return participants(stored)


def _stamp(stored: StoredMission, scope: str) -> Stamp:
    rows = _rows(stored, scope).order_by()
    own = rows.aggregate(n=Count("pk", distinct=True), changed=Max("changed_at"), last=Max("opportunities__pk"))
    return (own["n"], own["changed"], own["last"])


@lru_cache(maxsize=8)
def _reading(added: Added) -> Reading:
    """Give what reads texts, and remembers what it read: after a change, only what is new is read again."""
    reading = reading_with(extended(added))
    return replace(reading, concepts=lru_cache(MOST_REMEMBERED)(reading.concepts))


@lru_cache(maxsize=8)
def _searchable(pk: int, scope: str, _stamp: Stamp, added: Added) -> _Searchable:
    """Build the index of a mission; while nothing changes, it is built once per process."""
    stored = StoredMission.objects.get(pk=pk)
    companies: list[Company] = list(_rows(stored, scope))
    codes = {row.pk: row.code for row in companies}
    rows = list(Opportunity.objects.filter(company__in=codes).order_by("company__position", "position", "pk"))
    texts = tuple(records.pure_opportunity(row, codes[row.company_id]) for row in rows)
    mission = Mission(
        settings=records.pure_settings(stored),
        companies=tuple(map(records.pure_company, companies)),
        opportunities=texts,
        text_languages=detected_languages(texts),
    )
    return _Searchable(Index(mission, _reading(added)), tuple(row.pk for row in rows))


def forget() -> None:
    """Drop what is remembered (for tests, which roll missions back)."""
    _searchable.cache_clear()
