from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from karvan.matching.affinity import DOMAINS, ROUTES, TELLING_WORDS, WORDS, Affinity, affinity
from karvan.matching.statements import Statement
from karvan.mission.opportunities import CooperationRoute

LICENSING, TRANSFER = CooperationRoute.LICENSING, CooperationRoute.TECHNOLOGY_TRANSFER
EQUAL = dict.fromkeys("abcdefgh", 1.0)


def statement(terms="", domains="", routes=()):
    return Statement(0, frozenset(terms), frozenset(domains), frozenset(routes))


LETTERS = st.sets(st.sampled_from("abcdefgh"))
STATEMENTS = st.builds(statement, LETTERS, LETTERS, st.sets(st.sampled_from(CooperationRoute)))
WEIGHTS = st.fixed_dictionaries({letter: st.floats(0.1, 10.0) for letter in "abcdefgh"})


@pytest.mark.parametrize(
    ("offer", "need", "found"),
    [
        (statement(), statement(), Affinity(0.0)),
        (statement("ab", "x"), statement("cd", "y"), Affinity(0.0)),
        (statement(routes=[LICENSING]), statement(routes=[LICENSING]), Affinity(0.0)),  # routes alone tie nothing
        (statement(domains="xy"), statement(domains="yz"), Affinity(DOMAINS / 3, ("y",))),
        (statement("abcd"), statement("abcdefgh"), Affinity(WORDS, (), ("a", "b", "c", "d"))),
        (statement("abcd"), statement("aefgh"), Affinity(WORDS / 2, (), ("a",))),
        (statement("ab", "x"), statement("ab", "x"), Affinity(DOMAINS + WORDS, ("x",), ("a", "b"))),
        (
            statement("a", "x", [LICENSING]),
            statement("a", "x", [LICENSING, TRANSFER]),
            Affinity(DOMAINS + WORDS + ROUTES / 2, ("x",), ("a",), (LICENSING,)),
        ),
    ],
)
def test_what_an_offer_and_a_need_have_in_common(offer, need, found):
    assert affinity(offer, need, EQUAL) == found


def test_the_rarest_words_are_named_first_and_only_the_most_telling():
    weights = dict(zip("abcdefgh", (1, 9, 2, 8, 3, 3, 7, 6), strict=True))
    found = affinity(statement("abcdefgh"), statement("abcdefgh"), weights)
    assert found.words == tuple("bdghe")[:TELLING_WORDS]


@given(STATEMENTS, STATEMENTS, WEIGHTS)
def test_it_is_the_same_both_ways_and_between_nought_and_one(one, other, weights):
    found = affinity(one, other, weights)
    assert found == affinity(other, one, weights)
    assert 0.0 <= found.score <= 1.0
    assert (found.score > 0) is bool(found.domains or found.words)


@given(STATEMENTS, STATEMENTS, WEIGHTS, st.sampled_from("abcdefgh"), st.sampled_from(["terms", "domains"]))
def test_one_more_tie_never_makes_it_less(one, other, weights, letter, kind):
    assume(letter not in getattr(one, kind) | getattr(other, kind))
    closer = [replace(row, **{kind: getattr(row, kind) | {letter}}) for row in (one, other)]
    assert affinity(*closer, weights).score >= affinity(one, other, weights).score - 1e-12


@given(STATEMENTS, STATEMENTS, WEIGHTS)
def test_the_ties_that_are_named_are_there_on_both_sides(one, other, weights):
    found = affinity(one, other, weights)
    assert set(found.domains) == (one.domains & other.domains if found.score else set())
    assert set(found.words) <= one.terms & other.terms
    assert set(found.routes) <= one.routes & other.routes
