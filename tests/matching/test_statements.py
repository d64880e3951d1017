import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.matching.statements import Statement, read_statements, term_weights, terms
from karvan.mission.opportunities import CooperationRoute
from matching.companies import with_texts
from mission.missions import need, offer


@pytest.mark.parametrize(
    ("one", "other", "language"),
    [
        ("sensors", "Sensor", "en"),
        ("датчики", "датчиков", "ru"),
        ("учёт", "учет", "ru"),
        ("حسگرها", "حسگر", "fa"),
        ("كارخانه يزد", "کارخانه یزد", "fa"),  # Arabic kaf and yeh
        ("نرم‌افزار", "نرمافزار", "fa"),  # a joiner
        ("ﻓﻨﺎﻭﺭی", "فناوری", "fa"),  # presentation forms
        ("lasers в цехе", "laser цехе", "ru"),  # Latin words are stemmed as English
    ],
)
def test_ways_of_writing_a_word_are_one_term(one, other, language):
    assert terms(one, language) & terms(other, language)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a 5G AI in an ERP", {"5g", "ai", "erp"}),
        ("point-to-point", {"point-to-point"}),
        ("", set()),
        ("— … 12", {"12"}),
    ],
)
def test_short_words_tell_nothing_unless_they_have_a_digit_or_are_capitals(text, found):
    assert terms(text, "en") == found


def test_a_language_without_a_stemmer_keeps_its_words():
    assert terms("أجهزة الاستشعار", "ar") == {"أجهزه", "الاستشعار"}


@given(st.text(), st.sampled_from(["en", "fa", "ru", "ar", ""]))
def test_any_text_has_terms_that_are_folded(text, language):
    assert all(term == term.casefold() for term in terms(text, "") if term.isascii())
    assert terms(text, language) == terms(text, language)


def test_statements_have_the_words_of_title_and_text_in_the_language_given_or_detected():
    route = CooperationRoute.LICENSING
    rows = (
        offer("V01", "датчики", title="Робот", language="ru", domains=("iot", "ai"), routes=(route,)),
        need("H01", "роботы"),
    )
    assert read_statements(with_texts(*rows, text_languages=("en", "ru"))) == (
        Statement(0, terms("датчики робот", "ru"), frozenset(("ai", "iot")), frozenset((route,))),
        Statement(1, terms("робот", "ru"), frozenset(), frozenset()),
    )
    assert read_statements(with_texts(*rows))[1].terms == {"роботы"}


def test_the_fewer_statements_have_a_term_the_more_it_weighs():
    statements = read_statements(with_texts(offer("V01", "laser robot"), need("H01", "laser"), need("H02", "laser")))
    weights = term_weights(statements)
    assert weights == pytest.approx({"laser": 0.6931471805599453, "robot": 1.3862943611198906})
    assert term_weights(()) == {}
