"""Who meets whom: room, floors and value, held against trying everything."""

from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays
from scipy.optimize import linprog

from karvan.matching.selection.agreed import FIRM, WISHED, keep_agreed
from karvan.matching.selection.best_value import Bounds, UnboundError, most_valuable, prices
from karvan.matching.selection.fairness import fairness
from karvan.matching.selection.floors import raise_floors

FEW = settings(max_examples=settings.default.max_examples // 2)


@st.composite
def tables(draw, rows=3, columns=3):
    """Draw who may meet whom, and everybody's room."""
    allowed = draw(arrays(bool, (rows, columns)))
    room = draw(arrays(np.int64, rows + columns, elements=st.integers(0, 3)))
    return allowed, room


def every_choice(allowed, room):
    """Yield every set of allowed meetings that fits."""
    pairs = list(zip(*np.nonzero(allowed), strict=True))
    for chosen in chain.from_iterable(combinations(pairs, size) for size in range(len(pairs) + 1)):
        mask = np.zeros_like(allowed)
        for pair in chosen:
            mask[pair] = True
        if (counts(mask) <= room).all():
            yield mask


def counts(mask):
    return np.concatenate([mask.sum(axis=1), mask.sum(axis=0)])


@FEW
@given(tables(), arrays(np.int64, 3, elements=st.integers(0, 2)))
def test_nobody_can_be_raised_without_lowering_somebody_as_poor(table, have):
    allowed, room = table
    floors = raise_floors(allowed, room[:3], room[3:], have)
    best = max(tuple(sorted(have + mask.sum(axis=1))) for mask in every_choice(allowed, room))
    assert tuple(sorted(have + floors.counts)) == best
    assert (floors.witness.sum(axis=1) == floors.counts).all()
    assert (floors.witness.sum(axis=0) <= room[3:]).all()
    assert not (floors.witness & ~allowed).any()


@FEW
@given(tables(), arrays(np.float64, (3, 3), elements=st.integers(0, 100).map(lambda n: n / 100)))
def test_the_choice_keeps_the_floors_of_both_sides_and_none_is_worth_more(table, values):
    allowed, room = table
    rows = raise_floors(allowed, room[:3], room[3:], np.zeros(3, dtype=np.int64))
    columns = raise_floors(allowed.T, room[3:], room[:3], np.zeros(3, dtype=np.int64))
    least = np.concatenate([rows.counts, columns.counts])
    chosen = most_valuable(values, allowed, Bounds(least, room))
    best = max(values[mask].sum() for mask in every_choice(allowed, room) if (counts(mask) >= least).all())
    assert chosen.value == pytest.approx(best)
    assert chosen.bound == pytest.approx(best)
    assert (counts(chosen.mask) >= least).all()
    assert (counts(chosen.mask) <= room).all()
    assert not (chosen.mask & ~allowed).any()


def test_a_floor_can_be_capped():
    allowed = np.ones((2, 4), dtype=bool)
    floors = raise_floors(allowed, np.array([4, 4]), np.array([1, 1, 1, 1]), np.zeros(2, dtype=np.int64), most=1)
    assert floors.counts.tolist() == [1, 1]


def test_bounds_that_contradict_each_other_are_a_bug():
    bounds = Bounds(np.array([2, 0]), np.array([2, 1]))
    with pytest.raises(UnboundError):
        most_valuable(np.ones((1, 1)), np.ones((1, 1), dtype=bool), bounds)


def test_what_is_not_the_best_is_not_proved_to_be():
    """Prices of a poor choice still give a bound, but not its own value."""
    values = np.array([[9, 1], [1, 9]], dtype=np.int64)
    bounds = Bounds(np.zeros(4, dtype=np.int64), np.ones(4, dtype=np.int64))
    allowed = np.ones((2, 2), dtype=bool)

    def proves(mask):
        rows, columns = prices(values, allowed, mask, bounds)
        gain = values + rows[:, None] + columns[None, :]
        return (gain[mask] >= 0).all() and (gain[~mask] <= 0).all()

    assert proves(np.eye(2, dtype=bool))
    assert not proves(~np.eye(2, dtype=bool))


def test_the_proof_of_a_large_choice_closes():
    rng = np.random.default_rng(4)
    values = 0.2 * rng.random((60, 80)) + np.where(np.arange(80) < 8, 0.7, 0.0)
    least = np.concatenate([np.full(60, 2), np.ones(80, dtype=np.int64)])
    chosen = most_valuable(values, values > 0.05, Bounds(least, least + 1))
    relaxed = linprog(
        -values[values > 0.05],
        A_ub=np.concatenate([incidence(values > 0.05), -incidence(values > 0.05)]),
        b_ub=np.concatenate([least + 1, -least]),
        bounds=(0, 1),
    )
    assert chosen.value == pytest.approx(-relaxed.fun, abs=1e-6)
    assert chosen.bound == pytest.approx(chosen.value, abs=1e-6)


def incidence(allowed):
    """Give which row and column each allowed pair belongs to."""
    rows, columns = np.nonzero(allowed)
    matrix = np.zeros((sum(allowed.shape), len(rows)))
    matrix[rows, np.arange(len(rows))] = matrix[columns + len(allowed), np.arange(len(rows))] = 1
    return matrix


# --- agreed meetings


PAIRS = st.sampled_from([frozenset(pair) for pair in combinations("ABCDE", 2)])


@FEW
@given(
    st.dictionaries(PAIRS, st.sampled_from([FIRM, WISHED]), max_size=7),
    st.fixed_dictionaries({code: st.integers(0, 2) for code in "ABCDE"}),
)
def test_as_many_agreed_meetings_are_kept_as_fit_the_firm_ones_first(agreed, room):
    def fits(pairs):
        return all(sum(code in pair for pair in pairs) <= room[code] for code in room)

    def rank(pairs):
        return sum(agreed[pair] == FIRM for pair in pairs), len(pairs)

    sets = chain.from_iterable(combinations(agreed, size) for size in range(len(agreed) + 1))
    kept = keep_agreed(agreed, room)
    assert fits(kept)
    assert rank(kept) == max(rank(pairs) for pairs in sets if fits(pairs))


# --- fairness


def test_fairness_of_equals_and_of_one_who_has_all():
    assert fairness([3, 3, 3, 3]).gini == 0
    assert fairness([0, 0, 0, 8]).gini == pytest.approx(0.75)
    assert fairness([0, 0]).gini == 0
    assert fairness([]).companies == 0


@given(st.lists(st.integers(0, 20), min_size=1, max_size=12))
def test_fairness_is_what_its_definition_says(amounts):
    found = fairness(amounts)
    n, mean = len(amounts), sum(amounts) / len(amounts)
    differences = sum(abs(a - b) for a in amounts for b in amounts) / (2 * n * n)
    assert found.gini == pytest.approx(differences / mean if mean else 0, abs=1e-12)
    assert (found.least, found.most, found.total) == (min(amounts), max(amounts), sum(amounts))
    assert found.quartiles == tuple(pytest.approx(float(np.percentile(amounts, q))) for q in (25, 50, 75))
