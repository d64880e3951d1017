"""Smallest contradictions: as few as every set of items, tried one by one, would show."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from karvan.scheduling.smallest import smallest_contradiction
from karvan.scheduling.stop import Limits

ITEMS = tuple(range(6))
CONTRADICTIONS = st.lists(st.frozensets(st.sampled_from(ITEMS), min_size=1), min_size=1, max_size=6)


def knows(contradictions):
    """Give who answers: a set contradicts itself where it holds one of these."""
    return lambda some: any(core <= set(some) for core in contradictions)


def fewest(contradictions) -> int:
    """Try every set of items, the small ones first."""
    answer = knows(contradictions)
    return next(n for n in range(len(ITEMS) + 1) for some in combinations(ITEMS, n) if answer(some))


@given(CONTRADICTIONS)
def test_there_is_no_smaller_contradiction(contradictions):
    found = smallest_contradiction(ITEMS, knows(contradictions), Limits(lambda: 0.0)).items
    assert knows(contradictions)(found)
    assert len(found) == fewest(contradictions)
    assert list(found) == sorted(found)


@given(CONTRADICTIONS, st.integers(0, 30))
def test_out_of_time_it_is_a_contradiction_all_the_same(contradictions, seconds):
    ticks = iter(range(10_000))
    found = smallest_contradiction(ITEMS, knows(contradictions), Limits(lambda: next(ticks), deadline=seconds)).items
    assert knows(contradictions)(found)


@given(CONTRADICTIONS, st.frozensets(st.frozensets(st.sampled_from(ITEMS))))
def test_a_question_that_stays_open_claims_nothing(contradictions, open_questions):
    def answer(some):
        return None if set(some) in open_questions else knows(contradictions)(some)

    assert knows(contradictions)(smallest_contradiction(ITEMS, answer, Limits(lambda: 0.0)).items)


def test_fewest_are_found_where_striking_off_one_by_one_ends_with_more():
    contradictions = [frozenset((0, 1)), frozenset((2, 3, 4))]
    assert smallest_contradiction(ITEMS, knows(contradictions), Limits(lambda: 0.0)).items == (0, 1)
