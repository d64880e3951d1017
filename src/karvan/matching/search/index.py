"""An index of a mission's companies and opportunities, built once and asked many times."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_array

from karvan.matching.search.name_index import Floats, NameIndex
from karvan.matching.search.spelling import Spelling
from karvan.mission.mission import Mission

LEAST = 0.3
"""A hit scores at least so much, 0..1."""

OF_DOMAIN = 0.6
"""What a concept is worth to whoever asks for its whole domain."""

OF_MEANING = 0.9
"""What the same concept in other words is worth beside the same words."""

_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What reads texts for the index.

    Attributes
    ----------
    fold : callable
        Folds spellings that mean the same (normalised, lower case).
    stems : callable
        The telling stems of a text in a language (empty: not known).
    concepts : callable
        What a text is about: positions in the taxonomy with strengths 0..1.
    parent : sequence of int
        The domain of each concept; a domain is its own.
    words : iterable of str
        Further words that a query may use: those of the taxonomy.
    """

    fold: Callable[[str], str]
    stems: Callable[[str, str], Sequence[str]]
    concepts: Callable[[str, str], Sequence[tuple[int, float]]]
    parent: Sequence[int]
    words: Iterable[str] = ()


@dataclass(frozen=True, slots=True)
class Why:
    """What ties an opportunity to a query.

    Attributes
    ----------
    opportunity : int
        Index into `Mission.opportunities`.
    words : tuple of str
        Stems in common.
    concepts : tuple of int
        Concepts in common, the strongest first.
    """

    opportunity: int
    score: float
    words: tuple[str, ...]
    concepts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Hit:
    """A company that a query finds.

    Attributes
    ----------
    score : float
        0..1: the better of `name_score` and the best opportunity's.
    name_score : float
        0..1: how much the company's name sounds like the query.
    opportunities : tuple of Why
        Its opportunities that the query finds, best first.
    """

    company: str
    score: float
    name_score: float
    opportunities: tuple[Why, ...]


class Index:
    """An index of a mission.

    Parameters
    ----------
    mission : Mission
    reading : Reading

    Notes
    -----
    Words weigh by how few opportunities have them (Spärck Jones, 1972, https://doi.org/10.1108/eb026526). A query
    is one fuzzy comparison with all name words, one with all words for each unknown one, and two sparse products.
    """

    def __init__(self, mission: Mission, reading: Reading) -> None:
        self.codes = tuple(mission.company)
        self.reading = reading
        self.names = NameIndex([[text for _, text in company.name] for company in mission.companies])
        place = {code: i for i, code in enumerate(self.codes)}
        self.owner = np.array([place[row.company] for row in mission.opportunities], dtype=np.int64)
        detected = mission.text_languages or ("",) * len(mission.opportunities)
        texts = [
            (f"{row.title}. {row.text}" if row.title else row.text, row.language or language)
            for row, language in zip(mission.opportunities, detected, strict=True)
        ]
        self._index_words([frozenset(reading.stems(text, language)) for text, language in texts])
        self._index_concepts([reading.concepts(text, language) for text, language in texts])
        known = Counter(word for text, _ in texts for word in _WORD.findall(reading.fold(text)))
        known.update(word for text in reading.words for word in _WORD.findall(reading.fold(text)))
        self.spelling = Spelling(known)

    def _index_words(self, rows: Sequence[frozenset[str]]) -> None:
        counts = Counter(stem for row in rows for stem in row)
        self.stems = {stem: i for i, stem in enumerate(counts)}
        self.weight = np.log1p(len(rows) / np.array(list(counts.values()), dtype=np.float64))
        entries = [(self.stems[stem], doc, 1.0) for doc, row in enumerate(rows) for stem in sorted(row)]
        self.docs_of_stem = _sparse(entries, (len(counts), len(rows)))

    def _index_concepts(self, rows: Sequence[Sequence[tuple[int, float]]]) -> None:
        best: dict[tuple[int, int], float] = {}
        for doc, row in enumerate(rows):
            for concept, strength in row:
                domain = self.reading.parent[concept]
                for about, worth in ((concept, 1.0), (domain, OF_DOMAIN)):
                    best[about, doc] = max(best.get((about, doc), 0.0), min(1.0, strength) * worth)
        entries = [(concept, doc, strength) for (concept, doc), strength in best.items()]
        self.docs_of_concept = _sparse(entries, (len(self.reading.parent), len(rows)))

    def search(self, query: str, count: int = 10) -> tuple[Hit, ...]:
        """Find companies by name, and by what they offer and need, in whatever language.

        Returns
        -------
        tuple of Hit
            At most `count`, the best first; of equals in the organiser's order.
        """
        by_name = self.names.scores(query)
        text = self.spelling.corrected(self.reading.fold(query))
        stems = sorted({stem for stem in self.reading.stems(text, "") if stem in self.stems})
        concepts = [(concept, strength) for concept, strength in self.reading.concepts(text, "") if strength > 0]
        unknown = len(set(self.reading.stems(text, ""))) - len(stems)
        words, meanings = self._by_words(stems, unknown), self._by_concepts(concepts)
        of_doc = 1.0 - (1.0 - words) * (1.0 - OF_MEANING * meanings)
        of_company = by_name.copy()
        np.maximum.at(of_company, self.owner, of_doc)
        order = np.lexsort((np.arange(len(of_company)), -of_company))[:count]
        return tuple(
            Hit(
                self.codes[i],
                float(of_company[i]),
                float(by_name[i]),
                self._whys(np.flatnonzero((self.owner == i) & (of_doc >= LEAST)), of_doc, stems, concepts),
            )
            for i in order
            if of_company[i] >= LEAST
        )

    def _by_words(self, stems: Sequence[str], unknown: int) -> Floats:
        """Give the share of the query's words, by weight, that each opportunity has."""
        places = [self.stems[stem] for stem in stems]
        rarest = float(self.weight.max(initial=0.0))
        total = float(self.weight[places].sum()) + unknown * rarest
        if not places:
            return np.zeros(len(self.owner))
        found: Floats = self.weight[places] @ self.docs_of_stem[places]
        return found / total

    def _by_concepts(self, concepts: Sequence[tuple[int, float]]) -> Floats:
        """Give the share of what the query is about that each opportunity is about."""
        if not concepts:
            return np.zeros(len(self.owner))
        places, strengths = [concept for concept, _ in concepts], np.array([strength for _, strength in concepts])
        found: Floats = strengths @ self.docs_of_concept[places]
        return found / float(strengths.sum())

    def _whys(
        self, docs: Iterable[int], of_doc: Floats, stems: Sequence[str], concepts: Sequence[tuple[int, float]]
    ) -> tuple[Why, ...]:
        rows = [
            Why(
                int(doc),
                float(of_doc[doc]),
                tuple(stem for stem in stems if self.docs_of_stem[self.stems[stem], doc]),
                tuple(concept for concept, _ in concepts if self.docs_of_concept[concept, doc]),
            )
            for doc in docs
        ]
        return tuple(sorted(rows, key=lambda why: (-why.score, why.opportunity)))


def _sparse(entries: Sequence[tuple[int, int, float]], shape: tuple[int, int]) -> csr_array:
    rows, columns, values = zip(*entries, strict=True) if entries else ((), (), ())
    return csr_array((np.array(values, dtype=np.float64), (rows, columns)), shape=shape)
