from dataclasses import FrozenInstanceError

import pytest
from hypothesis import given
from hypothesis import strategies as st

from karvan.mission.localised import NO_TEXT, LocalisedText, distinct

NAME = LocalisedText.of(ru="Яснет", en="Yasnet", fa="")


def test_empty_versions_are_left_out_and_the_rest_is_in_order():
    assert NAME.versions == (("en", "Yasnet"), ("ru", "Яснет"))
    assert list(NAME) == [("en", "Yasnet"), ("ru", "Яснет")]


@pytest.mark.parametrize(
    ("preferred", "text"),
    [(("ru",), "Яснет"), (("fa", "ru"), "Яснет"), (("fa",), "Yasnet"), ((), "Yasnet")],
)
def test_best_is_the_first_language_that_has_one_then_english(preferred, text):
    assert NAME.best(*preferred) == text


def test_best_is_any_where_there_is_no_english():
    assert LocalisedText.of(zh="名", ru="Имя").best("fa") == "Имя"


def test_no_text_is_false_and_empty():
    assert (bool(NO_TEXT), NO_TEXT.best("en"), NO_TEXT.in_language("en")) == (False, "", None)
    assert bool(NAME)


def test_in_language_gives_that_version_alone():
    assert (NAME.in_language("ru"), NAME.in_language("fa")) == ("Яснет", None)


def test_it_cannot_be_changed():
    with pytest.raises(FrozenInstanceError):
        NAME.versions = ()


@given(st.dictionaries(st.sampled_from(["en", "fa", "ru", "zh"]), st.text()))
def test_a_mapping_goes_in_and_comes_out_without_its_empty_versions(versions):
    assert dict(LocalisedText.from_mapping(versions)) == {lang: text for lang, text in versions.items() if text}


@given(st.lists(st.sampled_from("abc")))
def test_distinct_keeps_the_first_of_each(codes):
    found = distinct(codes)
    assert sorted(found) == sorted(set(codes))
    assert list(found) == sorted(found, key=codes.index)
