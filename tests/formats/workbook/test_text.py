"""Cleaning texts, codes and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.formats.workbook.text import clean, clean_code, is_blank, skeleton, with_persian_letters, word_key
from karvan.formats.workbook.vocabulary import closest_code, closest_word


@given(st.text())
def test_cleaning_twice_changes_nothing(text):
    assert clean(clean(text)) == clean(text)
    assert clean_code(clean_code(text)) == clean_code(text)
    assert word_key(word_key(text)) == word_key(text)


@given(st.text())
def test_a_clean_text_can_be_stored_anywhere(text):
    cleaned = clean(text)
    cleaned.encode()
    assert "\r" not in cleaned
    assert "\0" not in cleaned


@pytest.mark.parametrize(
    ("text", "cleaned"),
    [
        ("\u202bمتن\u202c", "متن"), ("a\x00b", "ab"), ("\u2068a\u2069", "a"), ("a\u2028b", "a\nb"),
        ("№\xa01", "№\xa01"), ("a\r\nb\rc", "a\nb\nc"), ("\ud800x", "x"), ("می\u200cشود", "می\u200cشود"),
        ("\u200cمی", "می"), ("\tx\n", "x"),
    ],
)  # fmt: skip
def test_texts_are_cleaned(text, cleaned):
    assert clean(text) == cleaned


def test_arabic_texts_keep_their_letters():
    arabic = "شركة التقنية العربية"
    assert with_persian_letters(arabic) == arabic
    assert with_persian_letters("شركت ايراني براي فناوري") == "شرکت ایرانی برای فناوری"
    assert with_persian_letters("علي", "ar") == "علي"
    assert with_persian_letters("علي", "fa") == "علی"


@pytest.mark.parametrize("word", ["Name EN", " name-en ", "NAME_EN", "name\xa0en", "\ufeffname – en"])
def test_words_are_compared_without_case_and_breaks(word):
    assert word_key(word) == "name_en"


@pytest.mark.parametrize(("code", "other"), [("Н07", "h7"), ("V-01", "v1"), ("V۰۱", "V01"), ("A 10", "a010")])
def test_skeletons_are_the_same_for_codes_that_look_alike(code, other):
    assert skeleton(code) == skeleton(other)


def test_blank_cells():
    assert is_blank("")
    assert is_blank(" \xa0\n")
    assert not is_blank("x")


def test_close_codes():
    known = ("V01", "V02", "H07", "hotel_hall/T05")
    assert closest_code("v1", known) == "V01"
    assert closest_code("Н07", known) == "H07"
    assert closest_code("hotel_hal/T05", known) == "hotel_hall/T05"
    assert closest_code("V03", known) == ""
    assert closest_code("", known) == ""
    assert closest_code("!!", known) == ""


def test_close_words():
    assert closest_word("compnay", ("company", "research")) == "company"
    assert closest_word("", ("company",)) == ""
    assert closest_word("elephant", ("company",)) == ""
