"""A model of sentences beside the taxonomy."""

from dataclasses import replace

import numpy as np
import pytest

from karvan.matching import semantic as room
from karvan.matching.affinity import affinity_of
from karvan.matching.profiles import Weights, profiles_of
from karvan.matching.scores import score_all
from karvan.matching.semantic import Semantic, blended, meanings_of
from karvan.matching.suggestions import suggest
from karvan.matching.taxonomy import load
from matching.companies import with_texts
from mission.missions import need, offer

TAXONOMY = load()

MADE = with_texts(
    offer("V01", "Qwertyish glorbs"), offer("V02", "Snaffled wibbles"), need("H01", "Blimpery"), need("H02", "Snork")
)
"""Words that nobody knows but the model."""


class Places:
    """Knows that glorbs are blimpery, and counts what it is asked."""

    def __init__(self):
        self.asked = []

    def encode(self, texts):
        self.asked.append(list(texts))
        return np.array([[4, 0] if "glorb" in text or "Blimp" in text else [0, 2] for text in texts], np.float32)


def test_what_only_the_model_knows_ties_a_pair():
    without = {(v, h): score for v, h, score in score_all(MADE, TAXONOMY).pairs()}
    found = {(v, h): score for v, h, score in score_all(MADE, TAXONOMY, semantic=Semantic(Places(), 0.5)).pairs()}
    assert found["V01", "H01"] > without.get(("V01", "H01"), 0) + 0.1
    assert found["V01", "H01"] > found.get(("V01", "H02"), 0)


def test_the_affinity_is_blended_and_the_same_in_the_reasons():
    plain = profiles_of(MADE, TAXONOMY, Weights())
    mixed = blended(plain, Semantic(Places(), 0.25))
    for offered in (0, 1):
        for needed in (2, 3):
            likeness = float(mixed.meanings[offered] @ mixed.meanings[needed])
            wanted = 0.75 * float(plain.offers.at([offered]).times(plain.needs.at([needed])).sum()) + 0.25 * likeness
            told = affinity_of(offered, needed, mixed)
            assert (told.score, told.likeness) == pytest.approx((max(0, wanted), likeness), abs=1e-6)


def test_equal_texts_are_encoded_once_and_titles_with_their_texts():
    places = Places()
    rows = profiles_of(with_texts(*(replace(row, text="Same") for row in MADE.opportunities)), TAXONOMY, Weights())
    assert meanings_of(rows.statements, places).shape == (4, 2)
    assert len(places.asked[0]) == len(set(places.asked[0]))


def test_what_all_have_in_common_says_nothing(monkeypatch):
    monkeypatch.setattr(room, "ENOUGH", 0)
    rows = profiles_of(MADE, TAXONOMY, Weights()).statements
    found = meanings_of(rows, Places())
    assert found.mean(axis=0) == pytest.approx(np.zeros(2), abs=1e-6)


def test_a_mission_without_texts_asks_nothing():
    places = Places()
    assert (suggest(with_texts(), semantic=Semantic(places)), places.asked) == ((), [])
