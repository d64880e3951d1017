"""How well every visitor and every host fit, both ways, as one number 0..1."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import reduce
from typing import TYPE_CHECKING, Final

import numpy as np
from scipy import sparse

from karvan.matching.features import Features, Rows, likeness, product
from karvan.matching.groups import Floats, Group, group_of
from karvan.matching.profiles import Profiles, Weights, complements, profiles_of
from karvan.matching.semantic import Semantic, blended
from karvan.matching.taxonomy import Taxonomy
from karvan.mission.companies import Side
from karvan.mission.mission import Mission
from karvan.mission.requests import RequestLevel, RequestStatus

if TYPE_CHECKING:
    from numpy.typing import NDArray

CHUNK_CELLS: Final = 4_000_000
"""Pairs that are scored at a time: 16 MB an array, whatever the size of the mission."""

WISHES = {
    (RequestLevel.MUST, RequestStatus.ACCEPTED): 1.5,
    (RequestLevel.WANT, RequestStatus.ACCEPTED): 1.0,
    (RequestLevel.MUST, RequestStatus.PENDING): 0.75,
    (RequestLevel.WANT, RequestStatus.PENDING): 0.5,
    (RequestLevel.MUST, RequestStatus.DECLINED): -1.0,
    (RequestLevel.WANT, RequestStatus.DECLINED): -1.0,
}
"""What a request says of the fit of two companies; one that expired says nothing, and `avoid` is a secret."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """The logistic curve from what two companies have for each other to the chance of a good meeting.

    Attributes
    ----------
    best, other : float
        The better and the lesser of the two directions' affinities, 0..1.
    joint : float
        Offers that complement each other and could become one product.
    twin : float
        Offers that are alike beside needs that are alike: two of one trade, who have nothing to exchange.
    language, readiness, size, request : float
        A language in common; technologies that can be shown; a difference in size; `WISHES`.
    """

    base: float = -6.4
    best: float = 13.8
    other: float = 9.3
    joint: float = 0.2
    twin: float = -33.0
    language: float = 0.1
    readiness: float = 0.1
    size: float = -0.1
    request: float = 1.0


@dataclass(frozen=True)
class Scores:
    """Scores of all pairs across the sides, or of the best of each company.

    Attributes
    ----------
    visitors, hosts : Group
        Both sides, in the mission's order.
    matrix : csr_array, shape (n_visitors, n_hosts), float32, 0..1
        A pair that nothing ties has no entry.
    """

    visitors: Group
    hosts: Group
    matrix: Rows
    profiles: Profiles

    def pairs(self) -> Iterator[tuple[str, str, float]]:
        """Give every pair that has a score: visitor, host, score."""
        found = self.matrix.tocoo()
        rows, columns = found.coords
        for row, column, score in zip(rows.tolist(), columns.tolist(), found.data.tolist(), strict=True):
            yield self.visitors.codes[row], self.hosts.codes[column], score


def score_all(
    mission: Mission,
    taxonomy: Taxonomy,
    *,
    top: int | None = None,
    weights: Weights | None = None,
    calibration: Calibration | None = None,
    executor: Executor | None = None,
    readers: Executor | None = None,
    semantic: Semantic | None = None,
) -> Scores:
    """Score every visitor with every host.

    Parameters
    ----------
    top : int or None
        Keep at least the best so many of each company of either side; None: all that anything ties.
    executor : Executor or None
        Scores several chunks at a time, if given; threads do, for the arrays are multiplied outside Python's lock.
    readers : Executor or None
        Reads several portions of texts at a time, if given: processes, for reading is Python.
    semantic : Semantic or None
        A model of sentences that has its say beside the taxonomy; None: there is none.

    Notes
    -----
    Visitors are taken in chunks of `CHUNK_CELLS` pairs, so that memory stays bounded. Pairs of
    which one avoids the other are scored like any other; who suggests leaves them out.
    """
    profiles = profiles_of(mission, taxonomy, weights or Weights(), readers)
    if semantic is not None:
        profiles = blended(profiles, semantic)
    visitors, hosts = (
        group_of(tuple(company.code for company in mission.delegation(side).companies), mission, profiles)
        for side in (Side.VISITOR, Side.HOST)
    )
    wishes = wishes_of(mission, visitors.codes, hosts.codes)
    step = max(1, CHUNK_CELLS // max(1, len(hosts.codes)))
    chunks: list[Rows] = []
    leaders = np.zeros((top or 0, len(hosts.codes)), np.float32)

    def part(at: int) -> Floats:
        return chunk_scores(visitors.part(at, at + step), hosts, wishes[at : at + step], taxonomy, calibration)

    for scores in (executor.map if executor else map)(part, range(0, len(visitors.codes), step)):
        if top is not None:
            leaders = _kth_first(np.vstack([leaders, scores]), top, axis=0)[:top]
            least_of_row = _kth_first(scores, top, axis=1)[:, min(top, scores.shape[1]) - 1 :][:, :1]
            scores[(scores < least_of_row) & (scores < leaders[-1])] = 0
        chunks.append(sparse.csr_array(scores))
    whole = sparse.vstack(chunks, format="csr") if chunks else sparse.csr_array((0, len(hosts.codes)))
    return Scores(visitors, hosts, _best_of_columns(sparse.csr_array(whole), top), profiles)


def _kth_first(scores: Floats, top: int, *, axis: int) -> Floats:
    """Give the scores with the best `top` of each row or column first, the least of these last among them."""
    count = min(top, scores.shape[axis])
    if not scores.size:
        return scores
    return -np.partition(-scores, count - 1, axis=axis)


def wishes_of(mission: Mission, visitors: tuple[str, ...], hosts: tuple[str, ...]) -> Rows:
    """Give what requests say of each pair, shape (n_visitors, n_hosts); the strongest of several counts."""
    row, column = ({code: k for k, code in enumerate(codes)} for codes in (visitors, hosts))
    found: dict[tuple[int, int], float] = {}
    for request in mission.requests:
        value = WISHES.get((request.level, request.status))
        for visitor, host in ((request.company, request.counterpart), (request.counterpart, request.company)):
            if value is not None and visitor in row and host in column:
                place = row[visitor], column[host]
                found[place] = max(value, found.get(place, value))
    rows, columns = ([place[k] for place in found] for k in (0, 1))
    shape = len(visitors), len(hosts)
    return sparse.csr_array((np.array(list(found.values()), np.float32), (rows, columns)), shape=shape)


def chunk_scores(
    visitors: Group, hosts: Group, wishes: Rows, taxonomy: Taxonomy, calibration: Calibration | None = None
) -> Floats:
    """Score some visitors with every host.

    Returns
    -------
    ndarray, shape (n_visitors, n_hosts), float32, 0..1
        0 where no offer of either has anything to do with a need of the other.
    """
    curve = calibration or Calibration()
    there, back = flow(visitors.offers, hosts.needs), flow(visitors.needs, hosts.offers)
    best, other = np.maximum(there, back), np.minimum(there, back, out=there)
    linked = complements(taxonomy, 1.0) - sparse.eye_array(len(taxonomy.concepts), dtype=np.float32)
    worth = product(sparse.csr_array(visitors.subject @ linked), hosts.turned_subject)
    np.minimum(worth, np.float32(1), out=worth)
    worth *= np.float32(curve.joint)
    for part, weight in ((other, curve.other), (best, curve.best)):
        worth += np.multiply(part, np.float32(weight), out=back)
    worth += np.float32(curve.base)
    rows, columns = np.nonzero(worth > LEAST_WORTH)
    worth[rows, columns] += np.float32(curve.twin) * twins(visitors, hosts, rows, columns)
    worth += traits(visitors, hosts, curve)
    if wishes.nnz:
        worth += np.float32(curve.request) * wishes.toarray()
    return _chances(worth, best)


def traits(visitors: Group, hosts: Group, curve: Calibration) -> Floats:
    """Give what the companies themselves add or take, whatever their texts say, shape (n_visitors, n_hosts)."""
    speak = np.asarray(visitors.languages @ hosts.languages.T, dtype=np.float32)
    np.minimum(speak, np.float32(1), out=speak)
    ready = np.minimum.outer(visitors.readiness, hosts.readiness)
    apart = np.subtract.outer(visitors.size, hosts.size)
    np.abs(apart, out=apart)
    speak *= np.float32(curve.language)
    speak += np.multiply(ready, np.float32(curve.readiness), out=ready)
    speak += np.multiply(apart, np.float32(curve.size), out=apart)
    return speak


def twins(visitors: Group, hosts: Group, rows: NDArray[np.intp], columns: NDArray[np.intp]) -> NDArray[np.float32]:
    """Give how far two companies both offer alike things and need alike things, for some pairs.

    Parameters
    ----------
    rows, columns : ndarray of intp, shape (n_pairs,)
        Positions of visitors and of hosts.

    Returns
    -------
    ndarray, shape (n_pairs,), float32, 0..1
    """
    given, asked = (
        reduce(np.maximum, (likeness(ours, theirs, rows, columns) for ours in mine for theirs in yours))
        for mine, yours in ((visitors.given, hosts.given), (visitors.asked, hosts.asked))
    )
    return given * asked


LEAST_WORTH = np.float32(-6)
"""Pairs worth less (a chance of 0.2 %) need not be looked at again: nobody would take them for partners."""

MOST_WORTH = np.float32(12)
"""What a pair can be worth: a chance of 0.999994, since nothing is certain."""


def _chances(worth: Floats, best: Floats) -> Floats:
    """Give the logistic function of what a pair is worth, 0 where nothing ties it."""
    np.minimum(worth, MOST_WORTH, out=worth)
    np.negative(worth, out=worth)
    np.exp(worth, out=worth)
    worth += 1
    np.reciprocal(worth, out=worth)
    worth[best <= 0] = 0
    return worth


def flow(rows: Sequence[Features], columns: Sequence[Features]) -> Floats:
    """Give how well the best offer of one company answers the best need of another.

    Parameters
    ----------
    rows, columns : sequence of Features
        The offers of some companies, slot by slot, and the needs of others; or needs and offers.

    Returns
    -------
    ndarray, shape (n_rows, n_columns), float32, 0..1
    """
    products = (ours.times(theirs) for theirs in columns for ours in rows)
    best = reduce(lambda one, other: np.maximum(one, other, out=one), products)
    return np.clip(best, 0, 1, out=best)


def _best_of_columns(whole: Rows, top: int | None) -> Rows:
    """Keep an entry that is among the best `top` of its row or of its column."""
    if top is None:
        return whole
    keep = _ranks(whole) < top
    turned = sparse.csr_array(whole.T)
    kept_turned = turned.copy()
    kept_turned.data = np.where(_ranks(turned) < top, turned.data, np.float32(0))
    kept = whole.copy()
    kept.data = np.where(keep, whole.data, np.float32(0))
    both = sparse.csr_array(kept.maximum(sparse.csr_array(kept_turned.T)))
    both.eliminate_zeros()
    return both


def _ranks(rows: Rows) -> np.ndarray[tuple[int], np.dtype[np.intp]]:
    """Give the rank of each entry within its row, 0 for the largest."""
    owner = np.repeat(np.arange(rows.shape[0]), np.diff(rows.indptr))
    order = np.lexsort((-rows.data, owner))
    ranks = np.empty(len(order), np.intp)
    ranks[order] = np.arange(len(order)) - np.repeat(rows.indptr[:-1], np.diff(rows.indptr))
    return ranks
