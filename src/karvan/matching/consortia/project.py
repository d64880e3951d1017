"""A joint project, and the companies of a mission that could carry it out together."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from karvan.matching.consortia.teams import Floats, Mask, Question, Team, best_teams
from karvan.mission.companies import Company, CompanyKind, Side
from karvan.mission.mission import Mission, Pair
from karvan.mission.opportunities import OpportunityKind

Concepts = Sequence[tuple[int, float]]
"""What a text is about: positions in the taxonomy with strengths 0..1."""

Understand = Callable[[str, str], Concepts]
"""Understands a text in a language (empty: not known)."""

ENOUGH = 0.3
"""An offer that covers less of a part (0..1) is not counted on for it."""

CLOSE, MOST_CLOSE = 0.1, 3
"""Who covers so much of the domain of a part that nobody takes comes close to it; so many are named."""


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that a project requires.

    Attributes
    ----------
    concepts : sequence of (int, float)
        What it is about.
    label : str
        What people call it.
    side : Side or None
        Whose part it is; None: of either.
    kinds : frozenset of CompanyKind
        Who can take it (a university, for instance); empty: anybody.
    wider : sequence of (int, float)
        The domains of what it is about: who works in these comes close to it.
    """

    concepts: Concepts
    label: str
    side: Side | None = None
    kinds: frozenset[CompanyKind] = frozenset()
    wider: Concepts = ()


@dataclass(frozen=True, slots=True)
class Project:
    """A project that needs partners of both sides."""

    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Taken:
    """One part, who takes it, and by which of its offers.

    Attributes
    ----------
    offer : int
        Index into `Mission.opportunities`.
    strength : float
        0..1: how much of the part the offer covers.
    """

    part: int
    company: str
    offer: int
    strength: float


@dataclass(frozen=True, slots=True)
class Consortium:
    """One team for a project.

    Attributes
    ----------
    taken : tuple of Taken
        Every part of the project, in its order.
    ties : tuple of (str, str, float)
        Members that the matcher suggests to each other, with its score, best first.
    coverage, mutual_fit : float
        0..1: mean strength of the parts; mean score of two members (0 where none is suggested).
    """

    members: tuple[str, ...]
    taken: tuple[Taken, ...]
    ties: tuple[tuple[str, str, float], ...]
    coverage: float
    mutual_fit: float


@dataclass(frozen=True, slots=True)
class Found:
    """The teams for a project.

    Attributes
    ----------
    consortia : tuple of Consortium
        The smallest first, of one size the best first.
    untaken : dict of int to tuple of str
        Parts that nobody can take, each with the companies that come closest, at most `MOST_CLOSE`.
    is_proved : bool
        Whether no smaller and no better team was overlooked.
    """

    consortia: tuple[Consortium, ...]
    untaken: dict[int, tuple[str, ...]]
    is_proved: bool


def find_consortia(
    mission: Mission, project: Project, scores: Mapping[Pair, float], understand: Understand, count: int = 3
) -> Found:
    """Find teams with members of both sides that cover every part of a project.

    Companies of which one does not wish to meet the other are never in one team.

    Parameters
    ----------
    scores : mapping of pair to float
        The matcher's score 0..1 of each pair that it suggests.
    understand : callable
        What reads the offers.
    count : int
        At most so many teams.
    """
    offers = _Offers(mission, understand)
    strength = np.array([offers.strengths(part) for part in project.parts]).reshape(len(project.parts), -1)
    missing = np.flatnonzero(~(strength > 0).any(axis=1))
    if len(missing):
        untaken = {int(part): offers.closest(project.parts[part]) for part in missing}
        return Found((), untaken, is_proved=True)
    codes = tuple(mission.company)
    sides = tuple(np.array([c.side is side for c in mission.companies]) for side in Side)
    fit = _matrix(codes, scores)
    question = Question(strength, fit, sides, _matrix(codes, dict.fromkeys(mission.avoided, 1.0)) > 0)
    teams = best_teams(question, count)
    consortia = tuple(_consortium(codes, project, team, fit, offers) for team in teams.teams)
    return Found(consortia, {}, teams.is_proved)


def _matrix(codes: Sequence[str], scores: Mapping[Pair, float]) -> Floats:
    """Lay out the scores of pairs, shape (n, n), symmetric."""
    place = {code: i for i, code in enumerate(codes)}
    matrix = np.zeros((len(codes), len(codes)))
    for pair, score in scores.items():
        a, b = (place[code] for code in sorted(pair))
        matrix[a, b] = matrix[b, a] = score
    return matrix


class _Offers:
    """What the companies of a mission offer, as arrays."""

    def __init__(self, mission: Mission, understand: Understand) -> None:
        self.companies = mission.companies
        self.place = {company.code: i for i, company in enumerate(mission.companies)}
        detected = mission.text_languages or ("",) * len(mission.opportunities)
        self.concepts: dict[int, dict[int, float]] = {
            index: dict(understand(f"{row.title}. {row.text}" if row.title else row.text, row.language or language))
            for index, (row, language) in enumerate(zip(mission.opportunities, detected, strict=True))
            if row.kind is OpportunityKind.OFFER
        }
        self.company_of = {index: self.place[mission.opportunities[index].company] for index in self.concepts}

    def strengths(self, part: Part) -> Floats:
        """Give how well each company can take a part, shape (n,): by the best of its offers, 0 below `ENOUGH`."""
        best = self._best(part.concepts)
        return np.where(self._may(part) & (best >= ENOUGH), best, 0.0)

    def closest(self, part: Part) -> tuple[str, ...]:
        """Give the companies that may take a part and offer most of what surrounds it."""
        near = np.where(self._may(part), self._best(part.wider), 0.0)
        order = np.argsort(-near, kind="stable")[:MOST_CLOSE]
        return tuple(self.companies[i].code for i in order if near[i] >= CLOSE)

    def _best(self, concepts: Concepts) -> Floats:
        best = np.zeros(len(self.companies))
        for index, company in self.company_of.items():
            best[company] = max(best[company], self._strength(concepts, index))
        return best

    def best_offer(self, part: Part, company: int) -> tuple[int, float]:
        """Give the offer by which a company takes a part, and its strength."""
        own = [index for index, owner in self.company_of.items() if owner == company]
        index = max(own, key=lambda offer: (self._strength(part.concepts, offer), -offer))
        return index, self._strength(part.concepts, index)

    def _strength(self, concepts: Concepts, index: int) -> float:
        """Give the share of some concepts that an offer covers, 0..1."""
        total = sum(weight for _, weight in concepts)
        offered = self.concepts[index]
        covered = sum(weight * min(1.0, offered.get(concept, 0.0)) for concept, weight in concepts)
        return covered / total if total else 0.0

    def _may(self, part: Part) -> Mask:
        return np.array([_can_take(part, company) for company in self.companies])


def _can_take(part: Part, company: Company) -> bool:
    return part.side in (None, company.side) and (not part.kinds or company.kind in part.kinds)


def _consortium(codes: Sequence[str], project: Project, team: Team, fit: Floats, offers: _Offers) -> Consortium:
    members = tuple(codes[i] for i in team.members)
    taken = tuple(
        Taken(number, codes[company], *offers.best_offer(part, company))
        for number, (part, company) in enumerate(zip(project.parts, team.takes, strict=True))
    )
    pairs = [(a, b) for a in team.members for b in team.members if a < b and fit[a, b] > 0]
    ties = sorted(((codes[a], codes[b], float(fit[a, b])) for a, b in pairs), key=lambda tie: (-tie[2], tie))
    return Consortium(members, taken, tuple(ties), team.coverage, team.mutual_fit)
