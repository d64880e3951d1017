"""The companies of one side as arrays: their statements slot by slot, and what else counts."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import sparse

from karvan.matching.features import Features, Rows, turned, unit, with_empty_row
from karvan.matching.profiles import Profiles
from karvan.mission.companies import CompanySize
from karvan.mission.mission import Mission
from karvan.mission.opportunities import OpportunityKind, Stage

Floats = NDArray[np.float32]

READINESS = {stage: np.float32(rank / 4) for rank, stage in enumerate(Stage)}
"""From a concept (0) to a product on the market (1)."""

SIZES = {size: np.float32(rank / 3) for rank, size in enumerate(CompanySize)}
"""From micro (0) to large (1)."""

UNSAID = np.float32(0.5)
"""What counts where a company did not say."""


@dataclass(frozen=True)
class Group:
    """The companies of one side.

    Attributes
    ----------
    offers, needs : tuple of Features
        The first statement of every company, the second, …: empty rows where a company has no more.
    given, asked : tuple of csr_array
        What few have, of offers and of needs, as rows of length 1, slot by slot.
    subject : csr_array, shape (n_companies, n_concepts)
        What all its offers are about.
    languages : ndarray, shape (n_companies, n_languages), float32
        1 where its delegates speak a language.
    readiness, size : ndarray, shape (n_companies,), float32, 0..1
    """

    codes: tuple[str, ...]
    offers: tuple[Features, ...]
    needs: tuple[Features, ...]
    given: tuple[Rows, ...]
    asked: tuple[Rows, ...]
    subject: Rows
    languages: Floats
    readiness: Floats
    size: Floats

    @cached_property
    def index(self) -> dict[str, int]:
        """Position of each company by its code."""
        return {code: position for position, code in enumerate(self.codes)}

    @cached_property
    def turned_subject(self) -> Rows:
        """`subject` with a row for each concept."""
        return turned(self.subject)

    def part(self, start: int, stop: int) -> Group:
        """Give the companies from `start` up to, not including, `stop`."""
        rows = slice(start, stop)
        return replace(
            self,
            codes=self.codes[rows],
            offers=tuple(slot.at(rows) for slot in self.offers),
            needs=tuple(slot.at(rows) for slot in self.needs),
            given=tuple(sparse.csr_array(slot[rows]) for slot in self.given),
            asked=tuple(sparse.csr_array(slot[rows]) for slot in self.asked),
            subject=sparse.csr_array(self.subject[rows]),
            languages=self.languages[rows],
            readiness=self.readiness[rows],
            size=self.size[rows],
        )


def group_of(codes: tuple[str, ...], mission: Mission, profiles: Profiles) -> Group:
    """Lay out the statements of some companies, company by company."""
    offers, needs = (slots(codes, profiles, kind) for kind in OpportunityKind)
    given, asked = profiles.offers.with_nothing(), profiles.needs.with_nothing()
    spoken = sorted({language for found in mission.languages_of.values() for language in found})
    return Group(
        codes,
        tuple(given.at(slot) for slot in offers),
        tuple(asked.at(slot) for slot in needs),
        tuple(unit(given.at(slot).rare) for slot in offers),
        tuple(unit(given.at(slot).rare) for slot in needs),
        _most(tuple(picked(profiles.concepts, slot) for slot in offers)),
        np.array(
            [[language in mission.languages_of[code] for language in spoken] for code in codes], np.float32
        ).reshape(len(codes), len(spoken)),
        np.array([_readiness(mission, code) for code in codes], np.float32),
        np.array([_size(mission, code) for code in codes], np.float32),
    )


def slots(codes: tuple[str, ...], profiles: Profiles, kind: OpportunityKind) -> tuple[NDArray[np.intp], ...]:
    """Give the positions of each company's first statement of a kind, its second, …

    Returns
    -------
    tuple of ndarray, shape (n_companies,)
        At least one; where a company has no more, the number of all statements.
    """
    own: dict[str, list[int]] = defaultdict(list)
    for statement in profiles.statements:
        if statement.row.kind is kind:
            own[statement.row.company].append(statement.index)
    n = len(profiles.statements)
    most = max((len(own[code]) for code in codes), default=0)
    return tuple(
        np.array([own[code][k] if k < len(own[code]) else n for code in codes], np.intp) for k in range(max(1, most))
    )


def picked(rows: Rows, places: NDArray[np.intp]) -> Rows:
    """Give rows by their places; the place behind the last row is an empty one."""
    return sparse.csr_array(with_empty_row(rows)[places])


def _most(rows: tuple[Rows, ...]) -> Rows:
    whole = rows[0]
    for other in rows[1:]:
        whole = whole.maximum(other)
    return sparse.csr_array(whole)


def _readiness(mission: Mission, code: str) -> np.float32:
    stages = [
        READINESS[row.stage]
        for row in mission.opportunities_of[code]
        if row.stage is not None and row.kind is OpportunityKind.OFFER
    ]
    return max(stages, default=UNSAID)


def _size(mission: Mission, code: str) -> np.float32:
    size = mission.company[code].size
    return UNSAID if size is None else SIZES[size]
