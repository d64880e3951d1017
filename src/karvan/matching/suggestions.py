"""Suggestions: for each company, the counterparts that fit it, with the reasons."""

from __future__ import annotations

import enum
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass

from karvan.matching.added import taxonomy_of
from karvan.matching.affinity import Affinity, affinity_of
from karvan.matching.profiles import Profiles, Weights
from karvan.matching.scores import Scores, score_all
from karvan.matching.semantic import Semantic
from karvan.matching.taxonomy import Taxonomy
from karvan.mission.mission import Mission
from karvan.mission.opportunities import OpportunityKind, Stage

LEAST_SCORE = 0.1
"""Below this chance of a good meeting a suggestion would be noise."""

BEST_ANYWAY = 2
"""So many of its best counterparts every company keeps, however weak."""

LEAST_REASON = 0.05
"""A direction with a lower affinity is no reason beside a better one."""

ALIKE = 0.5
"""Two companies whose offers are as near as this are competitors too."""

EARLY = frozenset({Stage.CONCEPT, Stage.DEVELOPMENT})
"""Stages at which there is nothing to show yet."""


class Drawback(enum.StrEnum):
    """What weighs against a meeting all the same."""

    RIVALS = "rivals"
    ONE_WAY = "one_way"
    NO_LANGUAGE = "no_language"
    EARLY_STAGE = "early_stage"
    MISSING_ROLE = "missing_role"


@dataclass(frozen=True, slots=True)
class Evidence:
    """One offer that answers one need, and what ties them.

    Attributes
    ----------
    offer, need : int
        Indices into `Mission.opportunities`.
    """

    offer: int
    need: int
    affinity: Affinity


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A counterpart for a company.

    Attributes
    ----------
    score : float
        0..1: the chance of a good meeting.
    reasons : tuple of Evidence
        Best first, at most one for each direction.
    against : tuple of Drawback
        What weighs against it.
    """

    company: str
    counterpart: str
    score: float
    reasons: tuple[Evidence, ...]
    against: tuple[Drawback, ...] = ()


def suggest(
    mission: Mission,
    *,
    top: int | None = None,
    taxonomy: Taxonomy | None = None,
    weights: Weights | None = None,
    semantic: Semantic | None = None,
    executor: Executor | None = None,
    readers: Executor | None = None,
) -> tuple[Suggestion, ...]:
    """Suggest counterparts across the two sides, each pair once, the visitor first.

    Every offer of one side is held against every need of the other (`karvan.matching.scores`).
    Competitors are not suggested merely for being alike: only an offer against a need counts. A pair
    of which one avoids the other is left out, whoever of the two it is.

    Parameters
    ----------
    top : int or None
        The best so many of every company, however weak; None: everything worth telling.
    taxonomy : Taxonomy or None
        Karvan's own and the mission's where none is given.
    semantic, executor, readers
        As `karvan.matching.scores.score_all` takes them.

    Returns
    -------
    tuple of Suggestion
        Best first. Without `top` those with a score of at least `LEAST_SCORE`, and of every company the
        best `BEST_ANYWAY` with a score above 0, so that everybody can be given meetings.
    """
    # As many more as anybody can lose to an `avoid`.
    lost = Counter(code for pair in mission.avoided for code in pair)
    more = None if top is None else top + max(lost.values(), default=0)
    scores = score_all(
        mission,
        taxonomy or taxonomy_of(mission),
        top=more,
        weights=weights,
        semantic=semantic,
        executor=executor,
        readers=readers,
    )
    allowed = [pair for pair in scores.pairs() if frozenset(pair[:2]) not in mission.avoided]
    ranked = sorted(allowed, key=lambda pair: (-pair[2], pair[0], pair[1]))
    rows = _statements(scores.profiles)
    kept = _worth_telling(ranked) if top is None else _within(ranked, top)
    return tuple(_suggestion(mission, pair, rows, scores) for pair in kept)


Pair = tuple[str, str, float]


def _worth_telling(ranked: Sequence[Pair]) -> list[Pair]:
    """Leave out what is noise, but of nobody the best few; the best stand first."""
    few = set(_within(ranked, BEST_ANYWAY))
    return [pair for pair in ranked if pair[2] >= LEAST_SCORE or pair in few]


def _within(ranked: Sequence[Pair], top: int) -> list[Pair]:
    seen: Counter[str] = Counter()
    kept: list[Pair] = []
    for visitor, host, score in ranked:
        if min(seen[visitor], seen[host]) < top:
            kept.append((visitor, host, score))
        seen.update((visitor, host))
    return kept


Statements = dict[tuple[str, OpportunityKind], list[int]]


def _statements(profiles: Profiles) -> Statements:
    rows: Statements = defaultdict(list)
    for statement in profiles.statements:
        rows[statement.row.company, statement.row.kind].append(statement.index)
    return rows


def _suggestion(mission: Mission, pair: Pair, rows: Statements, scores: Scores) -> Suggestion:
    visitor, host, score = pair
    reasons = reasons_of(visitor, host, rows, scores.profiles)
    return Suggestion(visitor, host, score, reasons, tuple(_against(mission, visitor, host, reasons, scores)))


def reasons_of(a: str, b: str, rows: Statements, profiles: Profiles) -> tuple[Evidence, ...]:
    """Give the best offer and need each way, with what ties them; the better way stands first.

    The lesser way is left out where it is weaker than `LEAST_REASON`.
    """
    found = [
        Evidence(offer, need, affinity_of(offer, need, profiles))
        for giver, taker in ((a, b), (b, a))
        for offer, need in _best(rows[giver, OpportunityKind.OFFER], rows[taker, OpportunityKind.NEED], profiles)
    ]
    found.sort(key=lambda reason: -reason.affinity.score)
    return tuple(reason for k, reason in enumerate(found) if k == 0 or reason.affinity.score >= LEAST_REASON)


def _against(
    mission: Mission, visitor: str, host: str, reasons: Sequence[Evidence], scores: Scores
) -> Iterator[Drawback]:
    row, column = scores.visitors.index[visitor], scores.hosts.index[host]
    if float((scores.visitors.subject[[row]] @ scores.hosts.subject[[column]].T).sum()) >= ALIKE:
        yield Drawback.RIVALS
    if len(reasons) == 1:
        yield Drawback.ONE_WAY
    if mission.needs_interpreter(visitor, host):
        yield Drawback.NO_LANGUAGE
    if mission.opportunities[reasons[0].offer].stage in EARLY:
        yield Drawback.EARLY_STAGE
    if reasons[0].affinity.missing_roles:
        yield Drawback.MISSING_ROLE


def _best(offers: Sequence[int], needs: Sequence[int], profiles: Profiles) -> list[tuple[int, int]]:
    """Give the offer and need that fit best, the first of equals; nothing where one has none."""
    if not offers or not needs:
        return []
    product = profiles.offers.at(list(offers)).times(profiles.needs.at(list(needs)))
    offer, need = divmod(int(product.argmax()), len(needs))
    return [(offers[offer], needs[need])]
