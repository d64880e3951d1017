"""Meaning by a model of sentences, beside the taxonomy: off unless an encoder is passed in."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

import numpy as np
from scipy import sparse

from karvan.matching.features import Features

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from karvan.matching.profiles import Profiles, Statement

SHARE = 0.3
"""What the model says, of the whole affinity, unless told otherwise."""

ENOUGH = 50
"""With so many statements, half of what they have in common is taken away from each."""


class Encoder(Protocol):
    """A model that places sentences of many languages in one space, near each other where they mean the same."""

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Give one row of numbers for each text, shape (n_texts, n_dimensions), of any length."""
        ...


@dataclass(frozen=True, slots=True)
class Semantic:
    """A model, and what it counts beside the concepts.

    Attributes
    ----------
    share : float
        0..1: affinity = (1 - share)·concepts + share·likeness.
    """

    encoder: Encoder
    share: float = SHARE


def blended(profiles: Profiles, semantic: Semantic) -> Profiles:
    """Give profiles whose affinities are in part the likeness that a model finds.

    Notes
    -----
    The rows that the model gives become features like all others, so that affinity stays one product.
    """
    meanings = meanings_of(profiles.statements, semantic.encoder)
    return replace(
        profiles,
        meanings=meanings,
        offers=_joined(profiles.offers, meanings, semantic.share),
        needs=_joined(profiles.needs, meanings, semantic.share),
    )


def _joined(features: Features, meanings: NDArray[np.float32], share: float) -> Features:
    own, added = np.float32(math.sqrt(1 - share)), np.float32(math.sqrt(share))
    return Features(
        sparse.csr_array(features.rare * own), np.hstack([features.common * own, meanings * added], dtype=np.float32)
    )


def meanings_of(statements: Sequence[Statement], encoder: Encoder) -> NDArray[np.float32]:
    """Give what a model makes of statements, as rows of length 1; equal texts are encoded once.

    Notes
    -----
    What all statements have in common says nothing, and lifts every likeness: the mean is taken away (Mu and Viswanath
    2018, https://openreview.net/forum?id=HkuGJ3kCb), less of it where there are few statements, whose mean says little.
    """
    texts = [". ".join(filter(None, (row.title.text, row.text.text))) for row in statements]
    distinct = sorted(set(texts))
    if not distinct:
        return np.zeros((0, 0), np.float32)
    found = _unit(np.asarray(encoder.encode(distinct), dtype=np.float32))
    place = {text: k for k, text in enumerate(distinct)}
    rows = found[[place[text] for text in texts]]
    rows = rows - rows.mean(axis=0) * np.float32(len(rows) / (len(rows) + ENOUGH))
    return _unit(rows)


def _unit(rows: NDArray[np.float32]) -> NDArray[np.float32]:
    lengths = np.linalg.norm(rows, axis=1, keepdims=True)
    out: NDArray[np.float32] = np.divide(rows, lengths, out=np.zeros_like(rows), where=lengths > 0)
    return out
